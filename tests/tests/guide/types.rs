//! What the page says of types is what each database makes of them.
#![allow(missing_docs, clippy::missing_docs_in_private_items)]

use std::collections::BTreeMap;
use std::process::Command;

use model_core::prelude::*;
use model_tests::{Backend, Server};

use crate::guide;
use crate::page::code;

#[derive(ModelEnum, Debug, Clone, Copy)]
pub enum Mood {
    Fine,
    Bad,
}

/// A field for each line of the page, in its order. A field is named so that none is a key.
#[derive(Model)]
#[model(schema_only, table = "all_types")]
pub struct AllTypes {
    pub id: i32,
    pub of_bool: bool,
    pub of_i8: i8,
    pub of_i16: i16,
    pub of_i32: i32,
    pub of_i64: i64,
    pub of_u8: u8,
    pub of_u16: u16,
    pub of_u32: u32,
    pub of_u64: u64,
    pub of_f32: f32,
    pub of_f64: f64,
    #[model(sql_type = Numeric)]
    pub of_decimal: BigDecimal,
    #[model(sql_type = Numeric, precision = 10, scale = 2)]
    pub of_short_decimal: BigDecimal,
    pub of_units: Decimal<2>,
    #[model(precision = 10)]
    pub of_few_units: Decimal<2>,
    pub of_text: String,
    #[model(max_length = 80)]
    pub of_short_text: String,
    pub of_bytes: Vec<u8>,
    #[model(max_length = 80)]
    pub of_few_bytes: Vec<u8>,
    pub of_date: NaiveDate,
    pub of_time: NaiveTime,
    pub of_date_and_time: NaiveDateTime,
    pub of_moment: DateTime<Utc>,
    pub of_uuid: Uuid,
    pub of_json: serde_json::Value,
    #[model(enumeration)]
    pub of_mood: Mood,
}

/// The page's lines: what the type is called there, and what it is on each database.
fn lines() -> Vec<Vec<String>> {
    let page = guide("types");
    let table = page.split("| --- | --- | --- | --- |\n").nth(1).unwrap();
    let rows = table.lines().take_while(|line| line.starts_with('|'));
    rows.map(|row| row.split(" | ").skip(1).flat_map(code).map(str::to_owned).collect()).collect()
}

fn as_the_page_says(server: Server) {
    let Some(database) = server.database() else { return };
    let folder = tempfile::tempdir().unwrap();
    let models = folder.path().join("models.json");
    std::fs::write(&models, model_core::registry::document().write()).unwrap();
    let output = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(["diff", "--from", "empty", "--to"])
        .arg(&models)
        .args(["--database-url", &database.url])
        .current_dir(folder.path())
        .output()
        .unwrap();
    let sql = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let columns: BTreeMap<&str, &str> = sql
        .lines()
        .filter_map(|line| line.trim().trim_end_matches(',').split_once(' '))
        .filter_map(|(name, rest)| {
            let name = name.trim_matches(|c| c == '"' || c == '`').strip_prefix("of_")?;
            Some((name, rest.split(" NOT NULL").next()?))
        })
        .collect();
    let schema = model_core::registry::schema();
    let table = schema.tables.iter().find(|table| table.name.name == "all_types").unwrap();
    let names = table.columns.iter().filter_map(|column| column.name.strip_prefix("of_"));
    let place = match server.backend() {
        Backend::Sqlite => 0,
        Backend::Postgres => 1,
        Backend::Mysql => 2,
    };
    let lines = lines();
    assert_eq!(names.clone().count(), lines.len(), "a field for each line of guide/types.md");
    for (name, line) in names.zip(&lines) {
        let made = columns[name].trim_matches('"').trim_matches('`');
        assert!(
            made.eq_ignore_ascii_case(&line[place]),
            "{name} is {made} and not {}",
            line[place]
        );
    }
}

model_tests::on_servers!(as_the_page_says);
