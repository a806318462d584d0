//! Walks along the tokens of a statement.

use crate::sql::{Token, TokenKind};

/// A place among tokens. `/*!50100` and `*/` around what older servers pass over are passed over
/// here, too, but where a text is taken whole.
#[derive(Clone, Copy)]
pub struct Reader<'t, 's> {
    rest: &'t [Token<'s>],
}

impl<'t, 's> Reader<'t, 's> {
    /// Begins before the first of them.
    pub fn new(tokens: &'t [Token<'s>]) -> Self {
        Self { rest: tokens }
    }

    /// All that is left.
    pub fn all(&self) -> &'t [Token<'s>] {
        self.rest
    }

    /// The next token that means something.
    pub fn peek(&self) -> Option<&'t Token<'s>> {
        self.rest.iter().find(|token| !is_passed_over(token))
    }

    /// The same, and goes behind it.
    pub fn next(&mut self) -> Option<&'t Token<'s>> {
        let at = self.rest.iter().position(|token| !is_passed_over(token))?;
        let token = &self.rest[at];
        self.rest = &self.rest[at + 1..];
        Some(token)
    }

    /// Goes behind the next token where it is this word.
    pub fn eat(&mut self, word: &str) -> bool {
        let is_next = self.peek().is_some_and(|token| token.is(word));
        if is_next {
            self.next();
        }
        is_next
    }

    /// Goes behind the next token where it is this symbol.
    pub fn eat_symbol(&mut self, symbol: &str) -> bool {
        let is_next = self.peek().is_some_and(|token| token.is_symbol(symbol));
        if is_next {
            self.next();
        }
        is_next
    }

    /// The tokens between the parentheses that open next.
    pub fn parentheses(&mut self) -> Option<&'t [Token<'s>]> {
        if !self.eat_symbol("(") {
            return None;
        }
        let inner = self.rest;
        let mut depth = 0;
        let close = inner.iter().position(|token| {
            depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
            depth < 0
        })?;
        self.rest = &inner[close + 1..];
        Some(&inner[..close])
    }

    /// The text up to a token outside of parentheses that ends it.
    pub fn text_until(&mut self, ends: impl Fn(&Token<'_>) -> bool) -> String {
        let all = self.rest;
        let mut depth = 0;
        let end = all.iter().position(|token| {
            depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
            depth == 0 && ends(token)
        });
        let (taken, rest) = all.split_at(end.unwrap_or(all.len()));
        self.rest = rest;
        text(without_marks(taken))
    }
}

/// Without the end of a comment that began before, and the beginning of one that goes on behind.
fn without_marks<'t, 's>(tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    let mut tokens = trim(tokens);
    if let [first, rest @ ..] = tokens
        && first.is_symbol("*/")
    {
        tokens = trim(rest);
    }
    if let [rest @ .., last] = tokens
        && last.kind == TokenKind::Symbol
        && last.text.starts_with("/*")
    {
        tokens = trim(rest);
    }
    tokens
}

/// Whether it is `/*!50100` or the `*/` behind what older servers pass over.
pub fn is_mark(token: &Token<'_>) -> bool {
    token.kind == TokenKind::Symbol && (token.text.starts_with("/*") || token.text == "*/")
}

fn is_passed_over(token: &Token<'_>) -> bool {
    token.is_blank() || is_mark(token)
}

/// What stands between the commas.
pub fn items<'t, 's>(tokens: &'t [Token<'s>]) -> Vec<&'t [Token<'s>]> {
    let mut depth = 0;
    let items = tokens.split(|token| {
        depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
        depth == 0 && token.is_symbol(",")
    });
    items.map(trim).collect()
}

/// Without the blanks around it.
pub fn trim<'t, 's>(mut tokens: &'t [Token<'s>]) -> &'t [Token<'s>] {
    while let [first, rest @ ..] = tokens
        && first.is_blank()
    {
        tokens = rest;
    }
    while let [rest @ .., last] = tokens
        && last.is_blank()
    {
        tokens = rest;
    }
    tokens
}

/// The text of tokens, without the blanks around it.
pub fn text(tokens: &[Token<'_>]) -> String {
    trim(tokens).iter().map(|token| token.text).collect()
}
