//! Views, triggers, routines, events.

mod definition;
mod kept;
mod rows;
mod shown;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, SchemaObject, Table};

use crate::databases::mysql::named::{self, named, references, view_names};
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::session::LEXIS;

pub use rows::ObjectCatalog;
use shown::Shown;

/// All of them, with the tables, columns and objects that they name.
pub fn read<'a>(
    objects: &ObjectCatalog,
    database: &str,
    tables: impl Iterator<Item = &'a Table>,
) -> Vec<SchemaObject> {
    let reader = Reader { database, objects };
    let mut all = reader.views();
    all.extend(reader.triggers());
    all.extend(reader.routines());
    all.extend(reader.events());
    let tables = named::Tables::new(tables);
    for (object, unseen) in &mut all {
        object.references = match (&object.definition, unseen) {
            (None, Some(text)) => {
                let seen = SchemaObject { definition: Some(text.clone()), ..object.clone() };
                references(&named(&seen, &tables))
            }
            _ => references(&named(object, &tables)),
        };
    }
    let mut objects: Vec<SchemaObject> = all.into_iter().map(|(object, _)| object).collect();
    connect_views(&mut objects);
    objects
}

struct Reader<'a> {
    database: &'a str,
    objects: &'a ObjectCatalog,
}

/// An object, and what else tells what it names where its definition can't be had.
type Read = (SchemaObject, Option<String>);

impl Reader<'_> {
    fn views(&self) -> Vec<Read> {
        let view = |row: &rows::ViewRow| {
            let definition = |shown: &Shown| definition::view(shown, self.database);
            let view = self.object(ObjectKind::View, &row.table_name, definition);
            (view, Some(unqualified(&row.view_definition, self.database)))
        };
        self.objects.views.iter().map(view).collect()
    }

    /// They come in the order in which they fire.
    fn triggers(&self) -> Vec<Read> {
        let mut before: Option<&rows::TriggerRow> = None;
        let mut found = Vec::new();
        for row in &self.objects.triggers {
            let fires = |row: &rows::TriggerRow| {
                (
                    row.event_object_table.clone(),
                    row.action_timing.clone(),
                    row.event_manipulation.clone(),
                )
            };
            let table = QualifiedName::new(&row.event_object_table);
            let follows = before.filter(|other| fires(other) == fires(row));
            let follows = follows.map(|other| other.trigger_name.as_str());
            let trigger = self.object(ObjectKind::Trigger, &row.trigger_name, |shown| {
                definition::trigger(shown, row, follows)
            });
            let trigger = SchemaObject { table: Some(table), ..trigger };
            found.push((trigger, Some(row.action_statement.clone())));
            before = Some(row);
        }
        found
    }

    fn routines(&self) -> Vec<Read> {
        let routine = |row: &rows::RoutineRow| {
            let name = &row.routine_name;
            let routine = match row.kind() {
                Some(kind) => SchemaObject {
                    settings: self.grants(row),
                    ..self.object(kind, name, definition::routine)
                },
                // A package of MariaDB is seen, and that is all.
                None => SchemaObject {
                    definition: Some(row.routine_definition.clone()),
                    ..SchemaObject::new(ObjectKind::Type, QualifiedName::new(name))
                },
            };
            (routine, Some(row.routine_definition.clone()))
        };
        self.objects.routines.iter().map(routine).collect()
    }

    /// What others may do with a routine: MySQL forgets that when the routine is dropped.
    fn grants(&self, routine: &rows::RoutineRow) -> Vec<String> {
        let own = self.objects.server.account();
        let of_it = self.objects.grants.iter().filter(|grant| {
            grant.routine_type == routine.routine_type
                && LEXIS.same_name(&grant.routine_name, &routine.routine_name)
        });
        of_it.filter(|grant| grant.account() != own).map(rows::GrantRow::statement).collect()
    }

    fn events(&self) -> Vec<Read> {
        let event = |row: &rows::EventRow| {
            let event = self
                .object(ObjectKind::Event, &row.event_name, |shown| definition::event(shown, row));
            (event, Some(row.event_definition.clone()))
        };
        self.objects.events.iter().map(event).collect()
    }

    fn object(
        &self,
        kind: ObjectKind,
        name: &str,
        definition: impl Fn(&Shown) -> String,
    ) -> SchemaObject {
        let object = SchemaObject::new(kind, QualifiedName::new(name));
        let Some(shown) = self.objects.shown.get(&(kind, name.to_owned())) else { return object };
        let server = &self.objects.server;
        let owner = definition::definer(shown).filter(|owner| *owner != server.account());
        SchemaObject {
            definition: Some(definition(shown)),
            session: kept::kept(kind, shown, server),
            owner: owner.filter(|_| server.may_set_definers),
            ..object
        }
    }
}

/// Tells which views and functions the views are made of.
fn connect_views(objects: &mut [SchemaObject]) {
    let mut views: BTreeSet<String> = BTreeSet::new();
    let mut functions: BTreeMap<String, QualifiedName> = BTreeMap::new();
    for object in objects.iter() {
        match object.kind {
            ObjectKind::View => {
                views.insert(object.name.name.clone());
            }
            ObjectKind::Function => {
                functions.insert(object.name.name.to_lowercase(), object.name.clone());
            }
            _ => {}
        }
    }
    let used = |kind, name| ObjectName { kind, name, table: None, signature: None };
    for view in objects.iter_mut().filter(|object| object.kind == ObjectKind::View) {
        let names = view_names(view.definition.as_deref().unwrap_or_default());
        let read = names.read().filter(|name| views.contains(*name));
        view.uses = read.map(|name| used(ObjectKind::View, QualifiedName::new(name))).collect();
        let called = names.called.iter().filter_map(|name| functions.get(&name.to_lowercase()));
        view.uses.extend(called.map(|name| used(ObjectKind::Function, name.clone())));
        view.uses.sort();
        view.uses.dedup();
    }
}
