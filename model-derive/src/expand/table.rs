//! `diesel::table!`

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use crate::check::{Column, Model, Type};

pub fn table(model: &Model) -> TokenStream {
    if model.existing.is_some() {
        return TokenStream::new();
    }
    let Some(module) = model.module.get_ident() else { return TokenStream::new() };
    let docs = &model.docs;
    // A program that denies undocumented items should not have to document what it didn't write.
    let summary = docs.is_empty().then(|| {
        let text = format!("The table `{}`.", model.table);
        quote!(#[doc = #text])
    });
    let case = module.to_string().chars().any(char::is_uppercase);
    let lint = case.then(|| quote!(#[allow(non_snake_case)]));
    let sql_name = sql_name(&model.table, &module.unraw().to_string());
    let schema = model.schema.as_ref().map(|schema| quote!(#schema.));
    // Diesel's table has a key always; of one that is none nothing is made.
    let key = match model.primary_key.columns.as_slice() {
        [] => &[0],
        places => places,
    };
    let key = key.iter().filter_map(|place| model.columns.get(*place)).map(|column| &column.ident);
    let around = model.columns.iter().any(is_relative).then(|| {
        quote!(
            use super::*;
        )
    });
    let columns = model.columns.iter().map(column);
    quote! {
        ::diesel::table! {
            use diesel::sql_types::*;
            #[doc(hidden)]
            pub use ::model_core::made_by_derive_model;
            #around
            #(#docs)*
            #summary
            #lint
            #sql_name
            #schema #module (#(#key),*) {
                #(#columns)*
            }
        }
    }
}

fn column(column: &Column) -> TokenStream {
    let ident = &column.ident;
    let docs = &column.docs;
    let summary = docs.is_empty().then(|| {
        let text = format!("The column `{}`.", column.name);
        quote!(#[doc = #text])
    });
    let sql_name = sql_name(&column.name, &ident.unraw().to_string());
    let max_length = match column.ty {
        Type::Text { max_length: Some(length) } | Type::Binary { max_length: Some(length) } => {
            let length = proc_macro2::Literal::u32_unsuffixed(length);
            Some(quote!(#[max_length = #length]))
        }
        _ => None,
    };
    let ty = sql_type(column);
    quote! {
        #(#docs)*
        #summary
        #sql_name
        #max_length
        #ident -> #ty,
    }
}

/// The SQL type with its `Nullable`.
pub fn sql_type(column: &Column) -> TokenStream {
    let inner = column.diesel.clone().unwrap_or_default();
    if column.nullable { quote!(diesel::sql_types::Nullable<#inner>) } else { inner }
}

fn sql_name(name: &str, ident: &str) -> Option<TokenStream> {
    (name != ident).then(|| quote!(#[sql_name = #name]))
}

/// Whether the type was named as the struct sees it, which its module does not.
fn is_relative(column: &Column) -> bool {
    let mut tokens = column.diesel.clone().unwrap_or_default().into_iter();
    match tokens.next() {
        Some(proc_macro2::TokenTree::Ident(first)) => first != "diesel" && first != "crate",
        _ => false,
    }
}
