//! Sequences (MariaDB).

use crate::databases::mysql::statement::Statement;
use crate::diff::{Change, SchemaDiff};

/// Those that come or change: before the tables that draw from them.
pub fn made(diff: &SchemaDiff) -> impl Iterator<Item = Statement> {
    diff.sequences.iter().filter_map(|change| match change {
        Change::Added(sequence) => Some(Statement::CreateSequence(sequence.clone())),
        Change::Renamed { after, .. } | Change::Altered { after, .. } => {
            Some(Statement::AlterSequence(after.clone()))
        }
        Change::Dropped(_) => None,
    })
}

/// Those that go: after the tables that drew from them.
pub fn dropped(diff: &SchemaDiff) -> impl Iterator<Item = Statement> {
    diff.sequences.iter().filter_map(|change| match change {
        Change::Dropped(sequence) => Some(Statement::DropSequence(sequence.name.clone())),
        _ => None,
    })
}
