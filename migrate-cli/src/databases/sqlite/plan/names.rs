//! Names: what SQLite takes for the same, what becomes of a table, and what is free.

use model_core::schema::{Schema, Table};

use crate::diff::{SchemaDiff, TableChange};
use crate::plan::{IdentifierLimit, TemporaryNames, rename_order};

/// A name as SQLite compares it.
pub(super) fn fold(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// The table of a name that may be written in another case.
pub(super) fn find_table<'a>(schema: &'a Schema, name: &str) -> Option<&'a Table> {
    schema.tables.iter().find(|t| t.name.name.eq_ignore_ascii_case(name))
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

/// What becomes of the table that has this name at the start.
pub(super) fn at_end(diff: &SchemaDiff, before: &str) -> TableAtEnd {
    for change in &diff.tables {
        match change {
            TableChange::Dropped(t) if t.name.name.eq_ignore_ascii_case(before) => {
                return TableAtEnd::Goes(fold(before));
            }
            TableChange::Renamed(t) | TableChange::Altered(t)
                if t.before.name.name.eq_ignore_ascii_case(before) =>
            {
                return TableAtEnd::named(&t.after.name.name);
            }
            _ => {}
        }
    }
    TableAtEnd::named(before)
}

/// The table of the start that has this name at the end.
pub(super) fn before_of<'a>(diff: &'a SchemaDiff, after: &Table) -> Option<&'a Table> {
    for change in &diff.tables {
        match change {
            TableChange::Added(t) if t.name == after.name => return None,
            TableChange::Renamed(t) | TableChange::Altered(t) if t.after.name == after.name => {
                return Some(&t.before);
            }
            _ => {}
        }
    }
    diff.from.table(&after.name)
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
