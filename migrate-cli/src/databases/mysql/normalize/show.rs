//! Reads `SHOW CREATE TABLE`: the only way to look into a temporary table.

use model_core::schema::ColumnType;

use crate::databases::mysql::session::LEXIS;
use crate::sql::{Token, TokenKind};

/// What stands in a `CREATE TABLE` of the server's making, as far as spelling goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Shown {
    /// Columns in their order.
    pub columns: Vec<ShownColumn>,
    /// Checks of the table: name and condition.
    pub checks: Vec<(String, String)>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ShownColumn {
    pub name: String,
    pub ty: ColumnType,
    pub charset: Option<String>,
    pub collation: Option<String>,
    pub default: Option<String>,
    pub on_update: Option<String>,
    pub computed: Option<String>,
    pub check: Option<String>,
}

/// Takes the statement apart.
pub fn parse(statement: &str) -> Shown {
    let tokens = LEXIS.lex(statement);
    let mut shown = Shown::default();
    let Some(open) = tokens.iter().position(|t| t.is_symbol("(")) else { return shown };
    for item in items(&tokens[open + 1..]) {
        let item = trim(item);
        match item.first() {
            Some(first) if first.kind == TokenKind::Quoted => shown.columns.extend(column(item)),
            Some(first) if first.is("CONSTRAINT") => shown.checks.extend(check(item)),
            _ => {}
        }
    }
    shown
}

/// What stands between the commas, up to the parenthesis that closes the list.
fn items<'t, 's>(tokens: &'t [Token<'s>]) -> Vec<&'t [Token<'s>]> {
    let mut items = Vec::new();
    let (mut depth, mut start) = (0, 0);
    for (at, token) in tokens.iter().enumerate() {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") && depth > 0 {
            depth -= 1;
        } else if depth == 0 && (token.is_symbol(",") || token.is_symbol(")")) {
            items.push(&tokens[start..at]);
            start = at + 1;
            if token.is_symbol(")") {
                break;
            }
        }
    }
    items
}

fn trim<'t, 's>(mut tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    while let [first, rest @ ..] = tokens {
        if !first.is_blank() {
            break;
        }
        tokens = rest;
    }
    while let [rest @ .., last] = tokens {
        if !last.is_blank() {
            break;
        }
        tokens = rest;
    }
    tokens
}

fn text(tokens: &[Token<'_>]) -> String {
    trim(tokens).iter().map(|t| t.text).collect()
}

/// The words at which one property of a column ends and the next begins.
const WORDS: [&str; 13] = [
    "CHARACTER",
    "COLLATE",
    "GENERATED",
    "NOT",
    "NULL",
    "DEFAULT",
    "ON",
    "AUTO_INCREMENT",
    "INVISIBLE",
    "COMMENT",
    "CHECK",
    "WITHOUT",
    "STORED",
];

fn column(item: &[Token<'_>]) -> Option<ShownColumn> {
    let (first, rest) = item.split_first()?;
    let (ty, mut rest) = until_word(rest);
    let mut column = ShownColumn {
        name: first.name()?,
        ty: ColumnType::Native(ty),
        charset: None,
        collation: None,
        default: None,
        on_update: None,
        computed: None,
        check: None,
    };
    while let Some((word, after)) = rest.split_first() {
        let (value, next) = if word.is("DEFAULT") && starts_with_word(after, "NULL") {
            skip_words(after, 1)
        } else {
            until_word(after)
        };
        rest = next;
        match word.text.to_ascii_uppercase().as_str() {
            "CHARACTER" => {
                column.charset = value.split_whitespace().nth(1).map(str::to_owned);
            }
            "COLLATE" => column.collation = Some(value),
            "DEFAULT" if !value.eq_ignore_ascii_case("NULL") => column.default = Some(value),
            "ON" => column.on_update = value.split_once(' ').map(|(_, e)| e.trim().to_owned()),
            "GENERATED" => column.computed = parenthesised(after),
            "CHECK" => column.check = parenthesised(after),
            _ => {}
        }
    }
    Some(column)
}

/// The text up to the next property, and what follows from there.
fn until_word<'t, 's>(tokens: &'t [Token<'s>]) -> (String, &'t [Token<'s>]) {
    let mut depth = 0;
    for (at, token) in tokens.iter().enumerate() {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") {
            depth -= 1;
        } else if depth == 0 && WORDS.iter().any(|w| token.is(w)) {
            return (text(&tokens[..at]), &tokens[at..]);
        }
    }
    (text(tokens), &[])
}

fn starts_with_word(tokens: &[Token<'_>], word: &str) -> bool {
    trim(tokens).first().is_some_and(|t| t.is(word))
}

fn skip_words<'t, 's>(tokens: &'t [Token<'s>], count: usize) -> (String, &'t [Token<'s>]) {
    let words = tokens.iter().enumerate().filter(|(_, t)| !t.is_blank());
    let end = words.take(count).last().map_or(0, |(at, _)| at + 1);
    let (_, rest) = until_word(&tokens[end..]);
    (text(&tokens[..end]), rest)
}

/// What stands in the first parentheses.
fn parenthesised(tokens: &[Token<'_>]) -> Option<String> {
    let open = tokens.iter().position(|t| t.is_symbol("("))?;
    let inner = &tokens[open + 1..];
    let mut depth = 0;
    for (at, token) in inner.iter().enumerate() {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") {
            if depth == 0 {
                return Some(text(&inner[..at]));
            }
            depth -= 1;
        }
    }
    None
}

fn check(item: &[Token<'_>]) -> Option<(String, String)> {
    let name = item.iter().find(|t| t.kind == TokenKind::Quoted)?.name()?;
    let at = item.iter().position(|t| t.is("CHECK"))?;
    Some((name, parenthesised(&item[at..])?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const STATEMENT: &str = "CREATE TEMPORARY TABLE `t` (
  `id` int(10) unsigned zerofill NOT NULL AUTO_INCREMENT,
  `a,b` varchar(20) CHARACTER SET latin1 COLLATE latin1_bin NOT NULL DEFAULT 'it''s, \\\\ (',
  `c` longtext CHARACTER SET utf8mb4 COLLATE utf8mb4_bin DEFAULT NULL COMMENT 'DEFAULT 1' CHECK (json_valid(`c`)),
  `e` datetime(3) DEFAULT current_timestamp(3) ON UPDATE current_timestamp(3),
  `h` enum('a','b''c','d,e') DEFAULT 'a',
  `m` int(11) GENERATED ALWAYS AS (`id` + 1) VIRTUAL,
  `o` int(11) INVISIBLE DEFAULT (1 + 1),
  PRIMARY KEY (`id`),
  CONSTRAINT `chk` CHECK (`id` < 100 and `a,b` <> ')')
) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4";

    #[test]
    fn every_property_is_found() {
        let shown = parse(STATEMENT);
        let types: Vec<_> = shown.columns.iter().filter_map(|c| c.ty.native()).collect();
        assert_eq!(
            types,
            [
                "int(10) unsigned zerofill",
                "varchar(20)",
                "longtext",
                "datetime(3)",
                "enum('a','b''c','d,e')",
                "int(11)",
                "int(11)"
            ]
        );
        let [_, ab, c, e, h, m, o] = shown.columns.as_slice() else { unreachable!() };
        assert_eq!(ab.default.as_deref(), Some("'it''s, \\\\ ('"));
        assert_eq!(ab.charset.as_deref(), Some("latin1"));
        assert_eq!(ab.collation.as_deref(), Some("latin1_bin"));
        assert_eq!((c.default.as_deref(), c.check.as_deref()), (None, Some("json_valid(`c`)")));
        assert_eq!(e.on_update.as_deref(), Some("current_timestamp(3)"));
        assert_eq!(e.default.as_deref(), Some("current_timestamp(3)"));
        assert_eq!(h.default.as_deref(), Some("'a'"));
        assert_eq!(m.computed.as_deref(), Some("`id` + 1"));
        assert_eq!(o.default.as_deref(), Some("(1 + 1)"));
        let check = ("chk".to_owned(), "`id` < 100 and `a,b` <> ')'".to_owned());
        assert_eq!(shown.checks, [check]);
    }
}
