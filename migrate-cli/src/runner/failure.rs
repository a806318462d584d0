//! A script that stopped, told to a person.

use crate::database::{DatabaseError, ErrorKind};
use crate::dialect::Blocker;
use crate::problem::{Problem, Snippet};

use super::Direction;
use super::text::Text;

/// A script that stopped.
#[derive(Debug)]
pub struct Failure {
    /// What the database said.
    pub error: Box<DatabaseError>,
    /// The statement, where it was one of the script's.
    pub statement: Option<usize>,
    /// What is left of what was run.
    pub left: Left,
    /// Who holds what it waited for.
    pub blockers: Vec<Blocker>,
}

/// What a failure leaves behind.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Left {
    /// Nothing: the database is as it was before.
    Nothing,
    /// The statements before the one that failed, and it is recorded that they were run.
    Recorded,
    /// Something in a scratch database, which is gone.
    Unrecorded,
}

impl Failure {
    /// Where it is not known yet what is left.
    pub fn new(error: DatabaseError, statement: Option<usize>) -> Self {
        Self { error: Box::new(error), statement, left: Left::Nothing, blockers: Vec::new() }
    }

    /// For a person.
    pub fn explain(self, text: &Text<'_>) -> Problem {
        let file = text.file();
        let (verb, command) = match text.direction {
            Direction::Up => ("applied", "upgrade"),
            Direction::Down => ("reverted", "downgrade"),
        };
        let place = match self.statement {
            Some(index) => format!(" at statement {} of {}", index + 1, text.statements.len()),
            None => String::new(),
        };
        let name = &text.migration.name;
        let message = format!("{name} could not be {verb}: it failed{place}");
        let mut reason = self.error.to_string();
        if !self.blockers.is_empty() {
            let blockers: Vec<String> = self.blockers.iter().map(ToString::to_string).collect();
            reason = format!("{reason}; held by {}", blockers.join(", and by "));
        }
        let problem = Problem::new(message).because(reason.clone()).help(self.help(text, command));
        let Some(index) = self.statement else { return problem };
        let offset = match self.error.as_ref() {
            DatabaseError::Statement { offset, .. } => *offset,
            _ => None,
        };
        let span = text.span(index, offset);
        problem.at(Snippet {
            source: miette::NamedSource::new(file, text.text.clone()).with_language("sql"),
            span: (span.start, span.len()),
            label: reason,
        })
    }

    fn help(&self, text: &Text<'_>, command: &str) -> String {
        let file = text.file();
        let done = self.statement.unwrap_or(text.statements.len());
        let ran = match done {
            0 => "no statement was run".to_owned(),
            1 => "statement 1 was run and stays".to_owned(),
            done => format!("statements 1 to {done} were run and stay"),
        };
        let back = text.direction.back().command();
        if let Some(advice) = self.error.advice() {
            let left = match self.left {
                Left::Nothing => "nothing was changed".to_owned(),
                Left::Recorded => {
                    format!("not-transactional: {ran}, which is recorded in the database")
                }
                Left::Unrecorded => {
                    "it was tried in a scratch database, and nothing else was changed".to_owned()
                }
            };
            return format!("{left}. {}; then run `migrate {command}` again", capitalized(advice));
        }
        match (self.left, self.error.kind()) {
            (Left::Nothing, ErrorKind::Locked) => {
                format!(
                    "nothing was changed; run `migrate {command}` again when it is free, or wait longer with --lock-timeout SECONDS"
                )
            }
            (Left::Nothing, ErrorKind::Lost) => {
                format!(
                    "nothing was changed that is not undone; see that the server runs, then run `migrate {command}` again"
                )
            }
            (Left::Nothing, _) => format!(
                "nothing was changed; correct {file} or the rows it stumbles on, then run `migrate {command}` again"
            ),
            (Left::Recorded, ErrorKind::Locked) => format!(
                "not-transactional: {ran}. Run `migrate {command}` again when it is free, which goes on from there, or wait longer with --lock-timeout SECONDS; or `migrate {back}` to go back"
            ),
            (Left::Recorded, ErrorKind::Lost) => format!(
                "not-transactional: {ran}. See that the server runs, then run `migrate {command}` again, which goes on from there; or `migrate {back}` to go back"
            ),
            (Left::Recorded, _) => format!(
                "not-transactional: {ran}, which is recorded in the database. Correct the statement that failed in {file}, or the rows it stumbles on, then run `migrate {command}` again, which goes on with it; or `migrate {back}` to go back"
            ),
            (Left::Unrecorded, _) => format!(
                "correct {file}, then run this again; it was tried in a scratch database, and nothing else was changed"
            ),
        }
    }
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect()
}
