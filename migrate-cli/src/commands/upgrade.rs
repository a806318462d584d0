//! `migrate upgrade`, and what it has in common with `downgrade`.

use std::cell::{Cell, RefCell};
use std::path::Path;
use std::time::Duration;

use serde_json::json;

use super::DONE;
use crate::context::{Context, Database};
use crate::history::{Applied, Change, Folder, Migration, Record, Revision};
use crate::output::{Ink, Line};
use crate::problem::{Problem, Result};
use crate::runner::{self, Answer, Direction, Runner};

/// What `upgrade` and `downgrade` are both told.
#[derive(Debug, clap::Args)]
pub struct RunArgs {
    /// Print the whole SQL script instead, with the version rows
    #[arg(long, conflicts_with = "dry_run")]
    pub sql: bool,
    /// List what would be run, and run nothing
    #[arg(long)]
    pub dry_run: bool,
    /// What became of the statement at which an earlier run was cut off, where the database can't tell
    #[arg(long, value_enum, value_name = "WHAT")]
    pub cut_off: Option<Answer>,
}

/// What `migrate upgrade` is told.
#[derive(Debug, clap::Args)]
pub struct UpgradeArgs {
    /// head, +N, a version or the beginning of one
    #[arg(default_value = "head", value_name = "REV")]
    pub revision: Revision,
    #[command(flatten)]
    #[allow(missing_docs)]
    pub run: RunArgs,
}

/// Applies what is pending, up to the revision.
pub fn run(args: &UpgradeArgs, context: &Context) -> Result<u8> {
    let folder = context.folder()?;
    warn_of_changes(context, &folder)?;
    let choose = |applied: &Applied, done: usize| wanted(&args.revision, &folder, applied, done);
    go(context, &folder, &args.run, Direction::Up, &choose)
}

/// The pending migrations, up to the revision, when `done` of them were run already.
fn wanted<'a>(
    revision: &Revision,
    folder: &'a Folder,
    applied: &Applied,
    done: usize,
) -> Result<Vec<&'a Migration>> {
    let pending = folder.migrations.iter().filter(|m| !applied.contains(&m.version));
    Ok(match revision {
        Revision::Head => pending.collect(),
        Revision::Up(count) => pending.take(count.saturating_sub(done)).collect(),
        Revision::Named(name) => {
            let last = find(name, folder)?;
            pending.filter(|m| m.version <= last.version).collect()
        }
        Revision::Base | Revision::Down(_) => {
            return Err(Problem::new("`upgrade` only goes up").help("use `migrate downgrade`"));
        }
    })
}

/// The migration of a version or the beginning of one.
pub fn find<'a>(name: &str, folder: &'a Folder) -> Result<&'a Migration> {
    Revision::find(name, folder).map_err(|e| {
        Problem::new(format!("{e} in {}", folder.path.display()))
            .help("`migrate history` lists the migrations")
    })
}

/// Tells of files that were changed after they were recorded.
pub fn warn_of_changes(context: &Context, folder: &Folder) -> Result<()> {
    for change in Record::read(&folder.path)?.changes(folder) {
        match change {
            Change::Changed(name) => context.output.warn(format!(
                "{}: a file was changed after it was recorded in history.toml; where that was meant, `migrate history --record` records it as it is now",
                folder.path.join(name).display()
            )),
            Change::Missing(version) => context.output.warn(format!(
                "version {version} is recorded in {}, and its folder is gone",
                folder.path.join("history.toml").display()
            )),
            Change::Unrecorded(_) => {}
        }
    }
    Ok(())
}

/// What to run, given what is applied and how many were run before.
pub type Choose<'c, 'f> = dyn Fn(&Applied, usize) -> Result<Vec<&'f Migration>> + 'c;

/// Runs, prints or lists the migrations that `choose` picks once the history is known.
pub fn go<'f>(
    context: &Context,
    folder: &'f Folder,
    args: &RunArgs,
    direction: Direction,
    choose: &Choose<'_, 'f>,
) -> Result<u8> {
    if args.sql || args.dry_run {
        let mut database = match direction {
            Direction::Up => context.look()?,
            Direction::Down => context.open()?,
        };
        let migrations = choose(&database.applied()?, 0)?;
        return match args.sql {
            true => print(context, &database, &migrations, direction),
            false => list(context, &migrations, direction),
        };
    }
    let mut database = match direction {
        Direction::Up => context.open_or_make()?,
        Direction::Down => context.open()?,
    };
    let Database { connection, dialect, url, .. } = &mut database;
    let (patience, output) = (context.patience(), context.output);
    let mut done = Vec::new();
    let (known, told_of_unknown) = (RefCell::new(None), Cell::new(false));
    Runner::new(
        connection.as_mut(),
        *dialect,
        url,
        folder,
        patience,
        output,
        &context.scratch_server,
    )
    .answer(args.cut_off)
    .run(
        direction,
        // One at a time: another migrator may be at it between two of ours.
        &|applied, done| {
            if !told_of_unknown.replace(true) && direction == Direction::Up {
                super::warn_of_unknown(context, folder, applied);
            }
            let next = choose(applied, done)?.into_iter().next();
            if next.is_none() {
                known.replace(Some(applied.clone()));
            }
            Ok(next)
        },
        &mut |migration, time| {
            output.say(progress(migration, direction, time));
            done.push((migration, time));
        },
    )?;
    record_applied(context, &folder.path, known.into_inner().unwrap_or_default());
    if done.is_empty() {
        context.output.say(nothing(direction));
    }
    let done: Vec<_> = done
        .iter()
        .map(|(migration, time)| {
            json!({
                "version": migration.version,
                "name": migration.name,
                "milliseconds": u64::try_from(time.as_millis()).unwrap_or(u64::MAX),
            })
        })
        .collect();
    context.output.document(&json!({ word(direction): done }));
    Ok(DONE)
}

/// Records what was filled in of migrations that were written empty, now that they are applied. Where the
/// folder can't be written to, as in a deployment, whoever wrote them does.
fn record_applied(context: &Context, path: &Path, applied: Applied) {
    let versions: Vec<String> = applied.versions.into_iter().map(|(version, _)| version).collect();
    let recorded = |folder: &Folder| -> Result<Option<Record>> {
        Ok(Record::read(path)?.with_applied(&versions, folder))
    };
    let record = || -> Result<()> {
        if recorded(&context.folder()?)?.is_none() {
            return Ok(());
        }
        let _lock = context.lock_folder()?;
        match recorded(&context.folder()?)? {
            Some(record) => record.write(path),
            None => Ok(()),
        }
    };
    let _ = record();
}

fn word(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "applied",
        Direction::Down => "reverted",
    }
}

fn nothing(direction: Direction) -> &'static str {
    match direction {
        Direction::Up => "Nothing to apply",
        Direction::Down => "Nothing to revert",
    }
}

fn progress(migration: &Migration, direction: Direction, time: Duration) -> Line {
    let verb = match direction {
        Direction::Up => "Applied",
        Direction::Down => "Reverted",
    };
    let time = match time.as_millis() {
        millis if millis < 1000 => format!("{millis} ms"),
        _ => format!("{:.1} s", time.as_secs_f64()),
    };
    Ink::Good.paint(verb).and(format!(" {} ", migration.name)).and_in(Ink::Dim, format!("({time})"))
}

fn print(
    context: &Context,
    database: &Database,
    migrations: &[&Migration],
    direction: Direction,
) -> Result<u8> {
    let sql = runner::script(database.dialect, migrations, direction)?;
    match context.output.is_json() {
        true => context.output.document(&json!({ "sql": sql })),
        false => context.output.script(sql.trim_end()),
    }
    Ok(DONE)
}

fn list(context: &Context, migrations: &[&Migration], direction: Direction) -> Result<u8> {
    let verb = match direction {
        Direction::Up => "Would apply",
        Direction::Down => "Would revert",
    };
    for migration in migrations {
        context.output.answer(format!("{verb} {}", migration.name));
    }
    if migrations.is_empty() {
        context.output.say(nothing(direction));
    }
    let listed: Vec<_> =
        migrations.iter().map(|m| json!({ "version": m.version, "name": m.name })).collect();
    context.output.document(&json!({ "dry_run": true, word(direction): listed }));
    Ok(DONE)
}
