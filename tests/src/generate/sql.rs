//! A drawn schema in each database's SQL, and rows for it.

use std::fmt::Write as _;

use super::{Check, Column, Index, Rename, Schema, Table, Type};
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

fn flags(backend: Backend, before: &Schema, after: &Schema, renames: &[Rename]) -> Vec<String> {
    let table_after = |name: &String| {
        let renamed = renames.iter().find_map(|rename| match rename {
            Rename::Table(old, new) if old == name => Some(new),
            _ => None,
        });
        after.tables.iter().find(|t| &t.name == renamed.unwrap_or(name))
    };
    // The enumeration is a type of its own, or stands in each column that has it.
    let holders = || -> Vec<String> {
        if backend == Backend::Postgres {
            return vec!["mood".to_owned()];
        }
        let mut holders = Vec::new();
        for table in &before.tables {
            for column in table.columns.iter().filter(|c| c.ty == Type::Choice) {
                let name = renames.iter().find_map(|rename| match rename {
                    Rename::Column(of, old, new) if of == &table.name && old == &column.name => {
                        Some(new)
                    }
                    _ => None,
                });
                let kept = table_after(&table.name)
                    .and_then(|t| t.column(name.unwrap_or(&column.name)))
                    .is_some_and(|c| c.ty == Type::Choice);
                if kept {
                    holders.push(format!("{}.{}", table.name, column.name));
                }
            }
        }
        holders
    };
    let mut flags = Vec::new();
    for rename in renames {
        let told = match rename {
            Rename::Table(old, new) => vec![format!("table:{old}={new}")],
            Rename::Column(table, old, new) => vec![format!("column:{table}.{old}={new}")],
            Rename::Choice(old, new) => {
                holders().iter().map(|of| format!("value:{of}.{old}={new}")).collect()
            }
        };
        flags.extend(told.into_iter().flat_map(|flag| ["--rename".to_owned(), flag]));
    }
    flags
}

fn quote(backend: Backend, name: &str) -> String {
    match backend {
        Backend::Mysql => format!("`{name}`"),
        _ => format!("\"{name}\""),
    }
}

fn text(text: &str) -> String {
    format!("'{}'", text.replace('\'', "''"))
}

fn ty(backend: Backend, schema: &Schema, ty: Type) -> String {
    let fixed = match (ty, backend) {
        (Type::SmallInt, _) => "smallint",
        (Type::Int, Backend::Mysql) => "int",
        (Type::Int, _) => "integer",
        (Type::BigInt, _) => "bigint",
        (Type::ShortText, _) => "varchar(40)",
        (Type::LongText, _) => "varchar(120)",
        (Type::Text, _) => "text",
        (Type::Bool, _) => "boolean",
        (Type::Decimal, _) => "numeric(10,2)",
        (Type::Double, Backend::Postgres) => "double precision",
        (Type::Double, _) => "double",
        (Type::Date, _) => "date",
        (Type::Timestamp, Backend::Mysql) => "datetime",
        (Type::Timestamp, _) => "timestamp",
        (Type::Json, Backend::Postgres) => "jsonb",
        (Type::Json, _) => "json",
        (Type::Binary, Backend::Postgres) => "bytea",
        (Type::Binary, _) => "blob",
        (Type::Choice, Backend::Postgres) => "mood",
        (Type::Choice, Backend::Sqlite) => "text",
        (Type::Choice, Backend::Mysql) => return format!("enum({})", choices(schema)),
    };
    fixed.to_owned()
}

fn choices(schema: &Schema) -> String {
    let names: Vec<String> = schema.choices.iter().map(|c| text(&c.name)).collect();
    names.join(",")
}

fn default(schema: &Schema, ty: Type, which: u8) -> String {
    let fixed = match (ty, which) {
        (Type::SmallInt | Type::Int | Type::BigInt | Type::Double, 0) => "0",
        (Type::SmallInt | Type::Int | Type::BigInt, 1) => "-1",
        (Type::SmallInt | Type::Int | Type::BigInt, _) => "42",
        (Type::ShortText | Type::LongText | Type::Text, 0) => "''",
        (Type::ShortText | Type::LongText | Type::Text, 1) => "'it''s 100 % \"ä\"'",
        (Type::ShortText | Type::LongText | Type::Text, _) => "'NULL'",
        (Type::Bool, 0) => "true",
        (Type::Bool, _) => "false",
        (Type::Decimal, 0) => "0",
        (Type::Decimal | Type::Double, _) => "1.5",
        (Type::Date, 0) => "'2000-01-01'",
        (Type::Date, _) => "'2020-02-29'",
        (Type::Timestamp, 0) => "'2000-01-01 00:00:00'",
        (Type::Timestamp, _) => "'2020-02-29 12:34:56'",
        (Type::Json, 0) => "'{}'",
        (Type::Json, _) => "'[1, \"a''b\"]'",
        (Type::Binary, _) => "''",
        (Type::Choice, which) => return text(schema.choice(which % 2)),
    };
    fixed.to_owned()
}

fn value(schema: &Schema, ty: Type, table: usize, row: usize) -> String {
    let number = table * 10 + row;
    match ty {
        Type::SmallInt | Type::Int | Type::BigInt => format!("{number}"),
        Type::ShortText | Type::LongText | Type::Text => format!("'row {number} ''of'' ä'"),
        Type::Bool => if row.is_multiple_of(2) { "true" } else { "false" }.to_owned(),
        Type::Decimal | Type::Double => format!("{number}.25"),
        Type::Date => format!("'2026-11-{:02}'", row + 1),
        Type::Timestamp => format!("'2026-11-{:02} 10:00:00'", row + 1),
        Type::Json => format!("'{{\"a\": {number}}}'"),
        Type::Binary => format!("'bytes {number}'"),
        Type::Choice => text(schema.choice(u8::from(row.is_multiple_of(2)))),
    }
}

fn schema(backend: Backend, schema: &Schema) -> String {
    let mut sql = String::new();
    if backend == Backend::Postgres {
        let _ = writeln!(sql, "CREATE TYPE mood AS ENUM ({});", choices(schema));
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
                    quote(backend, &table.name),
                    foreign_key(backend, table, index)
                );
            }
        }
        for index in &table.indexes {
            let _ = writeln!(sql, "{};", create_index(backend, table, index));
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

fn create_index(backend: Backend, table: &Table, index: &Index) -> String {
    let name = format!("ix_{}_{}", table.name, index.columns.join("_"));
    let mut parts: Vec<String> = index.columns.iter().map(|c| quote(backend, c)).collect();
    let mut end = String::new();
    if index.partial && backend != Backend::Mysql {
        end = format!(" WHERE {} IS NOT NULL", parts[0]);
    }
    if index.descending {
        parts[0].push_str(" DESC");
    }
    format!(
        "CREATE INDEX {} ON {} ({}){end}",
        quote(backend, &name),
        quote(backend, &table.name),
        parts.join(", ")
    )
}

const COMMENTS: [&str; 2] = ["what it''s for: 100 %", "größer"];

fn comments(table: &Table, sql: &mut String) {
    let name = quote(Backend::Postgres, &table.name);
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
    let (name, id) = (quote(backend, &table.name), quote(backend, "id"));
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

fn list(backend: Backend, columns: &[String]) -> String {
    columns.iter().map(|c| quote(backend, c)).collect::<Vec<_>>().join(", ")
}

fn create(backend: Backend, schema: &Schema, table: &Table, sql: &mut String) {
    let id = match (backend, table.generated_key) {
        (Backend::Sqlite, true) => "\"id\" integer PRIMARY KEY AUTOINCREMENT".to_owned(),
        (Backend::Sqlite, false) => "\"id\" bigint NOT NULL PRIMARY KEY".to_owned(),
        (Backend::Postgres, true) => {
            "\"id\" bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY".to_owned()
        }
        (Backend::Postgres, false) => "\"id\" bigint PRIMARY KEY".to_owned(),
        (Backend::Mysql, true) => "`id` bigint NOT NULL AUTO_INCREMENT PRIMARY KEY".to_owned(),
        (Backend::Mysql, false) => "`id` bigint NOT NULL PRIMARY KEY".to_owned(),
    };
    let mut lines = vec![id];
    lines.extend(table.columns.iter().map(|c| column(backend, schema, c)));
    lines
        .extend(table.foreign_keys.iter().map(|k| format!("{} bigint", quote(backend, &k.column))));
    for columns in &table.uniques {
        let name = format!("uq_{}_{}", table.name, columns.join("_"));
        lines.push(format!(
            "CONSTRAINT {} UNIQUE ({})",
            quote(backend, &name),
            list(backend, columns)
        ));
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
    let name = quote(backend, &table.name);
    let comment = match (backend, table.comment) {
        (Backend::Mysql, Some(which)) => format!(" COMMENT '{}'", COMMENTS[usize::from(which)]),
        _ => String::new(),
    };
    let _ = writeln!(sql, "CREATE TABLE {name} (\n  {}\n){comment};", lines.join(",\n  "));
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

fn column(backend: Backend, schema: &Schema, column: &Column) -> String {
    let mut text = format!("{} {}", quote(backend, &column.name), ty(backend, schema, column.ty));
    if let Some(source) = &column.generated {
        let _ = write!(text, " GENERATED ALWAYS AS ({} + 1) STORED", quote(backend, source));
    }
    if !column.nullable {
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
        "CONSTRAINT {} FOREIGN KEY ({}) REFERENCES {} ({}){actions}",
        quote(backend, &format!("fk_{}_{}", table.name, key.column)),
        quote(backend, &key.column),
        quote(backend, &key.parent),
        quote(backend, "id"),
    )
}

fn rows(backend: Backend, schema: &Schema) -> String {
    let mut sql = String::new();
    for (at, table) in schema.tables.iter().enumerate() {
        let plain = || table.columns.iter().filter(|c| c.generated.is_none());
        let mut names = vec!["id".to_owned()];
        names.extend(plain().map(|c| c.name.clone()));
        for row in 1..=ROWS {
            let mut values = vec![row.to_string()];
            values.extend(plain().map(|c| value(schema, c.ty, at, row)));
            let _ = writeln!(
                sql,
                "INSERT INTO {} ({}) VALUES ({});",
                quote(backend, &table.name),
                list(backend, &names),
                values.join(", ")
            );
        }
    }
    for table in &schema.tables {
        for key in &table.foreign_keys {
            let column = quote(backend, &key.column);
            let name = quote(backend, &table.name);
            let id = quote(backend, "id");
            let _ = writeln!(sql, "UPDATE {name} SET {column} = {id};");
        }
    }
    sql
}
