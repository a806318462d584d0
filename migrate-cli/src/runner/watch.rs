//! Looks over the shoulder of a statement that takes long: tells who keeps it waiting.

use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use crate::database::{Cancel, Connection, DatabaseUrl};
use crate::dialect::{Blocker, Dialect};
use crate::output::Output;

/// A statement that is done sooner is not looked at.
const QUIET: Duration = Duration::from_millis(700);
const PAUSE: Duration = Duration::from_millis(250);

/// Watches one statement after the other, from a thread and over a connection of its own.
pub struct Watch {
    shared: Arc<Mutex<Shared>>,
    _alive: Sender<()>,
}

#[derive(Default)]
struct Shared {
    running: Option<Running>,
    blockers: Vec<Blocker>,
    stopped: bool,
}

struct Running {
    sql: String,
    since: Instant,
    /// Since when it is known to wait.
    waiting: Option<Instant>,
    /// Stops it when it has waited for so long.
    stop: Option<(Duration, Cancel)>,
    /// What to say when it takes long, where the server does not tell who is in the way.
    note: Option<String>,
}

impl Watch {
    /// Begins to watch what runs over another connection to this database.
    pub fn new(dialect: &'static dyn Dialect, url: &DatabaseUrl, output: Output) -> Self {
        let shared = Arc::new(Mutex::new(Shared::default()));
        let (alive, ended) = channel::<()>();
        let (theirs, url) = (Arc::clone(&shared), url.clone());
        std::thread::spawn(move || {
            let mut connection = None;
            while ended.recv_timeout(PAUSE) == Err(RecvTimeoutError::Timeout) {
                look(&theirs, dialect, &url, output, &mut connection);
            }
        });
        Self { shared, _alive: alive }
    }

    /// Runs something while it is watched.
    pub fn over<T>(
        &self,
        sql: &str,
        stop: Option<(Duration, Cancel)>,
        note: Option<String>,
        work: impl FnOnce() -> T,
    ) -> T {
        let (sql, since) = (sql.to_owned(), Instant::now());
        let running = Running { sql, since, waiting: None, stop, note };
        *lock(&self.shared) =
            Shared { running: Some(running), blockers: Vec::new(), stopped: false };
        let result = work();
        lock(&self.shared).running = None;
        result
    }

    /// Who kept the last statement waiting when it was looked at last.
    pub fn blockers(&self) -> Vec<Blocker> {
        lock(&self.shared).blockers.clone()
    }

    /// Whether the last statement was stopped because it waited too long.
    pub fn has_stopped(&self) -> bool {
        lock(&self.shared).stopped
    }
}

/// A thread that died while it held the lock has left nothing half-written that matters.
fn lock(shared: &Mutex<Shared>) -> MutexGuard<'_, Shared> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

fn look(
    shared: &Mutex<Shared>,
    dialect: &'static dyn Dialect,
    url: &DatabaseUrl,
    output: Output,
    connection: &mut Option<Box<dyn Connection>>,
) {
    let (sql, since) = match &mut lock(shared).running {
        Some(running) if running.since.elapsed() >= QUIET => {
            if let Some(note) = running.note.take() {
                output.note(note);
            }
            (running.sql.clone(), running.since)
        }
        _ => return,
    };
    if connection.is_none() {
        *connection = dialect.connect(url, Duration::ZERO).ok();
    }
    let Some(other) = connection else { return };
    let blockers = dialect.blockers(other.as_mut(), &sql);
    let mut guard = lock(shared);
    let Shared { running, blockers: known, stopped } = &mut *guard;
    // It may have ended meanwhile, and the next one begun.
    let Some(running) = running.as_mut().filter(|running| running.since == since) else { return };
    if blockers.is_empty() {
        running.waiting = None;
        return;
    }
    let waiting = *running.waiting.get_or_insert_with(Instant::now);
    for blocker in &blockers {
        if known.iter().all(|other| other.id != blocker.id) {
            output.note(format!("Waiting for {blocker}"));
        }
    }
    *known = blockers;
    if running.stop.as_ref().is_some_and(|(patience, _)| waiting.elapsed() >= *patience)
        && let Some((_, cancel)) = running.stop.take()
    {
        *stopped = true;
        drop(guard);
        cancel();
    }
}
