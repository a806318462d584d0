//! One migration.

use std::ops::Range;

use crate::database::{Connection, DatabaseError};
use crate::dialect::{Dialect, Session};
use crate::history::{Applied, Migration};
use crate::problem::{Problem, Result, Snippet};
use crate::sql::{self, Statement, own_commit};

/// Which way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Direction {
    /// `up.sql`
    Up,
    /// `down.sql`
    Down,
}

impl Direction {
    /// The file that is run.
    pub fn file(self) -> &'static str {
        match self {
            Self::Up => "up.sql",
            Self::Down => "down.sql",
        }
    }

    /// The migration's text for this way.
    pub fn text(self, migration: &Migration) -> Result<String> {
        match self {
            Self::Up => migration.up(),
            Self::Down => migration.down(),
        }
    }

    /// The statement that keeps the database's own account.
    pub fn account(self, migration: &Migration, dialect: &dyn Dialect) -> String {
        match self {
            Self::Up => Applied::insert(&migration.version, dialect),
            Self::Down => Applied::delete(&migration.version, dialect),
        }
    }
}

/// A script that stopped.
#[derive(Debug)]
pub struct Failure {
    /// What the database said.
    pub error: DatabaseError,
    /// The statement, where it is known which.
    pub span: Option<Range<usize>>,
    /// How many statements were run before it, where it is known.
    pub done: Option<usize>,
    /// How many there are.
    pub total: usize,
    /// Whether the database is as it was before.
    pub nothing_changed: bool,
}

/// Runs one migration and keeps the account of it, in one transaction where there is one.
pub fn run(
    connection: &mut dyn Connection,
    dialect: &dyn Dialect,
    migration: &Migration,
    direction: Direction,
) -> Result<()> {
    let session = dialect.session();
    let text = direction.text(migration)?;
    let account = direction.account(migration, dialect);
    let settings = settings(connection, session)?;
    let script =
        Script { text: &text, statements: sql::statements(&text, &session.lexis), account };
    let result = match migration.transaction {
        true => script.in_transaction(connection, session),
        false => script.as_it_is(connection, session),
    };
    let result = result.map_err(|mut failure| {
        failure.nothing_changed &= dialect.capabilities().transactional_ddl;
        explain(failure, migration, direction, &text)
    });
    // Also after a failure: the next thing that is done with this connection relies on it.
    for (set, value) in settings {
        connection.execute(&format!("{set}{value}"))?;
    }
    result
}

fn settings(
    connection: &mut dyn Connection,
    session: &Session,
) -> Result<Vec<(&'static str, String)>> {
    let mut values = Vec::new();
    for (question, set) in session.settings {
        let rows = connection.query(question)?;
        if let Some(value) = rows.into_iter().flatten().flatten().next() {
            values.push((*set, value));
        }
    }
    Ok(values)
}

struct Script<'a> {
    text: &'a str,
    statements: Vec<Statement>,
    account: String,
}

impl Script<'_> {
    fn in_transaction(
        &self,
        connection: &mut dyn Connection,
        session: &Session,
    ) -> std::result::Result<(), Failure> {
        let whole = |error| self.failure(error, None, true);
        connection.execute(session.begin).map_err(whole)?;
        let result = self
            .one_by_one(connection, None)
            .and_then(|()| connection.execute(&self.account).map_err(whole))
            .and_then(|()| connection.execute("COMMIT").map_err(whole));
        result.map_err(|failure| {
            // Where the failure ended the transaction by itself there is none to roll back.
            let _ = connection.execute("ROLLBACK");
            Failure { nothing_changed: true, ..failure }
        })
    }

    fn as_it_is(
        &self,
        connection: &mut dyn Connection,
        session: &Session,
    ) -> std::result::Result<(), Failure> {
        let commit = own_commit(&self.statements);
        let result = match session.cuts_outside_transaction || self.statements.len() < 2 {
            true => self.one_by_one(connection, commit),
            false => {
                // As Diesel sends it: in one piece.
                let failed = |e| self.failure(e, None, self.statements.len() < 2);
                connection.execute(self.text).map_err(failed)
            }
        };
        if result.is_err() {
            // The script may have begun a transaction of its own.
            let _ = connection.execute("ROLLBACK");
        }
        result?;
        match commit.filter(|_| session.cuts_outside_transaction) {
            Some(_) => Ok(()),
            None => connection.execute(&self.account).map_err(|e| self.failure(e, None, false)),
        }
    }

    /// The account goes into the script's own transaction, before its last statement `commit`:
    /// no crash comes between the two.
    fn one_by_one(
        &self,
        connection: &mut dyn Connection,
        commit: Option<usize>,
    ) -> std::result::Result<(), Failure> {
        for (index, statement) in self.statements.iter().enumerate() {
            if commit == Some(index) {
                connection.execute(&self.account).map_err(|e| self.failure(e, None, true))?;
            }
            connection
                .execute(&self.text[statement.span.clone()])
                .map_err(|error| self.failure(error, Some(index), self.is_rolled_back(index)))?;
        }
        Ok(())
    }

    /// Whether a failure at this statement leaves nothing behind when rolled back.
    fn is_rolled_back(&self, index: usize) -> bool {
        own_commit(&self.statements).is_some_and(|commit| index <= commit)
            || self.statements[..index].iter().all(|s| ["PRAGMA", "SET"].contains(&s.word.as_str()))
    }

    fn failure(&self, error: DatabaseError, index: Option<usize>, rolled_back: bool) -> Failure {
        let span = match (&error, index) {
            (DatabaseError::Statement { offset: Some(offset), .. }, Some(index)) => {
                let span = self.statements[index].span.clone();
                let at = span.start + offset;
                // One letter where the database knows it, the whole statement otherwise.
                let next = self.text.get(at..span.end).and_then(|rest| rest.chars().next());
                Some(next.map_or(span, |c| at..at + c.len_utf8()))
            }
            (_, Some(index)) => Some(self.statements[index].span.clone()),
            (DatabaseError::Statement { offset: Some(offset), sql, .. }, None)
                if sql == self.text =>
            {
                self.statements.iter().map(|s| s.span.clone()).find(|span| span.contains(offset))
            }
            _ => None,
        };
        Failure {
            error,
            span,
            done: index,
            total: self.statements.len(),
            nothing_changed: rolled_back,
        }
    }
}

fn explain(failure: Failure, migration: &Migration, direction: Direction, text: &str) -> Problem {
    let path = migration.path.join(direction.file());
    let file = path.display();
    let (verb, again, record) = match direction {
        Direction::Up => ("applied", "upgrade", "stamp"),
        Direction::Down => ("reverted", "downgrade", "stamp"),
    };
    let place = match (failure.done, &failure.span) {
        (Some(done), _) => format!(" at statement {} of {}", done + 1, failure.total),
        (None, Some(_)) => " at one of its statements".to_owned(),
        (None, None) => String::new(),
    };
    let help = match (failure.nothing_changed || failure.done == Some(0), failure.done) {
        // Without a transaction around it an earlier run may have been cut off, perhaps between
        // its last statement and its row in Diesel's table.
        (true, Some(0)) if !migration.transaction && direction == Direction::Up => format!(
            "nothing was changed now. Where an earlier run was cut off and what {file} does is there already, run what is left of it by hand, then `migrate stamp {}`; else correct it, then run `migrate {again}` again",
            migration.version
        ),
        (true, _) => format!(
            "nothing was changed; correct {file} or the rows it stumbles on, then run `migrate {again}` again"
        ),
        (false, done) => {
            let ran = match done {
                Some(1) => "statement 1 was run and stays".to_owned(),
                Some(done) => format!("statements 1 to {done} were run and stay"),
                None => "statements before it may have been run and stay".to_owned(),
            };
            let to = match direction {
                Direction::Up => migration.version.clone(),
                Direction::Down => "the version before it".to_owned(),
            };
            format!(
                "not-transactional: {ran}. Run the rest of {file} by hand, then `migrate {record}` \
                 with {to}; or revert by hand what was run, then `migrate {again}` again"
            )
        }
    };
    let problem = Problem::new(format!("{} could not be {verb}: it failed{place}", migration.name))
        .because(failure.error.to_string())
        .help(help);
    match failure.span {
        Some(span) => problem.at(Snippet {
            source: miette::NamedSource::new(file.to_string(), text.to_owned())
                .with_language("sql"),
            span: (span.start, span.len()),
            label: failure.error.to_string(),
        }),
        None => problem,
    }
}
