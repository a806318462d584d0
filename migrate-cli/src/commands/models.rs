//! `migrate models`

use model_core::registry::{Document, FORMAT};

use super::DONE;
use crate::context::Context;
use crate::models::{self, Models};
use crate::problem::Result;

/// What `migrate models` is told.
#[derive(Debug, clap::Args)]
pub struct ModelsArgs {}

/// Prints the registry as JSON, in either format: it is a document for a program anyway.
pub fn run(_args: &ModelsArgs, context: &Context) -> Result<u8> {
    let Models { schema, origin } = models::load(context)?;
    let document = Document { format: FORMAT, backends: origin.backends, schema };
    context.output.json(document.write().trim_end());
    Ok(DONE)
}
