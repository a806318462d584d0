//! Names of checks that move from one table to another.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::QualifiedName;

use super::checks::name_now;
use super::table::TablePlan;
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::statement::{Clause, Statement};
use crate::diff::SchemaDiff;

/// Drops the checks first whose names other tables take: MySQL has one namespace for all of a
/// database.
pub fn freed_names(
    diff: &SchemaDiff,
    plans: &mut BTreeMap<QualifiedName, TablePlan>,
    flavour: Flavour,
) -> Vec<Statement> {
    if !flavour.names_checks_in_the_database() {
        return Vec::new();
    }
    let taken_by_others = |own: &QualifiedName| -> BTreeSet<String> {
        let others = diff.to.tables.iter().filter(|table| &table.name != own);
        let checks = others.flat_map(|table| &table.checks);
        checks.filter_map(|check| check.name.as_ref()).map(|name| name.to_lowercase()).collect()
    };
    let drop = |table: &QualifiedName, names: Vec<String>| {
        Statement::alter(table, names.into_iter().map(Clause::DropCheck).collect())
    };
    let mut statements = Vec::new();
    for table in diff.kept_tables() {
        let Some(plan) = plans.get_mut(&table.before.name) else { continue };
        let taken = taken_by_others(&table.after.name);
        let named = table.before.checks.iter().filter_map(|check| check.name.clone());
        let (first, now): (Vec<String>, Vec<String>) = named
            .map(|name| (name_now(table, flavour, &name), name))
            .filter(|(now, name)| {
                plan.checks.drops.contains(now) && taken.contains(&name.to_lowercase())
            })
            .unzip();
        plan.checks.drops.retain(|name| !first.contains(name));
        statements.extend(drop(&table.before.name, now));
    }
    for table in diff.dropped_tables() {
        let taken = taken_by_others(&table.name);
        let named = table.checks.iter().filter_map(|check| check.name.clone());
        let first = named.filter(|name| taken.contains(&name.to_lowercase()));
        statements.extend(drop(&table.name, first.collect()));
    }
    statements
}
