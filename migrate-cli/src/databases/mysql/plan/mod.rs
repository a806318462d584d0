//! MariaDB and MySQL. A statement that changes the schema commits at once, so each table gets as
//! few of them as the server takes: one `ALTER TABLE` with everything.
//!
//! The order: what stops it where rows lack a value, sequences, foreign keys that are in the way, tables renamed, tables made, tables
//! changed, foreign keys, tables dropped. Rows are only given up when all else has worked.

mod alter;
mod carried;
mod column;
mod enum_values;
mod foreign_key;
mod guard;
mod history;
mod partitions;
mod refuse;
mod sequence;
mod session;
mod table;
mod tables;
#[cfg(test)]
mod tests;

use std::collections::BTreeMap;

use model_core::schema::{ForeignKey, Index, QualifiedName};

use self::alter::CarriedKeys;
use self::carried::Carried;
use self::session::SessionNeeds;
use self::table::TablePlan;
use self::tables::DroppedTables;
use super::statement::{Clause, Statement};
use crate::dialect::Fills;
use crate::diff::{SchemaDiff, TableDiff};
use crate::plan::{Plan, PlanError};

/// The statements from one MariaDB/MySQL schema to the other.
pub fn plan(diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
    refuse::check(diff)?;
    let kept: Vec<&TableDiff> = diff.kept_tables().collect();
    let plans: BTreeMap<QualifiedName, TablePlan> =
        kept.iter().map(|t| (t.before.name.clone(), TablePlan::new(t))).collect();
    let mut keys = foreign_key::plan(diff, &plans);

    let mut statements = guards(&kept, &plans, fills);
    statements.extend(sequence::made(diff));
    let dropped = DroppedTables::new(diff);
    for (table, key) in &dropped.cut {
        let of_table = keys.drops.entry(table.clone()).or_default();
        if !of_table.contains(key) {
            of_table.push(key.clone());
        }
    }
    let carried = Carried::take(diff, &plans, &mut keys);
    statements.extend(keys.drops.iter().filter_map(|(table, keys)| drop_keys(table, keys)));
    if dropped.first {
        statements.extend(dropped.statements.clone());
    }
    statements.extend(tables::renamed(diff));
    statements.extend(tables::created(diff, &mut keys));
    for table in &kept {
        let Some(plan) = plans.get(&table.before.name) else { continue };
        statements.extend(kept_table(diff, &plans, table, plan, &carried, fills));
    }
    for (table, keys) in &keys.adds {
        let restated = foreign_key::restated_indexes(diff, &plans, table, keys);
        statements.extend(add_keys(table, restated, keys));
    }
    if !dropped.first {
        statements.extend(dropped.statements);
    }
    statements.extend(sequence::dropped(diff));
    let needs = SessionNeeds {
        strict: plans.values().any(TablePlan::converts) || !fills.is_empty(),
        keep_zero: plans.values().any(TablePlan::starts_counting),
        keep_history: kept.iter().any(|table| history::is_kept(&table.before)),
    };
    let updated = statements.iter().filter_map(|statement| match statement {
        Statement::Update { table, .. } => Some(table.clone()),
        _ => None,
    });
    let updated = updated.collect();
    Ok(Plan { updated, ..Plan::transactional(session::wrap(statements, needs)) })
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
    fills: &Fills,
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
        fills,
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
