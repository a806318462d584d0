//! A connection to MariaDB or MySQL, as much of it as a migration needs: a login, and statements as text.
//!
//! What packets look like and how passwords are proved comes from `mysql_common`, of which the clients are made. They
//! are not used themselves: `mysql` trusts the web's authorities beside a private one, `mysql_async` holds the host's
//! name against a certificate that only its authority is to be held against, and neither can be told how to look.

mod answer;
mod connect;
mod login;
mod packets;
mod server_key;

use std::io;

use mysql_common::proto::codec::error::PacketCodecError;

use self::answer::Answer;
use self::packets::Packets;
use crate::database::Row;

pub use self::connect::connect;

/// An open connection.
pub struct Wire {
    packets: Packets,
}

/// Why a statement, or a login, came to nothing.
#[derive(Debug, thiserror::Error)]
pub enum WireError {
    /// The server said no.
    #[error("{message} ({code})")]
    Refused {
        /// Its number for it.
        code: u16,
        /// Its words.
        message: String,
    },
    /// The connection is gone, or never was.
    #[error("{0}")]
    Lost(io::Error),
    /// What came is not what the protocol has there.
    #[error("the server's answer is not understood: {0}")]
    Unexpected(String),
    /// No encrypted connection came about.
    #[error("{0}")]
    Tls(String),
    /// What the server asks for is not given.
    #[error("{0}")]
    Login(String),
    /// The statement is longer than the server takes.
    #[error(
        "the statement has {length} bytes, and the server takes {limit} of them (max_allowed_packet)"
    )]
    TooLong {
        /// How long it is.
        length: usize,
        /// How long it may be.
        limit: usize,
    },
}

impl WireError {
    fn unexpected(what: &str) -> Self {
        Self::Unexpected(what.to_owned())
    }
}

impl From<PacketCodecError> for WireError {
    fn from(error: PacketCodecError) -> Self {
        match error {
            PacketCodecError::Io(error) => match error.kind() {
                // Only a login is waited for with a limit.
                io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut => {
                    let why = "the server does not answer in time (connect_timeout)";
                    Self::Lost(io::Error::new(error.kind(), why))
                }
                _ => Self::Lost(error),
            },
            other => Self::Unexpected(other.to_string()),
        }
    }
}

/// Of what could not be read in a packet.
impl From<io::Error> for WireError {
    fn from(error: io::Error) -> Self {
        Self::Unexpected(error.to_string())
    }
}

/// The first byte of a packet that is a statement.
const QUERY: u8 = 3;
/// Of one that says goodbye.
const QUIT: u8 = 1;

impl Wire {
    /// Runs statements and gives the rows of all of them.
    pub fn run(&mut self, sql: &str) -> Result<Vec<Vec<Option<Vec<u8>>>>, WireError> {
        self.packets.begin();
        self.packets.send_parts(&[&[QUERY], sql.as_bytes()])?;
        let mut all = Vec::new();
        loop {
            let Answer { rows, has_more } = answer::read(&mut self.packets)?;
            all.extend(rows.into_iter().flatten());
            if !has_more {
                return Ok(all);
            }
        }
    }

    /// The same, with all values as text.
    pub fn query(&mut self, sql: &str) -> Result<Vec<Row>, WireError> {
        // MariaDB puts the bytes of a binary default into its statements as they are.
        let readable = |bytes: Vec<u8>| {
            String::from_utf8(bytes)
                .unwrap_or_else(|e| String::from_utf8_lossy(e.as_bytes()).into_owned())
        };
        let text = |value: Option<Vec<u8>>| value.map(readable);
        let rows = self.run(sql)?;
        Ok(rows.into_iter().map(|row| row.into_iter().map(text).collect()).collect())
    }

    /// Sets how long a statement may be, as the server has it.
    pub fn limit(&mut self, bytes: usize) {
        self.packets.limit(bytes);
    }
}

impl Drop for Wire {
    fn drop(&mut self) {
        self.packets.begin();
        // The server is told so that it does not count us among the aborted; it may be gone itself.
        let _ = self.packets.send(&[QUIT]);
    }
}
