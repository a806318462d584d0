//! What is dangerous about a migration, by name: pure.

mod counts;
mod table;

use model_core::schema::{EnumType, ObjectKind, QualifiedName};

pub use counts::{Counts, Question, ask, questions, rows as counted_rows};
use table::Seen;

use crate::dialect::{Dialect, Fills};
use crate::diff::{Change, Renames, SchemaDiff, TableChange, TableDiff};
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
    for table in &diff.tables {
        match table {
            TableChange::Added(_) => {}
            TableChange::Dropped(table) => dropped(&table.name, counts, &mut found),
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                let seen =
                    Seen { dialect, fills, from: &diff.from, renames: &diff.renames, counts };
                seen.altered(table, plan.rewritten.contains(&table.after.name), &mut found);
                column_values(diff, table, &mut found);
            }
        }
    }
    for change in &diff.enums {
        enumeration(change, &diff.renames, &mut found);
    }
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

fn dropped(name: &QualifiedName, counts: &Counts, found: &mut Vec<Hazard>) {
    let rows = counts.get(&Question::Rows(name.clone()));
    let what = match rows {
        Some(0) => "which has no rows".to_owned(),
        Some(rows) => format!("with its {}", counts::rows(rows)),
        None => "with its rows".to_owned(),
    };
    let object = format!("table {name}");
    found.push(
        Hazard::new(HazardKind::DropsTable, &object, format!("{object} goes, {what}")).rows(rows),
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

fn enumeration(change: &Change<EnumType>, renames: &Renames, found: &mut Vec<Hazard>) {
    let Some((before, after, aspects)) = change.kept() else { return };
    let object = format!("enum {}", before.name);
    if aspects.name {
        let message = format!("{object} is called {} from now on", after.name);
        found.push(Hazard::new(HazardKind::Renames, &object, message));
    }
    for value in &before.values {
        let old = &value.name;
        if let Some(new) = renames.enum_values.get(&(before.name.clone(), old.clone())) {
            let message = format!("'{old}' of {object} is called '{new}' from now on");
            found.push(Hazard::new(HazardKind::Renames, &object, message));
        } else if !after.values.iter().any(|v| &v.name == old) {
            let message = format!("rows that hold '{old}' of {object} stop the migration");
            found.push(Hazard::new(HazardKind::NarrowsType, &object, message));
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
