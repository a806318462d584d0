//! SQLite's SQL cut into tokens, by the rules of its own tokenizer. Texts are taken apart and put
//! together by byte ranges, because what is carried over has to stay as it was to the letter.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A bare name or keyword.
    Word,
    /// A name in `"…"`, `` `…` `` or `[…]`.
    Quoted,
    /// `'…'`
    Text,
    /// `x'…'`
    Blob,
    /// A number.
    Number,
    /// An operator, a parenthesis, a comma.
    Symbol,
    /// `-- …` or `/* … */`; only where comments are asked for.
    Comment,
}

/// One token of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Token<'a> {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: &'a str,
    /// Where it begins, in bytes.
    pub start: usize,
}

impl<'a> Token<'a> {
    /// Where it ends, in bytes.
    pub fn end(&self) -> usize {
        self.start + self.text.len()
    }

    /// Whether it is this keyword, in either case.
    pub fn is(&self, keyword: &str) -> bool {
        self.kind == Kind::Word && self.text.eq_ignore_ascii_case(keyword)
    }

    /// Whether it is this operator or bracket.
    pub fn is_symbol(&self, symbol: &str) -> bool {
        self.kind == Kind::Symbol && self.text == symbol
    }

    /// The name that it stands for; SQLite takes a string for a name where it needs one.
    pub fn name(&self) -> Option<String> {
        match self.kind {
            Kind::Word => Some(self.text.to_owned()),
            Kind::Quoted | Kind::Text => Some(unquote(self.text)),
            _ => None,
        }
    }

    /// Whether it can name a column or table in an expression, and names this one.
    pub fn names(&self, name: &str) -> bool {
        match self.kind {
            Kind::Word => self.text.eq_ignore_ascii_case(name),
            Kind::Quoted => unquote(self.text).eq_ignore_ascii_case(name),
            _ => false,
        }
    }
}

fn unquote(text: &str) -> String {
    let Some(open) = text.chars().next() else { return String::new() };
    let close = if open == '[' { ']' } else { open };
    let inner = &text[open.len_utf8()..];
    let inner = inner.strip_suffix(close).unwrap_or(inner);
    if open == '[' {
        return inner.to_owned();
    }
    let mut doubled = String::from(close);
    doubled.push(close);
    inner.replace(&doubled, &close.to_string())
}

/// The tokens of a text, comments and white space left out. Never fails: what SQLite would
/// not take comes back as symbols.
pub(crate) fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut found = tokens_and_comments(sql);
    found.retain(|t| t.kind != Kind::Comment);
    found
}

/// The tokens of a text and its comments.
pub(crate) fn tokens_and_comments(sql: &str) -> Vec<Token<'_>> {
    let bytes = sql.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < bytes.len() {
        if bytes[at].is_ascii_whitespace() || bytes[at] == 0x0b {
            at += 1;
            continue;
        }
        let (kind, end) = token_at(sql, at);
        found.push(Token { kind, text: &sql[at..end], start: at });
        at = end;
    }
    found
}

fn token_at(sql: &str, at: usize) -> (Kind, usize) {
    let bytes = sql.as_bytes();
    let next = bytes.get(at + 1).copied();
    match bytes[at] {
        b'-' if next == Some(b'-') => {
            let end = sql[at..].find('\n').map_or(sql.len(), |i| at + i);
            (Kind::Comment, end)
        }
        b'/' if next == Some(b'*') => {
            let end = sql[at + 2..].find("*/").map_or(sql.len(), |i| at + 2 + i + 2);
            (Kind::Comment, end)
        }
        b'\'' => (Kind::Text, closing(sql, at, b'\'')),
        b'"' => (Kind::Quoted, closing(sql, at, b'"')),
        b'`' => (Kind::Quoted, closing(sql, at, b'`')),
        b'[' => (Kind::Quoted, sql[at..].find(']').map_or(sql.len(), |i| at + i + 1)),
        b'x' | b'X' if next == Some(b'\'') => (Kind::Blob, closing(sql, at + 1, b'\'')),
        b'0'..=b'9' => (Kind::Number, number(bytes, at)),
        b'.' if next.is_some_and(|b| b.is_ascii_digit()) => (Kind::Number, number(bytes, at)),
        byte if in_word(byte) => (Kind::Word, run(bytes, at, in_word)),
        b'?' | b':' | b'@' | b'#' => (Kind::Symbol, run(bytes, at + 1, in_word)),
        _ => (Kind::Symbol, at + symbol_length(&sql[at..])),
    }
}

/// Everything beyond ASCII belongs to a name.
fn in_word(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'$' || byte >= 0x80
}

fn run(bytes: &[u8], at: usize, belongs: fn(u8) -> bool) -> usize {
    bytes[at..].iter().position(|b| !belongs(*b)).map_or(bytes.len(), |i| at + i)
}

fn closing(sql: &str, open: usize, quote: u8) -> usize {
    let bytes = sql.as_bytes();
    let mut at = open + 1;
    while at < bytes.len() {
        if bytes[at] == quote {
            if bytes.get(at + 1) != Some(&quote) {
                return at + 1;
            }
            at += 1;
        }
        at += 1;
    }
    sql.len()
}

fn number(bytes: &[u8], start: usize) -> usize {
    let digit = |b: u8| b.is_ascii_digit() || b == b'_';
    if bytes[start] == b'0' && matches!(bytes.get(start + 1), Some(b'x' | b'X')) {
        return run(bytes, start + 2, |b| b.is_ascii_hexdigit() || b == b'_');
    }
    let mut at = run(bytes, start, digit);
    if bytes.get(at) == Some(&b'.') {
        at = run(bytes, at + 1, digit);
    }
    if matches!(bytes.get(at), Some(b'e' | b'E')) {
        let sign = usize::from(matches!(bytes.get(at + 1), Some(b'+' | b'-')));
        if bytes.get(at + 1 + sign).is_some_and(u8::is_ascii_digit) {
            at = run(bytes, at + 1 + sign, digit);
        }
    }
    at
}

fn symbol_length(rest: &str) -> usize {
    let known = ["->>", "->", "||", "<=", ">=", "<>", "<<", ">>", "!=", "=="];
    known
        .iter()
        .find(|symbol| rest.starts_with(**symbol))
        .map(|symbol| symbol.len())
        .or_else(|| rest.chars().next().map(char::len_utf8))
        .unwrap_or(1)
}

/// Whether a text ends inside a line comment, so that whatever follows needs a new line.
pub(crate) fn ends_in_line_comment(sql: &str) -> bool {
    tokens_and_comments(sql).last().is_some_and(|t| {
        t.kind == Kind::Comment && t.text.starts_with("--") && t.end() == sql.len()
    })
}

/// The text with every token replaced for which `replacement` gives something, all else as it was.
pub(crate) fn rewrite(
    sql: &str,
    mut replacement: impl FnMut(&[Token<'_>], usize) -> Option<String>,
) -> String {
    let all = tokens(sql);
    let mut result = String::with_capacity(sql.len());
    let mut copied = 0;
    for (index, token) in all.iter().enumerate() {
        if let Some(text) = replacement(&all, index) {
            result.push_str(&sql[copied..token.start]);
            result.push_str(&text);
            copied = token.end();
        }
    }
    result.push_str(&sql[copied..]);
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(sql: &str) -> Vec<&str> {
        tokens(sql).iter().map(|t| t.text).collect()
    }

    #[test]
    fn names_strings_numbers_and_operators() {
        assert_eq!(
            texts("[a b].\"c\"\"d\"->>'it''s'||x'0F'+1.5e-3 -- end\n/* x */<>`e`"),
            [
                "[a b]",
                ".",
                "\"c\"\"d\"",
                "->>",
                "'it''s'",
                "||",
                "x'0F'",
                "+",
                "1.5e-3",
                "<>",
                "`e`"
            ]
        );
        assert_eq!(tokens("\"c\"\"d\"")[0].name().as_deref(), Some("c\"d"));
        assert_eq!(tokens("[a\"b]")[0].name().as_deref(), Some("a\"b"));
    }

    #[test]
    fn what_is_cut_off_or_foreign_is_no_panic() {
        for sql in ["'abc", "\"", "[", "/*", "--", "x'", "é¬€", "1e", "0x", "\\", "?", "."] {
            let all = tokens_and_comments(sql);
            assert_eq!(all.last().map(Token::end), Some(sql.len()), "{sql}");
        }
    }

    #[test]
    fn a_rewrite_leaves_the_rest_alone() {
        let renamed = rewrite("a  > /* a */ 'a' and \"A\"<1", |all, i| {
            all[i].names("a").then(|| "\"b\"".to_owned())
        });
        assert_eq!(renamed, "\"b\"  > /* a */ 'a' and \"b\"<1");
    }
}
