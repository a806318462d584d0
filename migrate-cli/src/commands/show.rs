//! `migrate show`

use serde_json::json;

use super::DONE;
use crate::context::Context;
use crate::history::{Record, Revision};
use crate::output::Ink;
use crate::problem::{Problem, Result};

/// What `migrate show` is told.
#[derive(Debug, clap::Args)]
pub struct ShowArgs {
    /// head, a version or the beginning of one
    #[arg(default_value = "head", value_name = "REV")]
    pub revision: Revision,
}

/// Shows one migration: its place and its two files.
pub fn run(args: &ShowArgs, context: &Context) -> Result<u8> {
    let folder = context.folder()?;
    let migration = match &args.revision {
        Revision::Head => folder.head().ok_or_else(|| {
            Problem::new(format!("{} has no migrations", folder.path.display()))
                .help("`migrate generate -m MESSAGE` writes the first")
        })?,
        Revision::Named(name) => super::upgrade::find(name, &folder)?,
        Revision::Base | Revision::Up(_) | Revision::Down(_) => {
            return Err(Problem::new("only one migration can be shown")
                .help("give `head`, a version or the beginning of one"));
        }
    };
    let record = Record::read(&folder.path)?;
    let parent = record.parent(&migration.version);
    let applied = match context.known_url() {
        Some(_) => Some(context.look()?.applied()?.contains(&migration.version)),
        None => None,
    };
    let (up, down) = (migration.up()?, migration.down().ok());
    let heading = |name: &str| {
        context.output.answer("");
        context.output.answer(Ink::Good.paint(name));
    };
    context.output.answer(&migration.name);
    context.output.answer(format!("version:     {}", migration.version));
    context.output.answer(format!("parent:      {}", parent.unwrap_or("not recorded")));
    context.output.answer(format!(
        "applied:     {}",
        match applied {
            Some(true) => "yes",
            Some(false) => "no",
            None => "unknown, without a database",
        }
    ));
    context
        .output
        .answer(format!("transaction: {}", if migration.transaction { "yes" } else { "no" }));
    heading("up.sql");
    context.output.lines(up.trim_end());
    heading("down.sql");
    context.output.lines(down.as_deref().map_or("(missing)", str::trim_end));
    context.output.document(&json!({
        "version": migration.version,
        "name": migration.name,
        "path": migration.path.display().to_string(),
        "parent": parent,
        "applied": applied,
        "transaction": migration.transaction,
        "up": up,
        "down": down,
    }));
    Ok(DONE)
}
