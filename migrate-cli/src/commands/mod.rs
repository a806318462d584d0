//! A file a command.

pub mod diff;
