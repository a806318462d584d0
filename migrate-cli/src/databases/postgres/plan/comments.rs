//! Comments of tables and columns.

use model_core::schema::{Column, QualifiedName, Table};

use super::table_plan::TablePlan;
use crate::databases::postgres::statement::{ColumnName, Commented, Statement};

fn of_table(table: &Table) -> Statement {
    Statement::Comment { on: Commented::Table(table.name.clone()), text: table.comment.clone() }
}

fn of_column(table: &QualifiedName, column: &Column) -> Statement {
    let on = Commented::Column(ColumnName::new(table, &column.name));
    Statement::Comment { on, text: column.comment.clone() }
}

/// The comments of a new table and its columns.
pub fn of_new(table: &Table) -> Vec<Statement> {
    let own = table.comment.is_some().then(|| of_table(table));
    let columns = table.columns.iter().filter(|c| c.comment.is_some());
    let required = table.columns.iter().filter_map(|c| of_not_null(&table.name, None, c));
    own.into_iter().chain(columns.map(|c| of_column(&table.name, c))).chain(required).collect()
}

/// The comment of the constraint that forbids NULL, where it is new or differs.
fn of_not_null(
    table: &QualifiedName,
    before: Option<&Column>,
    after: &Column,
) -> Option<Statement> {
    let constraint = after.not_null.as_ref()?;
    let before = before.and_then(|c| c.not_null.as_ref());
    // What was looked at and no longer is was made anew.
    let before = before.filter(|b| b.not_valid || !constraint.not_valid);
    let differs = before.and_then(|b| b.comment.as_ref()) != constraint.comment.as_ref();
    let on = Commented::Constraint { table: table.clone(), name: constraint.name.clone() };
    differs.then(|| Statement::Comment { on, text: constraint.comment.clone() })
}

/// The comments that differ, those of new columns among them.
pub fn of_kept(plan: &TablePlan) -> Vec<Statement> {
    let table = &plan.diff.after;
    let own = plan.diff.aspects.comment.then(|| of_table(table));
    let columns = table.columns.iter().filter(|column| {
        let old = plan.diff.name_before(&column.name);
        match old.filter(|old| !plan.recreated.contains(*old)) {
            Some(old) => plan.column_aspects(old).comment,
            None => column.comment.is_some(),
        }
    });
    let required = table.columns.iter().filter_map(|column| {
        let old = plan.diff.name_before(&column.name);
        let old = old.filter(|old| !plan.recreated.contains(*old));
        of_not_null(&table.name, old.and_then(|old| plan.diff.before.column(old)), column)
    });
    own.into_iter().chain(columns.map(|c| of_column(&table.name, c))).chain(required).collect()
}
