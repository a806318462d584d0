//! MariaDB and MySQL. A statement that changes the schema commits at once, so each table gets as
//! few of them as the server takes: one `ALTER TABLE` with everything.
//!
//! The order: views, triggers and events that go, what stops it where rows lack a value, sequences, foreign keys that are in the
//! way, tables renamed, tables made, tables changed, foreign keys, what is made of routines, views, triggers and events, tables
//! dropped. Rows are only given up when all else has worked.

mod alter;
mod carried;
mod check_names;
mod checks;
mod column;
mod enum_values;
mod foreign_key;
mod guard;
mod history;
mod indexes;
mod object_session;
mod objects;
mod order;
mod partitions;
mod refuse;
mod sequence;
mod session;
mod table;
mod tables;
#[cfg(test)]
mod tests;
mod volatile;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ForeignKey, Index, ObjectKind, ObjectName, QualifiedName};

use self::alter::CarriedKeys;
use self::carried::Carried;
use self::column::ColumnPlan;
use self::objects::Objects;
pub use self::objects::manages;
use self::session::SessionNeeds;
use self::table::TablePlan;
use self::tables::DroppedTables;
use super::flavour::Flavour;
use super::session::LEXIS;
use super::statement::{Clause, Statement};
use crate::dialect::Fills;
use crate::diff::{SchemaDiff, TableDiff};
use crate::plan::{Plan, PlanError};

/// The statements from one MariaDB/MySQL schema to the other.
pub fn plan(diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
    let flavour = Flavour::of(&diff.from, &diff.to);
    refuse::check(diff)?;
    let objects = objects::objects(diff, flavour)?;
    let kept: Vec<&TableDiff> = diff.kept_tables().collect();
    let mut plans: BTreeMap<QualifiedName, TablePlan> =
        kept.iter().map(|t| (t.before.name.clone(), TablePlan::new(t, flavour))).collect();
    let mut keys = foreign_key::plan(diff, &plans, flavour);

    let mut statements = guards(&kept, &plans, fills);
    statements.extend(sequence::made(diff));
    statements.extend(check_names::freed_names(diff, &mut plans, flavour));
    let dropped = DroppedTables::new(diff);
    for (table, key) in &dropped.cut {
        let of_table = keys.drops.entry(table.clone()).or_default();
        if !of_table.contains(key) {
            of_table.push(key.clone());
        }
    }
    let mut dangling = foreign_key::take_dangling(diff, &mut keys);
    let carried = Carried::take(diff, &plans, &mut keys);
    statements.extend(keys.drops.iter().filter_map(|(table, keys)| drop_keys(table, keys)));
    let (dropped_first, dropped_last) = match dropped.first {
        true => (dropped.statements(), Vec::new()),
        false => (Vec::new(), dropped.statements()),
    };
    statements.extend(dropped_first);
    statements.extend(tables::renamed(diff));
    statements.extend(tables::created(diff, &mut keys));
    dangling.append(&mut foreign_key::take_dangling(diff, &mut keys));
    for table in &kept {
        let Some(plan) = plans.get(&table.before.name) else { continue };
        let context = alter::Context { flavour, fills };
        statements.extend(kept_table(diff, &plans, table, plan, &carried, context));
    }
    for (table, keys) in &keys.adds {
        let restated = foreign_key::restated_indexes(diff, &plans, table, keys);
        statements.extend(add_keys(table, restated, keys));
    }
    let dangling = dangling.into_iter().filter_map(|(table, keys)| {
        let add = match flavour.takes_restrict_for_no_action() {
            true => Clause::AddDanglingForeignKey,
            false => Clause::AddForeignKey,
        };
        Statement::alter(&table, keys.into_iter().map(add).collect())
    });
    statements.extend(session::without_foreign_key_checks(dangling.collect()));
    let updated = statements.iter().filter_map(|statement| match statement {
        Statement::Update { table, .. } => Some(table.clone()),
        _ => None,
    });
    let updated = updated.collect();
    let mut drops = dropped_last;
    drops.extend(sequence::dropped(diff));
    let wrap = |statements| session::wrap(statements, needs(diff, flavour, &plans, fills));
    let (remade, statements) = with_objects(diff, objects, statements, drops, wrap);
    Ok(Plan { updated, remade, ..Plan::transactional(statements) })
}

/// The statements of the tables with those of the objects around them, and what goes with its rows last of all,
/// unless a view takes the name of a table.
fn with_objects(
    diff: &SchemaDiff,
    objects: Objects,
    tables: Vec<Statement>,
    drops: Vec<Statement>,
    wrap: impl Fn(Vec<Statement>) -> Vec<Statement>,
) -> (BTreeSet<ObjectName>, Vec<Statement>) {
    let is_name_of_table = |made: &Statement| match made {
        Statement::CreateObject(o) if o.kind == ObjectKind::View => {
            diff.dropped_tables().any(|table| LEXIS.same_name(&table.name.name, &o.name.name))
        }
        _ => false,
    };
    let (mut tables, mut drops) = (tables, drops);
    if objects.last.is_empty() || objects.last.iter().any(is_name_of_table) {
        tables.append(&mut drops);
    }
    let mut all = objects.first;
    all.extend(wrap(tables));
    all.extend(objects.last);
    all.extend(drops);
    (objects.remade, all)
}

fn needs(
    diff: &SchemaDiff,
    flavour: Flavour,
    plans: &BTreeMap<QualifiedName, TablePlan>,
    fills: &Fills,
) -> SessionNeeds {
    let kept = || diff.kept_tables().flat_map(|table| [&table.before, &table.after]);
    let mut written = kept().chain(diff.added_tables());
    let stated = plans.values().flat_map(|plan| &plan.columns).filter_map(ColumnPlan::stated);
    let created = diff.added_tables().flat_map(|table| &table.columns);
    SessionNeeds {
        strict: plans.values().any(TablePlan::converts) || !fills.is_empty(),
        keep_zero: plans.values().any(TablePlan::starts_counting),
        backslash_escapes: flavour.reads_expressions_again() && kept().any(session::has_backslash),
        keep_zero_dates: written.any(session::has_zero_dates),
        utc: stated.chain(created).any(session::has_point_in_time),
        keep_history: diff.kept_tables().any(|table| history::is_kept(&table.before)),
    }
}

/// What stops the migration before anything is done, where rows lack a value.
fn guards(
    kept: &[&TableDiff],
    plans: &BTreeMap<QualifiedName, TablePlan>,
    fills: &Fills,
) -> Vec<Statement> {
    let guard = |table: &&TableDiff| {
        let guard = guard::guard(table, plans.get(&table.before.name)?, fills)?;
        Statement::alter(&table.before.name, vec![Clause::AddGuard(guard)])
    };
    kept.iter().filter_map(guard).collect()
}

/// All statements of a table that is there before and after.
fn kept_table(
    diff: &SchemaDiff,
    plans: &BTreeMap<QualifiedName, TablePlan>,
    table: &TableDiff,
    plan: &TablePlan,
    carried: &Carried,
    context: alter::Context<'_>,
) -> Vec<Statement> {
    let drops = carried.drops.get(&table.before.name).map(Vec::as_slice).unwrap_or_default();
    let adds = carried.adds.get(&table.after.name).map(Vec::as_slice).unwrap_or_default();
    let restated = foreign_key::restated_indexes(diff, plans, &table.after.name, adds);
    let mut statements = Vec::new();
    statements.extend(partitions::before(table));
    statements.extend(history::before(table));
    statements.extend(enum_values::renamed(diff, table));
    statements.extend(alter::statements(
        table,
        plan,
        context,
        &CarriedKeys { drops, adds, restated },
    ));
    statements.extend(history::after(table));
    statements.extend(partitions::after(table));
    statements
}

fn drop_keys(table: &QualifiedName, keys: &[ForeignKey]) -> Option<Statement> {
    let names = keys.iter().filter_map(|k| k.name.clone());
    Statement::alter(table, names.map(Clause::DropForeignKey).collect())
}

fn add_keys(table: &QualifiedName, indexes: Vec<Index>, keys: &[ForeignKey]) -> Option<Statement> {
    let drops = indexes.iter().map(|i| Clause::DropIndex(i.name.clone()));
    let mut clauses: Vec<Clause> = drops.collect();
    clauses.extend(indexes.into_iter().map(Clause::AddIndex));
    clauses.extend(keys.iter().cloned().map(Clause::AddForeignKey));
    Statement::alter(table, clauses)
}
