//! A place in a statement's tokens, for the readers of `CREATE TABLE` and `CREATE INDEX`.

use crate::databases::sqlite::session::LEXIS;
use crate::sql::Token;

/// What was expected and what stood there.
pub(super) type Unexpected = String;

/// The name that a token stands for; SQLite takes a text for a name where it needs one.
pub(super) fn name(token: &Token<'_>) -> Option<String> {
    token.name().or_else(|| token.value())
}

/// The tokens of one statement and how far it has been read.
pub(super) struct Cursor<'a> {
    sql: &'a str,
    tokens: Vec<Token<'a>>,
    at: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(sql: &'a str) -> Self {
        Self { sql, tokens: LEXIS.tokens(sql), at: 0 }
    }

    pub fn peek(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at).copied()
    }

    fn peek_after(&self) -> Option<Token<'a>> {
        self.tokens.get(self.at + 1).copied()
    }

    pub fn next(&mut self) -> Option<Token<'a>> {
        let token = self.peek();
        self.at += usize::from(token.is_some());
        token
    }

    pub fn at_keyword(&self, keyword: &str) -> bool {
        self.peek().is_some_and(|t| t.is(keyword))
    }

    pub fn at_keywords(&self, first: &str, second: &str) -> bool {
        self.at_keyword(first) && self.peek_after().is_some_and(|t| t.is(second))
    }

    pub fn at_symbol(&self, symbol: &str) -> bool {
        self.peek().is_some_and(|t| t.is_symbol(symbol))
    }

    /// Goes past the keyword if it is next.
    pub fn take(&mut self, keyword: &str) -> bool {
        let there = self.at_keyword(keyword);
        self.at += usize::from(there);
        there
    }

    pub fn take_symbol(&mut self, symbol: &str) -> bool {
        let there = self.at_symbol(symbol);
        self.at += usize::from(there);
        there
    }

    pub fn expect(&mut self, keyword: &str) -> Result<(), Unexpected> {
        if self.take(keyword) { Ok(()) } else { Err(self.unexpected(keyword)) }
    }

    pub fn expect_symbol(&mut self, symbol: &str) -> Result<(), Unexpected> {
        if self.take_symbol(symbol) { Ok(()) } else { Err(self.unexpected(symbol)) }
    }

    pub fn unexpected(&self, wanted: &str) -> Unexpected {
        match self.peek() {
            Some(token) => {
                format!("expected {wanted} at byte {}, found `{}`", token.start, token.text)
            }
            None => format!("expected {wanted}, found the end"),
        }
    }

    pub fn name(&mut self) -> Result<String, Unexpected> {
        let name = self.peek().and_then(|t| name(&t)).ok_or_else(|| self.unexpected("a name"))?;
        self.at += 1;
        Ok(name)
    }

    /// A name that may have its schema in front.
    pub fn qualified_name(&mut self) -> Result<String, Unexpected> {
        let name = self.name()?;
        if self.take_symbol(".") { self.name() } else { Ok(name) }
    }

    /// All that stands in the parentheses that are next, as SQLite itself cuts it out: to the
    /// letter, comments included, white space around it off.
    pub fn parenthesised(&mut self) -> Result<&'a str, Unexpected> {
        let open = self.peek();
        self.expect_symbol("(")?;
        let start = open.map_or(0, |t| t.end());
        let mut depth = 1_usize;
        while let Some(token) = self.next() {
            if token.is_symbol("(") {
                depth += 1;
            } else if token.is_symbol(")") {
                depth -= 1;
                if depth == 0 {
                    return Ok(self.sql[start..token.start].trim());
                }
            }
        }
        Err(self.unexpected(")"))
    }

    /// The text from a token to the one before the next.
    pub fn text_since(&self, first: Token<'_>) -> &'a str {
        let end = self.at.checked_sub(1).and_then(|i| self.tokens.get(i)).map_or(0, Token::end);
        self.sql.get(first.start..end).unwrap_or_default()
    }

    /// All that is left, as it is written.
    pub fn rest(&self) -> &'a str {
        self.peek().map_or("", |t| self.sql[t.start..].trim())
    }

    /// Goes on to the next comma or closing parenthesis that is not inside parentheses.
    pub fn skip_part(&mut self) {
        let mut depth = 0_usize;
        while let Some(token) = self.peek() {
            if depth == 0 && (token.is_symbol(",") || token.is_symbol(")")) {
                return;
            }
            if token.is_symbol("(") {
                depth += 1;
            } else if token.is_symbol(")") {
                depth -= 1;
            }
            self.at += 1;
        }
    }
}
