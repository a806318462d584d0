//! Constraints and indexes of the tables that stay, and foreign keys of all.

use std::collections::BTreeMap;

use model_core::schema::{ForeignKey, QualifiedName, Schema};

use super::table_plan::{ObjectPlan, TablePlan};
use crate::databases::postgres::names::beside;
use crate::databases::postgres::render::index::is_alone;
use crate::databases::postgres::statement::{Clause, Statement};

/// The foreign keys that go, or that stand in the way of something else.
pub fn drop_foreign_keys(table: &TablePlan) -> Option<Statement> {
    let keys = table.foreign_keys.iter().filter_map(ObjectPlan::dropped);
    let names = keys.filter_map(|k| k.name.clone());
    Statement::alter(&table.diff.before.name, names.map(Clause::DropConstraint))
}

pub fn drop_indexes(table: &TablePlan) -> Vec<Statement> {
    let indexes = table.indexes.iter().filter_map(ObjectPlan::dropped);
    let name = |name: &str| beside(&table.diff.before.name, name);
    indexes.map(|i| Statement::DropIndex(name(&i.name))).collect()
}

/// All constraints but foreign keys.
pub fn drop_constraints(table: &TablePlan) -> Vec<Clause> {
    let checks = table.checks.iter().filter_map(ObjectPlan::dropped);
    let exclusions = table.exclusions.iter().filter_map(ObjectPlan::dropped);
    let uniques = table.uniques.iter().filter_map(ObjectPlan::dropped);
    let primary_key = table.primary_key.iter().filter_map(ObjectPlan::dropped);
    checks
        .filter_map(|c| c.name.clone())
        .chain(exclusions.map(|e| e.name.clone()))
        .chain(uniques.filter_map(|u| u.name.clone()))
        .chain(primary_key.filter_map(|k| k.name.clone()))
        .map(Clause::DropConstraint)
        .collect()
}

pub fn add_constraints(table: &TablePlan) -> Vec<Clause> {
    let primary_key = table.primary_key.iter().filter_map(ObjectPlan::made).cloned();
    let uniques = table.uniques.iter().filter_map(ObjectPlan::made).cloned();
    let checks = table.checks.iter().filter_map(ObjectPlan::made).cloned();
    let exclusions = table.exclusions.iter().filter_map(ObjectPlan::made).cloned();
    primary_key
        .map(Clause::AddPrimaryKey)
        .chain(uniques.map(Clause::AddUnique))
        .chain(checks.map(Clause::AddCheck))
        .chain(exclusions.map(Clause::AddExclusion))
        .collect()
}

pub fn add_indexes(table: &TablePlan) -> Vec<Statement> {
    let indexes = table.indexes.iter().filter_map(ObjectPlan::made).filter(|i| !is_alone(i));
    let indexes = indexes.cloned().map(Box::new);
    let table = &table.diff.after.name;
    indexes.map(|index| Statement::CreateIndex { table: table.clone(), index }).collect()
}

/// Whether a key comes with that of a parent, which is made.
fn comes_from_above(
    to: &Schema,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    table: &QualifiedName,
    key: &ForeignKey,
) -> bool {
    let Some(table) = to.table(table) else { return false };
    let place = key.name.as_ref().and_then(|name| table.inherited.constraints.get(name));
    let parents = table.parents().filter_map(|parent| tables.get(parent));
    let mut made = parents.flat_map(|p| p.foreign_keys.iter().filter_map(ObjectPlan::made));
    place.is_some_and(|place| made.any(|above| above.name.as_ref() == Some(&place.of)))
}

/// Foreign keys of new tables and of those that stay, when everything they lead to stands.
pub fn add_foreign_keys(
    to: &Schema,
    of_new: &[(QualifiedName, ForeignKey)],
    tables: &BTreeMap<QualifiedName, TablePlan>,
) -> Vec<Statement> {
    let mut by_table: BTreeMap<&QualifiedName, Vec<Clause>> = BTreeMap::new();
    for (table, key) in of_new {
        by_table.entry(table).or_default().push(Clause::AddForeignKey(key.clone()));
    }
    for (name, table) in tables {
        let keys = table.foreign_keys.iter().filter_map(ObjectPlan::made);
        let keys = keys.filter(|key| !comes_from_above(to, tables, name, key)).cloned();
        by_table.entry(name).or_default().extend(keys.map(Clause::AddForeignKey));
    }
    by_table.into_iter().filter_map(|(table, clauses)| Statement::alter(table, clauses)).collect()
}

/// Foreign keys that are enforced from now on, or no longer.
pub fn enforce(table: &TablePlan) -> Option<Statement> {
    let keys = table.foreign_keys.iter().filter_map(ObjectPlan::enforced);
    let clauses = keys.filter_map(|k| {
        let (name, enforced) = (k.name.clone()?, !k.not_enforced);
        Some(Clause::EnforceConstraint { name, enforced })
    });
    Statement::alter(&table.diff.after.name, clauses)
}

/// Constraints whose rows were never looked at, and now are.
pub fn validate(table: &TablePlan) -> Option<Statement> {
    let checks = table.checks.iter().filter_map(ObjectPlan::validated);
    let keys = table.foreign_keys.iter().filter_map(ObjectPlan::validated);
    let names = checks.map(|c| &c.name).chain(keys.map(|k| &k.name));
    let clauses = names.flatten().cloned().map(Clause::ValidateConstraint);
    Statement::alter(&table.diff.after.name, clauses)
}
