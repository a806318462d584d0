//! Drops and adds that look like renames: for questions to a person, never acted on unasked.

use model_core::schema::{Column, Table, TableName};

use super::{ColumnChange, SchemaDiff, TableChange};

/// A drop and an add that look alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Likely {
    /// Two tables.
    Table {
        /// The one that would go.
        from: TableName,
        /// The one that would be made.
        to: TableName,
    },
    /// Two columns.
    Column {
        /// Their table's name in the start.
        table: TableName,
        /// The one that would go.
        from: String,
        /// The one that would be made.
        to: String,
    },
}

/// At least so many of both tables' columns have to be the same, in percent.
const ALIKE: usize = 60;

/// Every pair that looks alike, the most alike first for each drop.
pub fn likely_renames(diff: &SchemaDiff) -> Vec<Likely> {
    let mut found = Vec::new();
    let created: Vec<&Table> = diff
        .tables
        .iter()
        .filter_map(|t| if let TableChange::Created(t) = t { Some(t) } else { None })
        .collect();
    for change in &diff.tables {
        match change {
            TableChange::Created(_) => {}
            TableChange::Dropped(table) => {
                let mut alike: Vec<(usize, &Table)> = created
                    .iter()
                    .map(|c| (likeness(table, c), *c))
                    .filter(|(likeness, _)| *likeness >= ALIKE)
                    .collect();
                alike.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.name.cmp(&b.1.name)));
                found.extend(alike.into_iter().map(|(_, to)| Likely::Table {
                    from: table.name.clone(),
                    to: to.name.clone(),
                }));
            }
            TableChange::Altered(table) => {
                let column = |change: &ColumnChange, added: bool| match change {
                    ColumnChange::Added(column) if added => Some(column.clone()),
                    ColumnChange::Dropped(column) if !added => Some(column.clone()),
                    _ => None,
                };
                let of = |added: bool| -> Vec<Column> {
                    table.columns.iter().filter_map(|c| column(c, added)).collect()
                };
                let (added, dropped) = (of(true), of(false));
                for from in &dropped {
                    found.extend(added.iter().filter(|to| same_kind(from, to)).map(|to| {
                        Likely::Column {
                            table: table.before.name.clone(),
                            from: from.name.clone(),
                            to: to.name.clone(),
                        }
                    }));
                }
            }
        }
    }
    found
}

fn same_kind(a: &Column, b: &Column) -> bool {
    let ty = |c: &Column| c.ty.native().unwrap_or_default().to_ascii_lowercase();
    ty(a) == ty(b) && a.generated.is_some() == b.generated.is_some()
}

fn likeness(a: &Table, b: &Table) -> usize {
    let same = a
        .columns
        .iter()
        .filter(|x| b.columns.iter().any(|y| x.name == y.name && same_kind(x, y)))
        .count();
    let most = a.columns.len().max(b.columns.len()).max(1);
    same * 100 / most
}
