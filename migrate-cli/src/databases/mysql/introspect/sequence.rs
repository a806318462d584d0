//! The sequences of MariaDB.

use model_core::schema::{QualifiedName, Sequence, SequenceOptions};

use super::catalog::Catalog;
use crate::dialect::Scope;

/// All of them.
pub fn read(catalog: &Catalog, scope: &Scope) -> Vec<Sequence> {
    catalog
        .sequences
        .iter()
        .filter(|row| !scope.ignores(&row.sequence_name))
        .map(|row| Sequence {
            grants: Vec::new(),
            name: QualifiedName::new(&row.sequence_name),
            options: SequenceOptions {
                ty: None,
                start: Some(row.start_value),
                min: Some(row.minimum_value),
                max: Some(row.maximum_value),
                increment: Some(row.increment),
                cache: Some(row.cache_size),
                cycle: Some(row.cycle_option),
            },
            owned_by: None,
        })
        .collect()
}
