//! What is seen and never written must come out whole: a change that would break it is refused.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, QualifiedName, SchemaObject};

use super::objects::manages;
use super::row_types;
use super::table_plan::{ObjectPlan, TablePlan};
use crate::diff::{SchemaDiff, TableChange};
use crate::plan::PlanError;

fn refused(object: String, problem: String, advice: &str) -> PlanError {
    PlanError::Refused { object, problem, advice: advice.to_owned() }
}

fn title(other: &SchemaObject) -> String {
    match &other.table {
        Some(table) => format!("{} {} on {table}", other.kind.word(), other.name.name),
        None => format!("{} {}", other.kind.word(), other.name),
    }
}

/// Whether an object is only seen: of a kind that is never written, or one that can't be made again.
fn is_only_seen(other: &SchemaObject) -> bool {
    !manages(other.kind) || other.definition.is_none()
}

/// Refuses what would take something along or break it that is only seen.
///
/// `enums` are the enumerations that are dropped or made anew, by their name in the start.
pub fn check(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    enums: &BTreeSet<QualifiedName>,
) -> Result<(), PlanError> {
    for change in &diff.tables {
        if let TableChange::Dropped(table) = change {
            for other in diff.from.objects.iter().filter(|o| is_only_seen(o)) {
                let reads = other.references.iter().any(|r| r.table == table.name);
                if reads || other.table.as_ref() == Some(&table.name) {
                    return Err(refused(
                        title(other),
                        format!("dropping table {} would break it or take it along", table.name),
                        "drop it first, in a migration of your own",
                    ));
                }
            }
        }
    }
    let users = row_types::Users::of(diff);
    for table in tables.values() {
        let name = &table.diff.before.name;
        for column in table.lost_columns() {
            if let Some(other) = reader(diff, name, column) {
                return Err(refused(
                    title(other),
                    format!("dropping column {name}.{column} would break it or take it along"),
                    "drop it first and make it again afterwards, in migrations of your own",
                ));
            }
        }
        for column in &table.retyped {
            if let Some(other) = reader(diff, name, column) {
                return Err(refused(
                    title(other),
                    format!("it reads column {name}.{column}, whose type can't change below it"),
                    "drop it first and make it again afterwards, in migrations of your own",
                ));
            }
        }
        keys_led_to(diff, table)?;
        row_types::check(diff, &users, tables, table)?;
    }
    for name in enums {
        let other =
            diff.from.objects.iter().filter(|o| is_only_seen(o)).find(|other| {
                other.references.iter().any(|r| r.table == *name && r.column.is_none())
            });
        if let Some(other) = other {
            return Err(refused(
                title(other),
                format!("it holds on to enum {name}, which is dropped or made anew"),
                "drop it first and make it again afterwards, in migrations of your own",
            ));
        }
    }
    Ok(())
}

/// A key that goes, or is made anew, under a foreign key of a table that is only seen.
fn keys_led_to(diff: &SchemaDiff, table: &TablePlan) -> Result<(), PlanError> {
    let name = &table.diff.before.name;
    let primary = table.primary_key.iter().filter_map(ObjectPlan::dropped);
    let primary = primary.map(|k| (k.name.clone(), k.columns.clone()));
    let unique = table.uniques.iter().filter_map(ObjectPlan::dropped);
    let unique = unique.map(|u| (u.name.clone(), u.columns.clone()));
    for (key, columns) in primary.chain(unique) {
        let leads = |other: &&SchemaObject| {
            other.kind == ObjectKind::Table
                && columns.iter().all(|column| {
                    other
                        .references
                        .iter()
                        .any(|r| r.table == *name && r.column.as_ref() == Some(&column.name))
                })
        };
        if let Some(other) = diff.from.objects.iter().find(leads) {
            return Err(refused(
                title(other),
                format!(
                    "its foreign key leads to {} of {name}, which is dropped or made anew",
                    key.unwrap_or_default()
                ),
                "drop that foreign key first and make it again afterwards, in migrations of your own",
            ));
        }
    }
    Ok(())
}

fn reader<'a>(
    diff: &'a SchemaDiff,
    table: &QualifiedName,
    column: &str,
) -> Option<&'a SchemaObject> {
    diff.from.objects.iter().filter(|o| is_only_seen(o)).find(|other| {
        other.references.iter().any(|r| r.table == *table && r.column.as_deref() == Some(column))
    })
}
