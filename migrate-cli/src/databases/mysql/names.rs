//! Names, and names in expressions as the server keeps them: every one of them in quotes.

use super::session::LEXIS;
use crate::plan::IdentifierLimit;
use crate::sql::TokenKind;

/// How long a name may be.
pub const IDENTIFIER_LIMIT: IdentifierLimit = IdentifierLimit::Characters(64);

/// The expression without the qualifier `` `database`. ``, so that the same expression in two
/// databases is the same text.
pub fn unqualified(sql: &str, database: &str) -> String {
    let tokens = LEXIS.lex(sql);
    let mut text = String::with_capacity(sql.len());
    let mut index = 0;
    while let Some(token) = tokens.get(index) {
        let qualifies = token.kind == TokenKind::Quoted
            && token.name().is_some_and(|name| name == database)
            && tokens.get(index + 1).is_some_and(|t| t.is_symbol("."))
            && tokens.get(index + 2).is_some_and(|t| t.kind == TokenKind::Quoted);
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
    fn the_own_database_is_taken_out() {
        assert_eq!(unqualified("nextval(`app`.`s`)", "app"), "nextval(`s`)");
        assert_eq!(unqualified("`app` + 'app'.x", "app"), "`app` + 'app'.x");
    }
}
