//! What a run knows of its database and of itself; the files above each give it a part of its work.

use std::time::{Duration, Instant};

use super::lease::Lease;
use super::progress::Progress;
use super::watch::Watch;
use crate::database::{Connection, DatabaseUrl};
use crate::dialect::Dialect;
use crate::history::{Folder, Migration};
use crate::output::Output;
use crate::owner::Owner;
use crate::scratch::ScratchServer;

/// What a person says of a statement in doubt.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Answer {
    /// It was done: go on after it.
    Done,
    /// It was not done: run it again.
    NotDone,
}

/// Runs migrations of a folder on one database.
pub struct Runner<'a> {
    pub(super) connection: &'a mut dyn Connection,
    pub(super) dialect: &'static dyn Dialect,
    pub(super) url: &'a DatabaseUrl,
    pub(super) folder: &'a Folder,
    pub(super) patience: Duration,
    pub(super) output: Output,
    pub(super) scratch_server: &'a ScratchServer,
    pub(super) answer: Option<Answer>,
    pub(super) progress: Progress,
    pub(super) watch: Watch,
    /// The row is ours.
    pub(super) held: bool,
    /// A transaction is open that keeps the others out.
    pub(super) in_transaction: bool,
    pub(super) lease: Option<Lease>,
    /// Whom we asked for a sign of life: owner, end of the lease, when.
    pub(super) asked: Option<(String, i64, Instant)>,
}

/// What became of one.
pub(super) enum Outcome<'f> {
    /// It was run.
    Done(&'f Migration),
    /// Another program did it while we waited, or stands in the way again.
    Overtaken,
}

impl<'a> Runner<'a> {
    /// For a database that is open already. `answer` is what a person said of a statement in doubt.
    pub fn new(
        connection: &'a mut dyn Connection,
        dialect: &'static dyn Dialect,
        url: &'a DatabaseUrl,
        folder: &'a Folder,
        patience: Duration,
        output: Output,
        scratch_server: &'a ScratchServer,
    ) -> Self {
        Self {
            connection,
            dialect,
            url,
            folder,
            patience,
            output,
            scratch_server,
            answer: None,
            progress: Progress::new(dialect, Owner::this().to_string()),
            watch: Watch::new(dialect, url, output),
            held: false,
            in_transaction: false,
            lease: None,
            asked: None,
        }
    }

    /// What a person says of a statement in doubt.
    pub fn answer(mut self, answer: Option<Answer>) -> Self {
        self.answer = answer;
        self
    }
}
