//! What has to be done to a table's columns. A column that is changed is restated whole, so
//! everything that it has goes along: its check, its character set, its comment.

use model_core::schema::{Column, DefaultValue, Identity, Table};

use crate::databases::mysql::charset::has_charset;
use crate::databases::mysql::flavour::Flavour;
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
    /// Where it goes.
    pub place: Place,
    /// Values may not fit: type, NULL or character set change.
    pub converts: bool,
    /// It will count up and did not before.
    pub starts_counting: bool,
    /// It counted up and will not.
    pub stops_counting: bool,
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
    pub fn disturbed(&self, flavour: Flavour) -> Option<&str> {
        match self {
            Self::Restate(column)
                if column.converts
                    || column.starts_counting
                    || (column.stops_counting && flavour.keeps_counting_parents()) =>
            {
                Some(&column.before.name)
            }
            _ => self.replaced(),
        }
    }

    /// What a statement says a column is.
    pub fn stated(&self) -> Option<&Column> {
        match self {
            Self::Add { definition, .. } => Some(&definition.column),
            Self::Restate(column) => Some(&column.after.column),
            Self::Recreate { to, .. } => Some(&to.column),
            Self::Materialize(column) => Some(&column.to.column),
            Self::Drop(_) | Self::Rename { .. } => None,
        }
    }

    /// The name that the column has afterwards.
    pub fn name_after(&self) -> Option<&str> {
        match self {
            Self::Rename { to, .. } => Some(to),
            _ => self.stated().map(|column| column.name.as_str()),
        }
    }

    /// Where it goes, where that is not where it was.
    pub fn place(&self) -> Option<&Place> {
        match self {
            Self::Add { place, .. } | Self::Recreate { place, .. } => Some(place),
            Self::Materialize(column) => Some(&column.place),
            Self::Restate(column) => Some(&column.place).filter(|place| **place != Place::Last),
            Self::Drop(_) | Self::Rename { .. } => None,
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
pub fn plans(diff: &TableDiff, flavour: Flavour) -> Vec<ColumnPlan> {
    let dropped = diff.columns.iter().filter_map(|change| match change {
        Change::Dropped(column) => Some(ColumnPlan::Drop(column.name.clone())),
        _ => None,
    });
    let mut plans: Vec<ColumnPlan> = dropped.collect();
    let mut places = Places::new(diff, flavour);
    let touched = touched(diff, flavour);
    for (index, after) in diff.after.columns.iter().enumerate() {
        let definition = ColumnDefinition::new(&diff.after, after);
        let before = diff.name_before(&after.name).and_then(|name| diff.before.column(name));
        let Some(before) = before else {
            let place = places.next(&diff.after, index);
            plans.push(ColumnPlan::Add { definition, place });
            continue;
        };
        match transition(before, after, flavour) {
            Transition::InPlace => {
                plans.extend(in_place(diff, before, definition, &touched));
            }
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
fn transition(before: &Column, after: &Column, flavour: Flavour) -> Transition {
    let is_virtual = |c: &Column| c.computed.as_ref().is_some_and(|g| !g.stored);
    if !flavour.changes_any_type() && is_refused(before, after) {
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

fn in_place(
    diff: &TableDiff,
    before: &Column,
    after: ColumnDefinition,
    touched: &[&str],
) -> Option<ColumnPlan> {
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
    let is_rewritten = is_rewritten(diff, before, &after, touched);
    if converts || !aspects.is_within(ignored) || renames_check || is_rewritten {
        let counts = |c: &Column| c.identity == Identity::AutoIncrement;
        return Some(ColumnPlan::Restate(Box::new(Restatement {
            starts_counting: counts(&after.column) && !counts(before),
            stops_counting: counts(before) && !counts(&after.column),
            before: before.clone(),
            after,
            place: Place::Last,
            converts,
        })));
    }
    let to = after.column.name;
    aspects.name.then(|| ColumnPlan::Rename { from: before.name.clone(), to })
}

/// Whether the column's expressions are something else than what the server makes of them when
/// columns are renamed.
fn is_rewritten(
    diff: &TableDiff,
    before: &Column,
    after: &ColumnDefinition,
    touched: &[&str],
) -> bool {
    let renamed = |sql: &str| renamed_expression(diff, sql);
    let check = ColumnDefinition::new(&diff.before, before).check;
    default(before).map(renamed) != default(&after.column).map(str::to_owned)
        || computed(before).map(renamed) != computed(&after.column).map(str::to_owned)
        || check.as_deref().map(renamed) != after.check
        || [default(before), computed(before)]
            .into_iter()
            .flatten()
            .any(|sql| touched.iter().any(|column| LEXIS.mentions(sql, column)))
}

fn default(column: &Column) -> Option<&str> {
    column.default.as_ref().and_then(DefaultValue::sql)
}

fn computed(column: &Column) -> Option<&str> {
    column.computed.as_ref().map(|computed| computed.expression.as_str())
}

/// The columns of the start whose names no expression can keep: where the server does not rename in
/// expressions itself, whatever names one is restated in the same statement, and so is whatever
/// computes something of that.
pub fn touched(diff: &TableDiff, flavour: Flavour) -> Vec<&str> {
    if flavour.renames_in_expressions() {
        return Vec::new();
    }
    let is_touched = |column: &Column| match diff.name_after(&column.name) {
        Some(name) if name == column.name => diff
            .after
            .column(name)
            .is_none_or(|after| !matches!(transition(column, after, flavour), Transition::InPlace)),
        _ => true,
    };
    let names = |column: &'_ Column, touched: &[&str]| {
        computed(column).is_some_and(|sql| touched.iter().any(|name| LEXIS.mentions(sql, name)))
    };
    let (touched, mut rest): (Vec<&Column>, Vec<&Column>) =
        diff.before.columns.iter().partition(|column| is_touched(column));
    let mut touched: Vec<&str> = touched.into_iter().map(|column| column.name.as_str()).collect();
    while let Some(at) = rest.iter().position(|column| names(column, &touched)) {
        touched.push(&rest.remove(at).name);
    }
    touched
}

/// An expression of the start as the server leaves it once the columns are renamed.
pub fn renamed_expression(diff: &TableDiff, sql: &str) -> String {
    LEXIS.renamed(sql, &diff.kept_columns, quote)
}

/// Whether an expression of the start names a column that gets another name.
pub fn has_renamed_column(diff: &TableDiff, sql: &str) -> bool {
    let mut renamed = diff.kept_columns.iter().filter(|(before, after)| before != after);
    renamed.any(|(before, _)| LEXIS.mentions(sql, before))
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
    fn new(diff: &TableDiff, flavour: Flavour) -> Self {
        let stays = |c: &&Column| {
            let after = diff.name_after(&c.name).and_then(|name| diff.after.column(name));
            after.is_some_and(|after| matches!(transition(c, after, flavour), Transition::InPlace))
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
