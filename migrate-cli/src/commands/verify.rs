//! `migrate verify`

use model_core::schema::Schema;
use serde_json::json;

use super::DONE;
use crate::compare;
use crate::context::{Context, Database};
use crate::diff::{self, Renames};
use crate::history::{Folder, Migration};
use crate::models;
use crate::problem::{Problem, Result};
use crate::runner::{self, Direction};
use crate::source::{self, SchemaState, Source};

use super::upgrade::warn_of_changes;

/// What `migrate verify` is told.
#[derive(Debug, clap::Args)]
pub struct VerifyArgs {
    /// Begin here; what is before it is only applied, for instance where its way back is empty
    #[arg(long, value_name = "REV")]
    pub from: Option<String>,
}

/// Replays everything up, down and up again in a scratch database, and compares with the models.
pub fn run(args: &VerifyArgs, context: &Context) -> Result<u8> {
    let models = models::load(context)?;
    let folder = context.folder()?;
    warn_of_changes(context, &folder)?;
    let first = match &args.from {
        None => 0,
        Some(revision) => {
            let found = super::upgrade::find(revision, &folder)?;
            folder.migrations.iter().position(|m| m.version == found.version).unwrap_or(0)
        }
    };
    let (scratch, mut findings) = up_down_up(context, &folder, first)?;
    let advice = match findings.is_empty() {
        true => {
            "correct the files that are named, or write what is missing with `migrate generate`"
        }
        false => {
            "correct the files that are named; those that nobody ever reverts are taken as they are with `--from` and the migration after them"
        }
    };
    let head = SchemaState::live(Source::Migrations, scratch, context)?;
    let comparison = compare::models_against(context, &models, head)?;
    findings.extend(diff::describe_both(&comparison.diff).into_iter().map(|line| {
        json!({ "migration": null, "message": format!("the models differ from the migrations: {line}") })
    }));
    context.output.document(&json!({ "verified": findings.is_empty(), "findings": findings }));
    if findings.is_empty() {
        context.output.say(format!(
            "{} migrations go up, down and up again, and make what the models say",
            folder.migrations.len() - first
        ));
        return Ok(DONE);
    }
    let lines = findings.iter().filter_map(|f| f["message"].as_str()).map(str::to_owned);
    Err(Problem::new(format!("the migrations in {} do not hold:", folder.path.display()))
        .list(lines.collect())
        .help(advice))
}

/// Every migration up, each with a look at what it made; every one down to the first that is asked
/// about, with a look at whether it brought back what was there; and all up again.
fn up_down_up(
    context: &Context,
    folder: &Folder,
    first: usize,
) -> Result<(Database, Vec<serde_json::Value>)> {
    let mut scratch = context.scratch()?;
    let mut stages = vec![scratch.introspect(&context.scope())?];
    for migration in &folder.migrations {
        scratch = source::replay(scratch, std::slice::from_ref(migration))?;
        stages.push(scratch.introspect(&context.scope())?);
    }
    let mut findings = Vec::new();
    for (migration, before) in folder.migrations.iter().zip(&stages).skip(first).rev() {
        if let Some(difference) = down(&mut scratch, migration, before, context)? {
            findings.push(difference);
        }
    }
    if findings.is_empty() {
        let scratch = source::replay(scratch, &folder.migrations[first..])?;
        return Ok((scratch, findings));
    }
    // What a way back left behind would be in the way of going up again.
    let scratch = source::replay(context.scratch()?, &folder.migrations)?;
    Ok((scratch, findings))
}

fn down(
    scratch: &mut Database,
    migration: &Migration,
    before: &Schema,
    context: &Context,
) -> Result<Option<serde_json::Value>> {
    let Database { connection, dialect, .. } = scratch;
    runner::replay(connection.as_mut(), *dialect, migration, Direction::Down)
        .map_err(|problem| problem.within("the migrations can't be reverted"))?;
    let after = scratch.introspect(&context.scope())?;
    let left = diff::diff(&after, before, &Renames::default(), scratch.dialect.equivalence());
    if left.is_empty() {
        return Ok(None);
    }
    let lines = diff::describe_both(&left).join(", ");
    let message = format!("{}: down.sql does not bring back what was: {lines}", migration.name);
    Ok(Some(json!({ "migration": migration.name, "message": message })))
}
