//! `XChanges`: every column but the key, each to change or to leave.

use proc_macro2::TokenStream;
use quote::quote;

use super::new::{derives, field};
use super::save::{self, Written, changeable, changeset};
use crate::check::Model;

pub fn changes(model: &Model) -> Option<TokenStream> {
    let columns: Vec<Written<'_>> =
        changeable(model).into_iter().map(|column| (column, true)).collect();
    if columns.is_empty() || model.primary_key.columns.is_empty() {
        return None;
    }
    let (ident, vis, changes) = (&model.ident, &model.vis, &model.changes);
    let doc = format!(
        "Changes to a row of `{}`: what is `None` stays as it is, and `Some(None)` is NULL.",
        model.table
    );
    let derives = derives(model);
    let whole = save::fields(&columns);
    let fields = whole.iter().map(|(column, optional)| field(&(column, *optional)));
    let names = whole.iter().map(|(column, _)| &column.field);
    let changeset = changeset(model, changes, &columns, true);
    Some(quote! {
        #[doc = #doc]
        #derives
        #[allow(dead_code, trivial_bounds)]
        #vis struct #changes
        where
            Self: ::model_core::new::ChangesIsFree,
        {
            #(#fields,)*
        }
        const _: () = {
            impl ::model_core::new::ChangesIsFree for #changes {}
            impl ::core::default::Default for #changes {
                fn default() -> Self {
                    Self { #(#names: ::core::option::Option::None),* }
                }
            }
            #changeset
            impl ::model_core::new::Changes for #changes {
                type Model = #ident;
            }
        };
    })
}
