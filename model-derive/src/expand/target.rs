//! What other models' keys may lead to in this one.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;
use syn::ext::IdentExt;

use crate::check::{Deferrable, Model, Target};

pub fn targets(model: &Model) -> TokenStream {
    let module = &model.module;
    let itself = itself(model);
    let targets = unique_sets(model).into_iter().map(|set| {
        let mut columns: Vec<Ident> =
            set.iter().map(|place| model.columns[*place].ident.clone()).collect();
        match columns.as_slice() {
            [column] => quote! {
                #[diagnostic::do_not_recommend]
                impl ::model_core::target::UniqueColumn for #module::#column {}
            },
            _ => {
                let written = columns.clone();
                by_name(&mut columns);
                // A key's holder names them in the order of their names, an upsert as it likes.
                let orders =
                    if written == columns { vec![columns] } else { vec![columns, written] };
                let orders = orders.iter().map(|columns| {
                    quote! {
                        #[diagnostic::do_not_recommend]
                        impl ::model_core::target::UniqueColumns<(#(#module::#columns,)*)>
                            for #module::table {}
                    }
                });
                quote!(#(#orders)*)
            }
        }
    });
    let values = (!model.schema_only).then(|| values(model));
    let keyed = (!model.primary_key.columns.is_empty()).then(|| keyed(model));
    quote! {
        #values
        #keyed
        #itself
        #(#targets)*
    }
}

/// Its rows are told apart by a key.
pub fn keyed(model: &Model) -> TokenStream {
    let ident = &model.ident;
    quote!(impl ::model_core::target::Keyed for #ident {})
}

/// The struct and its table.
pub fn itself(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let module = &model.module;
    let name = &model.table;
    let schema = match &model.schema {
        Some(schema) => {
            let schema = schema.unraw().to_string();
            quote!(::core::option::Option::Some(#schema))
        }
        None => quote!(::core::option::Option::None),
    };
    quote! {
        impl ::model_core::relation::TableOf<#ident> for #module::table {}
        impl ::model_core::Model for #ident {
            type Table = #module::table;
        }
        impl ::model_core::target::ModelTable for #module::table {
            const SCHEMA: ::core::option::Option<&'static str> = #schema;
            const NAME: &'static str = #name;
        }
    }
}

/// A row's own values in the columns that keys may lead to.
fn values(model: &Model) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    let places: BTreeSet<usize> = unique_sets(model).into_iter().flatten().collect();
    let values = places.into_iter().map(|place| {
        let column = &model.columns[place];
        let (name, field, inner) = (&column.ident, column.access(), column.inner());
        let value = if column.nullable {
            quote!(::core::option::Option::as_ref(&self.#field))
        } else {
            quote!(::core::option::Option::Some(&self.#field))
        };
        quote! {
            impl ::model_core::relation::ColumnOf<#module::#name> for #ident {
                type Value = #inner;
                fn value(&self) -> ::core::option::Option<&Self::Value> {
                    #value
                }
            }
        }
    });
    quote!(#(#values)*)
}

/// The order in which a parent and its children name several columns, since neither sees the
/// other.
pub fn by_name(columns: &mut [Ident]) {
    columns.sort_by_key(|ident| ident.unraw().to_string());
}

/// The columns that no two rows share and that a key can lead to, each set once.
fn unique_sets(model: &Model) -> Vec<Vec<usize>> {
    let uniques = model
        .uniques
        .iter()
        // No database lets a key lead to a constraint that may be broken for a while.
        .filter(|unique| matches!(unique.deferrable, Deferrable::No))
        .map(|unique| unique.columns.clone());
    let indexes = model.indexes.iter().filter(|i| i.unique && i.predicate.is_none());
    let indexes = indexes.filter_map(|index| {
        let whole = index.parts.iter().map(|part| match (&part.target, part.prefix) {
            (Target::Column(place), None) => Some(*place),
            _ => None,
        });
        whole.collect::<Option<Vec<usize>>>()
    });
    std::iter::once(model.primary_key.columns.clone())
        .chain(uniques)
        .chain(indexes)
        .filter(|columns| !columns.is_empty())
        .map(|columns| {
            let mut set = columns.clone();
            set.sort_unstable();
            (set, columns)
        })
        // Of two constraints on the same columns the first says their order.
        .rev()
        .collect::<BTreeMap<_, _>>()
        .into_values()
        .collect()
}
