//! Foreign keys: which have to go before anything else happens, and which come (back) last.
//!
//! The server refuses to change a column that is in a key, on either side, and to drop the index
//! that serves one. So a key near such a change is dropped and added again.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ForeignKey, Index, IndexTarget, QualifiedName, Table};

use super::table::TablePlan;
use crate::databases::mysql::flavour::Flavour;
use crate::diff::{Change, SchemaDiff};

/// Keys by the table that holds them.
pub type Keys = BTreeMap<QualifiedName, Vec<ForeignKey>>;

/// The keys that go and come in statements of their own.
#[derive(Debug, Default)]
pub struct ForeignKeyPlan {
    /// To be dropped, by the table's name in the start.
    pub drops: Keys,
    /// To be added, by the table's name in the target.
    pub adds: Keys,
}

/// The plan for the keys of every table that is there before.
pub fn plan(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    flavour: Flavour,
) -> ForeignKeyPlan {
    let mut plan = ForeignKeyPlan::default();
    for before in &diff.from.tables {
        let after_name = diff.renames.table(&before.name);
        let Some(after) = diff.to.table(&after_name) else {
            put(&mut plan.drops, &before.name, keys_of_dropped(diff, tables, before, flavour));
            continue;
        };
        let table = diff.kept_tables().find(|table| table.before.name == before.name);
        let changes = table.map(|t| t.foreign_keys.as_slice()).unwrap_or_default();
        for key in &before.foreign_keys {
            let change = changes.iter().find(|change| change.before() == Some(key));
            if change.is_none() && !is_disturbed(diff, tables, before, key, flavour) {
                continue;
            }
            let unchanged = after.foreign_keys.iter().find(|k| k.name == key.name);
            let target = change.map_or(unchanged, Change::after);
            put(&mut plan.drops, &before.name, vec![key.clone()]);
            put(&mut plan.adds, &after_name, target.cloned().into_iter().collect());
        }
        let added = changes.iter().filter(|change| change.before().is_none());
        put(&mut plan.adds, &after_name, added.filter_map(Change::after).cloned().collect());
    }
    plan
}

/// Takes out the keys that lead to a table that is not there: with foreign keys checked the server
/// makes no such key.
pub fn take_dangling(diff: &SchemaDiff, plan: &mut ForeignKeyPlan) -> Keys {
    let is_there = |key: &ForeignKey| {
        key.references.schema.is_some() || diff.to.table(&key.references).is_some()
    };
    let mut dangling = Keys::new();
    for (table, keys) in &mut plan.adds {
        let (stay, taken): (Vec<_>, Vec<_>) = keys.drain(..).partition(is_there);
        *keys = stay;
        put(&mut dangling, table, taken);
    }
    plan.adds.retain(|_, keys| !keys.is_empty());
    dangling
}

fn put(map: &mut Keys, table: &QualifiedName, keys: Vec<ForeignKey>) {
    if !keys.is_empty() {
        map.entry(table.clone()).or_default().extend(keys);
    }
}

fn is_disturbed(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    child: &Table,
    key: &ForeignKey,
    flavour: Flavour,
) -> bool {
    let (child_plan, parent_plan) = (tables.get(&child.name), tables.get(&key.references));
    let renamed = diff.renames.table(&child.name) != child.name;
    child_plan.is_some_and(|plan| disturbs(plan, &key.columns, flavour))
        || parent_plan.is_some_and(|plan| disturbs(plan, &key.referenced_columns, flavour))
        || (renamed && is_named_after_table(key, &child.name.name))
}

/// Whether a table's plan touches these columns of it in a way that a key does not survive.
fn disturbs(plan: &TablePlan, columns: &[String], flavour: Flavour) -> bool {
    let has = |name: &str| columns.iter().any(|c| c == name);
    plan.changes_engine
        || plan.columns.iter().filter_map(|c| c.disturbed(flavour)).any(has)
        || (!plan.only_renames && plan.columns.iter().filter_map(|c| c.renamed()).any(has))
        || plan.lost_indexes().iter().any(|index| match index.first() {
            Some(IndexTarget::Column(first)) => has(first),
            _ => false,
        })
}

/// Indexes to be stated again together with the keys that are added to a table.
///
/// A key that is added makes an index under its own name, and the server then drops the older of
/// two that it has made itself: an index of another name would change its name that way.
pub fn restated_indexes(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    after: &QualifiedName,
    keys: &[ForeignKey],
) -> Vec<Index> {
    let before = diff.from.tables.iter().find(|t| &diff.renames.table(&t.name) == after);
    let (Some(before), Some(table)) = (before, diff.to.table(after)) else { return Vec::new() };
    let plan = tables.get(&before.name);
    let serves = |index: &&Index| {
        let columns = index.columns.iter().map(|c| match &c.target {
            IndexTarget::Column(name) if c.prefix.is_none() => Some(name.as_str()),
            _ => None,
        });
        let columns: Option<Vec<&str>> = columns.collect();
        let stated = plan.is_some_and(|plan| plan.states_index(&index.name));
        !index.unique
            && !stated
            && columns.is_some_and(|columns| {
                keys.iter().any(|key| {
                    key.columns == columns && key.name.as_deref() != Some(index.name.as_str())
                })
            })
    };
    table.indexes.iter().filter(serves).cloned().collect()
}

/// `<table>_ibfk_<number>`: names that the server gave, and changes when the table is renamed.
fn is_named_after_table(key: &ForeignKey, table: &str) -> bool {
    key.name
        .as_deref()
        .and_then(|name| name.strip_prefix(table))
        .and_then(|rest| rest.strip_prefix("_ibfk_"))
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

/// The keys of a table that is to be dropped last, and that are in the way of what comes before:
/// of a change to their parent, or of another key that takes over the name.
fn keys_of_dropped(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    before: &Table,
    flavour: Flavour,
) -> Vec<ForeignKey> {
    let names: BTreeSet<String> = diff
        .to
        .tables
        .iter()
        .flat_map(|t| &t.foreign_keys)
        .filter_map(|k| k.name.as_ref())
        .map(|name| name.to_lowercase())
        .collect();
    let in_the_way = |key: &&ForeignKey| {
        key.name.as_ref().is_some_and(|name| names.contains(&name.to_lowercase()))
            || tables
                .get(&key.references)
                .is_some_and(|plan| disturbs(plan, &key.referenced_columns, flavour))
    };
    before.foreign_keys.iter().filter(in_the_way).cloned().collect()
}
