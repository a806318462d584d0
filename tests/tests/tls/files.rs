//! What libpq takes from the environment and from files, by whole commands.

use std::process::Command;

use model_tests::Server;

use crate::certificates::{Authority, Files, permit};
use crate::postgres::Tls;
use crate::seen::{ask, at, open};

/// A project whose only migration keeps how it came through.
struct Trial<'a> {
    tls: &'a Tls,
    home: Files,
    project: Files,
}

impl<'a> Trial<'a> {
    fn new(tls: &'a Tls) -> Self {
        let project = Files::new();
        let name = "migrations/2026-01-01-000001_how";
        let up = "CREATE TABLE how AS SELECT ssl, current_user AS who FROM pg_stat_ssl WHERE pid = pg_backend_pid();";
        project.write(&format!("{name}/up.sql"), up);
        project.write(&format!("{name}/down.sql"), "DROP TABLE how;");
        Self { tls, home: Files::new(), project }
    }

    /// Upgrades, and gives who came through and whether with TLS; or what was said.
    fn run(&self, url: &str, variables: &[(&str, &str)]) -> Result<String, String> {
        let mut owner = open(&self.tls.url("root", "")).unwrap();
        owner.execute("DROP TABLE IF EXISTS how, __diesel_schema_migrations").unwrap();
        self.command(url, &["upgrade"], variables)?;
        Ok(ask(&mut *owner, "SELECT who || ' ' || ssl FROM how"))
    }

    /// What a command says; an error where it does not end well.
    fn command(
        &self,
        url: &str,
        words: &[&str],
        variables: &[(&str, &str)],
    ) -> Result<String, String> {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PG")) {
            command.env_remove(name);
        }
        let output = command
            .args(words)
            .args(["--database-url", url])
            .current_dir(self.project.path())
            .env("HOME", self.home.path())
            .env_remove("DATABASE_URL")
            .env_remove("SSL_CERT_FILE")
            .env_remove("SSL_CERT_DIR")
            .envs(variables.iter().copied())
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned()
            + &String::from_utf8_lossy(&output.stderr);
        assert!(!said.contains("hunter2"), "{said}");
        match output.status.success() {
            true => Ok(said),
            false => Err(said),
        }
    }

    #[track_caller]
    fn comes(&self, url: &str, variables: &[(&str, &str)], who: &str) {
        assert_eq!(self.run(url, variables).as_deref(), Ok(who), "{url} {variables:?}");
    }

    #[track_caller]
    fn fails(&self, url: &str, variables: &[(&str, &str)], words: &str) {
        let why = self.run(url, variables).expect_err(url);
        assert!(why.contains(words), "{url} {variables:?}: {why}");
    }
}

fn variables(server: Server) {
    let Some(tls) = Tls::start(server, "variables") else { return };
    let trial = Trial::new(&tls);
    let port = tls.private.port.to_string();
    let place = format!("127.0.0.1:{port}");
    let all = |more: &[(&'static str, &'static str)]| {
        let mut all = vec![
            ("PGHOST", "127.0.0.1"),
            ("PGUSER", "scrammed"),
            ("PGDATABASE", "postgres"),
            ("PGPASSWORD", "hunter2-scram"),
        ];
        all.extend_from_slice(more);
        all
    };
    let with_port = |more: &[(&'static str, &'static str)]| {
        let port: &str = &port;
        let all: Vec<(&str, String)> =
            all(more).into_iter().map(|(name, value)| (name, value.to_owned())).collect();
        [all, vec![("PGPORT", port.to_owned())]].concat()
    };
    for (more, who) in [
        (&[][..], "scrammed true"),
        (&[("PGSSLMODE", "disable")][..], "scrammed false"),
        (&[("PGSSLMODE", "require")][..], "scrammed true"),
    ] {
        let all = with_port(more);
        let all: Vec<(&str, &str)> =
            all.iter().map(|(name, value)| (*name, value.as_str())).collect();
        trial.comes("postgres://", &all, who);
    }
    // What the URL says counts before them.
    let url = format!("postgres://scrammed@{place}/postgres?sslmode=require");
    let wrong = [("PGPASSWORD", "hunter2-scram"), ("PGSSLMODE", "disable"), ("PGHOST", "nowhere")];
    trial.comes(&url, &wrong, "scrammed true");
    trial.fails(&url, &[("PGPASSWORD", "hunter2-wrong")], "password authentication failed");
    trial.fails(&url, &[("PGREQUIREAUTH", "md5")], "PGREQUIREAUTH");
    let open = format!("postgres://scrammed@{place}/postgres");
    trial.fails(&open, &[("PGSSLMODE", "strict")], "PGSSLMODE");

    let ca = at(&tls.files.path().join("ca.crt"));
    let other = at(&tls.files.write("other.crt", &Authority::new("another").pem));
    let root = format!("postgres://root@localhost:{port}/postgres");
    let full = |file| [("PGSSLMODE", "verify-full"), ("PGSSLROOTCERT", file)];
    trial.comes(&root, &full(&ca), "root true");
    trial.fails(&root, &full(&other), "none of the authorities");
    trial.fails(&root, &[("PGSSLMODE", "verify-ca")], "sslrootcert");
    let (certificate, key) = tls.files.pair("mine", &tls.authority.client("certified"));
    let certified = format!("postgres://certified@{place}/postgres?sslmode=require");
    let mine = [("PGSSLCERT", &*at(&certificate)), ("PGSSLKEY", &*at(&key))]
        .map(|(n, v)| (n, v.to_owned()));
    let mine: Vec<(&str, &str)> =
        mine.iter().map(|(name, value)| (*name, value.as_str())).collect();
    trial.comes(&certified, &mine, "certified true");
    trial.fails(&certified, &[], "certificate");
    // The authorities of the system.
    let system = format!("{root}?sslrootcert=system");
    trial.comes(&system, &[("SSL_CERT_FILE", &ca)], "root true");
    trial.fails(&system, &[("SSL_CERT_FILE", &other)], "none of the authorities");
}

fn password_files(server: Server) {
    let Some(tls) = Tls::start(server, "passwords") else { return };
    let trial = Trial::new(&tls);
    let port = tls.private.port;
    let url = format!("postgres://scrammed@127.0.0.1:{port}/postgres");
    let asks = "the server asks for a password";
    trial.fails(&url, &[], asks);
    let line = |host: &str, password: &str| format!("{host}:{port}:*:scrammed:{password}\n");
    let (wrong, right) = (line("elsewhere", "hunter2-wrong"), line("127.0.0.1", "hunter2-scram"));
    let standard = trial.home.write(".pgpass", &format!("# ours\n{wrong}{right}"));
    trial.comes(&url, &[], "scrammed true");
    permit(&standard, 0o640);
    trial.fails(&url, &[], "chmod 0600");
    permit(&standard, 0o600);
    // Another file, and a password that is said elsewhere, count before it.
    let other = at(&trial.home.write("other", &line("127.0.0.1", "hunter2-wrong")));
    trial.fails(&url, &[("PGPASSFILE", &other)], "password authentication failed");
    trial.fails(&format!("{url}?passfile={other}"), &[], "password authentication failed");
    trial.comes(&url, &[("PGPASSFILE", &other), ("PGPASSWORD", "hunter2-scram")], "scrammed true");
    trial.fails(&url, &[("PGPASSFILE", "/no/such")], asks);
    // A scratch database of the same server has no line of its own.
    trial.home.write(".pgpass", &right.replace('*', "postgres"));
    let scratch = ["diff", "--from", "empty", "--to", "migrations"];
    let said = trial.command(&url, &scratch, &[]).expect("a scratch database");
    assert!(said.contains("CREATE TABLE"), "{said}");
}

fn home(server: Server) {
    let Some(tls) = Tls::start(server, "home") else { return };
    let trial = Trial::new(&tls);
    let port = tls.private.port;
    let at = |host: &str, user: &str, mode: &str| {
        format!("postgres://{user}@{host}:{port}/postgres?sslmode={mode}")
    };
    trial.fails(&at("localhost", "root", "verify-full"), &[], "sslrootcert");
    trial.home.write(".postgresql/root.crt", &tls.authority.pem);
    trial.comes(&at("localhost", "root", "verify-full"), &[], "root true");
    trial.fails(&at("127.0.0.1", "root", "verify-full"), &[], "not for this host");
    trial.comes(&at("127.0.0.1", "root", "require"), &[], "root true");
    let mine = tls.authority.client("certified");
    trial.home.write(".postgresql/postgresql.crt", &mine.certificate);
    trial.fails(&at("127.0.0.1", "certified", "require"), &[], "postgresql.key");
    trial.home.write(".postgresql/postgresql.key", &mine.key);
    trial.comes(&at("127.0.0.1", "certified", "require"), &[], "certified true");
    trial.home.write(".postgresql/root.crl", &tls.authority.revoked(true));
    trial.fails(&at("localhost", "root", "verify-full"), &[], "was taken back");
    trial.home.write(".postgresql/root.crt", &Authority::new("another").pem);
    // A root that is there makes `require` verify, and `prefer` do without TLS.
    trial.fails(&at("127.0.0.1", "root", "require"), &[], "none of the authorities");
    trial.comes(&at("127.0.0.1", "root", "prefer"), &[], "root false");
}

mod by_variables {
    model_tests::on_servers!(super::variables, postgres);
}
mod by_password_files {
    model_tests::on_servers!(super::password_files, postgres);
}
mod by_the_home_folder {
    model_tests::on_servers!(super::home, postgres);
}
