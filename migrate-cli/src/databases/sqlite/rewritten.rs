//! What SQLite itself makes of views and triggers when it renames what they read.

use model_core::schema::{QualifiedName, Schema, SchemaObject, Table};

use super::alone::Alone;
use super::plan::names;
use super::statement::Statement;
use crate::diff::Renames;

/// The text of one. `None`: SQLite refuses to rename what is below it.
pub(super) fn text_after(
    schema: &Schema,
    object: &SchemaObject,
    renames: &Renames,
) -> Option<String> {
    let named = |t: &&Table| object.references.iter().any(|r| r.table == t.name);
    let statements = statements(schema.tables.iter().filter(named), renames);
    let mut alone = Alone::new(schema, object)?;
    alone.run(&statements).ok()?;
    alone.text()
}

/// The renames of some tables and of their columns, one after the other. What goes makes way.
fn statements<'a>(tables: impl Iterator<Item = &'a Table>, renames: &Renames) -> Vec<Statement> {
    let tables: Vec<&Table> = tables.collect();
    let aside = |old: &str| format!("__migrate_{old}");
    let gone = |old: &str| format!("__migrate_gone_{old}");
    let after = |table: &QualifiedName| {
        renames.kept_table(table).map_or_else(|| gone(&table.name), |after| after.name)
    };
    let names: Vec<(String, String)> =
        tables.iter().map(|t| (t.name.name.clone(), after(&t.name))).collect();
    let of_tables = names::in_order(&names, aside).into_iter();
    let mut all: Vec<Statement> =
        of_tables.map(|(from, to)| Statement::RenameTable { from, to }).collect();
    for table in tables {
        let after_column = |column: &str| {
            let kept = renames.kept_column(&table.name, column);
            kept.map_or_else(|| gone(column), str::to_owned)
        };
        let columns: Vec<(String, String)> =
            table.columns.iter().map(|c| (c.name.clone(), after_column(&c.name))).collect();
        let of_columns = names::in_order(&columns, aside).into_iter();
        let table = after(&table.name);
        all.extend(of_columns.map(|(from, to)| Statement::RenameColumn {
            table: table.clone(),
            from,
            to,
        }));
    }
    all
}
