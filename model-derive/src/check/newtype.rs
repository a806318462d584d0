//! A type around another without contradictions.

use proc_macro2::TokenStream;
use syn::spanned::Spanned;
use syn::{Ident, Type};

use super::diesel_types::of_diesel;
use super::types::{self, Features};
use crate::errors::Errors;
use crate::parse::RawNewtype;

/// The type, the one inside and Diesel's.
pub struct Newtype {
    pub ident: Ident,
    pub inner: Type,
    pub diesel: TokenStream,
}

/// Checks that the type inside is one that a column holds.
pub fn newtype(raw: &RawNewtype, mut errors: Errors) -> syn::Result<Newtype> {
    let found = match &raw.sql_type {
        Some(given) => of_diesel(&given.value).map(|(tokens, _)| tokens),
        None => match types::option(&raw.inner) {
            Some(_) => Err("a column is NULL or not: write the `Option` in the model".to_owned()),
            None => types::of_rust(&raw.inner, Features::ENABLED).map(|(tokens, _)| tokens),
        },
    };
    let diesel = match found {
        Ok(tokens) => tokens,
        Err(message) => {
            errors.at(raw.inner.span(), message);
            TokenStream::new()
        }
    };
    match errors.combined() {
        Some(error) => Err(error),
        None => Ok(Newtype { ident: raw.ident.clone(), inner: raw.inner.clone(), diesel }),
    }
}
