use std::path::PathBuf;
use std::sync::OnceLock;

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

impl Server {
    fn url(&self, name: &str) -> String {
        format!("postgres://root@127.0.0.1:{}/{name}", self.port)
    }

    pub fn database(&self, name: &str) -> Database {
        connect(&self.url("postgres"))
            .execute(&format!("CREATE DATABASE {name} TEMPLATE template0"))
            .unwrap_or_else(|e| panic!("{e}"));
        Database { url: self.url(name), backend: Backend::Postgres, name: name.to_owned() }
    }
}

pub fn drop_database(name: &str) {
    if let Ok(server) = server() {
        let _ = connect(&server.url("postgres"))
            .execute(&format!("DROP DATABASE IF EXISTS {name} WITH (FORCE)"));
    }
}
