//! Tables and objects in one order: what leans on a thing goes before it, and comes after it.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, SchemaObject, Table};

use super::objects::{self, Objects, hangs, is_below_tables, table_uses};
use super::remade::Remade;
use super::{Tables, anew, columns, constraints, object_statements, row_types};
use crate::databases::postgres::statement::{Clause, ObjectStatement, Statement};
use crate::databases::postgres::words;
use crate::diff::{SchemaDiff, own};
use crate::plan::{Graph, creation_order};

fn drop_object(object: &SchemaObject) -> Statement {
    Statement::Object(ObjectStatement::Drop(Box::new(object.clone())))
}

/// What an old self is called while columns are of it.
fn waiting<'a>(objects: &'a Objects, object: &SchemaObject) -> Option<&'a QualifiedName> {
    let is_type = matches!(object.kind, ObjectKind::Domain | ObjectKind::Type);
    objects.aside.get(&object.name).filter(|_| is_type)
}

/// What goes before anything new comes: objects, tables, and parts of the tables that stay.
pub fn drops(diff: &SchemaDiff, tables: &Tables, objects: &Objects) -> Vec<Statement> {
    let own: Vec<Table> = diff.dropped_tables().map(own).collect();
    let dropped: Vec<&Table> = own.iter().collect();
    let leaning = row_types::leaning(&dropped);
    let order = creation_order(&leaning.iter().collect::<Vec<_>>());
    let mut all: Vec<Statement> = Vec::new();
    // Keys that close a ring go before all the tables.
    all.extend(order.deferred.iter().filter_map(|(table, key)| {
        Some(Statement::alter_by(table, Clause::DropConstraint(key.name.clone()?)))
    }));
    let early = objects.changes.dropped.iter();
    let early: Vec<&SchemaObject> =
        early.filter(|o| !objects.late.contains(&o.object_name())).collect();
    let drop = |object: &&SchemaObject| match waiting(objects, object) {
        Some(waiting) => anew::step_aside(object, waiting),
        None => vec![drop_object(object)],
    };
    let mut nodes: Vec<Vec<Statement>> = early.iter().map(drop).collect();
    let tables_at = nodes.len();
    let gone: Vec<&QualifiedName> = order.tables.iter().rev().collect();
    nodes.extend(gone.iter().map(|name| vec![Statement::DropTable((*name).clone())]));
    let kept_at = nodes.len();
    nodes.extend(tables.values().map(|table| {
        let mut statements = constraints::drop_indexes(table);
        let mut clauses = objects::release_defaults(table, &objects.released);
        clauses.extend(constraints::drop_constraints(table));
        clauses.extend(columns::drops(table));
        statements.extend(Statement::alter(&table.diff.before.name, clauses));
        statements
    }));

    let mut graph = Graph::new(nodes.len());
    for at in tables_at + 1..kept_at {
        graph.after(at, at - 1);
    }
    // What is made of a column goes before that goes with the parent's.
    let places: BTreeMap<&QualifiedName, usize> =
        tables.keys().enumerate().map(|(at, name)| (name, kept_at + at)).collect();
    for (name, table) in tables.iter().filter(|(_, table)| table.diff.bound) {
        for parent in table.diff.after.parents().filter_map(|p| places.get(p)) {
            graph.after(*parent, places[name]);
        }
    }
    if !early.is_empty() {
        let places: BTreeMap<ObjectName, usize> =
            early.iter().enumerate().map(|(at, o)| (o.object_name(), at)).collect();
        let table_places: BTreeMap<&QualifiedName, usize> = gone
            .iter()
            .enumerate()
            .map(|(at, name)| (*name, tables_at + at))
            .chain(tables.values().enumerate().map(|(at, t)| (&t.diff.before.name, kept_at + at)))
            .collect();
        for (at, object) in early.iter().enumerate() {
            for used in object.uses.iter().filter_map(|u| places.get(u)) {
                graph.after(*used, at);
            }
            for reference in &object.references {
                if let Some(table) = table_places.get(&reference.table) {
                    graph.after(*table, at);
                }
            }
            if is_below_tables(object.kind) || object.kind.is_view() {
                let own: BTreeSet<&QualifiedName> =
                    object.references.iter().map(|r| &r.table).collect();
                for table in &diff.from.tables {
                    if !own.contains(&table.name)
                        && table_uses(table, object)
                        && let Some(place) = table_places.get(&table.name)
                    {
                        graph.after(at, *place);
                    }
                }
            }
        }
    }
    all.extend(graph.order().into_iter().flat_map(|at| std::mem::take(&mut nodes[at])));
    all
}

/// What comes: new tables, the tables that stay with all their changes, and objects among them.
pub fn creations(
    diff: &SchemaDiff,
    new: Vec<(QualifiedName, Vec<Statement>)>,
    kept: Vec<(&QualifiedName, Vec<Statement>)>,
    remade: &[Remade],
    objects: &Objects,
) -> Vec<Statement> {
    let kept: Vec<_> = kept.into_iter().filter(|(_, statements)| !statements.is_empty()).collect();
    let changes = &objects.changes;
    let made: Vec<(&SchemaObject, bool)> = changes
        .made
        .iter()
        .filter(|o| !hangs(o.kind))
        .map(|o| (o, true))
        .chain(changes.replaced.iter().map(|(_, after)| (after, false)))
        .collect();
    let kept_at = new.len();
    let objects_at = kept_at + kept.len();
    let rows_at = objects_at + made.len();
    let mut graph = Graph::new(rows_at + remade.len());
    let new_names: Vec<QualifiedName> = new.iter().map(|(name, _)| name.clone()).collect();
    let kept_names: Vec<QualifiedName> = kept.iter().map(|(name, _)| (*name).clone()).collect();
    let is_below = |name: &QualifiedName| {
        diff.to.table(name).is_some_and(|table| table.parents().next().is_some())
    };
    // Among new tables, only keys, parents and what they use decide.
    if !made.is_empty() || new_names.iter().chain(&kept_names).any(is_below) {
        connect(diff, (&new_names, &kept_names), &made, &mut graph);
    } else {
        for at in 1..kept_at {
            graph.after(at, at - 1);
        }
    }
    let mut nodes: Vec<Vec<Statement>> = Vec::new();
    nodes.extend(new.into_iter().map(|(_, statements)| statements));
    nodes.extend(kept.into_iter().map(|(_, statements)| statements));
    nodes.extend(changes.made.iter().filter(|o| !hangs(o.kind)).map(object_statements::make));
    nodes.extend(changes.replaced.iter().map(|(b, a)| object_statements::replace(b, a)));
    for (at, remade) in remade.iter().enumerate() {
        let at = rows_at + at;
        let tables = tables_in(&remade.with, &new_names, &kept_names);
        tables.for_each(|table| graph.after(at, table));
        for (object_at, (object, _)) in made.iter().enumerate() {
            if object.references.iter().any(|r| remade.with.contains(&r.table)) {
                graph.after(objects_at + object_at, at);
            }
        }
        nodes.push(remade.put.clone());
    }
    let unchecked = made.iter().any(|(o, _)| has_unchecked_body(o));
    let first = unchecked.then_some(Statement::Object(ObjectStatement::LeaveBodiesUnchecked));
    let ordered = graph.order().into_iter().flat_map(|at| std::mem::take(&mut nodes[at]));
    first.into_iter().chain(ordered.collect::<Vec<_>>()).collect()
}

/// A function in SQL whose body is a text, of which the server does not know what it names.
fn has_unchecked_body(object: &SchemaObject) -> bool {
    let text = object.definition.as_deref().unwrap_or_default();
    is_routine(object) && text.contains("\n LANGUAGE sql") && text.contains("\nAS $")
}

/// The text of a routine's body, in which the server knows no names.
fn body(object: &SchemaObject) -> &str {
    let text = object.definition.as_deref().unwrap_or_default();
    let quoted = text.split_once("\nAS $").and_then(|(_, rest)| rest.split_once('$'));
    quoted.map_or("", |(tag, rest)| rest.strip_suffix(&format!("${tag}$")).unwrap_or(rest))
}

fn is_routine(object: &SchemaObject) -> bool {
    matches!(object.kind, ObjectKind::Function | ObjectKind::Procedure)
}

/// The places of tables that are made or changed.
fn tables_in<'a>(
    names: &'a BTreeSet<QualifiedName>,
    new: &'a [QualifiedName],
    kept: &'a [QualifiedName],
) -> impl Iterator<Item = usize> + 'a {
    let all = new.iter().chain(kept).enumerate();
    all.filter(|(_, name)| names.contains(name)).map(|(at, _)| at)
}

fn connect(
    diff: &SchemaDiff,
    (new, kept): (&[QualifiedName], &[QualifiedName]),
    made: &[(&SchemaObject, bool)],
    graph: &mut Graph,
) {
    let kept_at = new.len();
    let objects_at = kept_at + kept.len();
    let new_places: BTreeMap<&QualifiedName, usize> =
        new.iter().enumerate().map(|(at, name)| (name, at)).collect();
    let kept_places: BTreeMap<&QualifiedName, usize> =
        kept.iter().enumerate().map(|(at, name)| (name, kept_at + at)).collect();
    let places: BTreeMap<ObjectName, usize> =
        made.iter().enumerate().map(|(at, (o, _))| (o.object_name(), objects_at + at)).collect();
    let tables: Vec<&Table> = new.iter().filter_map(|name| diff.to.table(name)).collect();
    let leaning = row_types::leaning(&tables);
    for (name, at) in new_places.iter().chain(&kept_places) {
        for parent in diff.to.table(name).into_iter().flat_map(Table::parents) {
            let parent = new_places.get(parent).or_else(|| kept_places.get(parent));
            parent.into_iter().for_each(|parent| graph.after(*at, *parent));
        }
    }
    for table in &leaning {
        // Keys that lead to later tables are added when all tables stand.
        let at = new_places[&table.name];
        let parents = table.foreign_keys.iter().filter_map(|k| new_places.get(&k.references));
        parents.filter(|parent| **parent < at).for_each(|parent| graph.after(at, *parent));
    }
    let below: Vec<(usize, &SchemaObject, bool)> = made
        .iter()
        .enumerate()
        .filter(|(_, (o, _))| is_below_tables(o.kind) || o.kind.is_view())
        .map(|(at, (o, is_new))| (objects_at + at, *o, *is_new))
        .collect();
    if !below.is_empty() {
        let both = new_places.iter().chain(&kept_places);
        let tables = both.filter_map(|(name, at)| Some((diff.to.table(name)?, *at)));
        for (table, table_at) in tables {
            for (at, _, is_new) in below.iter().filter(|(_, o, _)| table_uses(table, o)) {
                match is_new {
                    true => graph.after(table_at, *at),
                    false => graph.rather_after(table_at, *at),
                }
            }
        }
    }
    let mut by_word: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    if made.iter().any(|(o, _)| is_routine(o)) {
        let tables = new_places.iter().map(|(name, at)| (name.name.as_str(), *at));
        let objects = made.iter().enumerate();
        let objects = objects.map(|(at, (o, _))| (o.name.name.as_str(), objects_at + at));
        for (word, at) in tables.chain(objects) {
            by_word.entry(word).or_default().push(at);
        }
    }
    for (at, (object, _)) in made.iter().enumerate() {
        let at = objects_at + at;
        for used in object.uses.iter().filter_map(|u| places.get(u)) {
            graph.after(at, *used);
        }
        for reference in &object.references {
            if let Some(table) = new_places.get(&reference.table) {
                graph.after(at, *table);
            }
            // The row type of a table that stays is there already.
            if let Some(table) = kept_places.get(&reference.table) {
                match is_below_tables(object.kind) && reference.column.is_none() {
                    true => graph.rather_after(at, *table),
                    false => graph.after(at, *table),
                }
            }
        }
        if is_routine(object) {
            for word in words::words(body(object)) {
                let named = by_word.get(word.name.as_str()).into_iter().flatten();
                named.for_each(|other| graph.rather_after(at, *other));
            }
        }
    }
}

/// What hangs on tables and views, when these are filled and bound: rules, policies, triggers.
/// Comments and grants of what stays come along.
pub fn hanging(objects: &Objects) -> Vec<Statement> {
    let changes = &objects.changes;
    let made = changes.made.iter().filter(|o| hangs(o.kind)).flat_map(object_statements::make);
    let labels = changes.relabelled.iter();
    made.chain(labels.flat_map(|(b, a)| object_statements::relabel(b, a))).collect()
}

/// What no table uses any more.
pub fn late_drops(objects: &Objects) -> Vec<Statement> {
    let is_late = |o: &&SchemaObject| {
        objects.late.contains(&o.object_name()) || waiting(objects, o).is_some()
    };
    let late: Vec<&SchemaObject> = objects.changes.dropped.iter().filter(is_late).collect();
    let places: BTreeMap<ObjectName, usize> =
        late.iter().enumerate().map(|(at, o)| (o.object_name(), at)).collect();
    let mut graph = Graph::new(late.len());
    for (at, object) in late.iter().enumerate() {
        object.uses.iter().filter_map(|u| places.get(u)).for_each(|used| graph.after(*used, at));
    }
    let drop = |at: usize| {
        let name = waiting(objects, late[at]).unwrap_or(&late[at].name).clone();
        drop_object(&SchemaObject { name, ..late[at].clone() })
    };
    graph.order().into_iter().map(drop).collect()
}
