//! `examples/blog` on every server: its migrations are what its models ask for, and what
//! happens in a blog happens on Diesel's connections and on those of diesel-async.
#![allow(clippy::duplicate_mod)]

use std::path::Path;
use std::process::Command;

use model_tests::{Database, Server};

/// A new database with the tables that `migrate upgrade` makes; `migrate check` has nothing to say.
fn migrated(server: Server) -> Option<Database> {
    let database = server.database()?;
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/blog/migrations");
    let migrate = |words: &[&str]| {
        let output = Command::new(env!("CARGO_BIN_EXE_migrate-blog"))
            .args(["--no-input", "--database-url", &database.url, "--directory"])
            .arg(folder.join(server.backend().folder()))
            .args(words)
            .output()
            .expect("migrate starts");
        let said = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "migrate {words:?}:\n{said}");
    };
    migrate(&["upgrade"]);
    migrate(&["check"]);
    Some(database)
}

/// The two tests of a kind of database on each of its servers, in a module that has its connections.
macro_rules! tests {
    ($kind:ident) => {
        fn happens_blocking(server: model_tests::Server) {
            let Some(database) = crate::migrated(server) else { return };
            let url = database.url.trim_start_matches("sqlite:");
            let mut connection = blog::Connection::establish(url).expect("a connection");
            let pending = connection.has_pending_migration(blog::MIGRATIONS);
            assert!(!pending.expect("Diesel looks"), "they are those that are embedded");
            happens::blocking(&mut connection).expect("the queries run");
        }

        fn happens_nonblocking(server: model_tests::Server) {
            let Some(database) = crate::migrated(server) else { return };
            let url = database.url.trim_start_matches("sqlite:");
            let runtime = tokio::runtime::Runtime::new().expect("threads");
            let happens = async {
                let mut connection = blog::AsyncConnection::establish(url).await?;
                happens_async::nonblocking(&mut connection).await?;
                Ok::<_, Box<dyn std::error::Error>>(())
            };
            runtime.block_on(happens).expect("the queries run");
        }

        mod blocking {
            model_tests::on_servers!(super::happens_blocking, $kind);
        }

        mod nonblocking {
            model_tests::on_servers!(super::happens_nonblocking, $kind);
        }
    };
}

mod mysql;
mod postgres;
mod sqlite;
