//! What the questions are answered with.

use serde::Deserialize;
use serde::de::DeserializeOwned;

use crate::database::{Connection, DatabaseError};

/// Asks, and reads a JSON object a row.
pub fn ask<T: DeserializeOwned>(
    database: &mut dyn Connection,
    question: &str,
) -> Result<Vec<T>, DatabaseError> {
    let rows = database.query(&format!("SELECT row_to_json(q) FROM ({question}) q"))?;
    rows.iter()
        .map(|row| {
            let text = row.first().and_then(Option::as_deref).unwrap_or("null");
            serde_json::from_str(text).map_err(|e| DatabaseError::Answer(format!("{e} in {text}")))
        })
        .collect()
}

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
    pub schema: String,
    pub name: String,
    pub kind: String,
    pub unlogged: bool,
    pub row_security: bool,
    pub forces_row_security: bool,
    pub replica_identity: String,
    pub options: Option<Vec<String>>,
    pub comment: Option<String>,
    pub inherited: bool,
}

#[derive(Debug, Deserialize)]
pub struct ColumnRow {
    pub schema: String,
    pub table: String,
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
}

#[derive(Debug, Deserialize)]
pub struct ConstraintRow {
    pub schema: String,
    pub table: String,
    pub name: String,
    pub kind: String,
    pub deferrable: bool,
    pub deferred: bool,
    pub not_valid: bool,
    pub not_enforced: bool,
    pub period: bool,
    pub no_inherit: bool,
    pub expression: Option<String>,
    pub columns: Option<Vec<String>>,
    pub parent_schema: Option<String>,
    pub parent: Option<String>,
    pub parent_columns: Option<Vec<String>>,
    pub on_update: String,
    pub on_delete: String,
    pub match_full: bool,
    pub on_delete_columns: Option<Vec<String>>,
    pub nulls_not_distinct: bool,
    pub include: Option<Vec<String>>,
    pub definition: Option<String>,
    pub comment: Option<String>,
    pub index_options: Option<Vec<String>>,
    pub index_comment: Option<String>,
    pub clustered: bool,
    pub replica_identity: bool,
}

#[derive(Debug, Deserialize)]
pub struct IndexRow {
    pub schema: String,
    pub table: String,
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
    pub parts: Vec<IndexPart>,
}

#[derive(Debug, Deserialize)]
pub struct IndexPart {
    pub column: Option<String>,
    pub expression: Option<String>,
    pub bits: i64,
    pub included: bool,
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
}

#[derive(Debug, Deserialize)]
pub struct OtherRow {
    pub kind: model_core::schema::ObjectKind,
    pub schema: String,
    pub name: String,
    pub table: Option<String>,
    pub definition: Option<String>,
    pub references: Vec<ReferenceRow>,
}

#[derive(Debug, Deserialize)]
pub struct ReferenceRow {
    pub schema: String,
    pub table: String,
    pub column: Option<String>,
}
