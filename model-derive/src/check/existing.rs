//! A model of a `table!` that was there before it.

use proc_macro2::Span;

use crate::parse::{RawField, RawModel};

/// Where what is asked of the `table!` is said.
pub struct Existing {
    /// The name of each column.
    pub names: Vec<Span>,
    /// The primary key.
    pub key: Span,
}

pub fn existing(raw: &RawModel) -> Option<Existing> {
    raw.existing.as_ref()?;
    let name = |field: &RawField| {
        field.column.as_ref().map_or(field.ident.span(), |given| given.value.span)
    };
    let of_fields = raw.fields.iter().filter_map(|field| field.primary_key.as_ref());
    let key = of_fields.map(|given| given.word).next();
    Some(Existing {
        names: raw.fields.iter().map(name).collect(),
        key: raw.primary_key.as_ref().map(|given| given.word).or(key).unwrap_or(raw.ident.span()),
    })
}
