//! What SQLite knows of the columns of a view: the declared types of those that are plainly a table's, and
//! the affinity of others.

use model_core::schema::QualifiedName;

use super::quote::literal;
use super::rust_type;
use crate::database::{Connection, DatabaseError};
use crate::dialect::ViewColumn;

pub fn view_columns(
    database: &mut dyn Connection,
    view: &QualifiedName,
) -> Result<Vec<ViewColumn>, DatabaseError> {
    let name = literal(&view.name);
    let rows = database.query(&format!("SELECT name, type FROM pragma_table_xinfo({name})"))?;
    let columns = rows.into_iter().map(|row| {
        let mut values = row.into_iter();
        let (name, native) = (values.next().flatten(), values.next().flatten());
        // `NUM` is the affinity of what may be anything, a date among them.
        let native = native.filter(|native| {
            !native.is_empty() && !native.eq_ignore_ascii_case("NUM") && rust_type::is_known(native)
        });
        ViewColumn { name: name.unwrap_or_default(), native }
    });
    Ok(columns.collect())
}
