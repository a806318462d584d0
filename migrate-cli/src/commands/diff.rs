//! `migrate diff`: the way from one schema to another, as SQL.

use std::path::{Path, PathBuf};

use serde_json::json;

use super::{DIFFERENT, DONE};
use crate::compare::{self, Comparison, Flags};
use crate::context::Context;
use crate::dialect::{Fills, Proof};
use crate::diff;
use crate::draft::Draft;
use crate::files;
use crate::lint;
use crate::migration::{self, Drafted};
use crate::output::plain;
use crate::problem::{Problem, Result};
use crate::source::{SchemaState, Source};

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
    /// table:OLD=NEW, column:TABLE.OLD=NEW and so on, as for `generate`
    #[arg(long, value_name = "RENAME")]
    pub rename: Vec<String>,
    /// view:NAME, trigger:TABLE.NAME, function:NAME and the like: may go, as for `generate`
    #[arg(long, value_name = "DROP")]
    pub drop: Vec<String>,
}

/// Compares two ends and prints the way.
pub fn run(args: &DiffArgs, context: &Context) -> Result<u8> {
    let from = SchemaState::read(&args.from, context)?;
    let to = SchemaState::read(&args.to, context)?;
    let flags = Flags { rename: &args.rename, drop: &args.drop };
    let Comparison { mut from, dialect, diff, unread, .. } =
        compare::compare(context, from, to, flags, compare::no_choice)?;
    let unmanaged = diff::unmanaged(&diff, dialect.equivalence());
    if diff.is_empty() {
        return nothing_to_write(args, context, &unmanaged);
    }
    let counts = match &mut from.database {
        Some(database) => {
            let questions = lint::questions(dialect, &diff, &Fills::new());
            lint::ask(database.connection.as_mut(), dialect, &questions)
        }
        None => lint::Counts::default(),
    };
    let drafted =
        migration::draft(dialect, &diff, &Fills::new(), &counts, None, unread.as_deref())?;
    let proof = dialect.prove(&diff, &drafted.parts)?;
    if let Proof::Untried(reason) = &proof {
        context.output.detail(format!("not tried on a copy of the schema: {reason}"));
    }
    tell(context, &unmanaged);
    if let Some(folder) = &args.output {
        write(folder, &drafted.parts)?;
        context.output.note(format!("Wrote {}", folder.display()));
    } else {
        context.output.script(printed(&drafted, args.down).trim_end());
    }
    let mut document = document(&drafted);
    document["proof"] = json!(proof);
    document["unmanaged"] = unmanaged.into();
    context.output.document(&document);
    Ok(if args.exit_code { DIFFERENT } else { DONE })
}

/// The end where no statement leads from one to the other. They may differ all the same.
fn nothing_to_write(args: &DiffArgs, context: &Context, unmanaged: &[String]) -> Result<u8> {
    let differ = !unmanaged.is_empty();
    tell(context, unmanaged);
    if !differ {
        context.output.note("No changes");
    } else if let Some(folder) = &args.output {
        let mut text =
            "-- These differ, and are not for migrations of tables to write:\n".to_owned();
        text.extend(
            unmanaged.iter().map(|line| format!("-- {}\n", plain(line).replace('\n', " "))),
        );
        write(folder, &[Draft { up: text.clone(), down: text, transaction: true }])?;
        context.output.note(format!("Wrote {}, without a statement", folder.display()));
    }
    context.output.document(&json!({
        "changed": differ, "changes": [], "hazards": [], "parts": [], "unmanaged": unmanaged,
    }));
    Ok(if args.exit_code && differ { DIFFERENT } else { DONE })
}

/// Tells what differs and is left to the person.
fn tell(context: &Context, unmanaged: &[String]) {
    if !unmanaged.is_empty() {
        context.output.note("These differ too, and are not for migrations of tables to write:");
        unmanaged.iter().for_each(|line| context.output.note(format!("  {line}")));
    }
}

fn printed(drafted: &Drafted, down: bool) -> String {
    match down {
        false => drafted.parts.iter().map(|part| part.up.as_str()).collect::<Vec<_>>().join("\n"),
        true => {
            drafted.parts.iter().rev().map(|part| part.down.as_str()).collect::<Vec<_>>().join("\n")
        }
    }
}

/// The answer for a script.
pub fn document(drafted: &Drafted) -> serde_json::Value {
    let parts: Vec<_> = drafted
        .parts
        .iter()
        .map(|part| json!({ "up": part.up, "down": part.down, "transaction": part.transaction }))
        .collect();
    json!({
        "changed": true,
        "changes": drafted.changes,
        "hazards": drafted.hazards,
        "parts": parts,
    })
}

/// Writes all files or none. A folder that is there is used when it is empty.
fn write(folder: &Path, parts: &[Draft]) -> Result<()> {
    let occupied = std::fs::read_dir(folder).is_ok_and(|mut entries| entries.next().is_some());
    if occupied {
        return Err(Problem::new(format!("{} is not empty", folder.display()))
            .help("give --output a new or an empty folder"));
    }
    let files = |part: &Draft| {
        [
            ("up.sql", part.up.clone()),
            ("down.sql", part.down.clone()),
            ("metadata.toml", format!("run_in_transaction = {}\n", part.transaction)),
        ]
    };
    // An empty folder that is there is the caller's own; what goes into it is taken out again
    // when something fails.
    let existed = folder.is_dir();
    let result = match parts {
        [part] if !existed => files::new_folder(folder, &files(part)),
        [part] => {
            files(part).iter().try_for_each(|(name, text)| files::replace(&folder.join(name), text))
        }
        several => several.iter().enumerate().try_for_each(|(index, part)| {
            files::new_folder(&folder.join(format!("{:02}", index + 1)), &files(part))
        }),
    };
    if result.is_err() {
        // The first problem is the one to tell.
        let _ = std::fs::remove_dir_all(folder);
        if existed {
            let _ = std::fs::create_dir(folder);
        }
    }
    result
}
