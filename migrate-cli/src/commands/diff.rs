//! `migrate diff`: the way from one schema to another, as SQL.

use std::path::{Path, PathBuf};

use crate::dialect::{Dialect, Fills, Scope};
use crate::diff::{self, Renames, SchemaDiff};
use crate::plan::{Part, Plan, PlanError};
use crate::source::{self, Source, SourceError};

/// What `migrate diff` is told.
#[derive(Debug, clap::Args)]
pub struct DiffArgs {
    /// Where the way begins: models, database, migrations, empty, a URL or a JSON file
    #[arg(long, value_name = "SOURCE")]
    pub from: Source,
    /// Where the way leads
    #[arg(long, value_name = "SOURCE")]
    pub to: Source,
    /// Print the way back
    #[arg(long)]
    pub down: bool,
    /// Write up.sql, down.sql and metadata.toml into this folder
    #[arg(long, value_name = "DIR")]
    pub output: Option<PathBuf>,
    /// Exit with 2 where they differ, 0 where they don't
    #[arg(long)]
    pub exit_code: bool,
    /// table:OLD=NEW or column:TABLE.OLD=NEW
    #[arg(long, value_name = "RENAME")]
    pub rename: Vec<String>,
}

/// Why there is no way.
#[derive(Debug, thiserror::Error)]
pub enum DiffError {
    /// One end can't be read.
    #[error(transparent)]
    Source(#[from] SourceError),
    /// A rename can't be followed.
    #[error(transparent)]
    Rename(#[from] diff::RenameError),
    /// The database can't be brought there.
    #[error(transparent)]
    Plan(#[from] PlanError),
    /// The two ends are of different databases.
    #[error("{0} and {1} can't be compared; give two of the same kind")]
    Kinds(String, String),
    /// A file could not be written.
    #[error("{path}: {reason}")]
    Write {
        /// The file.
        path: PathBuf,
        /// What the system said.
        reason: std::io::Error,
    },
}

/// Up and down, as text.
pub struct Migration {
    /// In the order of `up`; `down` runs them backwards.
    pub parts: Vec<MigrationPart>,
}

/// One folder of a migration.
pub struct MigrationPart {
    /// The text of `up.sql`.
    pub up: String,
    /// The text of `down.sql`.
    pub down: String,
    /// Whether Diesel is to wrap it in a transaction.
    pub transaction: bool,
}

/// Runs the command and gives the exit status.
pub fn run(args: &DiffArgs) -> Result<u8, DiffError> {
    let (dialect, diff) = compare(args)?;
    if diff.is_empty() {
        eprintln!("No changes");
        return Ok(0);
    }
    let migration = migration(dialect, &diff, &Fills::new())?;
    match &args.output {
        Some(folder) => write(folder, &migration)?,
        None => {
            for part in &migration.parts {
                print!("{}", if args.down { &part.down } else { &part.up });
            }
        }
    }
    Ok(if args.exit_code { 2 } else { 0 })
}

fn compare(args: &DiffArgs) -> Result<(&'static dyn Dialect, SchemaDiff), DiffError> {
    let scope = Scope::default();
    let (Source::Url(from), Source::Url(to)) = (&args.from, &args.to) else {
        return Err(DiffError::Kinds(format!("{:?}", args.from), format!("{:?}", args.to)));
    };
    if from.kind() != to.kind() {
        return Err(DiffError::Kinds(from.kind().name().into(), to.kind().name().into()));
    }
    let from = source::live(from, &scope)?;
    let to = source::live(to, &scope)?;
    let mut renames = Renames::declared(&from.schema, &to.schema);
    for flag in &args.rename {
        renames.add_flag(flag, &from.schema, &to.schema)?;
    }
    let diff = diff::diff(&from.schema, &to.schema, &renames, from.dialect.equivalence());
    Ok((from.dialect, diff))
}

/// Plans both ways and writes them as SQL.
pub fn migration(
    dialect: &dyn Dialect,
    diff: &SchemaDiff,
    fills: &Fills,
) -> Result<Migration, PlanError> {
    let back = diff::diff(&diff.to, &diff.from, &diff.renames.inverted(), dialect.equivalence());
    let up = dialect.plan(diff, fills)?;
    let down = dialect.plan(&back, &Fills::new())?;
    Ok(Migration {
        parts: fold(dialect, &up, &down, &diff::describe(diff), &diff::describe(&back)),
    })
}

/// Lays up and down parts into the same folders: up is run forwards, down backwards.
fn fold(
    dialect: &dyn Dialect,
    up: &Plan,
    down: &Plan,
    up_lines: &[String],
    down_lines: &[String],
) -> Vec<MigrationPart> {
    let count = up.parts.len().max(down.parts.len());
    (0..count)
        .map(|index| {
            let up = up.parts.get(index);
            let down = down.parts.get(count - 1 - index);
            let transaction = [up, down].into_iter().flatten().all(|part| part.transaction);
            MigrationPart {
                up: text(dialect, up, up_lines, transaction),
                down: text(dialect, down, down_lines, transaction),
                transaction,
            }
        })
        .collect()
}

/// The text of a file. Diesel knows one answer for both files of a folder, so that a part which needs a
/// transaction brings its own where the other direction can't have one.
fn text(
    dialect: &dyn Dialect,
    part: Option<&Part>,
    lines: &[String],
    in_transaction: bool,
) -> String {
    let brings_its_own = !in_transaction
        && dialect.capabilities().transactional_ddl
        && part.is_some_and(|part| part.transaction);
    let mut text = String::new();
    for line in lines {
        text.push_str("-- ");
        text.push_str(&line.replace(['\n', '\r'], " "));
        text.push('\n');
    }
    if brings_its_own {
        text.push_str("\nBEGIN;\n");
    }
    for step in part.map(|p| p.steps.as_slice()).unwrap_or_default() {
        text.push('\n');
        text.push_str(&dialect.render(step));
        text.push_str(";\n");
    }
    if brings_its_own {
        text.push_str("\nCOMMIT;\n");
    }
    text
}

fn write(folder: &Path, migration: &Migration) -> Result<(), DiffError> {
    let put = |folder: &Path, name: &str, text: &str| {
        let path = folder.join(name);
        std::fs::create_dir_all(folder)
            .and_then(|()| std::fs::write(&path, text))
            .map_err(|reason| DiffError::Write { path, reason })
    };
    for (index, part) in migration.parts.iter().enumerate() {
        let folder = match migration.parts.len() {
            1 => folder.to_owned(),
            _ => folder.join(format!("{:02}", index + 1)),
        };
        put(&folder, "up.sql", &part.up)?;
        put(&folder, "down.sql", &part.down)?;
        put(&folder, "metadata.toml", &format!("run_in_transaction = {}\n", part.transaction))?;
    }
    Ok(())
}
