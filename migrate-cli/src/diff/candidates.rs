//! Drops and adds that look like renames: for questions to a person, never acted on unasked.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt;

use model_core::schema::{Column, EnumType, QualifiedName, Table};

use super::{Change, Equivalence, Renames, SchemaDiff, TableChange, TableDiff};

/// A drop and an add that look alike.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum RenameCandidate {
    /// Two tables.
    Table {
        /// The one that would go.
        from: QualifiedName,
        /// The one that would be made.
        to: QualifiedName,
    },
    /// Two columns.
    Column {
        /// Their table's name in the start.
        table: QualifiedName,
        /// The one that would go.
        from: String,
        /// The one that would be made.
        to: String,
    },
    /// Two values of an enumeration.
    EnumValue {
        /// The enumeration's name in the start.
        name: QualifiedName,
        /// The one that would go.
        from: String,
        /// The one that would be made.
        to: String,
    },
    /// Two values that a column itself lists.
    ColumnValue {
        /// The table's name in the start.
        table: QualifiedName,
        /// The column's name in the start.
        column: String,
        /// The one that would go.
        from: String,
        /// The one that would be made.
        to: String,
    },
}

impl fmt::Display for RenameCandidate {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Table { from, to } => write!(f, "table {from} renamed to {to}"),
            Self::Column { table, from, to } => write!(f, "column {table}.{from} renamed to {to}"),
            Self::EnumValue { name, from, to } => {
                write!(f, "value {from} of enum {name} renamed to {to}")
            }
            Self::ColumnValue { table, column, from, to } => {
                write!(f, "value {from} of {table}.{column} renamed to {to}")
            }
        }
    }
}

impl RenameCandidate {
    /// The flag that says yes, as it is written on a command line.
    pub fn rename_flag(&self) -> String {
        match self {
            Self::Table { from, to } => format!("--rename table:{from}={to}"),
            Self::Column { table, from, to } => format!("--rename column:{table}.{from}={to}"),
            Self::EnumValue { name, from, to } => format!("--rename value:{name}.{from}={to}"),
            Self::ColumnValue { table, column, from, to } => {
                format!("--rename value:{table}.{column}.{from}={to}")
            }
        }
    }

    /// The flag that says no. `None`: no rows go with the value, so that nobody has to.
    pub fn drop_flag(&self) -> Option<String> {
        match self {
            Self::Table { from, .. } => Some(format!("--drop table:{from}")),
            Self::Column { table, from, .. } => Some(format!("--drop column:{table}.{from}")),
            Self::EnumValue { .. } | Self::ColumnValue { .. } => None,
        }
    }

    /// Makes it a rename.
    pub fn add_to(self, renames: &mut Renames) {
        match self {
            Self::Table { from, to } => {
                renames.tables.insert(from, to);
            }
            Self::Column { table, from, to } => {
                renames.columns.insert((table, from), to);
            }
            Self::EnumValue { name, from, to } => {
                renames.enum_values.insert((name, from), to);
            }
            Self::ColumnValue { table, column, from, to } => {
                renames.column_values.entry((table, column)).or_default().insert(from, to);
            }
        }
    }
}

/// At least so many of both tables' columns have to be the same, in percent.
const ALIKE: usize = 60;

/// Every pair that looks alike, the most alike first for each drop.
pub fn rename_candidates(diff: &SchemaDiff, equivalence: &dyn Equivalence) -> Vec<RenameCandidate> {
    let mut found = Vec::new();
    let created = ByColumns::of(diff.added_tables());
    for change in &diff.tables {
        match change {
            TableChange::Added(_) => {}
            TableChange::Dropped(table) => {
                let mut alike: Vec<(usize, &Table)> = created
                    .perhaps_alike(table)
                    .map(|c| (likeness(table, c, equivalence), c))
                    .filter(|(likeness, _)| *likeness >= ALIKE)
                    .collect();
                alike.sort_by(|a, b| b.0.cmp(&a.0).then(a.1.name.cmp(&b.1.name)));
                found.extend(alike.into_iter().map(|(_, to)| RenameCandidate::Table {
                    from: table.name.clone(),
                    to: to.name.clone(),
                }));
            }
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                found.extend(likely_columns(table));
                found.extend(likely_values(table, &diff.renames, equivalence));
            }
        }
    }
    for change in &diff.enums {
        let Some((before, after, _)) = change.kept() else { continue };
        let names = |e: &EnumType| e.values.iter().map(|v| v.name.clone()).collect::<Vec<_>>();
        let renamed = |old: &String| {
            let key = (before.name.clone(), old.clone());
            diff.renames.enum_values.get(&key).unwrap_or(old).clone()
        };
        let pairs = replaced(&names(before), &names(after), renamed);
        found.extend(pairs.into_iter().map(|(from, to)| RenameCandidate::EnumValue {
            name: before.name.clone(),
            from,
            to,
        }));
    }
    found
}

/// Tables by the names of their columns, most of which are enough to tell that two are not alike.
struct ByColumns<'a> {
    tables: Vec<&'a Table>,
    by_column: BTreeMap<&'a str, Vec<usize>>,
}

impl<'a> ByColumns<'a> {
    fn of(tables: impl Iterator<Item = &'a Table>) -> Self {
        let tables: Vec<&Table> = tables.collect();
        let mut by_column: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
        for (place, table) in tables.iter().enumerate() {
            for column in &table.columns {
                by_column.entry(&column.name).or_default().push(place);
            }
        }
        Self { tables, by_column }
    }

    /// The tables that have enough names of this one's columns, in their order.
    fn perhaps_alike(&self, table: &Table) -> impl Iterator<Item = &'a Table> {
        let mut places: Vec<&[usize]> = table
            .columns
            .iter()
            .map(|column| self.by_column.get(column.name.as_str()).map_or(&[][..], Vec::as_slice))
            .collect();
        // What is alike has one of the rarest names, as all the others together are too few.
        places.sort_by_key(|places| places.len());
        let others = (table.columns.len() * ALIKE).div_ceil(100).saturating_sub(1);
        let rarest = places.len().saturating_sub(others);
        let found: BTreeSet<usize> = places.into_iter().take(rarest).flatten().copied().collect();
        found.into_iter().map(|place| self.tables[place])
    }
}

fn likely_columns(table: &TableDiff) -> Vec<RenameCandidate> {
    let of = |added: bool| -> Vec<&Column> {
        let changes = table.columns.iter();
        changes
            .filter_map(|change| match change {
                Change::Added(column) if added => Some(column),
                Change::Dropped(column) if !added => Some(column),
                _ => None,
            })
            .collect()
    };
    let (added, dropped) = (of(true), of(false));
    let pairs = dropped.into_iter().flat_map(|from| added.iter().map(move |to| (from, *to)));
    pairs
        .filter(|(from, to)| same_kind(from, to))
        .map(|(from, to)| RenameCandidate::Column {
            table: table.before.name.clone(),
            from: from.name.clone(),
            to: to.name.clone(),
        })
        .collect()
}

fn likely_values(
    table: &TableDiff,
    renames: &Renames,
    equivalence: &dyn Equivalence,
) -> Vec<RenameCandidate> {
    let mut found = Vec::new();
    for (old, new) in &table.kept_columns {
        let (Some(before), Some(after)) = (table.before.column(old), table.after.column(new))
        else {
            continue;
        };
        let values = renames.values(&table.before.name, old);
        let renamed =
            |old: &String| values.and_then(|values| values.get(old)).unwrap_or(old).clone();
        let there = equivalence.values(&table.before, before);
        let wanted = equivalence.values(&table.after, after);
        found.extend(replaced(&there, &wanted, renamed).into_iter().map(|(from, to)| {
            RenameCandidate::ColumnValue {
                table: table.before.name.clone(),
                column: old.clone(),
                from,
                to,
            }
        }));
    }
    found
}

/// Every value that would go with every value that would come.
fn replaced(
    before: &[String],
    after: &[String],
    renamed: impl Fn(&String) -> String,
) -> Vec<(String, String)> {
    if before.is_empty() || after.is_empty() {
        return Vec::new();
    }
    let kept: Vec<String> = before.iter().map(renamed).collect();
    let gone = before.iter().zip(&kept).filter(|(_, kept)| !after.contains(kept));
    let come: Vec<&String> = after.iter().filter(|value| !kept.contains(value)).collect();
    gone.flat_map(|(old, _)| come.iter().map(move |new| (old.clone(), (*new).clone()))).collect()
}

fn same_kind(a: &Column, b: &Column) -> bool {
    let ty = |c: &Column| c.ty.native().unwrap_or_default().to_ascii_lowercase();
    ty(a) == ty(b) && a.computed.is_some() == b.computed.is_some()
}

/// In percent. The types of a table that is new are not in the database's own spelling.
fn likeness(a: &Table, b: &Table, equivalence: &dyn Equivalence) -> usize {
    let ty = |c: &Column| c.ty.native().unwrap_or_default().to_owned();
    let alike = |x: &Column, y: &Column| {
        x.name == y.name
            && equivalence.alike_types(&ty(x), &ty(y))
            && x.computed.is_some() == y.computed.is_some()
    };
    let same = a.columns.iter().filter(|x| b.columns.iter().any(|y| alike(x, y))).count();
    let most = a.columns.len().max(b.columns.len()).max(1);
    same * 100 / most
}
