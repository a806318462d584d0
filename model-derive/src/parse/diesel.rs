//! Diesel's own attributes: what they mean for a model is honoured, what a model says otherwise is
//! refused by name. Where Diesel's derives are all there is (`schema_only`), they judge the rest.

use proc_macro2::{Span, TokenTree};
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::punctuated::Punctuated;
use syn::{Attribute, Ident, LitBool, LitStr, Path, Token, TypePath};

use super::Given;
use super::items::{fields, flag, items, once, unknown_of_diesel, value, within};
use crate::errors::Errors;

/// What stands above the struct.
#[derive(Default)]
pub struct OfStruct {
    /// The last segment of `table_name`.
    pub table: Option<Given<Ident>>,
    /// The key, by the names of its columns.
    pub primary_key: Option<Given<Vec<Ident>>>,
    /// The backends that the fields are checked for.
    pub backends: Vec<Path>,
}

/// What stands above a field.
#[derive(Default)]
pub struct OfField {
    pub column: Option<Given<Ident>>,
    pub sql_type: Option<Given<TypePath>>,
    pub skip_insertion: Option<Given<()>>,
    pub skip_update: Option<Given<()>>,
}

const OF_STRUCT: &[&str] = &[
    "table_name",
    "primary_key",
    "check_for_backend",
    "treat_none_as_null",
    "treat_none_as_default_value",
];

const OF_FIELD: &[&str] = &[
    "column_name",
    "sql_type",
    "skip_insertion",
    "skip_update",
    "treat_none_as_null",
    "treat_none_as_default_value",
];

/// Reads one `#[diesel(…)]` above a struct; `alone` where Diesel's derives are beside it.
pub fn of_struct(found: &mut OfStruct, attribute: &Attribute, alone: bool, errors: &mut Errors) {
    each(attribute, errors, |word, input, errors| {
        match word.to_string().as_str() {
        "table_name" => once(&mut found.table, word, table_name(word, input)?),
        "primary_key" => once(&mut found.primary_key, word, fields(word, input)?),
        _ if alone => skip(input),
        "check_for_backend" => within(word, input, "(diesel::pg::Pg)", |content| {
            let disabled = content.peek(Ident) && content.peek2(Token![=]);
            if disabled {
                return skip(content);
            }
            let paths = Punctuated::<Path, Token![,]>::parse_terminated(content)?;
            found.backends.extend(paths);
            Ok(())
        }),
        other => none_and_others(other, word, input, errors, |other| match other {
            "belongs_to" => Some(
                "a model's key to its parent is `#[model(foreign_key(parent::id, name = \"…\"))]` \
                 above the field that holds it",
            ),
            "base_query" | "base_query_type" => Some(
                "`query()` of a model gives its whole table: write another query as a function",
            ),
            "sql_type" | "aggregate" | "not_sized" | "foreign_derive" | "mysql_type"
            | "sqlite_type" | "postgres_type" => Some("a model has none: leave it out"),
            _ if OF_FIELD.contains(&other) => Some("it belongs to a field: write it above one"),
            "embed" => Some(
                "it belongs to a field: write `#[model(embed)]` above one, whose struct derives \
                 `Embed`",
            ),
            "serialize_as" | "deserialize_as" => Some(
                "it belongs to a field: write `#[model(newtype = …)]` above one, whose type derives \
                 `ModelType`",
            ),
            _ => None,
        })
        .unwrap_or_else(|| Err(unknown_of_diesel(word, OF_STRUCT))),
    }
    });
}

/// Reads one `#[diesel(…)]` above a field.
pub fn of_field(found: &mut OfField, attribute: &Attribute, alone: bool, errors: &mut Errors) {
    each(attribute, errors, |word, input, errors| {
        match word.to_string().as_str() {
        "column_name" => once(&mut found.column, word, column_name(word, input)?),
        _ if alone => skip(input),
        "sql_type" => {
            let path: TypePath = value(word, input, "diesel::sql_types::Text")?;
            once(&mut found.sql_type, word, path)
        }
        "skip_insertion" => {
            flag(word, input)?;
            once(&mut found.skip_insertion, word, ())
        }
        "skip_update" => {
            flag(word, input)?;
            once(&mut found.skip_update, word, ())
        }
        other => none_and_others(other, word, input, errors, |other| match other {
            "embed" => {
                Some("write `#[model(embed)]` instead, and derive `Embed` on the field's struct")
            }
            "serialize_as" | "deserialize_as" => Some(
                "write `#[model(newtype = …)]` instead, and derive `ModelType` on the field's type; \
                 or `#[model(json)]` where it is stored as JSON",
            ),
            "select_expression" | "select_expression_type" => Some(
                "a model holds the columns of its table: write a struct of its own for this, with \
                 Diesel's `Selectable`",
            ),
            _ if OF_STRUCT.contains(&other) => Some("it belongs above the struct"),
            _ => None,
        })
        .unwrap_or_else(|| Err(unknown_of_diesel(word, OF_FIELD))),
    }
    });
}

fn each(
    attribute: &Attribute,
    errors: &mut Errors,
    mut item: impl FnMut(&Ident, ParseStream<'_>, &mut Errors) -> syn::Result<()>,
) {
    let read = attribute.parse_args_with(|input: ParseStream<'_>| {
        items(input, errors, |word, input, errors| item(word, input, errors));
        Ok(())
    });
    if let Err(error) = read {
        errors.push(error);
    }
}

/// What Diesel does with `None`, which a model does one way only, and what `refused` says of a word.
fn none_and_others(
    other: &str,
    word: &Ident,
    input: ParseStream<'_>,
    errors: &mut Errors,
    refused: impl FnOnce(&str) -> Option<&'static str>,
) -> Option<syn::Result<()>> {
    let (as_it_is, instead) = match other {
        "treat_none_as_null" => (
            true,
            "`save` of a model writes the row as it is: to leave columns as they are, take the \
             struct of changes",
        ),
        "treat_none_as_default_value" => (
            false,
            "a model is inserted as it is: to leave columns to their `default`, take the struct of \
             new rows",
        ),
        other => {
            let message = refused(other)?;
            let message = format!("`{word}` of Diesel's is not for models: {message}");
            errors.at(word.span(), message);
            return Some(skip(input));
        }
    };
    Some(value(word, input, if as_it_is { "true" } else { "false" }).map(|literal: LitBool| {
        if literal.value != as_it_is {
            errors.at(literal.span, format!("{instead}; leave `{word}` out"));
        }
    }))
}

fn table_name(word: &Ident, input: ParseStream<'_>) -> syn::Result<Ident> {
    let path = match text(word, input)? {
        Some(text) => text.parse_with(Path::parse_mod_style)?,
        None => input.call(Path::parse_mod_style)?,
    };
    let last = path.segments.last().map(|segment| segment.ident.clone());
    last.ok_or_else(|| wrong(word.span(), word))
}

fn column_name(word: &Ident, input: ParseStream<'_>) -> syn::Result<Ident> {
    match text(word, input)? {
        Some(text) => text.parse_with(Ident::parse_any),
        None => input.call(Ident::parse_any),
    }
}

/// `=`, and the text where one follows.
fn text(word: &Ident, input: ParseStream<'_>) -> syn::Result<Option<LitStr>> {
    if !input.peek(Token![=]) {
        return Err(wrong(word.span(), word));
    }
    input.parse::<Token![=]>()?;
    if input.is_empty() {
        return Err(wrong(word.span(), word));
    }
    if input.peek(LitStr) { input.parse().map(Some) } else { Ok(None) }
}

fn wrong(span: Span, word: &Ident) -> syn::Error {
    syn::Error::new(span, format!("write `{word} = name`"))
}

/// Passes over whatever follows a word of Diesel's.
fn skip(input: ParseStream<'_>) -> syn::Result<()> {
    while !input.is_empty() && !input.peek(Token![,]) {
        input.parse::<TokenTree>()?;
    }
    Ok(())
}
