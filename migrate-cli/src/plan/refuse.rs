//! Tables that are something else on the other side.

use model_core::schema::{ObjectKind, SchemaObject};

use super::PlanError;
use crate::diff::{Change, SchemaDiff, TableChange};

/// Refuses a table that the other side has under its name as a view, or as a table that is only
/// seen: partitioned, inherited, virtual. Neither is written, so the one can't become the other,
/// nor go for its sake.
pub fn check(diff: &SchemaDiff) -> Result<(), PlanError> {
    let relation = |other: &&SchemaObject| other.kind.is_view() || other.kind == ObjectKind::Table;
    for change in &diff.tables {
        let (table, there, problem) = match change {
            TableChange::Added(table) => {
                (table, &diff.from, "it stands where a table is to be made")
            }
            TableChange::Dropped(table) if diff.to.complete => (
                table,
                &diff.to,
                "it is to stand where a table is now, which would go with its rows",
            ),
            _ => continue,
        };
        let changes = |o: &&SchemaObject| {
            diff.objects.iter().any(|change| match change {
                Change::Added(other) | Change::Dropped(other) => {
                    other.object_name() == o.object_name()
                }
                Change::Renamed { .. } | Change::Altered { .. } => false,
            })
        };
        let mut others = there.objects.iter().filter(relation).filter(|o| !changes(o));
        if let Some(other) = others.find(|o| o.name == table.name) {
            return Err(PlanError::Refused {
                object: format!("{} {}", other.kind.word(), other.name),
                problem: problem.to_owned(),
                advice: "write that step by hand in a migration of your own, so that its rows are \
                         carried over"
                    .to_owned(),
            });
        }
    }
    Ok(())
}
