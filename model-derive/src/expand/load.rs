//! How a row becomes the struct: what Diesel's `Queryable`, `Selectable`, `HasQuery` and
//! `Identifiable` derive, with as few parameters as they can be said with.

use proc_macro2::{Literal, Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::check::{Column, Held, Model, Type};
use crate::parse::Within;

/// `X::query()`; the struct's own, so that it goes before that of Diesel's `HasQuery`.
pub fn query(model: &Model) -> TokenStream {
    let (ident, vis) = (&model.ident, &model.vis);
    quote! {
        #[allow(dead_code)]
        impl #ident {
            /// The query for all rows.
            #vis fn query() -> ::model_core::rows::All<Self> {
                ::model_core::rows::all()
            }
        }
    }
}

/// All of it; without a key nothing tells the rows apart.
pub fn load(model: &Model, has_key: bool, twice: &[&str]) -> TokenStream {
    let given = |name: &str| twice.contains(&name) || twice.contains(&"HasQuery");
    let queryable = (!given("Queryable")).then(|| queryable(model));
    let selectable = (!given("Selectable")).then(|| selectable(model));
    let has_query = (!given("HasQuery")).then(|| has_query(model));
    let identifiable = (!twice.contains(&"Identifiable"))
        .then(|| if has_key { identifiable(model) } else { has_table(model) });
    let checked = checked(model);
    quote!(#queryable #selectable #has_query #identifiable #checked)
}

/// `check_for_backend`: what can't be read from one of these backends is an error at its field.
fn checked(model: &Model) -> Option<TokenStream> {
    let module = &model.module;
    let bounds = model.backends.iter().flat_map(|backend| {
        model.columns.iter().map(move |column| {
            let (name, read) = (&column.ident, read(column));
            let span = Span::mixed_site().located_at(column.rust.span());
            quote_spanned! {span=>
                #read: ::diesel::deserialize::FromSqlRow<
                    ::diesel::dsl::SqlTypeOf<#module::#name>, #backend
                >,
            }
        })
    });
    (!model.backends.is_empty()).then(|| quote!(fn __check_for_backend() where #(#bounds)* {}))
}

fn queryable(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let types: Vec<_> = model.columns.iter().map(read).collect();
    let value = |(place, column): (usize, &Column)| {
        let field = column.within.as_ref().map_or(&column.field, |within| &within.inner);
        let place = Literal::usize_unsuffixed(place);
        match (&column.held, column.nullable) {
            (Held::AsJson, false) => quote!(#field: row.#place.0),
            (Held::AsJson, true) => quote! {
                #field: ::core::option::Option::map(row.#place, |value| value.0)
            },
            _ => quote!(#field: row.#place),
        }
    };
    let columns: Vec<(usize, &Column)> = model.columns.iter().enumerate().collect();
    let fields = columns.chunk_by(|(_, a), (_, b)| a.is_beside(b)).map(|columns| {
        let values = columns.iter().copied().map(value);
        match columns.first().and_then(|(_, column)| column.within.as_ref()) {
            Some(Within { field, ty, .. }) => quote!(#field: #ty { #(#values),* }),
            None => quote!(#(#values),*),
        }
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

/// What a column is read as.
fn read(column: &Column) -> TokenStream {
    let (rust, inner) = (&column.rust, column.inner());
    let span = rust.span();
    match (&column.held, column.nullable) {
        (Held::AsJson, false) => quote_spanned!(span=> ::model_core::json::Read<#inner>),
        (Held::AsJson, true) => {
            quote_spanned!(span=> ::core::option::Option<::model_core::json::Read<#inner>>)
        }
        _ => quote!(#rust),
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
    }
}

fn has_query(model: &Model) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    let columns = model.columns.iter().map(|column| &column.ident);
    quote! {
        impl<__DB: ::diesel::backend::Backend> ::diesel::HasQuery<__DB> for #ident
        where
            // Where Diesel's derive says the same once more, that is one error and not one for each
            // trait of a query.
            Self: ::diesel::expression::Selectable<__DB, SelectExpression = (#(#module::#columns,)*)>,
        {
            type BaseQuery = <#module::table as ::diesel::query_builder::AsQuery>::Query;
            fn base_query() -> Self::BaseQuery {
                ::diesel::query_builder::AsQuery::as_query(#module::table)
            }
        }
    }
}

fn has_table(model: &Model) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    quote! {
        impl ::diesel::associations::HasTable for #ident {
            type Table = #module::table;
            fn table() -> Self::Table {
                #module::table
            }
        }
    }
}

fn identifiable(model: &Model) -> TokenStream {
    let ident = &model.ident;
    let key: Vec<&Column> =
        model.primary_key.columns.iter().map(|place| &model.columns[*place]).collect();
    let has_table = has_table(model);
    if key.is_empty() || !key.iter().all(|column| is_hashed(column)) {
        return has_table;
    }
    let types = key.iter().map(|column| {
        let rust = &column.rust;
        quote_spanned!(rust.span()=> &'__ident #rust)
    });
    let id = quote!((#(#types),*));
    let fields = key.iter().map(|column| column.access());
    let value = quote!((#(&self.#fields),*));
    let of = |this: TokenStream| {
        quote! {
            impl<'__ident> ::diesel::associations::Identifiable for #this {
                type Id = #id;
                #[allow(clippy::misnamed_getters, reason = "a field may be called `id`, too")]
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
    let rust = match column.inner() {
        syn::Type::Path(path) => path.path.segments.last(),
        _ => None,
    };
    // A float may be of the database's own type.
    let float = rust.is_some_and(|last| last.ident == "f32" || last.ident == "f64");
    !float && !matches!(column.ty, Type::Float | Type::Double)
}
