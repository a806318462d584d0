//! Applies migrations and takes them back, as Diesel does.

mod lock;
mod run;
mod script;
pub mod split;
mod ways;

pub use lock::alone;
pub use run::{Direction, Failure, run};
pub use script::script;
pub use ways::{LockWay, Ways, of};
