//! Changes that would damage what is only seen.

use model_core::schema::{Column, ObjectKind, QualifiedName, SchemaObject, Table};

use super::table::TablePlan;
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};
use crate::plan::PlanError;

/// Refuses the first change that a view, a trigger or a period would not survive.
pub fn check(diff: &SchemaDiff) -> Result<(), PlanError> {
    for change in &diff.tables {
        match change {
            TableChange::Added(table) => period_columns(table)?,
            TableChange::Dropped(table) => {
                others(diff, &table.name, None, "be dropped")?;
                triggers_of_dropped(diff, table)?;
            }
            TableChange::Renamed(table) | TableChange::Altered(table) => altered(diff, table)?,
        }
    }
    Ok(())
}

fn altered(diff: &SchemaDiff, table: &TableDiff) -> Result<(), PlanError> {
    period_of_system_time(table)?;
    if table.is_renamed() {
        others(diff, &table.before.name, None, "be renamed")?;
    }
    let work = TablePlan::new(table);
    for column in &work.columns {
        if let Some(name) = column.renamed() {
            others(diff, &table.before.name, Some(name), "be renamed")?;
        }
        let dropped = column.replaced().filter(|name| table.name_after(name).is_none());
        if let Some(name) = dropped {
            others(diff, &table.before.name, Some(name), "be dropped")?;
        }
    }
    Ok(())
}

fn is_period(column: &Column) -> bool {
    column.computed.as_ref().is_some_and(|g| g.expression.starts_with("ROW "))
}

fn period_columns(table: &Table) -> Result<(), PlanError> {
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
fn period_of_system_time(table: &TableDiff) -> Result<(), PlanError> {
    let changed = table.columns.iter().flat_map(|change| match change {
        Change::Added(column) | Change::Dropped(column) => vec![column],
        Change::Renamed { before, after } | Change::Altered { before, after, .. } => {
            vec![before, after]
        }
    });
    match changed.into_iter().find(|c| is_period(c)) {
        None => Ok(()),
        Some(column) => Err(PlanError::Refused {
            object: format!("column {}.{}", table.before.name, column.name),
            problem: "is the period of a system-versioned table, which can't be changed yet".into(),
            advice: "write this migration by hand".into(),
        }),
    }
}

fn others(
    diff: &SchemaDiff,
    table: &QualifiedName,
    column: Option<&str>,
    what: &str,
) -> Result<(), PlanError> {
    let concerned = diff.from.objects.iter().find(|other| {
        let hangs_on = other.table.as_ref() == Some(table);
        let reads = |name: Option<&str>| {
            other.references.iter().any(|r| &r.table == table && r.column.as_deref() == name)
        };
        match other.kind {
            ObjectKind::View => reads(column),
            // A table's own triggers go along with its name and are told apart when it is dropped.
            ObjectKind::Trigger => reads(column) && (column.is_some() || !hangs_on),
            _ => false,
        }
    });
    match concerned {
        None => Ok(()),
        Some(other) => Err(refused(table, column, what, other)),
    }
}

fn triggers_of_dropped(diff: &SchemaDiff, table: &Table) -> Result<(), PlanError> {
    let wanted = |name: &QualifiedName| {
        !diff.to.complete
            || diff.to.objects.iter().any(|o| o.kind == ObjectKind::Trigger && &o.name == name)
    };
    let trigger = diff.from.objects.iter().find(|other| {
        other.kind == ObjectKind::Trigger
            && other.table.as_ref() == Some(&table.name)
            && wanted(&other.name)
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
    other: &SchemaObject,
) -> PlanError {
    let object = match column {
        Some(column) => format!("column {table}.{column}"),
        None => format!("table {table}"),
    };
    let (kind, name) = (other.kind.word(), &other.name);
    PlanError::Refused {
        object,
        problem: format!("can't {what} while the {kind} {name} uses it"),
        advice: format!("drop the {kind} {name} in a migration by hand, and make it again after"),
    }
}
