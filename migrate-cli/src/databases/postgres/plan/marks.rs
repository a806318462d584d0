//! What hangs on a constraint or an index and would go with it when it is made anew: comments,
//! the storage parameters of a key, `CLUSTER ON`, the replica identity.
//!
//! None of these is compared. An object that is made gets what the target says of it; one that is
//! made anew for models, which say nothing about these, gets what it had.

use std::collections::BTreeMap;

use model_core::schema::{
    Column, Deferrable, Exclusion, Index, IndexTarget, KeyColumn, ObjectKind, QualifiedName,
    SchemaObject, Table,
};

use super::work::{Pair, TablePlan};
use crate::databases::postgres::render::{beside, literal, name, option_name, quote};
use crate::diff::{SchemaDiff, TableChange};
use crate::plan::Step;

const CONSTRAINT_COMMENT: &str = "comment on constraint ";
const INDEX_COMMENT: &str = "comment on index ";
const STORAGE: &str = "storage parameters of ";
const CLUSTER: &str = "cluster on ";
const REPLICA_IDENTITY: &str = "replica identity of ";

/// Whether an object is such a mark, which holds nothing back.
pub fn is_mark(other: &SchemaObject) -> bool {
    let all = [CONSTRAINT_COMMENT, INDEX_COMMENT, STORAGE, CLUSTER, REPLICA_IDENTITY];
    other.kind == ObjectKind::Dependent && all.iter().any(|mark| other.name.name.starts_with(mark))
}

/// A constraint or an index that is made, and what it may bear.
struct Made<'a> {
    before: Option<&'a str>,
    after: &'a str,
    is_constraint: bool,
    has_index: bool,
    /// A primary key or a unique constraint, whose definition has no word for its parameters.
    is_key: bool,
    clusters: bool,
    identifies: bool,
}

/// The statements that put the marks back, after everything that they hang on is made.
pub fn steps(diff: &SchemaDiff, tables: &BTreeMap<QualifiedName, TablePlan>) -> Vec<Step> {
    let mut steps = Vec::new();
    for change in &diff.tables {
        if let TableChange::Added(table) = change {
            for made in of_new(table) {
                put(diff, None, &table.name, &made, &mut steps);
            }
        }
    }
    for table in tables.values() {
        let (before, after) = (&table.diff.before.name, &table.diff.after.name);
        for made in of_kept(table) {
            put(diff, Some(before), after, &made, &mut steps);
        }
    }
    steps
}

fn of_new(table: &Table) -> Vec<Made<'_>> {
    let key = table.primary_key.iter().filter_map(|k| {
        let immediate = k.deferrable.is_no();
        Some(of_key(None, k.name.as_deref()?, table, &k.columns, immediate))
    });
    let uniques = table.uniques.iter().filter_map(|u| {
        Some(of_key(None, u.name.as_deref()?, table, &u.columns, u.deferrable.is_no()))
    });
    let foreign_keys = table.foreign_keys.iter().filter_map(|k| k.name.as_deref());
    let checks = table.checks.iter().filter_map(|c| c.name.as_deref());
    key.chain(uniques)
        .chain(table.exclusions.iter().map(|e| of_exclusion(None, e)))
        .chain(foreign_keys.chain(checks).map(|name| of_rule(None, name)))
        .chain(table.indexes.iter().map(|i| of_index(None, table, i)))
        .collect()
}

fn of_kept(table: &TablePlan) -> Vec<Made<'_>> {
    let target = &table.diff.after;
    let mut made = Vec::new();
    for pair in &table.primary_key {
        let Some(key) = pair.made() else { continue };
        let before = pair.before.as_ref().and_then(|k| k.name.as_deref());
        let name = key.name.as_deref().unwrap_or_default();
        made.push(of_key(before, name, target, &key.columns, key.deferrable.is_no()));
    }
    for pair in &table.uniques {
        let Some(unique) = pair.made() else { continue };
        let before = pair.before.as_ref().and_then(|u| u.name.as_deref());
        let name = unique.name.as_deref().unwrap_or_default();
        made.push(of_key(
            before,
            name,
            target,
            &unique.columns,
            unique.deferrable == Deferrable::No,
        ));
    }
    for pair in &table.exclusions {
        let Some(exclusion) = pair.made() else { continue };
        made.push(of_exclusion(pair.before.as_ref().map(|e| e.name.as_str()), exclusion));
    }
    rules(&table.foreign_keys, |k| k.name.as_deref(), &mut made);
    rules(&table.checks, |c| c.name.as_deref(), &mut made);
    for pair in &table.indexes {
        let Some(index) = pair.made() else { continue };
        made.push(of_index(pair.before.as_ref().map(|i| i.name.as_str()), target, index));
    }
    made
}

fn rules<'a, T>(
    pairs: &'a [Pair<T>],
    name: impl Fn(&'a T) -> Option<&'a str>,
    made: &mut Vec<Made<'a>>,
) {
    for pair in pairs {
        if let Some(after) = pair.made().and_then(&name) {
            made.push(of_rule(pair.before.as_ref().and_then(&name), after));
        }
    }
}

/// A foreign key or a check.
fn of_rule<'a>(before: Option<&'a str>, after: &'a str) -> Made<'a> {
    Made {
        before,
        after,
        is_constraint: true,
        has_index: false,
        is_key: false,
        clusters: false,
        identifies: false,
    }
}

fn of_key<'a>(
    before: Option<&'a str>,
    after: &'a str,
    table: &Table,
    columns: &[KeyColumn],
    immediate: bool,
) -> Made<'a> {
    let required = columns.iter().all(|c| is_required(table, &c.name));
    Made {
        has_index: true,
        is_key: true,
        clusters: true,
        identifies: immediate && required,
        ..of_rule(before, after)
    }
}

fn of_exclusion<'a>(before: Option<&'a str>, exclusion: &'a Exclusion) -> Made<'a> {
    let definition = &exclusion.definition;
    let ordered = ["EXCLUDE USING btree ", "EXCLUDE USING gist "];
    let ordered = ordered.iter().any(|start| definition.starts_with(start));
    Made {
        has_index: true,
        clusters: ordered && !definition.contains(" WHERE ("),
        ..of_rule(before, &exclusion.name)
    }
}

fn of_index<'a>(before: Option<&'a str>, table: &Table, index: &'a Index) -> Made<'a> {
    let whole = index.predicate.is_none();
    let required = index.columns.iter().all(|part| match &part.target {
        IndexTarget::Column(column) => is_required(table, column),
        IndexTarget::Expression(_) => false,
    });
    Made {
        is_constraint: false,
        has_index: true,
        clusters: whole && matches!(index.method.as_deref(), None | Some("btree" | "gist")),
        identifies: whole && index.unique && required,
        ..of_rule(before, &index.name)
    }
}

fn is_required(table: &Table, column: &str) -> bool {
    let in_key = || {
        let mut key = table.primary_key.iter().flat_map(|k| &k.columns);
        key.any(|c| c.name == column)
    };
    table.column(column).is_some_and(|c: &Column| !c.nullable || in_key())
}

fn put(
    diff: &SchemaDiff,
    before: Option<&QualifiedName>,
    after: &QualifiedName,
    made: &Made,
    steps: &mut Vec<Step>,
) {
    let (others, table, object) = if diff.to.complete {
        (&diff.to.objects, after, made.after)
    } else if let (Some(table), Some(object)) = (before, made.before) {
        (&diff.from.objects, table, object)
    } else {
        return;
    };
    let text = |mark: &str| {
        let of_this = |o: &&SchemaObject| {
            o.kind == ObjectKind::Dependent
                && o.table.as_ref() == Some(table)
                && o.name.name.strip_prefix(mark) == Some(object)
        };
        others.iter().find(of_this).map(|o| o.definition.clone().unwrap_or_default())
    };
    let (owner, own) = (name(after), quote(made.after));
    let index = name(&beside(after, made.after));
    let mut write = |sql: String| steps.push(Step::Statement(sql));
    if let Some(parameters) = text(STORAGE).filter(|_| made.is_key) {
        let parameters: Vec<String> = parameters
            .split(',')
            .filter_map(|p| p.split_once('='))
            .map(|(key, value)| format!("{} = {}", option_name(key), literal(value)))
            .collect();
        write(format!("ALTER INDEX {index} SET ({})", parameters.join(", ")));
    }
    if text(CLUSTER).is_some() && made.clusters {
        write(format!("ALTER TABLE {owner} CLUSTER ON {own}"));
    }
    if text(REPLICA_IDENTITY).is_some() && made.identifies {
        write(format!("ALTER TABLE {owner} REPLICA IDENTITY USING INDEX {own}"));
    }
    if let Some(comment) = text(CONSTRAINT_COMMENT).filter(|_| made.is_constraint) {
        write(format!("COMMENT ON CONSTRAINT {own} ON {owner} IS {}", literal(&comment)));
    }
    if let Some(comment) = text(INDEX_COMMENT).filter(|_| made.has_index) {
        write(format!("COMMENT ON INDEX {index} IS {}", literal(&comment)));
    }
}
