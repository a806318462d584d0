//! Names in expressions.

use super::{Lexis, Token, TokenKind};

impl Lexis {
    /// Whether an expression names this, be it a column or anything else.
    pub fn mentions(&self, sql: &str, name: &str) -> bool {
        self.tokens(sql).iter().any(|token| token.names(name))
    }

    /// The text with every token replaced for which `replacement` gives something, all else as it was.
    /// It is given all tokens but blanks and comments, and which one is asked about.
    pub fn rewrite(
        &self,
        sql: &str,
        mut replacement: impl FnMut(&[Token<'_>], usize) -> Option<String>,
    ) -> String {
        let all = self.tokens(sql);
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

    /// An expression with its columns renamed (before, after), each written by `write`.
    pub fn renamed(
        &self,
        expression: &str,
        columns: &[(String, String)],
        write: impl Fn(&str) -> String,
    ) -> String {
        self.rewrite(expression, |all, index| {
            let token = &all[index];
            let (_, after) =
                columns.iter().find(|(before, after)| before != after && token.names(before))?;
            let stays = token.kind == TokenKind::Word && token.names(after);
            (!stays && is_column(all, index)).then(|| write(after))
        })
    }

    /// A statement with these names changed (before, after) wherever they stand, each written by `write`.
    pub fn with_names(
        &self,
        statement: &str,
        names: &[(String, String)],
        write: impl Fn(&str) -> String,
    ) -> String {
        self.rewrite(statement, |all, index| {
            let (_, after) = names.iter().find(|(before, _)| all[index].names(before))?;
            Some(write(after))
        })
    }

    /// Whether a text ends inside a line comment, so that whatever follows needs a new line.
    pub fn ends_in_line_comment(&self, sql: &str) -> bool {
        self.lex(sql)
            .last()
            .is_some_and(|token| token.kind == TokenKind::Comment && !token.text.starts_with("/*"))
    }
}

/// Whether a name stands where a column can: it calls nothing, qualifies nothing and is no type.
fn is_column(all: &[Token<'_>], index: usize) -> bool {
    let follows = |symbol| all.get(index + 1).is_some_and(|next| next.is_symbol(symbol));
    let before = |index: usize, symbol| {
        index.checked_sub(1).is_some_and(|previous| all[previous].is_symbol(symbol))
    };
    let mut first = index;
    while first >= 2 && before(first, ".") {
        first -= 2;
    }
    !follows("(") && !follows(".") && !before(first, "::")
}
