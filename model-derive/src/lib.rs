//! The derives of `model-core`, which re-exports them and documents how they are used.
//!
//! Three stages over plain data, each knowing only the one before it:
//!
//! - `parse`: the struct and its attributes, as they were written, every value with its span;
//! - `check`: one consistent model, names and types worked out, or every mistake there is;
//! - `expand`: the code of a checked model.
#![deny(missing_docs)]

mod beside;
mod check;
mod dependency;
mod embed;
mod errors;
mod expand;
// A symbolic link into model-core, so that there is one rule and not two alike.
#[allow(dead_code)]
mod naming;
mod parse;

use proc_macro::TokenStream;
use syn::{DeriveInput, parse_macro_input};

/// The code for what was written, in the words of the person's package.
fn derived(
    input: &DeriveInput,
    code: impl FnOnce(&DeriveInput) -> proc_macro2::TokenStream,
) -> TokenStream {
    match dependency::find(input) {
        Ok(core) => core.put_into(code(input)).into(),
        Err(missing) => missing.into(),
    }
}

// Documented where it is re-exported, in model-core.
#[allow(missing_docs)]
#[proc_macro_derive(Model, attributes(model, diesel))]
pub fn derive_model(input: TokenStream) -> TokenStream {
    let mut input = parse_macro_input!(input as DeriveInput);
    beside::bring(&mut input);
    derived(&input, |input| model(input, &[]))
}

/// What a macro of `Embed` calls with the columns that a model asked it for.
#[doc(hidden)]
#[proc_macro]
pub fn embedded(input: TokenStream) -> TokenStream {
    let found = parse_macro_input!(input as embed::Gathered);
    derived(&found.input, |input| model(input, &found.embedded))
}

/// The code of a model, or the question for the columns of the next struct embedded in it.
fn model(input: &DeriveInput, embedded: &[DeriveInput]) -> proc_macro2::TokenStream {
    if let Some(question) = embed::next(input, embedded) {
        return question;
    }
    let mut errors = errors::Errors::default();
    let parsed = match parse::model(input, embedded, &mut errors) {
        Ok(parsed) => parsed,
        Err(error) => return error.into_compile_error(),
    };
    let (twice, error) = match parsed.schema_only {
        // Diesel's derives are all there is then.
        Some(_) => Default::default(),
        None => beside::twice(&input.attrs, "Model", &expand::OF_MODEL),
    };
    let mut code = match check::model(&parsed, errors) {
        Ok(model) => expand::model(&model, &twice),
        Err((error, table)) => {
            let mut code = error.into_compile_error();
            code.extend(table.map(|model| expand::table_alone(&model)));
            code
        }
    };
    code.extend(error);
    code
}

// Documented where it is re-exported, in model-core.
#[allow(missing_docs)]
#[proc_macro_derive(View, attributes(model, diesel))]
pub fn derive_view(input: TokenStream) -> TokenStream {
    let mut input = parse_macro_input!(input as DeriveInput);
    beside::bring(&mut input);
    derived(&input, view)
}

/// The code of a view.
fn view(input: &DeriveInput) -> proc_macro2::TokenStream {
    let mut errors = errors::Errors::default();
    let parsed = match parse::view(input, &mut errors) {
        Ok(parsed) => parsed,
        Err(error) => return error.into_compile_error(),
    };
    let (twice, error) = beside::twice(&input.attrs, "View", &expand::OF_VIEW);
    let mut code = match check::view(parsed, errors) {
        Ok(view) => expand::view(&view, &twice),
        Err((error, table)) => {
            let mut code = error.into_compile_error();
            code.extend(table.map(|model| expand::table_alone(&model)));
            code
        }
    };
    code.extend(error);
    code
}

// Documented where it is re-exported, in model-core.
#[allow(missing_docs)]
#[proc_macro_derive(ModelEnum, attributes(model))]
pub fn derive_model_enum(input: TokenStream) -> TokenStream {
    let mut input = parse_macro_input!(input as DeriveInput);
    beside::bring(&mut input);
    derived(&input, |input| {
        let mut errors = errors::Errors::default();
        let (twice, error) = beside::twice(&input.attrs, "ModelEnum", &expand::OF_VALUE);
        let mut code = parse::enumeration(input, &mut errors)
            .and_then(|parsed| check::enumeration(&parsed, errors))
            .map(|found| expand::enumeration(&found, check::Features::ENABLED, &twice))
            .unwrap_or_else(syn::Error::into_compile_error);
        code.extend(error);
        code
    })
}

// Documented where it is re-exported, in model-core.
#[allow(missing_docs)]
#[proc_macro_derive(ModelType, attributes(model))]
pub fn derive_model_type(input: TokenStream) -> TokenStream {
    let mut input = parse_macro_input!(input as DeriveInput);
    beside::bring(&mut input);
    derived(&input, |input| {
        let mut errors = errors::Errors::default();
        let (twice, error) = beside::twice(&input.attrs, "ModelType", &expand::OF_VALUE);
        let mut code = parse::newtype(input, &mut errors)
            .and_then(|parsed| check::newtype(&parsed, errors))
            .map(|found| expand::newtype(&found, &twice))
            .unwrap_or_else(syn::Error::into_compile_error);
        code.extend(error);
        code
    })
}

// Documented where it is re-exported, in model-core.
#[allow(missing_docs)]
#[proc_macro_derive(Embed, attributes(model))]
pub fn derive_embed(input: TokenStream) -> TokenStream {
    derived(&parse_macro_input!(input as DeriveInput), |input| {
        embed::embed(input).unwrap_or_else(|error| {
            let mut code = error.into_compile_error();
            code.extend(embed::nothing(input));
            code
        })
    })
}
