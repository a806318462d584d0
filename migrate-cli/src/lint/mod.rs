//! What is dangerous about a migration, by name: pure.

mod becoming;
mod constraints;
mod counts;
mod enumeration;
mod interface;
mod objects;
mod question;
mod retyped;
mod script;
mod table;

use std::collections::BTreeSet;

use model_core::schema::{ObjectKind, QualifiedName};

pub use counts::{Counts, ask, rows as counted_rows};
pub use question::Question;
pub use script::written_by_hand;

use becoming::Becoming;
use table::Seen;

use crate::dialect::{Dialect, Fills};
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};
use crate::hazard::{Hazard, HazardKind};
use crate::plan::{Plan, Transaction};

/// Every danger of going from one schema to the other by this plan, in the order of the changes.
pub fn hazards(
    dialect: &dyn Dialect,
    diff: &SchemaDiff,
    plan: &Plan,
    fills: &Fills,
    counts: &Counts,
) -> Vec<Hazard> {
    let mut found = Vec::new();
    let becoming = Becoming { dialect, diff, fills };
    for table in &diff.tables {
        match table {
            TableChange::Added(_) => {}
            // The rows of a partition go to where those of the table above it go.
            TableChange::Dropped(table)
                if table.parents().any(|p| plan.rewritten.contains(&diff.renames.table(p))) => {}
            TableChange::Dropped(table) => dropped(&table.name, counts, &mut found),
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                let seen = Seen { becoming, counts };
                seen.altered(table, plan.rewritten.contains(&table.after.name), &mut found);
                column_values(diff, table, &mut found);
            }
        }
    }
    for change in &diff.enums {
        enumeration::enumeration(becoming, change, counts, &mut found);
    }
    objects::dropped(dialect, diff, plan, &mut found);
    objects::switched_off(dialect, diff, &mut found);
    objects::opened(diff, &mut found);
    fired_triggers(diff, plan, &mut found);
    found.extend(dialect.locks(diff));
    not_transactional(dialect, plan, &mut found);
    found
}

/// Adds to each table that goes where else its model may be.
pub fn add_unread(hazards: &mut [Hazard], unread: &str) {
    for hazard in hazards.iter_mut().filter(|hazard| hazard.kind == HazardKind::DropsTable) {
        hazard.message = format!("{}; {unread}", hazard.message);
    }
}

/// What is worth counting about a change.
pub fn questions(dialect: &dyn Dialect, diff: &SchemaDiff, fills: &Fills) -> BTreeSet<Question> {
    let becoming = Becoming { dialect, diff, fills };
    let mut questions = BTreeSet::new();
    for table in &diff.tables {
        match table {
            TableChange::Added(_) => {}
            TableChange::Dropped(table) => {
                questions.insert(Question::Rows(table.name.clone()));
            }
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                altered(becoming, table, &mut questions);
            }
        }
    }
    for change in &diff.enums {
        let removed = enumeration::removed(becoming, change);
        questions.extend(removed.into_iter().flat_map(|(_, holders)| holders));
    }
    questions
}

fn altered(becoming: Becoming<'_>, diff: &TableDiff, questions: &mut BTreeSet<Question>) {
    let table = || diff.before.name.clone();
    // Of use for whatever has the rows written again.
    questions.insert(Question::Rows(table()));
    for change in &diff.columns {
        match change {
            Change::Added(_) | Change::Renamed { .. } => {}
            Change::Dropped(column) => {
                questions.insert(Question::Values(table(), column.name.clone()));
            }
            Change::Altered { before, after, aspects } => {
                if aspects.ty || aspects.computed {
                    questions.insert(Question::Values(table(), before.name.clone()));
                }
                if aspects.ty {
                    let retyped = retyped::retyped(becoming, diff, (before, after));
                    if retyped.narrows {
                        questions.extend(retyped.unfit);
                    }
                    if retyped.needs_cast {
                        questions.insert(retyped.converted);
                    }
                }
                if !before.forbids_null() && after.forbids_null() {
                    questions.insert(Question::Nulls(table(), before.name.clone()));
                }
            }
        }
    }
    questions
        .extend(constraints::constraints(becoming, diff).into_iter().filter_map(|c| c.question));
}

fn dropped(name: &QualifiedName, counts: &Counts, found: &mut Vec<Hazard>) {
    let rows = counts.get(&Question::Rows(name.clone()));
    let what = match rows {
        Some(0) => "which has no rows".to_owned(),
        Some(rows) => format!("with its {}", counts::rows(rows)),
        None => "with the rows that it may have".to_owned(),
    };
    let object = format!("table {name}");
    found.push(
        Hazard::new(HazardKind::DropsTable, &object, format!("{object} goes, {what}"))
            .rows(counts::exact(rows)),
    );
    if rows != Some(0) {
        let message = format!("down makes {object} again, without its rows");
        found.push(Hazard::new(HazardKind::Irreversible, &object, message));
    }
}

fn column_values(diff: &SchemaDiff, table: &TableDiff, found: &mut Vec<Hazard>) {
    for (before, after) in &table.kept_columns {
        let object = format!("column {}.{after}", table.after.name);
        for (old, new) in diff.renames.values(&table.before.name, before).into_iter().flatten() {
            let message = format!("'{old}' of {object} is called '{new}' from now on");
            found.push(Hazard::new(HazardKind::Renames, &object, message));
        }
    }
}

/// Triggers of a table that an `UPDATE` of the migration runs, though no row of theirs is meant.
fn fired_triggers(diff: &SchemaDiff, plan: &Plan, found: &mut Vec<Hazard>) {
    for table in diff.kept_tables().filter(|t| plan.updated.contains(&t.after.name)) {
        let name = &table.before.name;
        let triggers = diff
            .from
            .objects
            .iter()
            .filter(|o| o.kind == ObjectKind::Trigger && o.table.as_ref() == Some(name));
        let names: Vec<String> = triggers.map(|t| t.name.name.clone()).collect();
        if !names.is_empty() {
            let object = format!("table {name}");
            let message = format!(
                "{object} has triggers, which run where the migration fills its rows: {}",
                names.join(", ")
            );
            found.push(Hazard::new(HazardKind::FiresTriggers, object, message));
        }
    }
}

fn not_transactional(dialect: &dyn Dialect, plan: &Plan, found: &mut Vec<Hazard>) {
    let outside = plan.parts.iter().filter(|part| part.transaction == Transaction::None).count();
    let steps: usize = plan.parts.iter().map(|part| part.statements.len()).sum();
    let message = match (dialect.capabilities().transactional_ddl, steps) {
        (false, 2..) => format!(
            "{} commits each statement by itself: after a failure, correct the cause, run the statements that are left by hand and record the version with `migrate stamp`",
            dialect.name()
        ),
        (true, _) if outside > 0 => "a part runs outside a transaction: after a failure, revert or finish it by hand, then record the version with `migrate stamp`".to_owned(),
        _ => return,
    };
    found.push(Hazard::new(HazardKind::NotTransactional, "migration", message));
}
