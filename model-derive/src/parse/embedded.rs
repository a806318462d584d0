//! The fields of a struct that is embedded in a model.

use proc_macro2::TokenStream;
use quote::format_ident;
use syn::ext::IdentExt;
use syn::parse::{ParseStream, Parser};
use syn::{DeriveInput, Ident, Token};

use super::Given;
use super::field::{RawField, Within, field};
use crate::errors::Errors;

/// Whether the field is of another struct's columns. Only the word is looked for: whether all is
/// right is found when the field is read.
pub fn asks_to_embed(field: &syn::Field) -> bool {
    let attributes = field.attrs.iter().filter(|attribute| attribute.path().is_ident("model"));
    let mut items = attributes.filter_map(|attribute| attribute.meta.require_list().ok());
    items.any(|list| names_embed.parse2(list.tokens.clone()).unwrap_or_default())
}

fn names_embed(input: ParseStream<'_>) -> syn::Result<bool> {
    let mut found = false;
    while !input.is_empty() {
        found |= input.call(Ident::parse_any)? == "embed";
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<proc_macro2::TokenTree>()?;
        }
        input.parse::<Option<Token![,]>>()?;
    }
    input.parse::<TokenStream>()?;
    Ok(found)
}

/// Reads a field of an embedded struct by itself: what only a table has is a mistake there.
pub fn embedded_field(written: &syn::Field, errors: &mut Errors) -> Option<RawField> {
    let raw = field(0, written, None, false, errors)?;
    let mut wrong = |at, what: &str| {
        errors.at(at, format!("an embedded struct can't have {what}: put it into the model"));
    };
    let key = raw.primary_key.as_ref().map(|given| (given.word, "a part of the primary key"));
    let auto = raw.auto.as_ref().map(|given| (given.word, "a counted column"));
    let generated = raw.generated.as_ref().map(|given| (given.word, "a generated column"));
    let version = raw.version.as_ref().map(|given| (given.word, "a version"));
    let embed = raw.embed.as_ref().map(|given| (given.word, "another one in it"));
    let foreign = raw.foreign_keys.first().map(|key| (key.word, "a foreign key"));
    let check = raw.checks.first().map(|check| (check.word, "a check"));
    let all = [key, auto, generated, version, embed, foreign, check];
    for (at, what) in all.into_iter().flatten() {
        wrong(at, what);
    }
    Some(raw)
}

/// The columns of an embedded struct, as fields of the model from this place on.
pub fn columns(outer: &RawField, inner: &DeriveInput, from: usize) -> Vec<RawField> {
    let Some(Given { value: prefix, .. }) = &outer.embed else { return Vec::new() };
    let prefix = match prefix {
        Some(text) => text.value.clone(),
        None => format!("{}_", outer.ident.unraw()),
    };
    // What is wrong in it is said where it is declared.
    let mut said = Errors::default();
    let mut columns = Vec::new();
    let syn::Data::Struct(data) = &inner.data else { return Vec::new() };
    for (place, written) in data.fields.iter().enumerate() {
        let Some(mut raw) = field(from + columns.len(), written, None, false, &mut said) else {
            continue;
        };
        raw.within = Some(Within {
            field: outer.ident.clone(),
            vis: outer.vis.clone(),
            docs: outer.docs.clone(),
            ty: outer.ty.clone(),
            inner: raw.ident.clone(),
            place,
        });
        if let Some(given) = &mut raw.column {
            given.value.value = format!("{prefix}{}", given.value.value);
        }
        if let Some(given) = &mut raw.renamed_from {
            given.value.value = format!("{prefix}{}", given.value.value);
        }
        raw.ident = format_ident!("{prefix}{}", raw.ident.unraw(), span = outer.ident.span());
        columns.push(raw);
    }
    columns
}
