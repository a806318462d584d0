//! What stops a migration before anything is done, where rows would get values that nobody chose.

use model_core::schema::Column;
use nonempty::NonEmpty;

use super::column::ColumnPlan;
use super::table::TablePlan;
use crate::databases::mysql::statement::{Guard, GuardedRows};
use crate::dialect::Fills;
use crate::diff::TableDiff;

/// A new required column gives rows that are there a value that nobody chose ('' or 0), in
/// silence. A check that no row passes stops that before anything is done, and lets an empty
/// table through; the table's own statement takes it away again. So it does for a column that is
/// replaced by one that can't take over its values: there must be none.
pub fn guard(diff: &TableDiff, plan: &TablePlan, fills: &Fills) -> Option<Guard> {
    let filled = |c: &Column| fills.contains_key(&(diff.after.name.clone(), c.name.clone()));
    let mut required = plan.columns.iter().filter_map(|column| match column {
        ColumnPlan::Add { definition, .. } => {
            let column = &definition.column;
            (column.needs_value() && !filled(column)).then_some(&column.name)
        }
        ColumnPlan::Recreate { to, holds_values: true, .. } if to.column.needs_value() => {
            Some(&to.column.name)
        }
        _ => None,
    });
    if let Some(first) = required.next() {
        let more = if required.next().is_some() { " and others need" } else { " needs" };
        let reason = format!("{more} a value for the rows there");
        return Some(Guard { name: name(first, &reason), lets_through: GuardedRows::None });
    }
    let replaced = plan.columns.iter().filter_map(|column| match column {
        ColumnPlan::Recreate { from, holds_values: true, .. } => Some(from.clone()),
        _ => None,
    });
    let replaced = NonEmpty::collect(replaced)?;
    let more = if replaced.tail.is_empty() { " has" } else { " and others have" };
    let name = name(&replaced.head, &format!("{more} values of another kind"));
    Some(Guard { name, lets_through: GuardedRows::AllNull(replaced) })
}

/// The name is all that the server tells when a check fails.
fn name(column: &str, reason: &str) -> String {
    let column: String = column.chars().take(64 - reason.len()).collect();
    format!("{column}{reason}")
}
