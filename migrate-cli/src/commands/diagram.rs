//! `migrate diagram`

use std::path::PathBuf;

use serde_json::json;

use super::DONE;
use crate::compare::{self, Flags};
use crate::context::Context;
use crate::diagram::{self, Picture};
use crate::files;
use crate::output::Format;
use crate::problem::Result;
use crate::source::{SchemaState, Source};

/// What `migrate diagram` is told.
#[derive(Debug, clap::Args)]
pub struct DiagramArgs {
    /// What is drawn: models, database, migrations, empty, a URL or a JSON file
    #[arg(long, value_name = "SOURCE", default_value = "models", hide_default_value = true)]
    pub from: Source,
    /// Draw what differs on the way from there to here
    #[arg(long, value_name = "SOURCE")]
    pub to: Option<Source>,
    /// Write it into this file
    #[arg(long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// table:OLD=NEW, column:TABLE.OLD=NEW and so on, as for `generate`
    #[arg(long, value_name = "RENAME", requires = "to")]
    pub rename: Vec<String>,
}

/// Draws one schema, or what differs between two.
pub fn run(args: &DiagramArgs, context: &Context) -> Result<u8> {
    let picture = picture(args, context)?;
    let text = match context.global.format {
        Format::Svg => diagram::svg(&picture),
        Format::Dot => diagram::dot(&picture),
        Format::Human | Format::Json | Format::Mermaid => diagram::mermaid(&picture),
    };
    match &args.output {
        Some(path) => {
            files::replace(path, &text)?;
            context.output.note(format!("Wrote {}", path.display()));
        }
        None => context.output.script(text.trim_end()),
    }
    context.output.document(&json!(picture));
    Ok(DONE)
}

fn picture(args: &DiagramArgs, context: &Context) -> Result<Picture> {
    let from = SchemaState::read(&args.from, context)?;
    let Some(to) = &args.to else { return Ok(diagram::single(&from.schema)) };
    let to = SchemaState::read(to, context)?;
    let flags = Flags { rename: &args.rename, drop: &[] };
    let comparison = compare::compare(context, from, to, flags, compare::no_choice)?;
    Ok(diagram::difference(&comparison.diff))
}
