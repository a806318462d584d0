//! A migration's text for one way, cut into statements.

use std::ops::Range;

use sha2::{Digest, Sha256};

use super::Direction;
use super::client_command;
use super::unit::{Rules, Unit, units};
use crate::dialect::{Dialect, Effect};
use crate::history::Migration;
use crate::problem::Result;
use crate::sql::{self, Statement, own_commit, words};

/// `up.sql` or `down.sql`.
pub struct Text<'a> {
    pub migration: &'a Migration,
    pub direction: Direction,
    pub dialect: &'static dyn Dialect,
    pub text: String,
    pub statements: Vec<Statement>,
    pub effects: Vec<Effect>,
}

impl<'a> Text<'a> {
    pub fn read(
        migration: &'a Migration,
        direction: Direction,
        dialect: &'static dyn Dialect,
    ) -> Result<Self> {
        let text = direction.text(migration)?;
        let file = migration.path.join(direction.file()).display().to_string();
        client_command::refuse(&text, &file, &dialect.session().lexis)?;
        let statements = sql::statements(&text, &dialect.session().lexis);
        let effects = statements.iter().map(|s| dialect.effect(&text[s.span.clone()])).collect();
        Ok(Self { migration, direction, dialect, text, statements, effects })
    }

    /// One statement.
    pub fn sql(&self, index: usize) -> &str {
        &self.text[self.statements[index].span.clone()]
    }

    /// The file, for messages.
    pub fn file(&self) -> String {
        self.migration.path.join(self.direction.file()).display().to_string()
    }

    /// Its transaction, from `BEGIN` to `COMMIT`, where the script is one whole transaction by itself.
    pub fn own_transaction(&self) -> Option<(usize, usize)> {
        let commit = own_commit(&self.statements)?;
        let begin = self.effects.iter().position(|effect| *effect == Effect::Begin)?;
        Some((begin, commit))
    }

    /// Whether it is run in one transaction though nobody says so, as Diesel does by sending it whole.
    pub fn is_one_transaction(&self) -> bool {
        self.dialect.session().sent_together_is_transaction
            && self.effects.iter().all(|e| matches!(e, Effect::Undoable | Effect::Session))
    }

    /// The units of it, where it is no single transaction.
    pub fn units(&self, nothing_undoable: bool) -> Vec<Unit> {
        units(&self.effects, Rules { together: self.migration.transaction, nothing_undoable })
    }

    /// The hash of all statements before one.
    pub fn digest(&self, statement: usize) -> String {
        let mut hash = Sha256::new();
        for index in 0..statement.min(self.statements.len()) {
            // Line ends of a checkout make no other statement.
            hash.update(self.sql(index).replace("\r\n", "\n"));
            hash.update([0]);
        }
        hash.finalize().iter().map(|byte| format!("{byte:02x}")).collect()
    }

    /// A statement before this one of which the effect ended with its session and can't be had again by
    /// running it again: it computed a variable from rows, or made a temporary table.
    pub fn lost_with_session(&self, statement: usize) -> Option<usize> {
        (0..statement.min(self.statements.len())).find(|index| {
            let words = words(self.sql(*index), &self.dialect.session().lexis);
            let words: Vec<&str> = words.iter().map(String::as_str).collect();
            match words.as_slice() {
                ["SET", rest @ ..] => rest.contains(&"SELECT"),
                ["SELECT" | "WITH", rest @ ..] => {
                    rest.contains(&"INTO") && self.sql(*index).contains('@')
                }
                ["CREATE", rest @ ..] => {
                    rest.iter().take(3).any(|word| ["TEMP", "TEMPORARY"].contains(word))
                }
                _ => false,
            }
        })
    }

    /// What is sent of a statement that failed, in bytes of the whole text.
    pub fn span(&self, index: usize, offset: Option<usize>) -> Range<usize> {
        let span = self.statements[index].span.clone();
        let Some(at) = offset.map(|offset| span.start + offset) else { return span };
        // One letter where the database knows it.
        let next = self.text.get(at..span.end).and_then(|rest| rest.chars().next());
        next.map_or(span, |c| at..at + c.len_utf8())
    }
}
