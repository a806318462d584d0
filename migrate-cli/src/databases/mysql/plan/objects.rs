//! Views, triggers, routines and events: what happens to them, and when.
//!
//! Nothing of them keeps a table from changing, and nothing of them follows. Triggers and events that go or
//! change are gone before the tables change, so that none of them runs half-way; all are made when the tables
//! are what they are to be.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, Reference, SchemaObject};

use super::object_session;
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::follow;
use crate::databases::mysql::named;
use crate::databases::mysql::quote::quote;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::Statement;
use crate::diff::SchemaDiff;
use crate::plan::objects::{ObjectChanges, Rules, object_changes};
use crate::plan::{Graph, PlanError};

/// The kinds that are written.
pub fn manages(kind: ObjectKind) -> bool {
    matches!(
        kind,
        ObjectKind::View
            | ObjectKind::Trigger
            | ObjectKind::Function
            | ObjectKind::Procedure
            | ObjectKind::Event
    )
}

/// What is planned for the objects.
#[derive(Debug, Default)]
pub struct Objects {
    /// What goes before the tables change.
    pub first: Vec<Statement>,
    /// What comes when they have, and what goes then.
    pub last: Vec<Statement>,
    /// What is not there in between, by the names in the start.
    pub remade: BTreeSet<ObjectName>,
}

/// Finds out what happens.
pub fn objects(diff: &SchemaDiff, flavour: Flavour) -> Result<Objects, PlanError> {
    let rules = Rules {
        manages: &manages,
        moves: &|object, reference| moves(diff, object, reference),
        moves_constraint: &|_| false,
        replaces: &|_, _| true,
        is_in_the_way: &|_| false,
        follows: &|after| after.definition.is_some(),
        binds: false,
    };
    let work = Work::new(diff, flavour, object_changes(diff, &rules)?);
    let mut objects = Objects::default();
    // A routine is there for views to the end, unless another one takes its name.
    let is_late = |o: &SchemaObject| {
        let takes = |new: &SchemaObject| {
            new.kind == o.kind && LEXIS.same_name(&new.name.name, &o.name.name)
        };
        is_routine(o.kind) && !work.new.iter().any(takes)
    };
    let early = work.gone.iter().chain(work.remade.iter().map(|(before, _)| before));
    objects.first.extend(early.filter(|o| !is_late(o)).map(drop));
    objects.last = work.made()?;
    objects.last.extend(work.gone.iter().filter(|o| is_late(o)).map(drop));
    objects.remade = work.remade.iter().map(|(before, _)| before.object_name()).collect();
    Ok(objects)
}

fn is_routine(kind: ObjectKind) -> bool {
    matches!(kind, ObjectKind::Function | ObjectKind::Procedure)
}

fn drop(object: &SchemaObject) -> Statement {
    Statement::DropObject { kind: object.kind, name: object.name.clone() }
}

/// Whether an object can't stay as it is, since something that it names gets another name or goes.
///
/// Two databases say how each of their objects is to be, and where they say the same, it can stay. Models
/// say nothing of them, and of one that can't be read nobody does.
fn moves(diff: &SchemaDiff, object: &SchemaObject, reference: &Reference) -> bool {
    let is_said = diff.from.complete && diff.to.complete && object.definition.is_some();
    if is_said || follow::is_own(object, reference) {
        return false;
    }
    // What a routine or an event reads need not be there before it runs.
    let is_read_late = is_routine(object.kind) || object.kind == ObjectKind::Event;
    if diff.dropped_tables().any(|table| table.name == reference.table) {
        return !is_read_late;
    }
    let Some(table) = diff.kept_tables().find(|t| t.before.name == reference.table) else {
        return false;
    };
    let is_renamed = match &reference.column {
        None => table.is_renamed(),
        Some(column) => match table.name_after(column) {
            None => return !is_read_late,
            Some(after) => !LEXIS.same_name(after, column),
        },
    };
    is_renamed && (!is_read_late || follows(diff, object))
}

/// Whether the definition of the target has the other name.
fn follows(diff: &SchemaDiff, object: &SchemaObject) -> bool {
    let name = object.object_name();
    let after = diff.to.objects.iter().find(|o| o.object_name() == name);
    after.is_some_and(|after| after.definition != object.definition)
}

struct Work<'a> {
    diff: &'a SchemaDiff,
    /// Only in the start.
    gone: Vec<SchemaObject>,
    /// Only in the target.
    new: Vec<SchemaObject>,
    /// Changed in place.
    replaced: Vec<SchemaObject>,
    /// Dropped and made again.
    remade: Vec<(SchemaObject, SchemaObject)>,
}

impl<'a> Work<'a> {
    fn new(diff: &'a SchemaDiff, flavour: Flavour, changes: ObjectChanges) -> Self {
        let mut new: BTreeMap<ObjectName, SchemaObject> =
            changes.made.into_iter().map(|o| (o.object_name(), o)).collect();
        let (mut gone, mut changed) = (Vec::new(), changes.replaced);
        for before in changes.dropped {
            let table = before.table.as_ref().map(|table| diff.renames.table(table));
            match new.remove(&ObjectName { table, ..before.object_name() }) {
                Some(after) => changed.push((before, after)),
                None => gone.push(before),
            }
        }
        gone.extend(names_that_are_taken(diff, &new));
        let is_in_place = |(before, _): &(SchemaObject, SchemaObject)| match before.kind {
            ObjectKind::View => true,
            ObjectKind::Trigger => flavour.replaces_anything() && is_over_still_table(diff, before),
            _ => flavour.replaces_anything(),
        };
        let (replaced, remade) = changed.into_iter().partition(is_in_place);
        let replaced: Vec<(SchemaObject, SchemaObject)> = replaced;
        Self {
            diff,
            gone,
            new: new.into_values().collect(),
            replaced: replaced.into_iter().map(|(_, after)| after).collect(),
            remade,
        }
    }

    /// What is made, each after what it leans on.
    fn made(&self) -> Result<Vec<Statement>, PlanError> {
        let remade = self.remade.iter().map(|(_, after)| after);
        let mut made: Vec<(&SchemaObject, bool)> =
            self.new.iter().chain(remade).map(|object| (object, false)).collect();
        made.extend(self.replaced.iter().map(|object| (object, true)));
        // A view needs the functions that it calls, and nothing else looks at what it names.
        let rank = |kind: ObjectKind| match kind {
            ObjectKind::Function | ObjectKind::Procedure => 0,
            ObjectKind::View => 1,
            ObjectKind::Trigger => 2,
            _ => 3,
        };
        made.sort_by_cached_key(|(object, _)| (rank(object.kind), object.object_name()));
        let places: BTreeMap<ObjectName, usize> =
            made.iter().enumerate().map(|(at, (object, _))| (object.object_name(), at)).collect();
        let mut graph = Graph::new(made.len());
        for (at, (object, _)) in made.iter().enumerate() {
            let followed = followed(object);
            let below = object.uses.iter().chain(&followed).filter_map(|used| places.get(used));
            below.for_each(|used| graph.after(at, *used));
        }
        let mut steps = Vec::new();
        for at in graph.order() {
            let (object, is_replaced) = made[at];
            if object.definition.is_none() {
                return Err(unreadable(object));
            }
            let mut statements = Vec::new();
            let remade = self.remade_as(object).filter(|_| is_routine(object.kind));
            statements.extend(remade.map(drop));
            let grants: BTreeSet<&String> = remade
                .into_iter()
                .flat_map(|before| before.settings.iter().chain(&object.settings))
                .collect();
            let grants: Vec<Statement> =
                grants.into_iter().cloned().map(Statement::Grant).collect();
            let object = self.in_its_place(object, &places);
            statements.push(match is_replaced {
                true => Statement::ReplaceObject(Box::new(object.clone())),
                false => Statement::CreateObject(Box::new(object.clone())),
            });
            statements.extend(grants);
            steps.push((object, statements));
        }
        Ok(object_session::wrap(steps))
    }

    /// What was there before that is dropped and made again as this.
    fn remade_as(&self, object: &SchemaObject) -> Option<&SchemaObject> {
        let name = object.object_name();
        let mut remade = self.remade.iter();
        remade.find(|(_, after)| after.object_name() == name).map(|(before, _)| before)
    }

    /// A trigger that is the first of its kind goes before those that are there.
    fn in_its_place(
        &self,
        object: &SchemaObject,
        made: &BTreeMap<ObjectName, usize>,
    ) -> SchemaObject {
        let is_there = |name: &ObjectName| {
            made.contains_key(name) || self.diff.to.objects.iter().any(|o| o.object_name() == *name)
        };
        let with = |clause: String| {
            let with = |text: &String| match text.split_once(" FOR EACH ROW") {
                Some((head, rest)) => {
                    let body = rest.split_once('\n').map_or(rest, |(_, body)| body);
                    format!("{head} FOR EACH ROW{clause}\n{body}")
                }
                None => text.clone(),
            };
            SchemaObject { definition: object.definition.as_ref().map(with), ..object.clone() }
        };
        if object.kind != ObjectKind::Trigger {
            return object.clone();
        }
        match followed(object) {
            Some(followed) if is_there(&followed) => return object.clone(),
            _ => {}
        }
        let mut name = object.object_name();
        loop {
            let is_next = |o: &&SchemaObject| followed(o).as_ref() == Some(&name);
            let Some(next) = self.diff.to.objects.iter().find(is_next) else {
                return with(String::new());
            };
            name = next.object_name();
            if !made.contains_key(&name) {
                return with(format!(" PRECEDES {}", quote(&name.name.name)));
            }
        }
    }
}

/// The trigger that a trigger fires behind.
fn followed(object: &SchemaObject) -> Option<ObjectName> {
    if object.kind != ObjectKind::Trigger {
        return None;
    }
    let definition = object.definition.as_deref()?;
    let name = named::followed(definition, &named::lexis_of(object))?;
    Some(ObjectName { name: QualifiedName::new(name), ..object.object_name() })
}

/// Triggers that would go with their tables, too late for those that get their names: no two of a database
/// have one.
fn names_that_are_taken(
    diff: &SchemaDiff,
    new: &BTreeMap<ObjectName, SchemaObject>,
) -> Vec<SchemaObject> {
    let goes_along = |object: &&SchemaObject| {
        diff.dropped_tables().any(|table| Some(&table.name) == object.table.as_ref())
    };
    let is_taken = |object: &&SchemaObject| {
        let takes = |new: &SchemaObject| {
            new.kind == object.kind && LEXIS.same_name(&new.name.name, &object.name.name)
        };
        new.values().any(takes)
    };
    let triggers = diff.from.objects.iter().filter(|o| o.kind == ObjectKind::Trigger);
    triggers.filter(goes_along).filter(is_taken).cloned().collect()
}

/// Whether the table of a trigger stays what it is. Otherwise a trigger of before would meet columns of after.
fn is_over_still_table(diff: &SchemaDiff, trigger: &SchemaObject) -> bool {
    !diff.kept_tables().any(|table| Some(&table.before.name) == trigger.table.as_ref())
}

fn unreadable(object: &SchemaObject) -> PlanError {
    PlanError::Refused {
        object: object.object_name().to_string(),
        problem:
            "it is to be made, and its definition can't be had: the account may not see it, or \
                  the server can't print it"
                .to_owned(),
        advice:
            "read the target as an account that may see it (SHOW VIEW, SHOW_ROUTINE), or make it \
                 in a migration of your own"
                .to_owned(),
    }
}
