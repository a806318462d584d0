//! An enum whose values a column holds, as it was written.

use syn::parse::ParseStream;
use syn::spanned::Spanned;
use syn::{Attribute, Data, DeriveInput, Fields, Ident, Path};

use super::items::{items, name, once, text, unknown, value};
use super::{Given, Text};
use crate::errors::Errors;

/// The enum.
pub struct RawEnum {
    pub ident: Ident,
    pub name: Option<Given<Text>>,
    pub schema: Option<Given<Text>>,
    pub renamed_from: Option<Given<Text>>,
    pub variants: Vec<RawVariant>,
}

/// One value of it.
pub struct RawVariant {
    pub ident: Ident,
    pub name: Option<Given<Text>>,
    pub renamed_from: Option<Given<Text>>,
}

/// Reads the enum and adds everything that isn't in the grammar to the errors.
pub fn enumeration(input: &DeriveInput, errors: &mut Errors) -> syn::Result<RawEnum> {
    let Data::Enum(data) = &input.data else {
        let message = "only an enum is an enumeration: derive `Model` on a struct";
        return Err(syn::Error::new(input.ident.span(), message));
    };
    if let Some(parameter) = input.generics.params.first() {
        let message = "an enumeration has no parameters: its values are plain words";
        return Err(syn::Error::new(parameter.span(), message));
    }
    let mut raw = RawEnum {
        ident: input.ident.clone(),
        name: None,
        schema: None,
        renamed_from: None,
        variants: Vec::new(),
    };
    let mut core = None;
    each(&input.attrs, errors, |word, input| match word.to_string().as_str() {
        "crate" => once(&mut core, word, value::<Path>(word, input, "other::model_core")?),
        "name" => once(&mut raw.name, word, name(word, input, "\"name\"")?),
        "schema" => once(&mut raw.schema, word, name(word, input, "\"name\"")?),
        "renamed_from" => once(&mut raw.renamed_from, word, name(word, input, "\"old_name\"")?),
        _ => Err(unknown(word, &["crate", "name", "schema", "renamed_from"])),
    });
    for variant in &data.variants {
        if !matches!(variant.fields, Fields::Unit) {
            let message = "a value of an enumeration is a plain word: take its fields off";
            errors.at(variant.fields.span(), message);
        }
        let mut value = RawVariant { ident: variant.ident.clone(), name: None, renamed_from: None };
        each(&variant.attrs, errors, |word, input| match word.to_string().as_str() {
            "name" => once(&mut value.name, word, text(word, input, "\"value\"")?),
            "renamed_from" => {
                once(&mut value.renamed_from, word, text(word, input, "\"old_value\"")?)
            }
            _ => Err(unknown(word, &["name", "renamed_from"])),
        });
        raw.variants.push(value);
    }
    Ok(raw)
}

/// Reads the items of each `#[model(…)]`.
pub fn each(
    attributes: &[Attribute],
    errors: &mut Errors,
    mut item: impl FnMut(&Ident, ParseStream<'_>) -> syn::Result<()>,
) {
    for attribute in attributes.iter().filter(|attribute| attribute.path().is_ident("model")) {
        let read = attribute.parse_args_with(|input: ParseStream<'_>| {
            items(input, errors, |word, input, _| item(word, input));
            Ok(())
        });
        if let Err(error) = read {
            errors.push(error);
        }
    }
}
