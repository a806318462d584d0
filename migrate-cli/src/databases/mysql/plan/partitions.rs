//! Partitions stand in a statement of their own: they go before and come after the columns that
//! they are made by.

use crate::databases::mysql::options::TableOptions;
use crate::databases::mysql::statement::Statement;
use crate::diff::TableDiff;

/// Takes them away, before the table changes: the columns that it is divided by can't change while
/// it is.
pub fn before(diff: &TableDiff) -> Option<Statement> {
    let [before, after] = partitions(diff);
    let changes = before.is_some() && before != after;
    let goes = changes && (after.is_none() || !diff.columns.is_empty());
    goes.then(|| Statement::RemovePartitioning(diff.after.name.clone()))
}

/// Divides the table, when it is what it is to be.
pub fn after(diff: &TableDiff) -> Option<Statement> {
    let [before, after] = partitions(diff);
    let by = after.filter(|by| before.as_ref() != Some(by))?;
    Some(Statement::PartitionTable { table: diff.after.name.clone(), by })
}

fn partitions(diff: &TableDiff) -> [Option<String>; 2] {
    [&diff.before, &diff.after].map(|table| TableOptions::read(&table.options).partition_by)
}
