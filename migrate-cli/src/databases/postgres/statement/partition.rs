use model_core::schema::QualifiedName;
use nonempty::NonEmpty;

use super::Expression;

/// About partitions, and about rows that go from one table to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum PartitionStatement {
    /// `ALTER TABLE … ATTACH PARTITION`
    Attach {
        /// The table that is divided.
        parent: QualifiedName,
        /// The table that becomes a partition.
        partition: QualifiedName,
        /// Its rows, as the server prints it.
        bound: String,
    },
    /// `ALTER TABLE … DETACH PARTITION`
    Detach {
        /// The table that is divided.
        parent: QualifiedName,
        /// The table that is on its own from then on.
        partition: QualifiedName,
    },
    /// `ALTER INDEX … ATTACH PARTITION`
    AttachIndex {
        /// The index of the table that is divided.
        parent: QualifiedName,
        /// The index of a partition.
        index: QualifiedName,
    },
    /// `CREATE TABLE … AS SELECT`: the rows wait in a table of their own.
    SaveRows {
        /// The table they are in.
        from: QualifiedName,
        /// Its columns.
        columns: NonEmpty<String>,
        /// The table they wait in.
        to: QualifiedName,
    },
    /// `INSERT INTO … SELECT`
    PutRows {
        /// The table they waited in.
        from: QualifiedName,
        /// The table they go to.
        to: QualifiedName,
        /// Its columns, with what they get.
        columns: NonEmpty<(String, RowValue)>,
        /// Whether an identity column counts always, and takes these all the same.
        overriding: bool,
    },
}

/// What a column of a row gets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RowValue {
    /// Made of a column that the row had.
    Made(Expression),
    /// As a person wrote it.
    Given(String),
}
