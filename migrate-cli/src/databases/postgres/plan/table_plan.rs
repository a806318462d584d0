//! The tables that stay, with what happens to each object in them.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{
    Check, Column, Exclusion, ForeignKey, Index, PrimaryKey, QualifiedName, Table, Unique,
};

use super::inherit::Inherit;
use crate::diff::{
    Aspects, Change, CheckAspects, ColumnAspects, ForeignKeyAspects, Object, SchemaDiff,
    TableAspects, TableDiff, own,
};

/// What happens to an object that is on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    Keep,
    /// It gets another name or comment.
    Relabel,
    /// Its rows are looked at, and it may get another name or comment.
    Validate,
    /// Rows are looked at from now on, or no longer, and it may get another name or comment.
    Enforce,
    /// It is dropped and made again.
    Rebuild,
}

/// An object in the start, in the target, or in both.
#[derive(Debug, Clone)]
pub struct ObjectPlan<T> {
    pub before: Option<T>,
    pub after: Option<T>,
    pub action: Action,
    /// Whether the comment differs.
    pub new_comment: bool,
}

impl<T> ObjectPlan<T> {
    /// The object, where it is to be dropped.
    pub fn dropped(&self) -> Option<&T> {
        let goes = self.after.is_none() || self.action == Action::Rebuild;
        self.before.as_ref().filter(|_| goes)
    }

    /// The object, where it is to be made.
    pub fn made(&self) -> Option<&T> {
        let comes = self.before.is_none() || self.action == Action::Rebuild;
        self.after.as_ref().filter(|_| comes)
    }

    /// Both sides, where the object stays and may get another name or comment.
    pub fn relabelled(&self) -> Option<(&T, &T)> {
        match (&self.before, &self.after, self.action) {
            (Some(before), Some(after), Action::Relabel | Action::Validate | Action::Enforce) => {
                Some((before, after))
            }
            _ => None,
        }
    }

    /// Whether the object stays and may get another name, comment or setting.
    pub fn is_relabelled(&self) -> bool {
        self.relabelled().is_some()
    }

    /// The object, where its rows are to be looked at.
    pub fn validated(&self) -> Option<&T> {
        self.after.as_ref().filter(|_| self.action == Action::Validate)
    }

    /// The object, where its rows are looked at from now on, or no longer.
    pub fn enforced(&self) -> Option<&T> {
        self.after.as_ref().filter(|_| self.action == Action::Enforce)
    }
}

/// A table that stays, with what happens to all that is in it.
#[derive(Debug, Clone)]
pub struct TablePlan {
    pub diff: TableDiff,
    /// Columns of another type or collation, by the name in the start.
    pub retyped: BTreeSet<String>,
    /// Columns that stay by name but are dropped and made again, by the name in the start.
    pub recreated: BTreeSet<String>,
    /// Columns of an enumeration that is made anew, by the name in the start.
    pub cast: BTreeSet<String>,
    /// Of the columns that are made again, those whose values are kept: by the name in the start, with
    /// the column that they wait in. A virtual column can't be made a plain one in place.
    pub carried: BTreeMap<String, String>,
    /// Columns that go before any table does, since they are of the row type of one that goes: by the
    /// name in the start.
    pub gone_first: BTreeSet<String>,
    /// Columns that go with those that they are inherited from, by the name in the start.
    pub lost_above: BTreeSet<String>,
    /// Columns that change with those that they are inherited from, by the name in the target.
    pub changed_above: BTreeSet<String>,
    pub primary_key: Vec<ObjectPlan<PrimaryKey>>,
    pub uniques: Vec<ObjectPlan<Unique>>,
    pub foreign_keys: Vec<ObjectPlan<ForeignKey>>,
    pub checks: Vec<ObjectPlan<Check>>,
    pub exclusions: Vec<ObjectPlan<Exclusion>>,
    pub indexes: Vec<ObjectPlan<Index>>,
}

impl TablePlan {
    /// The columns that go, by the name in the start: for good, or to be made again.
    pub fn lost_columns(&self) -> impl Iterator<Item = &str> {
        let dropped = self.diff.columns.iter().filter_map(|change| match change {
            Change::Dropped(column) => Some(column.name.as_str()),
            _ => None,
        });
        let own = dropped.chain(self.recreated.iter().map(String::as_str));
        own.chain(self.lost_above.iter().map(String::as_str))
    }

    /// What differs about a column that is on both sides, by the name in the start.
    pub fn column_aspects(&self, before: &str) -> ColumnAspects {
        let kept = self.diff.columns.iter().filter_map(Change::kept);
        let mut same = kept.filter(|(column, ..)| column.name == before);
        same.next().map(|(_, _, aspects)| aspects).unwrap_or_default()
    }
}

/// The columns of another type or collation, by the name in the start.
pub fn retyped(table: &TableDiff) -> BTreeSet<String> {
    let kept = table.columns.iter().filter_map(Change::kept);
    let retyped = kept.filter(|(_, _, aspects)| aspects.ty || aspects.collation);
    retyped.map(|(before, ..)| before.name.clone()).collect()
}

/// Every table that stays, by its name in the target.
pub fn kept_tables(diff: &SchemaDiff) -> BTreeMap<QualifiedName, TablePlan> {
    let altered: BTreeMap<&QualifiedName, &TableDiff> =
        diff.kept_tables().map(|table| (&table.after.name, table)).collect();
    let mut kept = BTreeMap::new();
    for before in &diff.from.tables {
        let Some(after) = diff.to.table(&diff.renames.table(&before.name)) else { continue };
        // It is there on both sides, and made anew.
        if diff.dropped_tables().any(|table| table.name == before.name) {
            continue;
        }
        let table = match altered.get(&after.name) {
            Some(table) => (*table).clone(),
            None => unaltered(before, after),
        };
        kept.insert(after.name.clone(), table_plan(table, diff.to.complete));
    }
    kept
}

/// A change of nothing, for a table that is the same on both sides.
pub fn unaltered(before: &Table, after: &Table) -> TableDiff {
    let same = |column: &Column| (column.name.clone(), column.name.clone());
    let bound = before.parents().next().is_some();
    TableDiff {
        bound,
        kept_columns: before.columns.iter().map(same).collect(),
        before: own(before),
        after: own(after),
        columns: vec![],
        primary_key: None,
        uniques: vec![],
        foreign_keys: vec![],
        checks: vec![],
        exclusions: vec![],
        indexes: vec![],
        aspects: TableAspects::default(),
    }
}

fn table_plan(table: TableDiff, complete: bool) -> TablePlan {
    let (before, after) = (&table.before, &table.after);
    let sides = (before.primary_key.as_slice(), after.primary_key.as_slice());
    let key_name = |k: &PrimaryKey| k.name.clone();
    let primary_key = objects(table.primary_key.as_slice(), sides, key_name, action, complete);
    let sides = (before.uniques.as_slice(), after.uniques.as_slice());
    let uniques = objects(&table.uniques, sides, |u| u.name.clone(), action, complete);
    let sides = (before.foreign_keys.as_slice(), after.foreign_keys.as_slice());
    let action_of_key = |change: &Change<ForeignKey>| {
        let enforced = ForeignKeyAspects { not_enforced: true, ..ForeignKeyAspects::labels() };
        if change.kept().is_some_and(|(_, _, a)| a.not_enforced && a.is_within(enforced)) {
            return Action::Enforce;
        }
        let within = ForeignKeyAspects { not_valid: true, ..ForeignKeyAspects::labels() };
        action_by_validity(change, |k| k.not_valid, within)
    };
    let name = |k: &ForeignKey| k.name.clone();
    let foreign_keys = objects(&table.foreign_keys, sides, name, action_of_key, complete);
    let sides = (before.checks.as_slice(), after.checks.as_slice());
    let action_of_check = |change: &Change<Check>| {
        let within = CheckAspects { not_valid: true, ..CheckAspects::labels() };
        action_by_validity(change, |c| c.not_valid, within)
    };
    let checks = objects(&table.checks, sides, |c| c.name.clone(), action_of_check, complete);
    let sides = (before.exclusions.as_slice(), after.exclusions.as_slice());
    let exclusion_name = |e: &Exclusion| Some(e.name.clone());
    let exclusions = objects(&table.exclusions, sides, exclusion_name, action, complete);
    let sides = (before.indexes.as_slice(), after.indexes.as_slice());
    let indexes = objects(&table.indexes, sides, |i| Some(i.name.clone()), action, complete);
    TablePlan {
        retyped: retyped(&table),
        recreated: BTreeSet::new(),
        cast: BTreeSet::new(),
        carried: BTreeMap::new(),
        gone_first: BTreeSet::new(),
        lost_above: BTreeSet::new(),
        changed_above: BTreeSet::new(),
        primary_key,
        uniques,
        foreign_keys,
        checks,
        exclusions,
        indexes,
        diff: table,
    }
}

/// What a change asks for: another name or comment changes in place.
fn action<T: Object>(change: &Change<T>) -> Action {
    match change.kept() {
        Some((_, _, aspects)) if aspects.is_within(T::Aspects::labels()) => Action::Relabel,
        Some(_) => Action::Rebuild,
        None => Action::Keep,
    }
}

/// The same for what may be valid or not: to make it valid, its rows are looked at.
fn action_by_validity<T: Object>(
    change: &Change<T>,
    is_not_valid: impl Fn(&T) -> bool,
    within: T::Aspects,
) -> Action {
    match change.kept() {
        Some((before, after, aspects))
            if is_not_valid(before) && !is_not_valid(after) && aspects.is_within(within) =>
        {
            Action::Validate
        }
        _ => action(change),
    }
}

/// The objects that change, and those that none of the changes is about. Where the target does not
/// say everything, an object has what it had in the start.
fn objects<T: Clone + Object + Inherit>(
    changes: &[Change<T>],
    (before, after): (&[T], &[T]),
    name: impl Fn(&T) -> Option<String>,
    action: impl Fn(&Change<T>) -> Action,
    complete: bool,
) -> Vec<ObjectPlan<T>> {
    let mut plans: Vec<ObjectPlan<T>> = changes
        .iter()
        .map(|change| ObjectPlan {
            before: change.before().cloned(),
            after: change.after().cloned(),
            action: action(change),
            new_comment: change.kept().is_some_and(|(_, _, aspects)| aspects.changes_comment()),
        })
        .collect();
    let changed: BTreeSet<Option<String>> =
        changes.iter().filter_map(Change::before).map(&name).collect();
    for same in before.iter().filter(|b| !changed.contains(&name(b))) {
        if let Some(after) = after.iter().find(|a| name(a) == name(same)) {
            plans.push(ObjectPlan {
                before: Some(same.clone()),
                after: Some(after.clone()),
                action: Action::Keep,
                new_comment: false,
            });
        }
    }
    for plan in plans.iter_mut().filter(|_| !complete) {
        if let (Some(before), Some(after)) = (&plan.before, &mut plan.after) {
            after.inherit(before);
        }
    }
    plans
}
