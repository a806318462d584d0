//! Models out of a database: a schema read, said in attributes, and compared with what it was read of
//! before a line is written.

mod attributes;
mod constraints;
mod default;
mod fit;
mod layout;
mod logical;
mod model;
mod name;
mod needs;
mod objects;
mod read;
mod relations;
mod source;
mod style;
mod types;

pub use layout::{Layout, SourceFile, is_ours};
pub use model::is_below;
pub use objects::files as object_files;
pub use style::Style;

use model_core::schema::{Schema, SequenceOptions, Table};

use crate::config::Names;
use crate::database::Connection;
use crate::dialect::{Dialect, SchemaError};
use crate::problem::Result;

/// What a database is as models.
pub struct Pulled {
    models: model::Models,
    backend: &'static str,
    /// What the models can't say, a line each.
    pub notes: Vec<String>,
    /// The names of constraints and indexes of the database that are not the models'.
    pub other_names: usize,
    /// The tables that would be changed for them.
    pub tables_of_other_names: usize,
}

impl Pulled {
    /// How many structs there are.
    pub fn count(&self) -> usize {
        self.models.models.len()
    }

    /// What the crates of the models need, in words.
    pub fn needs(&self) -> String {
        needs::needs(&self.models, self.backend)
    }

    /// The files of the models.
    pub fn files(&self, schema: &Schema, layout: &Layout) -> Result<Vec<SourceFile>> {
        layout::files(&self.models, schema, layout)
    }
}

/// Makes models of these tables, compares them with the database, and takes the next best way to
/// say what differs until nothing does.
pub fn pull(
    schema: &Schema,
    tables: &[&Table],
    style: &Style,
    dialect: &dyn Dialect,
    connection: &mut Box<dyn Connection>,
) -> std::result::Result<Pulled, SchemaError> {
    let (left, tables): (Vec<&Table>, Vec<&Table>) =
        tables.iter().copied().partition(|table| is_beyond_models(table).is_some());
    let mut models = read::read(schema, &tables, style, dialect);
    relations::settle(&mut models);
    fit::fit(&mut models, schema, dialect, connection)?;
    let differences = fit::compare(&models, schema, dialect, connection, Names::Convention)?;
    let (other_names, tables_of_other_names) = fit::count_names(&differences);
    let notes = models
        .models
        .iter()
        .flat_map(|model| model.notes.iter().map(|note| format!("{}: {note}", model.table.name)));
    let left = left.iter().filter_map(|table| {
        let reason = is_beyond_models(table)?;
        Some(format!(
            "{} has no model: {reason}; put it under `ignore` in migrate.toml",
            table.name
        ))
    });
    let notes = notes.chain(left).collect();
    let backend = dialect.capabilities().backend;
    Ok(Pulled { models, backend, notes, other_names, tables_of_other_names })
}

/// Why no struct can be a table.
fn is_beyond_models(table: &Table) -> Option<String> {
    const MOST: usize = 128;
    match table.columns.len() {
        0 => Some("it has no column".to_owned()),
        count if count > MOST => {
            Some(format!("it has {count} columns, and Diesel's tables have at most {MOST}"))
        }
        _ if table.columns.iter().any(|column| column.name.is_empty()) => {
            Some("it has a column without a name".to_owned())
        }
        _ => None,
    }
}

/// What of a sequence is not as it is by itself.
fn counted(options: &SequenceOptions) -> SequenceOptions {
    let most = match options.ty.as_deref() {
        Some("smallint") => i64::from(i16::MAX),
        Some("integer") => i64::from(i32::MAX),
        _ => i64::MAX,
    };
    let step = options.increment.unwrap_or(1);
    let (least, most) = if step < 0 { (-most - 1, -1) } else { (1, most) };
    let start = if step < 0 { most } else { least };
    SequenceOptions {
        ty: None,
        start: options.start.filter(|value| *value != start),
        increment: options.increment.filter(|value| *value != 1),
        min: options.min.filter(|value| *value != least),
        max: options.max.filter(|value| *value != most),
        cache: None,
        cycle: options.cycle.filter(|cycle| *cycle),
    }
}
