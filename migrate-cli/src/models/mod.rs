//! The models: linked into this program, read from a file, or built and asked.

mod ask;
mod cargo;
pub mod child;
mod choose;
pub mod document;
mod graph;
mod marks;
pub mod names;
mod options;
mod package;
mod target;
pub mod texts;
mod unlinked;
mod unread;

use model_core::registry::{self, Document, RegistryError};
use model_core::schema::Schema;

pub use unread::Unread;

use crate::context::Context;
use crate::dialect::Dialect;
use crate::problem::{Problem, Result};

/// The models, and what is known of where they came from.
#[derive(Debug, Clone, Default)]
pub struct Models {
    /// What they are.
    pub schema: Schema,
    /// The rest.
    pub origin: Origin,
}

/// Where models came from.
#[derive(Debug, Clone, Default)]
pub struct Origin {
    /// The databases that they were built for, by the names of features; none where that is not
    /// known.
    pub backends: Vec<String>,
    /// What may have more of them.
    pub unread: Unread,
}

/// The models, checked as a whole. None at all is an error: it would mean "drop everything".
pub fn load(context: &Context) -> Result<Models> {
    if let Some(path) = &context.global.schema {
        let models = Models::from(document::read(path)?);
        if models.schema.tables.is_empty() {
            return Err(Problem::new(format!(
                "{} has no models, which would mean to drop every table",
                path.display()
            ))
            .help("write it anew with `migrate models`"));
        }
        return check(models, context);
    }
    // A binary of the person's own that has the models linked in and calls `migrate_cli::main`.
    let linked = registry::document();
    if !linked.schema.tables.is_empty() {
        return check(linked.into(), context);
    }
    let package::Read { document, unread } = package::read(context)?;
    let mut models = Models::from(document);
    models.origin.unread = unread;
    check(models, context)
}

impl From<Document> for Models {
    fn from(document: Document) -> Self {
        let origin = Origin { backends: document.backends, unread: Unread::default() };
        Self { schema: document.schema, origin }
    }
}

fn check(models: Models, context: &Context) -> Result<Models> {
    let scope = context.scope();
    // A table that is left alone is there, and has a struct that is no model yet, say.
    let is_left_alone = |error: &RegistryError| match error {
        RegistryError::UnknownTable { references, .. } => scope.ignores(&references.name),
        _ => false,
    };
    let found = registry::validate(&models.schema);
    let errors: Vec<String> =
        found.iter().filter(|it| !is_left_alone(it)).map(ToString::to_string).collect();
    match errors.as_slice() {
        [] => Ok(models),
        [one] => Err(Problem::new(one.clone())),
        several => Err(Problem::new("the models contradict one another:").list(several.to_vec())),
    }
}

impl Origin {
    /// Refuses a database that the models were not built for: their columns would get the types of
    /// another one, and the program would not read them.
    pub fn check_database(&self, dialect: &dyn Dialect) -> Result<()> {
        let backend = dialect.capabilities().backend;
        if self.backends.is_empty() || self.backends.iter().any(|name| name == backend) {
            return Ok(());
        }
        let features = self.unread.backends.iter();
        let own = features.filter(|(of, _)| of == backend).map(|(_, feature)| feature).next();
        let advice = match own {
            Some(feature) => format!("build them for it with `--features {feature}`"),
            None => format!("turn the feature `{backend}` of model-core on where they are built"),
        };
        Err(Problem::new(format!(
            "the models are built for {}, and the database is {}: some columns would have types that the program does not read",
            self.backends.join(" and "),
            dialect.name()
        ))
        .help(advice))
    }
}
