//! SQL types for programs that know more than one database.
//!
//! Diesel has a type for a point in time on PostgreSQL and another on SQLite, and one for a UUID on
//! PostgreSQL only. These are one on all of them. As Rust's own rules keep an expression of a
//! `DateTime<Utc>` or a `Uuid` to Diesel itself, the field is of a type around it:
//!
//! ```
//! use diesel::prelude::*;
//! use model_core::prelude::*;
//! use model_core::sql_types;
//!
//! #[derive(ModelType, Debug, Clone, Copy, PartialEq, Eq, Hash)]
//! #[model(sql_type = sql_types::Uuid)]
//! pub struct VisitKey(pub Uuid);
//!
//! #[derive(ModelType, Debug, Clone, Copy, PartialEq)]
//! #[model(sql_type = sql_types::Instant)]
//! pub struct Moment(pub DateTime<Utc>);
//!
//! #[derive(Model)]
//! #[model(table = "visit")]
//! pub struct Visit {
//!     #[model(primary_key, newtype = Uuid, sql_type = sql_types::Uuid)]
//!     pub key: VisitKey,
//!     #[model(newtype = DateTime<Utc>, sql_type = sql_types::Instant, default = now)]
//!     pub at: Moment,
//! }
//!
//! # fn main() {
//! let query = Visit::find(VisitKey(Uuid::nil()));
//! let query = query.filter(visit::at.lt(Moment(DateTime::UNIX_EPOCH)));
//! let _ = diesel::debug_query::<diesel::pg::Pg, _>(&query).to_string();
//! # let query = Visit::find(VisitKey(Uuid::nil()));
//! # let query = query.filter(visit::at.lt(Moment(DateTime::UNIX_EPOCH)));
//! let _ = diesel::debug_query::<diesel::sqlite::Sqlite, _>(&query).to_string();
//! # let query = Visit::find(VisitKey(Uuid::nil()));
//! # let query = query.filter(visit::at.lt(Moment(DateTime::UNIX_EPOCH)));
//! let _ = diesel::debug_query::<diesel::mysql::Mysql, _>(&query).to_string();
//! # }
//! ```
//!
//! Everything else that a model holds, bools and texts, `NaiveDateTime`, enumerations and JSON, is
//! the same on every database by itself.

#[cfg(feature = "numeric")]
pub use crate::decimal::{Decimal, DivideInRust};

use diesel::query_builder::QueryId;
use diesel::sql_types::SqlType;

/// A point in time, whatever the clocks there show: `timestamp with time zone` on PostgreSQL, text
/// in UTC on SQLite, `timestamp` on MySQL, whose session Diesel sets to UTC.
#[derive(Debug, Clone, Copy, Default, QueryId, SqlType)]
#[diesel(postgres_type(oid = 1184, array_oid = 1185))]
#[diesel(sqlite_type(name = "Text"))]
#[diesel(mysql_type(name = "Timestamp"))]
pub struct Instant;

/// A UUID: `uuid` on PostgreSQL, its sixteen bytes on SQLite and MySQL.
#[derive(Debug, Clone, Copy, Default, QueryId, SqlType)]
#[diesel(postgres_type(oid = 2950, array_oid = 2951))]
#[diesel(sqlite_type(name = "Binary"))]
#[diesel(mysql_type(name = "Blob"))]
pub struct Uuid;

/// Stored and read as another SQL type of the same backend.
#[cfg(all(
    any(feature = "chrono", feature = "uuid"),
    any(feature = "sqlite", feature = "postgres", feature = "mysql")
))]
macro_rules! stored_as {
    ($backend:ty, $sql_type:ty as $stored:ty: $rust:ty) => {
        impl diesel::serialize::ToSql<$sql_type, $backend> for $rust {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, $backend>,
            ) -> diesel::serialize::Result {
                diesel::serialize::ToSql::<$stored, $backend>::to_sql(self, out)
            }
        }

        impl diesel::deserialize::FromSql<$sql_type, $backend> for $rust {
            fn from_sql(
                value: <$backend as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                diesel::deserialize::FromSql::<$stored, $backend>::from_sql(value)
            }
        }
    };
}

/// The sixteen bytes, where the database knows no more of them.
#[cfg(all(feature = "uuid", any(feature = "sqlite", feature = "mysql")))]
macro_rules! by_its_bytes {
    ($backend:ty) => {
        impl diesel::serialize::ToSql<super::Uuid, $backend> for Uuid {
            fn to_sql<'b>(
                &'b self,
                out: &mut diesel::serialize::Output<'b, '_, $backend>,
            ) -> diesel::serialize::Result {
                let bytes: &[u8] = self.as_bytes();
                diesel::serialize::ToSql::<diesel::sql_types::Binary, $backend>::to_sql(bytes, out)
            }
        }

        impl diesel::deserialize::FromSql<super::Uuid, $backend> for Uuid {
            fn from_sql(
                value: <$backend as diesel::backend::Backend>::RawValue<'_>,
            ) -> diesel::deserialize::Result<Self> {
                let bytes: Vec<u8> = diesel::deserialize::FromSql::<
                    diesel::sql_types::Binary,
                    $backend,
                >::from_sql(value)?;
                Ok(Uuid::from_slice(&bytes)?)
            }
        }
    };
}

#[cfg(feature = "chrono")]
mod instant {
    use chrono::{DateTime, Utc};

    use super::Instant;

    #[cfg(feature = "postgres")]
    stored_as!(diesel::pg::Pg, Instant as diesel::sql_types::Timestamptz: DateTime<Utc>);
    #[cfg(feature = "sqlite")]
    stored_as!(
        diesel::sqlite::Sqlite, Instant as diesel::sql_types::TimestamptzSqlite: DateTime<Utc>
    );

    #[cfg(feature = "mysql")]
    impl diesel::serialize::ToSql<Instant, diesel::mysql::Mysql> for DateTime<Utc> {
        fn to_sql<'b>(
            &'b self,
            out: &mut diesel::serialize::Output<'b, '_, diesel::mysql::Mysql>,
        ) -> diesel::serialize::Result {
            use diesel::sql_types::Timestamp;
            let time = self.naive_utc();
            diesel::serialize::ToSql::<Timestamp, _>::to_sql(&time, &mut out.reborrow())
        }
    }

    #[cfg(feature = "mysql")]
    impl diesel::deserialize::FromSql<Instant, diesel::mysql::Mysql> for DateTime<Utc> {
        fn from_sql(value: diesel::mysql::MysqlValue<'_>) -> diesel::deserialize::Result<Self> {
            use diesel::sql_types::Timestamp;
            let time: chrono::NaiveDateTime =
                diesel::deserialize::FromSql::<Timestamp, diesel::mysql::Mysql>::from_sql(value)?;
            Ok(time.and_utc())
        }
    }
}

#[cfg(feature = "uuid")]
mod uuid {
    use ::uuid::Uuid;

    #[cfg(feature = "postgres")]
    stored_as!(diesel::pg::Pg, super::Uuid as diesel::sql_types::Uuid: Uuid);
    #[cfg(feature = "sqlite")]
    by_its_bytes!(diesel::sqlite::Sqlite);
    #[cfg(feature = "mysql")]
    by_its_bytes!(diesel::mysql::Mysql);
}
