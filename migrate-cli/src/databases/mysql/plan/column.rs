//! What has to be done to a table's columns. A column that is changed is restated whole, so
//! everything that it has goes along: its check, its character set, its comment.

use model_core::schema::{Column, DefaultValue, Identity, Table};

use crate::databases::mysql::render::quote;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::{has_charset, is_impossible};
use crate::diff::{Change, ColumnAspects, TableDiff};

/// One column's part of the work.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnWork {
    /// It is new.
    Add(Column),
    /// It goes.
    Drop(String),
    /// Only its name changes.
    Rename { from: String, to: String },
    /// It is restated.
    Change(Box<ColumnEdit>),
    /// It is dropped and added, since the server can't change it: a column that is computed when
    /// read has no values to lose, and any other is checked to have none where `holds_values`.
    Recreate { from: String, to: Column, holds_values: bool },
    /// It was computed when read and is to hold values of its own from now on: a column beside it
    /// takes them over.
    Materialize { from: String, beside: Box<Column>, to: Box<Column> },
}

/// A restated column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnEdit {
    /// As it is.
    pub before: Column,
    /// As it will be.
    pub after: Column,
    /// Values may not fit: type, NULL or character set change.
    pub converts: bool,
    /// It will count up and did not before.
    pub starts_counting: bool,
}

impl ColumnWork {
    /// The column of the start that is no longer what it was to keys, indexes and checks.
    pub fn replaced(&self) -> Option<&str> {
        match self {
            Self::Drop(name) => Some(name),
            Self::Recreate { from, .. } | Self::Materialize { from, .. } => Some(from),
            _ => None,
        }
    }

    /// The column of the start whose foreign keys the server does not keep up through this.
    pub fn disturbed(&self) -> Option<&str> {
        match self {
            Self::Change(edit) if edit.converts || edit.starts_counting => Some(&edit.before.name),
            _ => self.replaced(),
        }
    }

    /// The old name of a column that gets another.
    pub fn renamed(&self) -> Option<&str> {
        match self {
            Self::Rename { from, .. } => Some(from),
            Self::Change(edit) if edit.before.name != edit.after.name => Some(&edit.before.name),
            _ => None,
        }
    }
}

/// The work on all columns: drops first, then the rest in the target's order.
pub fn work(diff: &TableDiff) -> Vec<ColumnWork> {
    let mut work: Vec<ColumnWork> = Vec::new();
    for change in &diff.columns {
        if let Change::Dropped(column) = change {
            work.push(ColumnWork::Drop(column.name.clone()));
        }
    }
    let mut place = Place::new(diff);
    for (index, after) in diff.after.columns.iter().enumerate() {
        let mut stated = with_check(&diff.after, after);
        let before = diff.name_before(&after.name).and_then(|name| diff.before.column(name));
        let Some(before) = before else {
            place.put(&diff.after, index, &mut stated);
            work.push(ColumnWork::Add(stated));
            continue;
        };
        match way(before, after) {
            Way::Modify => work.extend(modify(diff, before, stated)),
            Way::Recreate => {
                place.put(&diff.after, index, &mut stated);
                work.push(ColumnWork::Recreate {
                    from: before.name.clone(),
                    to: stated,
                    holds_values: before.computed.is_none(),
                });
            }
            Way::Materialize => {
                let mut beside = Column { nullable: true, ..after.clone() };
                beside.name = free_name(diff, &after.name);
                beside.identity = Identity::None;
                place.put(&diff.after, index, &mut stated);
                work.push(ColumnWork::Materialize {
                    from: before.name.clone(),
                    beside: Box::new(beside),
                    to: Box::new(stated),
                });
            }
        }
    }
    work
}

enum Way {
    Modify,
    Recreate,
    Materialize,
}

/// The server changes a stored column into a plain one and back, and a virtual one into nothing.
fn way(before: &Column, after: &Column) -> Way {
    let is_virtual = |c: &Column| c.computed.as_ref().is_some_and(|g| !g.stored);
    if has_no_way(before, after) {
        return Way::Recreate;
    }
    match (is_virtual(before), is_virtual(after)) {
        (true, false) if after.computed.is_none() => Way::Materialize,
        (true, false) | (false, true) => Way::Recreate,
        _ => Way::Modify,
    }
}

/// Whether no value of the one type is one of the other, and the server does not change the type
/// even of an empty column.
fn has_no_way(before: &Column, after: &Column) -> bool {
    match (before.ty.native(), after.ty.native()) {
        (Some(before), Some(after)) => is_impossible(before, after),
        _ => false,
    }
}

fn modify(diff: &TableDiff, before: &Column, stated: Column) -> Option<ColumnWork> {
    let aspects = aspects(diff, &stated.name);
    let converts = aspects.ty
        || aspects.nullable
        || aspects.computed
        || collation(&diff.before, before) != collation(&diff.after, &stated);
    let renamed = |sql: &str| renamed_expression(diff, sql);
    let expression = |column: &Column| match &column.default {
        Some(DefaultValue::Sql(sql)) => Some(sql.clone()),
        _ => None,
    };
    // What the server makes of expressions where columns are renamed may not be what is wanted.
    let rewritten = expression(before).map(|sql| renamed(&sql)) != expression(&stated)
        || before.computed.as_ref().map(|g| renamed(&g.expression))
            != stated.computed.as_ref().map(|g| g.expression.clone())
        || check_of(&diff.before, &before.name).map(renamed)
            != stated.options.get("check").cloned();
    let restated = converts
        || rewritten
        || aspects.default
        || aspects.identity
        || aspects.on_update
        || aspects.comment
        || aspects.options
        // RENAME COLUMN leaves the column's own check under the old name.
        || (before.name != stated.name && stated.options.contains_key("check"));
    if restated {
        let counts = |c: &Column| c.identity == Identity::AutoIncrement;
        return Some(ColumnWork::Change(Box::new(ColumnEdit {
            starts_counting: counts(&stated) && !counts(before),
            before: before.clone(),
            after: stated,
            converts,
        })));
    }
    (before.name != stated.name)
        .then(|| ColumnWork::Rename { from: before.name.clone(), to: stated.name })
}

fn aspects(diff: &TableDiff, name: &str) -> ColumnAspects {
    diff.columns
        .iter()
        .find_map(|change| match change {
            Change::Altered { after, aspects, .. } if after.name == name => Some(*aspects),
            _ => None,
        })
        .unwrap_or_default()
}

/// An expression of the start as the server leaves it once the columns are renamed.
pub fn renamed_expression(diff: &TableDiff, sql: &str) -> String {
    LEXIS.renamed(sql, &diff.kept_columns, quote)
}

/// The collation that a column of text really has.
fn collation<'a>(table: &'a Table, column: &'a Column) -> Option<&'a str> {
    if !column.ty.native().is_some_and(has_charset) {
        return None;
    }
    column.collation.as_deref().or_else(|| table.options.get("collation").map(String::as_str))
}

fn check_of<'a>(table: &'a Table, column: &str) -> Option<&'a str> {
    table.checks.iter().find(|c| c.column.as_deref() == Some(column)).map(|c| c.expression.as_str())
}

/// The column with its own check, which goes along when it is restated.
pub fn with_check(table: &Table, column: &Column) -> Column {
    let mut column = column.clone();
    if let Some(check) = check_of(table, &column.name) {
        column.options.insert("check".to_owned(), check.to_owned());
    }
    column
}

/// A name for a column that is there for a moment only.
fn free_name(diff: &TableDiff, wanted: &str) -> String {
    let taken =
        |name: &str| diff.before.column(name).is_some() || diff.after.column(name).is_some();
    let stem: String = wanted.chars().take(50).collect();
    let mut name = format!("{stem}_values");
    let mut count = 1;
    while taken(&name) {
        count += 1;
        name = format!("{stem}_values_{count}");
    }
    name
}

/// Where new columns go, so that the table ends up in the target's order as far as that is free.
struct Place {
    /// The column that is the table's last, by its name in the target.
    last: Option<String>,
}

impl Place {
    fn new(diff: &TableDiff) -> Self {
        let stays = |c: &&Column| {
            let after = diff.name_after(&c.name).and_then(|name| diff.after.column(name));
            after.is_some_and(|after| matches!(way(c, after), Way::Modify))
        };
        let last = diff.before.columns.iter().rev().find(stays);
        Self { last: last.and_then(|c| diff.name_after(&c.name)).map(str::to_owned) }
    }

    fn put(&mut self, table: &Table, index: usize, column: &mut Column) {
        let previous = index.checked_sub(1).and_then(|i| table.columns.get(i)).map(|c| &c.name);
        if previous == self.last.as_ref() {
            self.last = Some(column.name.clone());
            return;
        }
        match previous {
            Some(name) => column.options.insert("after".to_owned(), name.clone()),
            None => column.options.insert("first".to_owned(), "1".to_owned()),
        };
    }
}
