use std::collections::BTreeMap;
use std::fmt;

use serde::{Deserialize, Serialize};

use super::{
    Check, Column, Exclusion, ForeignKey, Grant, Index, Inherited, PartitionOf, Partitioning,
    PrimaryKey, Unique,
};

/// The name of a table, type or sequence, with its namespace where that isn't the default one.
///
/// ```
/// use model_core::schema::QualifiedName;
///
/// assert_eq!(QualifiedName::new("group").to_string(), "group");
/// assert_eq!(QualifiedName::qualified("audit", "entry").to_string(), "audit.entry");
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QualifiedName {
    /// `None` is the connection's default namespace (`public`, as a rule).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
    /// The name alone, unquoted.
    pub name: String,
}

impl QualifiedName {
    /// A name in the default namespace.
    pub fn new(name: impl Into<String>) -> Self {
        Self { schema: None, name: name.into() }
    }

    /// A name in the given namespace.
    pub fn qualified(schema: impl Into<String>, name: impl Into<String>) -> Self {
        Self { schema: Some(schema.into()), name: name.into() }
    }
}

impl fmt::Display for QualifiedName {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.schema {
            Some(schema) => write!(f, "{schema}.{}", self.name),
            None => f.write_str(&self.name),
        }
    }
}

/// Where a model was declared, for messages.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Origin {
    /// The full path of the Rust type, `app::models::Group`.
    pub rust_type: String,
    /// The source file, as the compiler names it.
    pub file: String,
    /// The line of the struct, from 1.
    pub line: u32,
}

/// One table.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Table {
    /// Its name.
    pub name: QualifiedName,
    /// Its columns in their order.
    pub columns: Vec<Column>,
    /// Its primary key.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub primary_key: Option<PrimaryKey>,
    /// Unique constraints (not unique indexes).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub uniques: Vec<Unique>,
    /// Foreign keys that this table holds.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub foreign_keys: Vec<ForeignKey>,
    /// Check constraints.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
    /// PostgreSQL's exclusion constraints.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub exclusions: Vec<Exclusion>,
    /// Indexes that no constraint owns.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<Index>,
    /// Properties of the table, by the names the database's dialect gives them: `strict`,
    /// `without_rowid`, `engine`, `collation`, `row_format`, `unlogged`, `fillfactor`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, String>,
    /// How PostgreSQL divides its rows among partitions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partitioning: Option<Partitioning>,
    /// The table that it is a partition of.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub partition_of: Option<PartitionOf>,
    /// The tables that it inherits from, in order, where it is no partition.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub inherits: Vec<QualifiedName>,
    /// What of it belongs to those tables.
    #[serde(skip_serializing_if = "Inherited::is_empty")]
    pub inherited: Box<Inherited>,
    /// The comment that the database keeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// What others than its owner may do with it (PostgreSQL). Models say nothing of it.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<Grant>,
    /// The whole statement that made it, where the database keeps it (SQLite): comments, layout
    /// and all. Never compared; a table made anew from it is the same to the letter.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Constraints and indexes by their names that the model can't say, and that stay as a database has
    /// them.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub keeps: Vec<String>,
    /// The name it had before, while that may still stand in a database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<QualifiedName>,
    /// The model that declares it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<Origin>,
}

impl Table {
    /// An empty table in the default namespace.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: QualifiedName::new(name), ..Self::default() }
    }

    /// The column of this name, compared to the letter.
    pub fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    /// The tables above it: the one that it is a partition of, or those that it inherits from.
    pub fn parents(&self) -> impl Iterator<Item = &QualifiedName> {
        self.partition_of.iter().map(|p| &p.parent).chain(&self.inherits)
    }
}
