//! The words that tell `migrate diff` of a pair's renames.

use super::kinds::table_path;
use super::{Rename, Schema, Type};
use crate::servers::{Backend, Server};

/// A `--rename` for each.
pub fn flags(server: Server, before: &Schema, after: &Schema, renames: &[Rename]) -> Vec<String> {
    let path = |table: &str| table_path(server, table).concat();
    let table_after = |name: &String| {
        let renamed = renames.iter().find_map(|rename| match rename {
            Rename::Table(old, new) if old == name => Some(new),
            _ => None,
        });
        after.tables.iter().find(|t| &t.name == renamed.unwrap_or(name))
    };
    // The enumeration is a type of its own, or stands in each column that has it.
    let holders = || -> Vec<String> {
        if server.backend() == Backend::Postgres {
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
                    holders.push(format!("{}.{}", path(&table.name), column.name));
                }
            }
        }
        holders
    };
    let mut flags = Vec::new();
    for rename in renames {
        let told = match rename {
            Rename::Table(old, new) => vec![format!("table:{}={}", path(old), path(new))],
            Rename::Column(table, old, new) => vec![format!("column:{}.{old}={new}", path(table))],
            Rename::Choice(old, new) => {
                holders().iter().map(|of| format!("value:{of}.{old}={new}")).collect()
            }
        };
        flags.extend(told.into_iter().flat_map(|flag| ["--rename".to_owned(), flag]));
    }
    flags
}
