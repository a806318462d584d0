//! The folder of migrations, what was recorded of it, and what a database says was applied.

mod applied;
mod folder;
mod lock;
mod record;
mod revision;
mod text;
mod write;

pub use applied::{APPLIED_TABLE, Applied, exists};
pub use folder::{Folder, Migration};
pub use lock::FolderLock;
pub use record::{Change, Record};
pub use revision::Revision;
pub use write::{slug, write};
