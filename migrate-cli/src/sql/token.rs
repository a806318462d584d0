use std::borrow::Cow;
use std::ops::Range;

use super::{Folding, Lexis};

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TokenKind {
    /// White space.
    Blank,
    /// A comment that is not run.
    Comment,
    /// A name or keyword without quotes.
    Word,
    /// A name in quotes.
    Quoted,
    /// A text in quotes or between dollars.
    Text,
    /// `x'…'`, `b'…'`
    Blob,
    /// A number.
    Number,
    /// `?`, `:name`, `@name`, `$1`
    Parameter,
    /// An operator, a parenthesis, a comma, and whatever is nothing else.
    Symbol,
}

/// One token of a text.
#[derive(Debug, Clone, Copy)]
pub struct Token<'a> {
    /// What it is.
    pub kind: TokenKind,
    /// As it is written.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub start: usize,
    pub(super) lexis: &'a Lexis,
}

impl<'a> Token<'a> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Where it stands, in bytes.
    pub fn span(&self) -> Range<usize> {
        self.start..self.end()
    }

    /// Whether the database passes over it.
    pub fn is_blank(&self) -> bool {
        matches!(self.kind, TokenKind::Blank | TokenKind::Comment)
    }

    /// Whether it is this keyword, in either case.
    pub fn is(&self, keyword: &str) -> bool {
        self.kind == TokenKind::Word && self.text.eq_ignore_ascii_case(keyword)
    }

    /// Whether it is this operator or bracket.
    pub fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == TokenKind::Symbol && self.text == symbol
    }

    /// The name that a word or a quoted name stands for.
    pub fn name(&self) -> Option<String> {
        self.identifier().map(Cow::into_owned)
    }

    /// Whether it can name a column or table in an expression, and names this one.
    pub fn names(&self, name: &str) -> bool {
        let can = match self.kind {
            TokenKind::Word => self.lexis.bare_names,
            _ => true,
        };
        can && self.identifier().is_some_and(|own| self.lexis.same_name(&own, name))
            && !self.is_keyword()
    }

    /// Whether it is a word that is never a name without quotes.
    pub fn is_keyword(&self) -> bool {
        self.kind == TokenKind::Word && self.lexis.is_keyword(self.text)
    }

    fn identifier(&self) -> Option<Cow<'a, str>> {
        match self.kind {
            TokenKind::Word if self.lexis.folding == Folding::BareToLower => {
                Some(Cow::Owned(self.text.to_ascii_lowercase()))
            }
            TokenKind::Word => Some(Cow::Borrowed(self.text)),
            TokenKind::Quoted => Some(unquoted(self.text)),
            _ => None,
        }
    }

    /// The text that a text stands for; none of one with a prefix or between dollars.
    pub fn value(&self) -> Option<String> {
        if self.kind != TokenKind::Text || !self.text.starts_with(['\'', '"']) {
            return None;
        }
        if !self.lexis.backslash_escapes {
            return Some(unquoted(self.text).into_owned());
        }
        let quote = self.text.chars().next()?;
        let mut value = String::with_capacity(self.text.len());
        let mut characters = self.text.chars().skip(1).peekable();
        while let Some(c) = characters.next() {
            match c {
                '\\' => value.extend(characters.next().into_iter().flat_map(unescaped)),
                c if c == quote => value.extend(characters.next_if_eq(&quote)),
                c => value.push(c),
            }
        }
        Some(value)
    }
}

/// What a character after a backslash stands for. Before a wildcard the backslash stays, for `LIKE`.
fn unescaped(c: char) -> impl Iterator<Item = char> {
    let (kept, c) = match c {
        '0' => (None, '\0'),
        'b' => (None, '\u{8}'),
        'n' => (None, '\n'),
        'r' => (None, '\r'),
        't' => (None, '\t'),
        'Z' => (None, '\u{1a}'),
        '%' | '_' => (Some('\\'), c),
        c => (None, c),
    };
    kept.into_iter().chain([c])
}

/// What stands between the quotes, doubled ones once. Brackets can't be doubled.
fn unquoted(text: &str) -> Cow<'_, str> {
    let Some(at) = text.find(['\'', '"', '`', '[']) else { return Cow::Borrowed(text) };
    let (open, inner) = (&text[at..=at], &text[at + 1..]);
    let close = if open == "[" { "]" } else { open };
    let inner = inner.strip_suffix(close).unwrap_or(inner);
    if open != "[" && inner.contains(close) {
        Cow::Owned(inner.replace(&close.repeat(2), close))
    } else {
        Cow::Borrowed(inner)
    }
}
