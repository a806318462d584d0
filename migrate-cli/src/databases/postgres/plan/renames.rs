//! Other names for what stays, in an order in which no name is taken twice.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Column, Identity, QualifiedName};

use super::attached;
use super::not_null;
use super::sequences::identity_sequence;
use super::table_plan::{ObjectPlan, TablePlan};
use super::temporary;
use crate::databases::postgres::names::{beside, namespace_of};
use crate::databases::postgres::statement::{ColumnName, Rename, Statement};
use crate::plan::{TemporaryNames, rename_order};

/// What shares its names with the others of its namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Relation {
    Table,
    Index,
    Sequence,
}

/// A relation to be renamed within a namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Named {
    relation: Relation,
    name: QualifiedName,
}

/// Tables, indexes, sequences, columns and constraints get their new names.
pub fn statements(
    tables: &BTreeMap<QualifiedName, TablePlan>,
    attached_renames: &[(QualifiedName, QualifiedName)],
    sequences: &[(QualifiedName, QualifiedName)],
    names: &mut TemporaryNames,
) -> Vec<Statement> {
    let mut statements = Vec::new();
    let mut renames: Vec<(Named, Named)> = Vec::new();
    let mut add = |relation: Relation, from: &str, to: &QualifiedName| {
        let named = |name| Named { relation, name };
        renames.push((named(beside(to, from)), named(to.clone())));
    };
    for table in tables.values() {
        let (before, after) = (&table.diff.before.name, &table.diff.after.name);
        if before.schema != after.schema {
            let to = namespace_of(after).to_owned();
            statements.push(Statement::MoveTable { table: before.clone(), to });
        }
        statements.extend(make_way(table));
        // Its namespace is the target's from here on.
        add(Relation::Table, &before.name, after);
        for (from, to) in index_renames(table) {
            add(Relation::Index, &from, &beside(after, &to));
        }
        for (from, to) in identity_renames(table) {
            add(Relation::Sequence, &from, &beside(after, &to));
        }
    }
    for (from, to) in attached_renames {
        add(Relation::Index, &from.name, to);
    }
    for (from, to) in sequences {
        add(Relation::Sequence, &from.name, to);
    }
    let step_aside =
        |of: &Named| Named { name: temporary::beside_it(names, &of.name), ..of.clone() };
    let ordered = rename_order(renames, |a, b| a.name == b.name, step_aside);
    statements.extend(ordered.into_iter().map(|(from, to)| {
        let rename = Rename { from: from.name, to: to.name.name };
        match from.relation {
            Relation::Table => Statement::RenameTable(rename),
            Relation::Index => Statement::RenameIndex(rename),
            Relation::Sequence => Statement::RenameSequence(rename),
        }
    }));
    for table in tables.values() {
        statements.extend(columns(table));
        statements.extend(constraints(table, tables));
    }
    statements
}

/// Both names, where an object stays and both have one.
fn both<'a, T>(
    objects: &'a [ObjectPlan<T>],
    name: impl Fn(&'a T) -> Option<&'a String>,
) -> impl Iterator<Item = (String, String)> {
    objects
        .iter()
        .filter_map(ObjectPlan::relabelled)
        .filter_map(move |(before, after)| Some((name(before)?.clone(), name(after)?.clone())))
}

/// Indexes, and the constraints whose index has the same name.
fn index_renames(table: &TablePlan) -> Vec<(String, String)> {
    both(&table.primary_key, |k| k.name.as_ref())
        .chain(both(&table.uniques, |u| u.name.as_ref()))
        .chain(both(&table.exclusions, |e| Some(&e.name)))
        .chain(both(&table.indexes, |i| Some(&i.name)))
        .collect()
}

/// The sequence of an identity column has a name that follows table and column.
fn identity_renames(table: &TablePlan) -> Vec<(String, String)> {
    let (before, after) = (&table.diff.before, &table.diff.after);
    let is_identity = |c: &Column| matches!(c.identity, Identity::Standard { .. });
    let both_sides = |(old, new): &(String, String)| before.column(old).zip(after.column(new));
    let kept = table.diff.kept_columns.iter().filter_map(both_sides);
    kept.filter(|(b, a)| is_identity(b) && is_identity(a))
        .map(|(b, a)| {
            let (from, to) =
                (identity_sequence(&before.name, b), identity_sequence(&after.name, a));
            (from.name, to.name)
        })
        .collect()
}

fn columns(table: &TablePlan) -> Vec<Statement> {
    let kept = table.diff.kept_columns.iter();
    let kept = kept.filter_map(|(before, after)| match table.carried.get(before) {
        Some(waiting) => Some((waiting.clone(), after.clone())),
        None if table.recreated.contains(before) || table.diff.is_inherited(before) => None,
        None => Some((before.clone(), after.clone())),
    });
    let kept = kept.collect();
    let mut names = temporary::columns(&table.diff);
    rename_order(kept, |a, b| a == b, |name| temporary::aside(&mut names, name))
        .into_iter()
        .map(|(from, to)| {
            let column = ColumnName::new(&table.diff.after.name, &from);
            Statement::RenameColumn { column, to }
        })
        .collect()
}

/// The names of constraints without an index, which are the table's own.
fn without_index(table: &TablePlan) -> impl Iterator<Item = (String, String)> {
    let checks = both(&table.checks, |c| c.name.as_ref());
    let keys = both(&table.foreign_keys, |k| k.name.as_ref());
    checks.chain(keys).chain(not_null::renames(table))
}

/// Those of them that have the name which one with an index gets, each with the name that it waits
/// under.
fn in_the_way(table: &TablePlan) -> Vec<(String, String)> {
    let taken: BTreeSet<String> = index_renames(table)
        .into_iter()
        .filter(|(from, to)| from != to)
        .map(|(_, to)| to)
        .collect();
    let mut names = temporary::constraints(&table.diff);
    let moved = without_index(table).filter(|(from, _)| taken.contains(from));
    moved.map(|(from, _)| (from.clone(), names.make(&from, "__was"))).collect()
}

fn make_way(table: &TablePlan) -> Vec<Statement> {
    let name = beside(&table.diff.after.name, &table.diff.before.name.name);
    let moved = in_the_way(table).into_iter();
    moved.map(|(from, to)| Statement::RenameConstraint { table: name.clone(), from, to }).collect()
}

fn constraints(table: &TablePlan, tables: &BTreeMap<QualifiedName, TablePlan>) -> Vec<Statement> {
    let waiting: BTreeMap<String, String> = in_the_way(table).into_iter().collect();
    let now = |(from, to): (String, String)| (waiting.get(&from).cloned().unwrap_or(from), to);
    let parts = attached::parts_of_keys(table, tables);
    let renames = without_index(table).map(now).chain(parts).collect();
    let mut names = temporary::constraints(&table.diff);
    let table = &table.diff.after.name;
    rename_order(renames, |a, b| a == b, |name| temporary::aside(&mut names, name))
        .into_iter()
        .map(|(from, to)| Statement::RenameConstraint { table: table.clone(), from, to })
        .collect()
}
