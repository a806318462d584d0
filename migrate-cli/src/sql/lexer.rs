//! Cuts SQL into tokens. They cover the text, and it never fails: what is never closed reaches to
//! the end, and what a database would not take is a symbol.

use super::{Comments, Lexis, Prefixed, Token, TokenKind};

/// Longer ones first.
const SYMBOLS: [&str; 12] =
    ["->>", "->", "||", "<=", ">=", "<>", "<<", ">>", "!=", "==", "::", ":="];

impl Lexis {
    /// The tokens of a text, blanks and comments among them. One after the other they are the text.
    pub fn lex<'a>(&'a self, sql: &'a str) -> Vec<Token<'a>> {
        let mut lexer = Lexer { sql, bytes: sql.as_bytes(), lexis: self, is_run: false };
        let mut found = Vec::new();
        let mut start = 0;
        while start < sql.len() {
            let (kind, end) = lexer.token(start);
            found.push(Token { kind, text: &sql[start..end], start, lexis: self });
            start = end;
        }
        found
    }

    /// The tokens of a text that mean something.
    pub fn tokens<'a>(&'a self, sql: &'a str) -> Vec<Token<'a>> {
        let mut found = self.lex(sql);
        found.retain(|token| !token.is_blank());
        found
    }
}

/// All places are in bytes. A token begins and ends beside ASCII, or takes all that is not ASCII, so
/// that no character is cut.
struct Lexer<'a> {
    sql: &'a str,
    bytes: &'a [u8],
    lexis: &'a Lexis,
    /// Inside `/*! … */`.
    is_run: bool,
}

impl Lexer<'_> {
    /// What the token is that begins here, and where it ends.
    fn token(&mut self, at: usize) -> (TokenKind, usize) {
        let byte = self.bytes[at];
        if at == 0 && self.sql.starts_with('\u{feff}') {
            return (TokenKind::Blank, '\u{feff}'.len_utf8());
        }
        if is_blank(byte) {
            return (TokenKind::Blank, self.run(at, is_blank));
        }
        if let Some(comment) = self.comment(at) {
            return comment;
        }
        if let Some(end) = self.parameter(at) {
            return (TokenKind::Parameter, end);
        }
        let next = self.bytes.get(at + 1);
        match byte {
            b'\'' => (TokenKind::Text, self.closed(at + 1, byte, self.lexis.backslash_escapes)),
            quote if self.lexis.name_quotes.as_bytes().contains(&quote) => {
                (TokenKind::Quoted, self.closed(at + 1, quote, false))
            }
            b'"' => (TokenKind::Text, self.closed(at + 1, byte, self.lexis.backslash_escapes)),
            b'0'..=b'9' => self.number(at),
            b'.' if next.is_some_and(u8::is_ascii_digit) => self.number(at),
            b'$' if self.lexis.dollar_quotes => match self.dollar_end(at) {
                Some(end) => (TokenKind::Text, end),
                None => (TokenKind::Symbol, at + 1),
            },
            byte if in_word(byte) => {
                self.prefixed(at).unwrap_or_else(|| (TokenKind::Word, self.run(at, in_word)))
            }
            _ => {
                let rest = &self.bytes[at..];
                let known = SYMBOLS.iter().find(|symbol| rest.starts_with(symbol.as_bytes()));
                (TokenKind::Symbol, at + known.map_or(1, |symbol| symbol.len()))
            }
        }
    }

    /// Where a run of such bytes ends.
    fn run(&self, from: usize, belongs: fn(u8) -> bool) -> usize {
        let length = self.bytes[from..].iter().position(|byte| !belongs(*byte));
        length.map_or(self.bytes.len(), |length| from + length)
    }

    fn comment(&mut self, at: usize) -> Option<(TokenKind, usize)> {
        let rest = &self.bytes[at..];
        let executable = self.lexis.comments == Comments::Executable;
        match rest {
            [b'#', ..] if executable => Some((TokenKind::Comment, self.line_end(at))),
            [b'-', b'-', after @ ..]
                if !executable
                    || after.first().is_none_or(|b| is_blank(*b) || b.is_ascii_control()) =>
            {
                Some((TokenKind::Comment, self.line_end(at)))
            }
            [b'*', b'/', ..] if self.is_run => {
                self.is_run = false;
                Some((TokenKind::Symbol, at + 2))
            }
            [b'/', b'*', ..] => match executable.then(|| self.run_comment(at)).flatten() {
                Some(end) => {
                    self.is_run = true;
                    Some((TokenKind::Symbol, end))
                }
                None => Some((TokenKind::Comment, self.comment_end(at))),
            },
            _ => None,
        }
    }

    fn line_end(&self, at: usize) -> usize {
        // PostgreSQL ends a line at a carriage return too.
        let returns = self.lexis.comments == Comments::Nested;
        let end = self.bytes[at..].iter().position(|b| *b == b'\n' || (returns && *b == b'\r'));
        end.map_or(self.bytes.len(), |length| at + length)
    }

    /// Where `/*!50100` or `/*M!100301` ends, if the server runs what follows. No server has a version
    /// of nothing but nines: that is how a dump says what is never to be run.
    fn run_comment(&self, at: usize) -> Option<usize> {
        let mark = at + if self.bytes.get(at + 2) == Some(&b'M') { 3 } else { 2 };
        if self.bytes.get(mark) != Some(&b'!') {
            return None;
        }
        let end = self.run(mark + 1, |byte| byte.is_ascii_digit());
        let version = &self.bytes[mark + 1..end];
        let never = version.len() >= 5 && version.iter().all(|digit| *digit == b'9');
        (!never).then_some(end)
    }

    fn comment_end(&self, at: usize) -> usize {
        let nested = self.lexis.comments == Comments::Nested;
        let (mut depth, mut i) = (1_usize, at + 2);
        while let (Some(first), Some(second)) = (self.bytes.get(i), self.bytes.get(i + 1)) {
            match (first, second) {
                (b'*', b'/') => {
                    depth -= 1;
                    i += 2;
                    if depth == 0 {
                        return i;
                    }
                }
                (b'/', b'*') if nested => {
                    depth += 1;
                    i += 2;
                }
                _ => i += 1,
            }
        }
        self.bytes.len()
    }

    /// Where a quoted piece ends whose content begins here.
    fn closed(&self, from: usize, quote: u8, escapes: bool) -> usize {
        let close = if quote == b'[' { b']' } else { quote };
        let mut at = from;
        while let Some(byte) = self.bytes.get(at) {
            match *byte {
                b'\\' if escapes => at += 2,
                byte if byte == close => {
                    if quote == b'[' || self.bytes.get(at + 1) != Some(&close) {
                        return at + 1;
                    }
                    at += 2;
                }
                _ => at += 1,
            }
        }
        self.bytes.len()
    }

    /// A text with something before its quote.
    fn prefixed(&self, at: usize) -> Option<(TokenKind, usize)> {
        let rest = &self.bytes[at..];
        self.lexis.prefixes.iter().find_map(|(prefix, what)| {
            let open = at + prefix.len();
            let quote = *self.bytes.get(open)?;
            if !rest[..prefix.len()].eq_ignore_ascii_case(prefix.as_bytes()) {
                return None;
            }
            let escapes = self.lexis.backslash_escapes;
            match (what, quote) {
                (Prefixed::Text | Prefixed::TextOrName, b'\'') => {
                    Some((TokenKind::Text, self.closed(open + 1, quote, escapes)))
                }
                (Prefixed::TextOrName, b'"') => {
                    Some((TokenKind::Quoted, self.closed(open + 1, quote, false)))
                }
                (Prefixed::Bytes, b'\'') => {
                    Some((TokenKind::Blob, self.closed(open + 1, quote, false)))
                }
                (Prefixed::Escaped, b'\'') => Some((TokenKind::Text, self.escaped(open))),
                _ => None,
            }
        })
    }

    /// Where a text with escapes ends. One that goes on in another line has them there too.
    fn escaped(&self, mut open: usize) -> usize {
        loop {
            let end = self.closed(open + 1, b'\'', true);
            let next = self.run(end, is_blank);
            let is_new_line = self.bytes[end..next].iter().any(|b| matches!(b, b'\n' | b'\r'));
            if !is_new_line || self.bytes.get(next) != Some(&b'\'') {
                return end;
            }
            open = next;
        }
    }

    /// Where `$tag$ … $tag$` ends.
    fn dollar_end(&self, at: usize) -> Option<usize> {
        let second = self.run(at + 1, |byte| byte != b'$' && in_word(byte));
        let tag = self.sql.get(at..=second).filter(|tag| tag.len() > 1 && tag.ends_with('$'))?;
        if tag.as_bytes()[1].is_ascii_digit() {
            return None;
        }
        let body = second + 1;
        Some(self.sql[body..].find(tag).map_or(self.sql.len(), |end| body + end + tag.len()))
    }

    fn parameter(&self, at: usize) -> Option<usize> {
        let sign = self.bytes[at];
        if !self.lexis.parameters.as_bytes().contains(&sign) {
            return None;
        }
        let numbered = sign == b'?' || (sign == b'$' && self.lexis.dollar_quotes);
        let end = match sign {
            b'@' => {
                let name = at + 1 + usize::from(self.bytes.get(at + 1) == Some(&b'@'));
                match self.bytes.get(name) {
                    Some(quote @ (b'\'' | b'"' | b'`')) => self.closed(name + 1, *quote, false),
                    _ => self.run(name, |byte| in_word(byte) || byte == b'.'),
                }
            }
            _ if numbered => self.run(at + 1, |byte| byte.is_ascii_digit()),
            _ => self.run(at + 1, in_word),
        };
        (end > at + 1 || sign == b'?').then_some(end)
    }

    fn number(&self, start: usize) -> (TokenKind, usize) {
        let digits = |from| self.run(from, |b| b.is_ascii_digit() || b == b'_');
        let byte = |at: usize| self.bytes.get(at).copied();
        if byte(start) == Some(b'0') && matches!(byte(start + 1), Some(b'x' | b'X')) {
            return (
                TokenKind::Number,
                self.run(start + 2, |b| b.is_ascii_hexdigit() || b == b'_'),
            );
        }
        let mut at = digits(start);
        if byte(at) == Some(b'.') {
            at = digits(at + 1);
        }
        if matches!(byte(at), Some(b'e' | b'E')) {
            let sign = usize::from(matches!(byte(at + 1), Some(b'+' | b'-')));
            if byte(at + 1 + sign).is_some_and(|b| b.is_ascii_digit()) {
                return (TokenKind::Number, digits(at + 1 + sign));
            }
        }
        let word = self.run(start, in_word);
        if self.lexis.digits_begin_names && word > at {
            return (TokenKind::Word, word);
        }
        (TokenKind::Number, at)
    }
}

fn is_blank(byte: u8) -> bool {
    matches!(byte, b' ' | 0x09..=0x0d)
}

/// Everything beyond ASCII belongs to a name.
fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$') || byte >= 0x80
}
