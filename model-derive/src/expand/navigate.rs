//! Relations as queries: from a row to the one that its key leads to, back to all that lead to
//! it, and through a table that joins two others.
//!
//! The parent's struct has no name in the child's derive. Where it is given, it is a parameter
//! that the compiler finds through `TableOf`; where it gives, a trait is implemented for the one
//! model of its table.

use heck::ToUpperCamelCase;
use proc_macro2::{Span, TokenStream};
use quote::{format_ident, quote};
use syn::Ident;
use syn::ext::IdentExt;

use super::path::{parent, parent_table};
use crate::check::{ForeignKey, Model, ident};
use crate::naming::plural;

/// The inherent methods; they are only there where the parents are.
pub fn to_parents(model: &Model) -> Option<TokenStream> {
    if model.foreign_keys.is_empty() {
        return None;
    }
    let (ident, vis) = (&model.ident, &model.vis);
    let methods = model.foreign_keys.iter().map(|key| {
        let name = &key.relation;
        let table = parent_table(&key.references[0]);
        let parts = key.columns.iter().zip(&key.references).map(|(place, path)| {
            let column = &model.columns[*place];
            let (field, inner) = (column.access(), column.inner());
            let value = if column.nullable {
                quote!(::core::option::Option::as_ref(&self.#field))
            } else {
                quote!(::core::option::Option::Some(&self.#field))
            };
            (quote!(::model_core::relation::Is<#path, &'__r #inner>), is(&instance(path), &value))
        });
        let (ty, value) = all(parts);
        let doc = format!("The query for the `{}` that this leads to.", name.unraw());
        quote! {
            #[doc = #doc]
            #vis fn #name<'__r, __M>(
                &'__r self,
            ) -> <__M as ::model_core::relation::Filtered<#ty>>::Query
            where
                #table: ::model_core::relation::TableOf<__M>,
                __M: ::model_core::relation::Filtered<#ty>,
            {
                <__M as ::model_core::relation::Filtered<#ty>>::filtered(#value)
            }
        }
    });
    Some(quote! {
        #[allow(dead_code)]
        impl #ident {
            #(#methods)*
        }
    })
}

/// A trait for each key, implemented for the parent.
pub fn to_children(model: &Model) -> TokenStream {
    let one = model.foreign_keys.iter().map(|key| children(model, key));
    let joined = model.many_to_many.then(|| match model.foreign_keys.as_slice() {
        [first, second] => {
            let there = through(model, first, second);
            let back = through(model, second, first);
            quote!(#there #back)
        }
        _ => TokenStream::new(),
    });
    quote!(#(#one)* #joined)
}

fn children(model: &Model, key: &ForeignKey) -> TokenStream {
    let (ident, vis, module) = (&model.ident, &model.vis, &model.module);
    let name = &key.reverse;
    let table = parent_table(&key.references[0]);
    let parts: Vec<_> = key
        .columns
        .iter()
        .zip(&key.references)
        .map(|(place, path)| {
            let column = &model.columns[*place].ident;
            let column = quote!(#module::#column);
            let ty = quote! {
                ::model_core::relation::Is<
                    #column, &'__r <Self as ::model_core::relation::ColumnOf<#path>>::Value
                >
            };
            let value = is(&column, &own_value(&quote!(#path)));
            (ty, value)
        })
        .collect();
    let (ty, value) = all(parts.into_iter());
    let columns = &key.references;
    let of = parent_module(key);
    let trait_name = trait_name(name, &of);
    let doc = format!("From a row of `{of}` to the rows of `{}` that lead to it.", model.table);
    let method_doc = format!("The query for the rows of `{}` that lead to this one.", model.table);
    quote! {
        #[doc = #doc]
        #[allow(dead_code)]
        #vis trait #trait_name: ::model_core::Model<Table = #table> {
            #[doc = #method_doc]
            fn #name<'__r>(&'__r self) -> <#ident as ::model_core::relation::Filtered<#ty>>::Query
            where
                Self: #(::model_core::relation::ColumnOf<#columns>)+*,
                #ident: ::model_core::relation::Filtered<#ty>,
            {
                <#ident as ::model_core::relation::Filtered<#ty>>::filtered(#value)
            }
        }
        impl<__P: ::model_core::Model<Table = #table>> #trait_name for __P {}
    }
}

/// From the rows that one key leads to, over this table, to those of the other.
fn through(model: &Model, from: &ForeignKey, to: &ForeignKey) -> TokenStream {
    let (vis, module) = (&model.vis, &model.module);
    let (path, target) = (&from.references[0], &to.references[0]);
    let (table, target_table) = (parent_table(path), parent_table(target));
    let near = &model.columns[from.columns[0]].ident;
    let far = &model.columns[to.columns[0]].ident;
    let near = quote!(#module::#near);
    let far = quote!(#module::#far);
    let near_ty = quote! {
        ::model_core::relation::Is<
            #near, &'__r <Self as ::model_core::relation::ColumnOf<#path>>::Value
        >
    };
    let near_value = is(&near, &own_value(&quote!(#path)));
    let target_value = instance(target);
    let nullable = quote!(::diesel::dsl::Nullable);
    let ty = quote! {
        ::diesel::dsl::EqAny<
            #nullable<#target>,
            ::diesel::dsl::Select<
                ::diesel::dsl::Filter<#module::table, #near_ty>,
                #nullable<#far>
            >
        >
    };
    let value = quote! {
        ::diesel::ExpressionMethods::eq_any(
            ::diesel::NullableExpressionMethods::nullable(#target_value),
            ::diesel::QueryDsl::select(
                ::diesel::QueryDsl::filter(#module::table, #near_value),
                ::diesel::NullableExpressionMethods::nullable(#far),
            ),
        )
    };
    let (of, name) = (parent_module(from), plural_of(&to.relation));
    let trait_name = trait_name(&name, &of);
    let doc = format!(
        "From a row of `{of}` over `{}` to the rows of `{}`.",
        model.table,
        parent_module(to)
    );
    quote! {
        #[doc = #doc]
        #[allow(dead_code)]
        #vis trait #trait_name: ::model_core::Model<Table = #table> {
            #[doc = #doc]
            fn #name<'__r, __M>(
                &'__r self,
            ) -> <__M as ::model_core::relation::Filtered<#ty>>::Query
            where
                Self: ::model_core::relation::ColumnOf<#path>,
                #target_table: ::model_core::relation::TableOf<__M>,
                __M: ::model_core::relation::Filtered<#ty>,
            {
                <__M as ::model_core::relation::Filtered<#ty>>::filtered(#value)
            }
        }
        impl<__P: ::model_core::Model<Table = #table>> #trait_name for __P {}
    }
}

/// A parent's column as a value. Only its type is named: a name that doesn't exist is then one
/// mistake, and not another among the values.
fn instance(path: &syn::Path) -> TokenStream {
    quote!(<#path as ::core::default::Default>::default())
}

/// `column = value`, where the value may be missing.
fn is(column: &TokenStream, value: &TokenStream) -> TokenStream {
    quote! {
        ::diesel::ExpressionMethods::eq(
            ::diesel::NullableExpressionMethods::nullable(#column), #value
        )
    }
}

fn own_value(column: &TokenStream) -> TokenStream {
    quote!(<Self as ::model_core::relation::ColumnOf<#column>>::value(self))
}

/// All the parts with AND between them.
fn all(parts: impl Iterator<Item = (TokenStream, TokenStream)>) -> (TokenStream, TokenStream) {
    let joined = parts.reduce(|(ty, value), (next_ty, next)| {
        (
            quote!(::diesel::dsl::And<#ty, #next_ty, ::diesel::sql_types::Nullable<::diesel::sql_types::Bool>>),
            quote!(::diesel::BoolExpressionMethods::and(#value, #next)),
        )
    });
    joined.unwrap_or_default()
}

fn parent_module(key: &ForeignKey) -> String {
    let path = parent(&key.references[0]);
    let last = path.into_iter().last().map(|token| token.to_string()).unwrap_or_default();
    last.trim_start_matches("r#").to_owned()
}

/// `StudyCasesOfGroup`
fn trait_name(method: &Ident, of: &str) -> Ident {
    let method = method.unraw().to_string().to_upper_camel_case();
    format_ident!("{method}Of{}", of.to_upper_camel_case(), span = Span::call_site())
}

fn plural_of(relation: &Ident) -> Ident {
    ident(&plural(&relation.unraw().to_string()), relation.span())
}
