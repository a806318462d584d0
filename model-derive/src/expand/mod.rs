//! The third stage: the code of a checked model.

mod belongs;
mod by;
mod changes;
mod entry;
mod enumeration;
mod existing;
mod load;
mod navigate;
mod new;
mod newtype;
mod relation;
mod save;
mod table;
mod target;
#[cfg(test)]
mod tests;
mod version;
mod view;

pub use enumeration::enumeration;
pub use newtype::newtype;
pub use view::view;

use proc_macro2::TokenStream;
use quote::quote;

use crate::check::Model;

/// All that a model's derive gives.
pub fn model(model: &Model) -> TokenStream {
    let enumerations = relation::enumerations(model);
    let table = table::table(model);
    let existing = existing::checks(model);
    let targets = target::targets(model);
    let relations = relation::relations(model);
    let entry = entry::entry(model);
    let (rows, belongs, children) = if model.schema_only {
        Default::default()
    } else {
        let belongs = belongs::keys(model);
        let parents = navigate::to_parents(model);
        (rows(model), quote!(#belongs #parents), navigate::to_children(model))
    };
    let hanging = relation::beside_parents(
        model,
        quote! {
            #children
            const _: () = {
                #relations
                #belongs
                #entry
            };
        },
    );
    quote! {
        #enumerations
        #table
        #existing
        #targets
        #rows
        #hanging
    }
}

/// The part that a model with mistakes still has, for the code that uses it.
pub fn table_alone(model: &Model) -> TokenStream {
    let table = table::table(model);
    let targets = target::targets(model);
    quote!(#table #targets)
}

/// What the struct itself can do, wherever its keys lead.
fn rows(model: &Model) -> TokenStream {
    let query = load::query(model);
    let load = load::load(model);
    let save = save::save(model);
    let belongs = belongs::belongs(model);
    let by = by::by(model);
    let new = new::new(model);
    let changes = changes::changes(model);
    let version = version::version(model);
    quote! {
        #by
        #new
        #changes
        #version
        const _: () = {
            #query
            #load
            #save
            #belongs
        };
    }
}
