//! Migrators that are many, that wait, and that are cut off: on real servers, with whole commands.
//!
//! A few trials each, `TRIALS` of them where that is set.
#![allow(clippy::unwrap_used)]

mod at_once;
mod back;
mod kills;
mod leftovers;
mod one_folder;
mod project;
mod servers;
mod waits;
