//! Names: what SQLite takes for the same, what becomes of a table, and what is free.

use std::collections::BTreeMap;

use model_core::schema::{QualifiedName, Schema, Table};

use crate::diff::{SchemaDiff, TableChange, TableDiff};
use crate::plan::{IdentifierLimit, TemporaryNames, rename_order};

/// A name as SQLite compares it.
pub(super) fn fold(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// The table of a name that may be written in another case.
pub(in crate::databases::sqlite) fn find_table<'a>(
    schema: &'a Schema,
    name: &str,
) -> Option<&'a Table> {
    // As it is written, most often.
    schema
        .table(&QualifiedName::new(name))
        .or_else(|| schema.tables.iter().find(|t| t.name.name.eq_ignore_ascii_case(name)))
}

/// A table of the start by what becomes of it, its name folded. The name of one that goes may be
/// another's by then.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum TableAtEnd {
    /// It stays, under this name.
    Stays(String),
    /// It goes; this was its name.
    Goes(String),
}

impl TableAtEnd {
    /// A table that is there at the end under this name.
    pub(super) fn named(name: &str) -> Self {
        Self::Stays(fold(name))
    }
}

/// What becomes of the tables of the start, and what those of the end were.
pub(super) struct Fates<'a> {
    diff: &'a SchemaDiff,
    /// By folded names at the start.
    at_end: BTreeMap<String, TableAtEnd>,
    /// By names at the end, where the table is new or differs.
    changed: BTreeMap<&'a QualifiedName, Option<&'a TableDiff>>,
}

impl<'a> Fates<'a> {
    pub fn of(diff: &'a SchemaDiff) -> Self {
        let mut at_end = BTreeMap::new();
        let mut changed = BTreeMap::new();
        for change in &diff.tables {
            match change {
                TableChange::Dropped(table) => {
                    let name = fold(&table.name.name);
                    at_end.entry(name.clone()).or_insert(TableAtEnd::Goes(name));
                }
                TableChange::Renamed(table) | TableChange::Altered(table) => {
                    let after = TableAtEnd::named(&table.after.name.name);
                    at_end.entry(fold(&table.before.name.name)).or_insert(after);
                    changed.insert(&table.after.name, Some(table.as_ref()));
                }
                TableChange::Added(table) => {
                    changed.insert(&table.name, None);
                }
            }
        }
        Self { diff, at_end, changed }
    }

    /// What becomes of the table that has this name at the start.
    pub fn at_end(&self, before: &str) -> TableAtEnd {
        let before = fold(before);
        self.at_end.get(&before).cloned().unwrap_or(TableAtEnd::Stays(before))
    }

    /// What differs about the table that has this name at the end, if it was there and something does.
    pub fn kept(&self, after: &QualifiedName) -> Option<&'a TableDiff> {
        self.changed.get(after).copied().flatten()
    }

    /// Whether the table that has this name at the end is new.
    pub fn is_new(&self, after: &QualifiedName) -> bool {
        matches!(self.changed.get(after), Some(None))
    }

    /// The table of the start that has this name at the end.
    pub fn before(&self, after: &QualifiedName) -> Option<&'a Table> {
        match self.changed.get(after) {
            Some(kept) => kept.map(|table| &table.before),
            None => self.diff.from.table(after),
        }
    }
}

/// Names for the while of the migration that neither schema uses.
pub(super) fn temporary(diff: &SchemaDiff) -> TemporaryNames {
    let taken = [&diff.from, &diff.to].into_iter().flat_map(|schema| {
        let tables = schema.tables.iter().flat_map(|t| {
            std::iter::once(t.name.name.as_str()).chain(t.indexes.iter().map(|i| i.name.as_str()))
        });
        tables.chain(schema.objects.iter().map(|o| o.name.name.as_str()))
    });
    TemporaryNames::new(IdentifierLimit::None, taken)
}

/// Single renames that lead from the old names to the new, as SQLite takes names for the same.
pub fn in_order(
    renames: &[(String, String)],
    mut temporary: impl FnMut(&str) -> String,
) -> Vec<(String, String)> {
    rename_order(renames.to_vec(), |a, b| fold(a) == fold(b), |name| temporary(name))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn ordered(renames: &[(&str, &str)]) -> Vec<(String, String)> {
        let renames: Vec<_> =
            renames.iter().map(|(a, b)| ((*a).to_owned(), (*b).to_owned())).collect();
        in_order(&renames, |old| format!("tmp_{old}"))
    }

    fn texts(steps: &[(String, String)]) -> Vec<String> {
        steps.iter().map(|(a, b)| format!("{a}>{b}")).collect()
    }

    #[test]
    fn a_chain_runs_from_its_end() {
        assert_eq!(texts(&ordered(&[("a", "b"), ("b", "c")])), ["b>c", "a>b"]);
    }

    #[test]
    fn a_swap_and_a_change_of_case_step_aside() {
        assert_eq!(texts(&ordered(&[("a", "b"), ("b", "a")])), ["a>tmp_a", "b>a", "tmp_a>b"]);
        assert_eq!(texts(&ordered(&[("Album", "album")])), ["Album>tmp_Album", "tmp_Album>album"]);
    }
}
