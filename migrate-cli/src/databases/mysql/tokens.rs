//! SQL text of MariaDB and MySQL, cut into tokens: enough to find names and texts in it without
//! mistaking the one for the other.

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    /// `` `name` ``
    Quoted,
    /// `'text'` or `"text"`
    Text,
    /// A bare name, keyword or number.
    Word,
    /// White space or a comment.
    Space,
    /// One other character.
    Symbol,
}

/// A piece of SQL. All pieces one after the other are the text again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Token<'a> {
    /// What it is.
    pub kind: Kind,
    /// As it is written.
    pub text: &'a str,
}

impl Token<'_> {
    /// The name that a quoted token stands for.
    pub fn name(&self) -> Option<String> {
        (self.kind == Kind::Quoted).then(|| unquote(self.text, '`'))
    }

    /// The text that a quoted text stands for, its escapes undone.
    pub fn value(&self) -> Option<String> {
        let quote = self.text.chars().next().filter(|_| self.kind == Kind::Text)?;
        let inner = self.text.strip_prefix(quote)?;
        let inner = inner.strip_suffix(quote).unwrap_or(inner);
        let mut value = String::with_capacity(inner.len());
        let mut characters = inner.chars().peekable();
        while let Some(c) = characters.next() {
            match c {
                '\\' => value.extend(characters.next().map(unescaped)),
                c => {
                    if c == quote {
                        characters.next_if_eq(&quote);
                    }
                    value.push(c);
                }
            }
        }
        Some(value)
    }

    /// Whether it is this character.
    pub fn is_symbol(&self, symbol: char) -> bool {
        self.kind == Kind::Symbol && self.text.starts_with(symbol)
    }
}

/// What a character after a backslash stands for.
fn unescaped(c: char) -> char {
    match c {
        '0' => '\0',
        'b' => '\u{8}',
        'n' => '\n',
        'r' => '\r',
        't' => '\t',
        'Z' => '\u{1a}',
        c => c,
    }
}

fn unquote(text: &str, quote: char) -> String {
    let inner = text.strip_prefix(quote).unwrap_or(text);
    let inner = inner.strip_suffix(quote).unwrap_or(inner);
    inner.replace(&format!("{quote}{quote}"), &quote.to_string())
}

/// Cuts SQL into tokens. What is never closed reaches to the end.
pub fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let (kind, length) = match first {
            '`' => (Kind::Quoted, quoted_length(rest, '`', false)),
            '\'' | '"' => (Kind::Text, quoted_length(rest, first, true)),
            c if c.is_whitespace() => (Kind::Space, length_while(rest, char::is_whitespace)),
            // `/*!` and `/*M!` are not comments to the server: what is in them is run.
            '/' if rest.starts_with("/*")
                && !rest.starts_with("/*!")
                && !rest.starts_with("/*M!") =>
            {
                (Kind::Space, rest.find("*/").map_or(rest.len(), |at| at + 2))
            }
            c if is_word(c) => (Kind::Word, length_while(rest, is_word)),
            c => (Kind::Symbol, c.len_utf8()),
        };
        let (text, after) = rest.split_at(length);
        found.push(Token { kind, text });
        rest = after;
    }
    found
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_' || c == '$' || c == '@'
}

fn length_while(text: &str, wanted: impl Fn(char) -> bool) -> usize {
    text.find(|c| !wanted(c)).unwrap_or(text.len())
}

fn quoted_length(text: &str, quote: char, backslashes: bool) -> usize {
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((at, c)) = characters.next() {
        if c == '\\' && backslashes {
            characters.next();
        } else if c == quote {
            if characters.peek().is_some_and(|(_, next)| *next == quote) {
                characters.next();
            } else {
                return at + quote.len_utf8();
            }
        }
    }
    text.len()
}

/// The expression with its quoted names replaced where `new` has another.
pub fn rename(sql: &str, new: impl Fn(&str) -> Option<String>) -> String {
    tokens(sql)
        .iter()
        .map(|token| match token.name().and_then(|name| new(&name)) {
            Some(name) => format!("`{}`", name.replace('`', "``")),
            None => token.text.to_owned(),
        })
        .collect()
}

/// Whether the expression has this quoted name in it, upper or lower case.
pub fn mentions(sql: &str, name: &str) -> bool {
    tokens(sql).iter().filter_map(Token::name).any(|n| n.to_lowercase() == name.to_lowercase())
}

/// The expression without the qualifier `` `database`. ``, so that the same expression in two
/// databases is the same text.
pub fn unqualified(sql: &str, database: &str) -> String {
    let tokens = tokens(sql);
    let mut text = String::with_capacity(sql.len());
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let qualifies = token.name().is_some_and(|name| name == database)
            && tokens.get(index + 1).is_some_and(|t| t.is_symbol('.'))
            && tokens.get(index + 2).is_some_and(|t| t.kind == Kind::Quoted);
        if qualifies {
            index += 2;
        } else {
            text.push_str(token.text);
            index += 1;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_pieces_are_the_text_again() {
        for sql in ["", "`a``b` = 'it''s \\' x' /* c */ + _utf8mb4'ü'", "'open", "\"a\\\"b\"", "/*"]
        {
            let joined: String = tokens(sql).iter().map(|t| t.text).collect();
            assert_eq!(joined, sql);
        }
    }

    #[test]
    fn names_are_renamed_and_texts_are_left() {
        let new = |name: &str| (name == "a").then(|| "b`c".to_owned());
        assert_eq!(rename("`a` = '`a`' and `ab` > 0", new), "`b``c` = '`a`' and `ab` > 0");
    }

    #[test]
    fn two_names_can_change_places() {
        let new = |name: &str| match name {
            "a" => Some("b".to_owned()),
            "b" => Some("a".to_owned()),
            _ => None,
        };
        assert_eq!(rename("`a` + `b`", new), "`b` + `a`");
    }

    #[test]
    fn the_own_database_is_taken_out() {
        assert_eq!(unqualified("nextval(`app`.`s`)", "app"), "nextval(`s`)");
        assert_eq!(unqualified("`app` + 'app'.x", "app"), "`app` + 'app'.x");
    }
}
