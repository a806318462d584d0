//! Compares what the models would say with what was read, and changes the models until both are the same.

use model_core::schema::Schema;

use super::default::defaults;
use super::model::{Model, Models};
use super::{logical, read};
use crate::compare;
use crate::config::Names;
use crate::database::Connection;
use crate::dialect::{Dialect, SchemaError};
use crate::diff::{self, Aspects, Change, Object, Renames, SchemaDiff, TableChange, TableDiff};

/// A column has a handful of ways to be said.
const ROUNDS: usize = 12;

/// Takes the next way to say each thing that differs, and leaves to the database what none is left for.
pub fn fit(
    models: &mut Models,
    schema: &Schema,
    dialect: &dyn Dialect,
    connection: &mut Box<dyn Connection>,
) -> Result<(), SchemaError> {
    for round in 0.. {
        read::name_types(models, schema);
        read::name_constraints(models);
        let differences = match compare(models, schema, dialect, connection, Names::Keep) {
            Ok(differences) => differences,
            Err(error) if round < ROUNDS => match blame(models, &error, dialect) {
                true => continue,
                false => return Err(error),
            },
            Err(error) => return Err(error),
        };
        let mut any = false;
        for table in differences.kept_tables() {
            let model = models.models.iter_mut().find(|m| m.table.name == table.before.name);
            if let Some(model) = model {
                any |= adjust(model, table, dialect);
            }
        }
        if !any || round >= ROUNDS {
            for table in differences.kept_tables() {
                let model = models.models.iter_mut().find(|m| m.table.name == table.before.name);
                if let Some(model) = model {
                    model.notes.extend(remaining(table));
                }
            }
            break;
        }
    }
    read::name_generated(models);
    Ok(())
}

/// What differs between the database and what the models say.
pub fn compare(
    models: &Models,
    schema: &Schema,
    dialect: &dyn Dialect,
    connection: &mut Box<dyn Connection>,
    names: Names,
) -> Result<SchemaDiff, SchemaError> {
    let lowered = dialect.lower(logical::logical(models))?;
    let desired = compare::in_words_of(dialect, lowered, schema, Some(connection), names)?;
    let desired = dialect.respell(connection.as_mut(), schema, desired)?;
    Ok(diff::diff(schema, &desired, &Renames::default(), dialect.equivalence()))
}

/// A way that the database can't have at all: the next one of that column is taken.
fn blame(models: &mut Models, error: &SchemaError, dialect: &dyn Dialect) -> bool {
    let SchemaError::Unsupported { object, .. } = error else { return false };
    for model in &mut models.models {
        let name = model.table.name.clone();
        let is_table = *object == format!("table {name}");
        // Where the server tells only the table, what is more than a plain type is tried otherwise first.
        let is_special = |model: &Model, at: usize| !model.fields[at].ty().implies.is_empty();
        let has_special = (0..model.fields.len()).any(|at| is_special(model, at));
        let mut any = false;
        for at in 0..model.fields.len() {
            let column = format!("column {name}.{}", model.fields[at].column.name);
            let is_meant = is_table && (!has_special || is_special(model, at));
            if *object == column || is_meant {
                any |= next_type(model, at, dialect);
            }
        }
        if any {
            return true;
        }
    }
    false
}

fn next_type(model: &mut Model, at: usize, dialect: &dyn Dialect) -> bool {
    let field = &mut model.fields[at];
    if field.chosen + 1 >= field.types.len() {
        return false;
    }
    let implied = field.ty().implies.clone();
    field.chosen += 1;
    let sql = field.column.default.as_ref().and_then(|default| default.sql());
    let lexis = &dialect.session().lexis;
    field.defaults = sql.map(|sql| defaults(sql, field.ty(), lexis)).unwrap_or_default();
    field.chosen_default = 0;
    // What the type said before is said by a check again.
    let checks = model.table.checks.iter().filter(|check| implied.contains(&check.expression));
    model.checks.extend(checks.cloned().map(read::unnamed));
    true
}

/// Changes a model for what differs; whether there was a way to.
fn adjust(model: &mut Model, table: &TableDiff, dialect: &dyn Dialect) -> bool {
    let mut any = false;
    for (before, _, aspects) in table.columns.iter().filter_map(Change::kept) {
        let Some(at) = model.fields.iter().position(|f| f.column.name == before.name) else {
            continue;
        };
        if aspects.ty {
            any |= next_type(model, at, dialect);
        } else if aspects.default {
            let field = &mut model.fields[at];
            if field.chosen_default + 1 < field.defaults.len() {
                field.chosen_default += 1;
                any = true;
            }
        }
    }
    any |= differing(&table.uniques, |unique| {
        let label = diff::unique_label(unique);
        let before = model.uniques.len();
        model.uniques.retain(|own| own.object != *unique);
        model.left(&label, before > model.uniques.len())
    });
    any |= differing(&table.foreign_keys, |key| {
        let label = diff::foreign_key_label(key);
        let before = model.keys.len();
        model.keys.retain(|own| own.object != *key);
        model.left(&label, before > model.keys.len())
    });
    any |= differing(&table.checks, |check| {
        let label = diff::check_label(check);
        let before = model.checks.len();
        model.checks.retain(|own| own.object != *check);
        model.left(&label, before > model.checks.len())
    });
    any |= differing(&table.exclusions, |exclusion| {
        let label = exclusion.name.clone();
        let before = model.exclusions.len();
        model.exclusions.retain(|own| own.object != *exclusion);
        model.left(&label, before > model.exclusions.len())
    });
    any |= differing(&table.indexes, |index| {
        let label = index.name.clone();
        let before = model.indexes.len() + model.uniques.len();
        model.indexes.retain(|own| own.object != *index);
        model.uniques.retain(|own| own.object.name.as_ref() != Some(&index.name));
        model.left(&label, before > model.indexes.len() + model.uniques.len())
    });
    any
}

/// Calls `leave` for each that is there and that the models say in another way or not at all.
fn differing<T: Object>(changes: &[Change<T>], mut leave: impl FnMut(&T) -> bool) -> bool {
    let mut any = false;
    for object in changes.iter().filter_map(Change::before) {
        any |= leave(object);
    }
    any
}

/// What is left that no way was found for, in words.
fn remaining(table: &TableDiff) -> Vec<String> {
    let mut notes = Vec::new();
    for (before, _, aspects) in table.columns.iter().filter_map(Change::kept) {
        let words = aspects.words().join(", ");
        notes.push(format!("the model can't say all of the column {}: {words}", before.name));
    }
    if let Some((_, _, aspects)) = table.primary_key.as_ref().and_then(Change::kept) {
        notes.push(format!(
            "the model can't say all of the primary key: {}",
            aspects.words().join(", ")
        ));
    }
    let aspects = table.aspects;
    for (differs, word) in [
        (aspects.options, "options"),
        (aspects.comment, "comment"),
        (aspects.partitioning, "partitions"),
        (aspects.parents || aspects.attached, "tables above it"),
    ] {
        if differs {
            notes.push(format!("the model can't say all of the table: its {word}"));
        }
    }
    notes
}

/// How many constraints and indexes the models have another name for, and in how many tables.
pub fn count_names(differences: &SchemaDiff) -> (usize, usize) {
    let renamed = |change: &TableChange| {
        let Some(table) = change.kept() else { return 0 };
        let key = table.primary_key.iter().filter(|change| is_renamed(change)).count();
        key + count(&table.uniques)
            + count(&table.foreign_keys)
            + count(&table.checks)
            + count(&table.exclusions)
            + count(&table.indexes)
    };
    let all: Vec<usize> = differences.tables.iter().map(renamed).collect();
    (all.iter().sum(), all.iter().filter(|count| **count > 0).count())
}

fn count<T: Object>(changes: &[Change<T>]) -> usize {
    changes.iter().filter(|change| is_renamed(change)).count()
}

fn is_renamed<T: Object>(change: &Change<T>) -> bool {
    matches!(change, Change::Renamed { .. } | Change::Added(_) | Change::Altered { .. })
}
