//! What is more than a table, in a migration: made, changed in place, dropped, or made again for the sake of
//! something that it leans on. Which of these happens to what is the same on every database.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{
    ConstraintName, ObjectKind, ObjectName, QualifiedName, Reference, SchemaObject,
};

use super::PlanError;
use crate::diff::{Change, SchemaDiff, drop_word};

/// What a database says of its objects.
pub struct Rules<'a> {
    /// Whether objects of this kind are written, and not only seen.
    pub manages: &'a dyn Fn(ObjectKind) -> bool,
    /// Whether an object can't stay as it is while this changes, by the names of the start.
    pub moves: &'a dyn Fn(&SchemaObject, &Reference) -> bool,
    /// Whether a constraint that objects lean on goes, or is made again.
    pub moves_constraint: &'a dyn Fn(&ConstraintName) -> bool,
    /// Whether one definition becomes the other while others lean on it.
    pub replaces: &'a dyn Fn(&SchemaObject, &SchemaObject) -> bool,
    /// Whether an object goes for the sake of what others change, whatever it reads.
    pub is_in_the_way: &'a dyn Fn(&SchemaObject) -> bool,
    /// Whether an object, as it is in the target, names what it reads by the names of the target.
    pub follows: &'a dyn Fn(&SchemaObject) -> bool,
    /// Whether an object can't go while others lean on it.
    pub binds: bool,
}

/// What happens to the objects.
#[derive(Debug, Default)]
pub struct ObjectChanges {
    /// Dropped by a statement of their own, as they are in the start.
    pub dropped: Vec<SchemaObject>,
    /// Made, as they are in the target.
    pub made: Vec<SchemaObject>,
    /// Changed in place: before and after.
    pub replaced: Vec<(SchemaObject, SchemaObject)>,
    /// Objects that stay with another comment or other grants: before and after.
    pub relabelled: Vec<(SchemaObject, SchemaObject)>,
    /// Those that do not stay in the start's place, dropped or made again, by their names in the start.
    pub lost: BTreeSet<ObjectName>,
    /// Those of them that are made again.
    pub remade: BTreeSet<ObjectName>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Action {
    Stay,
    Relabel,
    Replace,
    Rebuild,
    Drop,
}

/// Finds out what happens to each.
///
/// # Errors
///
/// Where something that is only seen would break.
pub fn object_changes(diff: &SchemaDiff, rules: &Rules<'_>) -> Result<ObjectChanges, PlanError> {
    if diff.from.objects.is_empty() && diff.objects.is_empty() {
        return Ok(ObjectChanges::default());
    }
    let mut work = Work::new(diff, rules);
    work.spread()?;
    work.check_that_kept_ones_fit()?;
    Ok(work.changes())
}

struct Work<'a> {
    diff: &'a SchemaDiff,
    rules: &'a Rules<'a>,
    actions: Vec<Action>,
    places: BTreeMap<ObjectName, usize>,
    /// The objects of the target, by name.
    after: BTreeMap<ObjectName, &'a SchemaObject>,
    dropped_tables: BTreeSet<&'a QualifiedName>,
}

impl<'a> Work<'a> {
    fn new(diff: &'a SchemaDiff, rules: &'a Rules<'a>) -> Self {
        let changes: BTreeMap<ObjectName, &Change<SchemaObject>> =
            diff.objects.iter().filter_map(|c| Some((c.before()?.object_name(), c))).collect();
        let dropped_tables = diff.dropped_tables().map(|table| &table.name).collect();
        let mut work = Self {
            diff,
            rules,
            actions: Vec::new(),
            places: BTreeMap::new(),
            after: diff.to.objects.iter().map(|o| (o.object_name(), o)).collect(),
            dropped_tables,
        };
        for (place, object) in diff.from.objects.iter().enumerate() {
            let name = object.object_name();
            let action = match changes.get(&name) {
                _ if work.goes_with_its_table(object) && work.comes_back(object) => Action::Rebuild,
                _ if work.goes_with_its_table(object) => Action::Drop,
                Some(Change::Dropped(_)) => Action::Drop,
                Some(Change::Altered { before, after, aspects }) => {
                    if aspects.indexes || aspects.definition && !(rules.replaces)(before, after) {
                        Action::Rebuild
                    } else if aspects.definition {
                        Action::Replace
                    } else {
                        Action::Relabel
                    }
                }
                _ => Action::Stay,
            };
            work.places.insert(name, place);
            work.actions.push(action);
        }
        work
    }

    fn goes_with_its_table(&self, object: &SchemaObject) -> bool {
        object.table.as_ref().is_some_and(|table| self.dropped_tables.contains(table))
    }

    /// Whether the table it hangs on is made anew, and has it afterwards.
    fn comes_back(&self, object: &'a SchemaObject) -> bool {
        let after = self.counterpart(object).and_then(|after| after.table.as_ref());
        after.is_some_and(|table| {
            let is_view = |o: &SchemaObject| o.name == *table && o.kind.is_view();
            self.diff.added_tables().any(|t| t.name == *table)
                || self.diff.to.objects.iter().any(is_view)
        })
    }

    /// The view that an object hangs on.
    fn view_below(&self, object: &SchemaObject) -> Option<usize> {
        let name = object.table.clone()?;
        [ObjectKind::View, ObjectKind::MaterializedView].into_iter().find_map(|kind| {
            let view = ObjectName { kind, name: name.clone(), table: None, signature: None };
            self.places.get(&view).copied()
        })
    }

    /// What leans on something that moves is made again, and what leans on that.
    fn spread(&mut self) -> Result<(), PlanError> {
        let objects = &self.diff.from.objects;
        let mut users: Vec<Vec<usize>> = vec![Vec::new(); objects.len()];
        for (place, object) in objects.iter().enumerate() {
            let below = object.uses.iter().filter(|_| self.rules.binds);
            let below = below.filter_map(|name| self.places.get(name).copied());
            for used in below.chain(self.view_below(object)) {
                users[used].push(place);
            }
        }
        let mut moved: Vec<usize> = Vec::new();
        for (place, object) in objects.iter().enumerate() {
            let action = self.actions[place];
            if matches!(action, Action::Rebuild | Action::Drop) {
                moved.push(place);
                continue;
            }
            let cause = object.references.iter().find(|r| (self.rules.moves)(object, r));
            let constraint = object.constraints.iter().find(|c| (self.rules.moves_constraint)(c));
            let constraint = constraint.map(|c| format!("constraint {} on {}", c.name, c.table));
            let in_the_way = (self.rules.is_in_the_way)(object).then(|| "a table".to_owned());
            if let Some(cause) = cause.map(title).or(constraint).or(in_the_way) {
                self.rebuild(place, &cause)?;
                moved.push(place);
            }
        }
        while let Some(place) = moved.pop() {
            for user in users[place].clone() {
                if !matches!(self.actions[user], Action::Rebuild | Action::Drop) {
                    self.rebuild(user, &objects[place].object_name().to_string())?;
                    moved.push(user);
                }
            }
        }
        Ok(())
    }

    fn rebuild(&mut self, place: usize, cause: &str) -> Result<(), PlanError> {
        let object = &self.diff.from.objects[place];
        if !(self.rules.manages)(object.kind) || object.definition.is_none() {
            // Those have their own checks: what leans on a table is told with the table.
            if matches!(
                object.kind,
                ObjectKind::Table | ObjectKind::Publication | ObjectKind::Dependent
            ) {
                return Ok(());
            }
            return Err(PlanError::Refused {
                object: object.object_name().to_string(),
                problem: format!("it leans on {cause}, which changes, and can't be made again"),
                advice: "drop it first and make it again afterwards, in migrations of your own"
                    .to_owned(),
            });
        }
        self.actions[place] = Action::Rebuild;
        Ok(())
    }

    fn counterpart(&self, object: &'a SchemaObject) -> Option<&'a SchemaObject> {
        let table = object.table.as_ref().map(|table| self.diff.renames.table(table));
        let name = ObjectName { table, ..object.object_name() };
        self.after.get(&name).copied()
    }

    /// Models say nothing of a view that they only see: it stays or is made again as it was, if that still works.
    fn check_that_kept_ones_fit(&self) -> Result<(), PlanError> {
        if self.diff.to.complete {
            return Ok(());
        }
        let all = self.actions.iter().zip(&self.diff.from.objects);
        for (action, object) in all.filter(|(action, _)| **action != Action::Drop) {
            let is_declared = self.counterpart(object).is_some_and(|after| after.origin.is_some());
            if is_declared {
                continue;
            }
            let view = self.view(object);
            let gone = object.uses.iter().chain(&view).find(|name| self.is_gone(name));
            let gone = gone.map(|name| format!("it uses {name}, which is dropped"));
            let follows = self.counterpart(object).is_some_and(self.rules.follows);
            let read = || {
                let unfit = object.references.iter().filter_map(|r| self.unfit(r, follows));
                // Whoever reads a table that is called otherwise can follow, unless a column is, too.
                let (what, how) =
                    unfit.min_by_key(|(what, how)| *how == RENAMED && what.column.is_none())?;
                Some(format!("it reads {}, which {how}", title(&what)))
            };
            let rebuilt = *action == Action::Rebuild;
            if let Some(problem) = gone.or_else(|| rebuilt.then(read).flatten()) {
                return Err(unfit(object, problem));
            }
        }
        Ok(())
    }

    /// The view that it hangs on, where it is one.
    fn view(&self, object: &SchemaObject) -> Option<ObjectName> {
        self.view_below(object).map(|place| self.diff.from.objects[place].object_name())
    }

    /// Whether an object goes and does not come back.
    fn is_gone(&self, name: &ObjectName) -> bool {
        self.places.get(name).is_some_and(|place| self.actions[*place] == Action::Drop)
    }

    /// What a definition can't name any more, and why, be it one that `follows` renames.
    fn unfit(&self, reference: &Reference, follows: bool) -> Option<(Reference, &'static str)> {
        let this = || reference.clone();
        let is_there = || self.diff.to.table(&self.diff.renames.table(&reference.table)).is_some();
        if self.dropped_tables.contains(&reference.table) && !is_there() {
            return Some((this(), "is dropped"));
        }
        let table = self.diff.kept_tables().find(|t| t.before.name == reference.table)?;
        let column = reference.column.as_deref().map(|column| (column, table.name_after(column)));
        match column {
            Some((_, None)) => Some((this(), "is dropped")),
            Some((before, Some(after))) if before != after && !follows => Some((this(), RENAMED)),
            _ if table.is_renamed() && !follows => {
                Some((Reference { column: None, ..this() }, RENAMED))
            }
            _ => None,
        }
    }

    fn changes(self) -> ObjectChanges {
        let mut changes = ObjectChanges::default();
        let added = self.diff.objects.iter().filter(|change| change.before().is_none());
        changes.made.extend(added.filter_map(Change::after).cloned());
        for (place, object) in self.diff.from.objects.iter().enumerate() {
            let after = self.counterpart(object);
            let pair = || (object.clone(), after.unwrap_or(object).clone());
            match self.actions[place] {
                Action::Stay => {}
                Action::Relabel => changes.relabelled.push(pair()),
                Action::Replace => changes.replaced.push(pair()),
                Action::Drop | Action::Rebuild => {
                    changes.lost.insert(object.object_name());
                    let below = self.view_below(object);
                    let along = self.goes_with_its_table(object)
                        || below.is_some_and(|b| {
                            matches!(self.actions[b], Action::Drop | Action::Rebuild)
                        });
                    if !along {
                        changes.dropped.push(object.clone());
                    }
                    if self.actions[place] == Action::Rebuild {
                        changes.remade.insert(object.object_name());
                        changes.made.push(pair().1);
                    }
                }
            }
        }
        changes.made.sort_by_cached_key(SchemaObject::object_name);
        changes
    }
}

/// What became of a column or table that has another name.
pub const RENAMED: &str = "gets another name";

/// Refuses a change above which an object no longer fits.
pub fn unfit(object: &SchemaObject, problem: String) -> PlanError {
    let name = object.object_name();
    PlanError::Refused {
        problem,
        advice: format!(
            "if it is to go, say so by `--drop {}`; else drop it first and make it again \
             afterwards, in migrations made by `migrate revision`",
            drop_word(&name)
        ),
        object: name.to_string(),
    }
}

/// A reference in words.
pub fn title(reference: &Reference) -> String {
    match &reference.column {
        Some(column) => format!("column {}.{column}", reference.table),
        None => reference.table.to_string(),
    }
}
