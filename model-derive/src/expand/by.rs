//! `X::by_<unique>(…)`: the query for the row that a unique constraint allows.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;

use crate::check::{Column, Model, Type, Unique};

pub fn by(model: &Model) -> Option<TokenStream> {
    let functions: Vec<_> = model.uniques.iter().map(|unique| function(model, unique)).collect();
    if functions.is_empty() {
        return None;
    }
    let ident = &model.ident;
    Some(quote! {
        #[allow(dead_code, non_snake_case)]
        impl #ident {
            #(#functions)*
        }
    })
}

fn function(model: &Model, unique: &Unique) -> TokenStream {
    let (module, vis) = (&model.module, &model.vis);
    let columns: Vec<&Column> = unique.columns.iter().map(|place| &model.columns[*place]).collect();
    let names: Vec<String> =
        columns.iter().map(|column| column.field.unraw().to_string()).collect();
    let name = format_ident!("by_{}", names.join("_and_"), span = model.ident.span());
    let doc = format!("The query for the row with this {}.", names.join(" and "));
    let fields: Vec<_> = columns.iter().map(|column| &column.field).collect();
    let types: Vec<_> = columns.iter().map(|column| parameter(column)).collect();
    let equalities = columns.iter().zip(&types).map(|(column, ty)| {
        let (ident, field) = (&column.ident, &column.field);
        let value = quote!(::diesel::ExpressionMethods::eq(#module::#ident, #field));
        (quote!(::diesel::dsl::Eq<#module::#ident, #ty>), value)
    });
    let all = equalities.reduce(|(ty, value), (next_ty, next)| {
        (
            quote!(::diesel::dsl::And<#ty, #next_ty>),
            quote!(::diesel::BoolExpressionMethods::and(#value, #next)),
        )
    });
    let (ty, value) = all.unwrap_or_default();
    quote! {
        #[doc = #doc]
        #vis fn #name<'__v>(#(#fields: #types),*) -> ::model_core::rows::Where<Self, #ty> {
            ::model_core::rows::filtered::<Self, #ty>(#value)
        }
    }
}

/// What is small goes by value, and everything else by reference.
fn parameter(column: &Column) -> TokenStream {
    let ty = column.inner();
    match &column.ty {
        Type::Bool
        | Type::Integer(_)
        | Type::Unsigned(_)
        | Type::Float
        | Type::Double
        | Type::Date
        | Type::Time
        | Type::Timestamp
        | Type::TimestampTz
        | Type::Uuid => quote!(#ty),
        Type::Text { .. } if is_string(ty) => quote!(&'__v str),
        _ => quote!(&'__v #ty),
    }
}

/// Whether a text may be borrowed for it.
pub fn is_string(ty: &syn::Type) -> bool {
    match ty {
        syn::Type::Path(path) => {
            path.path.segments.last().is_some_and(|last| last.ident == "String")
        }
        _ => false,
    }
}
