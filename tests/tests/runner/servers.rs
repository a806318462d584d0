//! Servers that only these trials need: one that is killed, a pooler, a cluster.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use model_tests::servers::process::{command_as, on_a_free_port, run};
use model_tests::servers::{mysql_programs, postgres_programs, scratch_folder};
use model_tests::{Backend, Server};

use crate::project::connect;

/// `None`, with a line that says why, where it isn't installed; in CI that is a failure instead.
fn or_skip<T>(what: &str, made: Result<T, String>) -> Option<T> {
    match made {
        Ok(made) => Some(made),
        Err(why) => {
            assert!(std::env::var_os("CI").is_none(), "{what} is missing: {why}");
            eprintln!("skipped: {what} is missing: {why}");
            None
        }
    }
}

fn program(name: &str) -> Result<PathBuf, String> {
    ["/usr/sbin", "/usr/bin"]
        .iter()
        .map(|folder| Path::new(folder).join(name))
        .find(|path| path.exists())
        .ok_or_else(|| format!("no {name}"))
}

fn a_port() -> u16 {
    on_a_free_port(Ok).expect("a port")
}

/// A server that can be killed and started again.
pub struct Killable {
    words: Vec<String>,
    user: &'static str,
    log: PathBuf,
    pid_file: PathBuf,
    url: String,
    child: Child,
}

impl Killable {
    /// A server of its own.
    pub fn start(server: Server) -> Option<Self> {
        // Says so where it is not one of those that were asked for.
        server.version()?;
        let name = format!("killed-{}", server.name());
        let made = match server.backend() {
            Backend::Sqlite => return None,
            Backend::Postgres => Self::postgres(server, &name),
            Backend::Mysql => Self::mysql(server, &name, &[]),
        };
        or_skip(server.name(), made)
    }

    fn postgres(server: Server, name: &str) -> Result<Self, String> {
        let programs = postgres_programs(server)?;
        let (data, port) = (scratch_folder().join(name), a_port());
        run(command_as("postgres", &programs.join("initdb")).arg("-D").arg(&data).args([
            "--auth=trust",
            "--username=root",
            "--encoding=UTF8",
            "--locale=C.UTF-8",
            "--no-sync",
        ]))?;
        let words = vec![
            programs.join("postgres").display().to_string(),
            "-D".into(),
            data.display().to_string(),
            "-p".into(),
            port.to_string(),
            "-c".into(),
            "listen_addresses=127.0.0.1".into(),
            "-c".into(),
            format!("unix_socket_directories={}", scratch_folder().display()),
        ];
        let url = format!("postgres://root@127.0.0.1:{port}/postgres");
        let pid_file = data.join("postmaster.pid");
        Self::run("postgres", words, &format!("{name}.log"), pid_file, url)
    }

    fn mysql(server: Server, name: &str, more: &[String]) -> Result<Self, String> {
        let folder = scratch_folder();
        let (data, port) = (folder.join(name), a_port());
        let programs = mysql_programs(server)?;
        run(command_as("mysql", &programs.install)
            .args(&programs.words)
            .arg(format!("--datadir={}", data.display()))
            .args(&programs.install_words))?;
        let accounts = folder.join(format!("{name}.sql"));
        let sql = "CREATE USER IF NOT EXISTS 'u'@'127.0.0.1';\nGRANT ALL ON *.* TO 'u'@'127.0.0.1' WITH GRANT OPTION;\n";
        std::fs::write(&accounts, sql).map_err(|e| e.to_string())?;
        let pid_file = folder.join(format!("{name}.pid"));
        let mut words = vec![programs.daemon.display().to_string()];
        words.extend(programs.words);
        words.extend([
            format!("--datadir={}", data.display()),
            format!("--socket={}/{name}.sock", folder.display()),
            format!("--pid-file={}", pid_file.display()),
            format!("--init-file={}", accounts.display()),
            format!("--port={port}"),
            "--bind-address=127.0.0.1".into(),
            "--skip-name-resolve".into(),
            "--innodb-buffer-pool-size=32M".into(),
        ]);
        words.extend_from_slice(more);
        let url = format!("mysql://u@127.0.0.1:{port}/mysql");
        Self::run("mysql", words, &format!("{name}.log"), pid_file, url)
    }

    fn run(
        user: &'static str,
        words: Vec<String>,
        log: &str,
        pid_file: PathBuf,
        url: String,
    ) -> Result<Self, String> {
        let log = scratch_folder().join(log);
        let child = spawn(user, &words, &log)?;
        let mut server = Self { words, user, log, pid_file, url, child };
        server.wait()?;
        Ok(server)
    }

    fn wait(&mut self) -> Result<(), String> {
        let url = self.url.parse().map_err(|e| format!("{e}"))?;
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(90) {
            if migrate_cli::connect(&url).is_ok() {
                return Ok(());
            }
            if self.child.try_wait().is_ok_and(|status| status.is_some()) {
                break;
            }
            std::thread::sleep(Duration::from_millis(20));
        }
        Err(std::fs::read_to_string(&self.log).unwrap_or_default())
    }

    /// As when the power goes, but for what the system has not written yet.
    pub fn kill(&mut self) {
        let pid = std::fs::read_to_string(&self.pid_file).expect("it runs");
        let pid = pid.lines().next().unwrap_or_default().trim().to_owned();
        let killed = Command::new("kill").args(["-KILL", &pid]).status().expect("kill");
        assert!(killed.success());
        let _ = self.child.wait();
        // PostgreSQL's other processes notice, and hold the shared memory until then.
        std::thread::sleep(Duration::from_millis(100));
    }

    pub fn start_again(&mut self) {
        let deadline = Instant::now() + Duration::from_secs(60);
        loop {
            let _ = std::fs::remove_file(&self.pid_file);
            self.child = spawn(self.user, &self.words, &self.log).expect("it starts");
            match self.wait() {
                Ok(()) => return,
                Err(why) => assert!(Instant::now() < deadline, "{why}"),
            }
        }
    }

    /// A new database.
    pub fn database(&self, name: &str) -> String {
        connect(&self.url).execute(&format!("CREATE DATABASE {name}")).expect("a database");
        let (server, _) = self.url.rsplit_once('/').expect("a URL");
        format!("{server}/{name}")
    }
}

impl Drop for Killable {
    fn drop(&mut self) {
        if let Ok(pid) = std::fs::read_to_string(&self.pid_file) {
            let pid = pid.lines().next().unwrap_or_default().trim().to_owned();
            let _ = Command::new("kill").args(["-KILL", &pid]).status();
        }
        let _ = self.child.wait();
    }
}

fn spawn(user: &str, words: &[String], log: &Path) -> Result<Child, String> {
    let log = std::fs::File::create(log).map_err(|e| e.to_string())?;
    command_as(user, Path::new(&words[0]))
        .args(&words[1..])
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(log)
        .current_dir("/")
        .spawn()
        .map_err(|e| e.to_string())
}

/// PgBouncer before the PostgreSQL of the tests, a session for each transaction.
pub struct Pool {
    port: u16,
    child: Child,
    pid_file: PathBuf,
}

impl Pool {
    pub fn start() -> Option<Self> {
        or_skip("pgbouncer", Self::try_start())
    }

    fn try_start() -> Result<Self, String> {
        let program = program("pgbouncer")?;
        let database = Server::Postgres.database().ok_or("no PostgreSQL")?;
        let (_, address) = database.url.split_once('@').ok_or("no address")?;
        let (host, rest) = address.split_once(':').ok_or("no port")?;
        let server_port = rest.split('/').next().unwrap_or_default();
        let (folder, port) = (scratch_folder(), a_port());
        let users = folder.join("pgbouncer.users");
        std::fs::write(&users, "\"root\" \"\"\n").map_err(|e| e.to_string())?;
        let (settings, pid_file) = (folder.join("pgbouncer.ini"), folder.join("pgbouncer.pid"));
        let text = format!(
            "[databases]\n* = host={host} port={server_port} user=root\n[pgbouncer]\nlisten_addr = 127.0.0.1\n\
             listen_port = {port}\nunix_socket_dir =\nauth_type = trust\nauth_file = {}\npool_mode = transaction\n\
             default_pool_size = 8\nmax_client_conn = 200\npidfile = {}\n",
            users.display(),
            pid_file.display()
        );
        std::fs::write(&settings, text).map_err(|e| e.to_string())?;
        let words = [program.display().to_string(), settings.display().to_string()];
        let child = spawn("postgres", &words, &folder.join("pgbouncer.log"))?;
        let pool = Self { port, child, pid_file };
        let start = Instant::now();
        while start.elapsed() < Duration::from_secs(20) {
            let url = pool.url("postgres").parse().map_err(|e| format!("{e}"))?;
            if migrate_cli::connect(&url).is_ok() {
                return Ok(pool);
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err(std::fs::read_to_string(folder.join("pgbouncer.log")).unwrap_or_default())
    }

    pub fn url(&self, name: &str) -> String {
        format!("postgres://root@127.0.0.1:{}/{name}", self.port)
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        if let Ok(pid) = std::fs::read_to_string(&self.pid_file) {
            let _ = Command::new("kill").arg(pid.trim()).status();
        }
        let _ = self.child.wait();
    }
}

/// Three nodes of a Galera cluster.
pub struct Cluster {
    nodes: Vec<Killable>,
}

impl Cluster {
    pub fn start() -> Option<Self> {
        or_skip("galera-4", Self::try_start())
    }

    fn try_start() -> Result<Self, String> {
        let library = "/usr/lib/galera/libgalera_smm.so";
        if !Path::new(library).exists() {
            return Err(format!("no {library}"));
        }
        program("rsync")?;
        let ports: Vec<(u16, u16, u16)> = (0..3).map(|_| (a_port(), a_port(), a_port())).collect();
        let all: Vec<String> = ports.iter().map(|(p, ..)| format!("127.0.0.1:{p}")).collect();
        let mut nodes = Vec::new();
        for (n, (group, state, copy)) in ports.iter().enumerate() {
            let mut words = vec![
                "--binlog-format=ROW".to_owned(),
                "--innodb-autoinc-lock-mode=2".into(),
                "--innodb-flush-log-at-trx-commit=0".into(),
                "--wsrep-on=ON".into(),
                format!("--wsrep-provider={library}"),
                format!("--wsrep-cluster-address=gcomm://{}", all.join(",")),
                "--wsrep-node-address=127.0.0.1".into(),
                format!("--wsrep-node-name=n{n}"),
                format!(
                    "--wsrep-provider-options=gmcast.listen_addr=tcp://127.0.0.1:{group};ist.recv_addr=127.0.0.1:{state};gcache.size=16M"
                ),
                "--wsrep-sst-method=rsync".into(),
                format!("--wsrep-sst-receive-address=127.0.0.1:{copy}"),
            ];
            if n == 0 {
                words.push("--wsrep-new-cluster".into());
            }
            nodes.push(Killable::mysql(Server::MariaDb, &format!("node{n}"), &words)?);
        }
        Ok(Self { nodes })
    }

    /// A new database, as each node has it.
    pub fn database(&self, name: &str) -> Vec<String> {
        let first = self.nodes[0].database(name);
        std::thread::sleep(Duration::from_millis(300));
        let others = self.nodes[1..].iter().map(|node| {
            let (server, _) = node.url.rsplit_once('/').expect("a URL");
            format!("{server}/{name}")
        });
        std::iter::once(first).chain(others).collect()
    }
}
