//! The code of a type around another: stored and read as that one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::Ident;

use crate::check::Newtype;

/// Diesel's own derives on a stand-in, as the type can't be derived on once more.
pub fn stand_in(ident: &Ident, diesel: &TokenStream, twice: &[&str]) -> Option<TokenStream> {
    let expression = (!twice.contains(&"AsExpression"))
        .then(|| quote!(#[derive(::diesel::expression::AsExpression)]));
    let row = (!twice.contains(&"FromSqlRow"))
        .then(|| quote!(#[derive(::diesel::deserialize::FromSqlRow)]));
    (expression.is_some() || row.is_some()).then(|| {
        quote! {
            #expression
            #row
            #[diesel(foreign_derive, sql_type = #diesel)]
            #[allow(dead_code)]
            struct StandIn(#ident);
        }
    })
}

pub fn newtype(found: &Newtype, twice: &[&str]) -> TokenStream {
    let Newtype { ident, inner, diesel } = found;
    let stand_in = stand_in(ident, diesel, twice);
    quote! {
        const _: () = {
            impl ::model_core::target::ModelType for #ident {
                type Inner = #inner;
            }
            #stand_in
            impl<__DB> ::diesel::serialize::ToSql<#diesel, __DB> for #ident
            where
                __DB: ::diesel::backend::Backend,
                #inner: ::diesel::serialize::ToSql<#diesel, __DB>,
            {
                fn to_sql<'b>(
                    &'b self,
                    out: &mut ::diesel::serialize::Output<'b, '_, __DB>,
                ) -> ::diesel::serialize::Result {
                    ::diesel::serialize::ToSql::<#diesel, __DB>::to_sql(&self.0, out)
                }
            }
            impl<__DB> ::diesel::deserialize::FromSql<#diesel, __DB> for #ident
            where
                __DB: ::diesel::backend::Backend,
                #inner: ::diesel::deserialize::FromSql<#diesel, __DB>,
            {
                fn from_sql(bytes: __DB::RawValue<'_>) -> ::diesel::deserialize::Result<Self> {
                    ::diesel::deserialize::FromSql::<#diesel, __DB>::from_sql(bytes).map(Self)
                }
            }
        };
    }
}
