//! What stops a migration before anything is done, where rows would get values that nobody chose.

use model_core::schema::{Check, Column};

use super::column::ColumnWork;
use super::table::TablePlan;
use crate::databases::mysql::render::quote;
use crate::dialect::Fills;
use crate::diff::TableDiff;

/// A new required column gives rows that are there a value that nobody chose ('' or 0), in
/// silence. A check that no row passes stops that before anything is done, and lets an empty
/// table through; the table's own statement takes it away again. So it does for a column that is
/// replaced by one that can't take over its values: there must be none.
pub fn guard(diff: &TableDiff, work: &TablePlan, fills: &Fills) -> Option<Check> {
    let filled = |c: &Column| fills.contains_key(&(diff.after.name.clone(), c.name.clone()));
    let mut required = work.columns.iter().filter_map(|column| match column {
        ColumnWork::Add(column) if column.needs_value() && !filled(column) => Some(&column.name),
        ColumnWork::Recreate { to, holds_values: true, .. } if to.needs_value() => Some(&to.name),
        _ => None,
    });
    if let Some(first) = required.next() {
        let more = if required.next().is_some() { " and others need" } else { " needs" };
        return Some(check(first, &format!("{more} a value for the rows there"), "FALSE".into()));
    }
    let replaced: Vec<&String> = work
        .columns
        .iter()
        .filter_map(|column| match column {
            ColumnWork::Recreate { from, holds_values: true, .. } => Some(from),
            _ => None,
        })
        .collect();
    let (first, others) = replaced.split_first()?;
    let more = if others.is_empty() { " has" } else { " and others have" };
    let empty: Vec<String> = replaced.iter().map(|c| format!("{} IS NULL", quote(c))).collect();
    Some(check(first, &format!("{more} values of another kind"), empty.join(" AND ")))
}

/// Named by what it says: the name is all that the server tells when it fails.
fn check(column: &str, reason: &str, expression: String) -> Check {
    let column: String = column.chars().take(64 - reason.len()).collect();
    Check { name: Some(format!("{column}{reason}")), expression, ..Check::default() }
}
