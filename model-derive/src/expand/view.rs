//! The code of a view: it is read like a model, and joins the models that its columns lead to.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;

use super::{belongs, entry, load, navigate, relation, table, target};
use crate::check::{Query, View};

/// All that a view's derive gives, without what Diesel's derives `twice` give beside it.
pub fn view(view: &View, twice: &[&str]) -> TokenStream {
    let model = &view.model;
    let enumerations = relation::enumerations(model);
    let table = table::table(model);
    let itself = target::itself(model);
    let keyed = view.has_key.then(|| target::keyed(model));
    let query = load::query(model);
    let load = load::load(model, view.has_key, twice);
    let relations = relation::relations(model);
    let belongs = belongs::keys(model);
    let belongs_to = belongs::belongs(model, twice);
    let parents = navigate::to_parents(model);
    let children = navigate::to_children(model);
    let entry = entry(view);
    let materialized = view.materialized.then(|| {
        let ident = &model.ident;
        quote!(impl ::model_core::Materialized for #ident {})
    });
    let hanging = relation::beside_parents(
        model,
        quote! {
            #children
            const _: () = {
                #relations
                #belongs
                #parents
            };
        },
    );
    quote! {
        #enumerations
        #table
        #itself
        #keyed
        const _: () = {
            #query
            #load
            #belongs_to
            #materialized
            #entry
        };
        #hanging
    }
}

fn entry(view: &View) -> TokenStream {
    let model = &view.model;
    let rust_type = model.ident.unraw().to_string();
    let span = model.ident.span();
    let line = quote_spanned!(span=> ::core::line!());
    let module = &model.module;
    let columns = model.columns.iter().map(entry::column);
    let indexes = entry::indexes_of_view(model);
    let materialized = view.materialized;
    let only = &view.only;
    let query = match &view.query {
        Query::Text(text) => quote!(#text),
        Query::File(path) => {
            let text = &path.value;
            let span = path.span;
            quote_spanned!(span=> ::core::include_str!(
                ::core::concat!(::core::env!("CARGO_MANIFEST_DIR"), "/", #text)
            ))
        }
    };
    quote! {
        use ::model_core::registry as __registry;
        ::model_core::inventory::submit! {
            __registry::ViewDef {
                view: __registry::NameDef {
                    schema: <#module::table as ::model_core::target::ModelTable>::SCHEMA,
                    name: <#module::table as ::model_core::target::ModelTable>::NAME,
                },
                query: #query,
                materialized: #materialized,
                columns: &[#(#columns),*],
                indexes: &[#(#indexes),*],
                only: &[#(#only),*],
                mark: ::model_core::mark_of_model!(#rust_type),
                file: ::core::file!(),
                line: #line,
            }
        }
    }
}
