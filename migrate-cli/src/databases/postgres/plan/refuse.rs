//! What is seen and never written must come out whole: a change that would break it is refused.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, QualifiedName, SchemaObject};

use super::objects::{is_below_tables, manages};
use super::rebuilds::is_type;
use super::row_types;
use super::table_plan::{ObjectPlan, TablePlan};
use crate::databases::postgres::words;
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
    unknown_names(diff)?;
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
    for table in tables.values() {
        let name = &table.diff.before.name;
        for column in table.lost_columns() {
            if let Some(other) = reader(diff, name, column, |_| true) {
                return Err(refused(
                    title(other),
                    format!("dropping column {name}.{column} would break it or take it along"),
                    "drop it first and make it again afterwards, in migrations of your own",
                ));
            }
        }
        for column in &table.retyped {
            // Statistics are the server's to bring up to date.
            let binds = |other: &SchemaObject| other.kind != ObjectKind::Statistics;
            if let Some(other) = reader(diff, name, column, binds) {
                return Err(refused(
                    title(other),
                    format!("it reads column {name}.{column}, whose type can't change below it"),
                    "drop it first and make it again afterwards, in migrations of your own",
                ));
            }
        }
        keys_led_to(diff, table)?;
        row_types::check(diff, tables, table)?;
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
    binds: impl Fn(&SchemaObject) -> bool,
) -> Option<&'a SchemaObject> {
    diff.from.objects.iter().filter(|o| is_only_seen(o) && binds(o)).find(|other| {
        other.references.iter().any(|r| r.table == *table && r.column.as_deref() == Some(column))
    })
}

/// A column of a domain, or a default of a function, that the start does not have can't be made.
fn unknown_names(diff: &SchemaDiff) -> Result<(), PlanError> {
    let missing: Vec<&SchemaObject> = diff
        .to
        .objects
        .iter()
        .filter(|o| is_below_tables(o.kind) && o.definition.is_none())
        .filter(|o| !diff.from.objects.iter().any(|f| f.kind == o.kind && f.name == o.name))
        .collect();
    if missing.is_empty() {
        return Ok(());
    }
    let of_function = |o: &&&SchemaObject| o.kind == ObjectKind::Function;
    for table in &diff.to.tables {
        for column in &table.columns {
            let native = column.ty.native().unwrap_or_default();
            let ty = missing.iter().filter(|o| !of_function(o)).find(|o| is_type(native, &o.name));
            let mut texts: Vec<&str> = Vec::new();
            texts.extend(column.default.as_ref().and_then(|d| d.sql()));
            texts.extend(column.computed.as_ref().map(|g| g.expression.as_str()));
            let function = missing.iter().filter(of_function).find(|o| {
                texts
                    .iter()
                    .any(|t| words::words(t).iter().any(|w| w.called && w.name == o.name.name))
            });
            if let Some(other) = ty.or(function) {
                return Err(absent(
                    other,
                    format!("column {}.{} needs it", table.name, column.name),
                ));
            }
        }
        let checks = table.checks.iter().map(|c| (c.name.clone(), c.expression.as_str()));
        let rules = table.exclusions.iter().map(|e| (Some(e.name.clone()), e.definition.as_str()));
        let predicates = table
            .indexes
            .iter()
            .filter_map(|i| Some((Some(i.name.clone()), i.predicate.as_deref()?)));
        for (constraint, text) in checks.chain(rules).chain(predicates) {
            let called = |o: &&&SchemaObject| {
                words::words(text).iter().any(|w| w.called && w.name == o.name.name)
            };
            if let Some(other) = missing.iter().filter(of_function).find(called) {
                let constraint = constraint.unwrap_or_default();
                return Err(absent(other, format!("{constraint} on {} needs it", table.name)));
            }
        }
    }
    Ok(())
}

fn absent(other: &SchemaObject, why: String) -> PlanError {
    refused(
        title(other),
        format!("it is not there yet, and {why}"),
        "make it first, in a migration of your own",
    )
}
