use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// Upwards or downwards.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum SortOrder {
    /// `ASC`
    #[default]
    Ascending,
    /// `DESC`
    Descending,
}

impl SortOrder {
    /// Whether it is `ASC`.
    pub fn is_ascending(&self) -> bool {
        matches!(self, Self::Ascending)
    }
}

/// Where an index keeps its NULLs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum NullsOrder {
    /// `NULLS FIRST`
    First,
    /// `NULLS LAST`
    Last,
}

/// What one part of an index orders.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum IndexTarget {
    /// A column, by name.
    Column(String),
    /// An expression without its outer parentheses.
    Expression(String),
}

/// One part of an index.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct IndexColumn {
    /// What it orders.
    pub target: IndexTarget,
    /// Which way.
    #[serde(default, skip_serializing_if = "SortOrder::is_ascending")]
    pub order: SortOrder,
    /// Where the NULLs are, where that isn't the default of the order.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nulls: Option<NullsOrder>,
    /// The collation, where it isn't the column's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// PostgreSQL: the operator class, where it isn't the type's default.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub operator_class: Option<String>,
    /// MySQL: only so many characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<u32>,
}

impl IndexColumn {
    /// A whole column, upwards.
    pub fn new(column: impl Into<String>) -> Self {
        Self {
            target: IndexTarget::Column(column.into()),
            order: SortOrder::Ascending,
            nulls: None,
            collation: None,
            operator_class: None,
            prefix: None,
        }
    }
}

/// An index that no constraint owns.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Index {
    /// Its name, unquoted.
    pub name: String,
    /// Its parts in order.
    pub columns: Vec<IndexColumn>,
    /// Whether two rows may have the same.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub unique: bool,
    /// PostgreSQL 15: two NULLs count as equal.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub nulls_not_distinct: bool,
    /// `gin`, `hash`, `FULLTEXT`, `SPATIAL`; none is the database's default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub method: Option<String>,
    /// PostgreSQL: further columns in the index.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// The condition of a partial index, without its outer parentheses.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub predicate: Option<String>,
    /// Properties by the names the dialect gives them: `fillfactor`, `invisible`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, String>,
    /// The comment that the database keeps with the index.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// PostgreSQL: `CLUSTER` puts the table's rows in its order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub clustered: bool,
    /// PostgreSQL: its columns identify a row to those that follow the changes.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub replica_identity: bool,
    /// The whole statement as the database keeps or prints it, where it does (SQLite, PostgreSQL).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// The name it had before, while that may still stand in a database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
}

/// PostgreSQL: what is set of the index behind a constraint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ConstraintIndex {
    /// Its storage parameters with their values, in the order in which they were given.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub parameters: Vec<(String, String)>,
    /// The comment of the index, beside that of the constraint.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// `CLUSTER` puts the table's rows in its order.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub clustered: bool,
    /// Its columns identify a row to those that follow the changes.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub replica_identity: bool,
}

impl ConstraintIndex {
    /// Whether nothing is set.
    pub fn is_unset(&self) -> bool {
        *self == Self::default()
    }
}
