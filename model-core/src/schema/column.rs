use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{ColumnType, NotNull};

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Column {
    /// Its name, unquoted.
    pub name: String,
    /// What it holds.
    #[serde(rename = "type")]
    pub ty: ColumnType,
    /// Whether it may be NULL.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub nullable: bool,
    /// The constraint that forbids NULL, where the database keeps one and the column may not be NULL
    /// (PostgreSQL 18).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub not_null: Option<NotNull>,
    /// What a row gets that says nothing.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub default: Option<DefaultValue>,
    /// How the database counts it up by itself.
    #[serde(default, skip_serializing_if = "Identity::is_none", alias = "generation")]
    pub identity: Identity,
    /// The expression that it always is.
    #[serde(default, skip_serializing_if = "Option::is_none", alias = "generated")]
    pub computed: Option<Computed>,
    /// The collation, where it isn't the default of table or type.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// MySQL's character set, where it isn't the table's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub charset: Option<String>,
    /// MySQL's `ON UPDATE` expression.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub on_update: Option<String>,
    /// The comment that the database keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// The name it had before, while that may still stand in a database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
    /// Where an enumeration is written out in the column itself: the values that had another name before, the
    /// old name first.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub renamed_values: BTreeMap<String, String>,
    /// Further properties by the names the dialect gives them: `invisible`, `compression`,
    /// `not_null_conflict`.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub options: BTreeMap<String, String>,
}

impl Column {
    /// A required column with nothing else to it.
    pub fn new(name: impl Into<String>, ty: ColumnType) -> Self {
        Self {
            name: name.into(),
            ty,
            nullable: false,
            not_null: None,
            default: None,
            identity: Identity::None,
            computed: None,
            collation: None,
            charset: None,
            on_update: None,
            comment: None,
            renamed_from: None,
            renamed_values: BTreeMap::new(),
            options: BTreeMap::new(),
        }
    }

    /// Whether no row holds NULL in it, not even one from before that was said.
    pub fn forbids_null(&self) -> bool {
        !self.nullable && !self.not_null.as_ref().is_some_and(|constraint| constraint.not_valid)
    }

    /// Whether a row has to say a value for it: it is required, and nothing else gives it one.
    ///
    /// ```
    /// use model_core::schema::{Column, ColumnType};
    ///
    /// let column = Column::new("name", ColumnType::Native("text".into()));
    /// assert!(column.needs_value());
    /// assert!(!Column { nullable: true, ..column }.needs_value());
    /// ```
    pub fn needs_value(&self) -> bool {
        !self.nullable
            && self.default.is_none()
            && self.identity.is_none()
            && self.computed.is_none()
    }
}

/// A default, as declared or as the database spells it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum DefaultValue {
    /// A literal of the model, to be written by the dialect.
    Literal(Literal),
    /// The time of the insert.
    Now,
    /// An expression in the database's SQL. The only form of a physical schema.
    Sql(String),
}

impl DefaultValue {
    /// The expression, or `None` before lowering.
    pub fn sql(&self) -> Option<&str> {
        match self {
            Self::Sql(text) => Some(text),
            _ => None,
        }
    }
}

/// A literal value in a model's attribute.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Literal {
    /// `true`, `false`
    Bool(bool),
    /// A whole number; 128 bits hold every signed and unsigned column.
    Integer(i128),
    /// A number with a point or an exponent, as it was written.
    Float(String),
    /// Characters, unescaped.
    Text(String),
    /// Bytes.
    Bytes(Vec<u8>),
}

/// How the database fills a column by counting.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Identity {
    /// It does not.
    #[default]
    None,
    /// The model's "generated key", before a database was chosen.
    Auto {
        /// SQLite: never use a number again (`AUTOINCREMENT`).
        strict: bool,
        /// PostgreSQL: no other value is taken (`GENERATED ALWAYS`).
        #[serde(default, skip_serializing_if = "std::ops::Not::not")]
        always: bool,
        /// PostgreSQL: what it counts, where the model says so.
        #[serde(default, skip_serializing_if = "SequenceOptions::is_silent")]
        options: SequenceOptions,
    },
    /// PostgreSQL: `GENERATED … AS IDENTITY`.
    #[serde(alias = "identity")]
    Standard {
        /// `ALWAYS` rather than `BY DEFAULT`.
        always: bool,
        /// The sequence behind it.
        options: SequenceOptions,
    },
    /// PostgreSQL: `DEFAULT nextval(…)` of a sequence that the column owns.
    Serial {
        /// The sequence's name, unquoted, in the table's namespace.
        sequence: String,
        /// The sequence behind it.
        options: SequenceOptions,
    },
    /// MySQL: `AUTO_INCREMENT`.
    AutoIncrement,
    /// SQLite: `INTEGER PRIMARY KEY AUTOINCREMENT`.
    RowidAutoincrement,
}

impl Identity {
    /// Whether the column is not counted.
    pub fn is_none(&self) -> bool {
        matches!(self, Self::None)
    }
}

/// What a sequence counts; all in the sequence's own units.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct SequenceOptions {
    /// The integer type: `smallint`, `integer`, `bigint`.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub ty: Option<String>,
    /// The first value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub start: Option<i64>,
    /// The step, never 0.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub increment: Option<i64>,
    /// The least value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub min: Option<i64>,
    /// The greatest value.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub max: Option<i64>,
    /// How many values a session takes at once; a matter of speed, never compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cache: Option<i64>,
    /// Whether it starts again at the end.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cycle: Option<bool>,
}

impl SequenceOptions {
    /// Whether it says nothing at all.
    pub fn is_silent(&self) -> bool {
        *self == Self::default()
    }
}

/// A column that is an expression of others.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Computed {
    /// The expression without its outer parentheses.
    pub expression: String,
    /// Kept in the row, rather than computed when read.
    pub stored: bool,
}
