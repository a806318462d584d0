//! A database's schema as its own catalog tells it, read without any of the tool's code, as
//! sorted lines: two databases hold the same schema when their lines are equal. The order of
//! columns is left out, because a migration appends.

mod mysql;
mod postgres;

use migrate_cli::{Connection, Row};

use crate::servers::{Database, Server};

/// The lines of a database.
pub fn read(database: &Database) -> Vec<String> {
    let mut connection = database.connect();
    let mut lines = match database.server {
        Server::Sqlite => sqlite(connection.as_mut()),
        Server::Postgres | Server::Postgres18 => ask(connection.as_mut(), postgres::QUESTIONS),
        Server::MariaDb => mysql::mariadb(connection.as_mut()),
        Server::Mysql9 => mysql::mysql(connection.as_mut()),
    };
    lines.retain(|line| !line.contains("__diesel_schema_migrations"));
    lines.sort();
    lines
}

/// Every table's rows, as sorted lines of `table|column=value|…` for the tables given.
pub fn rows(connection: &mut dyn Connection, query: &str) -> Vec<String> {
    let mut lines: Vec<String> = all(connection, query).iter().map(line).collect();
    lines.sort();
    lines
}

fn all(connection: &mut dyn Connection, sql: &str) -> Vec<Row> {
    connection.query(sql).unwrap_or_else(|e| panic!("{e}\n{sql}"))
}

fn line(row: &Row) -> String {
    let values = row.iter().map(|value| match value {
        Some(text) => text.split_whitespace().collect::<Vec<_>>().join(" "),
        None => "NULL".to_owned(),
    });
    values.collect::<Vec<_>>().join(" | ")
}

fn ask(connection: &mut dyn Connection, questions: &[(&str, &str)]) -> Vec<String> {
    let mut lines = Vec::new();
    for (kind, sql) in questions {
        lines.extend(all(connection, sql).iter().map(|row| format!("{kind} {}", line(row))));
    }
    lines
}

/// Names, types, keys and options from the pragmas; what only the text of the statement knows
/// (checks, constraint names) as the text without quotes and white space.
fn sqlite(connection: &mut dyn Connection) -> Vec<String> {
    let mut lines = ask(connection, SQLITE);
    for row in all(
        connection,
        "SELECT type, name, tbl_name, sql FROM sqlite_master
         WHERE sql IS NOT NULL AND type <> 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ) {
        let [kind, name, table, Some(sql)] = &row[..] else { continue };
        let text: String = sql
            .to_lowercase()
            .chars()
            .filter(|c| !c.is_whitespace() && !"\"`[]".contains(*c))
            .collect();
        lines.push(format!("{kind:?} {table:?}.{name:?} {text}"));
    }
    lines
}

const SQLITE: &[(&str, &str)] = &[
    (
        "table",
        "SELECT t.name, t.wr, t.strict, lower(m.sql) LIKE '%autoincrement%'
         FROM pragma_table_list t JOIN sqlite_master m ON m.name = t.name
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
    (
        "column",
        "SELECT t.name, c.name, lower(c.type), c.\"notnull\", c.dflt_value, c.pk, c.hidden
         FROM pragma_table_list t, pragma_table_xinfo(t.name) c
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
    (
        "foreign key",
        "SELECT t.name, k.\"table\", k.on_update, k.on_delete,
                group_concat(k.\"from\" || '->' || ifnull(k.\"to\", ''))
         FROM pragma_table_list t, pragma_foreign_key_list(t.name) k
         WHERE t.type = 'table' GROUP BY t.name, k.id",
    ),
    (
        "key",
        "SELECT t.name, i.origin, i.\"unique\", i.partial,
                (SELECT group_concat(ifnull(x.name, '?') || x.desc || x.coll)
                 FROM pragma_index_xinfo(i.name) x WHERE x.key)
         FROM pragma_table_list t, pragma_index_list(t.name) i
         WHERE t.type = 'table' AND t.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
    (
        "checks",
        "SELECT name, (length(sql) - length(replace(lower(sql), 'check', ''))) / 5
         FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
    ),
];
