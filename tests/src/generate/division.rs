//! Tables whose rows are divided, by their `id`, and the partitions in each database's SQL.

use std::fmt::Write as _;

use super::sql::{path, quote};
use super::{Schema, Table};
use crate::servers::{Backend, Server};

/// How many ways there are.
pub const WAYS: u8 = 4;

/// How the rows of a table are divided, where the database can do that with such a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Division {
    /// What its partitions are named after: they keep their names when the table gets another.
    pub name: String,
    /// Which way.
    pub way: u8,
}

/// The division of a table that can have one: no server takes every key and index there.
fn of<'a>(server: Server, schema: &Schema, table: &'a Table) -> Option<&'a Division> {
    let others = || schema.tables.iter().filter(|other| other.name != table.name);
    let own = table.division.as_ref()?;
    let is_led_to = others().any(|t| t.foreign_keys.iter().any(|k| k.parent == table.name));
    let has_namesake = others().any(|t| t.division.as_ref().is_some_and(|d| d.name == own.name));
    let is_plain = table.foreign_keys.is_empty()
        && table.uniques.is_empty()
        && table.indexes.iter().all(|index| index.kind == 0)
        && table.counter == 0
        && table.options == 0;
    let can = server.backend() != Backend::Sqlite && is_plain && !is_led_to && !has_namesake;
    can.then_some(own)
}

/// What stands behind the columns of a table.
pub fn clause(server: Server, schema: &Schema, table: &Table) -> String {
    let Some(division) = of(server, schema, table) else { return String::new() };
    let id = quote(server, "id");
    match (server.backend(), division.way) {
        (Backend::Postgres, 0) => format!(" PARTITION BY HASH ({id})"),
        (Backend::Postgres, 2) => format!(" PARTITION BY LIST ({id})"),
        (Backend::Postgres, _) => format!(" PARTITION BY RANGE ({id})"),
        (_, 0) => format!(" PARTITION BY HASH ({id}) PARTITIONS 2"),
        (_, 1) => format!(
            " PARTITION BY RANGE ({id}) (PARTITION p0 VALUES LESS THAN (2), PARTITION p1 VALUES \
             LESS THAN MAXVALUE)"
        ),
        (_, 2) => format!(
            " PARTITION BY LIST ({id}) (PARTITION p0 VALUES IN (1), PARTITION p1 VALUES IN (2, 3))"
        ),
        _ => " PARTITION BY KEY () PARTITIONS 3".to_owned(),
    }
}

/// The partitions of a table, where they are tables of their own.
pub fn partitions(server: Server, schema: &Schema, table: &Table, sql: &mut String) {
    let Some(division) = of(server, schema, table) else { return };
    if server.backend() != Backend::Postgres {
        return;
    }
    let parent = path(server, &table.name);
    let namespace = parent.strip_suffix(&quote(server, &table.name)).unwrap_or_default();
    let part = |ending: &str| {
        format!("{namespace}{}", quote(server, &format!("part of {} {ending}", division.name)))
    };
    let bounds = match division.way {
        0 => ["WITH (MODULUS 2, REMAINDER 0)", "WITH (MODULUS 2, REMAINDER 1)"],
        2 => ["IN (1)", "IN (2, 3)"],
        _ => ["FROM (MINVALUE) TO (2)", "FROM (2) TO (MAXVALUE)"],
    };
    for (at, bound) in bounds.iter().enumerate() {
        let divided = if division.way == 3 && at == 1 { " PARTITION BY HASH (\"id\")" } else { "" };
        let part = part(&at.to_string());
        let _ =
            writeln!(sql, "CREATE TABLE {part} PARTITION OF {parent} FOR VALUES {bound}{divided};");
    }
    if division.way == 3 {
        let _ = writeln!(
            sql,
            "CREATE TABLE {} PARTITION OF {} FOR VALUES WITH (MODULUS 1, REMAINDER 0);",
            part("1 below"),
            part("1")
        );
    }
}
