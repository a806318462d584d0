//! Private database servers and their catalogs, for tests that ask a real database.
//!
//! A server is started the first time that a test asks for it, on a free port of the loopback
//! interface and in a temporary folder, and ended with the test's process.
#![forbid(unsafe_code)]

pub mod catalog;
pub mod chinook;
pub mod generate;
pub mod law;
pub mod servers;

pub use servers::{Backend, Database};
