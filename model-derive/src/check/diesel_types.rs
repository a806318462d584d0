//! What the SQL types of Diesel mean, where a person names one.

use proc_macro2::TokenStream;
use quote::quote;
use syn::TypePath;

use super::types::{Type, arguments};

/// Diesel's SQL type by its path: the tokens for `table!` and what it means, where that is known.
pub fn of_diesel(path: &TypePath) -> Result<(TokenStream, Option<Type>), String> {
    let Some(segment) = path.path.segments.last() else {
        return Err("write the path of an SQL type of Diesel's".to_owned());
    };
    let name = segment.ident.to_string();
    if name == "Nullable" {
        return Err("write the type without `Nullable`: the field's `Option` says it".to_owned());
    }
    let inner = arguments(segment).into_iter().next();
    let inner = match inner {
        Some(syn::Type::Path(inner)) => Some(of_diesel(inner)?),
        _ => None,
    };
    let known = known(&name, inner.as_ref().and_then(|(_, ty)| ty.clone()));
    // A name alone is looked up in Diesel, so that a model needs no import for it; arguments too.
    let tokens = match (&known, path.path.segments.len(), path.path.leading_colon) {
        (Some(_), 1, None) => {
            let ident = &segment.ident;
            match inner {
                Some((inner, _)) => quote!(diesel::sql_types::#ident<#inner>),
                None => quote!(diesel::sql_types::#ident),
            }
        }
        _ => quote!(#path),
    };
    Ok((tokens, known))
}

/// What the SQL types of Diesel mean, under each of their names.
fn known(name: &str, inner: Option<Type>) -> Option<Type> {
    use Type as T;
    let native = |text: &str| Some(T::Native(text.to_owned()));
    Some(match name {
        "Bool" => T::Bool,
        "TinyInt" | "Tinyint" => T::Integer(1),
        "SmallInt" | "Smallint" | "Int2" => T::Integer(2),
        "Integer" | "Int4" => T::Integer(4),
        "BigInt" | "Bigint" | "Int8" => T::Integer(8),
        "Float" | "Float4" => T::Float,
        "Double" | "Float8" => T::Double,
        "Numeric" | "Decimal" => T::Decimal { precision: None, scale: None },
        "Text" | "VarChar" | "Varchar" | "Char" | "Tinytext" | "Mediumtext" | "Longtext"
        | "Bpchar" => T::Text { max_length: None },
        "Binary" | "Bytea" | "Blob" | "Tinyblob" | "Mediumblob" | "Longblob" | "Varbinary"
        | "Bit" => T::Binary { max_length: None },
        "Date" => T::Date,
        "Time" => T::Time,
        "Timestamp" => T::Timestamp,
        // The last is model-core's own.
        "Timestamptz" | "TimestamptzSqlite" | "Instant" => T::TimestampTz,
        "Uuid" => T::Uuid,
        "Json" => T::Json,
        "Jsonb" => T::Jsonb,
        "Array" => T::Array(Box::new(inner?)),
        "Unsigned" => match inner? {
            T::Integer(width) => T::Unsigned(width),
            _ => return None,
        },
        "Datetime" => return native("datetime"),
        "Interval" => return native("interval"),
        "Inet" => return native("inet"),
        "Cidr" => return native("cidr"),
        "MacAddr" | "Macaddr" => return native("macaddr"),
        "MacAddr8" | "Macaddr8" => return native("macaddr8"),
        "Money" => return native("money"),
        "Oid" => return native("oid"),
        "Citext" => return native("citext"),
        "PgLsn" => return native("pg_lsn"),
        "CChar" => return native("\"char\""),
        "Int4range" => return native("int4range"),
        "Int8range" => return native("int8range"),
        "Numrange" => return native("numrange"),
        "Daterange" => return native("daterange"),
        "Tsrange" => return native("tsrange"),
        "Tstzrange" => return native("tstzrange"),
        "Int4multirange" => return native("int4multirange"),
        "Int8multirange" => return native("int8multirange"),
        "Nummultirange" => return native("nummultirange"),
        "Datemultirange" => return native("datemultirange"),
        "Tsmultirange" => return native("tsmultirange"),
        "Tstzmultirange" => return native("tstzmultirange"),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_of_diesels_is_known_by_its_last_name() {
        let of = |path: &str| {
            let path = syn::parse_str(path).expect("a path");
            let (tokens, ty) = of_diesel(&path)?;
            Ok::<_, String>((tokens.to_string().replace(' ', ""), ty))
        };
        let Ok((tokens, Some(Type::Native(text)))) = of("Citext") else { panic!("known") };
        assert_eq!((tokens.as_str(), text.as_str()), ("diesel::sql_types::Citext", "citext"));
        let Ok((tokens, Some(Type::Array(_)))) = of("Array<Text>") else { panic!("known") };
        assert_eq!(tokens, "diesel::sql_types::Array<diesel::sql_types::Text>");
        assert!(matches!(of("crate::Vector"), Ok((_, None))));
        assert!(of("Nullable<Text>").is_err());
    }
}
