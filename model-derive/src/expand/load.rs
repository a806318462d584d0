//! How a row becomes the struct: what Diesel's `Queryable`, `Selectable`, `HasQuery` and
//! `Identifiable` derive, with as few parameters as they can be said with.

use proc_macro2::{Literal, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::check::{Column, Model, Type};

pub fn load(model: &Model) -> TokenStream {
    let queryable = queryable(model);
    let selectable = selectable(model);
    let identifiable = identifiable(model);
    quote!(#queryable #selectable #identifiable)
}

fn queryable(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let types: Vec<_> = model.columns.iter().map(|column| &column.rust).collect();
    let fields = model.columns.iter().enumerate().map(|(place, column)| {
        let (field, place) = (&column.field, Literal::usize_unsuffixed(place));
        quote!(#field: row.#place)
    });
    quote! {
        impl<__DB: ::diesel::backend::Backend, __ST> ::diesel::deserialize::Queryable<__ST, __DB>
            for #ident
        where
            (#(#types,)*): ::diesel::deserialize::FromStaticSqlRow<__ST, __DB>,
        {
            type Row = (#(#types,)*);
            fn build(row: Self::Row) -> ::diesel::deserialize::Result<Self> {
                ::core::result::Result::Ok(Self { #(#fields),* })
            }
        }
    }
}

fn selectable(model: &Model) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    let columns: Vec<_> = model.columns.iter().map(|column| &column.ident).collect();
    quote! {
        impl<__DB: ::diesel::backend::Backend> ::diesel::expression::Selectable<__DB> for #ident {
            type SelectExpression = (#(#module::#columns,)*);
            fn construct_selection() -> Self::SelectExpression {
                (#(#module::#columns,)*)
            }
        }
        impl<__DB: ::diesel::backend::Backend> ::diesel::HasQuery<__DB> for #ident {
            type BaseQuery = <#module::table as ::diesel::query_builder::AsQuery>::Query;
            fn base_query() -> Self::BaseQuery {
                ::diesel::query_builder::AsQuery::as_query(#module::table)
            }
        }
    }
}

fn identifiable(model: &Model) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    let key: Vec<&Column> =
        model.primary_key.columns.iter().map(|place| &model.columns[*place]).collect();
    let has_table = quote! {
        impl ::diesel::associations::HasTable for #ident {
            type Table = #module::table;
            fn table() -> Self::Table {
                #module::table
            }
        }
    };
    if !key.iter().all(|column| is_hashed(column)) {
        return has_table;
    }
    let types = key.iter().map(|column| {
        let rust = &column.rust;
        quote_spanned!(rust.span()=> &'__ident #rust)
    });
    let id = quote!((#(#types),*));
    let fields = key.iter().map(|column| &column.field);
    let value = quote!((#(&self.#fields),*));
    let of = |this: TokenStream| {
        quote! {
            impl<'__ident> ::diesel::associations::Identifiable for #this {
                type Id = #id;
                fn id(self) -> Self::Id {
                    #value
                }
            }
        }
    };
    let reference = of(quote!(&'__ident #ident));
    let twice = of(quote!(&'_ &'__ident #ident));
    quote!(#has_table #reference #twice)
}

/// Whether rows can be looked up by the column's values, which those with a fraction can't.
pub fn is_hashed(column: &Column) -> bool {
    !matches!(column.ty, Type::Float | Type::Double)
}
