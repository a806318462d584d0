//! The derives of `model-core`, which re-exports them and documents how they are used.
//!
//! Three stages over plain data, each knowing only the one before it:
//!
//! - `parse`: the struct and its attributes, as they were written, every value with its span;
//! - `check`: one consistent model, names and types worked out, or every mistake there is;
//! - `expand`: the code of a checked model.
#![deny(missing_docs)]

mod check;
mod errors;
mod expand;
// A symbolic link into model-core, so that there is one rule and not two alike.
#[allow(dead_code)]
mod naming;
mod parse;

use proc_macro::TokenStream;

// Documented where it is re-exported, in model-core.
#[allow(missing_docs)]
#[proc_macro_derive(Model, attributes(model, diesel))]
pub fn derive_model(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    let mut errors = errors::Errors::default();
    let parsed = match parse::model(&input, &mut errors) {
        Ok(parsed) => parsed,
        Err(error) => return error.into_compile_error().into(),
    };
    match check::model(&parsed, errors) {
        Ok(model) => expand::model(&model).into(),
        Err((error, table)) => {
            let mut code = error.into_compile_error();
            code.extend(table.map(|model| expand::table_alone(&model)));
            code.into()
        }
    }
}

// Documented where it is re-exported, in model-core.
#[allow(missing_docs)]
#[proc_macro_derive(ModelEnum, attributes(model))]
pub fn derive_model_enum(input: TokenStream) -> TokenStream {
    let input = syn::parse_macro_input!(input as syn::DeriveInput);
    let mut errors = errors::Errors::default();
    let result = parse::enumeration(&input, &mut errors)
        .and_then(|parsed| check::enumeration(&parsed, errors));
    match result {
        Ok(found) => expand::enumeration(&found, check::Features::ENABLED).into(),
        Err(error) => error.into_compile_error().into(),
    }
}
