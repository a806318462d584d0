//! One migration after the other.

use std::time::{Duration, Instant};

use super::Direction;
use super::failure::Failure;
use super::hold::{Hold, WAIT_LONGER};
use super::plain::{Plain, Ran};
use super::runner::{Outcome, Runner};
use super::steps::{Steps, retry};
use super::text::Text;
use crate::database::{DatabaseError, ErrorKind};
use crate::history::{APPLIED_TABLE, Applied, Migration};
use crate::problem::{Problem, Result};

/// Picks the next migration, given what is applied and how many were run before.
pub type Choose<'c, 'f> = dyn Fn(&Applied, usize) -> Result<Option<&'f Migration>> + 'c;

impl<'a> Runner<'a> {
    /// Runs what `choose` picks until it picks nothing, and tells of each.
    pub fn run(
        &mut self,
        direction: Direction,
        choose: &Choose<'_, 'a>,
        told: &mut dyn FnMut(&'a Migration, Duration),
    ) -> Result<()> {
        let result = self.all(direction, choose, told);
        let ended = self.let_go();
        // The first error is the one to tell.
        result.and(ended)
    }

    fn make_table(&mut self) -> Result<()> {
        let session = self.dialect.session();
        retry(|| Applied::make_table(self.connection, session)).map_err(|error| {
            let message = format!("the table {APPLIED_TABLE} could not be made in {}", self.url);
            let otherwise = match error.kind() {
                ErrorKind::Locked => WAIT_LONGER,
                _ => {
                    "it is where Diesel records what is applied: see that the user may make tables"
                }
            };
            let advice = error.advice().unwrap_or(otherwise).to_owned();
            Problem::new(message).because(error).help(advice)
        })
    }

    fn all(
        &mut self,
        direction: Direction,
        choose: &Choose<'_, 'a>,
        told: &mut dyn FnMut(&'a Migration, Duration),
    ) -> Result<()> {
        // Without the lock at first: where nothing is to be done nobody is waited for, and nothing made.
        let applied = self.look()?;
        let wanted = choose(&applied, 0)?;
        // Also where the table has no row: somebody ended between making the two.
        if wanted.is_none() && !retry(|| self.progress.is_there(self.connection))? {
            return Ok(());
        }
        self.make_table()?;
        let mut done = 0;
        loop {
            let start = Instant::now();
            match self.one(direction, choose, done)? {
                Some(Outcome::Done(migration)) => {
                    told(migration, start.elapsed());
                    done += 1;
                }
                Some(Outcome::Overtaken) => {}
                None => return Ok(()),
            }
        }
    }

    fn one(
        &mut self,
        direction: Direction,
        choose: &Choose<'_, 'a>,
        done: usize,
    ) -> Result<Option<Outcome<'a>>> {
        if let Hold::CutOff(position) = self.hold()? {
            return self.go_on(direction, &position).map(Some);
        }
        let applied = self.applied()?;
        let Some(migration) = choose(&applied, done)? else { return Ok(None) };
        let text = Text::read(migration, direction, self.dialect)?;
        let result = self.whole(&text)?;
        match result {
            Ok(outcome) => Ok(Some(outcome)),
            Err(failure) => {
                // Diesel's own command knows nothing of our lock.
                let applied = self.applied();
                let overtaken = applied.is_ok_and(|a| direction.is_accounted(migration, &a));
                if overtaken
                    && matches!(failure.error.kind(), ErrorKind::Exists | ErrorKind::Missing)
                {
                    let name = &migration.name;
                    self.output.note(format!("Another program ran {name} at the same time"));
                    return Ok(Some(Outcome::Overtaken));
                }
                Err(failure.explain(&text))
            }
        }
    }

    /// A migration from its beginning.
    fn whole(&mut self, text: &Text<'a>) -> Result<std::result::Result<Outcome<'a>, Failure>> {
        let done = |ran: Ran| ran.map(|()| Outcome::Done(text.migration));
        if self.dialect.session().lock_history.is_none() {
            return self.in_units(text).map(done);
        }
        if text.migration.transaction {
            return Ok(done(self.in_open_transaction(text)));
        }
        if let Some((begin, commit)) = text.own_transaction() {
            self.let_transaction_go();
            return self.in_own_transaction(text, begin, commit);
        }
        if text.is_one_transaction() {
            match self.in_open_transaction(text) {
                // It ends transactions by itself; nothing is left of the try.
                Err(failure) if failure.error.kind() == ErrorKind::NotInTransaction => {
                    return Ok(Ok(match self.hold()? {
                        Hold::Free => {
                            self.take_row()?;
                            return self.in_units(text).map(done);
                        }
                        Hold::CutOff(position) => self.go_on(text.direction, &position)?,
                    }));
                }
                ran => return Ok(done(ran)),
            }
        }
        self.take_row()?;
        self.in_units(text).map(done)
    }

    pub(super) fn plain<'p>(&'p mut self, text: &'p Text<'_>) -> Plain<'p> {
        Plain {
            connection: &mut *self.connection,
            text,
            watch: Some(&self.watch),
            patience: self.patience,
        }
    }

    fn in_open_transaction(&mut self, text: &Text<'_>) -> Ran {
        self.in_transaction = false;
        let mut plain = self.plain(text);
        let settings = plain.settings().map_err(|e| Failure::new(e, None))?;
        let result = plain.rest_of_transaction();
        plain.restore(settings, result)
    }

    fn in_units(&mut self, text: &Text<'_>) -> Result<Ran> {
        let units = text.units(self.is_nothing_undoable()?);
        Ok(self.steps(text, |steps| steps.run(&units, 0)))
    }

    pub(super) fn is_nothing_undoable(&mut self) -> Result<bool> {
        match self.dialect.session().progress.tables_without_transactions {
            Some(question) => Ok(!self.connection.query(question)?.is_empty()),
            None => Ok(false),
        }
    }

    /// Works on a script with its record; with transactions the row ends with the script.
    pub(super) fn steps(
        &mut self,
        text: &Text<'_>,
        work: impl FnOnce(&mut Steps<'_>) -> Ran,
    ) -> Ran {
        let plain = Plain {
            connection: &mut *self.connection,
            text,
            watch: Some(&self.watch),
            patience: self.patience,
        };
        let mut steps = Steps { plain, progress: &self.progress, perhaps_done: None };
        let settings = steps.plain.settings().map_err(|e| Failure::new(e, None))?;
        let result = work(&mut steps);
        let result = steps.plain.restore(settings, result);
        if result.is_ok() && self.dialect.session().lock_history.is_some() {
            self.held = false;
            self.lease = None;
        }
        result
    }

    /// A script that is one transaction by itself: the lock, the second look and the account go into it.
    fn in_own_transaction(
        &mut self,
        text: &Text<'a>,
        begin: usize,
        commit: usize,
    ) -> Result<std::result::Result<Outcome<'a>, Failure>> {
        let settings = match self.plain(text).settings() {
            Ok(settings) => settings,
            Err(error) => return Ok(Err(Failure::new(error, None))),
        };
        let mut overtaken = false;
        let ran = self.own_transaction(text, begin, commit, &mut overtaken);
        let mut plain = self.plain(text);
        if ran.is_err() || overtaken {
            plain.roll_back();
        }
        let ran = plain.restore(settings, ran);
        Ok(ran.map(|()| match overtaken {
            true => Outcome::Overtaken,
            false => Outcome::Done(text.migration),
        }))
    }

    fn own_transaction(
        &mut self,
        text: &Text<'_>,
        begin: usize,
        commit: usize,
        overtaken: &mut bool,
    ) -> Ran {
        let failed = |error| Failure::new(error, None);
        let mut plain = self.plain(text);
        plain.statements(0..begin, true)?;
        plain.statement(begin, false)?;
        plain.limit_waiting().map_err(failed)?;
        if let Some(lock) = text.dialect.session().lock_history {
            self.watch
                .over(lock, None, None, || self.connection.execute(lock))
                .map_err(|e| Failure { blockers: self.watch.blockers(), ..failed(e) })?;
        }
        let row = self.progress.read(self.connection).map_err(failed)?;
        let applied = Applied::read(self.connection, text.dialect.session()).map_err(failed)?;
        if row.is_some() || text.direction.is_accounted(text.migration, &applied) {
            *overtaken = true;
            return Ok(());
        }
        let account = text.direction.account(text.migration, text.dialect);
        let mut plain = self.plain(text);
        plain.statements(begin + 1..commit, false)?;
        plain.connection.execute(&account).map_err(failed)?;
        plain.statement(commit, false)?;
        plain.statements(commit + 1..text.statements.len(), true)
    }

    /// Runs a change of the account itself, alone, in one transaction.
    pub fn account(&mut self, change: &mut dyn FnMut(&Applied) -> Vec<String>) -> Result<()> {
        let result = self.change_account(change);
        let ended = self.let_go();
        result.and(ended)
    }

    fn change_account(&mut self, change: &mut dyn FnMut(&Applied) -> Vec<String>) -> Result<()> {
        let session = self.dialect.session();
        self.make_table()?;
        let cut_off = match self.hold()? {
            Hold::CutOff(position) => Some(position),
            Hold::Free => None,
        };
        let applied = self.applied()?;
        let mut statements = change(&applied);
        if let Some(position) = cut_off {
            // Whoever says where the database is knows what became of it.
            self.output.warn(format!(
                "version {} was cut off half-way; how far it came is forgotten",
                position.version
            ));
            statements.push(self.progress.forget_position());
        }
        if std::mem::take(&mut self.in_transaction) {
            return Ok(self.in_one(&statements)?);
        }
        Ok(retry(|| {
            self.connection.execute(session.begin)?;
            self.in_one(&statements)
        })?)
    }

    /// Runs statements and commits the transaction that is open.
    fn in_one(&mut self, statements: &[String]) -> std::result::Result<(), DatabaseError> {
        let connection = &mut *self.connection;
        let ran = statements.iter().try_for_each(|sql| connection.execute(sql));
        let ran = ran.and_then(|()| connection.execute("COMMIT"));
        // Where it ended by itself there is none to roll back.
        ran.inspect_err(|_| drop(connection.execute("ROLLBACK")))
    }
}
