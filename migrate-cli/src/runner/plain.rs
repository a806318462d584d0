//! Running statements one after the other, with no lock and no record: in a scratch database, where nobody
//! else is and a cut loses nothing; and the parts of it that a real run is made of.

use std::ops::Range;
use std::time::Duration;

use super::Direction;
use super::failure::{Failure, Left};
use super::text::Text;
use super::watch::Watch;
use crate::database::{Connection, DatabaseError, ErrorKind};
use crate::dialect::{Dialect, Effect};
use crate::history::Migration;
use crate::problem::Result;

/// Runs one migration in a scratch database and keeps the account of it.
pub fn replay(
    connection: &mut dyn Connection,
    dialect: &'static dyn Dialect,
    migration: &Migration,
    direction: Direction,
) -> Result<()> {
    let text = Text::read(migration, direction, dialect)?;
    let mut plain =
        Plain { connection, text: &text, watch: None, patience: Duration::from_secs(60) };
    plain.whole().map_err(|failure| Failure { left: Left::Unrecorded, ..failure }.explain(&text))
}

/// The statements of one text, on one connection.
pub struct Plain<'a> {
    pub connection: &'a mut dyn Connection,
    pub text: &'a Text<'a>,
    pub watch: Option<&'a Watch>,
    pub patience: Duration,
}

/// What a statement or several came to.
pub type Ran = std::result::Result<(), Failure>;

impl Plain<'_> {
    /// Everything, as Diesel does, and the account of it.
    fn whole(&mut self) -> Ran {
        let settings = self.settings().map_err(|e| Failure::new(e, None))?;
        let session = self.text.dialect.session();
        let in_transaction = self.text.migration.transaction && session.lock_history.is_some();
        let mut result = match in_transaction || self.text.is_one_transaction() {
            true => self.in_transaction(),
            false => self.one_by_one(),
        };
        let refused = |ran: &Ran| {
            ran.as_ref().is_err_and(|failure| failure.error.kind() == ErrorKind::NotInTransaction)
        };
        if !self.text.migration.transaction && refused(&result) {
            result = self.one_by_one();
        }
        self.restore(settings, result)
    }

    fn one_by_one(&mut self) -> Ran {
        self.statements(0..self.text.statements.len(), false)
            .and_then(|()| self.account())
            .inspect_err(|_| self.roll_back())
    }

    /// All statements and the account in a transaction that is begun here.
    fn in_transaction(&mut self) -> Ran {
        self.begin().map_err(|e| Failure::new(e, None))?;
        self.rest_of_transaction()
    }

    /// The same in a transaction that was begun already.
    pub fn rest_of_transaction(&mut self) -> Ran {
        self.statements(0..self.text.statements.len(), false)
            .and_then(|()| self.account())
            .and_then(|()| self.commit())
            .inspect_err(|_| self.roll_back())
    }

    fn account(&mut self) -> Ran {
        let account = self.text.direction.account(self.text.migration, self.text.dialect);
        self.connection.execute(&account).map_err(|e| Failure::new(e, None))
    }

    /// Begins a transaction that waits for nobody longer than it may.
    pub fn begin(&mut self) -> std::result::Result<(), DatabaseError> {
        self.connection.execute(self.text.dialect.session().begin)?;
        self.limit_waiting()
    }

    /// For a transaction that has begun.
    pub fn limit_waiting(&mut self) -> std::result::Result<(), DatabaseError> {
        if let Some(wait) = self.text.dialect.session().wait_in_transaction {
            // A set of 0 would mean for ever.
            let limit = self.patience.as_millis().clamp(1, i32::MAX as u128);
            self.connection.query(&wait.replace("{ms}", &limit.to_string()))?;
        }
        Ok(())
    }

    pub fn commit(&mut self) -> Ran {
        self.connection.execute("COMMIT").map_err(|e| Failure::new(e, None))
    }

    /// Where the failure ended the transaction by itself there is none to roll back, and where the
    /// connection is gone the server does it: the first error is the one to tell.
    pub fn roll_back(&mut self) {
        let _ = self.connection.execute("ROLLBACK");
    }

    /// Some of the statements. `alone` says that each is its own transaction, so that its waiting can't be
    /// limited by a setting that ends with one.
    pub fn statements(&mut self, range: Range<usize>, alone: bool) -> Ran {
        for index in range {
            self.statement(index, alone)?;
        }
        Ok(())
    }

    /// One statement.
    pub fn statement(&mut self, index: usize, alone: bool) -> Ran {
        let sql = self.text.sql(index);
        let failed = |error| Failure::new(error, Some(index));
        let Some(watch) = self.watch else { return self.connection.execute(sql).map_err(failed) };
        let limited = self.text.dialect.session().wait_in_session.is_empty() && alone;
        let stop = match limited {
            true => self.connection.cancel().map(|cancel| (self.patience, cancel)),
            false => None,
        };
        watch.over(sql, stop, None, || self.connection.execute(sql)).map_err(|error| {
            let error = match error {
                DatabaseError::Statement { sql, offset, .. } if watch.has_stopped() => {
                    let waited = self.patience.as_secs();
                    let reason = format!("it waited {waited} s for what another session holds");
                    let kind = ErrorKind::Locked;
                    DatabaseError::Statement { reason, sql, offset, kind, advice: None }
                }
                error => error,
            };
            // Who was seen in the way of one that failed for another reason is no cause.
            let blockers = match error.kind() {
                ErrorKind::Locked => watch.blockers(),
                _ => Vec::new(),
            };
            Failure { blockers, ..failed(error) }
        })
    }

    /// The statements before one that change the session, run again in this one.
    pub fn session_before(&mut self, statement: usize) -> Ran {
        for index in 0..statement {
            if self.text.effects[index] == Effect::Session {
                self.statement(index, true)?;
            }
        }
        Ok(())
    }

    /// The settings that are put back afterwards, with what waiting is limited by from here on.
    pub fn settings(&mut self) -> std::result::Result<Vec<String>, DatabaseError> {
        let session = self.text.dialect.session();
        let mut values = Vec::new();
        for (question, set) in session.settings {
            let rows = self.connection.query(question)?;
            if let Some(value) = rows.into_iter().flatten().flatten().next() {
                values.push(format!("{set}{value}"));
            }
        }
        for wait in session.wait_in_session {
            let limit = self.patience.as_secs().clamp(1, 31_536_000);
            self.connection.execute(&wait.replace("{s}", &limit.to_string()))?;
        }
        Ok(values)
    }

    /// Puts the settings back, also after a failure: the next thing that is done with this connection relies
    /// on them. The first error is the one to tell: where the connection is gone, nothing can be put back.
    pub fn restore(&mut self, settings: Vec<String>, result: Ran) -> Ran {
        for set in settings {
            let restored = self.connection.execute(&set);
            if result.is_ok() {
                restored.map_err(|e| Failure::new(e, None))?;
            }
        }
        result
    }
}
