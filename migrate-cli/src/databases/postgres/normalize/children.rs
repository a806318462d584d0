//! Models say nothing of partitions and of inheritance: a table that is divided stays so, its partitions
//! stay, and what they inherit is what the models want above them.

use std::collections::BTreeMap;

use model_core::schema::{
    Column, IndexTarget, InheritedColumn, KeyColumn, PartitionOf, QualifiedName, Schema, Table,
};

use super::inherit::{column, counterpart};
use crate::databases::postgres::words;

/// Takes over from `actual` which tables stand below which, with the tables that no model declares.
pub fn take_over(desired: &mut Schema, actual: &Schema) {
    let mut names: BTreeMap<QualifiedName, QualifiedName> = BTreeMap::new();
    for table in &desired.tables {
        if let Some(there) = counterpart(table, actual) {
            names.insert(there.name.clone(), table.name.clone());
        }
    }
    let declared = names.clone();
    // Those below a table that is there, and below those.
    loop {
        let below = actual.tables.iter().filter(|t| {
            t.parents().any(|parent| names.contains_key(parent)) && !names.contains_key(&t.name)
        });
        let more: Vec<_> = below.map(|t| (t.name.clone(), t.name.clone())).collect();
        if more.is_empty() {
            break;
        }
        names.extend(more);
    }
    for (old, new) in declared {
        let (Some(there), Some(table)) =
            (actual.table(&old), desired.tables.iter_mut().find(|t| t.name == new))
        else {
            continue;
        };
        stand(table, there, &names);
        // What it has from above is above, and no model says it again.
        let inherited = &there.inherited;
        let name = |name: &Option<String>| inherited.constraint(name.as_ref());
        let of = there;
        let add_checks = of.checks.iter().filter(|c| name(&c.name));
        for check in add_checks {
            table.checks.retain(|c| c.name != check.name);
            table.checks.push(check.clone());
        }
        for index in of.indexes.iter().filter(|i| inherited.index(&i.name)) {
            table.indexes.retain(|i| i.name != index.name);
            table.indexes.push(index.clone());
        }
        table.inherited = inherited.clone();
    }
    let mut open: Vec<&Table> = actual
        .tables
        .iter()
        .filter(|t| names.contains_key(&t.name) && desired.table(&names[&t.name]).is_none())
        .collect();
    // Parents first, since what they are to be is taken from them.
    while !open.is_empty() {
        let is_ready = |t: &&Table| {
            t.parents().all(|p| names.get(p).is_none_or(|p| desired.table(p).is_some()))
        };
        let Some(at) = open.iter().position(is_ready) else { break };
        let there = open.remove(at);
        let table = undeclared(there, &names, desired, actual);
        desired.tables.push(table);
    }
    mark(desired, actual, &names);
    desired.sort();
}

/// Its place, by the names that the tables above have.
fn stand(table: &mut Table, there: &Table, names: &BTreeMap<QualifiedName, QualifiedName>) {
    table.partitioning.clone_from(&there.partitioning);
    table.partition_of = there.partition_of.as_ref().and_then(|place| {
        let parent = names.get(&place.parent)?.clone();
        Some(PartitionOf { parent, bound: place.bound.clone() })
    });
    table.inherits =
        there.inherits.iter().filter_map(|parent| names.get(parent).cloned()).collect();
    if let Some(partitioning) = &mut table.partitioning {
        let renamed: Vec<(String, String)> = table
            .columns
            .iter()
            .filter_map(|own| {
                let there = column(own, there)?;
                (there.name != own.name).then(|| (there.name.clone(), own.name.clone()))
            })
            .collect();
        partitioning.key = words::renamed(&partitioning.key, &renamed);
    }
}

/// A table that no model declares, as it is when those above it are what the models want.
fn undeclared(
    there: &Table,
    names: &BTreeMap<QualifiedName, QualifiedName>,
    desired: &Schema,
    actual: &Schema,
) -> Table {
    let mut table = there.clone();
    stand(&mut table, there, names);
    let parents: Vec<&Table> = table.parents().filter_map(|p| desired.table(p)).collect();
    // By their names there: what the columns of those above are to be.
    let mut above: BTreeMap<String, &Column> = BTreeMap::new();
    let mut columns: Vec<Column> = Vec::new();
    let mut inherited: BTreeMap<String, InheritedColumn> = BTreeMap::new();
    for parent in &parents {
        let was = names.iter().find(|(_, new)| **new == parent.name);
        let was = was.and_then(|(old, _)| actual.table(old));
        for wanted in &parent.columns {
            let old = was.and_then(|was| column(wanted, was)).map(|old| old.name.clone());
            let own = old.as_ref().and_then(|old| there.column(old));
            if columns.iter().any(|c| c.name == wanted.name) {
                continue;
            }
            let place = old.as_ref().and_then(|old| there.inherited.columns.get(old).copied());
            let place = place.unwrap_or_default();
            columns.push(below(wanted, own, place));
            inherited.insert(wanted.name.clone(), place);
            above.extend(old.map(|old| (old, wanted)));
        }
    }
    let kept = |c: &&Column| {
        let goes = there.inherited.columns.get(&c.name).is_some_and(|place| !place.merged);
        !above.contains_key(&c.name) && !goes
    };
    let own: Vec<Column> = there.columns.iter().filter(kept).cloned().collect();
    let renamed: Vec<(String, String)> =
        above.iter().map(|(old, wanted)| (old.clone(), wanted.name.clone())).collect();
    let gone: Vec<&str> = there
        .columns
        .iter()
        .map(|c| c.name.as_str())
        .filter(|name| !above.contains_key(*name) && !own.iter().any(|c| c.name == *name))
        .collect();
    columns.extend(own);
    table.columns = columns;
    table.inherited.columns = inherited;
    carry(&mut table, &renamed, &gone);
    table
}

/// A column as it is below the one that is wanted.
fn below(wanted: &Column, own: Option<&Column>, place: InheritedColumn) -> Column {
    let mut column = Column { comment: None, renamed_from: None, ..wanted.clone() };
    if let Some(own) = own {
        column.comment.clone_from(&own.comment);
        column.options.clone_from(&own.options);
        column.not_null.clone_from(&own.not_null);
        if own.name != wanted.name {
            column.renamed_from = Some(own.name.clone());
        }
        if place.own_default {
            column.default.clone_from(&own.default);
        }
        if place.own_nullability {
            column.nullable = own.nullable;
        }
    }
    column
}

/// Keys, checks and indexes follow columns that get other names, and go with those that go.
fn carry(table: &mut Table, renamed: &[(String, String)], gone: &[&str]) {
    let new = |name: &str| {
        let found = renamed.iter().find(|(old, _)| old == name);
        found.map_or_else(|| name.to_owned(), |(_, new)| new.clone())
    };
    let lost = |name: &String| gone.contains(&name.as_str());
    let mentions = |text: &str| gone.iter().any(|column| words::mentions(text, column));
    let follow = |text: &mut String| *text = words::renamed(text, renamed);
    let keys =
        |columns: &mut Vec<KeyColumn>| columns.iter_mut().for_each(|c| c.name = new(&c.name));
    table.primary_key =
        table.primary_key.take().filter(|k| !k.columns.iter().any(|c| lost(&c.name)));
    table.primary_key.iter_mut().for_each(|k| keys(&mut k.columns));
    table.uniques.retain(|u| !u.columns.iter().any(|c| lost(&c.name)));
    table.uniques.iter_mut().for_each(|u| keys(&mut u.columns));
    table.foreign_keys.retain(|k| !k.columns.iter().any(lost));
    for key in &mut table.foreign_keys {
        key.columns.iter_mut().for_each(|c| *c = new(c));
    }
    table.checks.retain(|c| !mentions(&c.expression));
    table.checks.iter_mut().for_each(|c| follow(&mut c.expression));
    table.exclusions.retain(|e| !mentions(&e.definition));
    table.exclusions.iter_mut().for_each(|e| follow(&mut e.definition));
    table.indexes.retain(|index| {
        let part = index.columns.iter().any(|part| match &part.target {
            IndexTarget::Column(name) => lost(name),
            IndexTarget::Expression(text) => mentions(text),
        });
        !part
            && !index.include.iter().any(lost)
            && !index.predicate.as_deref().is_some_and(mentions)
    });
    for index in &mut table.indexes {
        for part in &mut index.columns {
            match &mut part.target {
                IndexTarget::Column(name) => *name = new(name),
                IndexTarget::Expression(text) => follow(text),
            }
        }
        index.include.iter_mut().for_each(|c| *c = new(c));
        index.predicate.iter_mut().for_each(follow);
    }
}

/// Marks what the declared tables have from above.
fn mark(desired: &mut Schema, actual: &Schema, names: &BTreeMap<QualifiedName, QualifiedName>) {
    let tables = desired.tables.clone();
    for table in &mut desired.tables {
        let Some(there) = counterpart(table, actual) else { continue };
        if there.name == table.name && !names.contains_key(&there.name) {
            continue;
        }
        let parents: Vec<&Table> =
            table.parents().filter_map(|p| tables.iter().find(|t| t.name == *p)).collect();
        if parents.is_empty() {
            *table.inherited = Default::default();
            continue;
        }
        let mut columns = BTreeMap::new();
        for own in &table.columns {
            let Some(wanted) = parents.iter().find_map(|p| p.column(&own.name)) else { continue };
            let old = column(own, there).and_then(|c| there.inherited.columns.get(&c.name));
            let place = InheritedColumn {
                merged: old.is_some_and(|place| place.merged),
                own_default: old.map_or(own.default != wanted.default, |place| place.own_default),
                own_nullability: own.nullable != wanted.nullable,
            };
            columns.insert(own.name.clone(), place);
        }
        table.inherited.columns = columns;
    }
}
