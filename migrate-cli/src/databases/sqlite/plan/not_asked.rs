//! Without SQLite at hand nothing is known to be in the way.

use model_core::schema::ObjectName;

use crate::databases::sqlite::statement::Statement;
use crate::diff::SchemaDiff;

pub(super) fn first(_: &SchemaDiff, _: &[Statement]) -> Option<ObjectName> {
    None
}
