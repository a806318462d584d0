//! Encrypted connections and logins, on servers that demand them: every mode of libpq and of the MySQL client.
#![allow(clippy::unwrap_used)]

mod certificates;
mod files;
mod mysql;
mod mysql_logins;
mod postgres;
mod proxy;
mod seen;

use std::time::{Duration, Instant};

#[test]
fn a_server_that_says_nothing_is_not_waited_for() {
    for scheme in ["postgres", "mysql"] {
        let url = format!("{scheme}://me@127.0.0.1:{}/d?connect_timeout=1", seen::silent());
        let start = Instant::now();
        let why = seen::open(&url).err().unwrap();
        assert!(why.contains("connect_timeout") && why.contains("not answer"), "{why}");
        assert!(start.elapsed() < Duration::from_secs(20));
    }
}
