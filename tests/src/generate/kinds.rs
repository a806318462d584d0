//! What a type, a default, or a kind of key, index or table is in each database.

use super::sql::{list, quote, text};
use super::{
    Check, Column, DEFERRED, ForeignKey, Index, NULLS_NOT_DISTINCT, Schema, Table, Type,
    UNIQUE_INDEX, Unique,
};
use crate::servers::{Backend, Server};

/// The namespace of a table with its dot, where it isn't the default one, and its name.
pub fn table_path(server: Server, table: &str) -> [&str; 2] {
    let apart = server.backend() == Backend::Postgres && matches!(table, "Order" | "ähre");
    [if apart { "other." } else { "" }, table]
}

pub fn ty(server: Server, schema: &Schema, ty: Type) -> String {
    let fixed = match (ty, server.backend()) {
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
        (Type::Char, _) => "char(10)",
        (Type::Time, _) => "time",
        (Type::Uuid, _) if server == Server::Mysql9 => "char(36)",
        (Type::Uuid, _) => "uuid",
        (Type::Array, Backend::Postgres) => "integer[]",
        (Type::Array, _) => "text",
        (Type::Choice, Backend::Postgres) => "mood",
        (Type::Choice, Backend::Sqlite) => "text",
        (Type::Choice, Backend::Mysql) => return format!("enum({})", choices(schema)),
    };
    fixed.to_owned()
}

pub fn choices(schema: &Schema) -> String {
    let names: Vec<String> = schema.choices.iter().map(|c| text(&c.name)).collect();
    names.join(",")
}

pub fn default(server: Server, schema: &Schema, ty: Type, which: u8) -> String {
    let literal = literal(schema, ty, which);
    let unlimited = matches!(ty, Type::Text | Type::Json | Type::Binary | Type::Array);
    // MySQL takes no literal there, but an expression.
    if server == Server::Mysql9 && unlimited { format!("({literal})") } else { literal }
}

fn literal(schema: &Schema, ty: Type, which: u8) -> String {
    let fixed = match (ty, which) {
        (Type::SmallInt | Type::Int | Type::BigInt | Type::Double, 0) => "0",
        (Type::SmallInt | Type::Int | Type::BigInt, 1) => "-1",
        (Type::SmallInt | Type::Int | Type::BigInt, _) => "42",
        (Type::ShortText | Type::LongText | Type::Text, 0) => "''",
        (Type::ShortText | Type::LongText | Type::Text, 1) => "'it''s 100 % \"ä\"'",
        (Type::ShortText | Type::LongText | Type::Text, 2) => "'NULL'",
        (Type::ShortText | Type::LongText | Type::Text, _) => "(lower('ABC'))",
        (Type::Char, 0) => "''",
        (Type::Char, _) => "'it''s'",
        (Type::Time, _) => "'12:00:00'",
        (Type::Uuid, _) => "'a0000000-0000-0000-0000-00000000000a'",
        (Type::Array, 0) => "'{}'",
        (Type::Array, _) => "'{1,2}'",
        (Type::Bool, 0) => "true",
        (Type::Bool, _) => "false",
        (Type::Decimal, 0) => "0",
        (Type::Decimal | Type::Double, _) => "1.5",
        (Type::Date, 0) => "'2000-01-01'",
        (Type::Date, _) => "'2020-02-29'",
        (Type::Timestamp, 0) => "'2000-01-01 00:00:00'",
        (Type::Timestamp, 1) => "'2020-02-29 12:34:56'",
        (Type::Timestamp, _) => "CURRENT_TIMESTAMP",
        (Type::Json, 0) => "'{}'",
        (Type::Json, _) => "'[1, \"a''b\"]'",
        (Type::Binary, _) => "''",
        (Type::Choice, which) => return text(schema.choice(which % 2)),
    };
    fixed.to_owned()
}

pub fn value(schema: &Schema, ty: Type, table: usize, row: usize) -> String {
    let number = table * 10 + row;
    match ty {
        Type::SmallInt | Type::Int | Type::BigInt => format!("{number}"),
        Type::ShortText | Type::LongText | Type::Text => format!("'row {number} ''of'' ä'"),
        Type::Char => format!("'row {number}'"),
        Type::Time => format!("'10:00:{number:02}'"),
        Type::Uuid => format!("'a0000000-0000-0000-0000-{number:012}'"),
        Type::Array => format!("'{{1,{number}}}'"),
        Type::Bool => if row.is_multiple_of(2) { "true" } else { "false" }.to_owned(),
        Type::Decimal | Type::Double => format!("{number}.25"),
        Type::Date => format!("'2026-11-{:02}'", row + 1),
        Type::Timestamp => format!("'2026-11-{:02} 10:00:00'", row + 1),
        Type::Json => format!("'{{\"a\": {number}}}'"),
        Type::Binary => format!("'bytes {number}'"),
        Type::Choice => text(schema.choice(u8::from(row.is_multiple_of(2)))),
    }
}

/// The collation of a text that has one of its own.
pub fn collation(server: Server, column: &Column) -> &'static str {
    if !column.collated || !matches!(column.ty, Type::ShortText | Type::LongText | Type::Text) {
        return "";
    }
    match server.backend() {
        Backend::Sqlite => " COLLATE NOCASE",
        Backend::Postgres => " COLLATE \"C\"",
        Backend::Mysql => " COLLATE utf8mb4_bin",
    }
}

/// Where the values of a generated column are. On PostgreSQL those of no index may be nowhere.
pub fn generated(server: Server, table: &Table, column: &Column) -> &'static str {
    let keyed = table.keys().any(|key| key.contains(&column.name));
    let knows = match server {
        Server::Postgres18 => !keyed,
        Server::Mysql9 => true,
        _ => false,
    };
    if knows && table.key_type == Type::Int { "VIRTUAL" } else { "STORED" }
}

/// What follows the condition of a check.
pub fn check(server: Server, check: &Check) -> &'static str {
    let knows = matches!(server, Server::Postgres18 | Server::Mysql9);
    let some = !check.of_values && check.column.len().is_multiple_of(2);
    if knows && some { " NOT ENFORCED" } else { "" }
}

/// The column that every table has, with the table's key where it is that alone.
pub fn key(server: Server, table: &Table) -> String {
    let wide = table.key_type == Type::BigInt;
    let int = match (server.backend(), wide) {
        (_, true) => "bigint",
        (Backend::Mysql, false) => "int",
        (_, false) => "integer",
    };
    let id = quote(server, "id");
    let alone = table.key_with.is_none();
    let text = match (server.backend(), table.counter) {
        (Backend::Sqlite, 1..) if alone => {
            return "\"id\" integer PRIMARY KEY AUTOINCREMENT".to_owned();
        }
        (Backend::Postgres, 1) => format!("{id} {int} GENERATED BY DEFAULT AS IDENTITY"),
        (Backend::Postgres, 2) => {
            format!("{id} {int} GENERATED ALWAYS AS IDENTITY (INCREMENT 5 CACHE 3)")
        }
        (Backend::Postgres, 3..) => format!("{id} {}", if wide { "bigserial" } else { "serial" }),
        (Backend::Mysql, 1..) => format!("{id} {int} NOT NULL AUTO_INCREMENT"),
        _ => format!("{id} {int} NOT NULL"),
    };
    if alone { text + " PRIMARY KEY" } else { text }
}

/// What follows the parentheses of a table.
pub fn options(server: Server, table: &Table) -> &'static str {
    match (server.backend(), table.options) {
        (Backend::Sqlite, 1) if table.counter == 0 || table.key_with.is_some() => " WITHOUT ROWID",
        (Backend::Postgres, 1) => " WITH (fillfactor = 70)",
        (Backend::Postgres, 2) => " WITH (autovacuum_enabled = false, fillfactor = 50)",
        (Backend::Mysql, 1) => " ROW_FORMAT=COMPACT",
        (Backend::Mysql, 2) => " DEFAULT CHARSET=latin1",
        _ => "",
    }
}

/// What is set of a table by clauses of `ALTER TABLE`.
pub fn settings(server: Server, table: &Table) -> &'static [&'static str] {
    match (server.backend(), table.options) {
        (Backend::Postgres, 1) => &["ENABLE ROW LEVEL SECURITY", "REPLICA IDENTITY FULL"],
        (Backend::Postgres, 2) => &[
            "FORCE ROW LEVEL SECURITY",
            "ALTER COLUMN \"id\" SET STATISTICS 50",
            "ALTER COLUMN \"id\" SET (n_distinct = -1)",
        ],
        _ => &[],
    }
}

/// What forbids NULL: where the server keeps a name for that, one of its own for some.
pub fn not_null(server: Server, column: &Column) -> String {
    match server {
        Server::Postgres18 if column.default.is_some() => {
            format!(" CONSTRAINT {} NOT NULL", quote(server, &format!("nn {}", column.name)))
        }
        _ => " NOT NULL".to_owned(),
    }
}

/// What follows the actions of a key.
pub fn foreign_key(server: Server, key: &ForeignKey) -> &'static str {
    match (server.backend(), key.kind) {
        (Backend::Sqlite | Backend::Postgres, 1) => " DEFERRABLE INITIALLY DEFERRED",
        (Backend::Postgres, 2) if server == Server::Postgres18 && key.on_update == 1 => {
            " NOT ENFORCED"
        }
        (Backend::Postgres, 2) => " NOT VALID",
        _ => "",
    }
}

/// What follows `CONSTRAINT name` in a unique constraint.
pub fn unique(server: Server, unique: &Unique) -> String {
    let columns = list(server, &unique.columns);
    match (server.backend(), unique.kind) {
        (Backend::Postgres, NULLS_NOT_DISTINCT) => format!("UNIQUE NULLS NOT DISTINCT ({columns})"),
        (Backend::Postgres, DEFERRED) => {
            format!("UNIQUE ({columns}) DEFERRABLE INITIALLY DEFERRED")
        }
        (Backend::Postgres, 3) => format!("UNIQUE ({columns}) INCLUDE (\"id\")"),
        _ => format!("UNIQUE ({columns})"),
    }
}

/// A statement that makes an index.
pub fn index(server: Server, table: &Table, index: &Index, name: &str, on: &str) -> String {
    let text = table
        .column(&index.columns[0])
        .is_some_and(|c| matches!(c.ty, Type::ShortText | Type::LongText));
    let mut parts: Vec<String> = index.columns.iter().map(|c| quote(server, c)).collect();
    let first = parts[0].clone();
    let (mut word, mut method, mut end) = ("INDEX", "", String::new());
    match (server.backend(), index.kind) {
        (_, 1) => parts[0].push_str(" DESC"),
        (Backend::Mysql, 2) if text => parts[0].push_str("(5)"),
        (Backend::Mysql, 3) if server == Server::Mysql9 => end = " INVISIBLE".to_owned(),
        (Backend::Mysql, 3) => end = " IGNORED".to_owned(),
        (_, UNIQUE_INDEX) => word = "UNIQUE INDEX",
        (Backend::Mysql, 5) if server == Server::Mysql9 => {
            parts[0] = format!("(coalesce({first}, {first}))");
        }
        (Backend::Mysql, _) => {}
        (_, 2) => end = format!(" WHERE {first} IS NOT NULL"),
        (_, 3) => {
            parts[0].push_str(" DESC");
            end = " WHERE \"id\" > 10".to_owned();
        }
        (_, 5) => parts[0] = format!("(coalesce({first}, {first}))"),
        (Backend::Sqlite, 6) => parts[0].push_str(" COLLATE NOCASE"),
        (Backend::Postgres, 6) => end = " INCLUDE (\"id\")".to_owned(),
        (Backend::Postgres, 7) if parts.len() == 1 => method = " USING hash",
        (Backend::Postgres, 7) => parts[0].push_str(" NULLS FIRST"),
        (Backend::Postgres, 8) => end = " WITH (fillfactor = 60)".to_owned(),
        _ => {}
    }
    format!("CREATE {word} {name} ON {on}{method} ({}){end}", parts.join(", "))
}
