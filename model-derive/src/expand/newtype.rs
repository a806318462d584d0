//! The code of a type around another: stored and read as that one.

use proc_macro2::TokenStream;
use quote::quote;

use crate::check::Newtype;

pub fn newtype(found: &Newtype) -> TokenStream {
    let Newtype { ident, inner, diesel } = found;
    quote! {
        const _: () = {
            impl ::model_core::target::ModelType for #ident {
                type Inner = #inner;
            }
            // Diesel's own derives on a stand-in: the struct can't be derived on twice.
            #[derive(::diesel::expression::AsExpression, ::diesel::deserialize::FromSqlRow)]
            #[diesel(foreign_derive, sql_type = #diesel)]
            #[allow(dead_code)]
            struct StandIn(#ident);
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
