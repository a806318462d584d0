//! How the types of fields are written.

use proc_macro2::{Ident, Span, TokenStream};
use quote::quote;

use super::model::{Field, Model, Models};
use super::read::inner;
use crate::rust_type::{RustType, TypeWord};

/// An identifier, raw where Rust keeps the word for itself.
pub fn ident(name: &str) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(_) => Ident::new(name, Span::call_site()),
        Err(_) => Ident::new_raw(name, Span::call_site()),
    }
}

/// A path or a type as it is written.
fn parsed(text: &str) -> TokenStream {
    syn::parse_str(text).unwrap_or_else(|_| quote!(String))
}

/// The words above a field that say its type.
pub fn type_words(field: &Field, models: &Models) -> Vec<TokenStream> {
    let ty = field.ty();
    let number = proc_macro2::Literal::u32_unsuffixed;
    if let RustType::Unknown(name) = inner(&ty.rust)
        && let Some(unknown) = models.unknown_types.iter().find(|unknown| unknown.name == *name)
    {
        let sql_type = ident(&unknown.sql_type);
        let native = field.column.ty.native().unwrap_or_default();
        return vec![quote!(sql_type = #sql_type), quote!(db_type = #native)];
    }
    let is_list = matches!(ty.rust, RustType::List(_));
    ty.words
        .iter()
        .map(|word| match word {
            TypeWord::MaxLength(length) => {
                let length = number(*length);
                quote!(max_length = #length)
            }
            TypeWord::Precision(digits) => {
                let digits = number(*digits);
                quote!(precision = #digits)
            }
            TypeWord::Scale(digits) => {
                let digits = number(*digits);
                quote!(scale = #digits)
            }
            TypeWord::Database(native) => quote!(sql_type = #native),
            TypeWord::Diesel(_) if is_list => {
                let element = rust_type(inner(&ty.rust), models);
                quote!(sql_type = Array<#element>)
            }
            TypeWord::Diesel(path) => {
                let path = parsed(path);
                quote!(sql_type = #path)
            }
            TypeWord::DatabaseToo(native) => quote!(db_type = #native),
            TypeWord::Newtype(inner) => {
                let inner = parsed(inner);
                quote!(newtype = #inner)
            }
            TypeWord::Json => quote!(json),
            TypeWord::Enumeration => quote!(enumeration),
        })
        .collect()
}

/// The type of a field without its `Option`.
pub fn rust_type(rust: &RustType, models: &Models) -> TokenStream {
    match rust {
        RustType::Named(name) => parsed(name),
        RustType::List(element) => {
            let is_named = matches!(element.as_ref(), RustType::Named(_));
            let element = rust_type(element, models);
            if is_named { quote!(Vec<Option<#element>>) } else { quote!(Vec<#element>) }
        }
        RustType::Enumeration(name) => {
            let found = models.enumerations.iter().find(|found| found.of.name == *name);
            let name = found.map_or("String", |found| found.ident.as_str());
            let name = ident(name);
            quote!(#name)
        }
        RustType::Unknown(name) => {
            let found = models.unknown_types.iter().find(|found| found.name == *name);
            let name = ident(found.map_or("String", |found| found.ident.as_str()));
            quote!(#name)
        }
        RustType::Values(_) => quote!(String),
    }
}

/// The type of a field.
pub fn field_type(model: &Model, field: &Field, models: &Models) -> TokenStream {
    let inner = match (&field.ty().rust, &field.enumeration) {
        (RustType::Values(_), Some(name)) => {
            rust_type(&RustType::Enumeration(name.clone()), models)
        }
        (rust, _) => rust_type(rust, models),
    };
    let is_key = model.key().contains(&field.column.name.as_str());
    if field.column.nullable && !is_key { quote!(Option<#inner>) } else { inner }
}
