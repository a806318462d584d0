//! A type of the program's own around one that a column holds, as it was written.

use syn::{Data, DeriveInput, Fields, Ident, Path, Type, TypePath};

use super::items::{once, unknown, value};
use super::{Given, enumeration};
use crate::errors::Errors;

/// `struct Email(String)`
pub struct RawNewtype {
    pub ident: Ident,
    pub inner: Type,
    /// Diesel's type, where the type inside doesn't say it.
    pub sql_type: Option<Given<TypePath>>,
}

/// Reads the struct and adds everything that isn't in the grammar to the errors.
pub fn newtype(input: &DeriveInput, errors: &mut Errors) -> syn::Result<RawNewtype> {
    let wrong = |message: &str| Err(syn::Error::new(input.ident.span(), message));
    let Data::Struct(data) = &input.data else {
        return wrong("only a struct is a type around another: derive `ModelEnum` on an enum");
    };
    let inner = match &data.fields {
        Fields::Unnamed(fields) if fields.unnamed.len() == 1 => fields.unnamed[0].ty.clone(),
        _ => return wrong("a type around another has that one alone: `struct Email(String);`"),
    };
    if let Some(parameter) = input.generics.params.first() {
        let message = "a type with parameters has no definite column: name the type inside";
        return Err(syn::Error::new_spanned(parameter, message));
    }
    let (mut core, mut sql_type) = (None, None);
    enumeration::each(&input.attrs, errors, |word, input| match word.to_string().as_str() {
        "crate" => once(&mut core, word, value::<Path>(word, input, "other::model_core")?),
        "sql_type" => once(&mut sql_type, word, value(word, input, "diesel::sql_types::Text")?),
        _ => Err(unknown(word, &["crate", "sql_type"])),
    });
    Ok(RawNewtype { ident: input.ident.clone(), inner, sql_type })
}
