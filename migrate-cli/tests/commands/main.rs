//! Whole commands, as a person runs them, on SQLite and with models from a file.
#![allow(clippy::unwrap_used)]

mod configuration;
mod diagram;
mod diff;
mod help;
mod journey;
mod messages;
mod project;
#[cfg(unix)]
mod questions;
mod refusals;
mod running;
mod secrets;
mod terminal;
mod urls;
