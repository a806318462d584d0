//! The second stage: from what was written to one consistent model, or to every mistake in it.

mod column;
mod constraint;
mod default;
mod diesel_types;
mod enumeration;
mod foreign_key;
mod names;
mod relation;
mod types;

pub use column::Column;
pub use constraint::{Check, Deferrable, Exclusion, Index, Part, PrimaryKey, Target, Unique};
pub use default::Default;
pub use enumeration::{Enum, enumeration};
pub use foreign_key::{Action, ForeignKey, parent};
pub use relation::plural;
pub use types::{Features, Type};

use proc_macro2::Span;
use syn::{Attribute, Ident, Path, Visibility};

use crate::errors::Errors;
use crate::parse::RawModel;
use names::Names;

/// A model without contradictions.
pub struct Model {
    pub vis: Visibility,
    pub ident: Ident,
    pub docs: Vec<Attribute>,
    /// The name of the module that `diesel::table!` makes.
    pub module: Ident,
    pub table: String,
    pub schema: Option<Ident>,
    pub columns: Vec<Column>,
    pub primary_key: PrimaryKey,
    pub uniques: Vec<Unique>,
    pub foreign_keys: Vec<ForeignKey>,
    pub checks: Vec<Check>,
    pub exclusions: Vec<Exclusion>,
    pub indexes: Vec<Index>,
    pub options: Vec<(String, String)>,
    pub comment: Option<String>,
    pub renamed_from: Option<String>,
    /// No code for queries: table and registry only.
    pub schema_only: bool,
    /// Its rows only join those that its two keys lead to.
    pub many_to_many: bool,
    /// What the generated structs derive.
    pub derives: Vec<Path>,
}

/// Checks everything about a struct that can be known from the struct alone, beside the mistakes
/// that reading it found.
///
/// Where only constraints are wrong, the table is known all the same: with the mistakes come the
/// model, so that the code that uses the table is not called wrong too.
pub fn model(
    raw: &RawModel,
    mut errors: Errors,
) -> Result<Model, (syn::Error, Option<Box<Model>>)> {
    let table = names::table(raw, &mut errors);
    let module = names::module(raw, &table.value);
    let schema = names::schema(raw, &mut errors);
    if raw.fields.is_empty() {
        errors.at(raw.ident.span(), "a table needs a column: give the struct a field");
    }
    let key = constraint::primary_key_columns(raw, &mut errors);
    let columns: Vec<Column> = raw
        .fields
        .iter()
        .enumerate()
        .map(|(place, field)| {
            // Of a field that was not read whole, only its name and type are taken.
            let mut nowhere = Errors::default();
            let errors = if field.broken { &mut nowhere } else { &mut errors };
            column::column(field, place, &key, errors)
        })
        .collect();
    let before = errors.count();
    names::distinct_columns(raw, &columns, &module, &mut errors);
    let sound = errors.count() == before
        && !raw.broken
        && !raw.fields.iter().any(|field| field.broken)
        && columns.iter().all(|column| column.diesel.is_some())
        && !key.is_empty();

    // Everything below names constraints, and no two of one table may have one name.
    let mut names = Names::new(&table.value);
    let primary_key = constraint::primary_key(raw, key, &mut names, &mut errors);
    let uniques = constraint::uniques(raw, &columns, &mut names, &mut errors);
    let foreign_keys = foreign_key::foreign_keys(raw, &columns, &mut names, &mut errors);
    let checks = constraint::checks(raw, &columns, &mut names, &mut errors);
    let exclusions = constraint::exclusions(raw, &columns, &mut names, &mut errors);
    let indexes = constraint::indexes(raw, &columns, &mut names, &mut errors);
    let options = pairs(&raw.options, &mut errors);
    let many_to_many = relation::many_to_many(raw, &foreign_keys, &mut errors);

    let model = Model {
        vis: raw.vis.clone(),
        ident: raw.ident.clone(),
        docs: raw.docs.clone(),
        module,
        table: table.value,
        schema,
        columns,
        primary_key,
        uniques,
        foreign_keys,
        checks,
        exclusions,
        indexes,
        options,
        comment: raw.comment.as_ref().map(|given| given.value.value.clone()),
        renamed_from: raw.renamed_from.as_ref().map(|given| given.value.value.clone()),
        schema_only: raw.schema_only.is_some(),
        many_to_many,
        derives: raw.derives.clone(),
    };
    match errors.combined() {
        None => Ok(model),
        Some(error) => Err((error, sound.then(|| Box::new(model)))),
    }
}

/// Options without their places, each given once.
fn pairs(raw: &[(crate::parse::Text, String)], errors: &mut Errors) -> Vec<(String, String)> {
    let mut pairs: Vec<(String, String)> = Vec::new();
    for (key, value) in raw {
        if pairs.iter().any(|(before, _)| *before == key.value) {
            errors.at(key.span, format!("`{}` is given twice: leave one of them out", key.value));
        }
        pairs.push((key.value.clone(), value.clone()));
    }
    pairs
}

/// The mistake of two attributes that can't both hold.
fn contradiction(errors: &mut Errors, at: Span, first: &str, second: &str) {
    errors.at(at, format!("`{first}` and `{second}` contradict each other: leave one of them out"));
}
