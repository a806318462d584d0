//! The statements of one table: as few as the server takes.

use model_core::schema::{Column, DefaultValue, ForeignKey, Index, QualifiedName};
use nonempty::NonEmpty;

use super::column::{ColumnPlan, Materialization, Restatement};
use super::guard::guard;
use super::table::TablePlan;
use super::volatile::volatile_default;
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::{Clause, ColumnDefinition, Place, Rows, Statement, Value};
use crate::databases::mysql::types::is_geometry;
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

/// What holds for all tables.
#[derive(Clone, Copy)]
pub struct Context<'a> {
    /// The server.
    pub flavour: Flavour,
    /// The values that the person gave.
    pub fills: &'a Fills,
}

impl Context<'_> {
    /// What the rows that are there get in a column that is new or becomes required, where that is
    /// not the default.
    fn fill(&self, table: &QualifiedName, column: &Column) -> Option<String> {
        let given = self.fills.get(&(table.clone(), column.name.clone())).cloned();
        given
            .or_else(|| self.volatile_default(column).map(str::to_owned))
            .or_else(|| self.geometry(column).map(str::to_owned))
    }

    fn geometry<'c>(&self, column: &'c Column) -> Option<&'c str> {
        let default = column.default.as_ref().and_then(DefaultValue::sql)?;
        let is_geometry = column.ty.native().is_some_and(is_geometry);
        let is_lost = is_geometry && !column.nullable && self.flavour.lacks_geometry_for_rows();
        is_lost.then_some(default)
    }

    fn volatile_default<'c>(&self, column: &'c Column) -> Option<&'c str> {
        let default = volatile_default(column)?;
        self.flavour.refuses_volatile_defaults().then_some(default)
    }
}

/// The statements of one table, between the foreign keys that go first and those that come last.
pub fn statements(
    diff: &TableDiff,
    plan: &TablePlan,
    context: Context<'_>,
    keys: &CarriedKeys<'_>,
) -> Vec<Statement> {
    let table = &diff.after.name;
    let first = plan.indexes.first_drops.iter().cloned().map(Clause::DropIndex);
    let mut statements: Vec<Statement> =
        Statement::alter(table, first.collect()).into_iter().collect();
    statements.extend(filled_columns(diff, plan, context));
    let apart = apart(clauses(diff, plan, context, keys), context);
    statements.extend(apart.into_iter().filter_map(|clauses| Statement::alter(table, clauses)));
    statements
}

/// The clauses of the table's own statement.
fn clauses(
    diff: &TableDiff,
    plan: &TablePlan,
    context: Context<'_>,
    keys: &CarriedKeys<'_>,
) -> Vec<Clause> {
    let mut clauses: Vec<Clause> = Vec::new();
    let guard = guard(diff, plan, context.fills);
    clauses.extend(guard.map(|guard| Clause::DropCheck(guard.name)));
    clauses.extend(keys.drops.iter().filter_map(|k| k.name.clone()).map(Clause::DropForeignKey));
    clauses.extend(plan.checks.drops.iter().cloned().map(Clause::DropCheck));
    clauses.extend(plan.indexes.drops.iter().cloned().map(Clause::DropIndex));
    clauses.extend(keys.restated.iter().map(|i| Clause::DropIndex(i.name.clone())));
    clauses.extend(plan.drop_key.as_ref().map(|_| Clause::DropPrimaryKey));
    let replaced = plan.columns.iter().filter_map(ColumnPlan::replaced);
    clauses.extend(replaced.map(str::to_owned).map(Clause::DropColumn));
    let is_filled = |column: &Column| context.fill(&diff.after.name, column).is_some();
    clauses.extend(plan.columns.iter().filter_map(|column| column_clause(column, is_filled)));
    let renames = plan.indexes.renames.iter().cloned();
    clauses.extend(renames.map(|(from, to)| Clause::RenameIndex { from, to }));
    clauses.extend(
        plan.add_key
            .iter()
            .cloned()
            .map(|key| Clause::AddPrimaryKey { key, block_size: plan.indexes.block_size }),
    );
    clauses.extend(plan.indexes.adds.iter().cloned().map(Clause::AddIndex));
    clauses.extend(keys.restated.iter().cloned().map(Clause::AddIndex));
    clauses.extend(plan.checks.adds.iter().cloned().map(Clause::AddCheck));
    let enforced = plan.checks.enforced.iter().cloned();
    clauses.extend(enforced.map(|(check, enforced)| Clause::EnforceCheck { check, enforced }));
    clauses.extend(keys.adds.iter().cloned().map(Clause::AddForeignKey));
    clauses.extend(plan.settings.iter().cloned().map(Clause::Set));
    clauses.extend(plan.indexes.visibility.iter().cloned());
    clauses
}

/// The clauses of each statement: one that adds a column can't state another with a default that is
/// another value for each row (1674), and full-text indexes are made one at a time (1795).
fn apart(clauses: Vec<Clause>, context: Context<'_>) -> Vec<Vec<Clause>> {
    let adds_column = clauses.iter().any(|clause| matches!(clause, Clause::AddColumn { .. }));
    let one_fulltext_index = context.flavour.makes_one_fulltext_index_at_a_time();
    let (mut now, mut last, mut alone) = (Vec::new(), Vec::new(), Vec::new());
    let mut has_fulltext_index = false;
    for clause in clauses {
        match clause {
            Clause::AddIndex(index) if is_fulltext(&index) && one_fulltext_index => {
                let statement = if has_fulltext_index { &mut alone } else { &mut now };
                statement.push(Clause::AddIndex(index));
                has_fulltext_index = true;
            }
            Clause::ChangeColumn { from, to, place }
                if adds_column && context.volatile_default(&to.column).is_some() =>
            {
                let name = to.column.name.clone();
                if from != name {
                    now.push(Clause::RenameColumn { from, to: name.clone() });
                }
                last.push(Clause::ChangeColumn { from: name, to, place });
            }
            clause => now.push(clause),
        }
    }
    let alone = alone.into_iter().map(|clause| vec![clause]);
    [now, last].into_iter().chain(alone).collect()
}

fn is_fulltext(index: &Index) -> bool {
    index.method.as_deref() == Some("FULLTEXT")
}

/// Columns that need values from statements of their own are made and filled first.
fn filled_columns(diff: &TableDiff, plan: &TablePlan, context: Context<'_>) -> Vec<Statement> {
    let table = &diff.after.name;
    let mut added = Vec::new();
    let mut assignments = Vec::new();
    for column in &plan.columns {
        match column {
            ColumnPlan::Add { definition, place } => {
                let Some(value) = context.fill(table, &definition.column) else { continue };
                let place = place.clone();
                if takes_constant(definition, &value) {
                    let column = definition.with_default(&value);
                    added.push(Clause::AddColumn { column, place });
                } else {
                    let column = definition.without_value();
                    assignments.push((column.column.name.clone(), Value::Expression(value)));
                    added.push(Clause::AddColumn { column, place });
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
    statements.extend(update(diff, assignments, None));
    for column in &plan.columns {
        let ColumnPlan::Restate(column) = column else { continue };
        let Restatement { before, after, .. } = column.as_ref();
        let becomes_required = before.nullable && !after.column.nullable;
        let given = context.fills.get(&(table.clone(), after.column.name.clone()));
        if let Some(value) = given.filter(|_| becomes_required) {
            let assignment = (before.name.clone(), Value::Expression(value.clone()));
            let rows = Rows::WithNull(before.name.clone());
            statements.extend(update(diff, vec![assignment], Some(rows)));
        }
    }
    statements
}

/// Whether the rows that are there can get a value by the default of a moment: no row is written by an
/// `UPDATE` then, which would fire triggers. The large types take no literal for a default on MySQL.
fn takes_constant(definition: &ColumnDefinition, value: &str) -> bool {
    let native = definition.column.ty.native().unwrap_or_default().to_ascii_lowercase();
    let large = ["text", "blob", "json", "vector"].iter().any(|ty| native.contains(ty));
    !large && !is_geometry(&native) && LEXIS.is_constant(value)
}

/// An `UPDATE` while the columns have their old names.
fn update(
    diff: &TableDiff,
    assignments: Vec<(String, Value)>,
    rows: Option<Rows>,
) -> Option<Statement> {
    let mut assignments = NonEmpty::from_vec(assignments)?;
    // It would set these to the time of the migration.
    let timed = diff.before.columns.iter().filter(|column| column.on_update.is_some());
    let kept: Vec<(String, Value)> = timed
        .filter(|column| !assignments.iter().any(|(name, _)| name == &column.name))
        .map(|column| (column.name.clone(), Value::Of(column.name.clone())))
        .collect();
    assignments.extend(kept);
    Some(Statement::Update { table: diff.after.name.clone(), assignments, rows })
}

fn column_clause(column: &ColumnPlan, is_filled: impl Fn(&Column) -> bool) -> Option<Clause> {
    Some(match column.clone() {
        ColumnPlan::Drop(_) => return None,
        ColumnPlan::Rename { from, to } => Clause::RenameColumn { from, to },
        ColumnPlan::Restate(column) => {
            let Restatement { before, after, place, .. } = *column;
            Clause::ChangeColumn { from: before.name, to: after, place }
        }
        ColumnPlan::Recreate { to: column, place, .. } => Clause::AddColumn { column, place },
        ColumnPlan::Materialize(column) => {
            let Materialization { beside, to, place, .. } = *column;
            Clause::ChangeColumn { from: beside.column.name, to, place }
        }
        // It was added when it was filled, in its place.
        ColumnPlan::Add { definition: to, .. } if is_filled(&to.column) => {
            Clause::ChangeColumn { from: to.column.name.clone(), to, place: Place::Last }
        }
        ColumnPlan::Add { definition: column, place } => Clause::AddColumn { column, place },
    })
}
