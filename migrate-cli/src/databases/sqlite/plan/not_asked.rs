//! Without SQLite at hand nothing is known of what it would say.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectName, QualifiedName, Schema};

use crate::databases::sqlite::statement::Statement;
use crate::diff::SchemaDiff;

pub(super) fn in_the_way(_: &SchemaDiff, _: &[Statement]) -> BTreeSet<ObjectName> {
    BTreeSet::new()
}

pub(super) fn columns_of_views(_: &Schema) -> BTreeMap<QualifiedName, Vec<String>> {
    BTreeMap::new()
}
