//! Values for the rows that are there, of columns that are new and required.

use model_core::schema::{QualifiedName, Schema};

use crate::dialect::Fills;
use crate::diff::{Change, SchemaDiff};
use crate::lint::{Counts, Question};
use crate::problem::{Problem, Result};

/// Reads `TABLE.COLUMN=SQL`, by the names in the models.
pub fn parse(given: &[String], to: &Schema) -> Result<Fills> {
    let mut fills = Fills::new();
    for text in given {
        let (column, sql) = text.split_once('=').ok_or_else(|| {
            Problem::new(format!("`--fill {text}` is not of the form TABLE.COLUMN=SQL"))
                .help("as in --fill \"study_case.note=''\"")
        })?;
        let found = to.tables.iter().find_map(|table| {
            let name = column.strip_prefix(&format!("{}.", table.name))?;
            table.column(name).map(|c| (table.name.clone(), c.name.clone()))
        });
        let key = found.ok_or_else(|| {
            Problem::new(format!("`--fill {text}`: the models have no column `{column}`"))
        })?;
        if sql.trim().is_empty() {
            return Err(Problem::new(format!("`--fill {text}` gives no value"))
                .help("write an SQL expression after the `=`, with quotes around a text: ''"));
        }
        fills.insert(key, sql.trim().to_owned());
    }
    Ok(fills)
}

/// The required columns that rows which are there have no value for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unfilled {
    /// The table, by its name in the models.
    pub table: QualifiedName,
    /// The column.
    pub column: String,
    /// Its type, for whoever is asked.
    pub ty: String,
    /// How many rows there are.
    pub rows: u64,
}

/// Every column that the migration can't give a value to. A table of which the rows could not be
/// counted counts as empty: the database itself has the last word.
pub fn unfilled(diff: &SchemaDiff, counts: &Counts, fills: &Fills) -> Vec<Unfilled> {
    let mut found = Vec::new();
    for change in &diff.tables {
        let Some(table) = change.kept() else { continue };
        let rows = counts.get(&Question::Rows(table.before.name.clone())).unwrap_or(0);
        for column in &table.columns {
            let Change::Added(column) = column else { continue };
            let key = (table.after.name.clone(), column.name.clone());
            if rows > 0 && column.needs_value() && !fills.contains_key(&key) {
                found.push(Unfilled {
                    table: key.0,
                    column: key.1,
                    ty: column.ty.native().unwrap_or_default().to_owned(),
                    rows,
                });
            }
        }
    }
    found
}

/// Why the migration is not written.
pub fn refusal(unfilled: &[Unfilled]) -> Problem {
    let list: Vec<String> =
        unfilled.iter().map(|u| format!("{}.{} ({} rows)", u.table, u.column, u.rows)).collect();
    let flags: Vec<String> =
        unfilled.iter().map(|u| format!("--fill \"{}.{}=SQL\"", u.table, u.column)).collect();
    Problem::new(format!(
        "existing rows have no value for new required columns without a default: {}",
        list.join(", ")
    ))
    .help(format!("give {}, or a default in the model, or make it an Option", flags.join(" ")))
}
