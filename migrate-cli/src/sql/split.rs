//! Cuts a script into statements, to know which one failed.
//!
//! Where the cut is in doubt it is not made: two statements in one piece run as they always did,
//! one statement in two pieces does not run at all.

use std::ops::Range;

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
    let mut state = Open::default();
    for token in lexis.tokens(sql) {
        if token.is_symbol(";") && state.is_cut() {
            state.close(token.end(), &mut found);
        } else {
            state.see(&token, lexis.compound);
        }
    }
    let end = state.last;
    state.close(end, &mut found);
    found
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
}

impl Open {
    fn is_cut(&self) -> bool {
        self.depth == 0 && !self.is_rest && !self.is_run
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
        if self.word != "CREATE" {
            return;
        }
        match word.as_str() {
            "TRIGGER" | "FUNCTION" | "PROCEDURE" | "EVENT" => self.is_routine = true,
            "BEGIN" if self.is_routine && compound == Compound::Rest => self.is_rest = true,
            "BEGIN" if self.is_routine => self.depth += 1,
            "CASE" if self.depth > 0 => self.depth += 1,
            "END" => self.depth = self.depth.saturating_sub(1),
            _ => {}
        }
    }

    fn close(&mut self, end: usize, found: &mut Vec<Statement>) {
        let open = std::mem::take(self);
        if let Some(start) = open.start {
            found.push(Statement { span: start..end, word: open.word });
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
    fn a_routine_of_mysql_runs_to_the_end() {
        let sql = "SELECT 1; CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; END; SELECT 2;";
        assert_eq!(cut(sql, DatabaseKind::Mysql).len(), 2);
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
