//! The folder of migrations, what was recorded of it, and what a database says was applied.

mod applied;
mod folder;
mod record;
mod revision;
mod write;

pub use applied::{APPLIED_TABLE, Applied};
pub use folder::{Folder, Migration};
pub use record::{Change, Record};
pub use revision::Revision;
pub use write::{slug, write};
