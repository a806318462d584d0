//! Databases to try things in, gone afterwards.

use crate::database::{Connection, DatabaseError, DatabaseUrl};
use crate::databases;
use crate::dialect::ScratchDatabase;
use crate::problem::{Problem, Result};

/// A database on a server that is dropped with this value.
pub struct Scratch {
    server: Box<dyn Connection>,
    drop: String,
}

impl Scratch {
    /// Makes an empty database of the same kind: in memory for SQLite, on the same server otherwise.
    pub fn create(url: &DatabaseUrl) -> Result<(DatabaseUrl, Box<dyn Connection>, Option<Self>)> {
        let (create, drop) = match &databases::of(url.kind()).session().scratch {
            ScratchDatabase::InMemory(url) => {
                let url = url.parse::<DatabaseUrl>()?;
                let connection = databases::connect(&url)?;
                return Ok((url, connection, None));
            }
            ScratchDatabase::OnServer { create, drop } => (create, drop),
        };
        let name = name();
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
        server.execute(&statement).map_err(refused)?;
        let scratch = Self { server, drop: drop.replace("{name}", &name) };
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

fn name() -> String {
    let now = jiff::Timestamp::now().as_nanosecond();
    format!("migrate_scratch_{}_{now}", std::process::id())
}
