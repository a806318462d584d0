//! The statements of one table: as few as the server takes.

use model_core::schema::{Column, ForeignKey, Index, QualifiedName};

use super::column::{ColumnEdit, ColumnWork};
use super::guard::guard;
use super::table::TablePlan;
use crate::databases::mysql::render::{name, quote};
use crate::dialect::Fills;
use crate::diff::TableDiff;
use crate::plan::{Clause, Step};

/// What goes along in a table's own statement, because nothing else waits for it.
pub struct KeysAlong<'a> {
    /// Foreign keys to drop.
    pub drops: &'a [ForeignKey],
    /// Foreign keys to add.
    pub adds: &'a [ForeignKey],
    /// Indexes to state again.
    pub restated: Vec<Index>,
}

/// The statements of one table, between the foreign keys that go first and those that come last.
pub fn steps(
    diff: &TableDiff,
    work: &TablePlan,
    fills: &Fills,
    along: &KeysAlong<'_>,
) -> Vec<Step> {
    let table = &diff.after.name;
    let fill = |column: &str| fills.get(&(table.clone(), column.to_owned()));
    let mut steps = before_main(table, work, &fill);
    let mut clauses: Vec<Clause> = Vec::new();
    clauses.extend(guard(diff, work, fills).and_then(|g| g.name).map(Clause::DropConstraint));
    clauses.extend(along.drops.iter().filter_map(|k| k.name.clone()).map(Clause::DropForeignKey));
    clauses.extend(work.drop_checks.iter().cloned().map(Clause::DropConstraint));
    clauses.extend(work.drop_indexes.iter().cloned().map(Clause::DropIndex));
    clauses.extend(along.restated.iter().map(|i| Clause::DropIndex(i.name.clone())));
    clauses.extend(work.drop_key.iter().cloned().map(Clause::DropPrimaryKey));
    clauses.extend(
        work.columns
            .iter()
            .filter_map(ColumnWork::replaced)
            .map(str::to_owned)
            .map(Clause::DropColumn),
    );
    clauses.extend(work.columns.iter().filter_map(|column| column_clause(column, &fill)));
    let renames = work.rename_indexes.iter().cloned();
    clauses.extend(renames.map(|(from, to)| Clause::RenameIndex { from, to }));
    clauses.extend(work.add_key.iter().cloned().map(Clause::AddPrimaryKey));
    clauses.extend(work.add_indexes.iter().cloned().map(Clause::AddIndex));
    clauses.extend(along.restated.iter().cloned().map(Clause::AddIndex));
    clauses.extend(work.add_checks.iter().cloned().map(Clause::AddCheck));
    clauses.extend(along.adds.iter().cloned().map(Clause::AddForeignKey));
    clauses.extend(work.options.iter().cloned().map(Clause::Clause));
    if !clauses.is_empty() {
        steps.push(Step::AlterTable { table: table.clone(), clauses });
    }
    steps
}

fn nullable(column: &Column) -> Column {
    let mut column = Column { nullable: true, ..column.clone() };
    column.options.remove("check");
    column
}

/// Columns that need values from statements of their own are made and filled first.
fn before_main<'a>(
    table: &QualifiedName,
    work: &TablePlan,
    fill: &impl Fn(&str) -> Option<&'a String>,
) -> Vec<Step> {
    let mut added = Vec::new();
    let mut updates = Vec::new();
    for column in &work.columns {
        match column {
            ColumnWork::Add(column) => {
                if let Some(value) = fill(&column.name) {
                    added.push(Clause::AddColumn(nullable(column)));
                    updates.push(format!("{} = {value}", quote(&column.name)));
                }
            }
            ColumnWork::Materialize { from, beside, .. } => {
                added.push(Clause::AddColumn(beside.as_ref().clone()));
                updates.push(format!("{} = {}", quote(&beside.name), quote(from)));
            }
            _ => {}
        }
    }
    let mut steps = Vec::new();
    if !added.is_empty() {
        steps.push(Step::AlterTable { table: table.clone(), clauses: added });
        let update = format!("UPDATE {} SET {}", name(table), updates.join(", "));
        steps.push(Step::Statement(update));
    }
    for column in &work.columns {
        let ColumnWork::Change(edit) = column else { continue };
        let ColumnEdit { before, after, .. } = edit.as_ref();
        if let Some(value) = fill(&after.name).filter(|_| before.nullable && !after.nullable) {
            let column = quote(&before.name);
            let update =
                format!("UPDATE {} SET {column} = {value} WHERE {column} IS NULL", name(table));
            steps.push(Step::Statement(update));
        }
    }
    steps
}

fn column_clause<'a>(
    column: &ColumnWork,
    fill: &impl Fn(&str) -> Option<&'a String>,
) -> Option<Clause> {
    Some(match column {
        ColumnWork::Drop(_) => return None,
        ColumnWork::Rename { from, to } => {
            Clause::RenameColumn { from: from.clone(), to: to.clone() }
        }
        ColumnWork::Change(edit) => {
            Clause::ChangeColumn { from: edit.before.name.clone(), to: edit.after.clone() }
        }
        ColumnWork::Recreate { to, .. } => Clause::AddColumn(to.clone()),
        ColumnWork::Materialize { beside, to, .. } => {
            Clause::ChangeColumn { from: beside.name.clone(), to: to.as_ref().clone() }
        }
        ColumnWork::Add(column) if fill(&column.name).is_some() => {
            let unplaced = {
                let mut column = column.clone();
                column.options.retain(|key, _| key != "after" && key != "first");
                column
            };
            Clause::ChangeColumn { from: column.name.clone(), to: unplaced }
        }
        ColumnWork::Add(column) => Clause::AddColumn(column.clone()),
    })
}
