//! What MariaDB and MySQL know of the columns of a view.

use model_core::schema::QualifiedName;

use super::quote::literal;
use crate::database::{Connection, DatabaseError};
use crate::dialect::ViewColumn;

pub fn view_columns(
    database: &mut dyn Connection,
    view: &QualifiedName,
) -> Result<Vec<ViewColumn>, DatabaseError> {
    let rows = database.query(&format!(
        "SELECT column_name, column_type FROM information_schema.columns \
         WHERE table_schema = DATABASE() AND table_name = {} ORDER BY ordinal_position",
        literal(&view.name)
    ))?;
    let columns = rows.into_iter().map(|row| {
        let mut values = row.into_iter();
        let (name, native) = (values.next().flatten(), values.next().flatten());
        // What is NULL in every row has this one.
        let native = native.filter(|native| native != "binary(0)");
        ViewColumn { name: name.unwrap_or_default(), native }
    });
    Ok(columns.collect())
}
