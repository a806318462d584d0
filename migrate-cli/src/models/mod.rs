//! The models: linked into this program, read from a file, or built and asked.

mod build;
pub mod child;
pub mod document;
pub mod texts;

use model_core::registry;
use model_core::schema::Schema;

use crate::context::Context;
use crate::problem::{Problem, Result};

/// Where models came from, and what to do when there are none.
struct Found {
    schema: Schema,
    place: String,
    advice: String,
}

/// The models' schema, checked as a whole. One without a table is an error: it would mean
/// "drop everything".
pub fn load(context: &Context) -> Result<Schema> {
    let found = find(context)?;
    if found.schema.tables.is_empty() {
        let message =
            format!("{} has no models, which would mean to drop every table", found.place);
        return Err(Problem::new(message).help(found.advice));
    }
    check(&found.schema)?;
    Ok(found.schema)
}

fn find(context: &Context) -> Result<Found> {
    if let Some(path) = &context.global.schema {
        return Ok(Found {
            schema: document::read(path)?,
            place: path.display().to_string(),
            advice: "write it anew with `migrate models`".to_owned(),
        });
    }
    // A binary of the person's own that has the models linked in and calls `migrate_cli::main`.
    let linked = registry::schema();
    if !linked.tables.is_empty() {
        return Ok(Found {
            schema: linked,
            place: "this program".to_owned(),
            advice: String::new(),
        });
    }
    let built = build::load(context)?;
    Ok(Found { schema: built.schema, place: built.package, advice: built.advice })
}

fn check(schema: &Schema) -> Result<()> {
    let errors: Vec<String> = registry::validate(schema).iter().map(ToString::to_string).collect();
    match errors.as_slice() {
        [] => Ok(()),
        [one] => Err(Problem::new(one.clone())),
        several => Err(Problem::new("the models contradict one another:").list(several.to_vec())),
    }
}
