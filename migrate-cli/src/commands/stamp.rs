//! `migrate stamp`

use serde_json::json;

use super::DONE;
use super::upgrade;
use crate::context::{Context, Database};
use crate::history::{APPLIED_TABLE, Applied, Revision};
use crate::problem::{Problem, Result};
use crate::runner::Runner;

/// What `migrate stamp` is told.
#[derive(Debug, clap::Args)]
pub struct StampArgs {
    /// head, base, a version or the beginning of one
    #[arg(value_name = "REV")]
    pub revision: Revision,
    /// Forget every version first, also those that no migration has
    #[arg(long)]
    pub purge: bool,
}

/// Records the revision and all before it as applied, and all after it as not. Nothing is run.
pub fn run(args: &StampArgs, context: &Context) -> Result<u8> {
    let folder = context.folder()?;
    let last = match &args.revision {
        Revision::Base => None,
        Revision::Head => folder.head(),
        Revision::Named(name) => Some(upgrade::find(name, &folder)?),
        Revision::Up(_) | Revision::Down(_) => {
            return Err(Problem::new("`stamp` takes no number of steps")
                .help("give `head`, `base`, a version or the beginning of one"));
        }
    };
    let mut database = context.open_or_make()?;
    let Database { connection, dialect, url, .. } = &mut database;
    let (patience, output) = (context.patience(), context.output);
    let (mut recorded, mut forgotten) = (Vec::new(), Vec::new());
    Runner::new(
        connection.as_mut(),
        *dialect,
        url,
        &folder,
        patience,
        output,
        &context.scratch_server,
    )
    .account(&mut |applied| {
        let is_wanted = |version: &str| last.is_some_and(|l| version <= l.version.as_str());
        recorded = folder
            .migrations
            .iter()
            .filter(|m| is_wanted(&m.version) && (args.purge || !applied.contains(&m.version)))
            .map(|m| m.version.clone())
            .collect();
        forgotten = applied
            .versions
            .iter()
            .map(|(version, _)| version.clone())
            .filter(|v| args.purge || (folder.find(v).is_some() && !is_wanted(v)))
            .collect();
        let delete = match args.purge {
            true => vec![format!("DELETE FROM {APPLIED_TABLE}")],
            false => forgotten.iter().map(|v| Applied::delete(v, *dialect)).collect(),
        };
        let insert = recorded.iter().map(|v| Applied::insert(v, *dialect));
        delete.into_iter().chain(insert).collect()
    })?;
    let name = last.map_or("base", |m| m.name.as_str());
    context.output.say(format!(
        "Stamped {name}: {} recorded, {} forgotten; nothing was run",
        recorded.len(),
        forgotten.len()
    ));
    context.output.document(
        &json!({ "current": last.map(|m| &m.version), "recorded": recorded, "forgotten": forgotten }),
    );
    Ok(DONE)
}
