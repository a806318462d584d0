//! What the compiler has to know and to check about foreign keys.

use std::collections::BTreeSet;

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;
use syn::{Ident, Path};

use super::existing;
use super::path::{at, last, parent, parent_table};
use super::target::by_name;
use crate::check::{Default, ForeignKey, Held, Model, Type};

pub fn relations(model: &Model) -> TokenStream {
    let types = newtypes(model);
    let defaults = defaults(model);
    let keys = model.foreign_keys.iter().map(|key| {
        let checks = checks(model, key);
        let others = !is_own(model, key);
        let same_query = (key.same_query && others).then(|| same_query(model, key));
        let join = (key.join && others).then(|| join(model, key));
        let one_way = (key.same_query && others).then(|| one_way(model, key));
        quote!(#checks #one_way #same_query #join)
    });
    quote!(#types #defaults #(#keys)*)
}

/// One line for each default that has to be a value of an enumeration.
fn defaults(model: &Model) -> TokenStream {
    let defaults = model.columns.iter().filter_map(|column| match (&column.ty, &column.default) {
        (Type::Enum(rust), Some(Default::Text(text))) => {
            let span = column.default_at;
            Some(quote_spanned! {span=>
                const _: () = ::model_core::target::is_value_of::<#rust>(#text);
            })
        }
        _ => None,
    });
    quote!(#(#defaults)*)
}

/// One line for each field that is said to be of an enumeration.
pub fn enumerations(model: &Model) -> TokenStream {
    let lines = model.columns.iter().filter_map(|column| match &column.ty {
        Type::Enum(rust) => {
            let of = quote_spanned!(rust.span()=> ::model_core::target::Enumeration<#rust>);
            Some(quote!(const _: #of = ::model_core::target::Enumeration::KNOWN;))
        }
        _ => None,
    });
    quote!(#(#lines)*)
}

/// One line for each field that is said to be of a type around another.
fn newtypes(model: &Model) -> TokenStream {
    let wrapped = model.columns.iter().filter_map(|column| match &column.held {
        Held::Inside(inner) => Some((column.inner(), inner)),
        _ => None,
    });
    let checks = wrapped.map(|(outer, inner)| {
        let span = outer.span();
        quote_spanned!(span=> const _: () = ::model_core::target::wraps::<#outer, #inner>();)
    });
    quote!(#(#checks)*)
}

/// Code that names parents, which is only there where they are.
pub fn beside_parents(model: &Model, code: TokenStream) -> TokenStream {
    parents(model).fold(
        code,
        |code, (span, parent)| quote_spanned!(span=> #parent::made_by_derive_model! { #code }),
    )
}

/// The modules of all the parents but the table itself that Diesel is told of, each once, and where
/// they are named. What Diesel is told of a table that is missing is wrong in many more places; a
/// `table!` that was there before has no mark, and beside it Diesel is told already.
fn parents(model: &Model) -> impl Iterator<Item = (Span, TokenStream)> {
    let mut seen = BTreeSet::new();
    model
        .foreign_keys
        .iter()
        .filter(|key| model.existing.is_none() && key.same_query && !is_own(model, key))
        .map(|key| &key.references[0])
        .map(|path| (path.segments[path.segments.len() - 2].ident.span(), parent(path)))
        .filter(move |(_, path)| seen.insert(path.to_string()))
}

/// A table can't be joined with itself without an alias.
fn is_own(model: &Model, key: &ForeignKey) -> bool {
    let path = &key.references[0];
    let leads = modules(path);
    let Some((_, leads)) = leads.split_last() else { return false };
    let own = modules(&model.module);
    match &model.existing {
        // Either may be the shorter one, by what is imported.
        Some(_) => own.ends_with(leads) || leads.ends_with(&own),
        None => path.leading_colon.is_none() && leads == own,
    }
}

/// The names of a path, without what only says where it begins.
fn modules(path: &Path) -> Vec<String> {
    let names = path.segments.iter().map(|segment| segment.ident.unraw().to_string());
    names.skip_while(|name| matches!(name.as_str(), "self" | "super" | "crate")).collect()
}

/// One line a mistake that only the compiler can find, at the column that is wrong.
fn checks(model: &Model, key: &ForeignKey) -> TokenStream {
    let unique = match key.references.as_slice() {
        _ if model.existing.is_some() => existing::leads_to_unique(key),
        [path] => {
            let span = last(path).span();
            quote_spanned! {span=>
                const _: () = <#path as ::model_core::target::UniqueColumn>::UNIQUE;
            }
        }
        paths => {
            let span = last(&paths[0]).span();
            let table = parent_table(&paths[0]);
            let before = at(span, parent(&paths[0]));
            let mut columns: Vec<Ident> = paths.iter().map(|path| last(path).clone()).collect();
            by_name(&mut columns);
            let columns = columns.iter().map(|column| at(span, quote!(#column)));
            quote_spanned! {span=>
                const _: () = <#table as ::model_core::target::UniqueColumns<
                    (#(#before::#columns,)*)
                >>::UNIQUE;
            }
        }
    };
    let types = key.columns.iter().zip(&key.references).map(|(place, path)| {
        let span = last(path).span();
        let (module, column) = (&model.module, &model.columns[*place].ident);
        let child = at(span, quote!(#module::#column));
        quote_spanned! {span=>
            const _: () = <
                ::model_core::target::SqlTypeOf<#child> as ::model_core::target::SameSqlType<
                    ::model_core::target::SqlTypeOf<#path>
                >
            >::SAME;
        }
    });
    quote!(#unique #(#types)*)
}

/// `allow_tables_to_appear_in_same_query!`
fn same_query(model: &Model, key: &ForeignKey) -> TokenStream {
    let path = &key.references[0];
    let parent = parent(path);
    let parent_is_name = path.segments.len() == 2 && path.leading_colon.is_none();
    // The macro takes names only, so a path gets one.
    let name = |is_name: bool, path: TokenStream, name: TokenStream| match is_name {
        true => (path, None),
        false => (name.clone(), Some(quote!(use #path as #name;))),
    };
    let (parent, use_parent) = name(parent_is_name, parent, quote!(__parent));
    let module = &model.module;
    let (child, use_child) = name(module.get_ident().is_some(), quote!(#module), quote!(__child));
    let allowed = quote!(::diesel::allow_tables_to_appear_in_same_query!(#child, #parent););
    let allowed = at_key(key, allowed);
    match (&use_parent, &use_child) {
        (None, None) => allowed,
        _ => quote!(const _: () = { #use_parent #use_child #allowed };),
    }
}

/// What the compiler may refuse because another key said it already, shown at the key.
fn at_key(key: &ForeignKey, tokens: TokenStream) -> TokenStream {
    let span = Span::call_site().located_at(last(&key.references[0]).span());
    tokens
        .into_iter()
        .map(|mut token| {
            // It stands for the crate that its place knows.
            if token.to_string() != "$crate" {
                token.set_span(span);
            }
            token
        })
        .collect()
}

/// What `joinable!` gives, written out because that one always joins by the parent's primary key
/// and takes one column only.
fn join(model: &Model, key: &ForeignKey) -> TokenStream {
    let module = &model.module;
    let parent_path = parent(&key.references[0]);
    let mut equalities = key.columns.iter().zip(&key.references).map(|(place, path)| {
        let column = &model.columns[*place].ident;
        let ty = quote!(::model_core::join::On<#module::#column, #path>);
        let value = quote!(::model_core::join::on());
        (ty, value)
    });
    let Some(first) = equalities.next() else { return TokenStream::new() };
    let (ty, value) = equalities.fold(first, |(ty, value), (next_ty, next)| {
        (
            quote!(::diesel::dsl::And<#ty, #next_ty>),
            quote!(::diesel::BoolExpressionMethods::and(#value, #next)),
        )
    });
    let direction = |from: TokenStream, to: TokenStream| {
        quote! {
            impl ::diesel::JoinTo<#to> for #from {
                type FromClause = #to;
                type OnClause = #ty;
                fn join_target(rhs: #to) -> (Self::FromClause, Self::OnClause) {
                    (rhs, #value)
                }
            }
        }
    };
    let child = quote!(#module::table);
    let parent = quote!(#parent_path::table);
    let there = direction(child.clone(), parent.clone());
    let back = direction(parent, child);
    at_key(key, quote!(#there #back))
}

/// The mistake of two keys that lead to each other, at each of them.
fn one_way(model: &Model, key: &ForeignKey) -> TokenStream {
    let (module, path) = (&model.module, &key.references[0]);
    let parent_path = parent(path);
    let (child, parent) = (quote!(#module::table), quote!(#parent_path::table));
    let span = last(path).span();
    quote_spanned! {span=>
        impl ::model_core::join::LeadsTo<#parent> for #child {}
        const _: () = {
            #[allow(unused_imports)]
            use ::model_core::join::LeadsNowhere as _;
            ::model_core::join::leads_one_way(::model_core::join::Between::<#parent, #child>::LEADS)
        };
    }
}
