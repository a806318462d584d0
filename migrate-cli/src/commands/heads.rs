//! `migrate heads`

use serde_json::json;

use super::DONE;
use crate::context::Context;
use crate::history::Record;
use crate::problem::Result;

/// What `migrate heads` is told.
#[derive(Debug, clap::Args)]
pub struct HeadsArgs {}

/// Lists the migrations that none was written on top of.
pub fn run(_args: &HeadsArgs, context: &Context) -> Result<u8> {
    let folder = context.folder()?;
    let record = Record::read(&folder.path)?;
    let heads = record.heads(&folder);
    for migration in &heads {
        context.output.answer(&migration.name);
    }
    if heads.len() > 1 {
        context.output.note("Two branches met here; each was written without knowing of the other");
    }
    let heads: Vec<_> =
        heads.iter().map(|m| json!({ "version": m.version, "name": m.name })).collect();
    context.output.document(&json!({ "heads": heads }));
    Ok(DONE)
}
