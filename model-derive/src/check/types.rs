//! Which SQL type a field has, by the name of its Rust type.
//!
//! Diesel's `table!` looks at the tokens of a type, so it can't be left to the compiler. The
//! last segment of a path decides: `chrono::NaiveDate` and `NaiveDate` are one.
//!
//! | Rust | Diesel's SQL type | with the features |
//! | --- | --- | --- |
//! | `bool` | `Bool` | |
//! | `i16`, `i32`, `i64` | `SmallInt`, `Integer`, `BigInt` | |
//! | `i8` | `TinyInt` | `mysql` |
//! | `u8` … `u64` | `Unsigned<…>` | `mysql` |
//! | `f32`, `f64` | `Float`, `Double` | |
//! | `String`, `Vec<u8>` | `Text`, `Binary` | |
//! | `NaiveDate`, `NaiveTime`, `NaiveDateTime` | `Date`, `Time`, `Timestamp` | `chrono` |
//! | `Date`, `Time`, `PrimitiveDateTime` | `Date`, `Time`, `Timestamp` | `time` |
//! | `DateTime<_>` | `Timestamptz`, or `TimestamptzSqlite` | `chrono`; `postgres`, or `sqlite` |
//! | `OffsetDateTime` | the same, or `Datetime` | `time`; `postgres`, `sqlite`, or `mysql` |
//! | `SystemTime` | `Timestamp` | `postgres` |
//! | `Uuid` | `Uuid` | `uuid`, `postgres` |
//! | `Value` | `Jsonb`; `Json` with another database | `serde_json` |
//! | `BigDecimal` | `Numeric` | `numeric` |
//! | `Vec<T>` | `Array<T>` | `postgres` |
//! | `Option<T>` | `Nullable<T>` | |
//!
//! Where several databases are turned on, the first named in a line is taken.

use proc_macro2::TokenStream;
use quote::quote;
use syn::{GenericArgument, PathArguments, PathSegment, TypePath};

/// [`LogicalType`] of model-core, in the derive's own words.
///
/// [`LogicalType`]: https://docs.rs/model-core
#[derive(Debug, Clone)]
pub enum Type {
    Bool,
    /// Width in bytes.
    Integer(u8),
    /// Width in bytes.
    Unsigned(u8),
    Float,
    Double,
    Decimal {
        precision: Option<u32>,
        scale: Option<u32>,
    },
    Text {
        max_length: Option<u32>,
    },
    Binary {
        max_length: Option<u32>,
    },
    Date,
    Time,
    Timestamp,
    TimestampTz,
    Uuid,
    Json,
    Jsonb,
    Array(Box<Type>),
    /// The Rust type, which knows its own values.
    Enum(Box<syn::Type>),
    Native(String),
}

/// What a field's type means.
pub struct Mapped {
    /// Whether it is an `Option`.
    pub nullable: bool,
    /// Diesel's SQL type, without `Nullable`.
    pub diesel: TokenStream,
    /// The logical type.
    pub ty: Type,
}

const SQLITE: bool = cfg!(feature = "sqlite");
const POSTGRES: bool = cfg!(feature = "postgres");
const MYSQL: bool = cfg!(feature = "mysql");

/// The type inside `Option<…>`, if it is one.
pub fn option(ty: &syn::Type) -> Option<&syn::Type> {
    argument(ty, "Option")
}

/// The one argument of a type of this name.
fn argument<'a>(ty: &'a syn::Type, name: &str) -> Option<&'a syn::Type> {
    let segment = last(ty)?;
    if segment.ident != name {
        return None;
    }
    arguments(segment).into_iter().next()
}

fn arguments(segment: &PathSegment) -> Vec<&syn::Type> {
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else { return Vec::new() };
    let types = arguments.args.iter();
    types.filter_map(|a| if let GenericArgument::Type(ty) = a { Some(ty) } else { None }).collect()
}

fn last(ty: &syn::Type) -> Option<&PathSegment> {
    match ty {
        syn::Type::Path(TypePath { qself: None, path }) => path.segments.last(),
        // A type that came through a macro may be wrapped in an invisible group.
        syn::Type::Group(group) => last(&group.elem),
        syn::Type::Paren(paren) => last(&paren.elem),
        _ => None,
    }
}

/// What a Rust type means, or what to write instead.
pub fn of_rust(ty: &syn::Type) -> Result<(TokenStream, Type), String> {
    use Type as T;
    let sql = |tokens: TokenStream| quote!(diesel::sql_types::#tokens);
    let unknown = || {
        format!(
            "no SQL type is known for `{}`: name Diesel's with `sql_type = …`",
            quote!(#ty).to_string().replace(' ', "")
        )
    };
    let Some(segment) = last(ty) else { return Err(unknown()) };
    let name = segment.ident.to_string();
    let (tokens, logical) = match name.as_str() {
        "bool" => (quote!(Bool), T::Bool),
        "i16" => (quote!(SmallInt), T::Integer(2)),
        "i32" => (quote!(Integer), T::Integer(4)),
        "i64" => (quote!(BigInt), T::Integer(8)),
        "f32" => (quote!(Float), T::Float),
        "f64" => (quote!(Double), T::Double),
        "String" => (quote!(Text), T::Text { max_length: None }),
        "i8" => (needs(MYSQL, &name, "mysql", "`i16`", quote!(TinyInt))?, T::Integer(1)),
        "u8" => (
            needs(MYSQL, &name, "mysql", "`i16`", quote!(Unsigned<diesel::sql_types::TinyInt>))?,
            T::Unsigned(1),
        ),
        "u16" => (
            needs(MYSQL, &name, "mysql", "`i32`", quote!(Unsigned<diesel::sql_types::SmallInt>))?,
            T::Unsigned(2),
        ),
        "u32" => (
            needs(MYSQL, &name, "mysql", "`i64`", quote!(Unsigned<diesel::sql_types::Integer>))?,
            T::Unsigned(4),
        ),
        "u64" => (
            needs(MYSQL, &name, "mysql", "`i64`", quote!(Unsigned<diesel::sql_types::BigInt>))?,
            T::Unsigned(8),
        ),
        "NaiveDate" => (feature(cfg!(feature = "chrono"), &name, "chrono", quote!(Date))?, T::Date),
        "NaiveTime" => (feature(cfg!(feature = "chrono"), &name, "chrono", quote!(Time))?, T::Time),
        "NaiveDateTime" => {
            (feature(cfg!(feature = "chrono"), &name, "chrono", quote!(Timestamp))?, T::Timestamp)
        }
        "Date" => (feature(cfg!(feature = "time"), &name, "time", quote!(Date))?, T::Date),
        "Time" => (feature(cfg!(feature = "time"), &name, "time", quote!(Time))?, T::Time),
        "PrimitiveDateTime" => {
            (feature(cfg!(feature = "time"), &name, "time", quote!(Timestamp))?, T::Timestamp)
        }
        "DateTime" => {
            feature(cfg!(feature = "chrono"), &name, "chrono", quote!())?;
            (with_zone(&name, false)?, T::TimestampTz)
        }
        "OffsetDateTime" => {
            feature(cfg!(feature = "time"), &name, "time", quote!())?;
            (with_zone(&name, true)?, T::TimestampTz)
        }
        "SystemTime" => (
            needs(POSTGRES, &name, "postgres", "`NaiveDateTime`", quote!(Timestamp))?,
            T::Timestamp,
        ),
        "Uuid" => {
            feature(cfg!(feature = "uuid"), &name, "uuid", quote!())?;
            (needs(POSTGRES, &name, "postgres", "`String` or `Vec<u8>`", quote!(Uuid))?, T::Uuid)
        }
        "Value" => {
            feature(cfg!(feature = "serde_json"), &name, "serde_json", quote!())?;
            // The one that all the databases turned on have in common.
            if POSTGRES && !MYSQL && !SQLITE {
                (quote!(Jsonb), T::Jsonb)
            } else {
                (quote!(Json), T::Json)
            }
        }
        "BigDecimal" => (
            feature(cfg!(feature = "numeric"), &name, "numeric", quote!(Numeric))?,
            T::Decimal { precision: None, scale: None },
        ),
        "Vec" => {
            let Some(element) = arguments(segment).into_iter().next() else {
                return Err(unknown());
            };
            if last(element).is_some_and(|segment| segment.ident == "u8") {
                (quote!(Binary), T::Binary { max_length: None })
            } else {
                let (inner, logical) = of_rust(option(element).unwrap_or(element))?;
                let inner = match option(element) {
                    Some(_) => sql(quote!(Nullable<#inner>)),
                    None => inner,
                };
                let array = quote!(Array<#inner>);
                let instead = "`Vec<u8>`, or a table of its own";
                let text = quote!(#ty).to_string().replace(' ', "");
                (needs(POSTGRES, &text, "postgres", instead, array)?, T::Array(Box::new(logical)))
            }
        }
        "Option" => return Err("a column is NULL or not: take one `Option` off".to_owned()),
        "usize" | "isize" | "i128" | "u128" => {
            return Err(format!("`{name}` is no type of a column: write `i64`"));
        }
        "str" | "char" => return Err(format!("`{name}` is no type of a column: write `String`")),
        _ => return Err(unknown()),
    };
    Ok((sql(tokens), logical))
}

/// `DateTime<Utc>` and `OffsetDateTime`
fn with_zone(name: &str, mysql: bool) -> Result<TokenStream, String> {
    if POSTGRES {
        Ok(quote!(Timestamptz))
    } else if SQLITE {
        Ok(quote!(TimestamptzSqlite))
    } else if MYSQL && mysql {
        Ok(quote!(Datetime))
    } else if MYSQL {
        Err(format!("Diesel has no `{name}` on MySQL: write `NaiveDateTime`"))
    } else {
        Err(format!(
            "`{name}` depends on the database: turn on the feature `postgres` or `sqlite` of \
             model-core"
        ))
    }
}

fn needs(
    on: bool,
    name: &str,
    feature: &str,
    instead: &str,
    tokens: TokenStream,
) -> Result<TokenStream, String> {
    if on {
        return Ok(tokens);
    }
    Err(format!(
        "Diesel has `{name}` on {} only: turn on the feature `{feature}` of model-core, or write \
         {instead}",
        if feature == "mysql" { "MySQL" } else { "PostgreSQL" }
    ))
}

fn feature(
    on: bool,
    name: &str,
    feature: &str,
    tokens: TokenStream,
) -> Result<TokenStream, String> {
    if on {
        return Ok(tokens);
    }
    Err(format!("`{name}` needs the feature `{feature}` of model-core: turn it on"))
}

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
        "Timestamptz" | "TimestamptzSqlite" => T::TimestampTz,
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
