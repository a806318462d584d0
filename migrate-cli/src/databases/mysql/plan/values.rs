//! Values of an `ENUM` that get another name. The server has no statement for that: both names are
//! allowed first, the rows are written again, and the table's own statement takes the old ones away.

use model_core::schema::{Column, ColumnType};

use super::column::with_check;
use crate::databases::mysql::render::{literal, name, quote};
use crate::databases::mysql::{enumeration_type, enumeration_values};
use crate::diff::{SchemaDiff, TableDiff, Values};
use crate::plan::{Clause, Step};

/// What goes before the table's own statement; the columns still have their old names.
pub fn renamed(diff: &SchemaDiff, table: &TableDiff) -> Vec<Step> {
    let renamed: Vec<(&Column, &Values)> = table
        .before
        .columns
        .iter()
        .filter_map(|c| Some((c, diff.renames.values(&table.before.name, &c.name)?)))
        .filter(|(c, _)| table.name_after(&c.name).is_some())
        .collect();
    if renamed.is_empty() {
        return Vec::new();
    }
    let widened =
        renamed.iter().filter_map(|(c, values)| widened(&with_check(&table.before, c), values));
    let clauses: Vec<Clause> =
        widened.map(|to| Clause::ChangeColumn { from: to.name.clone(), to }).collect();
    let mut steps = Vec::new();
    if !clauses.is_empty() {
        steps.push(Step::AlterTable { table: table.after.name.clone(), clauses });
    }
    let mut assignments: Vec<String> =
        renamed.iter().map(|(column, values)| assignment(column, values)).collect();
    // An UPDATE would set these to the time of the migration.
    let kept = table.before.columns.iter().filter(|c| c.on_update.is_some());
    assignments.extend(kept.map(|c| format!("{0} = {0}", quote(&c.name))));
    let concerned: Vec<String> = renamed
        .iter()
        .map(|(column, values)| {
            let old: Vec<String> = values.keys().map(|value| literal(value)).collect();
            format!("{} IN ({})", quote(&column.name), old.join(", "))
        })
        .collect();
    steps.push(Step::Statement(format!(
        "UPDATE {} SET {} WHERE {}",
        name(&table.after.name),
        assignments.join(", "),
        concerned.join(" OR ")
    )));
    steps
}

/// The column with the new names allowed beside the old ones; none where all are there, to the letter
/// or to the collation.
fn widened(column: &Column, values: &Values) -> Option<Column> {
    let mut all = enumeration_values(column.ty.native()?);
    let before = all.len();
    for new in values.values() {
        if !all.iter().any(|value| value.to_lowercase() == new.to_lowercase()) {
            all.push(new.clone());
        }
    }
    (all.len() > before)
        .then(|| Column { ty: ColumnType::Native(enumeration_type(&all)), ..column.clone() })
}

fn assignment(column: &Column, values: &Values) -> String {
    let column = quote(&column.name);
    let mut sql = format!("{column} = CASE {column}");
    for (old, new) in values {
        sql.push_str(&format!(" WHEN {} THEN {}", literal(old), literal(new)));
    }
    sql + &format!(" ELSE {column} END")
}
