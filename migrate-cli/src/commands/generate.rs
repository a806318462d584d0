//! `migrate generate`

use std::collections::BTreeSet;

use serde_json::json;

use super::DONE;
use crate::compare::{self, Comparison};
use crate::context::Context;
use crate::dialect::Fills;
use crate::diff::{Equivalence, RenameCandidate, SchemaDiff, rename_candidates};
use crate::history::{self, Folder, Migration};
use crate::lint::{self, Counts};
use crate::migration::fills;
use crate::migration::{self, Drafted};
use crate::models;
use crate::output::{DIM, WARNING};
use crate::problem::{Problem, Result};
use crate::prompt;
use crate::source::{SchemaState, Source};

/// What the models are compared with.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Against {
    /// The live database
    #[default]
    Database,
    /// What the migrations make of a scratch database
    Migrations,
}

/// What `migrate generate` is told.
#[derive(Debug, clap::Args)]
pub struct GenerateArgs {
    /// What the migration does
    #[arg(short, long)]
    pub message: String,
    /// What the models are compared with
    #[arg(long, value_enum, default_value_t)]
    pub against: Against,
    /// table:OLD=NEW, column:TABLE.OLD=NEW, value:TABLE.COLUMN.OLD=NEW or value:ENUM.OLD=NEW, enum:OLD=NEW,
    /// index:TABLE.OLD=NEW, constraint:TABLE.OLD=NEW: where a drop and an add are a rename
    #[arg(long, value_name = "RENAME")]
    pub rename: Vec<String>,
    /// TABLE.COLUMN=SQL, the value for existing rows of a new NOT NULL column
    #[arg(long, value_name = "FILL")]
    pub fill: Vec<String>,
    /// Print the migration and write nothing
    #[arg(long)]
    pub dry_run: bool,
}

/// Compares, asks, writes one migration and shows what it does.
pub fn run(args: &GenerateArgs, context: &Context) -> Result<u8> {
    // Before anything is built: a message that makes no folder's name fails at once.
    if history::slug(&args.message).is_empty() {
        return Err(Problem::new(format!(
            "`{}` has no letter or digit for a folder's name",
            args.message
        ))
        .help("give another one with -m"));
    }
    let folder = context.folder()?;
    let from = start(args.against, &folder, context)?;
    let models =
        SchemaState { source: Source::Models, schema: models::load(context)?, database: None };
    let mut denied = BTreeSet::new();
    let choose = |diff: &SchemaDiff, equivalence: &dyn Equivalence| match context.can_ask() {
        true => ask_rename(diff, equivalence, &mut denied),
        false => Ok(None),
    };
    let Comparison { mut from, dialect, diff, removable } =
        compare::compare(context, from, models, &args.rename, choose)?;
    super::note_removable(context, &removable);
    let mut fills = fills::parse(&args.fill, &diff.to)?;
    if diff.is_empty() {
        context.output.say("No changes");
        context
            .output
            .document(&json!({ "changed": false, "removable": removable, "migrations": [] }));
        return Ok(DONE);
    }
    let counts = match (&mut from.database, args.against) {
        (Some(database), Against::Database) => {
            lint::ask(database.connection.as_mut(), dialect, &lint::questions(&diff))
        }
        _ => Counts::default(),
    };
    complete(&mut fills, &diff, &counts, context)?;
    let drafted = migration::draft(dialect, &diff, &fills, &counts, Some(args.message.trim()))?;
    dialect.prove(&diff, &drafted.parts)?;
    if args.dry_run {
        for part in &drafted.parts {
            context.output.answer(part.up.trim_end());
            context.output.answer(format!("\n{DIM}-- down.sql{DIM:#}"));
            context.output.answer(part.down.trim_end());
        }
        let mut document = super::diff::document(&drafted);
        document["dry_run"] = true.into();
        context.output.document(&document);
        return Ok(DONE);
    }
    let written = history::write(&folder, &args.message, &drafted.parts, jiff::Timestamp::now())?;
    show(context, &drafted, &written);
    let mut document = super::diff::document(&drafted);
    document["removable"] = json!(removable);
    document["migrations"] = written.iter().map(self::written).collect();
    context.output.document(&document);
    Ok(DONE)
}

/// The database as it is, or as the migrations make it.
fn start(against: Against, folder: &Folder, context: &Context) -> Result<SchemaState> {
    match against {
        Against::Migrations => SchemaState::read(&Source::Migrations, context),
        Against::Database => {
            let mut database = context.look()?;
            let applied = database.applied()?;
            let pending: Vec<&str> = folder
                .migrations
                .iter()
                .filter(|m| !applied.contains(&m.version))
                .map(|m| m.name.as_str())
                .collect();
            if !pending.is_empty() {
                return Err(Problem::new(format!(
                    "migrations are still pending on {}: {}",
                    database.url,
                    pending.join(", ")
                ))
                .help("run `migrate upgrade` first, or compare with --against migrations"));
            }
            SchemaState::live(Source::Database, database, context)
        }
    }
}

/// Asks for the first drop and add that look alike and were not asked for before.
fn ask_rename(
    diff: &SchemaDiff,
    equivalence: &dyn Equivalence,
    denied: &mut BTreeSet<RenameCandidate>,
) -> Result<Option<RenameCandidate>> {
    for likely in rename_candidates(diff, equivalence) {
        if denied.contains(&likely) {
            continue;
        }
        if prompt::confirm(&format!("Was {likely}?"))? {
            return Ok(Some(likely));
        }
        denied.insert(likely);
    }
    Ok(None)
}

/// Asks for the values that rows still need, or refuses.
fn complete(
    fills: &mut Fills,
    diff: &SchemaDiff,
    counts: &Counts,
    context: &Context,
) -> Result<()> {
    let mut missing = fills::unfilled(diff, counts, fills);
    if context.can_ask() {
        for unfilled in &missing {
            let answer = prompt::text(&format!(
                "Table {} has {} rows. SQL value of the new column {} ({}) for them, as in '' or 0",
                unfilled.table, unfilled.rows, unfilled.column, unfilled.ty
            ))?;
            if let Some(sql) = answer {
                fills.insert((unfilled.table.clone(), unfilled.column.clone()), sql);
            }
        }
        missing = fills::unfilled(diff, counts, fills);
    }
    match missing.is_empty() {
        true => Ok(()),
        false => Err(fills::refusal(&missing)),
    }
}

fn show(context: &Context, drafted: &Drafted, written: &[Migration]) {
    let output = context.output;
    for migration in written {
        output.say(format!("Wrote {}", migration.path.join("up.sql").display()));
        output.say(format!("      {}", migration.path.join("down.sql").display()));
    }
    output.say("");
    drafted.changes.iter().for_each(|line| output.say(format!("  {line}")));
    if !drafted.hazards.is_empty() {
        output.say(format!("\n{WARNING}Dangers{WARNING:#}"));
        for hazard in &drafted.hazards {
            output.say(format!("  {WARNING}{}{WARNING:#}: {}", hazard.kind, hazard.message));
        }
    }
    output.say(format!("\n{DIM}Read the SQL, then run `migrate upgrade`{DIM:#}"));
}

/// What a script is told of a migration that was written.
pub fn written(migration: &Migration) -> serde_json::Value {
    json!({
        "version": migration.version,
        "name": migration.name,
        "path": migration.path.display().to_string(),
        "transaction": migration.transaction,
    })
}
