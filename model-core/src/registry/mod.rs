//! Every model that is linked into a program, without anyone listing them.
//!
//! `#[derive(Model)]` leaves a [`ModelDef`] of constants; the linker gathers them; [`schema`]
//! makes the vocabulary of [`crate::schema`] out of them. [`json`] is the same as text, which is
//! what one program tells another about its models.

mod def;
mod export;
mod index_def;
mod lower;
mod mark;
mod validate;

pub use def::{
    AutoDef, CheckDef, ColumnDef, DefaultDef, EnumDef, ExclusionDef, ForeignKeyDef, GenerationDef,
    IndexDef, IndexPartDef, ModelDef, NameDef, PrimaryKeyDef, SqlFileDef, TypeDef, UniqueDef,
    ViewDef, is_backend, opens_with_create,
};
pub use export::{EXPORTED_FUNCTION, ExportedFunction, PRINT_VARIABLE, Receiver};
pub use mark::{ANSWERS_BACKWARDS, MODEL_BACKWARDS};
pub use validate::{RegistryError, validate};

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::schema::Schema;

/// The version of [`Document`] that this crate writes. It reads those before it, too.
///
/// 1. had the schema only;
/// 2. says for which databases the models were built;
/// 3. may declare views, functions, triggers and the like.
pub const FORMAT: u32 = 3;

/// The models of one program as text: a schema and the version of its format.
///
/// ```
/// use model_core::registry::Document;
///
/// let document = Document::read(r#"{"format": 1, "schema": {"tables": []}}"#)?;
/// assert!(document.schema.tables.is_empty());
/// # Ok::<(), model_core::registry::DocumentError>(())
/// ```
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Document {
    /// The version of the format.
    pub format: u32,
    /// What [`backends`] gave, or none where that is not known.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub backends: Vec<String>,
    /// The models.
    pub schema: Schema,
}

impl Document {
    /// Reads what [`json`] wrote, in this program or another.
    pub fn read(text: &str) -> Result<Self, DocumentError> {
        // The version first: another one may have anything beside it.
        #[derive(Deserialize)]
        struct Version {
            format: u32,
        }
        let version: Version = serde_json::from_str(text).map_err(DocumentError::Syntax)?;
        if !(1..=FORMAT).contains(&version.format) {
            return Err(DocumentError::Format(version.format));
        }
        serde_json::from_str(text).map_err(DocumentError::Syntax)
    }

    /// The text that [`Document::read`] reads: indented, in name order, with a last newline.
    pub fn write(&self) -> String {
        // The vocabulary has no map with keys other than texts and no number that JSON lacks, so
        // this can't fail; a `Result` would only be handed up to be unwrapped.
        let mut text = serde_json::to_string_pretty(self).unwrap_or_default();
        text.push('\n');
        text
    }
}

/// Why a text is no [`Document`].
#[derive(Debug)]
pub enum DocumentError {
    /// It is not JSON, or not of a schema.
    Syntax(serde_json::Error),
    /// It has a version that is not known here.
    Format(u32),
}

impl fmt::Display for DocumentError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Syntax(error) => write!(f, "this is not a document of models: {error}"),
            Self::Format(found) => write!(
                f,
                "this document of models has format {found}, and formats 1 to {FORMAT} are understood \
                 here: use the same version of model-core and of the program that reads it"
            ),
        }
    }
}

impl std::error::Error for DocumentError {}

/// All models linked into this program.
pub fn models() -> impl Iterator<Item = &'static ModelDef> {
    inventory::iter::<ModelDef>.into_iter()
}

/// The schema that the models of this program ask for: logical, and silent about everything
/// that a model does not say.
pub fn schema() -> Schema {
    let mut schema = lower::schema(models());
    schema.declarations =
        lower::declarations(inventory::iter::<ViewDef>, inventory::iter::<SqlFileDef>);
    schema.sort();
    schema
}

/// The databases that the models of this program are built for, by the names of this crate's
/// features. The types of some columns depend on them: JSON is `jsonb` where PostgreSQL is the only
/// one.
pub fn backends() -> &'static [&'static str] {
    &[
        #[cfg(feature = "sqlite")]
        "sqlite",
        #[cfg(feature = "postgres")]
        "postgres",
        #[cfg(feature = "mysql")]
        "mysql",
    ]
}

/// [`schema`] with the version of the format and the databases that it is for.
pub fn document() -> Document {
    let backends = backends().iter().map(|name| (*name).to_owned()).collect();
    Document { format: FORMAT, backends, schema: schema() }
}

/// [`document`] as text.
pub fn json() -> String {
    document().write()
}
