//! A server that one test sets up as it likes: with its own settings, accounts and certificates.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::process::{is_root, run};
use super::{Backend, Server, mysql, postgres, scratch_folder};

/// A server of one test's own. It ends with the test's process.
pub struct Private {
    /// Which one it is.
    pub server: Server,
    /// Where it listens on the loopback interface.
    pub port: u16,
    /// Where its socket is: PostgreSQL takes the folder for a host, the others the file.
    pub socket: PathBuf,
    /// A folder that it can read, for files that its settings name.
    pub folder: PathBuf,
    /// The folder with its data.
    pub data: PathBuf,
}

impl Server {
    /// Starts a server of its own. `settings` gets the folder for files of the test, and gives
    /// `name=value` for PostgreSQL and `--name=value` for the others. `None` where [`Server::database`] is.
    pub fn private(
        self,
        name: &str,
        settings: impl FnOnce(&Path) -> Vec<String>,
    ) -> Option<Private> {
        if !self.is_chosen() {
            return None;
        }
        self.or_skipped(self.start_private(&format!("{}-{name}", self.name()), settings))
    }

    fn start_private(
        self,
        name: &str,
        settings: impl FnOnce(&Path) -> Vec<String>,
    ) -> Result<Private, String> {
        let folder = scratch_folder().join(format!("{name}-files"));
        std::fs::create_dir(&folder).map_err(|e| e.to_string())?;
        let settings = settings(&folder);
        let mut private = Private {
            server: self,
            port: 0,
            socket: scratch_folder().clone(),
            folder,
            data: scratch_folder().join(name),
        };
        private.give_to_the_server()?;
        private.port = match self.backend() {
            Backend::Sqlite => return Err("there is no server of it".to_owned()),
            Backend::Postgres => postgres::start(self, name, &settings)?.port,
            Backend::Mysql => {
                private.socket.push(format!("{name}.sock"));
                mysql::start(self, name, &settings)?.port
            }
        };
        Ok(private)
    }
}

impl Private {
    /// The beginning of URLs: scheme, login, address.
    pub fn url(&self, login: &str, rest: &str) -> String {
        let scheme = match self.server.backend() {
            Backend::Postgres => "postgres",
            _ => "mysql",
        };
        format!("{scheme}://{login}@127.0.0.1:{}/{rest}", self.port)
    }

    /// Lets the server's user read what the test has written into the folder, and nobody else.
    ///
    /// # Errors
    /// What the system says.
    pub fn give_to_the_server(&self) -> Result<(), String> {
        let (mine, folder) = (self.folder.as_path(), [self.folder.as_path()]);
        run(Command::new("chmod").args(["-R", "u=rwX,go="]).args(folder))?;
        if is_root() {
            let user = match self.server.backend() {
                Backend::Postgres => postgres::USER,
                _ => mysql::USER,
            };
            run(Command::new("chown").args(["-R", user]).arg(mine))?;
        }
        Ok(())
    }
}
