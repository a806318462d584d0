//! Columns of JSON whose field is the program's own type: `#[model(json)]`.
//!
//! ```
//! # use diesel::connection::SimpleConnection;
//! use diesel::prelude::*;
//! use model_core::prelude::*;
//! use serde::{Deserialize, Serialize};
//!
//! #[derive(Serialize, Deserialize, Debug, PartialEq)]
//! pub struct Settings {
//!     pub dark: bool,
//!     pub tabs: Vec<String>,
//! }
//!
//! #[derive(Model)]
//! #[model(table = "person")]
//! pub struct Person {
//!     pub id: i32,
//!     #[model(json)]
//!     pub settings: Settings,
//!     #[model(json)]
//!     pub draft: Option<Settings>,
//! }
//!
//! # fn main() -> QueryResult<()> {
//! # let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
//! # connection.batch_execute(
//! #     "CREATE TABLE person (id INTEGER PRIMARY KEY, settings TEXT NOT NULL, draft TEXT)",
//! # )?;
//! let settings = Settings { dark: true, tabs: vec!["news".into()] };
//! NewPerson::builder().settings(settings).build().insert().execute(connection)?;
//! let person = Person::query().first(connection)?;
//! assert_eq!((person.settings.tabs.len(), person.draft), (1, None));
//!
//! // What is no `Settings` is an error that says what is missing.
//! connection.batch_execute("UPDATE person SET settings = '{\"dark\": true}'")?;
//! let error = Person::query().first(connection).err().expect("an error");
//! assert!(format!("{error:?}").contains("missing field `tabs`"), "{error:?}");
//! # Ok(())
//! # }
//! ```

use diesel::backend::Backend;
use diesel::deserialize::{self, FromSql, FromSqlRow};
use diesel::expression::AsExpression;
use diesel::serialize::{self, Output, ToSql};
#[cfg(any(feature = "postgres", feature = "sqlite"))]
use diesel::sql_types::Jsonb;
use diesel::sql_types::{Json, Text};
use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::target::text;

/// A value on its way to the database.
#[derive(Debug, Clone, AsExpression)]
#[diesel(sql_type = Json)]
#[cfg_attr(any(feature = "postgres", feature = "sqlite"), diesel(sql_type = Jsonb))]
pub struct Written(Result<String, String>);

/// The value as JSON; one that is no JSON, such as a map whose keys are no texts, is an error of
/// the statement.
pub fn written<T: Serialize>(value: &T) -> Written {
    Written(serde_json::to_string(value).map_err(|error| {
        format!("a `{}` can't be written as JSON: {error}", std::any::type_name::<T>())
    }))
}

/// [`written`] for a column that may be NULL.
pub fn written_option<T: Serialize>(value: &Option<T>) -> Option<Written> {
    value.as_ref().map(written)
}

impl<DB> ToSql<Json, DB> for Written
where
    DB: Backend,
    str: ToSql<Text, DB>,
{
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, DB>) -> serialize::Result {
        <str as ToSql<Text, DB>>::to_sql(self.0.as_deref().map_err(String::as_str)?, out)
    }
}

#[cfg(feature = "postgres")]
impl ToSql<Jsonb, diesel::pg::Pg> for Written {
    fn to_sql<'b>(&'b self, out: &mut Output<'b, '_, diesel::pg::Pg>) -> serialize::Result {
        use std::io::Write as _;
        // The version of the format, which the server's `jsonb_recv` asks for.
        out.write_all(&[1])?;
        out.write_all(self.0.as_deref().map_err(String::as_str)?.as_bytes())?;
        Ok(serialize::IsNull::No)
    }
}

/// A value on its way from the database.
#[derive(Debug, Clone, FromSqlRow)]
pub struct Read<T>(pub T);

impl<T, DB> FromSql<Json, DB> for Read<T>
where
    T: DeserializeOwned,
    DB: Backend,
    *const str: FromSql<Text, DB>,
{
    fn from_sql(bytes: DB::RawValue<'_>) -> deserialize::Result<Self> {
        text::<DB, _>(bytes, |text| read(text.as_bytes()))
    }
}

#[cfg(feature = "postgres")]
impl<T: DeserializeOwned> FromSql<Jsonb, diesel::pg::Pg> for Read<T> {
    fn from_sql(value: diesel::pg::PgValue<'_>) -> deserialize::Result<Self> {
        match value.as_bytes() {
            [1, json @ ..] => read(json),
            _ => Err("this is no version of jsonb that is known here".into()),
        }
    }
}

fn read<T: DeserializeOwned>(json: &[u8]) -> deserialize::Result<Read<T>> {
    serde_json::from_slice(json).map(Read).map_err(|error| {
        format!("the column's JSON is no `{}`: {error}", std::any::type_name::<T>()).into()
    })
}
