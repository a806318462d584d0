//! Expressions as the catalog prints them.

use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::session::LEXIS;
use crate::sql::{Token, TokenKind};

/// An expression of the catalog as SQL, without the name of the database that it is in.
pub fn as_sql(expression: &str, flavour: Flavour, database: &str) -> String {
    let expression = match flavour.mariadb {
        true => expression.to_owned(),
        false => decoded(&unescaped(expression)),
    };
    unqualified(&expression, database)
}

/// What MariaDB's catalog says, or what its statement says where the catalog may have lost something:
/// it has `?` for every character beyond the first plane.
pub fn whole<'a>(catalog: &'a str, statement: Option<&'a str>) -> &'a str {
    statement.filter(|_| catalog.contains('?')).unwrap_or(catalog)
}

/// MySQL prints an expression's quotes escaped once more, wherever its catalog has one:
/// `concat(_utf8mb4\'a\')`.
fn unescaped(expression: &str) -> String {
    let mut sql = String::with_capacity(expression.len());
    let mut characters = expression.chars().peekable();
    while let Some(c) = characters.next() {
        match (c, characters.peek()) {
            ('\\', Some(next @ ('\'' | '\\'))) => {
                sql.push(*next);
                characters.next();
            }
            _ => sql.push(c),
        }
    }
    sql
}

/// MySQL prints every byte of an expression as a character: `ü`, which is two bytes, as `Ã¼`. Names
/// are in UTF-8, and so are texts but those of another character set: `_latin1'…'`.
fn decoded(expression: &str) -> String {
    if expression.is_ascii() {
        return expression.to_owned();
    }
    let tokens = LEXIS.lex(expression);
    let mut sql = String::with_capacity(expression.len());
    let mut rest = tokens.as_slice();
    while let [token, after @ ..] = rest {
        rest = after;
        if let Some(charset) = charset(token)
            && let [text, after @ ..] = after
            && text.kind == TokenKind::Text
            && !text.text.is_ascii()
            && !charset.starts_with("utf8")
        {
            sql += &in_charset(charset, text);
            rest = after;
            continue;
        }
        match bytes(token.text).map(String::from_utf8) {
            Some(Ok(text)) => sql += &text,
            _ => sql += token.text,
        }
    }
    sql
}

/// The character set that the text has before which this stands: `_latin1`.
fn charset<'a>(token: &Token<'a>) -> Option<&'a str> {
    token.text.strip_prefix('_').filter(|_| token.kind == TokenKind::Word)
}

/// The bytes that characters stand for; none where one is no byte.
fn bytes(text: &str) -> Option<Vec<u8>> {
    text.chars().map(|c| u8::try_from(u32::from(c)).ok()).collect()
}

/// A text of another character set whose characters are bytes: as characters where those are the
/// same, else as a number.
fn in_charset(charset: &str, text: &Token<'_>) -> String {
    let is_control = |c: char| ('\u{80}'..'\u{a0}').contains(&c);
    if charset == "latin1" && !text.text.contains(is_control) {
        return format!("_utf8mb4{}", text.text);
    }
    let bytes = text.value().as_deref().and_then(bytes).unwrap_or_default();
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("_{charset} 0x{digits}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mysql(expression: &str) -> String {
        as_sql(expression, Flavour::parse("9.7.0"), "app")
    }

    #[test]
    fn quotes_are_escaped_once_more() {
        let sql = "json_extract(`a`,_utf8mb4'$.x')";
        assert_eq!(mysql(r"json_extract(`app`.`a`,_utf8mb4\'$.x\')"), sql);
        assert_eq!(mysql(r"(`a` <> _utf8mb4\'it\\\'s\')"), r"(`a` <> _utf8mb4'it\'s')");
    }

    #[test]
    fn bytes_are_characters_again() {
        assert_eq!(mysql("(`Ã¼` <> _utf8mb4\\'Ã¼\\')"), "(`ü` <> _utf8mb4'ü')");
        let emoji = "_utf8mb4\\'\u{f0}\u{9f}\u{98}\u{80}\\'";
        assert_eq!(mysql(emoji), "_utf8mb4'😀'");
        assert_eq!(mysql("(`l` = _latin1\\'ü\\')"), "(`l` = _utf8mb4'ü')");
        assert_eq!(mysql("(`l` = _cp1251\\'ü\\')"), "(`l` = _cp1251 0xFC)");
        assert_eq!(mysql("(`l` = _latin1\\'x\\')"), "(`l` = _latin1'x')");
    }
}
