//! The row that tells how far a run is, and which is its lock where a transaction can't be.
//!
//! It is the only row of [`PROGRESS_TABLE`], so that who has put it there is alone; the table is dropped
//! together with it when the run is over. It is leased: the owner renews `expires`, and whoever finds it in
//! the past may take the row over. Every write names the owner, so that one who slept too long and wakes
//! up finds out before the next statement.

use crate::database::{Connection, DatabaseError, ErrorKind};
use crate::dialect::{Dialect, PROGRESS_TABLE, Session};
use crate::history;

use super::Direction;

/// How long the lease is, in seconds.
pub const LEASE: u64 = 15;

/// Where a script is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Position {
    /// Of which migration.
    pub version: String,
    /// Which way.
    pub direction: Direction,
    /// All statements before this one are done.
    pub statement: usize,
    /// This one was begun, and may be done.
    pub started: bool,
    /// The hash of the statements that are done.
    pub digest: String,
}

/// The row, as somebody found it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Whose it is.
    pub owner: String,
    /// When its lease ends, by the clock of the server.
    pub expires: i64,
    /// What that clock shows.
    pub now: i64,
    /// How far the run is; none between two migrations.
    pub position: Option<Position>,
}

/// The row, for one owner.
pub struct Progress {
    dialect: &'static dyn Dialect,
    owner: String,
}

impl Progress {
    pub fn new(dialect: &'static dyn Dialect, owner: String) -> Self {
        Self { dialect, owner }
    }

    fn session(&self) -> &'static Session {
        self.dialect.session()
    }

    /// Whether its table is there.
    pub fn is_there(&self, connection: &mut dyn Connection) -> Result<bool, DatabaseError> {
        history::exists(connection, self.session(), PROGRESS_TABLE)
    }

    /// The row, if there is one.
    pub fn read(&self, connection: &mut dyn Connection) -> Result<Option<Row>, DatabaseError> {
        if !self.is_there(connection)? {
            return Ok(None);
        }
        let now = self.session().progress.now;
        let rows = match connection.query(&format!(
            "SELECT owner, expires, {now}, version, direction, statement, started, digest FROM {PROGRESS_TABLE} WHERE id = 1"
        )) {
            // Somebody's run was over between the two questions.
            Err(error) if error.kind() == ErrorKind::Missing => return Ok(None),
            rows => rows?,
        };
        Ok(rows.into_iter().next().map(|row| {
            let mut values = row.into_iter();
            let mut next = || values.next().flatten();
            let number = |text: Option<String>| {
                text.and_then(|text| text.parse::<i64>().ok()).unwrap_or_default()
            };
            let (owner, expires, now) =
                (next().unwrap_or_default(), number(next()), number(next()));
            let position = next().map(|version| Position {
                version,
                direction: match next().as_deref() {
                    Some("down") => Direction::Down,
                    _ => Direction::Up,
                },
                statement: usize::try_from(number(next())).unwrap_or_default(),
                started: number(next()) == 1,
                digest: next().unwrap_or_default(),
            });
            Row { owner, expires, now, position }
        }))
    }

    /// Whether the row is this owner's.
    pub fn is_mine(&self, row: &Row) -> bool {
        row.owner == self.owner
    }

    /// Makes the table where it isn't there, and the row. Fails where somebody else has the row.
    pub fn insert(&self, connection: &mut dyn Connection) -> Result<(), DatabaseError> {
        let options = self.session().progress.options;
        if !self.is_there(connection)? {
            connection.execute(&format!(
                "CREATE TABLE IF NOT EXISTS {PROGRESS_TABLE} (id INTEGER PRIMARY KEY NOT NULL, owner VARCHAR(80) NOT NULL, \
                 expires BIGINT NOT NULL, asked INTEGER NOT NULL, version VARCHAR(50), direction VARCHAR(4), \
                 statement INTEGER, started INTEGER, digest VARCHAR(64)){options}"
            ))?;
        }
        connection.execute(&format!(
            "INSERT INTO {PROGRESS_TABLE} (id, owner, expires, asked) VALUES (1, {}, {}, 0)",
            self.dialect.literal(&self.owner),
            self.lease_end()
        ))
    }

    /// Asks the owner for a sign of life. A write, so that in a cluster it comes after all that was
    /// written before it, the owner's renewal included.
    pub fn ask(&self, connection: &mut dyn Connection) -> Result<(), DatabaseError> {
        connection.execute(&format!("UPDATE {PROGRESS_TABLE} SET asked = asked + 1 WHERE id = 1"))
    }

    /// Takes over a row as it was found; false where it has changed since.
    pub fn take_over(
        &self,
        connection: &mut dyn Connection,
        found: &Row,
    ) -> Result<bool, DatabaseError> {
        connection.execute(&format!(
            "UPDATE {PROGRESS_TABLE} SET owner = {}, expires = {} WHERE id = 1 AND owner = {} AND expires = {}",
            self.dialect.literal(&self.owner),
            self.lease_end(),
            self.dialect.literal(&found.owner),
            found.expires
        ))?;
        self.is_held(connection)
    }

    /// Records where the script is, and renews the lease; an error where somebody has taken the row over.
    pub fn save(
        &self,
        connection: &mut dyn Connection,
        position: &Position,
    ) -> Result<(), DatabaseError> {
        let literal = |text: &str| self.dialect.literal(text);
        let sql = format!(
            "UPDATE {PROGRESS_TABLE} SET version = {}, direction = {}, statement = {}, started = {}, digest = {}, expires = {} \
             WHERE id = 1 AND owner = {}",
            literal(&position.version),
            literal(position.direction.word()),
            position.statement,
            u8::from(position.started),
            literal(&position.digest),
            self.lease_end(),
            literal(&self.owner)
        );
        connection.execute(&sql)?;
        match self.is_held(connection)? {
            true => Ok(()),
            false => Err(DatabaseError::Statement {
                reason: format!(
                    "another migrator took over: this one gave no sign of life for {LEASE} s"
                ),
                sql,
                offset: None,
                kind: ErrorKind::Other,
                advice: None,
            }),
        }
    }

    fn is_held(&self, connection: &mut dyn Connection) -> Result<bool, DatabaseError> {
        Ok(self.read(connection)?.is_some_and(|row| self.is_mine(&row)))
    }

    /// The statement that renews the lease.
    pub fn renewal(&self) -> String {
        format!(
            "UPDATE {PROGRESS_TABLE} SET expires = {} WHERE id = 1 AND owner = {}",
            self.lease_end(),
            self.dialect.literal(&self.owner)
        )
    }

    /// Lets others go on from here at once.
    pub fn release(&self, connection: &mut dyn Connection) -> Result<(), DatabaseError> {
        connection.execute(&format!(
            "UPDATE {PROGRESS_TABLE} SET expires = 0 WHERE id = 1 AND owner = {}",
            self.dialect.literal(&self.owner)
        ))
    }

    /// Between two migrations.
    pub fn forget_position(&self) -> String {
        format!(
            "UPDATE {PROGRESS_TABLE} SET version = NULL WHERE id = 1 AND owner = {}",
            self.dialect.literal(&self.owner)
        )
    }

    /// Ends the run: the table goes with the row in it. No one else's row can be in it, as the place is
    /// taken until the table is gone.
    pub fn end(&self, connection: &mut dyn Connection) -> Result<(), DatabaseError> {
        match self.is_held(connection)? {
            true => connection.execute(&format!("DROP TABLE {PROGRESS_TABLE}")),
            false => Ok(()),
        }
    }

    fn lease_end(&self) -> String {
        format!("{} + {LEASE}", self.session().progress.now)
    }
}
