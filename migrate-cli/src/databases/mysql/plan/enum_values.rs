//! Values of an `ENUM` that get another name. The server has no statement for that: both names are
//! allowed first, the rows are written again, and the table's own statement takes the old ones away.

use model_core::schema::{Column, ColumnType};
use nonempty::NonEmpty;

use crate::databases::mysql::enumeration::{enumeration_type, enumeration_values};
use crate::databases::mysql::statement::{Clause, ColumnDefinition, Place, Rows, Statement, Value};
use crate::diff::{SchemaDiff, TableDiff, Values};

/// What goes before the table's own statement; the columns still have their old names.
pub fn renamed(diff: &SchemaDiff, table: &TableDiff) -> Vec<Statement> {
    let renamed = table
        .before
        .columns
        .iter()
        .filter_map(|c| Some((c, diff.renames.values(&table.before.name, &c.name)?)))
        .filter(|(c, _)| table.name_after(&c.name).is_some());
    let Some(renamed) = NonEmpty::collect(renamed) else { return Vec::new() };
    let widened = renamed.iter().filter_map(|(column, values)| widened(table, column, values));
    let alter = Statement::alter(&table.after.name, widened.collect());
    let mut assignments = renamed
        .clone()
        .map(|(column, values)| (column.name.clone(), Value::Replaced(values.clone())));
    // An UPDATE would set these to the time of the migration.
    let kept = table.before.columns.iter().filter(|c| c.on_update.is_some());
    assignments.extend(kept.map(|c| (c.name.clone(), Value::Of(c.name.clone()))));
    let old =
        renamed.map(|(column, values)| (column.name.clone(), values.keys().cloned().collect()));
    let update = Statement::Update {
        table: table.after.name.clone(),
        assignments,
        rows: Some(Rows::WithAny(old)),
    };
    alter.into_iter().chain([update]).collect()
}

/// The column with the new names allowed beside the old ones; none where all are there, to the letter
/// or to the collation.
fn widened(table: &TableDiff, column: &Column, values: &Values) -> Option<Clause> {
    let mut all = enumeration_values(column.ty.native()?);
    let before = all.len();
    for new in values.values() {
        if !all.iter().any(|value| value.to_lowercase() == new.to_lowercase()) {
            all.push(new.clone());
        }
    }
    let mut to = ColumnDefinition::new(&table.before, column);
    to.column.ty = ColumnType::Native(enumeration_type(&all));
    let from = column.name.clone();
    (all.len() > before).then_some(Clause::ChangeColumn { from, to, place: Place::Last })
}
