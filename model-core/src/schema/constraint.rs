use serde::{Deserialize, Serialize};

use super::{ConstraintIndex, QualifiedName, SortOrder};

/// A column's place in a primary key or unique constraint.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct KeyColumn {
    /// The column's name.
    pub name: String,
    /// SQLite and MySQL 8 may order a key downwards.
    #[serde(default, skip_serializing_if = "SortOrder::is_ascending")]
    pub order: SortOrder,
    /// SQLite: a collation of the key's own.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// MySQL: only so many characters.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub prefix: Option<u32>,
}

impl KeyColumn {
    /// A whole column, upwards.
    pub fn new(name: impl Into<String>) -> Self {
        Self { name: name.into(), order: SortOrder::Ascending, collation: None, prefix: None }
    }
}

/// Whether a constraint is looked at when the statement or the transaction ends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Deferrable {
    /// `NOT DEFERRABLE`
    #[default]
    No,
    /// `DEFERRABLE INITIALLY IMMEDIATE`
    Immediate,
    /// `DEFERRABLE INITIALLY DEFERRED`
    Deferred,
}

impl Deferrable {
    /// Whether it is `NOT DEFERRABLE`.
    pub fn is_no(&self) -> bool {
        matches!(self, Self::No)
    }
}

/// A primary key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct PrimaryKey {
    /// The constraint's name; none where the database keeps none.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its columns in key order.
    pub columns: Vec<KeyColumn>,
    /// PostgreSQL 18: of the last column no two values may overlap (`WITHOUT OVERLAPS`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_overlaps: bool,
    /// PostgreSQL: further columns in the index.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// When it is looked at.
    #[serde(skip_serializing_if = "Deferrable::is_no")]
    pub deferrable: Deferrable,
    /// SQLite: the `ON CONFLICT` algorithm, in upper case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_conflict: Option<String>,
    /// The comment that the database keeps: of the constraint, or of its index (MariaDB and MySQL).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// PostgreSQL: what is set of the index behind it.
    #[serde(skip_serializing_if = "ConstraintIndex::is_unset")]
    pub index: ConstraintIndex,
}

/// A unique constraint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Unique {
    /// The constraint's name; none where SQLite has it without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// Its columns in key order.
    pub columns: Vec<KeyColumn>,
    /// PostgreSQL 18: of the last column no two values may overlap (`WITHOUT OVERLAPS`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub without_overlaps: bool,
    /// PostgreSQL: further columns in the index.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub include: Vec<String>,
    /// PostgreSQL 15: two NULLs count as equal.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub nulls_not_distinct: bool,
    /// When it is looked at.
    #[serde(skip_serializing_if = "Deferrable::is_no")]
    pub deferrable: Deferrable,
    /// SQLite: the `ON CONFLICT` algorithm, in upper case.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub on_conflict: Option<String>,
    /// The name it had before, while that may still stand in a database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// The comment that the database keeps (PostgreSQL).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// PostgreSQL: what is set of the index behind it.
    #[serde(skip_serializing_if = "ConstraintIndex::is_unset")]
    pub index: ConstraintIndex,
}

/// What happens to a row whose parent goes or changes its key.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ReferentialAction {
    /// `NO ACTION`, the default of SQL.
    #[default]
    NoAction,
    /// `RESTRICT`
    Restrict,
    /// `CASCADE`
    Cascade,
    /// `SET NULL`
    SetNull,
    /// `SET DEFAULT`
    SetDefault,
}

impl ReferentialAction {
    /// The SQL keywords.
    pub fn sql(self) -> &'static str {
        match self {
            Self::NoAction => "NO ACTION",
            Self::Restrict => "RESTRICT",
            Self::Cascade => "CASCADE",
            Self::SetNull => "SET NULL",
            Self::SetDefault => "SET DEFAULT",
        }
    }

    /// Whether it is `NO ACTION`.
    pub fn is_no_action(&self) -> bool {
        matches!(self, Self::NoAction)
    }
}

/// A foreign key.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct ForeignKey {
    /// The constraint's name; none where SQLite has it without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The columns that hold it.
    pub columns: Vec<String>,
    /// The table it leads to.
    pub references: QualifiedName,
    /// The columns it leads to; empty where SQLite means the parent's primary key.
    pub referenced_columns: Vec<String>,
    /// PostgreSQL 18: the last column is a span of time that the parent's spans have to cover (`PERIOD`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub period: bool,
    /// When the parent row goes.
    #[serde(skip_serializing_if = "ReferentialAction::is_no_action")]
    pub on_delete: ReferentialAction,
    /// PostgreSQL 15: only these columns are set, with `SET NULL` and `SET DEFAULT`.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub on_delete_columns: Vec<String>,
    /// When the parent's key changes.
    #[serde(skip_serializing_if = "ReferentialAction::is_no_action")]
    pub on_update: ReferentialAction,
    /// When it is looked at.
    #[serde(skip_serializing_if = "Deferrable::is_no")]
    pub deferrable: Deferrable,
    /// PostgreSQL: `MATCH FULL`.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub match_full: bool,
    /// PostgreSQL: the rows there were not looked at (`NOT VALID`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_valid: bool,
    /// PostgreSQL 18: no row is looked at, ever (`NOT ENFORCED`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_enforced: bool,
    /// The name it had before, while that may still stand in a database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// The comment that the database keeps (PostgreSQL).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The names that PostgreSQL gave to what it keeps of it for each partition of the table that it
    /// leads to. Not compared.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub partitions: Vec<(QualifiedName, String)>,
}

/// A check constraint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Check {
    /// The constraint's name; none where SQLite has it without.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    /// The condition without its outer parentheses.
    pub expression: String,
    /// PostgreSQL: inheriting tables do not have it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_inherit: bool,
    /// PostgreSQL: the rows there were not looked at (`NOT VALID`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_valid: bool,
    /// PostgreSQL 18 and MySQL: no row is looked at, ever (`NOT ENFORCED`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_enforced: bool,
    /// MariaDB and MySQL: the column that carries it, where it belongs to one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// The name it had before, while that may still stand in a database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// The comment that the database keeps (PostgreSQL).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// PostgreSQL's exclusion constraint.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Exclusion {
    /// The constraint's name.
    pub name: String,
    /// All that follows the name, as the database prints it: `EXCLUDE USING gist (…)`.
    pub definition: String,
    /// The comment that the database keeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// PostgreSQL: what is set of the index behind it.
    #[serde(skip_serializing_if = "ConstraintIndex::is_unset")]
    pub index: ConstraintIndex,
}

/// PostgreSQL 18: the constraint that makes a column required.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct NotNull {
    /// The constraint's name.
    pub name: String,
    /// Inheriting tables do not have it.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub no_inherit: bool,
    /// The rows there were not looked at (`NOT VALID`).
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_valid: bool,
    /// The comment that the database keeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}
