//! `migrate revision`

use serde_json::json;

use super::DONE;
use crate::context::Context;
use crate::draft::Draft;
use crate::history;
use crate::output::plain;
use crate::problem::Result;

/// What `migrate revision` is told.
#[derive(Debug, clap::Args)]
pub struct RevisionArgs {
    /// What the migration does
    #[arg(short, long)]
    pub message: String,
}

/// Writes an empty migration.
pub fn run(args: &RevisionArgs, context: &Context) -> Result<u8> {
    let title = plain(&args.message.replace(['\n', '\r'], " "));
    let draft = Draft {
        up: format!("-- {title}\n\n"),
        down: format!("-- Revert: {title}\n\n"),
        transaction: true,
    };
    let _lock = context.lock_folder()?;
    let folder = context.folder()?;
    let written = history::write(&folder, &args.message, &[draft], jiff::Timestamp::now())?;
    for migration in &written {
        context.output.say(format!("Wrote {}", migration.path.join("up.sql").display()));
        context.output.say(format!("      {}", migration.path.join("down.sql").display()));
    }
    context.output.document(
        &json!({ "migrations": written.iter().map(super::generate::written).collect::<Vec<_>>() }),
    );
    Ok(DONE)
}
