//! Asks the database how it spells what models say, by means of temporary tables: those are
//! seen by this connection alone and end no transaction.

mod inherit;
mod mask;
mod respell;
mod scratch;
mod table_case;

pub use respell::respell;

use model_core::schema::{Check, Column, ColumnType, DefaultValue, IndexTarget, Schema, Table};

use self::scratch::{SCRATCH, Scratch};
use super::flavour::Flavour;
use super::options::TableOptions;
use super::quote::quote;
use super::session::LEXIS;
use super::show_create::{ShownColumn, ShownTable};
use crate::database::{Connection, DatabaseError};
use crate::databases::inherit::{objects as inherit_objects, sequences as inherit_sequences};
use crate::dialect::SchemaError;

/// See [`Dialect::normalize`](crate::dialect::Dialect::normalize).
pub fn normalize(
    database: Option<&mut dyn Connection>,
    desired: Schema,
    actual: &Schema,
) -> Result<Schema, SchemaError> {
    let (mut desired, mut database) = (desired, database);
    desired.server.clone_from(&actual.server);
    if let Some(database) = database.as_deref_mut() {
        table_case::fold(database, &mut desired, actual)?;
    }
    inherit_sequences(&mut desired, actual);
    inherit_objects(&mut desired, actual);
    let flavour = Flavour::of(actual, &desired);
    let mut pairs = Vec::new();
    for (index, table) in desired.tables.iter_mut().enumerate() {
        let old = table.renamed_from.as_ref().and_then(|name| actual.table(name));
        if let Some(before) = actual.table(&table.name).or(old) {
            inherit::inherit_table(table, before);
            pairs.push((index, before));
        }
    }
    if let Some(database) = database {
        for (index, before) in pairs {
            if let Some(table) = desired.tables.get_mut(index) {
                spell(database, table, before, flavour)?;
            }
        }
    }
    desired.sort();
    Ok(desired)
}

/// Gives a table's types and expressions the database's own spelling.
fn spell(
    database: &mut dyn Connection,
    table: &mut Table,
    actual: &Table,
    flavour: Flavour,
) -> Result<(), SchemaError> {
    if is_spelled_alike(table, actual) {
        return Ok(());
    }
    match Scratch::of(table, flavour).show(database, false) {
        Ok(shown) => take_over(table, &shown, flavour),
        Err(error) if scratch::is_for_want_of_a_right(&error) => {}
        Err(DatabaseError::Statement { reason, .. }) => {
            return Err(SchemaError::Unsupported {
                object: format!("table {}", table.name),
                problem: format!("is refused by the database: {reason}"),
                advice: "correct its type, default or check in the model".to_owned(),
            });
        }
        Err(other) => return Err(other.into()),
    }
    Ok(())
}

/// Whether all texts are already those of the database, so that nothing needs to be asked.
fn is_spelled_alike(table: &Table, actual: &Table) -> bool {
    let column_alike = |c: &Column| {
        actual
            .column(&c.name)
            .is_some_and(|a| a.ty == c.ty && a.default == c.default && a.computed == c.computed)
    };
    let check =
        |c: &Check| actual.checks.iter().any(|a| a.name == c.name && a.expression == c.expression);
    let expressions = |table: &Table| {
        let targets = table.indexes.iter().flat_map(|i| &i.columns).map(|c| c.target.clone());
        targets.filter(|t| matches!(t, IndexTarget::Expression(_))).collect::<Vec<_>>()
    };
    let there = expressions(actual);
    table.columns.iter().all(column_alike)
        && table.checks.iter().all(check)
        && expressions(table).iter().all(|target| there.contains(target))
}

fn take_over(table: &mut Table, shown: &ShownTable, flavour: Flavour) {
    let collation = TableOptions::read(&table.options).collation;
    for column in &mut table.columns {
        let Some(spelled) = shown.columns.iter().find(|c| c.name == column.name) else { continue };
        take_over_column(column, spelled, collation.as_deref(), flavour);
        let own = |c: &Check| c.column.as_deref() == Some(column.name.as_str());
        table.checks.retain(|c| !own(c));
        if let Some(expression) = &spelled.check {
            table.checks.push(Check {
                column: Some(column.name.clone()),
                expression: expression.clone(),
                ..Check::default()
            });
        }
    }
    for check in &mut table.checks {
        let spelled = shown.checks.iter().find(|shown| Some(&shown.name) == check.name.as_ref());
        if let Some(spelled) = spelled {
            check.expression.clone_from(&spelled.condition);
        }
    }
    for index in &mut table.indexes {
        let Some(spelled) = shown.indexes.iter().find(|i| i.name == index.name) else { continue };
        for (column, part) in index.columns.iter_mut().zip(&spelled.parts) {
            if let (IndexTarget::Expression(own), Some(expression)) = (&mut column.target, part) {
                own.clone_from(expression);
            }
        }
    }
    // The scratch table's name may have got into an expression.
    let own = quote(&table.name.name);
    let unscratched =
        |sql: &str| LEXIS.rewrite(sql, |all, index| all[index].names(SCRATCH).then(|| own.clone()));
    for check in &mut table.checks {
        check.expression = unscratched(&check.expression);
    }
}

fn take_over_column(
    column: &mut Column,
    spelled: &ShownColumn,
    table_collation: Option<&str>,
    flavour: Flavour,
) {
    column.ty = ColumnType::Native(spelled.ty.clone());
    let default = match flavour.prints_defaults_as_sql() {
        true => spelled.default.clone(),
        false => spelled.literal_default(),
    };
    column.default = default.map(DefaultValue::Sql);
    column.on_update.clone_from(&spelled.on_update);
    let is_own = spelled.collation.as_deref() != table_collation;
    column.charset = spelled.charset.clone().filter(|_| is_own);
    column.collation = spelled.collation.clone().filter(|_| is_own);
    if let (Some(computed), Some(expression)) = (&mut column.computed, &spelled.computed) {
        computed.expression.clone_from(expression);
    }
}
