//! What becomes of a table's checks.

use model_core::schema::Check;

use super::column::{ColumnPlan, has_renamed_column, renamed_expression};
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::session::LEXIS;
use crate::diff::{Change, CheckAspects, TableDiff};

/// The checks of a table that are not a column's own.
#[derive(Debug, Default)]
pub struct CheckPlan {
    /// Those that go, by the name that they have once the table is renamed.
    pub drops: Vec<String>,
    /// Those that come.
    pub adds: Vec<Check>,
    /// Those that only begin or cease to hold.
    pub enforced: Vec<(String, bool)>,
}

impl CheckPlan {
    /// Works out what becomes of them.
    pub fn new(diff: &TableDiff, columns: &[ColumnPlan], flavour: Flavour) -> Self {
        let mut plan = Self::default();
        let of_table = |c: &&Check| c.column.is_none();
        let replaced: Vec<&str> = columns.iter().filter_map(ColumnPlan::replaced).collect();
        let mentions = |check: &Check, column: &str| LEXIS.mentions(&check.expression, column);
        let is_rewritten = |before: &Check, after: &Check| {
            renamed_expression(diff, &before.expression) != after.expression
                || replaced.iter().any(|column| mentions(before, column))
                || (!flavour.renames_in_expressions()
                    && has_renamed_column(diff, &before.expression))
                // Such a check goes with any column that goes.
                || (flavour.names_checks_in_the_database()
                    && !replaced.is_empty()
                    && !diff.before.columns.iter().any(|column| mentions(before, &column.name)))
        };
        let now = |check: &Check| check.name.as_ref().map(|name| name_now(diff, flavour, name));
        for change in &diff.checks {
            if let Some((before, after)) = kept(change)
                && !is_rewritten(before, after)
                && let Some(name) = now(before)
            {
                if matches!(change, Change::Altered { .. }) {
                    plan.enforced.push((name, !after.not_enforced));
                    continue;
                }
                if after.name.as_ref() == Some(&name) {
                    continue;
                }
            }
            plan.drops.extend(change.before().filter(of_table).and_then(now));
            plan.adds.extend(change.after().filter(of_table).cloned());
        }
        for before in diff.before.checks.iter().filter(of_table) {
            let changed = diff.checks.iter().any(|c| c.before() == Some(before));
            let after = diff.after.checks.iter().filter(of_table).find(|c| c.name == before.name);
            let Some(after) = after.filter(|_| !changed) else { continue };
            if is_rewritten(before, after) || now(before) != before.name {
                plan.drops.extend(now(before));
                plan.adds.push(after.clone());
            }
        }
        plan
    }

    /// Whether nothing becomes of them.
    pub fn is_empty(&self) -> bool {
        self.drops.is_empty() && self.adds.is_empty() && self.enforced.is_empty()
    }
}

/// Both sides of a check that stays and differs in its name or in whether it holds, and in nothing
/// else.
fn kept(change: &Change<Check>) -> Option<(&Check, &Check)> {
    let enforced = CheckAspects { not_enforced: true, ..CheckAspects::default() };
    match change {
        Change::Renamed { before, after } => Some((before, after)),
        Change::Altered { before, after, aspects } if *aspects == enforced => Some((before, after)),
        _ => None,
    }
}

/// The name that a check has once its table is renamed: MySQL renames those that it named, and all
/// that are named like them.
pub fn name_now(diff: &TableDiff, flavour: Flavour, check: &str) -> String {
    let rest = check.strip_prefix(&diff.before.name.name).filter(|rest| rest.starts_with("_chk_"));
    match rest.filter(|_| flavour.names_checks_in_the_database()) {
        Some(rest) => format!("{}{rest}", diff.after.name.name),
        None => check.to_owned(),
    }
}
