use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::sync::OnceLock;
use std::time::Duration;

use super::process::{allow_everyone, command_as, free_port, is_root, run};
use super::{Backend, Database, connect, scratch_folder};

pub struct Server {
    port: u16,
}

/// The server of this process, started at the first call.
pub fn server() -> Result<&'static Server, String> {
    static SERVER: OnceLock<Result<Server, String>> = OnceLock::new();
    SERVER.get_or_init(start).as_ref().map_err(Clone::clone)
}

fn program(name: &str) -> Result<PathBuf, String> {
    ["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists())
        .ok_or_else(|| format!("no {name}; install the package mariadb-server"))
}

fn start() -> Result<Server, String> {
    let (install, daemon) = (program("mariadb-install-db")?, program("mariadbd")?);
    let folder = scratch_folder();
    let data = folder.join("mariadb");
    let port = free_port();
    // A folder that servers share is swept by the next one that starts, and may be closed to them.
    let temporary = folder.join("mariadb-tmp");
    std::fs::create_dir(&temporary).map_err(|e| e.to_string())?;
    allow_everyone(&temporary);
    let mut make = command_as("mysql", &install);
    make.arg("--no-defaults").arg(format!("--datadir={}", data.display())).args([
        format!("--tmpdir={}", temporary.display()).as_str(),
        "--auth-root-authentication-method=normal",
        "--skip-test-db",
        "--skip-name-resolve",
    ]);
    run(&mut make)?;
    // Accounts are made before the first connection, so that none but the loopback's exists.
    let accounts = folder.join("accounts.sql");
    std::fs::write(
        &accounts,
        // The server reads a statement a line.
        "CREATE USER 'u'@'127.0.0.1';\nGRANT ALL ON *.* TO 'u'@'127.0.0.1' WITH GRANT OPTION;\n",
    )
    .map_err(|e| e.to_string())?;
    let mut serve = command_as("mysql", &daemon);
    serve
        .arg("--no-defaults")
        .arg(format!("--datadir={}", data.display()))
        .arg(format!("--tmpdir={}", temporary.display()))
        .arg(format!("--socket={}/mariadb.sock", folder.display()))
        .arg(format!("--pid-file={}/mariadb.pid", folder.display()))
        .arg(format!("--init-file={}", accounts.display()))
        .arg(format!("--port={port}"))
        .args([
            "--bind-address=127.0.0.1",
            "--skip-log-bin",
            "--skip-name-resolve",
            "--innodb-flush-log-at-trx-commit=0",
            "--innodb-doublewrite=0",
        ]);
    if !is_root() {
        serve.arg("--user=mysql");
    }
    let log = std::fs::File::create(folder.join("mariadb.log")).map_err(|e| e.to_string())?;
    serve
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .current_dir("/")
        .spawn()
        .map_err(|e| e.to_string())?;
    let server = Server { port };
    for _ in 0..300 {
        let url = server.url("information_schema").parse().map_err(|e| format!("{e}"))?;
        if migrate_cli::connect(&url).is_ok() {
            return Ok(server);
        }
        std::thread::sleep(Duration::from_millis(100));
    }
    let log = std::fs::read_to_string(folder.join("mariadb.log")).unwrap_or_default();
    Err(format!("mariadbd did not start within 30 s: {log}"))
}

impl Server {
    fn url(&self, name: &str) -> String {
        format!("mysql://u@127.0.0.1:{}/{name}", self.port)
    }

    pub fn database(&self, name: &str) -> Database {
        connect(&self.url("information_schema"))
            .execute(&format!("CREATE DATABASE {name} CHARACTER SET utf8mb4"))
            .unwrap_or_else(|e| panic!("{e}"));
        Database { url: self.url(name), backend: Backend::Mysql, name: name.to_owned() }
    }
}

pub fn drop_database(name: &str) {
    if let Ok(server) = server() {
        let _ = connect(&server.url("information_schema"))
            .execute(&format!("DROP DATABASE IF EXISTS {name}"));
    }
}
