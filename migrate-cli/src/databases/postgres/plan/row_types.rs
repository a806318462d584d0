//! Columns that are of a table's row type: its rows can't be written in another way then.

use std::collections::BTreeMap;

use model_core::schema::{Column, ForeignKey, QualifiedName, Table};

use super::rebuilds::is_type;
use super::table_plan::TablePlan;
use crate::databases::postgres::options::TableOptions;
use crate::diff::SchemaDiff;
use crate::plan::PlanError;

/// The tables, each with a key to those whose row type a column of it has: in the order of keys they
/// are made before it, and go after it.
pub fn leaning(tables: &[&Table]) -> Vec<Table> {
    let uses = |table: &Table, other: &Table| {
        let mut types = table.columns.iter().filter_map(|c| c.ty.native());
        table.name != other.name && types.any(|native| is_type(native, &other.name))
    };
    let with_keys = |table: &&Table| {
        let used = tables.iter().filter(|other| uses(table, other));
        let keys = used
            .map(|other| ForeignKey { references: other.name.clone(), ..ForeignKey::default() });
        let mut own = (*table).clone();
        own.foreign_keys.extend(keys);
        own
    };
    tables.iter().map(with_keys).collect()
}

/// A column of the table's row type that is there while the table changes: in the start and not
/// dropped, or in the target.
pub fn user(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    table: &TablePlan,
) -> Option<String> {
    let is_of = |column: &Column, name: &QualifiedName| {
        is_type(column.ty.native().unwrap_or_default(), name)
    };
    let mut after = diff.to.tables.iter().flat_map(|t| t.columns.iter().map(move |c| (t, c)));
    let after = after.find(|(_, column)| is_of(column, &table.diff.after.name));
    let mut before = diff.from.tables.iter().flat_map(|t| t.columns.iter().map(move |c| (t, c)));
    let found = after.or_else(|| {
        before.find(|(user, column)| {
            let kept = tables.get(&diff.renames.table(&user.name));
            kept.is_some_and(|k| !k.lost_columns().any(|lost| lost == column.name))
                && is_of(column, &table.diff.before.name)
        })
    });
    found.map(|(user, column)| format!("{}.{}", user.name, column.name))
}

/// Refuses what the server does, too.
pub fn check(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    table: &TablePlan,
) -> Result<(), PlanError> {
    let Some(why) = rewritten(table) else { return Ok(()) };
    let Some(user) = user(diff, tables, table) else { return Ok(()) };
    let name = &table.diff.before.name;
    Err(PlanError::Refused {
        object: format!("table {name}"),
        problem: format!("{why}, and column {user} is of its row type"),
        advice: "PostgreSQL allows no such change while that column is there: drop the column \
                 first and make it again afterwards, in migrations of your own"
            .to_owned(),
    })
}

/// What has the rows of a table written in another way.
fn rewritten(table: &TablePlan) -> Option<String> {
    if let Some(column) = table.retyped.first() {
        return Some(format!("the type of its column {column} changes"));
    }
    let unlogged = |t| TableOptions::read(t).unlogged;
    if unlogged(&table.diff.before) != unlogged(&table.diff.after) {
        return Some("whether it is logged changes".to_owned());
    }
    let mut added = table.diff.after.columns.iter().filter(|c| {
        let old = table.diff.name_before(&c.name);
        old.is_none_or(|old| table.recreated.contains(old) && !table.carried.contains_key(old))
    });
    let added = added.find(|column| {
        column.computed.as_ref().is_some_and(|computed| computed.stored)
            || !column.identity.is_none()
    });
    added.map(|column| format!("its rows get {}", column.name))
}
