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
mod path;
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

/// Those of Diesel's derives that a model needs no more.
pub const OF_MODEL: [&str; 7] = [
    "AsChangeset",
    "Associations",
    "HasQuery",
    "Identifiable",
    "Insertable",
    "Queryable",
    "Selectable",
];

/// Those that a view needs no more.
pub const OF_VIEW: [&str; 5] =
    ["Associations", "HasQuery", "Identifiable", "Queryable", "Selectable"];

/// Those that a type of a column needs no more.
pub const OF_VALUE: [&str; 2] = ["AsExpression", "FromSqlRow"];

/// All that a model's derive gives, without what Diesel's derives `twice` give beside it.
pub fn model(model: &Model, twice: &[&str]) -> TokenStream {
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
        (rows(model, twice), quote!(#belongs #parents), navigate::to_children(model))
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
fn rows(model: &Model, twice: &[&str]) -> TokenStream {
    let query = load::query(model);
    let load = load::load(model, true, twice);
    let save = save::save(model, twice);
    let belongs = belongs::belongs(model, twice);
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
