//! What has to be done to a table's columns. A column that is changed is restated whole, so
//! everything that it has goes along: its check, its character set, its comment.

use model_core::schema::{Column, DefaultValue, Identity, Table};

use crate::databases::mysql::charset::has_charset;
use crate::databases::mysql::names::IDENTIFIER_LIMIT;
use crate::databases::mysql::options::TableOptions;
use crate::databases::mysql::quote::quote;
use crate::databases::mysql::retype::is_impossible;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::{ColumnDefinition, Place};
use crate::diff::{Aspects, Change, ColumnAspects, TableDiff};
use crate::plan::TemporaryNames;

/// How one column becomes what it is to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnPlan {
    /// It is new.
    Add { definition: ColumnDefinition, place: Place },
    /// It goes.
    Drop(String),
    /// Only its name changes.
    Rename { from: String, to: String },
    /// It is restated.
    Restate(Box<Restatement>),
    /// It is dropped and added, since the server can't change it: a column that is computed when
    /// read has no values to lose, and any other is checked to have none where `holds_values`.
    Recreate { from: String, to: ColumnDefinition, place: Place, holds_values: bool },
    /// It was computed when read and is to hold values of its own from now on: a column beside it
    /// takes them over.
    Materialize(Box<Materialization>),
}

/// A column whose values become its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Materialization {
    /// The name of the column that computes them.
    pub from: String,
    /// The column that takes them over.
    pub beside: ColumnDefinition,
    /// What it is to be.
    pub to: ColumnDefinition,
    /// Where that goes.
    pub place: Place,
}

/// A restated column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Restatement {
    /// As it is.
    pub before: Column,
    /// As it will be.
    pub after: ColumnDefinition,
    /// Values may not fit: type, NULL or character set change.
    pub converts: bool,
    /// It will count up and did not before.
    pub starts_counting: bool,
}

impl ColumnPlan {
    /// The column of the start that is no longer what it was to keys, indexes and checks.
    pub fn replaced(&self) -> Option<&str> {
        match self {
            Self::Drop(name) => Some(name),
            Self::Recreate { from, .. } => Some(from),
            Self::Materialize(column) => Some(&column.from),
            Self::Add { .. } | Self::Rename { .. } | Self::Restate(_) => None,
        }
    }

    /// The column of the start whose foreign keys the server does not keep up through this.
    pub fn disturbed(&self) -> Option<&str> {
        match self {
            Self::Restate(column) if column.converts || column.starts_counting => {
                Some(&column.before.name)
            }
            _ => self.replaced(),
        }
    }

    /// The old name of a column that gets another.
    pub fn renamed(&self) -> Option<&str> {
        match self {
            Self::Rename { from, .. } => Some(from),
            Self::Restate(column) if column.before.name != column.after.column.name => {
                Some(&column.before.name)
            }
            _ => None,
        }
    }
}

/// The plans of all columns: drops first, then the rest in the target's order.
pub fn plans(diff: &TableDiff) -> Vec<ColumnPlan> {
    let dropped = diff.columns.iter().filter_map(|change| match change {
        Change::Dropped(column) => Some(ColumnPlan::Drop(column.name.clone())),
        _ => None,
    });
    let mut plans: Vec<ColumnPlan> = dropped.collect();
    let mut places = Places::new(diff);
    for (index, after) in diff.after.columns.iter().enumerate() {
        let definition = ColumnDefinition::new(&diff.after, after);
        let before = diff.name_before(&after.name).and_then(|name| diff.before.column(name));
        let Some(before) = before else {
            let place = places.next(&diff.after, index);
            plans.push(ColumnPlan::Add { definition, place });
            continue;
        };
        match transition(before, after) {
            Transition::InPlace => plans.extend(in_place(diff, before, definition)),
            Transition::Recreate => plans.push(ColumnPlan::Recreate {
                from: before.name.clone(),
                to: definition,
                place: places.next(&diff.after, index),
                // A column that is computed from now on gives its values up, as on every database.
                holds_values: before.computed.is_none() && after.computed.is_none(),
            }),
            Transition::Materialize => {
                plans.push(ColumnPlan::Materialize(Box::new(Materialization {
                    from: before.name.clone(),
                    beside: beside(diff, after),
                    to: definition,
                    place: places.next(&diff.after, index),
                })))
            }
        }
    }
    plans
}

/// A column that takes over the values for a moment.
fn beside(diff: &TableDiff, after: &Column) -> ColumnDefinition {
    let columns = diff.before.columns.iter().chain(&diff.after.columns);
    let mut names = TemporaryNames::new(IDENTIFIER_LIMIT, columns.map(|c| c.name.as_str()));
    let column = Column {
        name: names.make(&after.name, "_values"),
        nullable: true,
        identity: Identity::None,
        ..after.clone()
    };
    ColumnDefinition { column, check: None }
}

enum Transition {
    InPlace,
    Recreate,
    Materialize,
}

/// The server changes a stored column into a plain one and back, and a virtual one into nothing.
fn transition(before: &Column, after: &Column) -> Transition {
    let is_virtual = |c: &Column| c.computed.as_ref().is_some_and(|g| !g.stored);
    if is_refused(before, after) {
        return Transition::Recreate;
    }
    match (is_virtual(before), is_virtual(after)) {
        (true, false) if after.computed.is_none() => Transition::Materialize,
        (true, false) | (false, true) => Transition::Recreate,
        _ => Transition::InPlace,
    }
}

/// Whether no value of the one type is one of the other, and the server does not change the type
/// even of an empty column.
fn is_refused(before: &Column, after: &Column) -> bool {
    match (before.ty.native(), after.ty.native()) {
        (Some(before), Some(after)) => is_impossible(before, after),
        _ => false,
    }
}

fn in_place(diff: &TableDiff, before: &Column, after: ColumnDefinition) -> Option<ColumnPlan> {
    let change = diff.columns.iter().filter_map(Change::kept);
    let aspects = change
        .filter(|(_, column, _)| column.name == after.column.name)
        .map(|(.., aspects)| aspects)
        .next()
        .unwrap_or_default();
    let converts = aspects.ty
        || aspects.nullable
        || aspects.computed
        || collation(&diff.before, before) != collation(&diff.after, &after.column);
    // A collation that is named on one side and the table's own on the other is the same.
    let ignored = ColumnAspects { name: true, collation: true, ..ColumnAspects::default() };
    // RENAME COLUMN leaves the column's own check under the old name.
    let renames_check = aspects.name && after.check.is_some();
    if converts
        || !aspects.is_within(ignored)
        || renames_check
        || is_rewritten(diff, before, &after)
    {
        let counts = |c: &Column| c.identity == Identity::AutoIncrement;
        return Some(ColumnPlan::Restate(Box::new(Restatement {
            starts_counting: counts(&after.column) && !counts(before),
            before: before.clone(),
            after,
            converts,
        })));
    }
    let to = after.column.name;
    aspects.name.then(|| ColumnPlan::Rename { from: before.name.clone(), to })
}

/// Whether the column's expressions are something else than what the server makes of them when
/// columns are renamed.
fn is_rewritten(diff: &TableDiff, before: &Column, after: &ColumnDefinition) -> bool {
    let renamed = |sql: &str| renamed_expression(diff, sql);
    let default = |column: &Column| match &column.default {
        Some(DefaultValue::Sql(sql)) => Some(sql.clone()),
        _ => None,
    };
    let computed = |column: &Column| column.computed.as_ref().map(|g| g.expression.clone());
    let check = ColumnDefinition::new(&diff.before, before).check;
    default(before).map(|sql| renamed(&sql)) != default(&after.column)
        || computed(before).map(|sql| renamed(&sql)) != computed(&after.column)
        || check.map(|sql| renamed(&sql)) != after.check
}

/// An expression of the start as the server leaves it once the columns are renamed.
pub fn renamed_expression(diff: &TableDiff, sql: &str) -> String {
    LEXIS.renamed(sql, &diff.kept_columns, quote)
}

/// The collation that a column of text really has.
fn collation(table: &Table, column: &Column) -> Option<String> {
    if !column.ty.native().is_some_and(has_charset) {
        return None;
    }
    column.collation.clone().or_else(|| TableOptions::read(&table.options).collation)
}

/// Where new columns go, so that the table ends up in the target's order as far as that is free.
struct Places {
    /// The column that is the table's last, by its name in the target.
    last: Option<String>,
}

impl Places {
    fn new(diff: &TableDiff) -> Self {
        let stays = |c: &&Column| {
            let after = diff.name_after(&c.name).and_then(|name| diff.after.column(name));
            after.is_some_and(|after| matches!(transition(c, after), Transition::InPlace))
        };
        let last = diff.before.columns.iter().rev().find(stays);
        Self { last: last.and_then(|c| diff.name_after(&c.name)).map(str::to_owned) }
    }

    /// The place of a table's column that comes next.
    fn next(&mut self, table: &Table, index: usize) -> Place {
        let previous = index.checked_sub(1).and_then(|i| table.columns.get(i)).map(|c| &c.name);
        if previous == self.last.as_ref() {
            self.last = table.columns.get(index).map(|c| c.name.clone());
            return Place::Last;
        }
        previous.map_or(Place::First, |name| Place::After(name.clone()))
    }
}
