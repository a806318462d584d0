//! What has to happen to each object of the tables that stay.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{
    Check, Exclusion, ForeignKey, Index, PrimaryKey, QualifiedName, Table, Unique,
};

use crate::diff::{
    Aspects, Change, CheckAspects, ForeignKeyAspects, Object, SchemaDiff, TableAspects, TableDiff,
};

/// What happens to an object that is on both sides.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Action {
    /// Nothing.
    Keep,
    /// It gets another name.
    Rename,
    /// Its rows are looked at, and it may get another name.
    Validate,
    /// It is dropped and made again.
    Rebuild,
}

/// An object in the start, in the target, or in both.
#[derive(Debug, Clone)]
pub struct Pair<T> {
    pub before: Option<T>,
    pub after: Option<T>,
    pub action: Action,
}

impl<T> Pair<T> {
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

    /// Both sides, where the object stays and gets another name.
    pub fn renamed(&self) -> Option<(&T, &T)> {
        match (&self.before, &self.after, self.action) {
            (Some(before), Some(after), Action::Rename | Action::Validate) => Some((before, after)),
            _ => None,
        }
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
    pub primary_key: Vec<Pair<PrimaryKey>>,
    pub uniques: Vec<Pair<Unique>>,
    pub foreign_keys: Vec<Pair<ForeignKey>>,
    pub checks: Vec<Pair<Check>>,
    pub exclusions: Vec<Pair<Exclusion>>,
    pub indexes: Vec<Pair<Index>>,
}

impl TablePlan {
    /// The columns that go, by the name in the start: for good, or to be made again.
    pub fn lost_columns(&self) -> impl Iterator<Item = &str> {
        let dropped = self.diff.columns.iter().filter_map(|change| match change {
            Change::Dropped(column) => Some(column.name.as_str()),
            _ => None,
        });
        dropped.chain(self.recreated.iter().map(String::as_str))
    }
}

/// A change of nothing, for a table that is the same on both sides.
fn unaltered(before: &Table, after: &Table, diff: &SchemaDiff) -> TableDiff {
    let after_name = |c: &str| diff.renames.column(&before.name, c).to_owned();
    TableDiff {
        kept_columns: before
            .columns
            .iter()
            .map(|c| (c.name.clone(), after_name(&c.name)))
            .collect(),
        before: before.clone(),
        after: after.clone(),
        columns: vec![],
        primary_key: None,
        uniques: vec![],
        foreign_keys: vec![],
        checks: vec![],
        exclusions: vec![],
        indexes: vec![],
        aspects: TableAspects { name: before.name != after.name, ..TableAspects::default() },
    }
}

/// Every table that stays, by its name in the target.
pub fn kept_tables(diff: &SchemaDiff) -> BTreeMap<QualifiedName, TablePlan> {
    let mut altered: BTreeMap<&QualifiedName, &TableDiff> = BTreeMap::new();
    for change in &diff.tables {
        if let Some(table) = change.kept() {
            altered.insert(&table.after.name, table);
        }
    }
    let mut kept = BTreeMap::new();
    for before in &diff.from.tables {
        let Some(after) = diff.to.table(&diff.renames.table(&before.name)) else { continue };
        let table = match altered.get(&after.name) {
            Some(table) => (*table).clone(),
            None => unaltered(before, after, diff),
        };
        kept.insert(after.name.clone(), work(table));
    }
    kept
}

fn work(table: TableDiff) -> TablePlan {
    let mut retyped = BTreeSet::new();
    for change in &table.columns {
        if let Change::Altered { before, aspects, .. } = change
            && (aspects.ty || aspects.collation)
        {
            retyped.insert(before.name.clone());
        }
    }
    let t = &table;
    let primary_key = pairs(
        t.primary_key.as_slice(),
        t.before.primary_key.as_slice(),
        t.after.primary_key.as_slice(),
        |k| k.name.as_deref(),
        action,
    );
    let uniques =
        pairs(&t.uniques, &t.before.uniques, &t.after.uniques, |u| u.name.as_deref(), action);
    let foreign_keys = pairs(
        &t.foreign_keys,
        &t.before.foreign_keys,
        &t.after.foreign_keys,
        |k| k.name.as_deref(),
        |change| {
            let validated = ForeignKeyAspects { not_valid: true, ..ForeignKeyAspects::labels() };
            match change.kept() {
                Some((before, _, aspects)) if before.not_valid && aspects.not_valid => {
                    if aspects.is_within(validated) { Action::Validate } else { Action::Rebuild }
                }
                _ => action(change),
            }
        },
    );
    let checks = pairs(
        &t.checks,
        &t.before.checks,
        &t.after.checks,
        |c| c.name.as_deref(),
        |change| {
            let validated = CheckAspects { not_valid: true, ..CheckAspects::labels() };
            match change.kept() {
                Some((before, _, aspects)) if before.not_valid && aspects.not_valid => {
                    if aspects.is_within(validated) { Action::Validate } else { Action::Rebuild }
                }
                _ => action(change),
            }
        },
    );
    let exclusions =
        pairs(&t.exclusions, &t.before.exclusions, &t.after.exclusions, |e| Some(&e.name), action);
    let indexes = pairs(&t.indexes, &t.before.indexes, &t.after.indexes, |i| Some(&i.name), action);
    TablePlan {
        retyped,
        recreated: BTreeSet::new(),
        cast: BTreeSet::new(),
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
        Some((_, _, aspects)) if aspects.is_within(T::Aspects::labels()) => Action::Rename,
        Some(_) => Action::Rebuild,
        None => Action::Keep,
    }
}

/// The changes, and the objects that none of them is about.
fn pairs<T: Clone + Object>(
    changes: &[Change<T>],
    before: &[T],
    after: &[T],
    name: impl Fn(&T) -> Option<&str>,
    action: impl Fn(&Change<T>) -> Action,
) -> Vec<Pair<T>> {
    let mut pairs: Vec<Pair<T>> = changes
        .iter()
        .map(|change| Pair {
            before: change.before().cloned(),
            after: change.after().cloned(),
            action: action(change),
        })
        .collect();
    let changed: BTreeSet<Option<&str>> =
        changes.iter().filter_map(Change::before).map(&name).collect();
    for b in before.iter().filter(|b| !changed.contains(&name(b))) {
        if let Some(a) = after.iter().find(|a| name(a) == name(b)) {
            pairs.push(Pair {
                before: Some(b.clone()),
                after: Some(a.clone()),
                action: Action::Keep,
            });
        }
    }
    pairs
}
