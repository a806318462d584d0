//! Partitions and other children of tables: what is theirs, and what changes with their parents.

use std::collections::BTreeMap;

use model_core::schema::{
    Column, ForeignKey, Inherited, InheritedColumn, QualifiedName, Schema, Table,
};

use super::{ColumnAspects, Renames};

/// Columns get their new names with those that they are inherited from.
pub(super) fn with_children(mut renames: Renames, from: &Schema, to: &Schema) -> Renames {
    let children = || from.tables.iter().filter(|t| !t.inherited.columns.is_empty());
    loop {
        let mut found = Vec::new();
        for child in children() {
            let Some(after) = to.table(&renames.table(&child.name)) else { continue };
            for column in child.inherited.columns.keys() {
                let key = (child.name.clone(), column.clone());
                let mut news = child
                    .parents()
                    .filter_map(|parent| renames.columns.get(&(parent.clone(), column.clone())));
                if let Some(new) = news.next()
                    && after.column(new).is_some()
                    && !renames.columns.contains_key(&key)
                {
                    found.push((key, new.clone()));
                }
            }
        }
        if found.is_empty() {
            return renames;
        }
        renames.columns.extend(found);
    }
}

/// Whether a table can stay the child that it is while its parents and itself change.
pub(super) fn is_bound(
    (from, before): (&Schema, &Table),
    (to, after): (&Schema, &Table),
    renames: &Renames,
) -> bool {
    let new_parents = before.parents().map(|parent| renames.kept_table(parent));
    let there = before.parents().all(|p| from.table(p).is_some())
        && after.parents().all(|p| to.table(p).is_some());
    let bound = |t: &Table| t.partition_of.as_ref().map(|p| p.bound.clone());
    if before.parents().next().is_none()
        || !there
        || !new_parents.eq(after.parents().cloned().map(Some))
        || bound(before) != bound(after)
    {
        return false;
    }
    before.partition_of.is_some() || changes_with_parents(before, after, renames)
}

/// Whether what a child inherits can be changed through its parents alone: nothing is declared in
/// both, and moves from the one to the other or goes, and no two parents have a hand in it.
fn changes_with_parents(before: &Table, after: &Table, renames: &Renames) -> bool {
    let kept = |column: &Column| {
        let new = renames.kept_column(&before.name, &column.name)?;
        after.column(new)
    };
    let columns = before.columns.iter().all(|old| {
        let place = before.inherited.columns.get(&old.name);
        match kept(old) {
            Some(new) => place.is_some() == after.inherited.column(&new.name),
            None => place.is_none_or(|place| !place.merged),
        }
    });
    let same_check = |name: &String| {
        let of = |t: &Table| {
            let check = t.checks.iter().find(|c| c.name.as_ref() == Some(name));
            check.map(|c| c.expression.clone())
        };
        after.inherited.constraints.contains_key(name) && of(before) == of(after)
    };
    let shared = before.inherits.len() > 1;
    let merged = before.inherited.constraints.iter().filter(|(_, c)| c.merged || shared);
    let same_column = |name: &String| {
        let (old, new) = (before.column(name), after.column(name));
        old.zip(new).is_some_and(|(old, new)| {
            after.inherited.column(name)
                && (&old.ty, &old.collation, &old.computed)
                    == (&new.ty, &new.collation, &new.computed)
        })
    };
    let same = !shared
        || before.inherited.columns.len() == after.inherited.columns.len()
            && before.inherited.columns.keys().all(same_column);
    columns && same && merged.map(|(name, _)| name).all(same_check)
}

/// The two sides that are compared. A table that is bound shows what is its own alone; one that is
/// not is on its own in between, with all that it has.
pub(super) fn sides(before: &Table, after: &Table, bound: bool) -> (Table, Table) {
    if bound {
        return (own(before), own(after));
    }
    let (mut free, mut to_be) = (before.clone(), after.clone());
    // The parent's keys come with it, unless they are there already.
    to_be.foreign_keys.retain(|key| {
        let same = |other: &&ForeignKey| {
            (&other.name, &other.columns, &other.references, &other.referenced_columns)
                == (&key.name, &key.columns, &key.references, &key.referenced_columns)
        };
        !after.inherited.constraint(key.name.as_ref())
            || before.foreign_keys.iter().find(same).is_some()
    });
    free.inherited = Default::default();
    to_be.inherited = Default::default();
    (free, to_be)
}

/// A table without the constraints and indexes of its parents.
pub fn own(table: &Table) -> Table {
    let mut own = table.clone();
    let inherited = &table.inherited;
    let stays = |name: Option<&String>| !inherited.constraint(name);
    own.primary_key = own.primary_key.filter(|k| stays(k.name.as_ref()));
    own.uniques.retain(|u| stays(u.name.as_ref()));
    own.foreign_keys.retain(|k| stays(k.name.as_ref()));
    own.checks.retain(|c| stays(c.name.as_ref()));
    own.exclusions.retain(|e| stays(Some(&e.name)));
    own.indexes.retain(|i| !inherited.index(&i.name));
    own
}

/// Whether an index that is attached to one of the parents' has another name.
pub(super) fn attached_differ(before: &Table, after: &Table) -> bool {
    let names = |table: &Table| -> BTreeMap<String, String> {
        let Inherited { indexes, constraints, .. } = &*table.inherited;
        let all = indexes.iter().chain(constraints);
        all.map(|(own, place)| (place.of.clone(), own.clone())).collect()
    };
    let after = names(after);
    names(before).iter().any(|(of, own)| after.get(of).is_some_and(|new| new != own))
}

/// What of an inherited column that is new differs from the parent's.
pub(super) fn new_column(place: InheritedColumn, after: &Column) -> ColumnAspects {
    ColumnAspects {
        default: place.own_default,
        nullable: place.own_nullability,
        comment: after.comment.is_some(),
        ..ColumnAspects::default()
    }
}

/// What of an inherited column is the child's own, and differs.
pub(super) fn kept_column(
    old: InheritedColumn,
    new: InheritedColumn,
    all: ColumnAspects,
) -> ColumnAspects {
    ColumnAspects {
        default: old.own_default != new.own_default || new.own_default && all.default,
        nullable: old.own_nullability != new.own_nullability || new.own_nullability && all.nullable,
        comment: all.comment,
        options: all.options,
        ..ColumnAspects::default()
    }
}

/// The tables below a table, near ones first.
pub fn descendants<'a>(schema: &'a Schema, root: &QualifiedName) -> Vec<&'a Table> {
    let mut found: Vec<&Table> = Vec::new();
    let mut open = vec![root.clone()];
    while let Some(parent) = open.pop() {
        let children = schema.tables.iter().filter(|t| t.parents().any(|p| *p == parent));
        for child in children {
            if !found.iter().any(|t| t.name == child.name) {
                open.push(child.name.clone());
                found.push(child);
            }
        }
    }
    found
}
