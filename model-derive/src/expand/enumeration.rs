//! The code of an enumeration: the enum is its own SQL type, so that a column of it needs no
//! other name.

use proc_macro2::TokenStream;
use quote::quote;
use syn::ext::IdentExt;

use super::newtype;
use crate::check::{Enum, Features};

/// All that an enumeration's derive gives.
pub fn enumeration(found: &Enum, on: Features, twice: &[&str]) -> TokenStream {
    let ident = &found.ident;
    let name = &found.name;
    let rust_type = ident.unraw().to_string();
    let schema = option(found.schema.as_ref());
    let renamed = option(found.renamed_from.as_ref());
    let values = found.values.iter().map(|value| {
        let (text, renamed) = (&value.text, option(value.renamed_from.as_ref()));
        quote!((#text, #renamed))
    });
    let idents: Vec<_> = found.values.iter().map(|value| &value.ident).collect();
    let texts: Vec<_> = found.values.iter().map(|value| &value.text).collect();
    let backends = backends(found, on);
    let stand_in = newtype::stand_in(ident, &quote!(#ident), twice);
    quote! {
        const _: () = {
            impl ::model_core::target::ModelEnum for #ident {
                const DEF: &'static ::model_core::registry::EnumDef =
                    &::model_core::registry::EnumDef {
                        name: ::model_core::registry::NameDef { schema: #schema, name: #name },
                        values: &[#(#values),*],
                        renamed_from: #renamed,
                        rust_type: ::core::concat!(::core::module_path!(), "::", #rust_type),
                    };
                fn text(&self) -> &'static str {
                    match self {
                        #(Self::#idents => #texts,)*
                    }
                }
                fn of_text(text: &str) -> ::core::option::Option<Self> {
                    match text {
                        #(#texts => ::core::option::Option::Some(Self::#idents),)*
                        _ => ::core::option::Option::None,
                    }
                }
            }
            impl ::diesel::sql_types::SqlType for #ident {
                type IsNull = ::diesel::sql_types::is_nullable::NotNull;
                const IS_ARRAY: bool = false;
            }
            impl ::diesel::sql_types::SingleValue for #ident {}
            impl ::diesel::query_builder::QueryId for #ident {
                type QueryId = Self;
                const HAS_STATIC_QUERY_ID: bool = true;
            }
            #stand_in
            impl<DB> ::diesel::serialize::ToSql<#ident, DB> for #ident
            where
                DB: ::diesel::backend::Backend,
                str: ::diesel::serialize::ToSql<::diesel::sql_types::Text, DB>,
            {
                fn to_sql<'b>(
                    &'b self,
                    out: &mut ::diesel::serialize::Output<'b, '_, DB>,
                ) -> ::diesel::serialize::Result {
                    let text = ::model_core::target::ModelEnum::text(self);
                    <str as ::diesel::serialize::ToSql<::diesel::sql_types::Text, DB>>::to_sql(
                        text, out,
                    )
                }
            }
            impl<DB> ::diesel::deserialize::FromSql<#ident, DB> for #ident
            where
                DB: ::diesel::backend::Backend,
                *const str: ::diesel::deserialize::FromSql<::diesel::sql_types::Text, DB>,
            {
                fn from_sql(bytes: DB::RawValue<'_>) -> ::diesel::deserialize::Result<Self> {
                    ::model_core::target::read_enum::<Self, DB>(bytes)
                }
            }
            #backends
        };
    }
}

/// What each database calls it on the wire.
fn backends(found: &Enum, on: Features) -> TokenStream {
    let ident = &found.ident;
    let name = &found.name;
    let schema = option(found.schema.as_ref());
    let postgres = on.postgres.then(|| {
        quote! {
            impl ::diesel::sql_types::HasSqlType<#ident> for ::diesel::pg::Pg {
                fn metadata(lookup: &mut Self::MetadataLookup) -> ::diesel::pg::PgTypeMetadata {
                    ::diesel::pg::PgMetadataLookup::lookup_type(lookup, #name, #schema)
                }
            }
        }
    });
    let sqlite = on.sqlite.then(|| {
        quote! {
            impl ::diesel::sql_types::HasSqlType<#ident> for ::diesel::sqlite::Sqlite {
                fn metadata(_: &mut ()) -> ::diesel::sqlite::SqliteType {
                    ::diesel::sqlite::SqliteType::Text
                }
            }
        }
    });
    let mysql = on.mysql.then(|| {
        quote! {
            impl ::diesel::sql_types::HasSqlType<#ident> for ::diesel::mysql::Mysql {
                fn metadata(_: &mut ()) -> ::diesel::mysql::MysqlType {
                    ::diesel::mysql::MysqlType::Enum
                }
            }
        }
    });
    quote!(#postgres #sqlite #mysql)
}

fn option(text: Option<&String>) -> TokenStream {
    match text {
        Some(text) => quote!(::core::option::Option::Some(#text)),
        None => quote!(::core::option::Option::None),
    }
}
