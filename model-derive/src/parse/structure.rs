//! The struct itself and the attributes above it.

use proc_macro2::{Span, TokenTree};
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, LitStr, Path, Token, Visibility};

use super::constraint::{
    self, RawCheck, RawExclusion, RawForeignKey, RawPrimaryKey, RawUnique, Site,
};
use super::diesel::{OfStruct, of_struct};
use super::embedded;
use super::field::{RawField, field};
use super::index::{self, RawIndex};
use super::items::{flag, items, name, once, pairs, text, unknown, value, whole, within};
use super::view::{self, RawView};
use super::{Given, Text};
use crate::errors::Errors;

/// A struct as it was written.
pub struct RawModel {
    /// Whether an attribute of it could not be read, so that what is missing may be meant.
    pub broken: bool,
    pub vis: Visibility,
    pub ident: Ident,
    pub docs: Vec<Attribute>,
    /// Where model-core is, which was found before.
    pub core: Option<Given<Path>>,
    pub table: Option<Given<Text>>,
    /// The `table!` that is there already, by its path.
    pub existing: Option<Given<Path>>,
    /// What that table is called in the database, where its module is called otherwise.
    pub name: Option<Given<Text>>,
    /// What Diesel's own attributes say.
    pub diesel: OfStruct,
    pub schema: Option<Given<Text>>,
    pub primary_key: Option<Given<RawPrimaryKey>>,
    pub uniques: Vec<RawUnique>,
    pub indexes: Vec<RawIndex>,
    pub checks: Vec<RawCheck>,
    pub exclusions: Vec<RawExclusion>,
    pub foreign_keys: Vec<RawForeignKey>,
    pub comment: Option<Given<Text>>,
    pub renamed_from: Option<Given<Text>>,
    pub options: Vec<(Text, String)>,
    /// No code for queries: table and registry only.
    pub schema_only: Option<Given<()>>,
    /// Its rows only join two others.
    pub many_to_many: Option<Given<()>>,
    /// The table has no primary key.
    pub no_primary_key: Option<Given<()>>,
    /// Constraints and indexes that stay as the database has them.
    pub keeps: Vec<String>,
    /// What the generated structs derive.
    pub derives: Vec<Path>,
    /// What the struct of new rows is called.
    pub new: Option<Given<Text>>,
    /// What the struct of changes is called.
    pub changes: Option<Given<Text>>,
    /// What it says where it is the struct of a view.
    pub view: Option<RawView>,
    /// The database's comments are the documentation.
    pub comments: Option<Given<()>>,
    pub fields: Vec<RawField>,
}

const KNOWN: &[&str] = &[
    "crate",
    "table",
    "name",
    "schema",
    "primary_key",
    "unique",
    "index",
    "check",
    "exclude",
    "foreign_key",
    "comment",
    "renamed_from",
    "option",
    "strict",
    "without_rowid",
    "schema_only",
    "derive",
    "many_to_many",
    "no_primary_key",
    "keeps",
    "new",
    "changes",
    "comments",
];

/// Words of a field that may be looked for here.
const OF_FIELD: &[&str] =
    &["auto", "column", "sql_type", "db_type", "max_length", "precision", "scale", "default"];

/// Reads the struct and adds everything that isn't in the grammar to the errors: what could be
/// read is still worth checking. `Err` is a thing that can't have a table at all.
pub fn model(
    input: &DeriveInput,
    embedded: &[DeriveInput],
    errors: &mut Errors,
) -> syn::Result<RawModel> {
    read(input, embedded, None, errors)
}

/// Reads the struct of a view.
pub fn view(input: &DeriveInput, errors: &mut Errors) -> syn::Result<RawModel> {
    read(input, &[], Some(RawView::default()), errors)
}

fn read(
    input: &DeriveInput,
    embedded: &[DeriveInput],
    view: Option<RawView>,
    errors: &mut Errors,
) -> syn::Result<RawModel> {
    let fields = shape(input)?;
    let mut raw = RawModel {
        broken: false,
        vis: input.vis.clone(),
        ident: input.ident.clone(),
        docs: Vec::new(),
        core: None,
        table: None,
        existing: None,
        name: None,
        diesel: OfStruct::default(),
        schema: None,
        primary_key: None,
        uniques: Vec::new(),
        indexes: Vec::new(),
        checks: Vec::new(),
        exclusions: Vec::new(),
        foreign_keys: Vec::new(),
        comment: None,
        renamed_from: None,
        options: Vec::new(),
        schema_only: None,
        many_to_many: None,
        no_primary_key: None,
        keeps: Vec::new(),
        derives: Vec::new(),
        new: None,
        changes: None,
        view,
        comments: None,
        fields: Vec::new(),
    };
    for attribute in &input.attrs {
        if attribute.path().is_ident("doc") {
            raw.docs.push(attribute.clone());
        } else if attribute.path().is_ident("model") {
            let read = attribute.parse_args_with(|input: ParseStream<'_>| {
                items(input, errors, |word, input, errors| item(&mut raw, word, input, errors));
                Ok(())
            });
            if let Err(error) = read {
                errors.push(error);
            }
        }
    }
    // What they mean depends on a word of the model's.
    let alone = raw.schema_only.is_some();
    for attribute in input.attrs.iter().filter(|attribute| attribute.path().is_ident("diesel")) {
        of_struct(&mut raw.diesel, attribute, alone, errors);
    }
    raw.broken = errors.count() > 0;
    let mut embedded = embedded.iter();
    for written in fields {
        let place = raw.fields.len();
        let Some(read) = field(place, written, raw.view.as_mut(), alone, errors) else { continue };
        match read.embed.as_ref().and_then(|_| embedded.next()) {
            Some(inner) => {
                only_embedded(written, errors);
                raw.fields.extend(embedded::columns(&read, inner, place));
            }
            None => raw.fields.push(read),
        }
    }
    Ok(raw)
}

/// A field that is several columns has no property of one.
fn only_embedded(written: &syn::Field, errors: &mut Errors) {
    for attribute in written.attrs.iter().filter(|attribute| attribute.path().is_ident("model")) {
        let _ = attribute.parse_args_with(|input: ParseStream<'_>| {
            items(input, errors, |word, input, _| {
                while !input.is_empty() && !input.peek(Token![,]) {
                    input.parse::<TokenTree>()?;
                }
                if word == "embed" {
                    return Ok(());
                }
                let message = format!(
                    "`{word}` is a property of one column: write it in the embedded struct"
                );
                Err(syn::Error::new(word.span(), message))
            });
            Ok(())
        });
    }
}

/// Only a struct with named fields and no parameters has a table.
fn shape(input: &DeriveInput) -> syn::Result<&Fields> {
    const USE: &str = "derive it on a struct with named fields";
    let wrong = |span: Span, what: &str| Err(syn::Error::new(span, what));
    let data = match &input.data {
        Data::Struct(data) => data,
        Data::Enum(data) => {
            return wrong(data.enum_token.span, &format!("an enum can't be a model: {USE}"));
        }
        Data::Union(data) => {
            return wrong(data.union_token.span, &format!("a union can't be a model: {USE}"));
        }
    };
    if let Some(parameter) = input.generics.params.first() {
        return wrong(
            parameter.span(),
            "a struct with parameters can't be a model: a table has one definite shape, so name \
             the types of its fields",
        );
    }
    match &data.fields {
        Fields::Named(_) => Ok(&data.fields),
        Fields::Unnamed(fields) => {
            wrong(fields.span(), "a tuple struct can't be a model: name its fields")
        }
        Fields::Unit => {
            wrong(input.ident.span(), "a struct without fields can't be a model: give it fields")
        }
    }
}

fn item(
    raw: &mut RawModel,
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
) -> syn::Result<()> {
    let site = Site::Struct;
    if let Some(view) = &mut raw.view
        && view::item(view, &mut raw.table, word, input)?
    {
        return Ok(());
    }
    match word.to_string().as_str() {
        "crate" => once(&mut raw.core, word, value(word, input, "other::model_core")?),
        "table" if is_path(input) => {
            input.parse::<Token![=]>()?;
            once(&mut raw.existing, word, input.call(Path::parse_mod_style)?)
        }
        "table" => once(&mut raw.table, word, name(word, input, "\"name\"")?),
        "name" => once(&mut raw.name, word, name(word, input, "\"name\"")?),
        "schema" => once(&mut raw.schema, word, name(word, input, "\"name\"")?),
        "primary_key" => {
            once(&mut raw.primary_key, word, constraint::primary_key(word, input, errors)?)
        }
        "unique" => whole(errors, |errors| constraint::unique(word, input, site, errors))
            .map(|it| raw.uniques.extend(it)),
        "index" => whole(errors, |errors| index::index(word, input, site, errors))
            .map(|it| raw.indexes.extend(it)),
        "check" => whole(errors, |errors| constraint::check(word, input, site, errors))
            .map(|it| raw.checks.extend(it)),
        "exclude" => whole(errors, |errors| constraint::exclusion(word, input, errors))
            .map(|it| raw.exclusions.extend(it)),
        "foreign_key" => whole(errors, |errors| constraint::foreign_key(word, input, site, errors))
            .map(|it| raw.foreign_keys.extend(it)),
        "comment" => once(&mut raw.comment, word, text(word, input, "\"what it holds\"")?),
        "renamed_from" => once(&mut raw.renamed_from, word, name(word, input, "\"old_name\"")?),
        "option" => pairs(word, input).map(|found| raw.options.extend(found)),
        "strict" | "without_rowid" => {
            let on = flag(word, input)?;
            if on {
                raw.options.push((Text::from(word), "true".to_owned()));
            }
            Ok(())
        }
        "schema_only" => {
            if flag(word, input)? {
                once(&mut raw.schema_only, word, ())?;
            }
            Ok(())
        }
        "many_to_many" => {
            if flag(word, input)? {
                once(&mut raw.many_to_many, word, ())?;
            }
            Ok(())
        }
        "no_primary_key" => {
            if flag(word, input)? {
                once(&mut raw.no_primary_key, word, ())?;
            }
            Ok(())
        }
        "keeps" => within(word, input, "(\"name\")", |content| {
            let names = content.parse_terminated(<LitStr as Parse>::parse, Token![,])?;
            raw.keeps.extend(names.iter().map(LitStr::value));
            Ok(())
        }),
        "new" => once(&mut raw.new, word, name(word, input, "NewName")?),
        "changes" => once(&mut raw.changes, word, name(word, input, "NameChanges")?),
        "comments" => {
            if flag(word, input)? {
                once(&mut raw.comments, word, ())?;
            }
            Ok(())
        }
        "derive" => within(word, input, "(Debug, Clone)", |content| {
            let paths = content.parse_terminated(Path::parse_mod_style, Token![,])?;
            raw.derives.extend(paths);
            Ok(())
        }),
        other if OF_FIELD.contains(&other) => Err(syn::Error::new(
            word.span(),
            format!("`{other}` belongs to a column: write `#[model({other} …)]` above the field"),
        )),
        _ => Err(unknown(word, KNOWN)),
    }
}

/// Whether what follows `=` is the path of a module, and not a name alone.
fn is_path(input: ParseStream<'_>) -> bool {
    let fork = input.fork();
    fork.parse::<Token![=]>().is_ok()
        && fork
            .call(Path::parse_mod_style)
            .is_ok_and(|path| path.leading_colon.is_some() || path.segments.len() > 1)
}
