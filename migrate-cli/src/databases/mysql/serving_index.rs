//! The index that every foreign key needs: the server makes one where there is none.

use model_core::schema::{ForeignKey, Index, IndexColumn, IndexTarget};

/// Whether an index begins with the columns of a foreign key.
pub fn serves(index: &Index, key: &ForeignKey) -> bool {
    index.method.is_none()
        && index.columns.len() >= key.columns.len()
        && index.columns.iter().zip(&key.columns).all(|(column, name)| {
            column.prefix.is_none() && column.target == IndexTarget::Column(name.clone())
        })
}

/// The index that the server makes for a foreign key.
pub fn index_of(key: &ForeignKey) -> Index {
    let name = key.name.clone().or_else(|| key.columns.first().cloned()).unwrap_or_default();
    let columns = key.columns.iter().map(IndexColumn::new).collect();
    Index { name, columns, ..Index::default() }
}
