//! `migrate downgrade`

use super::upgrade::{self, RunArgs};
use crate::context::Context;
use crate::history::{Applied, Folder, Migration, Revision};
use crate::problem::{Problem, Result};
use crate::runner::Direction;

/// What `migrate downgrade` is told.
#[derive(Debug, clap::Args)]
pub struct DowngradeArgs {
    /// -N, base, a version or the beginning of one, which stays applied
    #[arg(default_value = "-1", value_name = "REV", allow_hyphen_values = true)]
    pub revision: Revision,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub run: RunArgs,
}

/// Takes back what was applied last, down to the revision.
pub fn run(args: &DowngradeArgs, context: &Context) -> Result<u8> {
    let folder = context.folder()?;
    upgrade::warn_of_changes(context, &folder)?;
    let choose = |applied: &Applied, done: usize| wanted(&args.revision, &folder, applied, done);
    upgrade::go(context, &folder, &args.run, Direction::Down, &choose)
}

/// What is applied, down to the revision, when `done` were reverted already.
fn wanted<'a>(
    revision: &Revision,
    folder: &'a Folder,
    applied: &Applied,
    done: usize,
) -> Result<Vec<&'a Migration>> {
    let versions = applied.versions.iter().rev().map(|(version, _)| version.as_str());
    let versions: Vec<&str> = match revision {
        Revision::Base => versions.collect(),
        Revision::Down(count) => versions.take(count.saturating_sub(done)).collect(),
        Revision::Named(name) => {
            let last = upgrade::find(name, folder)?;
            if !applied.contains(&last.version) {
                return Err(Problem::new(format!("{} is not applied", last.name))
                    .help("`migrate history` marks what is; `migrate upgrade` goes there"));
            }
            versions.take_while(|version| *version > last.version.as_str()).collect()
        }
        Revision::Head | Revision::Up(_) => {
            return Err(Problem::new("`downgrade` only goes down").help("use `migrate upgrade`"));
        }
    };
    versions
        .into_iter()
        .map(|version| {
            folder.find(version).ok_or_else(|| {
                Problem::new(super::unknown(version, folder)).help(super::FIND_FOLDER)
            })
        })
        .collect()
}
