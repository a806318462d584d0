//! Models out of a database: a schema read, said in attributes, and compared with what it was read of
//! before a line is written.

mod attributes;
mod constraints;
mod default;
mod fit;
mod index;
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
mod view;

pub use layout::{Layout, SourceFile, is_ours};
pub use model::is_below;
pub use objects::ObjectFile;
pub use style::Style;

use model_core::schema::{Declaration, ObjectName, Schema, SchemaObject, SequenceOptions, Table};

use crate::config::Names;
use crate::database::Connection;
use crate::dialect::{Dialect, SchemaError};
use crate::problem::Result;

/// What a database is as models.
pub struct Pulled {
    models: model::Models,
    backend: &'static str,
    /// What stands beside the tables, but for the views that are structs.
    files: Vec<ObjectFile>,
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

    /// The files of the models. `has_files`: files of SQL are written beside them.
    pub fn sources(&self, has_files: bool, layout: &Layout) -> Result<Vec<SourceFile>> {
        let registered = |file: &&ObjectFile| has_files && file.is_registered;
        let files = self.files.iter().filter(registered);
        let left = self.files.iter().filter(|file| !registered(file));
        let left: Vec<String> = left.map(|file| file.object.to_string()).collect();
        let files = files.map(|file| format!("sql/{}", file.name)).collect();
        let beside = layout::Beside { files, has_files, left: &left };
        layout::files(&self.models, &beside, layout)
    }

    /// The files of SQL that the models name, each with its path from the folder of the package.
    pub fn sql_files(&self) -> Vec<(String, String)> {
        let views = self.models.views.iter().filter(|view| !view.is_short());
        let views = views.map(|view| (view.path(), format!("{}\n", view.query)));
        let files = self.files.iter().map(|file| (format!("sql/{}", file.name), file.text.clone()));
        views.chain(files).collect()
    }

    /// What the registry will have beside the tables.
    pub fn declarations(&self) -> Vec<Declaration> {
        let views = self.models.views.iter().map(model::View::declaration);
        let files = self.files.iter().filter(|file| file.is_registered);
        views.chain(files.map(ObjectFile::declaration)).collect()
    }

    /// Takes back what of these the database would keep in another way, by what their declarations call it: a
    /// view that is a struct becomes a file, what is a file is no longer registered. Whether there was any.
    pub fn take_back(&mut self, schema: &Schema, is_meant: impl Fn(&str) -> bool) -> bool {
        let mut any = false;
        for file in self.files.iter_mut().filter(|file| file.is_registered) {
            if is_meant(&file.object.to_string()) {
                file.is_registered = false;
                any = true;
            }
        }
        let views = &mut self.models.views;
        let before = views.len();
        views.retain(|view| !is_meant(&view.object.object_name().to_string()));
        if views.len() < before {
            any = true;
            let structs: Vec<&SchemaObject> = views.iter().map(|view| &view.object).collect();
            let unregistered = |name: &ObjectName| {
                self.files.iter().any(|file| file.object == *name && !file.is_registered)
            };
            let mut files = objects::files(schema, &structs);
            files.iter_mut().for_each(|file| file.is_registered &= !unregistered(&file.object));
            self.files = files;
        }
        any
    }

    /// What stays as it is and belongs to nobody.
    pub fn unregistered(&self) -> impl Iterator<Item = &ObjectFile> {
        self.files.iter().filter(|file| !file.is_registered)
    }
}

/// Makes models of these tables and of the views that are asked for, compares them with the database, and takes the next best way to
/// say what differs until nothing does.
pub fn pull(
    schema: &Schema,
    tables: &[&Table],
    is_asked: impl Fn(&SchemaObject) -> bool,
    style: &Style,
    dialect: &dyn Dialect,
    connection: &mut Box<dyn Connection>,
) -> std::result::Result<Pulled, SchemaError> {
    let (left, tables): (Vec<&Table>, Vec<&Table>) =
        tables.iter().copied().partition(|table| is_beyond_models(table).is_some());
    let views = view::shapes(schema, is_asked, dialect, connection.as_mut())?;
    let mut models = read::read(schema, &tables, &views, style, dialect);
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
    let structs: Vec<&SchemaObject> = models.views.iter().map(|view| &view.object).collect();
    let files = objects::files(schema, &structs);
    Ok(Pulled { models, files, backend, notes, other_names, tables_of_other_names })
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
