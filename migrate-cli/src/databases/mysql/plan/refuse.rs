//! Changes that would damage what is only seen.

use model_core::schema::{Column, ObjectKind, QualifiedName, SchemaObject, Table};

use super::column;
use crate::databases::mysql::flavour::Flavour;
use crate::diff::{SchemaDiff, TableChange, TableDiff};
use crate::plan::PlanError;

/// Refuses the first change that a view, a trigger or a period would not survive.
pub fn check(diff: &SchemaDiff, flavour: Flavour) -> Result<(), PlanError> {
    for change in &diff.tables {
        match change {
            TableChange::Added(table) => new_period(table)?,
            TableChange::Dropped(table) => {
                table_in_use(diff, &table.name, "be dropped")?;
                triggers_of_dropped_table(diff, table)?;
            }
            TableChange::Renamed(table) | TableChange::Altered(table) => {
                altered(diff, table, flavour)?
            }
        }
    }
    Ok(())
}

fn altered(diff: &SchemaDiff, table: &TableDiff, flavour: Flavour) -> Result<(), PlanError> {
    changed_period(table)?;
    if table.is_renamed() {
        table_in_use(diff, &table.before.name, "be renamed")?;
    }
    for column in column::plans(table, flavour) {
        if let Some(name) = column.renamed() {
            column_in_use(diff, &table.before.name, name, "be renamed")?;
        }
        let dropped = column.replaced().filter(|name| table.name_after(name).is_none());
        if let Some(name) = dropped {
            column_in_use(diff, &table.before.name, name, "be dropped")?;
        }
    }
    Ok(())
}

fn is_period(column: &Column) -> bool {
    column.computed.as_ref().is_some_and(|g| g.expression.starts_with("ROW "))
}

fn new_period(table: &Table) -> Result<(), PlanError> {
    match table.columns.iter().find(|c| is_period(c)) {
        None => Ok(()),
        Some(column) => Err(PlanError::Refused {
            object: format!("column {}.{}", table.name, column.name),
            problem: "is the period of a system-versioned table, which can't be written yet".into(),
            advice: "create this table by hand".into(),
        }),
    }
}

/// A table's other columns can change while its period stays what it is.
fn changed_period(table: &TableDiff) -> Result<(), PlanError> {
    let changed =
        table.columns.iter().flat_map(|change| change.before().into_iter().chain(change.after()));
    match { changed }.find(|c| is_period(c)) {
        None => Ok(()),
        Some(column) => Err(PlanError::Refused {
            object: format!("column {}.{}", table.before.name, column.name),
            problem: "is the period of a system-versioned table, which can't be changed yet".into(),
            advice: "write this migration by hand".into(),
        }),
    }
}

fn table_in_use(diff: &SchemaDiff, table: &QualifiedName, what: &str) -> Result<(), PlanError> {
    // A table's own triggers go along with its name and are told apart when it is dropped.
    let own = |object: &SchemaObject| {
        object.kind == ObjectKind::Trigger && object.table.as_ref() == Some(table)
    };
    match users(diff, table, None).find(|object| !own(object)) {
        None => Ok(()),
        Some(user) => Err(refused(table, None, what, user)),
    }
}

fn column_in_use(
    diff: &SchemaDiff,
    table: &QualifiedName,
    column: &str,
    what: &str,
) -> Result<(), PlanError> {
    match users(diff, table, Some(column)).next() {
        None => Ok(()),
        Some(user) => Err(refused(table, Some(column), what, user)),
    }
}

/// The views and triggers that read a table, or a column of it.
fn users<'a>(
    diff: &'a SchemaDiff,
    table: &'a QualifiedName,
    column: Option<&'a str>,
) -> impl Iterator<Item = &'a SchemaObject> {
    diff.from.objects.iter().filter(move |object| {
        matches!(object.kind, ObjectKind::View | ObjectKind::Trigger)
            && object.references.iter().any(|r| &r.table == table && r.column.as_deref() == column)
    })
}

fn triggers_of_dropped_table(diff: &SchemaDiff, table: &Table) -> Result<(), PlanError> {
    let wanted = |name: &QualifiedName| {
        !diff.to.complete
            || diff.to.objects.iter().any(|o| o.kind == ObjectKind::Trigger && &o.name == name)
    };
    let trigger = diff.from.objects.iter().find(|object| {
        object.kind == ObjectKind::Trigger
            && object.table.as_ref() == Some(&table.name)
            && wanted(&object.name)
    });
    match trigger {
        None => Ok(()),
        Some(trigger) => Err(refused(&table.name, None, "be dropped", trigger)),
    }
}

fn refused(
    table: &QualifiedName,
    column: Option<&str>,
    what: &str,
    user: &SchemaObject,
) -> PlanError {
    let object = match column {
        Some(column) => format!("column {table}.{column}"),
        None => format!("table {table}"),
    };
    let (kind, name) = (user.kind.word(), &user.name);
    PlanError::Refused {
        object,
        problem: format!("can't {what} while the {kind} {name} uses it"),
        advice: format!("drop the {kind} {name} in a migration by hand, and make it again after"),
    }
}
