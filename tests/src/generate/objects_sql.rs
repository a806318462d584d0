//! Drawn views and triggers in each database's SQL.

use std::fmt::Write as _;

use super::Schema;
use super::objects::{Relation, Trigger, View};
use super::sql::{path, quote};
use crate::servers::{Backend, Server};

/// All of them, each after what it reads.
pub fn objects(server: Server, schema: &Schema, sql: &mut String) {
    for view in &schema.views {
        let _ = writeln!(sql, "{};", self::view(server, view));
    }
    for trigger in &schema.triggers {
        let is_view = matches!(trigger.on, Relation::View(_));
        let text = match server.backend() {
            // MySQL and MariaDB have no trigger there.
            Backend::Mysql if is_view => event(server, trigger),
            Backend::Postgres if !is_view && trigger.kind == 4 => policy(server, trigger),
            _ => self::trigger(server, trigger),
        };
        let _ = writeln!(sql, "{text};");
    }
}

fn relation(server: Server, relation: &Relation) -> String {
    match relation {
        Relation::Table(name) => path(server, name),
        Relation::View(number) => quote(server, &format!("drawn view {number}")),
    }
}

fn view(server: Server, view: &View) -> String {
    let name = relation(server, &Relation::View(view.number));
    let below = relation(server, &view.over);
    let quoted = |name: &String| quote(server, name);
    let columns = |prefix: &str| {
        let one = |column: &super::objects::Shown| {
            let of = format!("{prefix}{}", quoted(&column.of));
            let has_own_name = column.name != column.of;
            if has_own_name { format!("{of} AS {}", quoted(&column.name)) } else { of }
        };
        view.columns.iter().map(one).collect::<Vec<_>>().join(", ")
    };
    let first = view.columns.first().map(|column| quoted(&column.of)).unwrap_or_default();
    let names: Vec<String> = view.columns.iter().map(|column| quoted(&column.of)).collect();
    let query = match view.kind {
        1 => format!("SELECT {} FROM {below} WHERE {first} IS NOT NULL", columns("")),
        2 => format!(
            "WITH part AS (SELECT {} FROM {below}) SELECT {} FROM part",
            names.join(", "),
            columns("")
        ),
        3 => format!("SELECT {} FROM {below} AS x", columns("x.")),
        _ => format!("SELECT {} FROM {below}", columns("")),
    };
    format!("CREATE VIEW {name} AS {query}")
}

/// What runs by the clock, in place of a trigger.
fn event(server: Server, trigger: &Trigger) -> String {
    let name = quote(server, &format!("drawn event {}", trigger.number));
    let schedule = match trigger.kind {
        0 => "EVERY 1 DAY STARTS '2035-01-01 00:00:00'",
        1 => "AT '2035-01-01 00:00:00' ON COMPLETION PRESERVE",
        2 => "EVERY '1:30' HOUR_MINUTE STARTS '2035-01-01 00:00:00' ENDS '2036-01-01 00:00:00'",
        3 => "EVERY 2 HOUR STARTS '2035-01-01 00:00:00' DISABLE",
        _ => "EVERY 1 WEEK STARTS '2035-01-01 00:00:00' COMMENT 'it''s; so'",
    };
    let (table, id) = (path(server, &trigger.writes), quote(server, "id"));
    format!("CREATE EVENT {name} ON SCHEDULE {schedule} DO DELETE FROM {table} WHERE {id} < 0")
}

/// Which rows others may see, in place of a trigger.
fn policy(server: Server, trigger: &Trigger) -> String {
    let name = quote(server, &format!("drawn policy {}", trigger.number));
    let on = relation(server, &trigger.on);
    let column = trigger.column.as_ref().map(|column| quote(server, column));
    let condition = column.map_or_else(|| "true".to_owned(), |c| format!("{c} IS NOT NULL"));
    let id = quote(server, "id");
    let writes = path(server, &trigger.writes);
    format!(
        "CREATE POLICY {name} ON {on} USING ({condition}) WITH CHECK (EXISTS (SELECT FROM {writes} \
         WHERE {id} IS NOT NULL))"
    )
}

fn trigger(server: Server, trigger: &Trigger) -> String {
    let name = quote(server, &format!("drawn trigger {}", trigger.number));
    let on = relation(server, &trigger.on);
    let column = trigger.column.as_ref().map(|column| quote(server, column));
    let is_view = matches!(trigger.on, Relation::View(_));
    let names_columns = match server.backend() {
        Backend::Sqlite => true,
        Backend::Postgres => !is_view,
        Backend::Mysql => false,
    };
    let event = match (trigger.kind, &column) {
        (0, _) => "INSERT".to_owned(),
        (1, _) => "DELETE".to_owned(),
        (2, Some(column)) if names_columns => format!("UPDATE OF {column}"),
        _ => "UPDATE".to_owned(),
    };
    let row = if trigger.kind == 1 { "OLD" } else { "NEW" };
    let timing = match trigger.on {
        Relation::View(_) => "INSTEAD OF",
        Relation::Table(_) if trigger.kind == 3 => "BEFORE",
        Relation::Table(_) => "AFTER",
    };
    let does = match server.backend() {
        Backend::Sqlite => {
            let (table, id) = (path(server, &trigger.writes), quote(server, "id"));
            let value = column.map_or_else(|| "1".to_owned(), |column| format!("{row}.{column}"));
            format!("BEGIN SELECT {value}; UPDATE {table} SET {id} = {id} WHERE 0; END")
        }
        Backend::Postgres => {
            let condition = column.filter(|_| !is_view && trigger.kind != 2);
            let condition = condition.map(|column| format!("WHEN ({row}.{column} IS NOT NULL) "));
            format!("FOR EACH ROW {}EXECUTE FUNCTION seen()", condition.unwrap_or_default())
        }
        Backend::Mysql => {
            let value = column.map_or_else(|| "1".to_owned(), |column| format!("{row}.{column}"));
            let (table, id) = (path(server, &trigger.writes), quote(server, "id"));
            // It may name any table, but write to none that is being written.
            format!(
                "FOR EACH ROW BEGIN IF FALSE THEN SET @seen = (SELECT max({id}) FROM {table}); END \
                 IF; SET @seen = {value}; END"
            )
        }
    };
    format!("CREATE TRIGGER {name} {timing} {event} ON {on} {does}")
}
