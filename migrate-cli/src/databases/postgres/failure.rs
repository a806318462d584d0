//! What an error of the driver's says to people.

use std::error::Error as _;
use std::io;

use ::postgres::Error;

use crate::database::tls::failure;

/// The driver's own text says only "db error"; the server's is behind it.
pub fn reason(error: &Error) -> String {
    if let Some(db) = error.as_db_error() {
        let mut text = db.message().to_owned();
        for more in [db.detail(), db.hint()].into_iter().flatten() {
            text.push_str("; ");
            text.push_str(more);
        }
        return text;
    }
    let Some(source) = error.source() else { return error.to_string() };
    match source.downcast_ref::<io::Error>() {
        // A certificate of ours that the server does not take is said only after the handshake.
        Some(lost) if lost.get_ref().is_some_and(|inner| inner.is::<rustls::Error>()) => {
            failure(lost)
        }
        _ => format!("{error}: {source}"),
    }
}
