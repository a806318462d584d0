//! Cuts a script into statements, to know which one failed.
//!
//! Where the cut is in doubt it is not made: two statements in one piece run as they always did,
//! one statement in two pieces does not run at all.

use std::ops::Range;

/// What differs in how databases read SQL.
#[derive(Debug, Clone, Copy)]
pub struct Lexis {
    /// A backslash in a text escapes the next character.
    pub backslash_escapes: bool,
    /// `$tag$ … $tag$`, and backslashes in `E'…'`.
    pub dollar_quotes: bool,
    /// `#` begins a comment, and `--` only before a blank.
    pub hash_comments: bool,
    /// `/* /* */ */`
    pub nested_comments: bool,
    /// `[name]`
    pub brackets: bool,
    /// How the body of a trigger or routine is read.
    pub compound: Compound,
}

/// How the body of a trigger or routine is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compound {
    /// By counting `BEGIN` and `CASE` against `END`.
    Counted,
    /// Not at all: what follows is one piece to the end of the script.
    Rest,
}

/// One statement of a script.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Statement {
    /// Where it stands, from its first word to its semicolon, in bytes.
    pub span: Range<usize>,
    /// Its first word, in upper case.
    pub word: String,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Token {
    Blank,
    Word,
    Semicolon,
    Other,
}

/// The statements of a script, comments and blanks between them left out.
pub fn statements(sql: &str, lexis: &Lexis) -> Vec<Statement> {
    let mut found = Vec::new();
    let mut state = Open::default();
    let mut at = 0;
    while at < sql.len() {
        let (token, end) = next(sql, at, lexis);
        let text = &sql[at..end];
        match token {
            Token::Blank => {}
            Token::Semicolon if state.depth == 0 && !state.is_rest => {
                state.close(end, &mut found);
            }
            _ => state.see(token, text, at..end, lexis.compound),
        }
        at = end;
    }
    let end = state.last;
    state.close(end, &mut found);
    found
}

#[derive(Default)]
struct Open {
    start: Option<usize>,
    last: usize,
    word: String,
    is_routine: bool,
    is_rest: bool,
    depth: usize,
}

impl Open {
    fn see(&mut self, token: Token, text: &str, span: Range<usize>, compound: Compound) {
        self.last = span.end;
        let word = match token {
            Token::Word => text.to_ascii_uppercase(),
            _ => String::new(),
        };
        if self.start.is_none() {
            self.start = Some(span.start);
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

/// The token that begins at `at`, and where it ends.
fn next(sql: &str, at: usize, lexis: &Lexis) -> (Token, usize) {
    let rest = &sql[at..];
    let mut chars = rest.chars();
    let Some(first) = chars.next() else { return (Token::Blank, sql.len()) };
    let second = chars.next();
    let escapes = lexis.backslash_escapes;
    match (first, second) {
        (c, _) if c.is_whitespace() => (Token::Blank, at + c.len_utf8()),
        ('-', Some('-')) if !lexis.hash_comments || blank_follows(rest) => {
            (Token::Blank, line_end(sql, at))
        }
        ('#', _) if lexis.hash_comments => (Token::Blank, line_end(sql, at)),
        // MySQL runs what stands in `/*! … */`.
        ('/', Some('*')) => {
            let runs = lexis.hash_comments && rest.starts_with("/*!");
            let token = if runs { Token::Other } else { Token::Blank };
            (token, comment_end(sql, at, lexis.nested_comments))
        }
        (';', _) => (Token::Semicolon, at + 1),
        ('\'', _) => (Token::Other, quote_end(sql, at + 1, '\'', escapes)),
        ('"', _) => (Token::Other, quote_end(sql, at + 1, '"', escapes)),
        ('`', _) => (Token::Other, quote_end(sql, at + 1, '`', false)),
        ('[', _) if lexis.brackets => {
            (Token::Other, rest.find(']').map_or(sql.len(), |end| at + end + 1))
        }
        ('e' | 'E', Some('\'')) if lexis.dollar_quotes => {
            (Token::Other, quote_end(sql, at + 2, '\'', true))
        }
        ('$', _) if lexis.dollar_quotes => (Token::Other, dollar_end(sql, at)),
        (c, _) if is_word(c) => {
            let length = rest.find(|c| !is_word(c) && c != '$').unwrap_or(rest.len());
            (Token::Word, at + length)
        }
        (c, _) => (Token::Other, at + c.len_utf8()),
    }
}

fn is_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

fn blank_follows(comment: &str) -> bool {
    comment[2..].chars().next().is_none_or(char::is_whitespace)
}

fn line_end(sql: &str, at: usize) -> usize {
    sql[at..].find('\n').map_or(sql.len(), |end| at + end + 1)
}

fn comment_end(sql: &str, at: usize, nested: bool) -> usize {
    let bytes = sql.as_bytes();
    let (mut depth, mut i) = (1, at + 2);
    while i + 1 < bytes.len() {
        match (bytes[i], bytes[i + 1]) {
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
    sql.len()
}

/// A doubled quote needs no case of its own: it ends one text and begins the next.
fn quote_end(sql: &str, from: usize, quote: char, escapes: bool) -> usize {
    let mut escaped = false;
    for (index, c) in sql[from..].char_indices() {
        if escaped {
            escaped = false;
        } else if escapes && c == '\\' {
            escaped = true;
        } else if c == quote {
            return from + index + 1;
        }
    }
    sql.len()
}

fn dollar_end(sql: &str, at: usize) -> usize {
    let rest = &sql[at + 1..];
    let Some(length) = rest.find('$') else { return at + 1 };
    if !rest[..length].chars().all(is_word) || rest.starts_with(|c: char| c.is_ascii_digit()) {
        return at + 1;
    }
    let tag = &sql[at..at + length + 2];
    let body = at + tag.len();
    sql[body..].find(tag).map_or(sql.len(), |end| body + end + tag.len())
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
