//! Defaults that are another value for each row.

use model_core::schema::{Column, DefaultValue};

use crate::databases::mysql::session::LEXIS;

/// The functions that give another value on each call, or on each server.
const FUNCTIONS: [&str; 9] = [
    "rand",
    "uuid",
    "uuid_short",
    "random_bytes",
    "sysdate",
    "user",
    "current_user",
    "session_user",
    "system_user",
];

/// The default of a column where it is another value for each row.
pub fn volatile_default(column: &Column) -> Option<&str> {
    let default = column.default.as_ref().and_then(DefaultValue::sql)?;
    let tokens = LEXIS.tokens(default);
    let is_called = |at: usize| tokens.get(at + 1).is_some_and(|token| token.is_symbol("("));
    let is_volatile = |(at, token): (usize, &crate::sql::Token<'_>)| {
        FUNCTIONS.iter().any(|function| token.is(function)) && is_called(at)
    };
    tokens.iter().enumerate().any(is_volatile).then_some(default)
}

#[cfg(test)]
mod tests {
    use model_core::schema::ColumnType;

    use super::*;

    #[test]
    fn functions_are_told_from_texts() {
        let volatile = |default: &str| {
            let mut column = Column::new("c", ColumnType::Native("text".into()));
            column.default = Some(DefaultValue::Sql(default.into()));
            volatile_default(&column).is_some()
        };
        assert!(volatile("(concat(_utf8mb4'x',UUID()))"));
        assert!(!volatile("'uuid()'"));
        assert!(!volatile("(now())"));
    }
}
