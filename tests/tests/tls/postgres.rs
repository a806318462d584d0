//! `sslmode` and what goes with it, on PostgreSQL.

use std::time::{Duration, Instant};

use model_tests::servers::Private;
use model_tests::{Backend, Server};

use crate::certificates::{Authority, Files, Pair, by_the_manual, permit, self_signed};
use crate::proxy::Proxy;
use crate::seen::Comes::{Encrypted, Nothing, Plain};
use crate::seen::{Comes, ask, at, open, seen, try_all};

/// Who may log in how.
const WHO: &str = "
local   all all                       trust
hostssl all certified    127.0.0.1/32 cert
hostssl all only_tls     127.0.0.1/32 trust
hostnossl all only_plain 127.0.0.1/32 trust
host    all scrammed     127.0.0.1/32 scram-sha-256
host    all md5ed        127.0.0.1/32 md5
host    all root         127.0.0.1/32 trust
";

const ROLES: &str = "
CREATE ROLE certified LOGIN SUPERUSER;
CREATE ROLE only_tls LOGIN SUPERUSER;
CREATE ROLE only_plain LOGIN SUPERUSER;
CREATE ROLE scrammed LOGIN SUPERUSER PASSWORD 'hunter2-scram';
SET password_encryption = md5;
CREATE ROLE md5ed LOGIN SUPERUSER PASSWORD 'hunter2-md5';
";

/// A server with TLS, whose certificate can be another one.
pub struct Tls {
    pub private: Private,
    pub authority: Authority,
    pub files: Files,
}

impl Tls {
    pub fn start(server: Server, name: &str) -> Option<Self> {
        let (authority, files) = (Authority::new("an authority"), Files::new());
        let pair = authority.server(&["localhost"]);
        let private = server.private(name, |folder| {
            let file = |name: &str| folder.join(name).display().to_string();
            std::fs::write(folder.join("who.conf"), WHO).unwrap();
            std::fs::write(folder.join("clients.crt"), &authority.pem).unwrap();
            put(folder, &pair);
            vec![
                format!("hba_file={}", file("who.conf")),
                "ssl=on".into(),
                format!("ssl_cert_file={}", file("server.crt")),
                format!("ssl_key_file={}", file("server.key")),
                format!("ssl_ca_file={}", file("clients.crt")),
            ]
        })?;
        files.write("ca.crt", &authority.pem);
        let tls = Self { private, authority, files };
        open(&tls.url("root", "")).unwrap().execute(ROLES).unwrap();
        Some(tls)
    }

    /// The URL with the address for a host.
    pub fn url(&self, login: &str, options: &str) -> String {
        self.private.url(login, &format!("postgres?{options}"))
    }

    fn named(&self, login: &str, options: &str) -> String {
        self.url(login, options).replace("@127.0.0.1", "@localhost")
    }

    fn ca(&self) -> String {
        format!("sslrootcert={}", self.files.path().join("ca.crt").display())
    }

    /// Has the server show another certificate.
    fn show(&self, pair: &Pair) {
        put(&self.private.folder, pair);
        self.private.give_to_the_server().unwrap();
        let when = || {
            ask(
                &mut *open(&self.url("root", "sslmode=disable")).unwrap(),
                "SELECT pg_conf_load_time()",
            )
        };
        let before = when();
        ask(&mut *open(&self.url("root", "sslmode=disable")).unwrap(), "SELECT pg_reload_conf()");
        let start = Instant::now();
        while when() == before {
            assert!(
                start.elapsed() < Duration::from_secs(20),
                "the server does not read its files"
            );
        }
    }
}

fn put(folder: &std::path::Path, pair: &Pair) {
    std::fs::write(folder.join("server.crt"), &pair.certificate).unwrap();
    std::fs::write(folder.join("server.key"), &pair.key).unwrap();
}

fn modes(server: Server) {
    let Some(tls) = Tls::start(server, "modes") else { return };
    let other = Authority::new("another authority");
    let other = format!("sslrootcert={}", at(&tls.files.write("other.crt", &other.pem)));
    let (ca, with) = (tls.ca(), |mode: &str, more: &str| format!("sslmode={mode}&{more}"));
    let url = |login: &str, options: &str| tls.url(login, options);
    let named = |login: &str, options: &str| tls.named(login, options);
    let mut all: Vec<(String, Comes)> = vec![
        (url("root", ""), Encrypted),
        (url("root", "sslmode=prefer"), Encrypted),
        (url("root", "sslmode=allow"), Plain),
        (url("root", "sslmode=disable"), Plain),
        (url("root", "sslmode=require"), Encrypted),
        (url("root", "ssl=true"), Encrypted),
        // The server lets in only who is encrypted, or only who isn't.
        (url("only_tls", "sslmode=allow"), Encrypted),
        (url("only_tls", "sslmode=prefer"), Encrypted),
        (url("only_tls", "sslmode=disable"), Nothing("no encryption")),
        (url("only_plain", "sslmode=allow"), Plain),
        (url("only_plain", "sslmode=prefer"), Plain),
        (url("only_plain", "sslmode=require"), Nothing("SSL encryption")),
        // Whom we trust, and what the server is called.
        (url("root", "sslmode=verify-ca"), Nothing("sslrootcert")),
        (url("root", "sslmode=verify-full"), Nothing("sslrootcert")),
        (named("root", &with("verify-full", &ca)), Encrypted),
        (url("root", &with("verify-full", &ca)), Nothing("not for this host")),
        (url("root", &with("verify-ca", &ca)), Encrypted),
        (url("root", &with("require", &ca)), Encrypted),
        (named("root", &with("verify-full", &other)), Nothing("none of the authorities")),
        (url("root", &with("verify-ca", &other)), Nothing("none of the authorities")),
        (url("root", &with("require", &other)), Nothing("none of the authorities")),
        (url("root", &with("prefer", &other)), Plain),
        (url("root", "sslmode=require&sslrootcert=/no/such"), Nothing("/no/such")),
        (named("root", "sslrootcert=system"), Nothing("none of the authorities")),
        // By the address, for the name.
        (named("root", &format!("hostaddr=127.0.0.1&{}", with("verify-full", &ca))), Encrypted),
    ];
    let socket = |options: &str| {
        let folder = at(&tls.private.socket).replace('/', "%2F");
        format!("postgres://root@{folder}:{}/postgres?{options}", tls.private.port)
    };
    all.push((socket(""), Plain));
    all.push((socket("sslmode=require"), Plain));
    try_all(Backend::Postgres, &all);

    let version = |options: &str| {
        let mut connection = open(&url("root", options)).unwrap();
        ask(&mut *connection, "SELECT version FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
    };
    assert_eq!(version(""), "TLSv1.3");
    assert_eq!(version("ssl_max_protocol_version=TLSv1.2"), "TLSv1.2");
    if server == Server::Postgres18 {
        assert_eq!(version("sslmode=require&sslnegotiation=direct"), "TLSv1.3");
    }
}

fn certificates(server: Server) {
    let Some(tls) = Tls::start(server, "certificates") else { return };
    let full = format!("sslmode=verify-full&{}", tls.ca());
    let only_ca = format!("sslmode=verify-ca&{}", tls.ca());
    let a = &tls.authority;
    let (by_name, by_address) = (tls.named("root", &full), tls.url("root", &full));

    tls.show(&a.server_for(&["localhost"], Duration::ZERO));
    try_all(
        Backend::Postgres,
        &[
            (by_name.clone(), Nothing("has expired")),
            (tls.url("root", &only_ca), Nothing("has expired")),
            (tls.url("root", "sslmode=require"), Encrypted),
            (tls.url("root", ""), Encrypted),
        ],
    );
    tls.show(&a.server(&["127.0.0.1"]));
    try_all(
        Backend::Postgres,
        &[(by_address.clone(), Encrypted), (by_name.clone(), Nothing("not for this host"))],
    );
    // The common name counts where there is no alternative name, and not beside one.
    tls.show(&a.server_named("localhost", &[]));
    try_all(
        Backend::Postgres,
        &[(by_name.clone(), Encrypted), (by_address.clone(), Nothing("not for this host"))],
    );
    tls.show(&a.server_named("localhost", &["other.example"]));
    try_all(Backend::Postgres, &[(by_name.clone(), Nothing("not for this host"))]);
    tls.show(&a.server_behind_another(&["localhost"]));
    try_all(Backend::Postgres, &[(by_name.clone(), Encrypted)]);
    // One that is its own authority, trusted and not.
    let own = self_signed("localhost");
    tls.show(&own);
    let trusted = format!("sslrootcert={}", at(&tls.files.write("own.crt", &own.certificate)));
    try_all(
        Backend::Postgres,
        &[
            (by_name.clone(), Nothing("none of the authorities")),
            (tls.named("root", &format!("sslmode=verify-full&{trusted}")), Encrypted),
            (
                tls.url("root", &format!("sslmode=verify-full&{trusted}")),
                Nothing("not for this host"),
            ),
        ],
    );
    if let Some((ca, pair)) = by_the_manual(-1) {
        tls.show(&pair);
        let trusted = format!("sslrootcert={}", at(&tls.files.write("old.crt", &ca)));
        let url = tls.named("root", &format!("sslmode=verify-full&{trusted}"));
        try_all(Backend::Postgres, &[(url, Nothing("has expired"))]);
    }
    if let Some((ca, pair)) = by_the_manual(30) {
        tls.show(&pair);
        let trusted = format!("sslrootcert={}", at(&tls.files.write("manual.crt", &ca)));
        let namesake = format!("sslrootcert={}", at(&tls.files.path().join("old.crt")));
        try_all(
            Backend::Postgres,
            &[
                // The other authority has the same name.
                (
                    tls.named("root", &format!("sslmode=verify-ca&{namesake}")),
                    Nothing("none of the authorities"),
                ),
                (by_name.clone(), Nothing("none of the authorities")),
                (tls.url("root", "sslmode=require"), Encrypted),
                (tls.url("root", "sslmode=require&ssl_max_protocol_version=TLSv1.2"), Encrypted),
                (tls.url("root", &format!("sslmode=verify-ca&{trusted}")), Encrypted),
                (tls.named("root", &format!("sslmode=verify-full&{trusted}")), Encrypted),
                (
                    tls.url("root", &format!("sslmode=verify-full&{trusted}")),
                    Nothing("not for this host"),
                ),
            ],
        );
    }
    tls.show(&a.server(&["localhost"]));
    let crl = |servers| at(&tls.files.write("revoked.crl", &a.revoked(servers)));
    let url = tls.named("root", &format!("{full}&sslcrl={}", crl(false)));
    try_all(Backend::Postgres, &[(url.clone(), Encrypted)]);
    crl(true);
    try_all(Backend::Postgres, &[(url, Nothing("was taken back"))]);
}

fn clients(server: Server) {
    let Some(tls) = Tls::start(server, "clients") else { return };
    let files = &tls.files;
    let ours = |name: &str, pair: &Pair| {
        let (certificate, key) = files.pair(name, pair);
        format!("sslcert={}&sslkey={}", at(&certificate), at(&key))
    };
    let mine = ours("mine", &tls.authority.client("certified"));
    let foreign = ours("foreign", &Authority::new("another").client("certified"));
    let somebody = ours("somebody", &tls.authority.client("somebody"));
    try_all(
        Backend::Postgres,
        &[
            (tls.url("certified", &mine), Encrypted),
            (tls.url("certified", &format!("{mine}&sslmode=verify-ca&{}", tls.ca())), Encrypted),
            (tls.url("certified", "sslmode=require"), Nothing("certificate")),
            (
                tls.url("certified", &format!("{mine}&sslmode=require&sslcertmode=disable")),
                Nothing("certificate"),
            ),
            (tls.url("certified", &format!("{foreign}&sslmode=require")), Nothing("certificate")),
            (tls.url("certified", &format!("{somebody}&sslmode=require")), Nothing("certificate")),
            (
                tls.url("root", "sslmode=require&sslcert=/no/such&sslkey=/no/such"),
                Nothing("/no/such"),
            ),
        ],
    );
    permit(&files.path().join("mine.key"), 0o644);
    try_all(Backend::Postgres, &[(tls.url("certified", &mine), Nothing("chmod 0600"))]);
}

fn logins(server: Server) {
    let Some(tls) = Tls::start(server, "logins") else { return };
    let required = "sslmode=require&channel_binding=require";
    try_all(
        Backend::Postgres,
        &[
            (tls.url("scrammed:hunter2-scram", ""), Encrypted),
            // A login that is tied to the connection: SCRAM-SHA-256-PLUS.
            (tls.url("scrammed:hunter2-scram", required), Encrypted),
            (tls.url("scrammed:hunter2-scram", "sslmode=disable"), Plain),
            (
                tls.url("scrammed:hunter2-scram", "sslmode=disable&channel_binding=require"),
                Nothing("channel binding"),
            ),
            (tls.url("scrammed:hunter2-wrong", ""), Nothing("password authentication failed")),
            (tls.url("scrammed", ""), Nothing("the server asks for a password")),
            (tls.url("md5ed:hunter2-md5", ""), Encrypted),
            (tls.url("md5ed:hunter2-md5", "sslmode=disable"), Plain),
            (tls.url("md5ed:hunter2-md5", required), Nothing("channel binding")),
            (tls.url("md5ed:hunter2-wrong", ""), Nothing("password authentication failed")),
        ],
    );
}

/// Nothing but the wish for TLS is ever said in clear, not even to stop a statement.
fn cancelled(server: Server) {
    let Some(tls) = Tls::start(server, "cancelled") else { return };
    let proxy = Proxy::to(tls.private.port);
    let url = format!("postgres://only_tls@127.0.0.1:{}/postgres?sslmode=require", proxy.port);
    let mut connection = open(&url).unwrap();
    let cancel = connection.cancel().unwrap();
    let start = Instant::now();
    let stopping = std::thread::spawn(move || {
        std::thread::sleep(Duration::from_millis(300));
        cancel();
    });
    let why = connection.execute("SELECT pg_sleep(60)").unwrap_err().to_string();
    stopping.join().unwrap();
    assert!(why.contains("canceling statement"), "{why}");
    assert!(start.elapsed() < Duration::from_secs(30));
    let heard = proxy.heard();
    assert_eq!(heard.len(), 2, "the connection, and the one that stops it");
    for said in heard {
        // The length and the code of a wish for TLS, then the first byte of a handshake.
        assert_eq!(said[..9], [0, 0, 0, 8, 4, 210, 22, 47, 22], "{said:?}");
    }
}

fn without_tls(server: Server) {
    let Some(database) = server.database() else { return };
    let files = Files::new();
    let ca = files.write("ca.crt", &Authority::new("an authority").pem);
    let with = |options: &str| format!("{}?{options}", database.url);
    try_all(
        Backend::Postgres,
        &[
            (with(""), Plain),
            (with("sslmode=prefer"), Plain),
            (with("sslmode=allow"), Plain),
            (with("sslmode=require"), Nothing("does not support TLS")),
            (
                with(&format!("sslmode=verify-ca&sslrootcert={}", at(&ca))),
                Nothing("does not support TLS"),
            ),
            (
                with(&format!("sslmode=verify-full&sslrootcert={}", at(&ca))),
                Nothing("does not support TLS"),
            ),
        ],
    );
    assert_eq!(seen(Backend::Postgres, &database.url), Ok(false));
}

mod every_mode {
    model_tests::on_servers!(super::modes, postgres);
}
mod every_certificate {
    model_tests::on_servers!(super::certificates, postgres);
}
mod certificates_of_clients {
    model_tests::on_servers!(super::clients, postgres);
}
mod every_login {
    model_tests::on_servers!(super::logins, postgres);
}
mod a_statement_that_is_stopped {
    model_tests::on_servers!(super::cancelled, postgres);
}
mod a_server_without_tls {
    model_tests::on_servers!(super::without_tls, postgres);
}
