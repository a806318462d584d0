//! The first stage: what was written, with spans, and nothing about whether it makes sense
//! beyond its grammar.

mod auto;
mod constraint;
mod crate_path;
mod diesel;
mod embedded;
mod enumeration;
mod field;
mod index;
mod items;
mod newtype;
mod structure;
mod view;

pub use auto::RawAuto;
pub use constraint::{RawCheck, RawColumns, RawExclusion, RawForeignKey, RawUnique};
pub use crate_path::crate_path;
pub use embedded::{asks_to_embed, embedded_field};
pub use enumeration::{RawEnum, enumeration};
pub use field::{RawDefault, RawField, RawSqlType, Within};
pub use index::{RawIndex, RawPart, RawPartTarget};
pub use newtype::{RawNewtype, newtype};
pub use structure::{RawModel, model, view};
pub use view::RawView;

use proc_macro2::Span;

/// A value and the word in the attribute that gives it.
pub struct Given<T> {
    /// The span of the word.
    pub word: Span,
    /// What it gives.
    pub value: T,
}

/// A name or other text with the place of it.
#[derive(Clone)]
pub struct Text {
    /// What was written.
    pub value: String,
    /// Where.
    pub span: Span,
}

impl From<&syn::LitStr> for Text {
    fn from(literal: &syn::LitStr) -> Self {
        Self { value: literal.value(), span: literal.span() }
    }
}

impl From<&syn::Ident> for Text {
    fn from(ident: &syn::Ident) -> Self {
        use syn::ext::IdentExt;
        Self { value: ident.unraw().to_string(), span: ident.span() }
    }
}
