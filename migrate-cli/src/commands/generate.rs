//! `migrate generate`

use std::collections::BTreeSet;

use serde_json::json;

use super::DONE;
use crate::compare::{self, Comparison, Flags};
use crate::context::Context;
use crate::dialect::{Dialect, Fills, Proof, ScratchDatabase};
use crate::diff::{Drops, Equivalence, RenameCandidate, SchemaDiff, rename_candidates};
use crate::draft::Draft;
use crate::history::{self, Folder, Migration};
use crate::lint::{self, Counts};
use crate::migration::fills;
use crate::migration::{self, Drafted};
use crate::models;
use crate::output::{Ink, Line};
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
    /// table:NAME, column:TABLE.NAME: really a drop, where it and an add look like a rename; view:NAME,
    /// trigger:TABLE.NAME, function:NAME and the like: may go, where it leans on what changes
    #[arg(long, value_name = "DROP")]
    pub drop: Vec<String>,
    /// TABLE.COLUMN=SQL, the value for existing rows of a new NOT NULL column
    #[arg(long, value_name = "FILL")]
    pub fill: Vec<String>,
    /// Don't try the migration in a scratch database first
    #[arg(long)]
    pub no_proof: bool,
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
    let mut folder = context.folder()?;
    // Before anything is built, too: what is refused is refused at once.
    let mut from = start(args.against, &folder, context)?;
    let models = SchemaState::models(Source::Models, models::load(context)?);
    // From here on to the end: what is compared now has to be what the migration is written on top of.
    let _lock = match args.dry_run {
        true => None,
        false => Some(context.lock_folder()?),
    };
    let now = context.folder()?;
    if now != folder {
        from = start(args.against, &now, context)?;
        folder = now;
    }
    let flags = Flags { rename: &args.rename, drop: &args.drop };
    let mut denied = BTreeSet::new();
    let choose = |diff: &SchemaDiff, drops: &Drops, equivalence: &dyn Equivalence| {
        let mut open = rename_candidates(diff, equivalence);
        open.retain(|candidate| !drops.covers(candidate) && !denied.contains(candidate));
        match context.can_ask() {
            true => ask_rename(open, &mut denied),
            false => refuse_unanswered(&open).map(|()| None),
        }
    };
    let Comparison { mut from, dialect, diff, removable, unread } =
        compare::compare(context, from, models, flags, choose)?;
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
        (Some(database), Against::Database) => lint::ask(
            database.connection.as_mut(),
            dialect,
            &lint::questions(dialect, &diff, &fills),
        ),
        _ => Counts::default(),
    };
    complete(&mut fills, &diff, &counts, context)?;
    let title = Some(args.message.trim());
    let drafted = migration::draft(dialect, &diff, &fills, &counts, title, unread.as_deref())?;
    let proof = match args.no_proof {
        true => Proof::Untried("--no-proof".to_owned()),
        false => prove(context, dialect, &diff, &drafted.parts)?,
    };
    if args.dry_run {
        for part in &drafted.parts {
            context.output.script(part.up.trim_end());
            context.output.answer("");
            context.output.answer(Ink::Dim.paint("-- down.sql"));
            context.output.script(part.down.trim_end());
        }
        if !args.no_proof {
            tell_proof(context, &proof);
        }
        let mut document = super::diff::document(&drafted);
        document["proof"] = json!(proof);
        document["dry_run"] = true.into();
        context.output.document(&document);
        return Ok(DONE);
    }
    let written = history::write(&folder, &args.message, &drafted.parts, jiff::Timestamp::now())?;
    show(context, &drafted, &written);
    if !args.no_proof {
        tell_proof(context, &proof);
    }
    context.output.say("");
    context.output.say(Ink::Dim.paint("Read the SQL, then run `migrate upgrade`"));
    let mut document = super::diff::document(&drafted);
    document["proof"] = json!(proof);
    document["removable"] = json!(removable);
    document["migrations"] = written.iter().map(self::written).collect();
    context.output.document(&document);
    Ok(DONE)
}

/// Tries the migration: in memory where the database has that for free, else in a scratch database.
fn prove(
    context: &Context,
    dialect: &dyn Dialect,
    diff: &SchemaDiff,
    drafts: &[Draft],
) -> Result<Proof> {
    if let ScratchDatabase::InMemory(_) = dialect.session().scratch {
        return Ok(dialect.prove(diff, drafts)?);
    }
    match context.scratch() {
        Ok(mut scratch) => {
            Ok(migration::proof::prove(scratch.connection.as_mut(), dialect, diff, drafts)?)
        }
        Err(problem) if context.names_scratch_server() => Err(problem),
        Err(problem) => Ok(Proof::Untried(problem.to_string())),
    }
}

/// Says what came of the trial.
fn tell_proof(context: &Context, proof: &Proof) {
    match proof {
        Proof::Closed => {
            context.output.say("");
            context.output.say(
                Ink::Dim
                    .paint("Tried in a scratch database: up leads to the models, and down back"),
            );
        }
        Proof::Untried(reason) => {
            context.output.warn(format!("not tried in a scratch database: {reason}"));
        }
    }
}

/// The database as it is, or as the migrations make it.
fn start(against: Against, folder: &Folder, context: &Context) -> Result<SchemaState> {
    match against {
        Against::Migrations => SchemaState::read(&Source::Migrations, context),
        Against::Database => {
            let mut database = context.look()?;
            let applied = database.applied()?;
            super::warn_of_unknown(context, folder, &applied);
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

/// Asks for each drop and add that look alike, until one is a rename.
fn ask_rename(
    open: Vec<RenameCandidate>,
    denied: &mut BTreeSet<RenameCandidate>,
) -> Result<Option<RenameCandidate>> {
    for candidate in open {
        if prompt::confirm(&format!("Was {candidate}?"))? {
            return Ok(Some(candidate));
        }
        denied.insert(candidate);
    }
    Ok(None)
}

/// Refuses to take for a drop what may be a rename, where nobody can be asked.
fn refuse_unanswered(open: &[RenameCandidate]) -> Result<()> {
    let questions: Vec<(String, String, String)> = open
        .iter()
        .filter_map(|c| Some((c.to_string(), c.rename_flag(), c.drop_flag()?)))
        .collect();
    if questions.is_empty() {
        return Ok(());
    }
    let asked: Vec<String> = questions.iter().map(|(what, ..)| format!("was {what}?")).collect();
    let answers: Vec<String> = questions
        .iter()
        .map(|(_, rename, drop)| {
            format!("{} if it was, or {} if its rows or values are to go", rename, drop)
        })
        .collect();
    Err(Problem::new(format!("a drop and an add look like a rename: {}", asked.join(" ")))
        .help(answers.join("; ")))
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
        output.say("");
        output.say(Ink::Warning.paint("Dangers"));
        for hazard in &drafted.hazards {
            let name = Line::from("  ").and_in(Ink::Warning, hazard.kind.to_string());
            output.say(name.and(format!(": {}", hazard.message)));
        }
    }
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
