use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::QualifiedName;

/// How PostgreSQL divides the rows of a table among its partitions.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Partitioning {
    /// The method and the key, as the database prints them: `RANGE (created_at)`.
    pub key: String,
    /// Partitions that are left alone and are no tables of the schema: ignored ones, foreign tables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub left_alone: Vec<QualifiedName>,
}

/// The place of a table among the partitions of another.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct PartitionOf {
    /// The partitioned table.
    pub parent: QualifiedName,
    /// Its rows, as the database prints it: `FOR VALUES IN ('a')`, `DEFAULT`.
    pub bound: String,
}

/// What of a table belongs to its parents: it comes, changes and goes with theirs.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Inherited {
    /// Columns, by name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub columns: BTreeMap<String, InheritedColumn>,
    /// Constraints, by the name here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub constraints: BTreeMap<String, InheritedObject>,
    /// Indexes, by the name here.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub indexes: BTreeMap<String, InheritedObject>,
}

impl Inherited {
    /// Whether nothing is inherited.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Whether the column is a parent's.
    pub fn column(&self, name: &str) -> bool {
        self.columns.contains_key(name)
    }

    /// Whether the constraint is a parent's.
    pub fn constraint(&self, name: Option<&String>) -> bool {
        name.is_some_and(|name| self.constraints.contains_key(name))
    }

    /// Whether the index is attached to a parent's.
    pub fn index(&self, name: &str) -> bool {
        self.indexes.contains_key(name)
    }
}

/// A column that a parent has, too.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InheritedColumn {
    /// The table declares it as well: it stays where the parent's goes.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub merged: bool,
    /// Its default is not the parent's.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own_default: bool,
    /// It forbids NULL where the parent does not, or the other way round.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub own_nullability: bool,
}

/// A constraint or an index that a parent has, too.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct InheritedObject {
    /// The name of the parent's.
    pub of: String,
    /// The table declares it as well: it stays where the parent's goes.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub merged: bool,
}
