//! Rows of the catalog, a struct a question. The names of a struct's fields are the columns that are
//! asked for, so that question and answer can't disagree.

use crate::database::{Connection, DatabaseError, Row};

/// A value of the catalog.
pub trait Field {
    /// Reads it.
    fn read(value: Option<String>) -> Self;
}

/// Empty for NULL.
impl Field for String {
    fn read(value: Option<String>) -> Self {
        value.unwrap_or_default()
    }
}

impl Field for Option<String> {
    fn read(value: Option<String>) -> Self {
        value
    }
}

/// 0 where it is no number.
impl Field for i64 {
    fn read(value: Option<String>) -> Self {
        value.and_then(|text| text.parse().ok()).unwrap_or_default()
    }
}

impl Field for Option<u32> {
    fn read(value: Option<String>) -> Self {
        value.and_then(|text| text.parse().ok())
    }
}

impl Field for bool {
    fn read(value: Option<String>) -> Self {
        value.is_some_and(|text| text == "1")
    }
}

/// A text that is none where it is empty.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled(pub Option<String>);

impl Field for Filled {
    fn read(value: Option<String>) -> Self {
        Self(value.filter(|text| !text.is_empty()))
    }
}

/// The answer to one question.
pub trait Answer: Sized {
    /// The columns to ask for.
    const COLUMNS: &'static str;
    /// Reads a row of them.
    fn read(row: Row) -> Self;
}

/// Asks for an answer's columns of what follows `FROM`.
pub fn ask<A: Answer>(database: &mut dyn Connection, from: &str) -> Result<Vec<A>, DatabaseError> {
    let rows = database.query(&format!("SELECT {} FROM {from}", A::COLUMNS))?;
    Ok(rows.into_iter().map(A::read).collect())
}

/// Writes the struct of a question.
macro_rules! answer {
    ($(#[$of:meta])* $name:ident {
        $first:ident: $first_type:ty,
        $($field:ident: $type:ty,)*
    }) => {
        $(#[$of])*
        #[derive(Debug, Clone, Default, PartialEq, Eq)]
        pub struct $name {
            pub $first: $first_type,
            $(pub $field: $type,)*
        }

        impl $crate::databases::mysql::introspect::row::Answer for $name {
            const COLUMNS: &'static str =
                concat!(stringify!($first) $(, ", ", stringify!($field))*);

            fn read(row: $crate::database::Row) -> Self {
                use $crate::databases::mysql::introspect::row::Field;
                let mut values = row.into_iter();
                let mut next = || values.next().flatten();
                Self { $first: Field::read(next()), $($field: Field::read(next()),)* }
            }
        }
    };
}

pub(super) use answer;
