//! Databases to try things in, gone afterwards: also where the process is ended by a signal, and, where
//! it was killed, with the next command.

use std::sync::Once;
use std::sync::atomic::{AtomicUsize, Ordering};

use jiff::{SignedDuration, Timestamp};

use crate::database::{Connection, DatabaseError, DatabaseUrl};
use crate::databases;
use crate::dialect::{Dialect, ScratchDatabase};
use crate::ending::{self, Work};
use crate::output::Output;
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

/// Where scratch databases are made.
#[derive(Debug, Clone)]
pub struct ScratchServer {
    elsewhere: Option<DatabaseUrl>,
    output: Output,
}

impl ScratchServer {
    /// On the server of the database that they stand for, or elsewhere.
    pub fn new(elsewhere: Option<DatabaseUrl>, output: Output) -> Self {
        Self { elsewhere, output }
    }

    /// The other server, if one was named.
    pub fn elsewhere(&self) -> Option<&DatabaseUrl> {
        self.elsewhere.as_ref()
    }

    /// Refuses a server of another kind.
    pub fn check(&self, database: &DatabaseUrl) -> Result<()> {
        match &self.elsewhere {
            Some(elsewhere) if elsewhere.kind() != database.kind() => Err(Problem::new(format!(
                "scratch databases can't be made at {elsewhere}: it is of {}, and {database} of {}",
                databases::of(elsewhere.kind()).name(),
                databases::of(database.kind()).name()
            ))
            .help("name a server of the same kind and version, by --scratch-url or scratch_url under [database] in migrate.toml")),
            _ => Ok(()),
        }
    }

    /// Makes an empty database that can stand for another one: in memory for SQLite, on a server otherwise.
    pub fn make(
        &self,
        database: &DatabaseUrl,
    ) -> Result<(DatabaseUrl, Box<dyn Connection>, Option<Scratch>)> {
        self.check(database)?;
        let dialect = databases::of(database.kind());
        let (create, drop) = match &dialect.session().scratch {
            ScratchDatabase::InMemory(url) => {
                let url = url.parse::<DatabaseUrl>()?;
                let connection = databases::connect(&url)?;
                return Ok((url, connection, None));
            }
            ScratchDatabase::OnServer { create, drop, .. } => (create, drop),
        };
        let url = self.elsewhere.as_ref().unwrap_or(database);
        let name = Name::new().to_string();
        let refused = |e: DatabaseError| {
            Problem::new(format!("could not make a scratch database on the server of {url}"))
                .because(e)
                .help("the user needs the right to create databases (CREATEDB, or CREATE on *.*)")
        };
        let mut server = databases::connect(url)?;
        let mut model = self.model(database, server.as_mut(), dialect);
        let asked = model.as_deref_mut().unwrap_or(server.as_mut());
        let statement = answer(asked, &create.replace("{name}", &name)).map_err(refused)?;
        let statement = statement.ok_or_else(|| {
            Problem::new(format!("{database} does not say how its database was made"))
        })?;
        if self.elsewhere.is_some() {
            // Commands sweep the server of the database that they work on.
            sweep(server.as_mut(), dialect);
        }
        let drop = drop.replace("{name}", &name);
        // Before there is one: a signal may come between the two.
        let on_signal = on_signal(url.clone(), drop.clone());
        server.execute(&statement).map_err(refused)?;
        let scratch = Scratch { server, drop, _on_signal: on_signal };
        let url: DatabaseUrl = url.of_database(&name).parse()?;
        let connection = databases::connect(&url)?;
        Ok((url, connection, Some(scratch)))
    }

    /// The database that a scratch database elsewhere is to be like, where it can be reached: what is only
    /// replayed need not reach it. Says, once, where its server is of another version.
    fn model(
        &self,
        database: &DatabaseUrl,
        server: &mut dyn Connection,
        dialect: &dyn Dialect,
    ) -> Option<Box<dyn Connection>> {
        static TOLD: Once = Once::new();
        let elsewhere = self.elsewhere.as_ref().filter(|elsewhere| *elsewhere != database)?;
        let mut model = match databases::connect(database) {
            Ok(model) => model,
            Err(error) => {
                TOLD.call_once(|| {
                    self.output.warn(format!(
                        "scratch databases are made at {elsewhere}, and whether that is of the version of {database} is not known: {error}"
                    ));
                });
                return None;
            }
        };
        let question = dialect.session().version;
        let version = |asked: &mut dyn Connection| answer(asked, question).ok().flatten();
        let (theirs, ours) = (version(server), version(model.as_mut()));
        if let (Some(theirs), Some(ours)) = (theirs, ours)
            && theirs != ours
        {
            TOLD.call_once(|| {
                self.output.warn(format!(
                    "scratch databases are made at {elsewhere}, which is {theirs}, and {database} is {ours}: what holds on one need not hold on the other"
                ));
            });
        }
        Some(model)
    }
}

/// The first value of an answer.
fn answer(
    asked: &mut dyn Connection,
    question: &str,
) -> std::result::Result<Option<String>, DatabaseError> {
    Ok(asked.query(question)?.into_iter().flatten().flatten().next())
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
