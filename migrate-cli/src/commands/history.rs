//! `migrate history`

use std::collections::BTreeSet;

use serde_json::json;

use super::DONE;
use crate::context::Context;
use crate::history::{Change, Record};
use crate::output::{Ink, Line};
use crate::problem::Result;

/// What `migrate history` is told.
#[derive(Debug, clap::Args)]
pub struct HistoryArgs {
    /// Record all migrations in history.toml as they are now, changed files included
    #[arg(long)]
    pub record: bool,
}

/// Lists the migrations, the newest first.
pub fn run(args: &HistoryArgs, context: &Context) -> Result<u8> {
    // Recording reads the folder and writes what it read.
    let _lock = match args.record {
        true => Some(context.lock_folder()?),
        false => None,
    };
    let folder = context.folder()?;
    let mut record = Record::read(&folder.path)?;
    if args.record {
        record = record.renew(&folder);
        record.write(&folder.path)?;
        context.output.note(format!("Recorded {} migrations", folder.migrations.len()));
    }
    // The list is worth having without a database.
    let applied = match context.known_url() {
        Some(_) => Some(context.look()?.applied()?),
        None => None,
    };
    let changed: BTreeSet<String> = record
        .changes(&folder)
        .into_iter()
        .filter_map(|change| match change {
            Change::Changed(name) => Some(name),
            _ => None,
        })
        .collect();
    let head = folder.head().map(|m| m.version.clone());
    let mut listed = Vec::new();
    for migration in folder.migrations.iter().rev() {
        let run_on = applied.as_ref().and_then(|applied| applied.run_on(&migration.version));
        let is_head = head.as_ref() == Some(&migration.version);
        let is_changed = changed.contains(&migration.name);
        let mut line = match (&applied, &run_on) {
            (None, _) => Line::from("[?]"),
            (Some(_), Some(_)) => Line::from("[").and_in(Ink::Good, "x").and("]"),
            (Some(_), None) => Line::from("[ ]"),
        }
        .and(format!(" {}", migration.name));
        if is_head {
            line = line.and(" ").and_in(Ink::Dim, "(head)");
        }
        if is_changed {
            line = line.and(" (changed after it was recorded)");
        }
        context.output.answer(line);
        listed.push(json!({
            "version": migration.version,
            "name": migration.name,
            "parent": record.parent(&migration.version),
            "applied": applied.as_ref().map(|_| run_on.is_some()),
            "run_on": run_on,
            "head": is_head,
            "changed": is_changed,
            "transaction": migration.transaction,
        }));
    }
    if let Some(applied) = &applied {
        super::warn_of_unknown(context, &folder, applied);
    }
    if folder.migrations.is_empty() {
        context.output.say(format!("No migrations in {}", folder.path.display()));
    }
    context.output.document(&json!({ "migrations": listed }));
    Ok(DONE)
}
