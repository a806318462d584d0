//! What PostgreSQL knows of the columns of a view: their types to the letter.

use model_core::schema::QualifiedName;

use super::quote::{literal, quote};
use crate::database::{Connection, DatabaseError};
use crate::dialect::ViewColumn;

pub fn view_columns(
    database: &mut dyn Connection,
    view: &QualifiedName,
) -> Result<Vec<ViewColumn>, DatabaseError> {
    let name = match &view.schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&view.name)),
        None => quote(&view.name),
    };
    let rows = database.query(&format!(
        "SELECT attname, format_type(atttypid, atttypmod) FROM pg_attribute \
         WHERE attrelid = {}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum",
        literal(&name)
    ))?;
    let columns = rows.into_iter().map(|row| {
        let mut values = row.into_iter();
        let (name, native) = (values.next().flatten(), values.next().flatten());
        ViewColumn { name: name.unwrap_or_default(), native }
    });
    Ok(columns.collect())
}

/// The types as `format_type` prints them; one that the server does not have stays as it is.
pub fn printed_types(
    database: &mut dyn Connection,
    natives: Vec<String>,
) -> Result<Vec<String>, DatabaseError> {
    let mut printed = Vec::new();
    for native in natives {
        let question = format!("SELECT format_type(to_regtype({}), NULL)", literal(&native));
        // A text that is no type at all is refused.
        let answer = database.query(&question).unwrap_or_default();
        printed.push(answer.into_iter().flatten().flatten().next().unwrap_or(native));
    }
    Ok(printed)
}
