//! A drawn schema in each database's SQL, and rows for it.

use std::fmt::Write as _;

use super::flags::flags;
use super::kinds::{self, choices, default, table_path, ty, value};
use super::{Check, Column, Rename, Schema, Table, Type};
use crate::law::Pair;
use crate::servers::Backend;

/// How many rows every table of the start has.
const ROWS: usize = 2;

/// The pair as SQL, with rows for the start and the flags that tell of its renames.
pub fn pair(backend: Backend, before: &Schema, after: &Schema, renames: &[Rename]) -> Pair {
    Pair {
        before: schema(backend, before),
        after: schema(backend, after),
        rows: rows(backend, before),
        flags: flags(backend, before, after, renames),
    }
}

/// A name in its quotes.
pub fn quote(backend: Backend, name: &str) -> String {
    match backend {
        Backend::Mysql => format!("`{name}`"),
        _ => format!("\"{name}\""),
    }
}

/// A text in its quotes.
pub fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn path(backend: Backend, table: &str) -> String {
    let [namespace, name] = table_path(backend, table);
    format!("{namespace}{}", quote(backend, name))
}

fn schema(backend: Backend, schema: &Schema) -> String {
    let mut sql = String::new();
    if backend == Backend::Postgres {
        let _ =
            writeln!(sql, "CREATE SCHEMA other;\nCREATE TYPE mood AS ENUM ({});", choices(schema));
        sql.push_str(
            "CREATE FUNCTION seen() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';\n",
        );
    }
    for table in &schema.tables {
        create(backend, schema, table, &mut sql);
    }
    for table in &schema.tables {
        // SQLite takes a key to a table that is yet to come, and no other way.
        if backend != Backend::Sqlite {
            for index in 0..table.foreign_keys.len() {
                let _ = writeln!(
                    sql,
                    "ALTER TABLE {} ADD {};",
                    path(backend, &table.name),
                    foreign_key(backend, table, index)
                );
            }
        }
        for index in &table.indexes {
            let name = quote(backend, &format!("ix_{}_{}", table.name, index.columns.join("_")));
            let on = path(backend, &table.name);
            let _ = writeln!(sql, "{};", kinds::index(backend, table, index, &name, &on));
        }
        if backend == Backend::Postgres {
            comments(table, &mut sql);
        }
    }
    for table in &schema.tables {
        seen(backend, table, &mut sql);
    }
    sql
}

const COMMENTS: [&str; 2] = ["what it''s for: 100 %", "größer"];

fn comments(table: &Table, sql: &mut String) {
    let name = path(Backend::Postgres, &table.name);
    if let Some(which) = table.comment {
        let _ = writeln!(sql, "COMMENT ON TABLE {name} IS '{}';", COMMENTS[usize::from(which)]);
    }
    for column in &table.columns {
        if let Some(which) = column.comment {
            let column = quote(Backend::Postgres, &column.name);
            let text = COMMENTS[usize::from(which)];
            let _ = writeln!(sql, "COMMENT ON COLUMN {name}.{column} IS '{text}';");
        }
    }
}

/// What is only seen: a view and a trigger.
fn seen(backend: Backend, table: &Table, sql: &mut String) {
    let (name, id) = (path(backend, &table.name), quote(backend, "id"));
    if let Some(number) = table.view {
        let view = quote(backend, &format!("view {number}"));
        let _ = writeln!(sql, "CREATE VIEW {view} AS SELECT {id} FROM {name};");
    }
    if let Some(number) = table.trigger {
        let trigger = quote(backend, &format!("trigger {number}"));
        let does = match backend {
            Backend::Sqlite => format!("BEGIN UPDATE {name} SET {id} = {id} WHERE 0; END"),
            Backend::Postgres => "FOR EACH ROW EXECUTE FUNCTION seen()".to_owned(),
            Backend::Mysql => "FOR EACH ROW SET @seen = 1".to_owned(),
        };
        let _ = writeln!(sql, "CREATE TRIGGER {trigger} AFTER INSERT ON {name} {does};");
    }
}

/// Names in their quotes, between commas.
pub fn list(backend: Backend, columns: &[String]) -> String {
    columns.iter().map(|c| quote(backend, c)).collect::<Vec<_>>().join(", ")
}

fn create(backend: Backend, schema: &Schema, table: &Table, sql: &mut String) {
    let mut lines = vec![kinds::key(backend, table)];
    lines.extend(table.columns.iter().map(|c| {
        let required = !c.nullable || table.key_with.as_ref() == Some(&c.name);
        column(backend, schema, c, required)
    }));
    lines.extend(table.foreign_keys.iter().map(|k| {
        let ty = ty(backend, schema, schema.type_of(k));
        format!("{} {ty}", quote(backend, &k.column))
    }));
    if let Some(with) = &table.key_with {
        let columns = list(backend, &["id".to_owned(), with.clone()]);
        lines.push(format!("PRIMARY KEY ({columns})"));
    }
    for unique in &table.uniques {
        let name = quote(backend, &format!("uq_{}_{}", table.name, unique.columns.join("_")));
        lines.push(format!("CONSTRAINT {name} {}", kinds::unique(backend, unique)));
    }
    for check in &table.checks {
        let name = quote(backend, &format!("ck_{}_{}", table.name, check.column));
        let ty = table.column(&check.column).map_or(Type::Text, |c| c.ty);
        lines.push(format!("CONSTRAINT {name} CHECK ({})", condition(backend, check, ty)));
    }
    if backend == Backend::Sqlite {
        for column in table.columns.iter().filter(|c| c.ty == Type::Choice) {
            let name = quote(backend, &format!("ck_{}_{}_values", table.name, column.name));
            let column = quote(backend, &column.name);
            lines.push(format!("CONSTRAINT {name} CHECK ({column} IN ({}))", choices(schema)));
        }
    }
    if backend == Backend::Sqlite {
        lines.extend((0..table.foreign_keys.len()).map(|i| foreign_key(backend, table, i)));
    }
    let name = path(backend, &table.name);
    let options = kinds::options(backend, table);
    let comment = match (backend, table.comment) {
        (Backend::Mysql, Some(which)) => format!(" COMMENT '{}'", COMMENTS[usize::from(which)]),
        _ => String::new(),
    };
    let _ = writeln!(sql, "CREATE TABLE {name} (\n  {}\n){options}{comment};", lines.join(",\n  "));
}

fn condition(backend: Backend, check: &Check, ty: Type) -> String {
    let column = quote(backend, &check.column);
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

fn column(backend: Backend, schema: &Schema, column: &Column, required: bool) -> String {
    let mut text = format!(
        "{} {}{}",
        quote(backend, &column.name),
        ty(backend, schema, column.ty),
        kinds::collation(backend, column)
    );
    if let Some(source) = &column.generated {
        let _ = write!(text, " GENERATED ALWAYS AS ({} + 1) STORED", quote(backend, source));
    }
    if required {
        text.push_str(" NOT NULL");
    }
    if let Some(which) = column.default {
        let _ = write!(text, " DEFAULT {}", default(schema, column.ty, which));
    }
    if let Some(which) = column.comment.filter(|_| backend == Backend::Mysql) {
        let _ = write!(text, " COMMENT '{}'", COMMENTS[usize::from(which)]);
    }
    text
}

fn foreign_key(backend: Backend, table: &Table, index: usize) -> String {
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
        quote(backend, &format!("fk_{}_{}", table.name, key.column)),
        quote(backend, &key.column),
        path(backend, &key.parent),
        quote(backend, key.to.as_deref().unwrap_or("id")),
        kinds::foreign_key(backend, key),
    )
}

fn rows(backend: Backend, schema: &Schema) -> String {
    let mut sql = String::new();
    let over = if backend == Backend::Postgres { " OVERRIDING SYSTEM VALUE" } else { "" };
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
                path(backend, &table.name),
                list(backend, &names),
                values.join(", ")
            );
        }
    }
    for table in &schema.tables {
        for key in &table.foreign_keys {
            let column = quote(backend, &key.column);
            let name = path(backend, &table.name);
            let id = quote(backend, "id");
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
