//! Diesel's `BelongsTo`, for each parent that exactly one key of one column leads to.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use super::load::is_hashed;
use super::path::parent_table;
use crate::check::{ForeignKey, Model, parent};

/// The keys that say on their own to which row of a parent a row belongs.
fn eligible(model: &Model) -> impl Iterator<Item = &ForeignKey> {
    model.foreign_keys.iter().filter(|key| {
        let same = |other: &&ForeignKey| parent(&other.references[0]) == parent(&key.references[0]);
        key.columns.len() == 1
            && model.foreign_keys.iter().filter(same).count() == 1
            && is_hashed(&model.columns[key.columns[0]])
    })
}

/// The one implementation, which asks the keys: the parent's struct has no name here, only its
/// table has.
pub fn belongs(model: &Model, twice: &[&str]) -> Option<TokenStream> {
    eligible(model).next().filter(|_| !twice.contains(&"Associations"))?;
    let ident = &model.ident;
    Some(quote! {
        impl<__P> ::diesel::associations::BelongsTo<__P> for #ident
        where
            __P: ::model_core::Model,
            Self: ::model_core::relation::KeyTo<__P::Table>,
            __P::Table: ::diesel::Table<
                PrimaryKey = <Self as ::model_core::relation::KeyTo<__P::Table>>::Target
            >,
        {
            type ForeignKey = <Self as ::model_core::relation::KeyTo<__P::Table>>::Key;
            type ForeignKeyColumn = <Self as ::model_core::relation::KeyTo<__P::Table>>::Column;
            fn foreign_key(&self) -> ::core::option::Option<&Self::ForeignKey> {
                ::model_core::relation::KeyTo::key(self)
            }
            fn foreign_key_column() -> Self::ForeignKeyColumn {
                <Self::ForeignKeyColumn as ::core::default::Default>::default()
            }
        }
    })
}

/// What each key says; only there where its parent is.
pub fn keys(model: &Model) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    let keys = eligible(model).map(|key| {
        let column = &model.columns[key.columns[0]];
        let (field, name) = (column.access(), &column.ident);
        let path = &key.references[0];
        let table = parent_table(path);
        let ty = column.inner();
        let value = if column.nullable {
            quote!(::core::option::Option::as_ref(&self.#field))
        } else {
            quote!(::core::option::Option::Some(&self.#field))
        };
        // Models in a macro of the person's have two kinds of `self` otherwise.
        let span = Span::call_site().located_at(ty.span());
        quote_spanned! {span=>
            impl ::model_core::relation::KeyTo<#table> for #ident {
                type Key = #ty;
                type Column = #module::#name;
                type Target = #path;
                fn key(&self) -> ::core::option::Option<&Self::Key> {
                    #value
                }
            }
        }
    });
    quote!(#(#keys)*)
}
