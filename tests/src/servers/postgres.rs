//! A private PostgreSQL.

use std::path::PathBuf;
use std::sync::{Mutex, OnceLock};

use super::process::{command_as, on_a_free_port, run};
use super::{Server, connect, fetched, scratch_folder, template};

/// The user that Debian's packages make.
pub const USER: &str = "postgres";

pub struct Running {
    pub port: u16,
    /// Databases that were used and emptied. Making one costs more than most tests do in it.
    empty: Mutex<Vec<String>>,
}

/// The server of this process, started at the first call.
pub fn running(server: Server) -> Result<&'static Running, String> {
    static RUNNING: [OnceLock<Result<Running, String>>; Server::ALL.len()] =
        [const { OnceLock::new() }; Server::ALL.len()];
    let start = || start(server, server.name(), &[]);
    RUNNING[server as usize].get_or_init(start).as_ref().map_err(Clone::clone)
}

/// The folder of a server's programs.
///
/// # Errors
/// What is missing.
pub fn programs(server: Server) -> Result<PathBuf, String> {
    if server == Server::Postgres {
        return installed();
    }
    Ok(fetched::folder(server)?.join("usr/lib/postgresql/18/bin"))
}

/// The newest version that Debian's packages have put beside each other.
fn installed() -> Result<PathBuf, String> {
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

/// Starts a server under a name, with more settings of its configuration.
pub fn start(server: Server, name: &str, settings: &[String]) -> Result<Running, String> {
    let programs = programs(server)?;
    let folder = scratch_folder();
    let data = template::data_folder(server, name, &programs.join("postgres"), |data| {
        run(command_as(USER, &programs.join("initdb")).arg("-D").arg(data).args([
            "--auth=trust",
            "--username=root",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]))
    })?;
    on_a_free_port(|port| {
        let mut options = format!(
            "-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={} -c fsync=off \
             -c full_page_writes=off -c synchronous_commit=off",
            folder.display()
        );
        settings.iter().for_each(|setting| options += &format!(" -c {setting}"));
        let log = folder.join(format!("{name}.log"));
        run(command_as(USER, &programs.join("pg_ctl"))
            .arg("-D")
            .arg(&data)
            .arg("-l")
            .arg(&log)
            .args(["-o", &options, "-w", "start"]))
        .map_err(|why| format!("{why}{}", std::fs::read_to_string(log).unwrap_or_default()))?;
        Ok(Running { port, empty: Mutex::default() })
    })
}

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

impl Running {
    fn url(&self, name: &str) -> String {
        format!("postgres://root@127.0.0.1:{}/{name}", self.port)
    }

    /// Makes a database, or takes one that is empty again, and tells where it is.
    pub fn database(&self, name: &str) -> String {
        let emptied = self.empty.lock().ok().and_then(|mut names| names.pop());
        let name = emptied.unwrap_or_else(|| {
            connect(&self.url("postgres"))
                .execute(&format!("CREATE DATABASE {name} TEMPLATE template0"))
                .unwrap_or_else(|e| panic!("{e}"));
            name.to_owned()
        });
        self.url(&name)
    }

    /// Empties a database for the next test; one that can't be emptied is dropped.
    pub fn take_back(&self, name: &str) {
        if connect(&self.url(name)).execute(CLEAN).is_ok() {
            if let Ok(mut names) = self.empty.lock() {
                names.push(name.to_owned());
            }
            return;
        }
        let _ = connect(&self.url("postgres"))
            .execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }
}
