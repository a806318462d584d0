//! Rows without a parent, counted before and after: plain SQL can't stop on what
//! `PRAGMA foreign_key_check` returns, but a check of a temporary table can fail.

use crate::databases::sqlite::quote::{literal, quote};

/// What a reader of the file is told.
pub const BEFORE: &str = "-- only rows that lose their parent now stop this migration; those without one before do not\n";

pub fn create(name: &str, children: &[String]) -> String {
    let mut conditions = String::new();
    for child in children {
        let what = quote(&format!("rows of {child} have lost their parent"));
        let child = literal(child);
        conditions.push_str(&format!(
            ",\n    CONSTRAINT {what} CHECK (\"child\" <> {child} OR \"broken\" >= 0)"
        ));
    }
    format!(
        "{BEFORE}CREATE TEMP TABLE {} (\n    \"child\" TEXT NOT NULL,\n    \"broken\" INTEGER NOT NULL{conditions}\n)",
        quote(name)
    )
}

pub fn count(name: &str, children: &[(String, Option<String>)]) -> String {
    let row = |(child, counted): &(String, Option<String>)| {
        let count = match counted {
            Some(table) => {
                format!("(SELECT count(*) FROM pragma_foreign_key_check({}))", literal(table))
            }
            None => "0".to_owned(),
        };
        format!("({}, {count})", literal(child))
    };
    let rows: Vec<String> = children.iter().map(row).collect();
    format!(
        "INSERT INTO temp.{} (\"child\", \"broken\") VALUES\n    {}",
        quote(name),
        rows.join(",\n    ")
    )
}

pub fn compare(name: &str) -> String {
    format!(
        "UPDATE temp.{} SET \"broken\" = \"broken\" - (SELECT count(*) FROM pragma_foreign_key_check(\"child\"))",
        quote(name)
    )
}
