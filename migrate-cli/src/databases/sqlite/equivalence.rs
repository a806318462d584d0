//! When two names, types or expressions are the same to SQLite.

use model_core::schema::{Column, ObjectKind, Schema, SchemaObject, Table};

use super::renamed::objects_after;
use crate::databases::sqlite::affinity::affinity;
use crate::databases::sqlite::quote::quote;
use crate::databases::sqlite::session::LEXIS;
use crate::diff::{Equivalence, Renames};
use crate::sql::{Token, TokenKind};

/// See [`Dialect::equivalence`](crate::dialect::Dialect::equivalence).
pub struct SqliteEquivalence;

impl Equivalence for SqliteEquivalence {
    fn same_identifier(&self, a: &str, b: &str) -> bool {
        LEXIS.same_name(a, b)
    }

    fn same_type(&self, a: &str, b: &str) -> bool {
        a.split_whitespace()
            .map(str::to_ascii_lowercase)
            .eq(b.split_whitespace().map(str::to_ascii_lowercase))
    }

    fn alike_types(&self, a: &str, b: &str) -> bool {
        affinity(a) == affinity(b)
    }

    // SQLite keeps an expression as it was written, so that another way to write it is a
    // difference between two databases. What models say is first put in the words that are there.
    fn same_expression(&self, a: &str, b: &str) -> bool {
        a == b || written(a).eq(written(b))
    }

    fn manages(&self, kind: ObjectKind) -> bool {
        matches!(kind, ObjectKind::View | ObjectKind::Trigger | ObjectKind::Table)
    }

    // SQLite keeps their texts as they were written, but for the names that a rename writes anew.
    fn same_object(&self, a: &SchemaObject, b: &SchemaObject) -> bool {
        match (&a.definition, &b.definition) {
            (Some(x), Some(y)) => x == y || same_text((a, x), (b, y)),
            (a, b) => a == b,
        }
    }

    fn objects_after(&self, schema: &Schema, renames: &Renames) -> Option<Vec<SchemaObject>> {
        Some(objects_after(schema, renames))
    }

    fn same_default(&self, a: &str, b: &str) -> bool {
        a.split_whitespace().eq(b.split_whitespace())
    }

    fn renamed_expression(&self, expression: &str, columns: &[(String, String)]) -> String {
        LEXIS.renamed(expression, columns, quote)
    }

    fn same_definition(&self, a: &str, b: &str) -> bool {
        a == b
            || with_comments(a).map(|t| canonical(&t)).eq(with_comments(b).map(|t| canonical(&t)))
    }

    fn values(&self, table: &Table, column: &Column) -> Vec<String> {
        let listed = table.checks.iter().map(|c| listed_values(&c.expression, &column.name));
        listed.flatten().next().unwrap_or_default()
    }
}

/// The values of `"column" IN ('a', 'b')`, if that is all that a check says.
fn listed_values(check: &str, column: &str) -> Option<Vec<String>> {
    let tokens = LEXIS.tokens(check);
    let [name, word, open, list @ .., close] = without_parentheses(&tokens) else { return None };
    let is_list = name.names(column)
        && word.is("in")
        && open.is_symbol("(")
        && close.is_symbol(")")
        && list.iter().enumerate().all(|(at, token)| match at % 2 {
            0 => token.kind == TokenKind::Text,
            _ => token.is_symbol(","),
        });
    is_list.then(|| list.iter().step_by(2).filter_map(Token::value).collect())
}

/// Whether two expressions mean the same however they are written.
pub(crate) fn same_meaning(a: &str, b: &str) -> bool {
    a == b || same_tokens(&LEXIS.tokens(a), &LEXIS.tokens(b))
}

/// Whether two texts differ in nothing but white space, upper and lower case, and quotes.
fn same_text((a, of_a): (&SchemaObject, &str), (b, of_b): (&SchemaObject, &str)) -> bool {
    let (all_a, all_b) = (with_comments(of_a), with_comments(of_b));
    let is_column = |name: &str| {
        let mut read = a.references.iter().chain(&b.references).filter_map(|r| r.column.as_ref());
        read.any(|column| LEXIS.same_name(column, name))
    };
    let same = |(a, b): (Token<'_>, Token<'_>)| match (a.kind, b.kind) {
        (TokenKind::Symbol, TokenKind::Symbol) => a.text == b.text,
        // What is no column in double quotes is a text, and a rename elsewhere makes it one.
        (TokenKind::Quoted, TokenKind::Text) | (TokenKind::Text, TokenKind::Quoted) => {
            let text = |token: &Token<'_>| token.name().or_else(|| token.value());
            text(&a) == text(&b) && text(&a).is_some_and(|name| !is_column(&name))
        }
        _ => canonical(&a) == canonical(&b),
    };
    let (a, b): (Vec<_>, Vec<_>) = (all_a.collect(), all_b.collect());
    a.len() == b.len() && a.into_iter().zip(b).all(same)
}

fn with_comments(sql: &str) -> impl Iterator<Item = Token<'_>> {
    LEXIS.lex(sql).into_iter().filter(|token| token.kind != TokenKind::Blank)
}

/// The tokens but for upper and lower case, white space and the usual quotes.
fn written(expression: &str) -> impl Iterator<Item = String> {
    with_comments(expression).map(|token| match token.kind {
        TokenKind::Text => token.text.to_owned(),
        _ => token.text.to_ascii_lowercase().replace(['"', '`'], ""),
    })
}

/// Whether two types are the same however they are spaced.
pub(crate) fn same_type_loosely(a: &str, b: &str) -> bool {
    LEXIS.tokens(a).iter().map(canonical).eq(LEXIS.tokens(b).iter().map(canonical))
}

fn same_tokens(a: &[Token<'_>], b: &[Token<'_>]) -> bool {
    without_parentheses(a).iter().map(canonical).eq(without_parentheses(b).iter().map(canonical))
}

/// An expression without parentheses around all of it.
pub(crate) fn unparenthesised(expression: &str) -> &str {
    let all = LEXIS.tokens(expression);
    match without_parentheses(&all) {
        [first, .., last] if all.len() > 1 => &expression[first.start..last.end()],
        [only] => &expression[only.start..only.end()],
        _ => expression,
    }
}

/// The tokens without parentheses around all of them.
fn without_parentheses<'a, 'b>(mut tokens: &'b [Token<'a>]) -> &'b [Token<'a>] {
    while let [first, inner @ .., last] = tokens {
        if !first.is_symbol("(") || !last.is_symbol(")") {
            break;
        }
        let mut depth = 0_i32;
        let closes_early = inner.iter().any(|token| {
            depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
            depth < 0
        });
        if closes_early {
            break;
        }
        tokens = inner;
    }
    tokens
}

/// A token in the one spelling that is compared. A quoted name is the bare one, unless the bare one would
/// be a value.
fn canonical(token: &Token<'_>) -> (TokenKind, String) {
    const VALUES: [&str; 6] =
        ["null", "true", "false", "current_timestamp", "current_date", "current_time"];
    match token.kind {
        TokenKind::Word | TokenKind::Number | TokenKind::Blob => {
            (token.kind, token.text.to_ascii_lowercase())
        }
        TokenKind::Quoted => {
            let name = token.name().unwrap_or_default().to_ascii_lowercase();
            (
                if VALUES.contains(&name.as_str()) { TokenKind::Quoted } else { TokenKind::Word },
                name,
            )
        }
        TokenKind::Symbol => {
            let text = match token.text {
                "==" => "=",
                "!=" => "<>",
                text => text,
            };
            (TokenKind::Symbol, text.to_owned())
        }
        TokenKind::Comment => {
            let squeezed: Vec<&str> = token.text.split_whitespace().collect();
            (TokenKind::Comment, squeezed.join(" "))
        }
        TokenKind::Text | TokenKind::Parameter | TokenKind::Blank => {
            (token.kind, token.text.to_owned())
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spelling_is_no_difference() {
        let same = same_meaning;
        assert!(same("( \"Price\" > 0 )", "price>0"));
        assert!(same("(a > 0) AND (b > 0)", "([a]>0)and(`b` > /* c */ 0)"));
        assert!(same("a <> 1", "a != 1"));
        assert!(same("current_timestamp", "CURRENT_TIMESTAMP"));
        assert!(!same("(a > 0) AND (b > 0)", "a > 0) AND (b > 0"));
        assert!(!same("'a'", "'A'"));
        assert!(!same("\"current_timestamp\"", "current_timestamp"));
        assert!(!same("1", "1.0"));
    }

    #[test]
    fn another_way_to_write_is_a_difference_between_databases() {
        assert!(SqliteEquivalence.same_expression("\"Price\" > 0", "price>0"));
        assert!(!SqliteEquivalence.same_expression("(price > 0)", "price > 0"));
        assert!(!SqliteEquivalence.same_expression("price != 0", "price <> 0"));
        assert!(!SqliteEquivalence.same_expression("[price] > 0", "price > 0"));
        let kept = [("price".to_owned(), "price".to_owned())];
        assert_eq!(SqliteEquivalence.renamed_expression("[price] > 0", &kept), "[price] > 0");
        assert!(SqliteEquivalence.same_default("( 1 +  2 )", "( 1 + 2 )"));
        assert!(!SqliteEquivalence.same_default("current_timestamp", "CURRENT_TIMESTAMP"));
    }

    #[test]
    fn a_check_lists_the_values_of_an_enumeration() {
        let values = |check| listed_values(check, "status").unwrap_or_default();
        assert_eq!(values("\"status\" IN ('draft', 'it''s')"), ["draft", "it's"]);
        assert_eq!(values("(status in ('a'))"), ["a"]);
        assert!(values("status IN ('a') OR status IS NULL").is_empty());
        assert!(values("status IN (1, 2)").is_empty());
        assert!(values("other IN ('a')").is_empty());
    }

    #[test]
    fn types_are_names() {
        assert!(SqliteEquivalence.same_type("VARCHAR(80)", "varchar(80)"));
        assert!(SqliteEquivalence.same_type("double  precision", "DOUBLE PRECISION"));
        assert!(!SqliteEquivalence.same_type("int", "integer"));
        assert!(same_type_loosely("decimal(10,2)", "DECIMAL (10, 2)"));
    }

    #[test]
    fn a_renamed_column_is_renamed_where_it_is_a_column() {
        let columns = [("lower".to_owned(), "low".to_owned())];
        assert_eq!(
            SqliteEquivalence.renamed_expression("lower(lower) > 'lower'", &columns),
            "lower(\"low\") > 'lower'"
        );
    }
}
