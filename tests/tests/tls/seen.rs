//! What comes of a URL: the server is asked whether it sees an encrypted connection.

use std::path::Path;

use migrate_cli::{Connection, DatabaseUrl};
use model_tests::Backend;

/// The connection that a URL leads to.
pub fn open(url: &str) -> Result<Box<dyn Connection>, String> {
    let url: DatabaseUrl = url.parse().map_err(|e| format!("{e}"))?;
    migrate_cli::connect(&url).map_err(|e| e.to_string())
}

/// The first value that a server answers with.
pub fn ask(connection: &mut dyn Connection, question: &str) -> String {
    let answer = connection.query(question).unwrap_or_else(|e| panic!("{question}: {e}"));
    answer.into_iter().flatten().flatten().next().unwrap_or_default()
}

/// Whether the server sees TLS, or why there is no connection.
pub fn seen(backend: Backend, url: &str) -> Result<bool, String> {
    let mut connection = open(url)?;
    let answer = match backend {
        Backend::Mysql => connection
            .query("SHOW STATUS LIKE 'Ssl_cipher'")
            .unwrap()
            .into_iter()
            .flatten()
            .nth(1)
            .flatten()
            .unwrap_or_default(),
        _ => ask(
            &mut *connection,
            "SELECT nullif(ssl, false) FROM pg_stat_ssl WHERE pid = pg_backend_pid()",
        ),
    };
    Ok(!answer.is_empty())
}

/// What is to come of a URL.
#[derive(Debug, Clone, Copy)]
pub enum Comes {
    Encrypted,
    Plain,
    /// No connection, and words of the reason.
    Nothing(&'static str),
}

/// Tries URLs, each with what is to come of it. All that do otherwise are told at once.
pub fn try_all(backend: Backend, all: &[(String, Comes)]) {
    let mut wrong = Vec::new();
    for (url, comes) in all {
        let got = seen(backend, url);
        let is_right = match (&got, comes) {
            (Ok(encrypted), Comes::Encrypted) => *encrypted,
            (Ok(encrypted), Comes::Plain) => !encrypted,
            (Err(why), Comes::Nothing(words)) => why.contains(words),
            _ => false,
        };
        if !is_right {
            wrong.push(format!("{url}\n  is to be {comes:?}, and is {got:?}"));
        }
        if let Err(why) = got {
            assert!(!why.contains("hunter2"), "{why}");
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

/// A file in a URL.
pub fn at(path: &Path) -> String {
    path.display().to_string()
}

/// A port where connections are taken, and nothing is said.
pub fn silent() -> u16 {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
    let port = listener.local_addr().unwrap().port();
    std::thread::spawn(move || listener.incoming().collect::<Vec<_>>());
    port
}
