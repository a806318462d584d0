//! Applies migrations and reverts them, as Diesel does.

mod lock;
mod run;
mod script;

pub use lock::with_lock;
pub use run::{Direction, run};
pub use script::script;
