//! What of the session that made an object stays with it and counts.

use std::collections::BTreeSet;

use model_core::schema::{KeptSession, ObjectKind};

use super::rows::ServerRow;
use super::shown::Shown;
use crate::databases::mysql::session::lexis_under;
use crate::sql::{Token, TokenKind};

/// Finds it.
pub fn kept(kind: ObjectKind, shown: &Shown, server: &ServerRow) -> KeptSession {
    let lexis = lexis_under(&shown.sql_mode);
    let tokens = lexis.tokens(&shown.statement);
    let has_texts = tokens.iter().any(|token| token.kind == TokenKind::Text);
    let tells_case = ["_bin", "_cs"].iter().any(|end| shown.collation.ends_with(end));
    let is_in_utc = server.is_in_utc && matches!(shown.time_zone.as_str(), "+00:00" | "UTC");
    let is_systems = is_in_utc || shown.time_zone == "SYSTEM";
    KeptSession {
        sql_mode: (kind != ObjectKind::View && counts(&tokens, &shown.sql_mode, &server.sql_mode))
            .then(|| shown.sql_mode.clone()),
        collation: (has_texts && tells_case).then(|| shown.collation.clone()),
        time_zone: (kind == ObjectKind::Event && !is_systems).then(|| shown.time_zone.clone()),
    }
}

/// Whether a mode is another one to this text than what the server has for everybody. How the text itself is
/// read is kept in any case: nobody is sure to have the server's mode.
fn counts(tokens: &[Token<'_>], own: &str, servers: &str) -> bool {
    let (own, servers) = (felt(tokens, own), felt(tokens, servers));
    let is_of_text = |mode: &&str| ["ANSI_QUOTES", "NO_BACKSLASH_ESCAPES", "ORACLE"].contains(mode);
    own != servers || own.iter().any(is_of_text)
}

/// Modes that stand for others, which are told beside them.
const NAMES_OF_SEVERAL: [&str; 9] =
    ["ANSI", "DB2", "MAXDB", "MSSQL", "POSTGRESQL", "TRADITIONAL", "MYSQL323", "MYSQL40", ""];

/// Those modes that a text feels.
fn felt<'m>(tokens: &[Token<'_>], sql_mode: &'m str) -> BTreeSet<&'m str> {
    let any = |is: &dyn Fn(&Token<'_>) -> bool| tokens.iter().any(is);
    let has_word = |words: &[&str]| any(&|token| words.iter().any(|word| token.is(word)));
    let is_felt = |mode: &&str| match *mode {
        "PIPES_AS_CONCAT" => any(&|token| token.is_symbol("||")),
        "ANSI_QUOTES" => any(&|token| token.text.starts_with('"')),
        "NO_BACKSLASH_ESCAPES" => {
            any(&|token| token.kind == TokenKind::Text && token.text.contains('\\'))
        }
        "NO_ENGINE_SUBSTITUTION" | "NO_DIR_IN_CREATE" => has_word(&["table"]),
        "NO_AUTO_CREATE_USER" => has_word(&["grant"]),
        "NO_AUTO_VALUE_ON_ZERO" => has_word(&["insert", "replace", "update", "load"]),
        "ONLY_FULL_GROUP_BY" => has_word(&["select"]),
        "HIGH_NOT_PRECEDENCE" => has_word(&["not"]),
        "REAL_AS_FLOAT" => has_word(&["real"]),
        mode => !NAMES_OF_SEVERAL.contains(&mode),
    };
    sql_mode.split(',').filter(is_felt).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mode(statement: &str, own: &str, servers: &str) -> Option<String> {
        let shown =
            Shown { statement: statement.to_owned(), sql_mode: own.to_owned(), ..Shown::default() };
        let server = ServerRow { sql_mode: servers.to_owned(), ..ServerRow::default() };
        kept(ObjectKind::Trigger, &shown, &server).sql_mode
    }

    #[test]
    fn a_mode_that_a_text_does_not_feel_is_nothing() {
        let (plain, piped) = ("SET NEW.a = 'x'", "SET NEW.a = NEW.b || 'x'");
        assert_eq!(mode(plain, "PIPES_AS_CONCAT,STRICT_ALL_TABLES", "STRICT_ALL_TABLES"), None);
        assert!(mode(piped, "PIPES_AS_CONCAT,STRICT_ALL_TABLES", "STRICT_ALL_TABLES").is_some());
        assert!(mode(plain, "", "STRICT_ALL_TABLES").is_some());
        assert!(mode("SET NEW.\"a\" = 1", "ANSI_QUOTES", "ANSI_QUOTES").is_some());
    }
}
