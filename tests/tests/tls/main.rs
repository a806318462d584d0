//! Encrypted connections and logins, on servers that demand them: every mode of libpq and of the MySQL client.
#![allow(clippy::unwrap_used)]

mod certificates;
mod files;
mod mysql;
mod mysql_logins;
mod postgres;
mod proxy;
mod seen;
