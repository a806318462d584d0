//! `NewX` and the builder of it, which has a parameter for each required column: the type of a
//! value that is still missing, or the field's own.

use proc_macro2::TokenStream;
use quote::{format_ident, quote};
use syn::ext::IdentExt;
use syn::{Ident, Type};

use super::by::is_string;
use super::save::{self, Written, changeable, changeset, insertable};
use crate::check::{Column, Model};

/// The struct, and what it can do.
pub fn new(model: &Model) -> Option<TokenStream> {
    let columns: Vec<Written<'_>> = model
        .columns
        .iter()
        .filter(|column| column.inserted && !column.auto.on)
        .map(|column| (column, may_be_left_out(model, column)))
        .collect();
    if columns.is_empty() {
        return None;
    }
    let (ident, vis, new) = (&model.ident, &model.vis, &model.new);
    let doc = format!("A row of `{}` that the database doesn't have yet.", model.table);
    let derives = derives(model);
    let whole = save::fields(&columns);
    let whole: Vec<Written<'_>> = whole.iter().map(|(column, given)| (column, *given)).collect();
    let fields = whole.iter().map(field);
    let insertable = insertable(model, new, &columns);
    // What an upsert writes where the row is there already.
    let changed: Vec<Written<'_>> =
        columns.iter().copied().filter(|(column, _)| is_changed(model, column)).collect();
    let changeset = changeset(model, new, &changed, false);
    let builder = builder(model, new, &whole);
    Some(quote! {
        #[doc = #doc]
        #derives
        #[allow(dead_code, trivial_bounds)]
        #vis struct #new
        where
            // Where the person has a struct of this name, the one is meant by all names and the
            // other by `Self` alone.
            Self: ::model_core::new::NewIsFree,
        {
            #(#fields,)*
        }
        #builder
        const _: () = {
            impl ::model_core::new::NewIsFree for #new {}
            #insertable
            #changeset
            impl ::model_core::new::NewModel for #new {
                type Model = #ident;
            }
        };
    })
}

/// Whether a row has a value of its own there: of an embedded struct, each of its columns.
fn may_be_left_out(model: &Model, column: &Column) -> bool {
    let beside = model.columns.iter().filter(|other| other.is_beside(column));
    column.default.is_some() && beside.into_iter().all(|other| other.default.is_some())
}

/// The person's own derives for the structs that this one makes.
pub fn derives(model: &Model) -> Option<TokenStream> {
    let derives = &model.derives;
    (!derives.is_empty()).then(|| quote!(#[derive(#(#derives),*)]))
}

/// A field with its documentation and the visibility it has in the model.
pub fn field((column, optional): &Written<'_>) -> TokenStream {
    let (docs, vis, name, ty) = (docs(column), &column.vis, &column.field, &column.rust);
    if *optional {
        quote!(#docs #vis #name: ::core::option::Option<#ty>)
    } else {
        quote!(#docs #vis #name: #ty)
    }
}

fn docs(column: &Column) -> TokenStream {
    let docs = &column.docs;
    if docs.is_empty() {
        let text = format!("The column `{}`.", column.name);
        quote!(#[doc = #text])
    } else {
        quote!(#(#docs)*)
    }
}

fn builder(model: &Model, new: &Ident, columns: &[Written<'_>]) -> TokenStream {
    let (module, vis) = (&model.module, &model.vis);
    let builder = format_ident!("{new}Builder");
    let required: Vec<&Column> =
        columns.iter().filter(|written| is_required(written)).map(|written| written.0).collect();
    let parameter = |column: &Column| format_ident!("__{}", column.field.unraw());
    let parameters: Vec<Ident> = required.iter().map(|column| parameter(column)).collect();
    let idents: Vec<&Ident> = required.iter().map(|column| &column.ident).collect();
    let types: Vec<&Type> = required.iter().map(|column| &column.rust).collect();
    let names: Vec<&Ident> = columns.iter().map(|(column, _)| &column.field).collect();
    let fields = columns.iter().map(|written| {
        let (name, ty) = (&written.0.field, &written.0.rust);
        match written {
            (column, false) if is_required(written) => {
                let ty = parameter(column);
                quote!(#name: #ty)
            }
            (_, false) => quote!(#name: #ty),
            (_, true) => quote!(#name: ::core::option::Option<#ty>),
        }
    });
    let nothing = columns.iter().map(|written| {
        if is_required(written) {
            quote!(::core::default::Default::default())
        } else {
            quote!(::core::option::Option::None)
        }
    });
    let built = columns.iter().map(|written| {
        let name = &written.0.field;
        if is_required(written) {
            quote!(#name: ::model_core::new::Given::given(self.#name))
        } else {
            quote!(#name: self.#name)
        }
    });
    let setters = columns.iter().map(|written| {
        let (column, optional) = *written;
        let (docs, vis, name, ty) = (docs(column), &column.vis, &column.field, &column.rust);
        if !is_required(written) {
            let inner = column.inner();
            let (ty, value) = match (column.nullable, optional) {
                (true, false) => (inner, quote!(::model_core::new::Optional::optional(#name))),
                (true, true) => (
                    inner,
                    quote!(::core::option::Option::Some(::model_core::new::Optional::optional(#name))),
                ),
                _ => (ty, quote!(::model_core::new::Optional::optional(#name))),
            };
            return quote! {
                #docs
                #vis fn #name(mut self, #name: impl ::model_core::new::Optional<#ty>) -> Self {
                    self.#name = #value;
                    self
                }
            };
        }
        let (given, value) = if is_string(ty) {
            let value = quote!(::core::convert::Into::<#ty>::into(#name));
            (quote!(impl ::core::convert::Into<#ty>), value)
        } else {
            (quote!(#ty), quote!(#name))
        };
        let after = required.iter().map(|other| {
            if other.field == column.field {
                quote!(#ty)
            } else {
                let parameter = parameter(other);
                quote!(#parameter)
            }
        });
        let rest = names.iter().filter(|other| **other != name);
        quote! {
            #docs
            #vis fn #name(self, #name: #given) -> #builder<#(#after),*> {
                #builder { #name: #value, #(#rest: self.#rest),* }
            }
        }
    });
    let doc = format!("Makes a [`{new}`] when all that it needs is set.");
    quote! {
        #[doc = #doc]
        #[allow(dead_code, non_camel_case_types)]
        #vis struct #builder<#(#parameters),*> {
            #(#fields,)*
        }
        #[allow(dead_code)]
        impl #new {
            /// A builder with nothing set.
            #vis fn builder() -> #builder<#(::model_core::new::Missing<#module::#idents>),*> {
                #builder { #(#names: #nothing),* }
            }
        }
        #[allow(dead_code, non_camel_case_types)]
        impl<#(#parameters),*> #builder<#(#parameters),*> {
            #(#setters)*
            /// The row; only there when every required column is set.
            #vis fn build(self) -> #new
            where
                #(#parameters: ::model_core::new::Given<#types>,)*
            {
                #new { #(#built),* }
            }
        }
    }
}

fn is_changed(model: &Model, column: &Column) -> bool {
    changeable(model).iter().any(|other| other.ident == column.ident)
}

/// Whether there is no row without a value for it.
fn is_required((column, optional): &Written<'_>) -> bool {
    !optional && !column.nullable
}
