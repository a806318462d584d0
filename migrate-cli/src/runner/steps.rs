//! The units of a script that is no single transaction, each with its record.

use std::time::Duration;

use super::failure::{Failure, Left};
use super::plain::{Plain, Ran};
use super::progress::{Position, Progress};
use super::unit::{Unit, UnitKind};
use crate::database::{DatabaseError, ErrorKind};
use crate::dialect::Effect;
use crate::history::Applied;

/// A transaction that lost against another one is tried so many times.
const TRIES: u32 = 6;
/// Before the second try; longer before each of the next.
const PAUSE: Duration = Duration::from_millis(20);

/// A script on its way, with the row that tells how far it is.
pub struct Steps<'a> {
    pub plain: Plain<'a>,
    pub progress: &'a Progress,
    /// This statement may have been done: where the database says so, it was.
    pub perhaps_done: Option<usize>,
}

impl Steps<'_> {
    /// Everything from a statement on, and the account of it.
    pub fn run(&mut self, units: &[Unit], from: usize) -> Ran {
        let ran = self.units(units, from).and_then(|()| self.finish());
        ran.map_err(|failure| {
            let nothing = failure.left == Left::Nothing;
            Failure { left: if nothing { Left::Nothing } else { Left::Recorded }, ..failure }
        })
    }

    fn units(&mut self, units: &[Unit], from: usize) -> Ran {
        self.plain.session_before(from)?;
        for unit in units.iter().filter(|unit| unit.statements.end > from) {
            let start = unit.statements.start.max(from);
            let unit = Unit { statements: start..unit.statements.end, kind: unit.kind };
            let ran = match unit.kind {
                UnitKind::Session => self.plain.statements(unit.statements.clone(), true),
                UnitKind::Atomic { own } => self.atomic(&unit, own),
                UnitKind::Final { .. } => self.once(&unit),
            };
            ran.map_err(|failure| self.record_failure(&unit, failure))?;
        }
        Ok(())
    }

    /// In a transaction, and its record with it.
    fn atomic(&mut self, unit: &Unit, own: bool) -> Ran {
        let mut tries = 1;
        loop {
            let ran = self.transaction(unit, own);
            match &ran {
                Err(failure) if failure.error.kind() == ErrorKind::Conflict && tries < TRIES => {
                    std::thread::sleep(PAUSE * tries);
                    tries += 1;
                }
                // A routine that ends transactions.
                Err(failure) if failure.error.kind() == ErrorKind::NotInTransaction && !own => {
                    return self.once(unit);
                }
                _ => return ran,
            }
        }
    }

    fn transaction(&mut self, unit: &Unit, own: bool) -> Ran {
        let range = unit.statements.clone();
        let ran = match own {
            true => {
                let commit = range.end - 1;
                self.plain
                    .statement(range.start, false)
                    .and_then(|()| self.plain.limit_waiting().map_err(|e| failed(e, range.start)))
                    .and_then(|()| self.plain.statements(range.start + 1..commit, false))
                    .and_then(|()| self.save(range.end, false).map_err(|e| failed(e, commit)))
                    .and_then(|()| self.plain.statement(commit, false))
            }
            // The record comes last: its row is locked for no longer than it has to be, so that the lease
            // is renewed while the statements run.
            false => self
                .plain
                .begin()
                .map_err(|e| failed(e, range.start))
                .and_then(|()| self.plain.statements(range.clone(), false))
                .and_then(|()| self.save(range.end, false).map_err(|e| failed(e, range.end - 1)))
                .and_then(|()| self.plain.commit()),
        };
        ran.inspect_err(|_| self.plain.roll_back())
    }

    /// Outside of a transaction: a record before and one after.
    fn once(&mut self, unit: &Unit) -> Ran {
        let Unit { statements: range, .. } = unit;
        self.save_alone(range.start, true).map_err(|e| failed(e, range.start))?;
        let ran = self.plain.statements(range.clone(), true);
        let was_done = |failure: &Failure| {
            self.perhaps_done == failure.statement
                && matches!(failure.error.kind(), ErrorKind::Exists | ErrorKind::Missing)
        };
        match ran {
            Err(failure) if !was_done(&failure) => Err(failure),
            _ => self.save_alone(range.end, false).map_err(|e| failed(e, range.end - 1)),
        }
    }

    /// So that the next run begins with what failed, and has no doubt where there is none.
    fn record_failure(&mut self, unit: &Unit, failure: Failure) -> Failure {
        let start = unit.statements.start;
        let text = self.plain.text;
        // A transaction that the script began, or tables that it locked.
        self.plain.roll_back();
        let is_undone = match unit.kind {
            UnitKind::Session | UnitKind::Atomic { .. } => true,
            UnitKind::Final { .. } => {
                let sql = text.sql(start);
                // A change of the schema is whole or not at all; what a routine did is not known. Dropping
                // several at once stops at the first that is not there.
                let word = text.statements[start].word.as_str();
                let is_whole = ["CREATE", "ALTER", "RENAME", "TRUNCATE"].contains(&word)
                    || (word == "DROP" && !sql.contains(','));
                let is_lost = failure.error.kind() == ErrorKind::Lost;
                unit.statements.len() == 1
                    && is_whole
                    && !is_lost
                    && text.dialect.tidy_up(self.plain.connection, sql).is_ok()
            }
        };
        let only_session = text.effects[..start].iter().all(|effect| *effect == Effect::Session);
        // Nothing was done, or the connection is gone and the record stays as it was: "begun".
        let left = match is_undone && only_session {
            true => {
                let _ = self.plain.connection.execute(&self.progress.forget_position());
                Left::Nothing
            }
            false => {
                let _ = self.save_alone(start, !is_undone);
                Left::Recorded
            }
        };
        Failure { left, ..failure }
    }

    fn save(&mut self, statement: usize, started: bool) -> Result<(), DatabaseError> {
        let text = self.plain.text;
        let position = Position {
            version: text.migration.version.clone(),
            direction: text.direction,
            statement,
            started,
            digest: text.digest(statement),
        };
        self.progress.save(self.plain.connection, &position)
    }

    /// The same, where it is a transaction of its own.
    fn save_alone(&mut self, statement: usize, started: bool) -> Result<(), DatabaseError> {
        retry(|| self.save(statement, started))
    }

    /// The account in Diesel's table, and the end of the record, in one transaction.
    fn finish(&mut self) -> Ran {
        retry(|| self.account())
            .map_err(|error| Failure { left: Left::Recorded, ..Failure::new(error, None) })
    }

    fn account(&mut self) -> Result<(), DatabaseError> {
        let (text, session) = (self.plain.text, self.plain.text.dialect.session());
        self.plain.begin()?;
        let result = (|| {
            // It fails where somebody else has taken over.
            self.save(text.statements.len(), false)?;
            let connection = &mut *self.plain.connection;
            let applied = Applied::read(connection, session)?;
            // After a way back from the middle it is there already.
            if !text.direction.is_accounted(text.migration, &applied) {
                connection.execute(&text.direction.account(text.migration, text.dialect))?;
            }
            match session.lock_history {
                Some(_) => self.progress.end(connection)?,
                None => connection.execute(&self.progress.forget_position())?,
            }
            connection.execute("COMMIT")
        })();
        result.inspect_err(|_| self.plain.roll_back())
    }
}

/// Tries what lost against another transaction again. In a cluster a mere question can lose, too, against
/// another node's DDL.
pub fn retry<T>(mut work: impl FnMut() -> Result<T, DatabaseError>) -> Result<T, DatabaseError> {
    let mut tries = 1;
    loop {
        match work() {
            Err(error) if error.kind() == ErrorKind::Conflict && tries < TRIES => {
                std::thread::sleep(PAUSE * tries);
                tries += 1;
            }
            result => return result,
        }
    }
}

fn failed(error: DatabaseError, statement: usize) -> Failure {
    Failure::new(error, Some(statement))
}
