//! What is more than a table, against itself on the other side.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, Schema, SchemaObject};

use super::{Change, Equivalence, ObjectAspects, Renames};

/// What differs of the objects that are written. Models say nothing of a view, function or trigger
/// that they do not declare, unless they manage all of its kind, its table goes, or a person says that it
/// is to go: it stays as it is.
///
/// `written` are the objects of the start as the database writes them after the renames, where it does.
pub fn objects(
    from: &Schema,
    to: &Schema,
    renames: &Renames,
    written: Option<&[SchemaObject]>,
    equivalence: &dyn Equivalence,
) -> Vec<Change<SchemaObject>> {
    let said = |schema: &Schema| -> Vec<SchemaObject> {
        let is_said = |o: &&SchemaObject| {
            equivalence.manages(o.kind) && (schema.complete || o.origin.is_some())
        };
        schema.objects.iter().filter(is_said).cloned().collect()
    };
    let lacks = |schema: &Schema, o: &SchemaObject, table: Option<QualifiedName>| {
        schema.complete
            || schema.managed.contains(&o.kind)
            || schema.absent.contains(&o.object_name())
            || table.is_some_and(|table| !has_relation(schema, &table))
    };
    let inverted = renames.inverted();
    let written: Option<BTreeMap<ObjectName, &SchemaObject>> =
        written.map(|w| from.objects.iter().map(SchemaObject::object_name).zip(w).collect());
    let mut changes = pair_by_name(
        said(from),
        said(to),
        |before| ObjectName {
            table: before.table.as_ref().map(|table| renames.table(table)),
            ..before.object_name()
        },
        |before, after| ObjectAspects {
            name: false,
            definition: match written.as_ref().map(|w| w.get(&before.object_name())) {
                Some(written) => !written.is_some_and(|w| equivalence.same_object(w, after)),
                None => !is_same_definition(before, after, renames, equivalence),
            },
            grants: before.grants != after.grants,
            indexes: before.indexes != after.indexes,
            comment: before.comment != after.comment,
        },
    );
    // What one end does not say may be there all the same.
    changes.retain(|change| match change {
        Change::Added(o) => {
            o.origin.is_some() || lacks(from, o, o.table.as_ref().map(|t| inverted.table(t)))
        }
        Change::Dropped(o) => lacks(to, o, o.table.as_ref().map(|t| renames.table(t))),
        Change::Renamed { .. } | Change::Altered { .. } => true,
    });
    changes
}

/// Each object with its other self. There may be thousands: each is looked for by its name.
fn pair_by_name(
    from: Vec<SchemaObject>,
    to: Vec<SchemaObject>,
    name_after: impl Fn(&SchemaObject) -> ObjectName,
    aspects: impl Fn(&SchemaObject, &SchemaObject) -> ObjectAspects,
) -> Vec<Change<SchemaObject>> {
    let places = from.iter().enumerate().map(|(at, object)| (name_after(object), at));
    let mut places: BTreeMap<ObjectName, usize> = places.collect();
    let mut changes = Vec::new();
    for after in to {
        match places.remove(&after.object_name()) {
            None => changes.push(Change::Added(after)),
            Some(at) => {
                let aspects = aspects(&from[at], &after);
                changes.extend(Change::between(&from[at], &after, aspects));
            }
        }
    }
    let left: BTreeSet<usize> = places.into_values().collect();
    let dropped = from.into_iter().enumerate().filter(|(at, _)| left.contains(at));
    changes.extend(dropped.map(|(_, before)| Change::Dropped(before)));
    changes
}

/// Whether there is a table or a view of that name.
fn has_relation(schema: &Schema, name: &QualifiedName) -> bool {
    schema.table(name).is_some() || schema.objects.iter().any(|o| is_relation(o) && o.name == *name)
}

/// Whether this is a view, or a table that is only seen.
fn is_relation(object: &SchemaObject) -> bool {
    object.kind.is_view() || object.kind == ObjectKind::Table
}

/// Gives the objects that models only see the names that tables and columns have on the models' side.
/// `written` are those of the other side as the database writes them by then.
pub fn carry(models: &mut Schema, other: &Schema, written: Option<&[SchemaObject]>) {
    let Some(written) = written else { return };
    let names = other.objects.iter().map(SchemaObject::object_name);
    let written: BTreeMap<ObjectName, &SchemaObject> = names.zip(written).collect();
    for object in models.objects.iter_mut().filter(|o| o.origin.is_none()) {
        if let Some(written) = written.get(&object.object_name()) {
            object.clone_from(written);
        }
    }
    let views = models.objects.iter().filter(|o| is_relation(o)).map(|o| o.name.clone());
    let there = models.tables.iter().map(|table| table.name.clone()).chain(views);
    let there: BTreeSet<QualifiedName> = there.collect();
    models.objects.retain(|o| o.table.as_ref().is_none_or(|table| there.contains(table)));
}

fn is_same_definition(
    before: &SchemaObject,
    after: &SchemaObject,
    renames: &Renames,
    equivalence: &dyn Equivalence,
) -> bool {
    if equivalence.same_object(before, after) {
        return true;
    }
    // The columns that a view shows keep their names when those below are renamed.
    let renamed = with_names_after(before, renames, equivalence);
    before.interface == after.interface && equivalence.same_object(&renamed, after)
}

/// An object of the start as the database prints it once the tables and columns that it reads have
/// their new names.
fn with_names_after(
    before: &SchemaObject,
    renames: &Renames,
    equivalence: &dyn Equivalence,
) -> SchemaObject {
    let mut names = Vec::new();
    let hung = before.table.iter().map(|table| (table, None));
    let read = before.references.iter().map(|r| (&r.table, r.column.as_deref()));
    for (table, column) in hung.chain(read) {
        let after = renames.table(table);
        if after.name != table.name {
            names.push((table.name.clone(), after.name));
        }
        let column = column.and_then(|c| Some((c, renames.kept_column(table, c)?)));
        if let Some((old, new)) = column.filter(|(old, new)| old != new) {
            names.push((old.to_owned(), new.to_owned()));
        }
    }
    let renamed = |text: &String| equivalence.renamed_definition(text, &names);
    let mut object = before.clone();
    if !names.is_empty() {
        object.definition = object.definition.as_ref().map(renamed);
        object.settings = object.settings.iter().map(renamed).collect();
    }
    object
}
