//! What the compiler is asked of a `table!` that was there before its model: one line a question,
//! at what would be wrong.

use proc_macro2::{Span, TokenStream};
use quote::{ToTokens, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use super::path::{at, last, parent, parent_table};
use super::table::sql_type;
use super::target::by_name;
use crate::check::{Column, ForeignKey, Model};

pub fn checks(model: &Model) -> Option<TokenStream> {
    let existing = model.existing.as_ref()?;
    let module = &model.module;
    let types = model.columns.iter().map(|column| has_type(model, column));
    let names = model.columns.iter().zip(&existing.names).map(|(column, span)| {
        let (ident, name) = (at(*span, column.ident.to_token_stream()), &column.name);
        quote_spanned! {*span=>
            const _: () = ::model_core::existing::is_named(
                <#module::#ident as ::diesel::Column>::NAME, #name
            );
        }
    });
    let key = (!model.primary_key.columns.is_empty()).then(|| has_key(model, existing.key));
    let columns = model.columns.iter().map(|column| {
        let ident = &column.ident;
        quote!(<#module::#ident as ::diesel::Column>::NAME)
    });
    let span = model.ident.span();
    let whole = quote_spanned! {span=>
        const _: () = ::model_core::existing::has_all(
            <<#module::table as ::diesel::Table>::AllColumns
                as ::model_core::existing::Columns>::NAMES,
            &[#(#columns),*],
        );
    };
    Some(quote!(#(#types)* #(#names)* #key #whole))
}

/// The SQL type of the field is that of the column.
fn has_type(model: &Model, column: &Column) -> TokenStream {
    let (module, ident) = (&model.module, &column.ident);
    let span = column.rust.span();
    let declared = at(span, sql_type(column));
    // As in `table!`, where Diesel's types have their names alone.
    let names = (declared.clone().into_iter().count() == 1).then(|| {
        quote!(
            #[allow(unused_imports)]
            use ::diesel::sql_types::*;
        )
    });
    quote_spanned! {span=>
        const _: () = {
            #names
            <#declared as ::model_core::existing::TypeOf<
                <#module::#ident as ::diesel::Expression>::SqlType
            >>::SAME
        };
    }
}

fn has_key(model: &Model, span: Span) -> TokenStream {
    let module = &model.module;
    let columns: Vec<TokenStream> = model
        .primary_key
        .columns
        .iter()
        .map(|place| {
            let ident = at(span, model.columns[*place].ident.to_token_stream());
            quote!(#module::#ident)
        })
        .collect();
    let key = match columns.as_slice() {
        [one] => one.clone(),
        several => quote!((#(#several),*)),
    };
    quote_spanned! {span=>
        const _: () = <
            <#module::table as ::diesel::Table>::PrimaryKey
                as ::model_core::existing::KeyOf<#key>
        >::SAME;
    }
}

/// That what a key leads to is unique, where it has a model; before, nobody knows here.
pub fn leads_to_unique(key: &ForeignKey) -> TokenStream {
    let path = &key.references[0];
    let span = last(path).span();
    let question = match key.references.as_slice() {
        [_] => quote_spanned!(span=> to_unique()),
        paths => {
            let before = at(span, parent(path));
            let mut columns: Vec<_> = paths.iter().map(|path| last(path).clone()).collect();
            by_name(&mut columns);
            let columns = columns.iter().map(|column| at(span, quote!(#column)));
            quote_spanned!(span=> to_unique_columns::<(#(#before::#columns,)*)>())
        }
    };
    let lead = lead(key);
    quote_spanned! {span=>
        const _: () = {
            #[allow(unused_imports)]
            use ::model_core::existing::WithoutModel as _;
            #lead.#question
        };
    }
}

/// Where a key leads, by the model or, where its struct is none yet, by the `table!`.
fn lead(key: &ForeignKey) -> TokenStream {
    let path = &key.references[0];
    let span = last(path).span();
    quote_spanned!(span=> ::model_core::existing::Lead::<#path>::TO)
}

/// The table that a key leads to.
pub fn references(model: &Model, key: &ForeignKey) -> TokenStream {
    if model.existing.is_none() {
        let table = parent_table(&key.references[0]);
        return quote! {
            __registry::NameDef {
                schema: <#table as ::model_core::target::ModelTable>::SCHEMA,
                name: <#table as ::model_core::target::ModelTable>::NAME,
            }
        };
    }
    let path = &key.references[0];
    let module = path.segments.iter().rev().nth(1).map(|it| it.ident.unraw().to_string());
    let lead = lead(key);
    quote! {
        {
            #[allow(unused_imports)]
            use ::model_core::existing::WithoutModel as _;
            #lead.name(#module)
        }
    }
}
