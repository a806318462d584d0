//! `migrate current`

use serde_json::json;

use super::DONE;
use crate::context::Context;
use crate::problem::Result;

/// What `migrate current` is told.
#[derive(Debug, clap::Args)]
pub struct CurrentArgs {}

/// Says where the database is and how far behind head.
pub fn run(_args: &CurrentArgs, context: &Context) -> Result<u8> {
    let folder = context.folder()?;
    let applied = context.look()?.applied()?;
    let pending = folder.migrations.iter().filter(|m| !applied.contains(&m.version)).count();
    let current = applied.last();
    let known = current.and_then(|version| folder.find(version));
    let unknown: Vec<&str> = applied.unknown(&folder).collect();
    let name = match (current, known) {
        (None, _) => "base".to_owned(),
        (Some(_), Some(migration)) => migration.name.clone(),
        (Some(version), None) => version.to_owned(),
    };
    let behind = match pending {
        0 => "head".to_owned(),
        1 => "1 behind head".to_owned(),
        n => format!("{n} behind head"),
    };
    context.output.answer(format!("{name} ({behind})"));
    super::warn_of_unknown(context, &folder, &applied);
    context.output.document(&json!({
        "current": current,
        "name": known.map(|m| &m.name),
        "head": folder.head().map(|m| &m.version),
        "behind": pending,
        "unknown": unknown,
    }));
    Ok(DONE)
}
