//! Changes that would break what is only seen: virtual tables, tables outside the scope.

use model_core::schema::{ObjectKind, QualifiedName, SchemaObject};

use super::objects::{Rows, rows};
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};
use crate::plan::PlanError;

/// The first such change.
pub(super) fn check(diff: &SchemaDiff) -> Result<(), PlanError> {
    for change in &diff.objects {
        if let Change::Altered { before, .. } = change
            && before.kind == ObjectKind::Table
            && !is_made_again(change)
        {
            return Err(PlanError::Refused {
                object: format!("virtual table {}", before.name),
                problem: "it has to be made anew, and its rows can't be had from it for that"
                    .to_owned(),
                advice: "write that step by hand in a migration of your own, so that its rows are \
                         carried over"
                    .to_owned(),
            });
        }
    }
    for change in &diff.tables {
        match change {
            TableChange::Added(_) => {}
            TableChange::Dropped(table) => {
                if let Some(other) = naming(diff, &table.name, None).next() {
                    return Err(refused(other, &table.name, None, "which would be dropped"));
                }
            }
            TableChange::Renamed(table) | TableChange::Altered(table) => altered(diff, table)?,
        }
    }
    Ok(())
}

/// The arguments of a virtual table are text: no rename reaches them.
fn altered(diff: &SchemaDiff, table: &TableDiff) -> Result<(), PlanError> {
    let name = &table.before.name;
    for column in table.before.columns.iter().map(|c| c.name.as_str()) {
        let outcome = match table.name_after(column) {
            None => "which would be dropped",
            Some(after) if after != column => "which would be renamed",
            Some(_) => continue,
        };
        if let Some(other) = virtual_table(diff, name, Some(column)) {
            return Err(refused(other, name, Some(column), outcome));
        }
    }
    match virtual_table(diff, name, None) {
        Some(other) if table.is_renamed() => {
            Err(refused(other, name, None, "which would be renamed"))
        }
        _ => Ok(()),
    }
}

fn virtual_table<'a>(
    diff: &'a SchemaDiff,
    table: &'a QualifiedName,
    column: Option<&'a str>,
) -> Option<&'a SchemaObject> {
    naming(diff, table, column).find(|o| o.kind == ObjectKind::Table)
}

fn naming<'a>(
    diff: &'a SchemaDiff,
    table: &'a QualifiedName,
    column: Option<&'a str>,
) -> impl Iterator<Item = &'a SchemaObject> {
    let gone = |o: &SchemaObject| {
        let mut changes = diff.objects.iter().filter(|c| is_made_again(c));
        changes.any(|c| c.before().is_some_and(|b| b.object_name() == o.object_name()))
    };
    let seen = move |o: &&SchemaObject| {
        matches!(o.kind, ObjectKind::Table | ObjectKind::Dependent) && !gone(o)
    };
    diff.from.objects.iter().filter(seen).filter(move |other| {
        other.references.iter().any(|r| {
            r.table.name.eq_ignore_ascii_case(&table.name)
                && (column.is_none() || r.column.as_deref() == column)
        })
    })
}

/// Whether a virtual table goes before the tables change, and comes back with its rows if it does.
fn is_made_again(change: &Change<SchemaObject>) -> bool {
    match change {
        Change::Dropped(_) => true,
        Change::Altered { before, after, .. } => rows(before, after) != Rows::Lost,
        Change::Added(_) | Change::Renamed { .. } => false,
    }
}

fn refused(
    other: &SchemaObject,
    table: &QualifiedName,
    column: Option<&str>,
    outcome: &str,
) -> PlanError {
    let subject = match column {
        Some(column) => format!("column {table}.{column}"),
        None => format!("table {table}"),
    };
    let kind = match other.kind {
        ObjectKind::Dependent => "ignored table",
        _ => "virtual table",
    };
    PlanError::Refused {
        object: format!("{kind} {}", other.name),
        problem: format!("it names {subject}, {outcome}"),
        advice: format!(
            "drop or change the {kind} first, in a migration made by `migrate revision`, and create it again \
             afterwards"
        ),
    }
}
