//! Databases to try things in, gone afterwards: also where the process is ended by a signal, and, where
//! it was killed, with the next command.

use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::{SignedDuration, Timestamp};

use crate::database::{Connection, DatabaseError, DatabaseUrl};
use crate::databases;
use crate::dialect::{Dialect, ScratchDatabase};
use crate::ending::{self, Work};
use crate::owner::Owner;
use crate::problem::{Problem, Result};

const PREFIX: &str = "migrate_scratch_";

/// One of another machine, where it is not known whether its owner lives, is not left over before.
const OLD: SignedDuration = SignedDuration::from_hours(24);

/// A database on a server that is dropped with this value.
pub struct Scratch {
    server: Box<dyn Connection>,
    drop: String,
    _on_signal: Work,
}

impl Scratch {
    /// Makes an empty database of the same kind: in memory for SQLite, on the same server otherwise.
    pub fn create(url: &DatabaseUrl) -> Result<(DatabaseUrl, Box<dyn Connection>, Option<Self>)> {
        let dialect = databases::of(url.kind());
        let (create, drop) = match &dialect.session().scratch {
            ScratchDatabase::InMemory(url) => {
                let url = url.parse::<DatabaseUrl>()?;
                let connection = databases::connect(&url)?;
                return Ok((url, connection, None));
            }
            ScratchDatabase::OnServer { create, drop, .. } => (create, drop),
        };
        let name = Name::new().to_string();
        let refused = |e: DatabaseError| {
            Problem::new(format!("could not make a scratch database on the server of {url}"))
                .because(e)
                .help("the user needs the right to create databases (CREATEDB, or CREATE on *.*)")
        };
        let mut server = databases::connect(url)?;
        let statement = server.query(&create.replace("{name}", &name)).map_err(refused)?;
        let statement =
            statement.into_iter().flatten().flatten().next().ok_or_else(|| {
                Problem::new(format!("{url} does not say how its database was made"))
            })?;
        let drop = drop.replace("{name}", &name);
        // Before there is one: a signal may come between the two.
        let on_signal = on_signal(url.clone(), drop.clone());
        server.execute(&statement).map_err(refused)?;
        let scratch = Self { server, drop, _on_signal: on_signal };
        let url: DatabaseUrl = url.of_database(&name).parse()?;
        let connection = databases::connect(&url)?;
        Ok((url, connection, Some(scratch)))
    }
}

impl Drop for Scratch {
    fn drop(&mut self) {
        // Nobody is left to be told; the name says what it is.
        let _ = self.server.execute(&self.drop);
    }
}

/// The connection that the work is done over is in use, perhaps in the middle of a statement.
fn on_signal(url: DatabaseUrl, drop: String) -> Work {
    ending::on_signal(move || {
        if let Ok(mut server) = databases::connect(&url) {
            let _ = server.execute(&drop);
        }
    })
}

/// Drops what was left over by processes that were killed. What can't be dropped is left for whoever can.
pub fn sweep(connection: &mut dyn Connection, dialect: &dyn Dialect) {
    let ScratchDatabase::OnServer { drop, list, .. } = &dialect.session().scratch else { return };
    let found = connection.query(&list.replace("{prefix}", PREFIX)).unwrap_or_default();
    for row in found {
        let mut values = row.into_iter();
        let (Some(Some(text)), Some(connected)) = (values.next(), values.next()) else { continue };
        let name: Option<Name> = text.parse().ok();
        if name.is_some_and(|name| name.is_left_over(connected.is_some(), Timestamp::now())) {
            let _ = connection.execute(&drop.replace("{name}", &text));
        }
    }
}

/// A scratch database's name: whose it is, since when, and which of those.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    owner: Owner,
    made: Timestamp,
    number: usize,
}

impl Name {
    fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        Self { owner: Owner::this().clone(), made: Timestamp::now(), number }
    }

    /// Whether nobody can need it any more.
    fn is_left_over(&self, is_connected: bool, now: Timestamp) -> bool {
        match self.owner.is_here() {
            true => self.owner.is_dead(),
            false => !is_connected && now.duration_since(self.made) > OLD,
        }
    }
}

impl std::fmt::Display for Name {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{PREFIX}{}_{}_{}", self.owner, self.made.as_second(), self.number)
    }
}

impl std::str::FromStr for Name {
    type Err = ();

    fn from_str(text: &str) -> std::result::Result<Self, ()> {
        let rest = text.strip_prefix(PREFIX).ok_or(())?;
        let (rest, number) = rest.rsplit_once('_').ok_or(())?;
        let (owner, made) = rest.rsplit_once('_').ok_or(())?;
        let seconds = made.parse().map_err(|_| ())?;
        Ok(Self {
            owner: owner.parse()?,
            made: Timestamp::from_second(seconds).map_err(|_| ())?,
            number: number.parse().map_err(|_| ())?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_fit_everywhere_and_are_read_back() {
        let name = Name::new();
        let text = name.to_string();
        assert!(text.len() <= 63, "{text}");
        let read: Name = text.parse().expect("a name");
        assert_eq!(read.owner, name.owner);
        assert_eq!(read.made.as_second(), name.made.as_second());
        assert!("migrate_scratch_123_456".parse::<Name>().is_err());
        assert!("other".parse::<Name>().is_err());
    }

    #[test]
    fn only_what_nobody_can_need_is_left_over() {
        let now = Timestamp::now();
        let ours = Name::new();
        assert!(!ours.is_left_over(false, now), "this process lives");
        let elsewhere = |made: i64| {
            let text = format!("{PREFIX}00_1_1_{made}_0");
            text.parse::<Name>().expect("a name")
        };
        let hour = 3600;
        let yesterday = elsewhere(now.as_second() - 25 * hour);
        assert!(yesterday.is_left_over(false, now));
        assert!(!yesterday.is_left_over(true, now));
        assert!(!elsewhere(now.as_second() - hour).is_left_over(false, now));
    }
}
