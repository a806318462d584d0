//! A table made anew: what `ALTER TABLE` can't do. The old one steps aside under another name, the new one
//! takes its rows, and its indexes are made again.

use model_core::schema::{Column, Identity, PrimaryKey, Table};

use super::names::temporary;
use crate::databases::sqlite::affinity::{Affinity, affinity};
use crate::databases::sqlite::options::{ColumnOptions, TableOptions};
use crate::databases::sqlite::session::LEXIS;
use crate::databases::sqlite::statement::{CastTo, Kept, Statement, Value};
use crate::dialect::Fills;
use crate::diff::{SchemaDiff, TableDiff};

/// The statements. Everything is renamed already: the old table has the new one's name, and its kept
/// columns have theirs.
pub(super) fn rebuild(diff: &SchemaDiff, table: &TableDiff, fills: &Fills) -> Vec<Statement> {
    let name = table.after.name.name.clone();
    let old = temporary(diff).make(&format!("__migrate_old_{name}"), "");
    let Copy { columns, kept } = copy(diff, table, fills);
    let mut statements = Vec::new();
    let keeps_counter = is_counted(&table.before) && is_counted(&table.after);
    if names_itself(&table.before) {
        // Such a table can be renamed only together with everything else that names it, so its
        // rows step aside instead.
        let (aside, from) = (old.clone(), name.clone());
        statements.push(Statement::KeepRows { aside, columns: kept, from });
        if keeps_counter {
            statements.push(Statement::CopyCounter { from: name.clone(), to: old.clone() });
        }
        statements.push(Statement::DropTable(name.clone()));
    } else {
        // Whoever names the table goes on naming it, and finds the new one.
        statements.push(Statement::LegacyAlterTable(true));
        statements.push(Statement::RenameTable { from: name.clone(), to: old.clone() });
        statements.push(Statement::LegacyAlterTable(false));
    }
    statements.push(Statement::CreateTable(table.after.clone()));
    statements.push(Statement::CopyRows {
        into: name.clone(),
        // A conflict clause of the new table would drop rows in silence.
        or_abort: has_conflict_clause(&table.after),
        columns,
        from: old.clone(),
    });
    if keeps_counter {
        statements.push(Statement::ForgetCounter(name.clone()));
        statements.push(Statement::CopyCounter { from: old.clone(), to: name.clone() });
        if names_itself(&table.before) {
            statements.push(Statement::ForgetCounter(old.clone()));
        }
    }
    statements.push(Statement::DropTable(old));
    for index in &table.after.indexes {
        statements.push(Statement::CreateIndex { table: name.clone(), index: index.clone() });
    }
    statements
}

fn is_counted(table: &Table) -> bool {
    table.columns.iter().any(|c| c.identity == Identity::RowidAutoincrement)
}

/// Whether a check names the table as well as the column: `CHECK (t.a > 0)`.
fn names_itself(table: &Table) -> bool {
    table.checks.iter().any(|check| {
        LEXIS
            .tokens(&check.expression)
            .windows(2)
            .any(|pair| pair[0].names(&table.name.name) && pair[1].is_symbol("."))
    })
}

struct Copy {
    /// The new table's columns, each with what goes into it.
    columns: Vec<(String, Value)>,
    /// What of the old table has to be kept aside for it.
    kept: Vec<Kept>,
}

fn copy(diff: &SchemaDiff, table: &TableDiff, fills: &Fills) -> Copy {
    let (mut columns, mut kept) = (Vec::new(), Vec::new());
    if let Some(rowid) = carried_rowid(table) {
        columns.push((rowid.to_owned(), Value::Rowid(rowid)));
        kept.push(Kept::Rowid(rowid));
    }
    let carried = table.before.columns.iter().filter(|c| c.computed.is_none());
    kept.extend(
        carried.map(|c| Kept::Column(table.name_after(&c.name).unwrap_or(&c.name).to_owned())),
    );
    for column in table.after.columns.iter().filter(|c| c.computed.is_none()) {
        let fill = fills.get(&(table.after.name.clone(), column.name.clone()));
        let before = table.name_before(&column.name).and_then(|b| table.before.column(b));
        let value = match before {
            Some(before) => {
                let value = cast(before, column, is_strict(&table.after));
                let value = match diff.renames.values(&table.before.name, &before.name) {
                    Some(values) => Value::Renamed(Box::new(value), values.clone()),
                    None => value,
                };
                if before.computed.is_some() {
                    kept.push(Kept::Column(column.name.clone()));
                }
                match fill.filter(|_| !column.nullable) {
                    Some(fill) => Value::Filled(Box::new(value), fill.clone()),
                    None => value,
                }
            }
            None => match fill {
                Some(fill) => Value::Expression(fill.clone()),
                None => continue,
            },
        };
        columns.push((column.name.clone(), value));
    }
    if columns.is_empty()
        && let Some(column) = table.after.columns.iter().find(|c| c.computed.is_none())
    {
        // No column is left: as many rows as there were, of what the defaults give.
        let default = column.default.as_ref().and_then(|d| d.sql()).unwrap_or("NULL");
        columns.push((column.name.clone(), Value::Expression(default.to_owned())));
    }
    Copy { columns, kept }
}

/// The name under which both tables have a rowid that is no column's, if the new one would
/// otherwise be numbered anew.
fn carried_rowid(table: &TableDiff) -> Option<&'static str> {
    if is_without_rowid(&table.before) || is_without_rowid(&table.after) {
        return None;
    }
    let has_value = rowid_column(&table.after).is_some_and(|c| table.name_before(c).is_some());
    let taken = |name: &str| {
        let columns = table.before.columns.iter().chain(&table.after.columns);
        columns.into_iter().any(|c| c.name.eq_ignore_ascii_case(name))
    };
    ["rowid", "_rowid_", "oid"].into_iter().find(|name| !has_value && !taken(name))
}

/// The column that is the rowid.
pub(super) fn rowid_column(table: &Table) -> Option<&str> {
    let PrimaryKey { columns, .. } = table.primary_key.as_ref()?;
    let [only] = columns.as_slice() else { return None };
    let column = table.column(&only.name)?;
    let is_integer = column.ty.native().is_some_and(|ty| ty.eq_ignore_ascii_case("integer"));
    let is_rowid =
        is_integer && !is_without_rowid(table) && !ColumnOptions::read(column).is_not_rowid;
    is_rowid.then_some(&column.name)
}

fn is_without_rowid(table: &Table) -> bool {
    TableOptions::read(table).without_rowid
}

pub(super) fn is_strict(table: &Table) -> bool {
    TableOptions::read(table).strict
}

fn has_conflict_clause(table: &Table) -> bool {
    table.primary_key.iter().any(|k| k.on_conflict.is_some())
        || table.uniques.iter().any(|u| u.on_conflict.is_some())
        || table.columns.iter().any(|c| ColumnOptions::read(c).not_null_conflict.is_some())
}

/// A value on its way into a column of perhaps another type. SQLite itself turns numbers into text and
/// text into numbers where nothing is lost, and keeps what it can't turn; a CAST would make 0 of it. Only
/// between text and bytes it turns nothing, and there a CAST loses nothing.
fn cast(before: &Column, after: &Column, strict: bool) -> Value {
    let name = after.name.clone();
    let declared = |column: &Column| {
        let ty = column.ty.native().unwrap_or_default();
        (affinity(ty), ty.is_empty() || ty.eq_ignore_ascii_case("any"))
    };
    match (declared(before), declared(after)) {
        ((Affinity::Text, _), (Affinity::Blob, false)) => Value::Cast(name, CastTo::Blob),
        ((from, _), (Affinity::Blob, false)) if strict && from != Affinity::Blob => {
            Value::Cast(name, CastTo::Blob)
        }
        ((Affinity::Blob, _), (Affinity::Text, _)) => Value::Cast(name, CastTo::Text),
        _ => Value::Column(name),
    }
}
