//! Keeping the other migrators out.

use std::time::{Duration, Instant};

use super::lease::{BEAT, Lease};
use super::progress::{Position, Row};
use super::runner::Runner;
use super::steps::retry;
use crate::database::{DatabaseError, ErrorKind};
use crate::history::Applied;
use crate::owner::Owner;
use crate::problem::{Problem, Result};

/// What to do where somebody else holds what is needed.
pub const WAIT_LONGER: &str =
    "try again when it is done, or wait longer with --lock-timeout SECONDS";

const PAUSE: Duration = Duration::from_millis(100);

/// What there is to do for the one who is alone.
pub enum Hold {
    /// Nothing is half done. On a database with transactions one is open, which keeps the others out.
    Free,
    /// A run was cut off here. Its row is ours now, which keeps the others out.
    CutOff(Position),
}

/// Why the lock was not had.
enum Stop {
    Refused(DatabaseError),
    Told(Problem),
}

impl From<DatabaseError> for Stop {
    fn from(error: DatabaseError) -> Self {
        Self::Refused(error)
    }
}

type Attempt<T> = std::result::Result<T, Stop>;

impl Runner<'_> {
    /// Waits until no other migrator works on this database.
    pub(super) fn hold(&mut self) -> Result<Hold> {
        if self.held {
            return Ok(Hold::Free);
        }
        let start = Instant::now();
        let mut told = false;
        loop {
            match self.try_hold() {
                Ok(Some(hold)) => return Ok(hold),
                Ok(None) => {}
                Err(Stop::Refused(error)) if was_faster(error.kind()) => {}
                Err(Stop::Refused(error)) => return Err(self.unrecorded(error)),
                Err(Stop::Told(problem)) => return Err(problem),
            }
            self.let_transaction_go();
            // One that was asked for a sign of life gets the time to give it.
            if start.elapsed() >= self.patience && self.asked.is_none() {
                return Err(self.busy(""));
            }
            if !told {
                self.output.note("Waiting for another migrator to finish");
                told = true;
            }
            std::thread::sleep(PAUSE);
        }
    }

    /// What is applied, without the lock; waits no longer for whoever has locked the table.
    pub(super) fn look(&mut self) -> Result<Applied> {
        let session = self.dialect.session();
        let Some(wait) = session.wait_in_transaction else { return Ok(self.applied()?) };
        self.in_transaction = true;
        self.connection.execute(session.begin)?;
        let limit = self.patience.as_millis().clamp(1, i32::MAX as u128).to_string();
        self.connection.query(&wait.replace("{ms}", &limit))?;
        let connection = &mut *self.connection;
        let read = self
            .watch
            .over(&Applied::question(), None, None, || Applied::read(connection, session));
        self.let_transaction_go();
        read.map_err(|error| match error.kind() {
            ErrorKind::Locked => self.busy_with(&error),
            _ => error.into(),
        })
    }

    /// What is applied, for the one who has the lock.
    pub(super) fn applied(&mut self) -> std::result::Result<Applied, DatabaseError> {
        let session = self.dialect.session();
        // A transaction that lost is over, and the lock with it.
        match self.has_transactions() {
            true => Applied::read(self.connection, session),
            false => retry(|| Applied::read(self.connection, session)),
        }
    }

    fn busy_with(&self, error: &DatabaseError) -> Problem {
        let who: Vec<String> = self.watch.blockers().iter().map(ToString::to_string).collect();
        match who.is_empty() {
            false => self.busy(&format!(": {}", who.join(", "))),
            true => Problem::new(error.to_string()).help(WAIT_LONGER),
        }
    }

    fn busy(&self, who: &str) -> Problem {
        Problem::new(format!(
            "another migrator has been working on {} for {} s{who}",
            self.url,
            self.patience.as_secs()
        ))
        .help(WAIT_LONGER)
    }

    fn unrecorded(&self, error: DatabaseError) -> Problem {
        Problem::new(format!("the run could not be recorded in {}", self.url))
            .because(error)
            .help("see that the server runs, and that the user may make, write and drop tables")
    }

    /// One try; `None` where somebody else is at work.
    fn try_hold(&mut self) -> Attempt<Option<Hold>> {
        if let Some(lock) = self.dialect.session().lock_history {
            self.begin_locked(lock)?;
        }
        let Some(found) = self.progress.read(self.connection)? else {
            // With transactions the lock is had already, and without it is the row.
            if !self.has_transactions() {
                self.progress.insert(self.connection)?;
                self.row_is_ours();
            }
            return Ok(Some(Hold::Free));
        };
        if !self.is_abandoned(&found)? || !self.progress.take_over(self.connection, &found)? {
            return Ok(None);
        }
        self.commit_transaction()?;
        self.row_is_ours();
        match found.position {
            Some(position) => Ok(Some(Hold::CutOff(position))),
            None if self.has_transactions() => {
                // Its owner ended before it did anything.
                self.progress.end(self.connection)?;
                self.held = false;
                Ok(None)
            }
            None => Ok(Some(Hold::Free)),
        }
    }

    pub(super) fn has_transactions(&self) -> bool {
        self.dialect.session().lock_history.is_some()
    }

    /// Makes the row ours while the others are kept out by a transaction, for a script that is not one.
    pub(super) fn take_row(&mut self) -> Result<()> {
        self.progress
            .insert(self.connection)
            .and_then(|()| self.commit_transaction())
            .map_err(|error| self.unrecorded(error))?;
        self.row_is_ours();
        Ok(())
    }

    fn row_is_ours(&mut self) {
        self.held = true;
        self.asked = None;
        if self.dialect.session().progress.renewed {
            self.lease = Some(Lease::keep(self.dialect, self.url, self.progress.renewal()));
        }
    }

    /// Whether the row's owner has ended, or gives no sign of life when asked for one.
    fn is_abandoned(&mut self, found: &Row) -> Attempt<bool> {
        let is_dead = || found.owner.parse::<Owner>().is_ok_and(|owner| owner.is_dead());
        if self.progress.is_mine(found) || found.expires == 0 || is_dead() {
            return Ok(true);
        }
        if found.expires > found.now {
            self.asked = None;
            return Ok(false);
        }
        match &self.asked {
            Some((owner, expires, at)) if (owner, *expires) == (&found.owner, found.expires) => {
                Ok(at.elapsed() > BEAT + Duration::from_secs(1))
            }
            _ => {
                self.asked = Some((found.owner.clone(), found.expires, Instant::now()));
                self.progress.ask(self.connection)?;
                self.commit_transaction()?;
                Ok(false)
            }
        }
    }

    /// Begins a transaction that keeps the others out.
    fn begin_locked(&mut self, lock: &str) -> Attempt<()> {
        let session = self.dialect.session();
        let note = format!("Waiting for another program that works on {}", self.url);
        self.in_transaction = true;
        let connection = &mut *self.connection;
        let limit = self.patience.as_millis().clamp(1, i32::MAX as u128).to_string();
        let begun = self
            .watch
            .over(session.begin, None, Some(note), || connection.execute(session.begin))
            .and_then(|()| match session.wait_in_transaction {
                Some(wait) => connection.query(&wait.replace("{ms}", &limit)).map(drop),
                None => Ok(()),
            })
            .and_then(|()| self.watch.over(lock, None, None, || connection.execute(lock)));
        begun.map_err(|error| match error.kind() {
            ErrorKind::Locked => Stop::Told(self.busy_with(&error)),
            _ => Stop::Refused(error),
        })
    }

    /// Ends a transaction that was opened to keep others out.
    pub(super) fn let_transaction_go(&mut self) {
        if std::mem::take(&mut self.in_transaction) {
            // Where it ended by itself there is none to roll back.
            let _ = self.connection.execute("ROLLBACK");
        }
    }

    fn commit_transaction(&mut self) -> std::result::Result<(), DatabaseError> {
        match std::mem::take(&mut self.in_transaction) {
            true => self.connection.execute("COMMIT"),
            false => Ok(()),
        }
    }

    /// Lets the others in again. What is half done stays on record, for whoever comes next.
    pub(super) fn let_go(&mut self) -> Result<()> {
        self.let_transaction_go();
        self.lease = None;
        if !std::mem::take(&mut self.held) {
            return Ok(());
        }
        Ok(retry(|| match self.progress.read(self.connection)? {
            Some(row) if self.progress.is_mine(&row) && row.position.is_some() => {
                self.progress.release(self.connection)
            }
            Some(_) => self.progress.end(self.connection),
            None => Ok(()),
        })?)
    }
}

/// Another one was faster, or was done between two of our questions. On another node of a cluster that may
/// be seen late.
fn was_faster(kind: ErrorKind) -> bool {
    matches!(kind, ErrorKind::Exists | ErrorKind::Missing | ErrorKind::Conflict)
}
