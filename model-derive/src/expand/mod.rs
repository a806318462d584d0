//! The third stage: the code of a checked model.

mod entry;
mod enumeration;
mod relation;
mod table;
mod target;

pub use enumeration::enumeration;

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};

use crate::check::Model;

/// All that a model's derive gives.
pub fn model(model: &Model) -> TokenStream {
    let table = table::table(model);
    let targets = target::targets(model);
    let relations = relation::relations(model);
    let entry = entry::entry(model);
    // What names a parent is only there where the parent is.
    let hanging = relation::parents(model).fold(
        quote! {
            const _: () = {
                #relations
                #entry
            };
        },
        |code, (span, parent)| quote_spanned!(span=> #parent::made_by_derive_model! { #code }),
    );
    quote! {
        #table
        #targets
        #hanging
    }
}

/// The part that a model with mistakes still has, for the code that uses it.
pub fn table_alone(model: &Model) -> TokenStream {
    let table = table::table(model);
    let targets = target::targets(model);
    quote!(#table #targets)
}
