//! An enumeration without contradictions.

use heck::ToSnakeCase;
use syn::Ident;
use syn::ext::IdentExt;

use super::names::{value_within_limit, within_limit};
use crate::errors::Errors;
use crate::parse::{RawEnum, Text};

/// The type and its values.
pub struct Enum {
    pub ident: Ident,
    pub name: String,
    pub schema: Option<String>,
    pub renamed_from: Option<String>,
    pub values: Vec<Value>,
}

/// One value: the variant, its text and the text it was before.
pub struct Value {
    pub ident: Ident,
    pub text: String,
    pub renamed_from: Option<String>,
}

/// Checks everything about an enum.
pub fn enumeration(raw: &RawEnum, mut errors: Errors) -> syn::Result<Enum> {
    let name = match &raw.name {
        Some(given) => given.value.clone(),
        None => {
            Text { value: raw.ident.unraw().to_string().to_snake_case(), span: raw.ident.span() }
        }
    };
    within_limit(&name, "type", &mut errors);
    if let Some(schema) = &raw.schema {
        within_limit(&schema.value, "schema", &mut errors);
    }
    if raw.variants.is_empty() {
        errors.at(raw.ident.span(), "an enumeration needs a value: add a variant");
    }
    let mut values: Vec<Value> = Vec::new();
    for variant in &raw.variants {
        let text = match &variant.name {
            Some(given) => given.value.clone(),
            None => Text {
                value: variant.ident.unraw().to_string().to_snake_case(),
                span: variant.ident.span(),
            },
        };
        value_within_limit(&text, &mut errors);
        if let Some(other) = values.iter().find(|other| other.text == text.value) {
            let message = format!(
                "the value `{}` is the variant `{}` already: write another `name = \"…\"`",
                text.value, other.ident
            );
            errors.at(text.span, message);
        }
        values.push(Value {
            ident: variant.ident.clone(),
            text: text.value,
            renamed_from: variant.renamed_from.as_ref().map(|given| given.value.value.clone()),
        });
    }
    match errors.combined() {
        Some(error) => Err(error),
        None => Ok(Enum {
            ident: raw.ident.clone(),
            name: name.value,
            schema: raw.schema.as_ref().map(|given| given.value.value.clone()),
            renamed_from: raw.renamed_from.as_ref().map(|given| given.value.value.clone()),
            values,
        }),
    }
}
