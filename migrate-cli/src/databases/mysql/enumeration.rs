//! The type `enum(…)`, which lists its values.

use super::quote::literal;
use super::session::LEXIS;
use crate::sql::Token;

/// The values of a native `enum('a','b')`, in order; none of any other type.
pub fn enumeration_values(native: &str) -> Vec<String> {
    let is_enumeration = native.get(..5).is_some_and(|head| head.eq_ignore_ascii_case("enum("));
    if !is_enumeration {
        return Vec::new();
    }
    LEXIS.tokens(native).iter().filter_map(Token::value).collect()
}

/// The native type of these values.
pub fn enumeration_type(values: &[String]) -> String {
    let values: Vec<String> = values.iter().map(|value| literal(value)).collect();
    format!("enum({})", values.join(","))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_are_read_and_written() {
        let values = enumeration_values("enum('a','it''s','c,d','')");
        assert_eq!(values, ["a", "it's", "c,d", ""]);
        assert_eq!(enumeration_type(&values), "enum('a','it''s','c,d','')");
        assert!(enumeration_values("set('a')").is_empty());
        assert!(enumeration_values("é").is_empty());
    }
}
