//! A file a command. Each gives the exit status.

pub mod check;
pub mod current;
pub mod diff;
pub mod downgrade;
pub mod generate;
pub mod heads;
pub mod history;
pub mod init;
pub mod lint;
pub mod models;
pub mod revision;
pub mod show;
pub mod stamp;
pub mod upgrade;
pub mod verify;

/// Done, or nothing to do.
pub const DONE: u8 = 0;
/// Where a command has something to say with its status.
pub const DIFFERENT: u8 = 2;
