//! What is dropped and made again because of another change: a generated column whose source gets
//! another type, a key to a key that is rebuilt, a check that names an enumeration's old self.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{
    Column, ForeignKey, Index, IndexTarget, ObjectKind, QualifiedName, SchemaObject,
};

use super::collations::Collations;
use super::inheritance;
use super::table_plan::{Action, ObjectPlan, TablePlan, retyped};
use super::temporary;
use crate::databases::postgres::options::TableOptions;
use crate::databases::postgres::{expressions, words};
use crate::diff::SchemaDiff;

/// Finds them. `replaced` are the enumerations that are made anew, by their name in the start.
pub fn rebuild_dependents(
    diff: &SchemaDiff,
    tables: &mut BTreeMap<QualifiedName, TablePlan>,
    replaced: &BTreeSet<QualifiedName>,
    collations: &Collations,
) {
    for table in tables.values_mut() {
        collations.shake(table);
        cast_columns(table, replaced);
        recreate_columns(table, replaced);
    }
    inheritance::spread(tables);
    for table in tables.values_mut() {
        rebuild_objects(table, replaced);
    }
    rebuild_foreign_keys(diff, tables);
    for table in tables.values_mut() {
        table.gone_first = of_row_types_that_go(diff, table);
    }
}

/// Columns that go together with the table whose row type they have.
fn of_row_types_that_go(diff: &SchemaDiff, table: &TablePlan) -> BTreeSet<String> {
    let goes = |native: &str| diff.dropped_tables().any(|t| is_type(native, &t.name));
    if diff.dropped_tables().next().is_none() {
        return BTreeSet::new();
    }
    let lost = table.lost_columns().filter_map(|name| table.diff.before.column(name));
    let lost = lost.filter(|c| c.ty.native().is_some_and(goes));
    lost.map(|c| c.name.clone()).collect()
}

/// Whether a type's text is one of the enumerations, or an array of it.
pub fn is_type(native: &str, name: &QualifiedName) -> bool {
    let (schema, bare, _) = words::type_name(native);
    bare == name.name
        && (schema == name.schema || schema.as_deref() == Some("public") && name.schema.is_none())
}

/// Whether a column is of a type, or of the row type of a view.
pub fn is_of_type(column: &Column, object: &SchemaObject) -> bool {
    (matches!(object.kind, ObjectKind::Domain | ObjectKind::Type) || object.kind.is_view())
        && is_type(column.ty.native().unwrap_or_default(), &object.name)
}

/// Columns of an enumeration that is made anew.
fn cast_columns(table: &mut TablePlan, replaced: &BTreeSet<QualifiedName>) {
    for column in &table.diff.before.columns {
        let native = column.ty.native().unwrap_or_default();
        if table.diff.name_after(&column.name).is_some()
            && replaced.iter().any(|name| is_type(native, name))
        {
            table.cast.insert(column.name.clone());
            table.retyped.insert(column.name.clone());
        }
    }
}

/// Whether the text names one of the types.
fn names_type(text: &str, replaced: &BTreeSet<QualifiedName>) -> bool {
    replaced.iter().any(|name| words::mentions(text, &name.name))
}

/// Generated columns whose expression changes, or something that it is made of.
fn recreate_columns(table: &mut TablePlan, replaced: &BTreeSet<QualifiedName>) {
    let mut moved: BTreeSet<String> = table.retyped.clone();
    moved.extend(table.lost_columns().map(str::to_owned));
    let mut names = temporary::columns(&table.diff);
    for (before, after) in &table.diff.kept_columns {
        let (Some(b), Some(a)) = (table.diff.before.column(before), table.diff.after.column(after))
        else {
            continue;
        };
        if a.computed.is_none() {
            // A stored one keeps its values in place.
            if b.computed.as_ref().is_some_and(|source| !source.stored) {
                table.carried.insert(before.clone(), names.make(before, "__new"));
                table.recreated.insert(before.clone());
            }
            continue;
        }
        let shaken = b.computed.as_ref().is_some_and(|source| {
            table.retyped.contains(before)
                || moved.iter().any(|column| words::mentions(&source.expression, column))
                || names_type(&source.expression, replaced)
        });
        if shaken || table.column_aspects(before).computed {
            table.recreated.insert(before.clone());
        }
    }
    for column in table.recreated.iter().filter(|c| !table.carried.contains_key(*c)) {
        table.retyped.remove(column);
    }
}

/// Constraints and indexes over columns that go or can't change below them.
fn rebuild_objects(table: &mut TablePlan, replaced: &BTreeSet<QualifiedName>) {
    let lost: BTreeSet<String> = table.lost_columns().map(str::to_owned).collect();
    let touched: BTreeSet<String> = lost.union(&table.cast).cloned().collect();
    let names = |columns: &BTreeSet<String>, text: &str| {
        columns.iter().any(|column| words::mentions(text, column))
    };
    let hit = |text: &str| {
        names(&touched, text)
            || names_type(text, replaced)
            || expressions::drifts(text) && names(&table.retyped, text)
    };
    rebuild(&mut table.primary_key, |k| {
        k.columns.iter().any(|c| lost.contains(&c.name))
            || k.include.iter().any(|c| lost.contains(c))
    });
    rebuild(&mut table.uniques, |u| {
        u.columns.iter().any(|c| lost.contains(&c.name))
            || u.include.iter().any(|c| lost.contains(c))
    });
    rebuild(&mut table.checks, |c| hit(&c.expression));
    rebuild(&mut table.exclusions, |e| hit(&e.definition));
    rebuild(&mut table.indexes, |i| {
        i.include.iter().any(|c| lost.contains(c))
            || i.predicate.as_deref().is_some_and(hit)
            || i.columns.iter().any(|part| match &part.target {
                IndexTarget::Column(name) => lost.contains(name),
                IndexTarget::Expression(text) => hit(text),
            })
    });
}

/// Marks the objects on both sides that are hit in the start.
pub fn rebuild<T>(objects: &mut [ObjectPlan<T>], hit: impl Fn(&T) -> bool) {
    for object in objects {
        if object.after.is_some() && object.before.as_ref().is_some_and(&hit) {
            object.action = Action::Rebuild;
        }
    }
}

/// Foreign keys over columns that change, and those that lead to such columns or to a key that is
/// dropped.
fn rebuild_foreign_keys(diff: &SchemaDiff, tables: &mut BTreeMap<QualifiedName, TablePlan>) {
    let switched: BTreeSet<QualifiedName> = tables
        .values()
        .map(|t| (&t.diff.before, &t.diff.after))
        .filter(|(b, a)| TableOptions::read(b).unlogged != TableOptions::read(a).unlogged)
        .map(|(before, _)| before.name.clone())
        .collect();
    let moved: BTreeMap<QualifiedName, Moved> =
        tables.values().map(|t| (t.diff.before.name.clone(), Moved::of(t))).collect();
    for table in tables.values_mut() {
        let own = moved.get(&table.diff.before.name);
        for object in &mut table.foreign_keys {
            let Some(key) = &object.before else { continue };
            let child = own.is_some_and(|m| m.columns.iter().any(|c| key.columns.contains(c)));
            let parent = moved.get(&key.references).is_some_and(|m| m.are_referenced(key));
            let gone = diff.dropped_tables().any(|table| table.name == key.references);
            // A logged table's key must not lead to an unlogged one, not even in between.
            let switches =
                switched.contains(&table.diff.before.name) || switched.contains(&key.references);
            if child || parent || gone || switches {
                object.action = Action::Rebuild;
            }
        }
    }
}

/// What in a table can't bear a foreign key while it changes, in the start's names.
struct Moved {
    columns: BTreeSet<String>,
    keys: Vec<BTreeSet<String>>,
}

impl Moved {
    fn of(table: &TablePlan) -> Self {
        let mut columns: BTreeSet<String> = table.lost_columns().map(str::to_owned).collect();
        columns.extend(retyped(&table.diff));
        columns.extend(table.cast.iter().cloned());
        columns.extend(table.retyped.iter().cloned());
        let primary = table.primary_key.iter().filter_map(ObjectPlan::dropped);
        let unique = table.uniques.iter().filter_map(ObjectPlan::dropped);
        let index = table.indexes.iter().filter_map(ObjectPlan::dropped).filter(|i| i.unique);
        let keys = primary
            .map(|k| k.columns.iter().map(|c| c.name.clone()).collect())
            .chain(unique.map(|u| u.columns.iter().map(|c| c.name.clone()).collect()))
            .chain(index.map(column_set))
            .collect();
        Self { columns, keys }
    }

    fn are_referenced(&self, key: &ForeignKey) -> bool {
        let referenced: BTreeSet<String> = key.referenced_columns.iter().cloned().collect();
        self.columns.iter().any(|c| referenced.contains(c)) || self.keys.contains(&referenced)
    }
}

fn column_set(index: &Index) -> BTreeSet<String> {
    index
        .columns
        .iter()
        .filter_map(|part| match &part.target {
            IndexTarget::Column(name) => Some(name.clone()),
            IndexTarget::Expression(_) => None,
        })
        .collect()
}
