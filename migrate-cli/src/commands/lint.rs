//! `migrate lint`

use serde_json::json;

use super::{DIFFERENT, DONE, upgrade};
use crate::context::{Context, Database};
use crate::dialect::{Dialect, Fills};
use crate::diff::{self, Renames};
use crate::hazard::{Hazard, HazardKind};
use crate::history::{Folder, Migration, Revision};
use crate::lint::{self, Counts};
use crate::output::Ink;
use crate::problem::{Problem, Result};
use crate::source;
use crate::sql;

/// Denied unless configuration or flags say otherwise: what loses rows, and what blocks writes.
const DENIED: &[HazardKind] = &[
    HazardKind::DropsTable,
    HazardKind::DropsColumn,
    HazardKind::DropsData,
    HazardKind::BlocksWrites,
];

/// What `migrate lint` is told.
#[derive(Debug, clap::Args)]
pub struct LintArgs {
    /// Which migrations [default: those that are pending, or all without a database]
    #[arg(value_name = "REV")]
    pub revisions: Vec<Revision>,
    /// A danger that makes the exit status 2, by name
    #[arg(long, value_enum, value_name = "DANGER")]
    pub deny: Vec<HazardKind>,
    /// A danger that is let pass, by name
    #[arg(long, value_enum, value_name = "DANGER")]
    pub allow: Vec<HazardKind>,
}

/// Replays the migrations in a scratch database and tells what each one of them endangers.
pub fn run(args: &LintArgs, context: &Context) -> Result<u8> {
    let denied = denied(args, context);
    let folder = context.folder()?;
    let chosen = chosen(args, context, &folder)?;
    if chosen.is_empty() {
        context.output.say(match folder.migrations.is_empty() {
            true => format!("Nothing to look at: {} has no migrations", folder.path.display()),
            false => "Nothing to look at: no migration is pending; name those that are applied, as in `migrate lint head`".to_owned(),
        });
        context.output.document(&json!({ "denied": false, "hazards": [] }));
        return Ok(DONE);
    }
    let mut scratch = context.scratch()?;
    let mut listed = Vec::new();
    let mut is_denied = false;
    let mut before = scratch.introspect(&context.scope())?;
    for migration in &folder.migrations {
        scratch = source::replay(scratch, std::slice::from_ref(migration))?;
        let after = scratch.introspect(&context.scope())?;
        if chosen.contains(&migration.version.as_str()) {
            for hazard in hazards(&scratch, migration, &before, &after)? {
                let stops = denied.contains(&hazard.kind);
                is_denied |= stops;
                let word = match stops {
                    true => Ink::Error.paint("denied"),
                    false => Ink::Warning.paint("warning"),
                };
                let path = migration.path.join("up.sql");
                context.output.answer(word.and(format!(" {}: {hazard}", path.display())));
                listed.push(json!({
                    "migration": migration.name,
                    "file": path.display().to_string(),
                    "name": hazard.kind,
                    "object": hazard.object,
                    "message": hazard.message,
                    "denied": stops,
                }));
            }
        }
        before = after;
    }
    if listed.is_empty() {
        context.output.say(format!("No dangers in {} migrations", chosen.len()));
    }
    context.output.document(&json!({ "denied": is_denied, "hazards": listed }));
    Ok(if is_denied { DIFFERENT } else { DONE })
}

fn denied(args: &LintArgs, context: &Context) -> Vec<HazardKind> {
    let config = &context.located.config.lint;
    let mut denied = config.deny.clone().unwrap_or_else(|| DENIED.to_vec());
    denied.retain(|kind| !config.allow.contains(kind));
    denied.extend(&args.deny);
    denied.retain(|kind| !args.allow.contains(kind));
    denied
}

fn chosen<'a>(args: &LintArgs, context: &Context, folder: &'a Folder) -> Result<Vec<&'a str>> {
    if args.revisions.is_empty() {
        let applied = context.look()?.applied()?;
        let pending = folder.migrations.iter().map(|m| m.version.as_str());
        return Ok(pending.filter(|version| !applied.contains(version)).collect());
    }
    args.revisions
        .iter()
        .map(|revision| match revision {
            Revision::Head => folder.head().map(|m| m.version.as_str()).ok_or_else(|| {
                Problem::new(format!("{} has no migrations", folder.path.display()))
            }),
            Revision::Named(name) => upgrade::find(name, folder).map(|m| m.version.as_str()),
            Revision::Base | Revision::Up(_) | Revision::Down(_) => {
                Err(Problem::new("`lint` takes migrations and no steps")
                    .help("give `head`, versions or the beginnings of them"))
            }
        })
        .collect()
}

fn hazards(
    scratch: &Database,
    migration: &Migration,
    before: &model_core::schema::Schema,
    after: &model_core::schema::Schema,
) -> Result<Vec<Hazard>> {
    let dialect = scratch.dialect;
    let diff = diff::diff(before, after, &Renames::default(), dialect.equivalence());
    // Where the change can't be planned the differences still tell the most.
    let plan = dialect.plan(&diff, &Fills::new()).unwrap_or_default();
    let mut hazards = lint::hazards(dialect, &diff, &plan, &Fills::new(), &Counts::default());
    // What the plan would do is not what the file does; the folder says itself.
    hazards.retain(|hazard| hazard.kind != HazardKind::NotTransactional);
    let outside = !migration.transaction || !dialect.capabilities().transactional_ddl;
    let up = migration.up()?;
    let is_whole = !outside || is_one_transaction(dialect, &up);
    for hazard in lint::written_by_hand(dialect, &up, is_whole, before, after) {
        let same = |told: &Hazard| told.kind == hazard.kind && told.object == hazard.object;
        if !hazards.iter().any(same) {
            hazards.push(hazard);
        }
    }
    if !is_whole {
        hazards.push(Hazard::new(
            HazardKind::NotTransactional,
            "migration",
            "a failure leaves it half-way: finish or revert it by hand, then `migrate stamp`",
        ));
    }
    Ok(hazards)
}

/// Whether a script opens a transaction of its own around all that it changes.
fn is_one_transaction(dialect: &dyn Dialect, script: &str) -> bool {
    sql::own_commit(&sql::statements(script, &dialect.session().lexis)).is_some()
}
