//! Asks the database how it spells what models say, by means of temporary tables: those are
//! seen by this connection alone and end no transaction.

use model_core::schema::{Check, Column, DefaultValue, Identity, QualifiedName, Schema, Table};

mod inherit;
mod show;

use crate::database::{Connection, DatabaseError};
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::options::{ColumnOptions, TableOptions};
use crate::databases::mysql::quote::quote;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::Statement;
use crate::dialect::SchemaError;
use crate::plan::Statement as _;

/// The name of every temporary table: there is one at a time.
const SCRATCH: &str = "__migrate_spelling";

/// See [`Dialect::normalize`](crate::dialect::Dialect::normalize).
pub fn normalize(
    database: Option<&mut dyn Connection>,
    desired: Schema,
    actual: &Schema,
) -> Result<Schema, SchemaError> {
    let mut desired = desired;
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
                spell(database, table, before)?;
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
) -> Result<(), SchemaError> {
    if is_spelled_alike(table, actual) {
        return Ok(());
    }
    let scratch = scratch(table);
    let show = Statement::ShowCreateTable(scratch.name.clone()).sql();
    let drop = Statement::DropTemporaryTable(scratch.name.clone()).sql();
    let create = Statement::CreateTemporaryTable(Box::new(scratch)).sql();
    match database.execute(&format!("{drop};\n{create}")) {
        Ok(()) => {}
        Err(DatabaseError::Statement { reason, .. }) if may_not(&reason) => return Ok(()),
        Err(DatabaseError::Statement { reason, .. }) => {
            return Err(SchemaError::Unsupported {
                object: format!("table {}", table.name),
                problem: format!("is refused by the database: {reason}"),
                advice: "correct its type, default or check in the model".to_owned(),
            });
        }
        Err(other) => return Err(other.into()),
    }
    let shown = database.query(&show);
    let own = database.query("SELECT DATABASE()");
    database.execute(&drop)?;
    let text = |rows: Vec<Vec<Option<String>>>, at: usize| {
        rows.into_iter().next().and_then(|row| row.into_iter().nth(at)).flatten()
    };
    let own = text(own?, 0).unwrap_or_default();
    let shown = text(shown?, 1).unwrap_or_default();
    take_over(table, &show::parse(&unqualified(&shown, &own)));
    Ok(())
}

/// The right to make temporary tables may be missing; the texts then stay as they are.
fn may_not(reason: &str) -> bool {
    reason.ends_with("(1044)") || reason.ends_with("(1142)")
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
    table.columns.iter().all(column_alike) && table.checks.iter().all(check)
}

/// The table without keys: only its texts are asked about.
fn scratch(table: &Table) -> Table {
    let mut scratch = Table {
        name: QualifiedName { schema: table.name.schema.clone(), name: SCRATCH.to_owned() },
        columns: table.columns.clone(),
        checks: table.checks.clone(),
        ..Table::default()
    };
    let collation = TableOptions::read(&table.options).collation;
    scratch.options = TableOptions { collation, ..TableOptions::default() }.into_map();
    for column in &mut scratch.columns {
        column.identity = Identity::None;
        let mut options = ColumnOptions::read(&column.options);
        options.without_system_versioning = false;
        column.options = options.into_map();
    }
    scratch
}

fn take_over(table: &mut Table, shown: &show::Shown) {
    for column in &mut table.columns {
        let Some(spelled) = shown.columns.iter().find(|c| c.name == column.name) else { continue };
        column.ty.clone_from(&spelled.ty);
        column.default = spelled.default.clone().map(DefaultValue::Sql);
        column.on_update.clone_from(&spelled.on_update);
        column.charset.clone_from(&spelled.charset);
        column.collation.clone_from(&spelled.collation);
        if let (Some(computed), Some(expression)) = (&mut column.computed, &spelled.computed) {
            computed.expression.clone_from(expression);
        }
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
        let spelled = shown.checks.iter().find(|(name, _)| Some(name) == check.name.as_ref());
        if let Some((_, expression)) = spelled {
            check.expression.clone_from(expression);
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
