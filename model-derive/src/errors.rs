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

    /// How many there are, to see whether something added one.
    pub fn count(&self) -> usize {
        self.0.len()
    }

    /// All of them as one error, if there are any.
    pub fn combined(self) -> Option<syn::Error> {
        self.0.into_iter().reduce(|mut all, next| {
            all.combine(next);
            all
        })
    }
}
