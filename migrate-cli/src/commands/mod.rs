//! A file a command. Each gives the exit status.

pub mod check;
pub mod completions;
pub mod current;
pub mod diff;
pub mod downgrade;
pub mod generate;
pub mod heads;
pub mod history;
pub mod init;
pub mod lint;
pub mod man;
pub mod models;
pub mod revision;
pub mod show;
pub mod stamp;
pub mod upgrade;
pub mod verify;

use crate::context::Context;

/// Done, or nothing to do.
pub const DONE: u8 = 0;
/// Where a command has something to say with its status.
pub const DIFFERENT: u8 = 2;

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
