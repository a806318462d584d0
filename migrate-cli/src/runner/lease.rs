//! Signs of life while a statement takes long.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::time::Duration;

use super::progress::LEASE;
use crate::database::DatabaseUrl;
use crate::dialect::Dialect;

/// Between two signs.
pub const BEAT: Duration = Duration::from_secs(LEASE / 3);

/// Renews a lease for as long as this value lives.
pub struct Lease {
    // Dropped with the value, which the thread notices.
    _alive: Sender<()>,
}

impl Lease {
    /// Renews by this statement, over a connection of its own that is opened when it is first needed. Where
    /// none can be had the lease is renewed between two statements only, which its owner does.
    pub fn keep(dialect: &'static dyn Dialect, url: &DatabaseUrl, renewal: String) -> Self {
        let (alive, ended) = channel::<()>();
        let url = url.clone();
        std::thread::spawn(move || {
            let mut connection = None;
            while ended.recv_timeout(BEAT) == Err(RecvTimeoutError::Timeout) {
                if connection.is_none() {
                    connection = dialect.connect(&url, BEAT).ok();
                }
                // What fails once may go the next time.
                if let Some(open) = &mut connection
                    && open.execute(&renewal).is_err()
                {
                    connection = None;
                }
            }
        });
        Self { _alive: alive }
    }
}
