//! The statements of one table: as few as the server takes.

use model_core::schema::{ForeignKey, Index};
use nonempty::NonEmpty;

use super::column::{ColumnPlan, Materialization, Restatement};
use super::guard::guard;
use super::table::TablePlan;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::{Clause, ColumnDefinition, Place, Rows, Statement, Value};
use crate::dialect::Fills;
use crate::diff::TableDiff;

/// The foreign keys that a table's own statement carries along, because nothing else waits for them.
pub struct CarriedKeys<'a> {
    /// Foreign keys to drop.
    pub drops: &'a [ForeignKey],
    /// Foreign keys to add.
    pub adds: &'a [ForeignKey],
    /// Indexes to state again.
    pub restated: Vec<Index>,
}

/// The statements of one table, between the foreign keys that go first and those that come last.
pub fn statements(
    diff: &TableDiff,
    plan: &TablePlan,
    fills: &Fills,
    keys: &CarriedKeys<'_>,
) -> Vec<Statement> {
    let table = &diff.after.name;
    let fill = |column: &str| fills.get(&(table.clone(), column.to_owned()));
    let mut statements = filled_columns(diff, plan, &fill);
    let mut clauses: Vec<Clause> = Vec::new();
    clauses.extend(guard(diff, plan, fills).map(|guard| Clause::DropCheck(guard.name)));
    clauses.extend(keys.drops.iter().filter_map(|k| k.name.clone()).map(Clause::DropForeignKey));
    clauses.extend(plan.drop_checks.iter().cloned().map(Clause::DropCheck));
    clauses.extend(plan.drop_indexes.iter().cloned().map(Clause::DropIndex));
    clauses.extend(keys.restated.iter().map(|i| Clause::DropIndex(i.name.clone())));
    clauses.extend(plan.drop_key.as_ref().map(|_| Clause::DropPrimaryKey));
    let replaced = plan.columns.iter().filter_map(ColumnPlan::replaced);
    clauses.extend(replaced.map(str::to_owned).map(Clause::DropColumn));
    clauses.extend(plan.columns.iter().filter_map(|column| column_clause(column, &fill)));
    let renames = plan.rename_indexes.iter().cloned();
    clauses.extend(renames.map(|(from, to)| Clause::RenameIndex { from, to }));
    clauses.extend(plan.add_key.iter().cloned().map(Clause::AddPrimaryKey));
    clauses.extend(plan.add_indexes.iter().cloned().map(Clause::AddIndex));
    clauses.extend(keys.restated.iter().cloned().map(Clause::AddIndex));
    clauses.extend(plan.add_checks.iter().cloned().map(Clause::AddCheck));
    clauses.extend(keys.adds.iter().cloned().map(Clause::AddForeignKey));
    clauses.extend(plan.settings.iter().cloned());
    statements.extend(Statement::alter(table, clauses));
    statements
}

/// Columns that need values from statements of their own are made and filled first.
fn filled_columns<'a>(
    diff: &TableDiff,
    plan: &TablePlan,
    fill: &impl Fn(&str) -> Option<&'a String>,
) -> Vec<Statement> {
    let table = &diff.after.name;
    let mut added = Vec::new();
    let mut assignments = Vec::new();
    for column in &plan.columns {
        match column {
            ColumnPlan::Add { definition, place } => {
                let name = &definition.column.name;
                let Some(value) = fill(name) else { continue };
                let place = place.clone();
                if takes_constant(definition, value) {
                    let column = definition.with_default(value);
                    added.push(Clause::AddColumn { column, place });
                } else {
                    let column = definition.without_value();
                    added.push(Clause::AddColumn { column, place });
                    assignments.push((name.clone(), Value::Given(value.clone())));
                }
            }
            ColumnPlan::Materialize(column) => {
                let Materialization { from, beside, .. } = column.as_ref();
                let (column, place) = (beside.clone(), Place::Last);
                added.push(Clause::AddColumn { column, place });
                assignments.push((beside.column.name.clone(), Value::Of(from.clone())));
            }
            _ => {}
        }
    }
    let mut statements: Vec<Statement> = Statement::alter(table, added).into_iter().collect();
    let update = |mut assignments: NonEmpty<(String, Value)>, rows| {
        // What is not assigned would be set to the time of the migration.
        let own_time = diff.before.columns.iter().filter(|c| c.on_update.is_some());
        assignments.extend(own_time.map(|c| (c.name.clone(), Value::Of(c.name.clone()))));
        Statement::Update { table: table.clone(), assignments, rows }
    };
    statements.extend(NonEmpty::from_vec(assignments).map(|all| update(all, None)));
    for column in &plan.columns {
        let ColumnPlan::Restate(column) = column else { continue };
        let Restatement { before, after, .. } = column.as_ref();
        let becomes_required = before.nullable && !after.column.nullable;
        if let Some(value) = fill(&after.column.name).filter(|_| becomes_required) {
            let assignment = (before.name.clone(), Value::Given(value.clone()));
            let rows = Rows::WithNull(before.name.clone());
            statements.push(update(NonEmpty::new(assignment), Some(rows)));
        }
    }
    statements
}

/// Whether the rows that are there can get a value by the default of a moment: no row is written by an
/// `UPDATE` then, which would fire triggers. The large types take no literal for a default on MySQL.
fn takes_constant(definition: &ColumnDefinition, value: &str) -> bool {
    let native = definition.column.ty.native().unwrap_or_default().to_ascii_lowercase();
    let large = ["text", "blob", "json", "geometry", "point", "linestring", "polygon", "vector"];
    !large.iter().any(|ty| native.contains(ty)) && LEXIS.is_constant(value)
}

fn column_clause<'a>(
    column: &ColumnPlan,
    fill: &impl Fn(&str) -> Option<&'a String>,
) -> Option<Clause> {
    Some(match column.clone() {
        ColumnPlan::Drop(_) => return None,
        ColumnPlan::Rename { from, to } => Clause::RenameColumn { from, to },
        ColumnPlan::Restate(column) => {
            let Restatement { before, after, .. } = *column;
            Clause::ChangeColumn { from: before.name, to: after, place: Place::Last }
        }
        ColumnPlan::Recreate { to: column, place, .. } => Clause::AddColumn { column, place },
        ColumnPlan::Materialize(column) => {
            let Materialization { beside, to, place, .. } = *column;
            Clause::ChangeColumn { from: beside.column.name, to, place }
        }
        // It was added when it was filled, in its place.
        ColumnPlan::Add { definition: to, .. } if fill(&to.column.name).is_some() => {
            Clause::ChangeColumn { from: to.column.name.clone(), to, place: Place::Last }
        }
        ColumnPlan::Add { definition: column, place } => Clause::AddColumn { column, place },
    })
}
