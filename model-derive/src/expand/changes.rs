//! `XChanges`: every column but the key, each to change or to leave.

use proc_macro2::TokenStream;
use quote::quote;

use super::new::{derives, field};
use super::save::{self, Written, changeable, changeset, is_touched};
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
    let names: Vec<_> = whole.iter().map(|(column, _)| &column.field).collect();
    let same = &names;
    let touches = (0..model.columns.len()).any(|place| is_touched(model, place));
    let column = columns.first().map(|(column, _)| &column.name);
    let changeset = changeset(model, changes, &columns, true);
    Some(quote! {
        #[doc = #doc]
        #derives
        #[allow(dead_code, trivial_bounds)]
        #vis struct #changes
        where
            Self: ::model_core::changes::ChangesIsFree,
        {
            #(#fields,)*
        }
        const _: () = {
            impl ::model_core::changes::ChangesIsFree for #changes {}
            impl ::core::default::Default for #changes {
                fn default() -> Self {
                    Self { #(#names: ::core::option::Option::None),* }
                }
            }
            #changeset
            impl ::model_core::changes::Changes for #changes {
                type Model = #ident;
                const TOUCHES: bool = #touches;
                const COLUMN: &'static str = #column;
                fn is_empty(&self) -> bool {
                    #(::core::option::Option::is_none(&self.#same))&&*
                }
            }
        };
    })
}
