//! `ssl-mode` and what goes with it, on MariaDB and MySQL.

use std::time::Duration;

use model_tests::servers::Private;
use model_tests::{Backend, Server};

use crate::certificates::{Authority, Files, Pair, by_the_manual, self_signed};
use crate::proxy::Proxy;
use crate::seen::Comes::{Encrypted, Nothing, Plain};
use crate::seen::{Comes, ask, at, open, try_all};

/// A server with TLS, whose certificate can be another one.
pub struct Tls {
    pub private: Private,
    pub authority: Authority,
    pub files: Files,
}

impl Tls {
    pub fn start(server: Server, name: &str, more: &[&str]) -> Option<Self> {
        let (authority, files) = (Authority::new("an authority"), Files::new());
        let pair = authority.server(&["localhost"]);
        let private = server.private(name, |folder| {
            let file = |name: &str| folder.join(name).display().to_string();
            std::fs::write(folder.join("clients.crt"), &authority.pem).unwrap();
            put(folder, &pair);
            let mut words = vec![
                format!("--ssl-ca={}", file("clients.crt")),
                format!("--ssl-cert={}", file("server.crt")),
                format!("--ssl-key={}", file("server.key")),
            ];
            words.extend(more.iter().map(|word| (*word).to_owned()));
            words
        })?;
        files.write("ca.crt", &authority.pem);
        Some(Self { private, authority, files })
    }

    pub fn url(&self, login: &str, options: &str) -> String {
        self.private.url(login, &format!("mysql?{options}"))
    }

    fn named(&self, login: &str, options: &str) -> String {
        self.url(login, options).replace("@127.0.0.1", "@localhost")
    }

    fn ca(&self) -> String {
        format!("ssl-ca={}", self.files.path().join("ca.crt").display())
    }

    /// Runs statements as one who may do all.
    #[track_caller]
    pub fn run(&self, sql: &str) {
        let url = self.url("u", "ssl-mode=DISABLED");
        if let Err(why) = open(&url).unwrap().execute(sql) {
            panic!("{sql}: {why}");
        }
    }

    /// Has the server show another certificate.
    #[track_caller]
    fn show(&self, pair: &Pair) {
        self.show_by(pair, "");
    }

    /// Has it show one of another authority, which MySQL wants to know itself.
    #[track_caller]
    fn show_by(&self, pair: &Pair, authority: &str) {
        put(&self.private.folder, pair);
        let authorities = format!("{}{authority}", self.authority.pem);
        std::fs::write(self.private.folder.join("clients.crt"), authorities).unwrap();
        self.private.give_to_the_server().unwrap();
        self.run(match self.private.server {
            Server::MariaDb => "FLUSH SSL",
            _ => "ALTER INSTANCE RELOAD TLS",
        });
    }
}

fn put(folder: &std::path::Path, pair: &Pair) {
    std::fs::write(folder.join("server.crt"), &pair.certificate).unwrap();
    std::fs::write(folder.join("server.key"), &pair.key).unwrap();
}

fn modes(server: Server) {
    let Some(tls) = Tls::start(server, "modes", &[]) else { return };
    tls.run("CREATE USER only_tls REQUIRE SSL; GRANT ALL ON *.* TO only_tls");
    let other = Authority::new("another authority");
    let other = format!("ssl-ca={}", at(&tls.files.write("other.crt", &other.pem)));
    let (ca, with) = (tls.ca(), |mode: &str, more: &str| format!("ssl-mode={mode}&{more}"));
    let url = |login: &str, options: &str| tls.url(login, options);
    let named = |login: &str, options: &str| tls.named(login, options);
    let mut all: Vec<(String, Comes)> = vec![
        (url("u", ""), Encrypted),
        (url("u", "ssl-mode=PREFERRED"), Encrypted),
        (url("u", "ssl-mode=DISABLED"), Plain),
        (url("u", "ssl-mode=REQUIRED"), Encrypted),
        (url("only_tls", ""), Encrypted),
        (url("only_tls", "ssl-mode=DISABLED"), Nothing("Access denied")),
        (named("u", &with("VERIFY_IDENTITY", &ca)), Encrypted),
        (url("u", &with("VERIFY_IDENTITY", &ca)), Nothing("not for this host")),
        (url("u", &with("VERIFY_CA", &ca)), Encrypted),
        (url("u", &ca), Encrypted),
        (url("u", &other), Nothing("none of the authorities")),
        (url("u", &with("VERIFY_CA", &other)), Nothing("none of the authorities")),
        (named("u", &with("VERIFY_IDENTITY", &other)), Nothing("none of the authorities")),
        // The client takes no notice of the authority here.
        (url("u", &with("REQUIRED", &other)), Encrypted),
        (url("u", "ssl-mode=VERIFY_CA"), Nothing("ssl_ca")),
        (url("u", "ssl-mode=VERIFY_CA&ssl-ca=/no/such"), Nothing("/no/such")),
        (named("u", "ssl-mode=VERIFY_IDENTITY"), Nothing("none of the authorities")),
    ];
    for key in ["ssl_mode", "ssl-mode", "sslmode", "sslMode", "ssl", "tls"] {
        all.push((url("only_tls", &format!("{key}=required")), Encrypted));
        all.push((url("u", &format!("{key}=disabled")), Plain));
        all.push((
            url("u", &format!("{key}=verify_ca&{other}")),
            Nothing("none of the authorities"),
        ));
    }
    let socket = |options: &str| {
        format!("mysql://root@localhost/mysql?unix_socket={}&{options}", at(&tls.private.socket))
    };
    all.push((socket(""), Plain));
    all.push((socket("ssl-mode=REQUIRED"), Plain));
    try_all(Backend::Mysql, &all);

    let version = |options: &str| {
        let mut connection = open(&url("u", options)).unwrap();
        let rows = connection.query("SHOW STATUS LIKE 'Ssl_version'").unwrap();
        rows[0][1].clone().unwrap()
    };
    assert_eq!(version(""), "TLSv1.3");
    assert_eq!(version("tls-version=TLSv1.2"), "TLSv1.2");

    // Nothing is said in clear before TLS, and the server's answers are long enough to come in pieces.
    let proxy = Proxy::to(tls.private.port);
    let mut connection = open(&format!("mysql://u@127.0.0.1:{}/mysql", proxy.port)).unwrap();
    let long = ask(&mut *connection, "SELECT repeat('secretive ', 100000)");
    assert_eq!(long.len(), 1_000_000);
    let said = proxy.heard().concat();
    assert!(!String::from_utf8_lossy(&said).contains("secretive"));
}

fn certificates(server: Server) {
    let Some(tls) = Tls::start(server, "certificates", &[]) else { return };
    let full = format!("ssl-mode=VERIFY_IDENTITY&{}", tls.ca());
    let only_ca = format!("ssl-mode=VERIFY_CA&{}", tls.ca());
    let a = &tls.authority;
    let (by_name, by_address) = (tls.named("u", &full), tls.url("u", &full));

    // MySQL does not begin to show one that has expired.
    let time = Duration::from_secs(if server == Server::Mysql9 { 5 } else { 0 });
    tls.show(&a.server_for(&["localhost"], time));
    // The last second counts.
    std::thread::sleep(time + Duration::from_secs(1));
    try_all(
        Backend::Mysql,
        &[
            (by_name.clone(), Nothing("has expired")),
            (tls.url("u", &only_ca), Nothing("has expired")),
            (tls.url("u", "ssl-mode=REQUIRED"), Encrypted),
            (tls.url("u", ""), Encrypted),
        ],
    );
    tls.show(&a.server(&["127.0.0.1"]));
    try_all(
        Backend::Mysql,
        &[
            (by_address.clone(), Encrypted),
            (by_name.clone(), Nothing("not for this host")),
            (tls.named("u", &only_ca), Encrypted),
        ],
    );
    tls.show(&a.server_named("localhost", &[]));
    try_all(
        Backend::Mysql,
        &[(by_name.clone(), Encrypted), (by_address.clone(), Nothing("not for this host"))],
    );
    let chain = a.server_behind_another(&["localhost"]);
    tls.show_by(&chain, &chain.certificate);
    try_all(Backend::Mysql, &[(by_name.clone(), Encrypted)]);
    let own = self_signed("localhost");
    tls.show_by(&own, &own.certificate);
    let trusted = format!("ssl-ca={}", at(&tls.files.write("own.crt", &own.certificate)));
    try_all(
        Backend::Mysql,
        &[
            (by_name.clone(), Nothing("none of the authorities")),
            (tls.named("u", &format!("ssl-mode=VERIFY_IDENTITY&{trusted}")), Encrypted),
        ],
    );
    if let Some((ca, pair)) = by_the_manual(30) {
        tls.show_by(&pair, &ca);
        let trusted = format!("ssl-ca={}", at(&tls.files.write("manual.crt", &ca)));
        try_all(
            Backend::Mysql,
            &[
                (by_name.clone(), Nothing("none of the authorities")),
                (tls.url("u", "ssl-mode=REQUIRED"), Encrypted),
                (tls.url("u", "ssl-mode=REQUIRED&tls-version=TLSv1.2"), Encrypted),
                (tls.url("u", &format!("ssl-mode=VERIFY_CA&{trusted}")), Encrypted),
                (tls.named("u", &format!("ssl-mode=VERIFY_IDENTITY&{trusted}")), Encrypted),
            ],
        );
    }
    tls.show(&a.server(&["localhost"]));
    let crl = |servers| at(&tls.files.write("revoked.crl", &a.revoked(servers)));
    let url = tls.named("u", &format!("{full}&ssl-crl={}", crl(false)));
    try_all(Backend::Mysql, &[(url.clone(), Encrypted)]);
    crl(true);
    try_all(Backend::Mysql, &[(url, Nothing("was taken back"))]);
}

fn clients(server: Server) {
    let Some(tls) = Tls::start(server, "clients", &[]) else { return };
    tls.run("CREATE USER certified REQUIRE SUBJECT '/CN=certified'; CREATE USER any REQUIRE X509");
    tls.run("GRANT ALL ON *.* TO certified; GRANT ALL ON *.* TO any");
    let ours = |name: &str, pair: &Pair| {
        let (certificate, key) = tls.files.pair(name, pair);
        format!("ssl-cert={}&ssl-key={}", at(&certificate), at(&key))
    };
    let mine = ours("mine", &tls.authority.client("certified"));
    let foreign = ours("foreign", &Authority::new("another").client("certified"));
    let somebody = ours("somebody", &tls.authority.client("somebody"));
    try_all(
        Backend::Mysql,
        &[
            (tls.url("certified", &mine), Encrypted),
            (tls.url("certified", &format!("{mine}&ssl-mode=VERIFY_CA&{}", tls.ca())), Encrypted),
            (tls.url("any", &somebody), Encrypted),
            (tls.url("certified", &somebody), Nothing("Access denied")),
            (tls.url("certified", "ssl-mode=REQUIRED"), Nothing("Access denied")),
            (tls.url("any", "ssl-mode=REQUIRED"), Nothing("Access denied")),
            (tls.url("any", &format!("{foreign}&ssl-mode=REQUIRED")), Nothing("certificate")),
            (
                tls.url("u", "ssl-mode=REQUIRED&ssl-cert=/no/such&ssl-key=/no/such"),
                Nothing("/no/such"),
            ),
        ],
    );
}

/// Every statement of an account that goes through, and of one that doesn't.
fn without_tls(server: Server) {
    // MySQL makes itself a certificate where it has none.
    let words: &[&str] = if server == Server::Mysql9 { &["--tls-version="] } else { &[] };
    let words = || words.iter().map(|word| (*word).to_owned()).collect();
    let Some(private) = server.private("without", |_| words()) else { return };
    let files = Files::new();
    let ca = format!("ssl-ca={}", at(&files.write("ca.crt", &Authority::new("an authority").pem)));
    let with = |options: &str| private.url("u", &format!("mysql?{options}"));
    try_all(
        Backend::Mysql,
        &[
            (with(""), Plain),
            (with("ssl-mode=PREFERRED"), Plain),
            (with("ssl-mode=DISABLED"), Plain),
            (with("ssl-mode=REQUIRED"), Nothing("offers no TLS")),
            (with(&format!("ssl-mode=VERIFY_CA&{ca}")), Nothing("offers no TLS")),
            (with(&format!("ssl-mode=VERIFY_IDENTITY&{ca}")), Nothing("offers no TLS")),
        ],
    );
}

mod every_mode {
    model_tests::on_servers!(super::modes, mysql);
}
mod every_certificate {
    model_tests::on_servers!(super::certificates, mysql);
}
mod certificates_of_clients {
    model_tests::on_servers!(super::clients, mysql);
}
mod a_server_without_tls {
    model_tests::on_servers!(super::without_tls, mysql);
}
