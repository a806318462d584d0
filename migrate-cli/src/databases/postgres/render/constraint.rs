use model_core::schema::{Check, Deferrable, Exclusion, ForeignKey, KeyColumn, PrimaryKey, Unique};

use super::list::names;
use crate::databases::postgres::quote::{qualified, quote};

fn named(name: Option<&String>) -> String {
    name.map(|n| format!("CONSTRAINT {} ", quote(n))).unwrap_or_default()
}

fn key(columns: &[KeyColumn], include: &[String]) -> String {
    let columns: Vec<String> = columns.iter().map(|c| quote(&c.name)).collect();
    let include =
        if include.is_empty() { String::new() } else { format!(" INCLUDE ({})", names(include)) };
    format!("({}){include}", columns.join(", "))
}

fn deferrable(when: Deferrable) -> &'static str {
    match when {
        Deferrable::No => "",
        Deferrable::Immediate => " DEFERRABLE",
        Deferrable::Deferred => " DEFERRABLE INITIALLY DEFERRED",
    }
}

pub fn primary_key(k: &PrimaryKey) -> String {
    let columns = key(&k.columns, &k.include);
    format!("{}PRIMARY KEY {columns}{}", named(k.name.as_ref()), deferrable(k.deferrable))
}

pub fn unique(u: &Unique) -> String {
    let nulls = if u.nulls_not_distinct { "NULLS NOT DISTINCT " } else { "" };
    let columns = key(&u.columns, &u.include);
    format!("{}UNIQUE {nulls}{columns}{}", named(u.name.as_ref()), deferrable(u.deferrable))
}

pub fn check(c: &Check) -> String {
    let inherit = if c.no_inherit { " NO INHERIT" } else { "" };
    let valid = if c.not_valid { " NOT VALID" } else { "" };
    format!("{}CHECK ({}){inherit}{valid}", named(c.name.as_ref()), c.expression)
}

pub fn exclusion(e: &Exclusion) -> String {
    format!("CONSTRAINT {} {}", quote(&e.name), e.definition)
}

/// A foreign key, as `ADD` takes it.
pub fn foreign_key(k: &ForeignKey) -> String {
    let parents = if k.referenced_columns.is_empty() {
        String::new()
    } else {
        format!(" ({})", names(&k.referenced_columns))
    };
    let mut text = format!(
        "{}FOREIGN KEY ({}) REFERENCES {}{parents}",
        named(k.name.as_ref()),
        names(&k.columns),
        qualified(&k.references)
    );
    if k.match_full {
        text.push_str(" MATCH FULL");
    }
    if !k.on_update.is_no_action() {
        text.push_str(&format!(" ON UPDATE {}", k.on_update.sql()));
    }
    if !k.on_delete.is_no_action() {
        text.push_str(&format!(" ON DELETE {}", k.on_delete.sql()));
        if !k.on_delete_columns.is_empty() {
            text.push_str(&format!(" ({})", names(&k.on_delete_columns)));
        }
    }
    text.push_str(deferrable(k.deferrable));
    if k.not_valid {
        text.push_str(" NOT VALID");
    }
    text
}
