//! Whether a text can stand where it is put and end there: SQL that a person wrote into a model
//! becomes a part of our statements.

use super::{Lexis, Token, TokenKind};

impl Lexis {
    /// Whether an expression is one value for all rows, whenever it is asked for: a literal, perhaps
    /// with a sign, perhaps cast to a type.
    pub fn is_constant(&self, sql: &str) -> bool {
        let all = self.tokens(sql);
        let is_literal = |value: &Token<'_>| {
            matches!(value.kind, TokenKind::Number | TokenKind::Text | TokenKind::Blob)
                || ["null", "true", "false"].iter().any(|word| value.is(word))
        };
        let is_cast = |rest: &[Token<'_>]| rest.first().is_none_or(|next| next.is_symbol("::"));
        match all.as_slice() {
            [sign, value, rest @ ..] if sign.is_symbol("-") || sign.is_symbol("+") => {
                value.kind == TokenKind::Number && is_cast(rest)
            }
            [value, rest @ ..] => is_literal(value) && is_cast(rest),
            [] => false,
        }
    }

    /// Whether a text is a part of one statement, whatever stands around it: no bracket, quote or
    /// comment of it is left open or closes one of ours, and no semicolon ends the statement.
    pub fn is_fragment(&self, sql: &str) -> bool {
        // What is left open swallows the bracket.
        let closed = format!("{sql})");
        let tokens = self.tokens(&closed);
        let Some((last, own)) = tokens.split_last() else { return false };
        let mut depth = 0_i32;
        let stays = own.iter().all(|token| {
            depth += i32::from(["(", "["].iter().any(|s| token.is_symbol(s)));
            depth -= i32::from([")", "]"].iter().any(|s| token.is_symbol(s)));
            depth >= 0 && !token.is_symbol(";")
        });
        stays && depth == 0 && last.is_symbol(")") && !sql.contains('\0')
    }

    /// Whether a text is one word, number or text, perhaps with a namespace before it.
    pub fn is_single(&self, sql: &str) -> bool {
        let single = |kind| {
            matches!(
                kind,
                TokenKind::Word
                    | TokenKind::Quoted
                    | TokenKind::Text
                    | TokenKind::Number
                    | TokenKind::Blob
            )
        };
        let tokens = self.lex(sql);
        tokens.len() % 2 == 1
            && self.is_fragment(sql)
            && tokens.iter().enumerate().all(|(at, token)| match at % 2 {
                0 => single(token.kind),
                _ => token.is_symbol("."),
            })
    }
}

#[cfg(test)]
mod tests {
    use crate::database::DatabaseKind;
    use crate::databases;

    #[test]
    fn what_leaves_its_place_is_no_fragment() {
        for kind in [DatabaseKind::Sqlite, DatabaseKind::Postgres, DatabaseKind::Mysql] {
            let lexis = &databases::of(kind).session().lexis;
            for good in ["a > 0", "(a) in ('x;', ')')", "f(a, (b))", "'--'", "1 /* ; ) */ + 1"] {
                assert!(lexis.is_fragment(good), "{kind:?} {good}");
            }
            for bad in ["1; DROP TABLE a", "1) OR (1", "'", "a -- b", "/* ", "(", "1\0", "\"a"] {
                assert!(!lexis.is_fragment(bad), "{kind:?} {bad}");
            }
        }
    }

    #[test]
    fn a_single_word_has_nothing_beside_it() {
        let lexis = &databases::of(DatabaseKind::Mysql).session().lexis;
        for good in ["InnoDB", "DYNAMIC", "'N'", "8", "`a b`", "app.ci"] {
            assert!(lexis.is_single(good), "{good}");
        }
        for bad in ["", "InnoDB; DROP TABLE canary; --", "InnoDB COMMENT='x'", "a/**/b", "'", "a."]
        {
            assert!(!lexis.is_single(bad), "{bad}");
        }
    }
}
