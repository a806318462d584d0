//! Changes that would break what is only seen: views, triggers, virtual tables, tables outside the scope.

use model_core::schema::{ObjectKind, QualifiedName, SchemaObject};

use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};
use crate::plan::PlanError;

/// The first such change. `rebuilt` are the tables that are made anew, by their names at the start.
pub(super) fn check(diff: &SchemaDiff, rebuilt: &[&TableDiff]) -> Result<(), PlanError> {
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
    for table in rebuilt {
        rebuilt_trigger(diff, table)?;
    }
    Ok(())
}

fn altered(diff: &SchemaDiff, table: &TableDiff) -> Result<(), PlanError> {
    let name = &table.before.name;
    for change in &table.columns {
        if let Change::Dropped(column) = change
            && let Some(other) = naming(diff, name, Some(&column.name)).next()
        {
            return Err(refused(other, name, Some(&column.name), "which would be dropped"));
        }
    }
    // A rename reaches views and triggers, but not the arguments of a virtual table.
    let mut virtual_tables = naming(diff, name, None)
        .filter(|o| matches!(o.kind, ObjectKind::Table | ObjectKind::Dependent));
    if table.is_renamed()
        && let Some(other) = virtual_tables.find(|o| o.kind == ObjectKind::Table)
    {
        return Err(refused(other, name, None, "which would be renamed"));
    }
    for (old, new) in table.kept_columns.iter().filter(|(old, new)| old != new) {
        let mut others = naming(diff, name, Some(old)).filter(|o| o.kind == ObjectKind::Table);
        if let Some(other) = others.next() {
            let _ = new;
            return Err(refused(other, name, Some(old), "which would be renamed"));
        }
    }
    Ok(())
}

/// A rebuild makes the table's triggers again from their text, which a rename in the same go changes.
fn rebuilt_trigger(diff: &SchemaDiff, table: &TableDiff) -> Result<(), PlanError> {
    let name = &table.before.name;
    for trigger in diff.from.objects.iter().filter(|o| o.kind == ObjectKind::Trigger) {
        if trigger.table.as_ref() != Some(name) {
            continue;
        }
        let refuse = |what: String| {
            PlanError::Refused {
            object: format!("trigger {} on table {name}", trigger.name),
            problem: format!(
                "it names {what}, which is renamed while the table has to be made anew for its other changes"
            ),
            advice: "put the rename into a migration of its own, or drop the trigger first and create it \
                     again afterwards, in migrations made by `migrate revision`"
                .to_owned(),
        }
        };
        for renamed in diff.renames.tables.keys().filter(|t| diff.renames.table(t) != **t) {
            if renamed == name || trigger.references.iter().any(|r| &r.table == renamed) {
                return Err(refuse(format!("table {renamed}")));
            }
        }
        for ((of, column), new) in &diff.renames.columns {
            let named = trigger
                .references
                .iter()
                .any(|r| &r.table == of && r.column.as_ref() == Some(column));
            if named && column != new {
                return Err(refuse(format!("column {of}.{column}")));
            }
        }
    }
    Ok(())
}

fn naming<'a>(
    diff: &'a SchemaDiff,
    table: &'a QualifiedName,
    column: Option<&'a str>,
) -> impl Iterator<Item = &'a SchemaObject> {
    diff.from.objects.iter().filter(move |other| {
        let hangs_on = column.is_none() && other.table.as_ref() == Some(table);
        hangs_on
            || other.references.iter().any(|r| {
                r.table.name.eq_ignore_ascii_case(&table.name)
                    && (column.is_none() || r.column.as_deref() == column)
            })
    })
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
        ObjectKind::Table => "virtual table",
        ObjectKind::Dependent => "ignored table",
        kind => kind.word(),
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
