//! A file a command. Each gives the exit status.

pub mod check;
pub mod completions;
pub mod current;
pub mod diagram;
pub mod diff;
pub mod downgrade;
pub mod generate;
pub mod heads;
pub mod history;
pub mod init;
pub mod lint;
pub mod man;
pub mod models;
pub mod pull;
pub mod revision;
pub mod show;
pub mod stamp;
pub mod upgrade;
pub mod verify;

use crate::context::Context;
use crate::history::{Applied, Folder};

/// Done, or nothing to do.
pub const DONE: u8 = 0;
/// Where a command has something to say with its status.
pub const DIFFERENT: u8 = 2;

/// Tells of what is applied and nobody here knows.
fn warn_of_unknown(context: &Context, folder: &Folder, applied: &Applied) {
    let mut versions = applied.unknown(folder).peekable();
    let is_any = versions.peek().is_some();
    versions.for_each(|version| context.output.warn(unknown(version, folder)));
    if is_any {
        context.output.note(format!("  help: {FIND_FOLDER}"));
    }
}

/// What is the matter with a version that is applied and has no folder.
fn unknown(version: &str, folder: &Folder) -> String {
    format!(
        "version {version} is applied, and {} has no such migration: it was written elsewhere, or its folder was removed",
        folder.path.display()
    )
}

/// What to do about it.
const FIND_FOLDER: &str = "get its folder from the branch or the machine that it was written on; where it is gone for good, `migrate stamp REV --purge` with the revision that the database is at";

/// As many of them are told one by one.
const TOLD: usize = 3;

/// Tells which `renamed_from` have done their work.
fn note_removable(context: &Context, removable: &[String]) {
    match removable.len() {
        0 => {}
        1..=TOLD => {
            for done in removable {
                context.output.note(format!("{done} is done and can be removed from the model"));
            }
        }
        count => {
            let told = removable[..TOLD].join(", ");
            context.output.note(format!(
                "{told} and {} more are done and can be removed from the models",
                count - TOLD
            ));
        }
    }
}
