//! What the questions are answered with, a field a value in their order.

use model_core::schema::{Attribute, Grant};
use serde::Deserialize;

#[derive(Debug, Deserialize)]
pub struct NameRow {
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct ExtensionRow {
    pub name: String,
    pub schema: String,
}

#[derive(Debug, Deserialize)]
pub struct TableRow {
    pub id: u32,
    pub schema: String,
    pub name: String,
    pub kind: String,
    pub unlogged: bool,
    pub row_security: bool,
    pub forces_row_security: bool,
    pub replica_identity: String,
    pub options: Option<Vec<String>>,
    pub comment: Option<String>,
    pub grants: Option<Vec<Grant>>,
    pub typed: bool,
    pub partition_key: Option<String>,
    pub bound: Option<String>,
    pub parents: Option<Vec<ParentRow>>,
}

#[derive(Debug, Deserialize)]
pub struct ParentRow {
    pub schema: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct ColumnRow {
    pub table: u32,
    pub number: i16,
    pub name: String,
    #[serde(rename = "type")]
    pub ty: String,
    pub nullable: bool,
    pub expression: Option<String>,
    pub generated: String,
    pub identity: String,
    pub comment: Option<String>,
    pub collation: Option<String>,
    pub storage: Option<String>,
    pub compression: Option<String>,
    pub statistics: Option<i32>,
    pub parameters: Option<Vec<String>>,
    pub inherited: bool,
    pub local: bool,
}

#[derive(Debug, Deserialize)]
pub struct ConstraintRow {
    pub table: u32,
    /// 0 where it is none.
    pub parent_table: u32,
    pub name: String,
    pub kind: String,
    pub deferrable: bool,
    pub deferred: bool,
    pub not_valid: bool,
    pub not_enforced: bool,
    pub period: bool,
    pub no_inherit: bool,
    pub expression: Option<String>,
    pub columns: Option<Vec<i16>>,
    pub parent_schema: Option<String>,
    pub parent: Option<String>,
    pub parent_columns: Option<Vec<i16>>,
    pub on_update: String,
    pub on_delete: String,
    pub match_full: bool,
    pub on_delete_columns: Option<Vec<i16>>,
    pub nulls_not_distinct: bool,
    pub include: Option<Vec<i16>>,
    pub definition: Option<String>,
    pub comment: Option<String>,
    pub index_options: Option<Vec<String>>,
    pub index_comment: Option<String>,
    pub clustered: bool,
    pub replica_identity: bool,
    pub parents_name: Option<String>,
    pub local: bool,
    /// A foreign key that the server keeps beside another for one partition of the table it leads to.
    pub of_partition: bool,
}

#[derive(Debug, Deserialize)]
pub struct IndexRow {
    pub id: u32,
    pub table: u32,
    pub name: String,
    pub method: String,
    pub unique: bool,
    pub valid: bool,
    pub definition: String,
    pub options: Option<Vec<String>>,
    pub nulls_not_distinct: bool,
    pub predicate: Option<String>,
    pub comment: Option<String>,
    pub clustered: bool,
    pub replica_identity: bool,
    pub parents_name: Option<String>,
    /// The number of a column for each part, 0 for an expression; those past the ones with `bits` are included.
    pub columns: Vec<i16>,
    pub bits: Vec<i16>,
}

/// What is unusual about a part of an index.
#[derive(Debug, Default, Deserialize)]
pub struct IndexPartRow {
    pub index: u32,
    /// From 1.
    pub place: i16,
    pub expression: Option<String>,
    pub collation: Option<String>,
    pub class: Option<String>,
    pub class_options: Option<Vec<String>>,
    pub statistics: Option<i32>,
}

#[derive(Debug, Deserialize)]
pub struct CollationRow {
    pub schema: String,
    pub name: String,
    pub provider: String,
    pub locale: Option<String>,
    pub ctype: Option<String>,
    pub deterministic: bool,
    pub rules: Option<String>,
    pub comment: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct EnumRow {
    pub schema: String,
    pub name: String,
    pub visible: bool,
    pub values: Vec<String>,
}

#[derive(Debug, Deserialize)]
pub struct SequenceRow {
    pub schema: String,
    pub name: String,
    #[serde(rename = "type")]
    pub ty: String,
    pub start: i64,
    pub increment: i64,
    pub min: i64,
    pub max: i64,
    pub cache: i64,
    pub cycle: bool,
    pub tie: Option<String>,
    pub owner_schema: Option<String>,
    pub owner: Option<String>,
    pub owner_column: Option<String>,
    pub next: String,
    pub grants: Option<Vec<Grant>>,
}

#[derive(Debug, Deserialize)]
pub struct ObjectRow {
    pub kind: model_core::schema::ObjectKind,
    pub schema: String,
    pub name: String,
    pub table: Option<String>,
    pub table_schema: Option<String>,
    pub signature: Option<String>,
    pub definition: Option<String>,
    #[serde(default)]
    pub detail: Option<Detail>,
    pub class: Option<Class>,
    pub id: Option<i64>,
    pub owner: Option<String>,
    pub comment: Option<String>,
    pub grants: Option<Vec<Grant>>,
    pub leans: Option<Vec<LeanRow>>,
    pub constraints: Option<Vec<ConstraintNameRow>>,
}

/// What others can lean on.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Class {
    Relation,
    Type,
    Routine,
}

#[derive(Debug, Deserialize)]
pub struct ConstraintNameRow {
    pub schema: String,
    pub table: String,
    pub name: String,
}

#[derive(Debug, Deserialize)]
pub struct LeanRow {
    pub class: Class,
    pub id: i64,
    /// `relkind` of a relation, `typtype` of a type.
    pub kind: String,
    pub schema: Option<String>,
    pub name: Option<String>,
    pub column: Option<String>,
}

/// What the server has no printer for, each kind its own part of it.
#[derive(Debug, Default, Deserialize)]
#[serde(default)]
pub struct Detail {
    pub options: Option<Vec<String>>,
    pub unfilled: bool,
    pub method: Option<String>,
    pub columns: Option<Vec<ViewColumn>>,
    pub indexes: Option<Vec<ViewIndex>>,
    pub interface: Vec<Option<String>>,
    #[serde(rename = "type")]
    pub ty: Option<String>,
    pub collation: Option<String>,
    pub default: Option<String>,
    pub not_null: bool,
    pub checks: Option<Vec<DomainCheck>>,
    pub attributes: Option<Vec<Attribute>>,
    pub subtype: Option<String>,
    pub class: Option<String>,
    pub difference: Option<String>,
    pub enabled: Option<String>,
    pub permissive: bool,
    pub command: Option<String>,
    pub roles: Option<Vec<String>>,
    pub using: Option<String>,
    pub check: Option<String>,
    pub target: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct ViewColumn {
    pub name: String,
    #[serde(rename = "type")]
    pub ty: String,
    pub collation: i64,
    pub default: Option<String>,
    pub comment: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct ViewIndex {
    pub name: String,
    pub definition: String,
    pub comment: Option<String>,
}

#[derive(Debug, Deserialize)]
pub struct DomainCheck {
    pub name: String,
    pub expression: String,
    pub not_valid: bool,
    pub comment: Option<String>,
}
