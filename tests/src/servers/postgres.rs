use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use super::process::{command_as, free_port, run};
use super::{Backend, Database, connect, scratch_folder};

pub struct Server {
    port: u16,
}

/// The server of this process, started at the first call.
pub fn server() -> Result<&'static Server, String> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    SERVER.get_or_init(start).as_ref().map_err(Clone::clone)
}

/// The newest version that Debian's packages have put beside each other.
fn programs() -> Result<PathBuf, String> {
    let mut found: Vec<(u32, PathBuf)> = std::fs::read_dir("/usr/lib/postgresql")
        .into_iter()
        .flatten()
        .flatten()
        .filter_map(|entry| {
            let version = entry.file_name().to_str()?.parse().ok()?;
            let folder = entry.path().join("bin");
            folder.join("initdb").exists().then_some((version, folder))
        })
        .collect();
    found.sort();
    found
        .pop()
        .map(|(_, folder)| folder)
        .ok_or_else(|| "no PostgreSQL server; install the package postgresql".to_owned())
}

fn start() -> Result<Server, String> {
    let programs = programs()?;
    let folder = scratch_folder();
    let data = folder.join("postgres");
    let port = free_port();
    run(command_as("postgres", &programs.join("initdb")).arg("-D").arg(&data).args([
        "--auth=trust",
        "--username=root",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]))?;
    let options = format!(
        "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off \
         -c full_page_writes=off -c synchronous_commit=off",
        folder.display()
    );
    run(command_as("postgres", &programs.join("pg_ctl"))
        .arg("-D")
        .arg(&data)
        .arg("-l")
        .arg(folder.join("postgres.log"))
        .args(["-o", &options, "-w", "start"]))?;
    Ok(Server { port })
}

/// Databases that were used and emptied. Making one costs more than most tests do in it.
static EMPTY: Mutex<Vec<String>> = Mutex::new(Vec::new());

/// Everything that a test can have left. What stands outside of schemas goes first.
const CLEAN: &str = "DO $$
DECLARE name text;
BEGIN
    FOR name IN SELECT pubname FROM pg_publication LOOP
        EXECUTE format('DROP PUBLICATION %I', name);
    END LOOP;
    FOR name IN SELECT evtname FROM pg_event_trigger LOOP
        EXECUTE format('DROP EVENT TRIGGER %I', name);
    END LOOP;
    FOR name IN SELECT extname FROM pg_extension WHERE extname <> 'plpgsql' LOOP
        EXECUTE format('DROP EXTENSION %I CASCADE', name);
    END LOOP;
    FOR name IN SELECT nspname FROM pg_namespace
                WHERE nspname NOT LIKE 'pg\\_%' AND nspname <> 'information_schema' LOOP
        EXECUTE format('DROP SCHEMA %I CASCADE', name);
    END LOOP;
    CREATE SCHEMA public;
END $$";

impl Server {
    fn url(&self, name: &str) -> String {
        format!("postgres://root@127.0.0.1:{}/{name}", self.port)
    }

    pub fn database(&self, name: &str) -> Database {
        let emptied = EMPTY.lock().ok().and_then(|mut names| names.pop());
        let name = emptied.unwrap_or_else(|| {
            connect(&self.url("postgres"))
                .execute(&format!("CREATE DATABASE {name} TEMPLATE template0"))
                .unwrap_or_else(|e| panic!("{e}"));
            name.to_owned()
        });
        Database { url: self.url(&name), backend: Backend::Postgres, name }
    }
}

/// Empties the database for the next test; one that can't be emptied is dropped.
pub fn drop_database(name: &str) {
    let Ok(server) = server() else { return };
    let mut connection = connect(&server.url(name));
    if connection.execute(CLEAN).is_ok() {
        if let Ok(mut names) = EMPTY.lock() {
            names.push(name.to_owned());
        }
        return;
    }
    let _ = connect(&server.url("postgres"))
        .execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
}
