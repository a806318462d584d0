use serde::{Deserialize, Serialize};

use super::QualifiedName;

/// What a column holds.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ColumnType {
    /// What a Rust type means, before a database was chosen.
    Logical(LogicalType),
    /// The database's own spelling, modifiers included: `character varying(80)`,
    /// `bigint(20) unsigned`, `VARCHAR(80)`. Empty where SQLite has a column without a type.
    Native(String),
}

impl ColumnType {
    /// The database's spelling, or `None` before lowering.
    pub fn native(&self) -> Option<&str> {
        match self {
            Self::Native(text) => Some(text),
            Self::Logical(_) => None,
        }
    }
}

/// The column types that Rust types map to by themselves.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum LogicalType {
    /// `bool`
    Bool,
    /// `i8`; a two-byte integer where the database has none of one byte.
    TinyInt,
    /// `i16`
    SmallInt,
    /// `i32`
    Integer,
    /// `i64`
    BigInt,
    /// `u8`; the next wider signed type outside MySQL.
    UnsignedTinyInt,
    /// `u16`; the next wider signed type outside MySQL.
    UnsignedSmallInt,
    /// `u32`; the next wider signed type outside MySQL.
    UnsignedInteger,
    /// `u64`; a decimal of twenty digits outside MySQL.
    UnsignedBigInt,
    /// `f32`
    Float,
    /// `f64`
    Double,
    /// `BigDecimal`
    Decimal {
        /// All digits, before and after the point.
        precision: Option<u32>,
        /// Digits after the point.
        scale: Option<u32>,
    },
    /// `Decimal<SCALE>`: a whole number of the smallest unit where the database has no decimal one.
    Units {
        /// All digits, before and after the point.
        precision: u32,
        /// Digits after the point.
        scale: u32,
    },
    /// `String`
    Text {
        /// In characters.
        max_length: Option<u32>,
    },
    /// `Vec<u8>`
    Binary {
        /// In bytes.
        max_length: Option<u32>,
    },
    /// `NaiveDate`, `time::Date`
    Date,
    /// `NaiveTime`, `time::Time`
    Time,
    /// `NaiveDateTime`, `PrimitiveDateTime`
    Timestamp,
    /// `DateTime<Utc>`, `OffsetDateTime`
    TimestampTz,
    /// `Uuid`
    Uuid,
    /// `serde_json::Value` stored as text (`json`).
    Json,
    /// `serde_json::Value` stored decomposed (`jsonb`), the default for JSON.
    Jsonb,
    /// `Vec<T>`, PostgreSQL only.
    Array(Box<LogicalType>),
    /// An enumeration of [`Schema::enums`](super::Schema::enums).
    Enum(QualifiedName),
    /// The database's own spelling, given by the person.
    Native(String),
}
