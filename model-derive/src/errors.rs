//! Mistakes, gathered so that a person sees all those of a struct at once.

use std::fmt::Display;

use proc_macro2::Span;

/// The mistakes found so far.
#[derive(Default)]
pub struct Errors(Vec<syn::Error>);

impl Errors {
    /// Adds one, at the token that is wrong.
    pub fn at(&mut self, span: Span, message: impl Display) {
        self.0.push(syn::Error::new(span, message));
    }

    /// Adds one that is already an error.
    pub fn push(&mut self, error: syn::Error) {
        self.0.push(error);
    }

    /// The value, if there was no mistake; otherwise all of them as one error.
    pub fn or<T>(self, value: impl FnOnce() -> T) -> syn::Result<T> {
        let combined = self.0.into_iter().reduce(|mut all, next| {
            all.combine(next);
            all
        });
        match combined {
            None => Ok(value()),
            Some(error) => Err(error),
        }
    }
}
