//! The indexes that partitions have of those of their parents. The server makes and names them, unless
//! they are there before.

use std::collections::BTreeMap;

use model_core::schema::{
    Index, IndexTarget, InheritedObject, KeyColumn, PrimaryKey, QualifiedName, Table, Unique,
};

use super::Tables;
use super::table_plan::{Action, ObjectPlan, TablePlan};
use crate::databases::postgres::names::{beside, made_of};
use crate::databases::postgres::render::index::is_alone;
use crate::databases::postgres::statement::{Clause, PartitionStatement, Statement};
use crate::diff::SchemaDiff;

/// An index, or a constraint that has one.
#[derive(Clone, Copy)]
enum Indexed<'a> {
    Primary(&'a PrimaryKey),
    Unique(&'a Unique),
    Plain(&'a Index),
}

impl<'a> Indexed<'a> {
    fn all(table: &'a Table) -> impl Iterator<Item = Self> {
        let key = table.primary_key.iter().map(Self::Primary);
        let uniques = table.uniques.iter().map(Self::Unique);
        key.chain(uniques).chain(table.indexes.iter().map(Self::Plain))
    }

    fn name(self) -> Option<&'a str> {
        match self {
            Self::Primary(key) => key.name.as_deref(),
            Self::Unique(unique) => unique.name.as_deref(),
            Self::Plain(index) => Some(&index.name),
        }
    }

    /// What a table has of those above it, by the names that it has itself.
    fn places(self, table: &Table) -> &BTreeMap<String, InheritedObject> {
        match self {
            Self::Primary(_) | Self::Unique(_) => &table.inherited.constraints,
            Self::Plain(_) => &table.inherited.indexes,
        }
    }

    /// Whether the server gives it this name in the table, where it isn't taken.
    fn is_named(self, name: &str, table: &QualifiedName) -> bool {
        let with = |columns: Vec<&str>, label: &str| {
            made_of(&table.name, Some(&columns.join("_")), label) == name
        };
        let of = |columns: &'a [KeyColumn], include: &'a [String]| -> Vec<&'a str> {
            let columns = columns.iter().map(|c| c.name.as_str());
            columns.chain(include.iter().map(String::as_str)).collect()
        };
        match self {
            Self::Primary(_) => made_of(&table.name, None, "pkey") == name,
            Self::Unique(unique) => with(of(&unique.columns, &unique.include), "key"),
            Self::Plain(index) => {
                let columns = index.columns.iter().map(|part| match &part.target {
                    IndexTarget::Column(name) => Some(name.as_str()),
                    IndexTarget::Expression(_) => None,
                });
                let included = index.include.iter().map(|name| Some(name.as_str()));
                match columns.chain(included).collect::<Option<Vec<_>>>() {
                    Some(columns) => with(columns, "idx"),
                    // The server names an expression in a way of its own.
                    None => {
                        let end = name.trim_end_matches(|c: char| c.is_ascii_digit());
                        name.starts_with(&format!("{}_", table.name)) && end.ends_with("_idx")
                    }
                }
            }
        }
    }

    /// The same under another name, in another table.
    fn make(self, name: &str, table: &QualifiedName) -> Statement {
        match self {
            Self::Primary(key) => {
                let key = PrimaryKey { name: Some(name.to_owned()), ..key.clone() };
                Statement::alter_by(table, Clause::AddPrimaryKey(key))
            }
            Self::Unique(unique) => {
                let unique = Unique { name: Some(name.to_owned()), ..unique.clone() };
                Statement::alter_by(table, Clause::AddUnique(unique))
            }
            Self::Plain(index) => {
                let index = Index { name: name.to_owned(), ..index.clone() };
                Statement::CreateIndex { table: table.clone(), index: Box::new(index) }
            }
        }
    }
}

/// Whether all that a new table gets of its parents' indexes has the names that the server gives.
pub fn is_named_by_server(table: &Table) -> bool {
    let inherited = Indexed::all(table).filter_map(|indexed| {
        let name = indexed.name()?;
        indexed.places(table).contains_key(name).then_some((indexed, name))
    });
    inherited.into_iter().all(|(indexed, name)| indexed.is_named(name, &table.name))
}

/// What has to be there before the keys of a table are made, for its partitions to have them under
/// the names that they want.
pub fn before_keys(diff: &SchemaDiff, tables: &Tables, table: &TablePlan) -> Vec<Statement> {
    let name = &table.diff.after.name;
    let mut before = Vec::new();
    let primary = table.primary_key.iter().filter_map(ObjectPlan::made).map(Indexed::Primary);
    let unique = table.uniques.iter().filter_map(ObjectPlan::made).map(Indexed::Unique);
    for indexed in primary.chain(unique) {
        below(diff, tables, (name, indexed), indexed.name(), &mut before);
    }
    before
}

/// The same of an index, just before it is made: the server takes any that suits it.
pub fn before_index(
    diff: &SchemaDiff,
    tables: &Tables,
    table: &TablePlan,
    create: &Statement,
) -> Vec<Statement> {
    let mut before = Vec::new();
    if let Statement::CreateIndex { index, .. } = create {
        let indexed = Indexed::Plain(index);
        below(diff, tables, (&table.diff.after.name, indexed), indexed.name(), &mut before);
    }
    before
}

fn below(
    diff: &SchemaDiff,
    tables: &Tables,
    (parent, indexed): (&QualifiedName, Indexed<'_>),
    name: Option<&str>,
    found: &mut Vec<Statement>,
) {
    let Some(of) = name else { return };
    let children = tables.values().filter(|t| t.diff.bound);
    for child in children.filter(|t| t.diff.after.parents().any(|p| p == parent)) {
        let Some(table) = diff.to.table(&child.diff.after.name) else { continue };
        let places = indexed.places(table);
        let Some((own, _)) = places.iter().find(|(_, place)| place.of == of) else { continue };
        below(diff, tables, (&table.name, indexed), Some(own), found);
        if !indexed.is_named(own, &table.name) {
            found.push(indexed.make(own, &table.name));
        }
    }
}

/// Indexes that not every partition has are made when all partitions stand, and those that there are of
/// them are attached one by one.
pub fn alone(diff: &SchemaDiff, tables: &Tables) -> Vec<Statement> {
    let mut statements = Vec::new();
    for parent in diff.to.tables.iter().filter(|t| t.partitioning.is_some()) {
        for index in parent.indexes.iter().filter(|i| is_alone(i)) {
            let makes =
                |plan: &ObjectPlan<Index>| plan.made().is_some_and(|i| i.name == index.name);
            let is_made = match tables.get(&parent.name) {
                Some(plan) => plan.indexes.iter().any(makes),
                None => diff.added_tables().any(|t| t.name == parent.name),
            };
            if is_made {
                let create = Box::new(index.clone());
                statements
                    .push(Statement::CreateIndex { table: parent.name.clone(), index: create });
                statements.extend(one_by_one(diff, tables, parent, index));
            }
        }
    }
    statements
}

fn one_by_one(diff: &SchemaDiff, tables: &Tables, parent: &Table, index: &Index) -> Vec<Statement> {
    let mut statements = Vec::new();
    let below = diff.to.tables.iter().filter(|t| t.parents().any(|p| *p == parent.name));
    for partition in below {
        let mut places = partition.inherited.indexes.iter();
        let Some((name, _)) = places.find(|(_, place)| place.of == index.name) else { continue };
        // One that was on its own has its index already.
        let comes_with_it = match tables.get(&partition.name) {
            Some(plan) => !plan.diff.bound,
            None => !is_named_by_server(partition),
        };
        let own = partition.indexes.iter().find(|i| i.name == *name && !comes_with_it);
        statements.extend(own.map(|own| Statement::CreateIndex {
            table: partition.name.clone(),
            index: Box::new(own.clone()),
        }));
        statements.push(Statement::Partition(PartitionStatement::AttachIndex {
            parent: beside(&parent.name, &index.name),
            index: beside(&partition.name, name),
        }));
    }
    statements
}

/// Other names for what partitions have of indexes that stay: the namespace of the target, the name
/// before and the one after.
pub fn renames(diff: &SchemaDiff, tables: &Tables) -> Vec<(QualifiedName, QualifiedName)> {
    let mut found = Vec::new();
    for table in tables.values().filter(|t| t.diff.bound) {
        let (Some(before), Some(after)) =
            (diff.from.table(&table.diff.before.name), diff.to.table(&table.diff.after.name))
        else {
            continue;
        };
        for indexed in Indexed::all(after) {
            let Some(name) = indexed.name() else { continue };
            let old = indexed.places(after).get(name).and_then(|place| {
                let above = above(diff, tables, table, place, indexed)?;
                let mut there = indexed.places(before).iter();
                there.find(|(_, place)| place.of == above).map(|(old, _)| old)
            });
            if let Some(old) = old.filter(|old| *old != name) {
                found.push((beside(&after.name, old), beside(&after.name, name)));
            }
        }
    }
    found
}

/// Other names for what the server keeps of foreign keys that stay for partitions that stay.
pub fn parts_of_keys(table: &TablePlan, tables: &Tables) -> Vec<(String, String)> {
    let kept = table.foreign_keys.iter().filter(|key| key.action != Action::Rebuild);
    let both = kept.filter_map(|key| key.before.as_ref().zip(key.after.as_ref()));
    let bound = |old: &QualifiedName| {
        let mut tables = tables.iter();
        tables.find(|(_, t)| t.diff.bound && t.diff.before.name == *old).map(|(name, _)| name)
    };
    let names = both.flat_map(|(before, after)| {
        before.partitions.iter().filter_map(|(partition, old)| {
            let partition = bound(partition)?;
            let (_, new) = after.partitions.iter().find(|(name, _)| name == partition)?;
            (old != new).then(|| (old.clone(), new.clone()))
        })
    });
    names.collect()
}

/// The name in the start of the parent's, where that stays.
fn above(
    diff: &SchemaDiff,
    tables: &Tables,
    child: &TablePlan,
    place: &InheritedObject,
    indexed: Indexed<'_>,
) -> Option<String> {
    let parent = child.diff.after.parents().find_map(|parent| tables.get(parent))?;
    let (from, to) =
        (diff.from.table(&parent.diff.before.name)?, diff.to.table(&parent.diff.after.name)?);
    // Its own, or one that it has from above itself.
    if let Some(further) = indexed.places(to).get(&place.of).filter(|_| parent.diff.bound) {
        let above = above(diff, tables, parent, further, indexed)?;
        let mut there = indexed.places(from).iter();
        return there.find(|(_, place)| place.of == above).map(|(old, _)| old.clone());
    }
    let kept = |name: Option<&String>| name == Some(&place.of);
    match indexed {
        Indexed::Primary(_) => {
            stays(&parent.primary_key, |k| kept(k.name.as_ref())).and_then(|key| key.name.clone())
        }
        Indexed::Unique(_) => {
            stays(&parent.uniques, |u| kept(u.name.as_ref())).and_then(|unique| unique.name.clone())
        }
        Indexed::Plain(_) => {
            stays(&parent.indexes, |i| i.name == place.of).map(|index| index.name.clone())
        }
    }
}

/// What was there before of an object that is not made anew.
fn stays<T>(objects: &[ObjectPlan<T>], is_it: impl Fn(&T) -> bool) -> Option<&T> {
    let mut kept = objects.iter().filter(|o| o.action != Action::Rebuild);
    kept.find(|o| o.after.as_ref().is_some_and(&is_it))?.before.as_ref()
}
