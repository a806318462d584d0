//! Views, triggers and virtual tables: what happens to them, and in which order.
//!
//! SQLite knows nothing of what they read until they are used, so that a table can be made anew below them.
//! Only where it renames a table or column, or drops a column, it looks whether all of them still work.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, Reference, SchemaObject};

use super::{asked, names};
use crate::databases::sqlite::equivalence::SqliteEquivalence;
use crate::databases::sqlite::statement::{Kept, Statement, Value};
use crate::databases::sqlite::virtual_table::{OwnRows, is_index, only_shows};
use crate::diff::{Change, Equivalence, SchemaDiff};
use crate::plan::objects::{RENAMED, Rules, object_changes, title, unfit};
use crate::plan::{Graph, PlanError};

/// What comes before the tables' own changes, and what after them.
#[derive(Debug, Default)]
pub(super) struct Objects {
    /// What is dropped and made again, by its name at the start.
    pub remade: BTreeSet<ObjectName>,
    pub dropped: Vec<Statement>,
    pub made: Vec<Statement>,
}

/// `rebuilt` are the tables that are made anew, which takes their triggers along; `in_the_way` what SQLite
/// looks at and does not find working while tables change.
pub(super) fn objects(
    diff: &SchemaDiff,
    rebuilt: &BTreeSet<QualifiedName>,
    in_the_way: &BTreeSet<ObjectName>,
) -> Result<Objects, PlanError> {
    let hangs_on_rebuilt =
        |object: &SchemaObject| object.table.as_ref().is_some_and(|table| rebuilt.contains(table));
    let lost = Lost::of(diff);
    let rules = Rules {
        manages: &|kind| SqliteEquivalence.manages(kind),
        moves: &|object, reference| {
            // What a virtual table names is looked after where tables change.
            object.kind != ObjectKind::Table
                && (lost.has(reference)
                    || hangs_on_rebuilt(object) && object.table.as_ref() == Some(&reference.table))
        },
        moves_constraint: &|_| false,
        replaces: &|_, _| false,
        is_in_the_way: &|object| in_the_way.contains(&object.object_name()),
        follows: &|object| object.definition.is_some(),
        binds: false,
    };
    let changes = object_changes(diff, &rules)?;
    check_columns_of_views(diff)?;
    let differs: BTreeSet<ObjectName> = diff
        .objects
        .iter()
        .filter_map(Change::before)
        .map(SchemaObject::object_name)
        .chain(in_the_way.iter().cloned())
        .collect();
    let goes_along = |o: &&SchemaObject| hangs_on_rebuilt(o) && !differs.contains(&o.object_name());
    let dropped: Vec<&SchemaObject> = changes.dropped.iter().filter(|o| !goes_along(o)).collect();
    let made: Vec<&SchemaObject> = changes.made.iter().collect();
    let mut free = names::temporary(diff);
    let changed = diff.objects.iter().filter_map(Change::kept);
    let carried: BTreeMap<ObjectName, Carried> = changed
        .filter_map(|(before, after, _)| match rows(before, after) {
            Rows::Kept { columns, numbered } => {
                let name = before.name.name.clone();
                let aside = free.make(&format!("__migrate_old_{name}"), "");
                Some((before.object_name(), Carried { name, aside, columns, numbered }))
            }
            Rows::Elsewhere | Rows::Lost => None,
        })
        .collect();
    let drops = in_order(&dropped).into_iter().rev().flat_map(|o| {
        let save = carried.get(&o.object_name()).map(Carried::save);
        save.into_iter().chain([Statement::drop_object(o)])
    });
    let creations = in_order(&made).into_iter().flat_map(|o| {
        let create = o.definition.clone().map(Statement::CreateObject);
        let fill = is_index(o).then(|| Statement::FillIndex(o.name.name.clone()));
        let put = carried.get(&o.object_name()).into_iter().flat_map(Carried::put);
        create.into_iter().chain(fill).chain(put)
    });
    let (drops, creations) = (drops.collect(), creations.collect());
    Ok(Objects { remade: changes.remade, dropped: drops, made: creations })
}

/// What becomes of the rows of a virtual table that is made anew.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Rows {
    /// They are those of another table, or it has none.
    Elsewhere,
    /// They are kept aside.
    Kept { columns: Vec<String>, numbered: bool },
    /// They would go.
    Lost,
}

/// What becomes of the rows of a virtual table that changes.
pub(super) fn rows(before: &SchemaObject, after: &SchemaObject) -> Rows {
    if before.kind != ObjectKind::Table
        || is_index(before) && is_index(after)
        || only_shows(before) && only_shows(after)
    {
        return Rows::Elsewhere;
    }
    let kept = OwnRows::of(before).zip(OwnRows::of(after)).and_then(|(before, after)| {
        let columns = before.kept_in(&after)?.into_iter().map(str::to_owned).collect();
        Some(Rows::Kept { columns, numbered: before.are_numbered() })
    });
    kept.unwrap_or(Rows::Lost)
}

/// The rows of a virtual table, aside while it is made anew.
struct Carried {
    name: String,
    aside: String,
    columns: Vec<String>,
    numbered: bool,
}

impl Carried {
    fn save(&self) -> Statement {
        let number = self.numbered.then_some(Kept::Rowid("rowid"));
        let columns = self.columns.iter().cloned().map(Kept::Column);
        Statement::KeepRows {
            aside: self.aside.clone(),
            columns: number.into_iter().chain(columns).collect(),
            from: self.name.clone(),
        }
    }

    fn put(&self) -> [Statement; 2] {
        let number = self.numbered.then(|| ("rowid".to_owned(), Value::Rowid("rowid")));
        let columns = self.columns.iter().map(|c| (c.clone(), Value::Column(c.clone())));
        let copy = Statement::CopyRows {
            into: self.name.clone(),
            or_abort: false,
            columns: number.into_iter().chain(columns).collect(),
            from: self.aside.clone(),
        };
        [copy, Statement::DropTable(self.aside.clone())]
    }
}

/// Tables and columns that go, by their names at the start.
struct Lost<'a> {
    tables: BTreeSet<&'a QualifiedName>,
    columns: BTreeSet<(&'a QualifiedName, &'a str)>,
}

impl<'a> Lost<'a> {
    fn of(diff: &'a SchemaDiff) -> Self {
        let columns = diff.kept_tables().flat_map(|table| {
            let gone = table.before.columns.iter().map(|c| c.name.as_str());
            let gone = gone.filter(|column| table.name_after(column).is_none());
            gone.map(|column| (&table.before.name, column))
        });
        Self {
            tables: diff.dropped_tables().map(|table| &table.name).collect(),
            columns: columns.collect(),
        }
    }

    fn has(&self, reference: &Reference) -> bool {
        let column = reference.column.as_deref();
        self.tables.contains(&reference.table)
            || column.is_some_and(|column| self.columns.contains(&(&reference.table, column)))
    }
}

/// A view's columns have the names of what it reads, if it gives them no others. What models only see stays as
/// it is, so that it must not name one that is gone or called otherwise from now on.
fn check_columns_of_views(diff: &SchemaDiff) -> Result<(), PlanError> {
    let is_view = |name: &QualifiedName| {
        diff.from.objects.iter().any(|o| o.kind == ObjectKind::View && o.name == *name)
    };
    let kept = diff.to.objects.iter().filter(|o| o.origin.is_none());
    let read = kept.flat_map(|object| object.references.iter().map(move |read| (object, read)));
    let read: Vec<_> = read.filter(|(_, r)| r.column.is_some() && is_view(&r.table)).collect();
    if diff.to.complete || read.is_empty() {
        return Ok(());
    }
    let columns = asked::columns_of_views(&diff.to);
    for (object, reference) in read {
        let Some(column) = &reference.column else { continue };
        // One that can't be read has none.
        let after = columns.get(&reference.table).filter(|columns| !columns.is_empty());
        if after.is_some_and(|columns| !columns.contains(column)) {
            let is_renamed = diff.renames.columns.keys().any(|(_, old)| old == column);
            let how = if is_renamed { RENAMED } else { "is dropped" };
            return Err(unfit(object, format!("it reads {}, which {how}", title(reference))));
        }
    }
    Ok(())
}

/// Each after what it reads and hangs on, triggers last.
fn in_order<'a>(objects: &[&'a SchemaObject]) -> Vec<&'a SchemaObject> {
    let mut objects = objects.to_vec();
    objects.sort_by_cached_key(|o| (o.kind == ObjectKind::Trigger, o.object_name()));
    let places: BTreeMap<ObjectName, usize> =
        objects.iter().enumerate().map(|(at, o)| (o.object_name(), at)).collect();
    let mut graph = Graph::new(objects.len());
    for (at, object) in objects.iter().enumerate() {
        object.uses.iter().filter_map(|u| places.get(u)).for_each(|used| graph.after(at, *used));
    }
    graph.order().into_iter().map(|at| objects[at]).collect()
}
