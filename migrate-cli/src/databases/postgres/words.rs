//! The names in SQL expressions, and names as the server prints them.

use std::ops::Range;

use model_core::schema::QualifiedName;

use crate::databases::postgres::keywords::KEYWORDS;
use crate::databases::postgres::quote::{literal, quote};
use crate::databases::postgres::session::LEXIS;
use crate::sql::Token;

/// An identifier as the server prints it: quoted only where it has to be.
pub fn printed(name: &str) -> String {
    let mut chars = name.chars();
    let plain = chars.next().is_some_and(|c| c.is_ascii_lowercase() || c == '_')
        && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && KEYWORDS.binary_search(&name).is_err();
    if plain { name.to_owned() } else { quote(name) }
}

/// `'…'::regclass`, as the server prints it: the sequence that a default draws from.
pub fn regclass(relation: &QualifiedName) -> String {
    let name = printed(&relation.name);
    let name = match &relation.schema {
        Some(schema) => format!("{}.{name}", printed(schema)),
        None => name,
    };
    format!("{}::regclass", literal(&name))
}

/// A name found in an expression.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// Without quotes, folded where it had none.
    pub name: String,
    /// Where it stands.
    pub place: Range<usize>,
    /// Whether it is a function that is called.
    pub called: bool,
}

/// Every name in an expression, and every keyword; texts in quotes are none.
pub fn words(expression: &str) -> Vec<Word> {
    let all = LEXIS.tokens(expression);
    let word = |(index, token): (usize, &Token<'_>)| {
        let called = all.get(index + 1).is_some_and(|next| next.is_symbol("("));
        let called = called && !token.is_keyword();
        Some(Word { name: token.name()?, place: token.span(), called })
    };
    all.iter().enumerate().filter_map(word).collect()
}

/// Whether a name occurs in an expression, be it of a column or of anything else.
pub fn mentions(expression: &str, name: &str) -> bool {
    LEXIS.mentions(expression, name)
}

/// The expression with columns renamed (before, after), as the server prints it then.
pub fn renamed(expression: &str, columns: &[(String, String)]) -> String {
    LEXIS.renamed(expression, columns, printed)
}

/// A type's text taken apart: its namespace, its name, and what follows (`[]`, `(10)`).
pub fn type_name(native: &str) -> (Option<String>, String, &str) {
    let found = words(native);
    match found.as_slice() {
        [first, second, ..] if native.get(first.place.end..second.place.start) == Some(".") => {
            (Some(first.name.clone()), second.name.clone(), &native[second.place.end..])
        }
        [first, ..] => (None, first.name.clone(), &native[first.place.end..]),
        [] => (None, String::new(), native),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_texts_are_not() {
        assert!(mentions("lower(\"Na\"\"me\") = 'x'", "Na\"me"));
        assert!(!mentions("a = 'name'::text", "name"));
        assert!(!mentions(r"a = E'it\'s name'", "name"));
        assert!(!mentions("a = $q$ name $q$", "name"));
        assert!(mentions("a = $q$ x $q$ AND name IS NULL", "name"));
    }

    #[test]
    fn renaming_leaves_functions_types_and_texts() {
        let columns = [("date".to_owned(), "Day".to_owned())];
        assert_eq!(renamed("date(date) > 'date'::date", &columns), "date(\"Day\") > 'date'::date");
    }

    #[test]
    fn types_come_apart() {
        assert_eq!(type_name("\"UserRole\"[]"), (None, "UserRole".to_owned(), "[]"));
        assert_eq!(type_name("app.mood"), (Some("app".to_owned()), "mood".to_owned(), ""));
        assert_eq!(type_name("numeric(10,2)"), (None, "numeric".to_owned(), "(10,2)"));
    }

    #[test]
    fn keywords_are_quoted() {
        assert_eq!(printed("order"), "\"order\"");
        assert_eq!(printed("order_1"), "order_1");
    }
}
