//! Constraints and indexes of the tables that stay, and foreign keys of all.

use std::collections::BTreeMap;

use model_core::schema::{ForeignKey, QualifiedName};

use super::work::{Action, Pair, TablePlan};
use crate::databases::postgres::render::quote;
use crate::plan::{Clause, Step};

/// The keys that go, or that stand in the way of something else.
pub fn drop_foreign_keys(table: &TablePlan) -> Option<Step> {
    let keys = table.foreign_keys.iter().filter_map(Pair::dropped);
    let clauses =
        keys.map(|k| Clause::DropForeignKey(k.name.clone().unwrap_or_default())).collect();
    super::alter(&table.diff.before.name, clauses)
}

pub fn drop_indexes(table: &TablePlan) -> Vec<Step> {
    let indexes = table.indexes.iter().filter_map(Pair::dropped);
    indexes
        .map(|i| Step::DropIndex { table: table.diff.before.name.clone(), name: i.name.clone() })
        .collect()
}

pub fn drop_constraints(table: &TablePlan) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let named = |name: &Option<String>| Clause::DropConstraint(name.clone().unwrap_or_default());
    clauses.extend(table.checks.iter().filter_map(Pair::dropped).map(|c| named(&c.name)));
    clauses.extend(
        table
            .exclusions
            .iter()
            .filter_map(Pair::dropped)
            .map(|e| Clause::DropConstraint(e.name.clone())),
    );
    clauses.extend(table.uniques.iter().filter_map(Pair::dropped).map(|u| named(&u.name)));
    clauses.extend(
        table.primary_key.iter().filter_map(Pair::dropped).cloned().map(Clause::DropPrimaryKey),
    );
    clauses
}

pub fn add_constraints(table: &TablePlan) -> Vec<Clause> {
    let mut clauses = Vec::new();
    let made = |keys: &[Pair<_>]| keys.iter().filter_map(Pair::made).cloned().collect::<Vec<_>>();
    clauses.extend(made(&table.primary_key).into_iter().map(Clause::AddPrimaryKey));
    clauses.extend(table.uniques.iter().filter_map(Pair::made).cloned().map(Clause::AddUnique));
    clauses.extend(table.checks.iter().filter_map(Pair::made).cloned().map(Clause::AddCheck));
    clauses
        .extend(table.exclusions.iter().filter_map(Pair::made).cloned().map(Clause::AddExclusion));
    clauses
}

pub fn add_indexes(table: &TablePlan) -> Vec<Step> {
    let indexes = table.indexes.iter().filter_map(Pair::made);
    indexes
        .map(|i| Step::CreateIndex { table: table.diff.after.name.clone(), index: i.clone() })
        .collect()
}

/// Keys of new tables and of those that stay, when everything they lead to stands.
pub fn add_foreign_keys(
    of_new: &[(QualifiedName, ForeignKey)],
    tables: &BTreeMap<QualifiedName, TablePlan>,
) -> Vec<Step> {
    let mut by_table: BTreeMap<&QualifiedName, Vec<Clause>> = BTreeMap::new();
    for (table, key) in of_new {
        by_table.entry(table).or_default().push(Clause::AddForeignKey(key.clone()));
    }
    for (table, work) in tables {
        let keys = work.foreign_keys.iter().filter_map(Pair::made).cloned();
        by_table.entry(table).or_default().extend(keys.map(Clause::AddForeignKey));
    }
    by_table.into_iter().filter_map(|(table, clauses)| super::alter(table, clauses)).collect()
}

/// Constraints whose rows were never looked at, and now are.
pub fn validate(table: &TablePlan) -> Option<Step> {
    let checks = table.checks.iter().filter(|p| p.action == Action::Validate);
    let checks = checks.filter_map(|p| p.after.as_ref()).map(|c| &c.name);
    let keys = table.foreign_keys.iter().filter(|p| p.action == Action::Validate);
    let keys = keys.filter_map(|p| p.after.as_ref()).map(|k| &k.name);
    let clauses = checks
        .chain(keys)
        .map(|n| {
            let name = quote(n.as_deref().unwrap_or_default());
            Clause::Clause(format!("VALIDATE CONSTRAINT {name}"))
        })
        .collect();
    super::alter(&table.diff.after.name, clauses)
}
