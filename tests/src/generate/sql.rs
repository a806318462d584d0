//! A drawn schema in each database's SQL, and rows for it.

use std::fmt::Write as _;

use super::flags::flags;
use super::kinds::{self, choices, default, table_path, ty, value};
use super::objects_sql::objects;
use super::{Check, Column, Rename, Schema, Table, Type};
use super::{division, functions};
use crate::law::Pair;
use crate::servers::{Backend, Server};

/// How many rows every table of the start has.
const ROWS: usize = 2;

/// The pair as SQL, with rows for the start and the flags that tell of its renames.
pub fn pair(server: Server, before: &Schema, after: &Schema, renames: &[Rename]) -> Pair {
    Pair {
        before: schema(server, before),
        after: schema(server, after),
        rows: rows(server, before),
        flags: flags(server, before, after, renames),
    }
}

/// A name in its quotes.
pub fn quote(server: Server, name: &str) -> String {
    match server.backend() {
        Backend::Mysql => format!("`{name}`"),
        _ => format!("\"{name}\""),
    }
}

/// A text in its quotes.
pub fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

/// A table as a statement names it.
pub fn path(server: Server, table: &str) -> String {
    let [namespace, name] = table_path(server, table);
    format!("{namespace}{}", quote(server, name))
}

fn schema(server: Server, schema: &Schema) -> String {
    let mut sql = String::new();
    if server.backend() == Backend::Postgres {
        let _ =
            writeln!(sql, "CREATE SCHEMA other;\nCREATE TYPE mood AS ENUM ({});", choices(schema));
        sql.push_str(
            "CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';\n",
        );
    }
    for table in &schema.tables {
        create(server, schema, table, &mut sql);
    }
    for table in &schema.tables {
        // SQLite takes a key to a table that is yet to come, and no other way.
        if server.backend() != Backend::Sqlite {
            for index in 0..table.foreign_keys.len() {
                let _ = writeln!(
                    sql,
                    "ALTER TABLE {} ADD {};",
                    path(server, &table.name),
                    foreign_key(server, table, index)
                );
            }
        }
        for index in &table.indexes {
            let name = quote(server, &format!("ix_{}_{}", table.name, index.columns.join("_")));
            let on = path(server, &table.name);
            let _ = writeln!(sql, "{};", kinds::index(server, table, index, &name, &on));
        }
        if server.backend() == Backend::Postgres {
            comments(server, table, &mut sql);
        }
    }
    objects(server, schema, &mut sql);
    functions::create(server, schema, &mut sql);
    sql
}

const COMMENTS: [&str; 2] = ["what it''s for: 100 %", "größer"];

fn comments(server: Server, table: &Table, sql: &mut String) {
    let name = path(server, &table.name);
    if let Some(which) = table.comment {
        let _ = writeln!(sql, "COMMENT ON TABLE {name} IS '{}';", COMMENTS[usize::from(which)]);
    }
    for column in &table.columns {
        if let Some(which) = column.comment {
            let column = quote(server, &column.name);
            let text = COMMENTS[usize::from(which)];
            let _ = writeln!(sql, "COMMENT ON COLUMN {name}.{column} IS '{text}';");
        }
    }
}

/// Names in their quotes, between commas.
pub fn list(server: Server, columns: &[String]) -> String {
    columns.iter().map(|c| quote(server, c)).collect::<Vec<_>>().join(", ")
}

fn create(server: Server, schema: &Schema, table: &Table, sql: &mut String) {
    let mut lines = vec![kinds::key(server, table)];
    lines.extend(table.columns.iter().map(|c| {
        let required = !c.nullable || table.key_with.as_ref() == Some(&c.name);
        column(server, schema, table, c, required)
    }));
    lines.extend(table.foreign_keys.iter().map(|k| {
        let ty = ty(server, schema, schema.type_of(k));
        format!("{} {ty}", quote(server, &k.column))
    }));
    if let Some(with) = &table.key_with {
        let columns = list(server, &["id".to_owned(), with.clone()]);
        lines.push(format!("PRIMARY KEY ({columns})"));
    }
    for unique in &table.uniques {
        let name = quote(server, &format!("uq_{}_{}", table.name, unique.columns.join("_")));
        lines.push(format!("CONSTRAINT {name} {}", kinds::unique(server, unique)));
    }
    for check in &table.checks {
        let name = quote(server, &format!("ck_{}_{}", table.name, check.column));
        let ty = table.column(&check.column).map_or(Type::Text, |c| c.ty);
        let (condition, end) = (condition(server, check, ty), kinds::check(server, check));
        lines.push(format!("CONSTRAINT {name} CHECK ({condition}){end}"));
    }
    if server.backend() == Backend::Sqlite {
        for column in table.columns.iter().filter(|c| c.ty == Type::Choice) {
            let name = quote(server, &format!("ck_{}_{}_values", table.name, column.name));
            let column = quote(server, &column.name);
            lines.push(format!("CONSTRAINT {name} CHECK ({column} IN ({}))", choices(schema)));
        }
    }
    if server.backend() == Backend::Sqlite {
        lines.extend((0..table.foreign_keys.len()).map(|i| foreign_key(server, table, i)));
    }
    let name = path(server, &table.name);
    let options = kinds::options(server, table);
    let comment = match (server.backend(), table.comment) {
        (Backend::Mysql, Some(which)) => format!(" COMMENT '{}'", COMMENTS[usize::from(which)]),
        _ => String::new(),
    };
    let divided = division::clause(server, schema, table);
    let lines = lines.join(",\n  ");
    let _ = writeln!(sql, "CREATE TABLE {name} (\n  {lines}\n){options}{comment}{divided};");
    division::partitions(server, schema, table, sql);
    for setting in kinds::settings(server, table) {
        let _ = writeln!(sql, "ALTER TABLE {name} {setting};");
    }
}

fn condition(server: Server, check: &Check, ty: Type) -> String {
    let column = quote(server, &check.column);
    match ty {
        _ if !check.of_values => format!("{column} IS NOT NULL"),
        Type::SmallInt | Type::Int | Type::BigInt | Type::Decimal | Type::Double => {
            format!("{column} >= -1 AND {column} < 1000")
        }
        Type::ShortText | Type::LongText | Type::Text => {
            format!("{column} NOT IN ('no', 'it''s not')")
        }
        Type::Bool => format!("{column} OR NOT {column}"),
        Type::Date => format!("{column} > '1999-12-31'"),
        _ => format!("{column} IS NOT NULL OR 1 = 1"),
    }
}

fn column(
    server: Server,
    schema: &Schema,
    table: &Table,
    column: &Column,
    required: bool,
) -> String {
    let mut text = format!(
        "{} {}{}",
        quote(server, &column.name),
        ty(server, schema, column.ty),
        kinds::collation(server, column)
    );
    if let Some(source) = &column.generated {
        let (source, place) = (quote(server, source), kinds::generated(server, table, column));
        let _ = write!(text, " GENERATED ALWAYS AS ({source} + 1) {place}");
    }
    if required {
        text.push_str(&kinds::not_null(server, column));
    }
    if let Some(which) = column.default {
        let _ = write!(text, " DEFAULT {}", default(server, schema, column.ty, which));
    }
    if let Some(which) = column.comment.filter(|_| server.backend() == Backend::Mysql) {
        let _ = write!(text, " COMMENT '{}'", COMMENTS[usize::from(which)]);
    }
    text
}

fn foreign_key(server: Server, table: &Table, index: usize) -> String {
    let key = &table.foreign_keys[index];
    let action = |event: &str, which: u8| match which {
        1 => format!(" ON {event} CASCADE"),
        2 => format!(" ON {event} SET NULL"),
        3 => format!(" ON {event} RESTRICT"),
        _ => String::new(),
    };
    let actions = action("DELETE", key.on_delete) + &action("UPDATE", key.on_update);
    format!(
        "CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({}){actions}{}",
        quote(server, &format!("fk_{}_{}", table.name, key.column)),
        quote(server, &key.column),
        path(server, &key.parent),
        quote(server, key.to.as_deref().unwrap_or("id")),
        kinds::foreign_key(server, key),
    )
}

fn rows(server: Server, schema: &Schema) -> String {
    let mut sql = String::new();
    let over = if server.backend() == Backend::Postgres { " OVERRIDING SYSTEM VALUE" } else { "" };
    for (at, table) in schema.tables.iter().enumerate() {
        let plain = || table.columns.iter().filter(|c| c.generated.is_none());
        let mut names = vec!["id".to_owned()];
        names.extend(plain().map(|c| c.name.clone()));
        for row in 1..=ROWS {
            let mut values = vec![row.to_string()];
            values.extend(plain().map(|c| value(schema, c.ty, at, row)));
            let _ = writeln!(
                sql,
                "INSERT INTO {} ({}){over} VALUES ({});",
                path(server, &table.name),
                list(server, &names),
                values.join(", ")
            );
        }
    }
    for table in &schema.tables {
        for key in &table.foreign_keys {
            let column = quote(server, &key.column);
            let name = path(server, &table.name);
            let id = quote(server, "id");
            let parent = schema.tables.iter().position(|t| t.name == key.parent);
            for row in 1..=ROWS {
                let value = match &key.to {
                    Some(_) => value(schema, schema.type_of(key), parent.unwrap_or_default(), row),
                    None => row.to_string(),
                };
                let _ = writeln!(sql, "UPDATE {name} SET {column} = {value} WHERE {id} = {row};");
            }
        }
    }
    sql
}
