//! A private MariaDB or MySQL.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::OnceLock;
use std::time::{Duration, Instant};

use super::process::{allow_everyone, command_as, is_root, on_a_free_port, run};
use super::{Server, connect, fetched, scratch_folder, template};

/// The user that Debian's packages make for both.
pub const USER: &str = "mysql";

pub struct Running {
    pub port: u16,
}

/// The server of this process, started at the first call.
pub fn running(server: Server) -> Result<&'static Running, String> {
    static RUNNING: [OnceLock<Result<Running, String>>; Server::ALL.len()] =
        [const { OnceLock::new() }; Server::ALL.len()];
    let start = || start(server, server.name(), &[]);
    RUNNING[server as usize].get_or_init(start).as_ref().map_err(Clone::clone)
}

/// What starts a server, and the words that it always needs.
pub struct Programs {
    /// The server itself.
    pub daemon: PathBuf,
    /// Makes the data folder.
    pub install: PathBuf,
    /// The words for that.
    pub install_words: Vec<String>,
    /// The words for both.
    pub words: Vec<String>,
}

/// What starts a server.
///
/// # Errors
/// What is missing.
pub fn programs(server: Server) -> Result<Programs, String> {
    if server == Server::MariaDb {
        return Ok(Programs {
            daemon: installed("mariadbd")?,
            install: installed("mariadb-install-db")?,
            install_words: [
                "--auth-root-authentication-method=normal",
                "--skip-test-db",
                "--skip-name-resolve",
            ]
            .map(str::to_owned)
            .to_vec(),
            words: vec!["--no-defaults".into()],
        });
    }
    let root = fetched::folder(server)?;
    let below = |path: &str| root.join(path).display().to_string();
    let daemon = root.join("usr/sbin/mysqld");
    Ok(Programs {
        install: daemon.clone(),
        daemon,
        install_words: vec!["--initialize-insecure".into()],
        words: vec![
            "--no-defaults".into(),
            format!("--basedir={}", below("usr")),
            format!("--lc-messages-dir={}", below("usr/share/mysql")),
            format!("--character-sets-dir={}", below("usr/share/mysql/charsets")),
            format!("--plugin-dir={}", below("usr/lib/mysql/plugin")),
            "--secure-file-priv=NULL".into(),
            "--mysqlx=OFF".into(),
            "--innodb-redo-log-capacity=16M".into(),
        ],
    })
}

fn installed(name: &str) -> Result<PathBuf, String> {
    ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists())
        .ok_or_else(|| format!("no {name}; install the package mariadb-server"))
}

/// Starts a server under a name, with more words on its command line.
pub fn start(server: Server, name: &str, words: &[String]) -> Result<Running, String> {
    let programs = programs(server)?;
    let folder = scratch_folder();
    // A folder that servers share is swept by the next one that starts, and may be closed to them.
    let temporary = folder.join(format!("{name}-tmp"));
    std::fs::create_dir(&temporary).map_err(|e| e.to_string())?;
    allow_everyone(&temporary);
    let command = |program: &Path, data: &Path| {
        let mut command = command_as(USER, program);
        command
            .args(&programs.words)
            .arg(format!("--datadir={}", data.display()))
            .arg(format!("--tmpdir={}", temporary.display()));
        command
    };
    // This one is of the folder, from its beginning.
    let of_folder: Vec<&String> =
        words.iter().filter(|word| word.starts_with("--lower-case-table-names")).collect();
    let install = |data: &Path| {
        let mut install = command(&programs.install, data);
        run(install.args(&programs.install_words).args(&of_folder))
    };
    let data = if of_folder.is_empty() {
        template::data_folder(server, name, &programs.daemon, install)?
    } else {
        let data = folder.join(name);
        install(&data)?;
        data
    };
    // Accounts are made before the first connection, so that none but the loopback's exists.
    let accounts = folder.join(format!("{name}.accounts.sql"));
    std::fs::write(
        &accounts,
        // The server reads a statement a line.
        "CREATE USER 'u'@'127.0.0.1';\nGRANT ALL ON *.* TO 'u'@'127.0.0.1' WITH GRANT OPTION;\n",
    )
    .map_err(|e| e.to_string())?;
    on_a_free_port(|port| {
        let mut serve = command(&programs.daemon, &data);
        serve
            .arg(format!("--socket={}/{name}.sock", folder.display()))
            .arg(format!("--pid-file={}/{name}.pid", folder.display()))
            .arg(format!("--init-file={}", accounts.display()))
            .arg(format!("--port={port}"))
            .args([
                "--bind-address=127.0.0.1",
                "--skip-log-bin",
                "--skip-name-resolve",
                "--innodb-flush-log-at-trx-commit=0",
                "--innodb-doublewrite=0",
                "--innodb-buffer-pool-size=64M",
            ])
            .args(words);
        if !is_root() {
            serve.arg(format!("--user={USER}"));
        }
        serve_on(port, &mut serve, &folder.join(format!("{name}.log")))
    })
}

/// Starts the daemon and waits until it answers.
fn serve_on(port: u16, serve: &mut Command, log: &Path) -> Result<Running, String> {
    let file = std::fs::File::create(log).map_err(|e| e.to_string())?;
    let mut daemon: Child = serve
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(file)
        .current_dir("/")
        .spawn()
        .map_err(|e| format!("{serve:?}: {e}"))?;
    let running = Running { port };
    let url = running.url("information_schema").parse().map_err(|e| format!("{e}"))?;
    let said = || std::fs::read_to_string(log).unwrap_or_default();
    let started = Instant::now();
    while started.elapsed() < Duration::from_secs(60) {
        // Looked at first: another program's server may answer on a port that this one didn't get.
        if let Some(status) = daemon.try_wait().map_err(|e| e.to_string())? {
            return Err(format!("{serve:?} ended with {status}: {}", said()));
        }
        if migrate_cli::connect(&url).is_ok() {
            return Ok(running);
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    Err(format!("{serve:?} did not answer within 60 s: {}", said()))
}

impl Running {
    fn url(&self, name: &str) -> String {
        format!("mysql://u@127.0.0.1:{}/{name}", self.port)
    }

    /// Makes a database and tells where it is.
    pub fn database(&self, name: &str) -> String {
        connect(&self.url("information_schema"))
            .execute(&format!("CREATE DATABASE {name} CHARACTER SET utf8mb4"))
            .unwrap_or_else(|e| panic!("{e}"));
        self.url(name)
    }

    /// Drops a database that was made here.
    pub fn take_back(&self, name: &str) {
        let _ = connect(&self.url("information_schema"))
            .execute(&format!("DROP DATABASE IF EXISTS {name}"));
    }
}
