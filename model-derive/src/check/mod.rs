//! The second stage: from what was written to one consistent model, or to every mistake in it.

mod column;
mod constraint;
mod default;
mod diesel_types;
mod enumeration;
mod existing;
mod foreign_key;
mod names;
mod newtype;
mod relation;
mod types;
mod view;

pub use column::{Column, Held};
pub use constraint::{Check, Deferrable, Exclusion, Index, Part, PrimaryKey, Target, Unique};
pub use default::Default;
pub use enumeration::{Enum, enumeration};
pub use existing::Existing;
pub use foreign_key::{Action, ForeignKey};
pub use newtype::{Newtype, newtype};
pub use relation::{ident, parent};
pub use types::{Features, Type, option};
pub use view::{Query, View, view};

use proc_macro2::Span;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::{Attribute, Ident, Path, Visibility};

use crate::errors::Errors;
use crate::parse::{Given, RawModel, Text};
use names::Names;

/// A model without contradictions.
pub struct Model {
    pub vis: Visibility,
    pub ident: Ident,
    pub docs: Vec<Attribute>,
    /// The module that `diesel::table!` makes.
    pub module: Path,
    /// What there is to ask of a `table!` that was there before.
    pub existing: Option<Existing>,
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
    /// Constraints and indexes that stay as the database has them.
    pub keeps: Vec<String>,
    /// Its rows only join those that its two keys lead to.
    pub many_to_many: bool,
    /// The column that counts the row's updates.
    pub version: Option<usize>,
    /// The backends that the fields are checked for.
    pub backends: Vec<Path>,
    /// What the generated structs derive.
    pub derives: Vec<Path>,
    /// The struct of new rows.
    pub new: Ident,
    /// The struct of changes.
    pub changes: Ident,
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
            let mut column = column::column(field, place, &key, errors);
            column.comment = comment(&field.comment, raw.comments.is_some(), &field.docs);
            column
        })
        .collect();
    let before = errors.count();
    names::distinct_columns(raw, &columns, &module, &mut errors);
    let sound = errors.count() == before
        && !raw.broken
        && !raw.fields.iter().any(|field| field.broken)
        && columns.iter().all(|column| column.diesel.is_some())
        && (!key.is_empty() || raw.no_primary_key.is_some());

    // Everything below names constraints, and no two of one table may have one name.
    let mut names = Names::new(&table.value);
    let primary_key = constraint::primary_key(raw, key, &mut names, &mut errors);
    let uniques = constraint::uniques(raw, &columns, &mut names, &mut errors);
    let foreign_keys = foreign_key::foreign_keys(raw, &columns, &mut names, &mut errors);
    let checks = constraint::checks(raw, &columns, &mut names, &mut errors);
    let exclusions = constraint::exclusions(raw, &columns, &mut names, &mut errors);
    let indexes = constraint::indexes(raw, &columns, &mut names, &mut errors);
    let options = pairs(&raw.options, &mut errors);
    let many_to_many = foreign_key::many_to_many(raw, &foreign_keys, &mut errors);

    let name = raw.ident.unraw();
    let new = generated(&raw.new, format_ident!("New{name}"), &mut errors);
    let changes = generated(&raw.changes, format_ident!("{name}Changes"), &mut errors);
    names::not_taken(raw, foreign_keys.iter().map(|key| &key.relation), &mut errors);
    let version = version(raw, &primary_key, &mut errors);

    let existing = existing::existing(raw);
    let model = Model {
        vis: raw.vis.clone(),
        ident: raw.ident.clone(),
        docs: raw.docs.clone(),
        module,
        existing,
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
        comment: comment(&raw.comment, raw.comments.is_some(), &raw.docs),
        renamed_from: raw.renamed_from.as_ref().map(|given| given.value.value.clone()),
        schema_only: raw.schema_only.is_some(),
        keeps: raw.keeps.clone(),
        many_to_many,
        version,
        backends: raw.diesel.backends.clone(),
        derives: raw.derives.clone(),
        new,
        changes,
    };
    match errors.combined() {
        None => Ok(model),
        Some(error) => Err((error, sound.then(|| Box::new(model)))),
    }
}

/// The name that is given to a generated struct, or the one it has by itself.
fn generated(given: &Option<Given<Text>>, default: Ident, errors: &mut Errors) -> Ident {
    let Some(Given { value: text, .. }) = given else { return default };
    syn::parse_str(&text.value).map_or_else(
        |_| {
            errors.at(text.span, format!("`{}` can't be the name of a struct", text.value));
            default
        },
        |ident: Ident| Ident::new(&ident.to_string(), text.span),
    )
}

/// The comment that is given or, where that is asked for, the first paragraph of the documentation.
fn comment(given: &Option<Given<Text>>, from_docs: bool, docs: &[Attribute]) -> Option<String> {
    if let Some(given) = given {
        return Some(given.value.value.clone());
    }
    if !from_docs {
        return None;
    }
    let lines = docs.iter().filter_map(|attribute| match &attribute.meta {
        syn::Meta::NameValue(syn::MetaNameValue {
            value: syn::Expr::Lit(syn::ExprLit { lit: syn::Lit::Str(text), .. }),
            ..
        }) => Some(text.value()),
        _ => None,
    });
    let text: String = lines.collect::<Vec<_>>().join("\n");
    let lines = text.trim().lines().map(str::trim);
    let paragraph: Vec<&str> = lines.take_while(|line| !line.is_empty()).collect();
    (!paragraph.is_empty()).then(|| paragraph.join(" "))
}

/// The one column that counts the row's updates.
fn version(raw: &RawModel, key: &PrimaryKey, errors: &mut Errors) -> Option<usize> {
    let marked = raw.fields.iter().enumerate();
    let mut marked = marked.filter_map(|(place, field)| Some((place, field.version.as_ref()?)));
    let (place, given) = marked.next()?;
    if key.columns.contains(&place) {
        errors.at(given.word, "a key never changes: give the version a field of its own");
    }
    if let Some((_, second)) = marked.next() {
        errors.at(second.word, "a row has one version: take `version` off one of the two fields");
    }
    Some(place)
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
