//! Cuts a script into statements, to know which one failed.
//!
//! Where the cut is in doubt it is not made: two statements in one piece run as they always did,
//! one statement in two pieces does not run at all.

use std::ops::Range;

use super::compound::Blocks;
use super::{Compound, Lexis, Token, TokenKind};

/// One statement of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands, from its first word to its semicolon, in bytes.
    pub span: Range<usize>,
    /// Its first word, in upper case.
    pub word: String,
}

/// The statements of a script, comments and blanks between them left out.
pub fn statements(sql: &str, lexis: &Lexis) -> Vec<Statement> {
    let mut found = Vec::new();
    let (mut lexis, mut from) = (*lexis, 0);
    while let Some((changed, next)) = some_statements(sql, from, &lexis, &mut found) {
        (lexis, from) = (changed, next);
    }
    found
}

/// Those from a place on, up to one that changes how what follows is read, and where that is.
fn some_statements(
    sql: &str,
    from: usize,
    lexis: &Lexis,
    found: &mut Vec<Statement>,
) -> Option<(Lexis, usize)> {
    let mut state = Open::default();
    for token in lexis.tokens(sql.get(from..)?) {
        if !token.is_symbol(";") || !state.is_cut() {
            state.see(&token, lexis.compound);
            continue;
        }
        state.close(from, token.end(), found);
        let last = found.last().and_then(|last| sql.get(last.span.clone()));
        let changed = lexis.changed_by.zip(last).and_then(|(changed_by, last)| changed_by(last));
        if let Some(changed) = changed {
            return Some((changed, from + token.end()));
        }
    }
    let end = state.last;
    state.close(from, end, found);
    None
}

/// The words of a statement that stand in no quotes, in upper case.
pub fn words(sql: &str, lexis: &Lexis) -> Vec<String> {
    let tokens = lexis.tokens(sql).into_iter();
    tokens.filter(|t| t.kind == TokenKind::Word).map(|t| t.text.to_ascii_uppercase()).collect()
}

#[derive(Default)]
struct Open {
    start: Option<usize>,
    last: usize,
    word: String,
    is_routine: bool,
    is_rest: bool,
    /// Inside `/*! … */`.
    is_run: bool,
    depth: usize,
    blocks: Blocks,
}

impl Open {
    fn is_cut(&self) -> bool {
        self.depth == 0 && !self.is_rest && !self.is_run && self.blocks.are_closed()
    }

    fn see(&mut self, token: &Token<'_>, compound: Compound) {
        self.last = token.end();
        if token.kind == TokenKind::Symbol && token.text.starts_with("/*") {
            self.is_run = true;
        } else if token.is_symbol("*/") {
            self.is_run = false;
        }
        let word = match token.kind {
            TokenKind::Word => token.text.to_ascii_uppercase(),
            _ => String::new(),
        };
        if self.start.is_none() {
            self.start = Some(token.start);
            self.word = word;
            return;
        }
        let makes = self.word == "CREATE" || self.word == "ALTER" && compound == Compound::Named;
        if !makes {
            return;
        }
        if !self.is_routine {
            self.is_routine =
                ["TRIGGER", "FUNCTION", "PROCEDURE", "EVENT"].contains(&word.as_str());
            self.is_rest |= self.is_routine && compound == Compound::Rest;
            if word == "EVENT" {
                self.blocks.be_of_event();
            }
            return;
        }
        match (compound, word.as_str()) {
            (Compound::Named, _) => self.blocks.see(token),
            (Compound::Counted, "BEGIN") => self.depth += 1,
            (Compound::Counted, "CASE") if self.depth > 0 => self.depth += 1,
            (Compound::Counted, "END") => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    /// Its places are behind `from`.
    fn close(&mut self, from: usize, end: usize, found: &mut Vec<Statement>) {
        let open = std::mem::take(self);
        if let Some(start) = open.start {
            found.push(Statement { span: from + start..from + end, word: open.word });
        }
    }
}

/// The `COMMIT` of a script that is one transaction, with nothing but settings around it.
pub fn own_commit(statements: &[Statement]) -> Option<usize> {
    let is = |index: &usize, words: &[&str]| words.contains(&statements[*index].word.as_str());
    let count = statements.len();
    let begin = (0..count).find(|i| is(i, &["BEGIN", "START"]))?;
    let commit = (0..count).rfind(|i| is(i, &["COMMIT", "END"]))?;
    let around = (0..begin).chain(commit + 1..count).all(|i| is(&i, &["PRAGMA", "SET"]));
    let inside =
        (begin + 1..commit).any(|i| is(&i, &["BEGIN", "START", "COMMIT", "END", "ROLLBACK"]));
    (begin < commit && around && !inside).then_some(commit)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::DatabaseKind;

    fn cut(sql: &str, kind: DatabaseKind) -> Vec<&str> {
        statements(sql, &crate::databases::of(kind).session().lexis)
            .into_iter()
            .map(|s| &sql[s.span])
            .collect()
    }

    #[test]
    fn texts_names_and_comments_hide_semicolons() {
        let sql = "-- a; b\nSELECT ';', \";\", `;`, [;] /* ; */;\n\n;SELECT 'it''s;' ;-- end";
        assert_eq!(
            cut(sql, DatabaseKind::Sqlite),
            ["SELECT ';', \";\", `;`, [;] /* ; */;", "SELECT 'it''s;' ;"]
        );
    }

    #[test]
    fn the_last_needs_no_semicolon() {
        assert_eq!(
            cut("SELECT 1;\nSELECT 2 -- x\n", DatabaseKind::Sqlite),
            ["SELECT 1;", "SELECT 2"]
        );
    }

    #[test]
    fn a_trigger_is_one_statement() {
        let sql = "CREATE TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN 1 THEN 2 END; DELETE FROM d; END; SELECT 1;";
        let cut = cut(sql, DatabaseKind::Sqlite);
        assert_eq!(cut.len(), 2, "{cut:?}");
        assert_eq!(cut[1], "SELECT 1;");
    }

    #[test]
    fn begin_as_a_statement_is_one() {
        assert_eq!(
            cut("BEGIN; SELECT 1; COMMIT;", DatabaseKind::Sqlite),
            ["BEGIN;", "SELECT 1;", "COMMIT;"]
        );
    }

    #[test]
    fn dollar_quotes_escapes_and_nested_comments() {
        let sql = "DO $x$ BEGIN; $y$;$y$ END $x$; SELECT E'\\';', $1; /* /* ; */ ; */ SELECT 2;";
        assert_eq!(
            cut(sql, DatabaseKind::Postgres),
            ["DO $x$ BEGIN; $y$;$y$ END $x$;", "SELECT E'\\';', $1;", "SELECT 2;"]
        );
    }

    #[test]
    fn mysql_escapes_and_comments() {
        let sql = "SELECT 'a\\';' # ;\n, 1--1;\n-- ;\n/*!40101 SET x = 1 */;";
        assert_eq!(
            cut(sql, DatabaseKind::Mysql),
            ["SELECT 'a\\';' # ;\n, 1--1;", "/*!40101 SET x = 1 */;"]
        );
    }

    #[test]
    fn a_routine_of_mysql_is_one_statement() {
        let bodies = [
            "CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; END",
            "CREATE TRIGGER t AFTER INSERT ON a FOR EACH ROW SET NEW.b = CASE WHEN 1 THEN 2 END",
            "CREATE PROCEDURE p() l: BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN RESIGNAL; END; \
             CASE x WHEN 1 THEN BEGIN END; ELSE SET end = CASE 1 WHEN 1 THEN NEW.end ELSE end END; END CASE; \
             REPEAT SET x = REPEAT('a', 2); UNTIL x END REPEAT; WHILE x DO SELECT begin; END WHILE; END l",
            "CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN SELECT 1; SELECT 2; END",
            "ALTER EVENT e DO BEGIN SELECT 1; END",
            "CREATE FUNCTION f() RETURNS int RETURN REPEAT('a', 2)",
        ];
        for body in bodies {
            let sql = format!("SELECT 1; {body}; SELECT 2;");
            let cut = cut(&sql, DatabaseKind::Mysql);
            let parts = if body.contains("SELECT begin") { 2 } else { 3 };
            assert_eq!((cut.len(), &cut[1][..body.len()]), (parts, body), "{body}");
        }
    }

    #[test]
    fn where_the_end_of_a_routine_is_in_doubt_it_is_not_made() {
        let bodies = [
            "IF a THEN SET b = 1; END IF",
            "REPEAT SET a = 1; UNTIL a END REPEAT",
            "WHILE a DO SET a = 1; END WHILE",
            "CASE a WHEN 1 THEN SET a = 1; END CASE",
            "LOOP SET a = 1; END LOOP",
        ];
        for body in bodies {
            let sql = format!("CREATE PROCEDURE p() {body}; SELECT 1");
            assert!(cut(&sql, DatabaseKind::Mysql)[0].len() > 20 + body.len(), "{body}");
        }
    }

    #[test]
    fn a_mode_of_mysql_changes_what_follows() {
        let sql = "SET SESSION sql_mode = 'NO_BACKSLASH_ESCAPES,ANSI_QUOTES'; SELECT '\\', \";\"; \
                   SET SESSION sql_mode = @old; SELECT '\\';', \";\\\";\";";
        assert_eq!(cut(sql, DatabaseKind::Mysql).len(), 4);
    }

    fn commit(text: &str) -> Option<usize> {
        let lexis = &crate::databases::of(DatabaseKind::Sqlite).session().lexis;
        own_commit(&statements(text, lexis))
    }

    #[test]
    fn a_script_that_is_one_transaction_takes_the_account_along() {
        let text =
            "PRAGMA foreign_keys = OFF; BEGIN; DROP TABLE a; COMMIT; PRAGMA foreign_keys = ON;";
        assert_eq!(commit(text), Some(3));
        assert_eq!(commit("BEGIN; COMMIT; BEGIN; COMMIT;"), None);
        assert_eq!(commit("BEGIN; SELECT 1; COMMIT; DROP TABLE a;"), None);
        assert_eq!(commit("DROP TABLE a;"), None);
    }
}
