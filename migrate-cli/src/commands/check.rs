//! `migrate check`

use serde_json::json;

use super::{DIFFERENT, DONE};
use crate::compare;
use crate::context::{Context, Database};
use crate::diff::{self, TableChange};
use crate::history::{Applied, Change, Folder, Migration, Record};
use crate::models::{self, Models};
use crate::problem::Result;
use crate::source::{self, SchemaState, Source};

/// What `migrate check` is told.
#[derive(Debug, clap::Args)]
pub struct CheckArgs {}

/// One thing that does not agree with another.
struct Finding {
    kind: &'static str,
    message: String,
    details: Vec<String>,
    advice: &'static str,
}

/// Compares models, migrations and database with one another.
pub fn run(_args: &CheckArgs, context: &Context) -> Result<u8> {
    let models = models::load(context)?;
    let folder = context.folder()?;
    let mut database = context.look()?;
    let applied = database.applied()?;
    let mut findings = files(&folder)?;
    findings.extend(versions(&folder, &applied, &database));
    findings.extend(schemas(context, &models, &folder, &applied, database)?);
    for finding in &findings {
        context.output.answer(&finding.message);
        finding.details.iter().for_each(|line| context.output.answer(format!("  {line}")));
        context.output.note(format!("  help: {}", finding.advice));
    }
    if findings.is_empty() {
        context.output.say("Models, migrations and database agree");
    }
    let listed: Vec<_> = findings
        .iter()
        .map(|f| json!({ "kind": f.kind, "message": f.message, "details": f.details, "help": f.advice }))
        .collect();
    context.output.document(&json!({ "agree": findings.is_empty(), "findings": listed }));
    Ok(if findings.is_empty() { DONE } else { DIFFERENT })
}

fn files(folder: &Folder) -> Result<Vec<Finding>> {
    let changes = Record::read(&folder.path)?.changes(folder);
    Ok(changes
        .into_iter()
        .filter_map(|change| match change {
            Change::Changed(name) => Some(Finding {
                kind: "changed-file",
                message: format!(
                    "{}: a file was changed after it was recorded in history.toml",
                    folder.path.join(name).display()
                ),
                details: Vec::new(),
                advice: "restore it; or, where that was meant, `migrate history --record`",
            }),
            Change::Missing(version) => Some(Finding {
                kind: "missing-migration",
                message: format!(
                    "version {version} is recorded in history.toml, and its folder is gone"
                ),
                details: Vec::new(),
                advice: "restore the folder; or, where that was meant, `migrate history --record`",
            }),
            // Written by hand or by Diesel's own command: as good as any other.
            Change::Unrecorded(_) => None,
        })
        .collect())
}

fn versions(folder: &Folder, applied: &Applied, database: &Database) -> Vec<Finding> {
    let pending: Vec<String> = folder
        .migrations
        .iter()
        .filter(|m| !applied.contains(&m.version))
        .map(|m| m.name.clone())
        .collect();
    let unknown: Vec<String> = applied.unknown(folder).map(str::to_owned).collect();
    let mut findings = Vec::new();
    if !pending.is_empty() {
        findings.push(Finding {
            kind: "pending",
            message: format!("Migrations are pending on {}:", database.url),
            details: pending,
            advice: "`migrate upgrade` applies them",
        });
    }
    if !unknown.is_empty() {
        findings.push(Finding {
            kind: "unknown-version",
            message: format!("{} has versions that {} lacks:", database.url, folder.path.display()),
            details: unknown,
            advice: super::FIND_FOLDER,
        });
    }
    findings
}

/// The database against what its migrations make, and the models against what all migrations make.
fn schemas(
    context: &Context,
    models: &Models,
    folder: &Folder,
    applied: &Applied,
    database: Database,
) -> Result<Vec<Finding>> {
    let (done, pending): (Vec<Migration>, Vec<Migration>) =
        folder.migrations.iter().cloned().partition(|m| applied.contains(&m.version));
    let mut findings = Vec::new();
    let live = SchemaState::live(Source::Database, database, context)?;
    let scratch = match context.scratch() {
        Ok(scratch) => scratch,
        Err(problem) if context.names_scratch_server() => return Err(problem),
        // Without the right to make a database the two that are left can still be compared.
        Err(problem) => {
            context.output.warn(format!("the migrations were not replayed: {problem}"));
            if pending.is_empty() {
                findings.extend(against_models(context, models, live)?);
            }
            return Ok(findings);
        }
    };
    let mut replayed = source::replay(scratch, &done)?;
    let made = replayed.introspect(&context.scope())?;
    let drift =
        diff::diff(&made, &live.schema, &diff::Renames::default(), replayed.dialect.equivalence());
    if !drift.is_empty() {
        findings.push(Finding {
            kind: "database",
            message: "The database differs from what its migrations make; beyond them it has:".into(),
            details: diff::describe_both(&drift),
            advice: "put the change into a migration, or revert it: `migrate diff --from database --to migrations`",
        });
    }
    let replayed = source::replay(replayed, &pending)?;
    let head = SchemaState::live(Source::Migrations, replayed, context)?;
    findings.extend(against_models(context, models, head)?);
    Ok(findings)
}

fn against_models(context: &Context, models: &Models, end: SchemaState) -> Result<Option<Finding>> {
    let source = end.source.clone();
    let comparison = compare::models_against(context, models, end)?;
    super::note_removable(context, &comparison.removable);
    if comparison.diff.is_empty() {
        return Ok(None);
    }
    let mut details = diff::describe_both(&comparison.diff);
    let goes = |table: &TableChange| matches!(table, TableChange::Dropped(_));
    if comparison.diff.tables.iter().any(goes) {
        details.extend(comparison.unread);
    }
    Ok(Some(Finding {
        kind: "models",
        message: format!("The models differ from {source}; to bring it there:"),
        details,
        advice: "`migrate generate -m MESSAGE` writes the migration",
    }))
}
