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
//! | `BigDecimal` | `Numeric` | `numeric`, without `sqlite` |
//! | `Decimal<n>` | itself | `numeric` |
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
#[derive(Clone)]
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
    /// A decimal number with so many digits, of its own type.
    Units {
        precision: u32,
        scale: u32,
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

/// What Diesel maps in the program that the derive is used in.
#[derive(Debug, Clone, Copy)]
pub struct Features {
    pub sqlite: bool,
    pub postgres: bool,
    pub mysql: bool,
    pub chrono: bool,
    pub time: bool,
    pub uuid: bool,
    pub serde_json: bool,
    pub numeric: bool,
}

impl Features {
    /// Those of this build.
    pub const ENABLED: Self = Self {
        sqlite: cfg!(feature = "sqlite"),
        postgres: cfg!(feature = "postgres"),
        mysql: cfg!(feature = "mysql"),
        chrono: cfg!(feature = "chrono"),
        time: cfg!(feature = "time"),
        uuid: cfg!(feature = "uuid"),
        serde_json: cfg!(feature = "serde_json"),
        numeric: cfg!(feature = "numeric"),
    };
}

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

pub fn arguments(segment: &PathSegment) -> Vec<&syn::Type> {
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

/// Whether the type has its name wherever nobody took it away.
pub fn is_everywhere(ty: &syn::Type) -> bool {
    const KNOWN: [&str; 12] =
        ["bool", "i8", "i16", "i32", "i64", "u8", "u16", "u32", "u64", "f32", "f64", "String"];
    matches!(ty, syn::Type::Path(path) if KNOWN.iter().any(|name| path.path.is_ident(name)))
}

/// What a Rust type means, or what to write instead.
pub fn of_rust(ty: &syn::Type, on: Features) -> Result<(TokenStream, Type), String> {
    use Type as T;
    let written = || quote!(#ty).to_string().replace(' ', "");
    let unknown = || {
        format!(
            "no SQL type is known for `{}`: name Diesel's with `sql_type = …`, or write \
             `enumeration` where it derives `ModelEnum`, `newtype = String` where it derives \
             `ModelType` around a `String`, `json` where it is stored as JSON",
            written()
        )
    };
    let Some(segment) = last(ty) else { return Err(unknown()) };
    let name = segment.ident.to_string();
    let needs = |feature: &str, on: bool| {
        let message =
            || format!("`{name}` needs the feature `{feature}` of model-core: turn it on");
        on.then_some(()).ok_or_else(message)
    };
    let only = |database: &str, on: bool, instead: &str| {
        let message = || {
            format!(
                "Diesel has `{}` on {database} only: turn on the feature `{}` of model-core, or \
                 write {instead}",
                written(),
                if database == "MySQL" { "mysql" } else { "postgres" },
            )
        };
        on.then_some(()).ok_or_else(message)
    };
    let unsigned = |inner: TokenStream, width: u8, instead: &str| {
        only("MySQL", on.mysql, instead)?;
        Ok::<_, String>((quote!(Unsigned<diesel::sql_types::#inner>), T::Unsigned(width)))
    };
    let (tokens, logical) = match name.as_str() {
        "bool" => (quote!(Bool), T::Bool),
        "i8" => {
            only("MySQL", on.mysql, "`i16`")?;
            (quote!(TinyInt), T::Integer(1))
        }
        "i16" => (quote!(SmallInt), T::Integer(2)),
        "i32" => (quote!(Integer), T::Integer(4)),
        "i64" => (quote!(BigInt), T::Integer(8)),
        "u8" => unsigned(quote!(TinyInt), 1, "`i16`")?,
        "u16" => unsigned(quote!(SmallInt), 2, "`i32`")?,
        "u32" => unsigned(quote!(Integer), 4, "`i64`")?,
        "u64" => unsigned(quote!(BigInt), 8, "`i64`")?,
        "f32" => (quote!(Float), T::Float),
        "f64" => (quote!(Double), T::Double),
        "String" => (quote!(Text), T::Text { max_length: None }),
        "NaiveDate" | "NaiveTime" | "NaiveDateTime" => {
            needs("chrono", on.chrono)?;
            date_or_time(&name["Naive".len()..])
        }
        "Date" | "Time" | "PrimitiveDateTime" => {
            needs("time", on.time)?;
            date_or_time(name.trim_start_matches("Primitive"))
        }
        "DateTime" => {
            needs("chrono", on.chrono)?;
            (with_zone(&name, on, false)?, T::TimestampTz)
        }
        "OffsetDateTime" => {
            needs("time", on.time)?;
            (with_zone(&name, on, true)?, T::TimestampTz)
        }
        "SystemTime" => {
            only("PostgreSQL", on.postgres, "`NaiveDateTime`")?;
            (quote!(Timestamp), T::Timestamp)
        }
        "Uuid" => {
            needs("uuid", on.uuid)?;
            only("PostgreSQL", on.postgres, "`String` or `Vec<u8>`")?;
            (quote!(Uuid), T::Uuid)
        }
        "Value" => return json(on, &name),
        "Decimal" => return units(segment, on),
        "BigDecimal" => {
            needs("numeric", on.numeric)?;
            if on.sqlite {
                return Err(FLOATS.to_owned());
            }
            (quote!(Numeric), T::Decimal { precision: None, scale: None })
        }
        "Vec" => {
            let element = arguments(segment).into_iter().next().ok_or_else(unknown)?;
            if last(element).is_some_and(|segment| segment.ident == "u8") {
                (quote!(Binary), T::Binary { max_length: None })
            } else {
                let inner = option(element);
                // Only PostgreSQL has arrays.
                let of = Features { sqlite: on.sqlite && !on.postgres, ..on };
                let (mut tokens, logical) = of_rust(inner.unwrap_or(element), of)?;
                if inner.is_some() {
                    tokens = quote!(diesel::sql_types::Nullable<#tokens>);
                }
                only("PostgreSQL", on.postgres, "a table of its own")?;
                (quote!(Array<#tokens>), T::Array(Box::new(logical)))
            }
        }
        "Option" => return Err("a column is NULL or not: take one `Option` off".to_owned()),
        "usize" | "isize" | "i128" | "u128" => {
            return Err(format!("`{name}` is no type of a column: write `i64`"));
        }
        "str" | "char" => return Err(format!("`{name}` is no type of a column: write `String`")),
        _ => return Err(unknown()),
    };
    Ok((quote!(diesel::sql_types::#tokens), logical))
}

/// JSON of any type, in the SQL type that all the databases turned on have in common.
pub fn json(on: Features, word: &str) -> Result<(TokenStream, Type), String> {
    if !on.serde_json {
        let message = "needs the feature `serde_json` of model-core: turn it on";
        return Err(format!("`{word}` {message}"));
    }
    Ok(if on.postgres && !on.mysql && !on.sqlite {
        (quote!(diesel::sql_types::Jsonb), Type::Jsonb)
    } else {
        (quote!(diesel::sql_types::Json), Type::Json)
    })
}

/// What Diesel makes of a decimal number on SQLite.
pub const FLOATS: &str = "SQLite would keep a `BigDecimal` as a float and lose digits: write `Decimal<2>` of \
                      model-core, which is exact on every database, here with 2 digits after the \
                      point; where the model is for other databases only, `sql_type = Numeric`";

/// The digits of a number of its own type, where nothing says how many there are in all: as many as
/// 64 bits hold.
pub const DIGITS: u32 = 19;

/// `Decimal<2>`
fn units(segment: &PathSegment, on: Features) -> Result<(TokenStream, Type), String> {
    if !on.numeric {
        return Err("`Decimal` needs the feature `numeric` of model-core: turn it on".to_owned());
    }
    let PathArguments::AngleBracketed(arguments) = &segment.arguments else {
        return Err(
            "say how many digits stand after the point: `Decimal<2>` of model-core".to_owned()
        );
    };
    let scale = match arguments.args.first() {
        Some(GenericArgument::Const(syn::Expr::Lit(syn::ExprLit {
            lit: syn::Lit::Int(digits),
            ..
        }))) => digits.base10_parse::<u32>().ok().filter(|scale| *scale <= DIGITS),
        _ => None,
    };
    let Some(scale) = scale else {
        return Err(format!(
            "write a number from 0 to {DIGITS} of digits after the point: `Decimal<2>`"
        ));
    };
    let digits = proc_macro2::Literal::u32_unsuffixed(scale);
    let tokens = quote!(::model_core::sql_types::Decimal<#digits>);
    Ok((tokens, Type::Units { precision: DIGITS, scale }))
}

fn date_or_time(name: &str) -> (TokenStream, Type) {
    match name {
        "Date" => (quote!(Date), Type::Date),
        "Time" => (quote!(Time), Type::Time),
        _ => (quote!(Timestamp), Type::Timestamp),
    }
}

/// `DateTime<Utc>` and `OffsetDateTime`; Diesel has only the second on MySQL.
fn with_zone(name: &str, on: Features, mysql: bool) -> Result<TokenStream, String> {
    if on.postgres {
        Ok(quote!(Timestamptz))
    } else if on.sqlite {
        Ok(quote!(TimestamptzSqlite))
    } else if on.mysql && mysql {
        Ok(quote!(Datetime))
    } else if on.mysql {
        Err(format!("Diesel has no `{name}` on MySQL: write `NaiveDateTime`"))
    } else {
        Err(format!(
            "`{name}` depends on the database: turn on the feature `postgres` or `sqlite` of \
             model-core"
        ))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NONE: Features = Features {
        sqlite: false,
        postgres: false,
        mysql: false,
        chrono: false,
        time: false,
        uuid: false,
        serde_json: false,
        numeric: false,
    };

    /// Diesel's type, or the message.
    fn of(rust: &str, on: Features) -> String {
        let ty = syn::parse_str(rust).expect("a type");
        match of_rust(&ty, on) {
            Ok((tokens, _)) => {
                tokens.to_string().replace(' ', "").replace("diesel::sql_types::", "")
            }
            Err(message) => message,
        }
    }

    #[test]
    fn a_time_with_a_zone_depends_on_the_database() {
        let chrono = Features { chrono: true, ..NONE };
        let all = Features { postgres: true, sqlite: true, mysql: true, ..chrono };
        assert_eq!(of("DateTime<Utc>", all), "Timestamptz");
        assert_eq!(of("DateTime<Utc>", Features { sqlite: true, ..chrono }), "TimestamptzSqlite");
        let mysql = of("chrono::DateTime<Utc>", Features { mysql: true, ..chrono });
        assert_eq!(mysql, "Diesel has no `DateTime` on MySQL: write `NaiveDateTime`");
        let time = Features { time: true, mysql: true, ..NONE };
        assert_eq!(of("OffsetDateTime", time), "Datetime");
    }

    #[test]
    fn arrays_and_unsigned_numbers_belong_to_one_database() {
        let both = Features { postgres: true, mysql: true, ..NONE };
        assert_eq!(of("Vec<Option<Vec<u8>>>", both), "Array<Nullable<Binary>>");
        assert_eq!(of("u16", both), "Unsigned<SmallInt>");
        assert!(of("Vec<i32>", NONE).contains("on PostgreSQL only"));
        assert!(of("u64", NONE).contains("write `i64`"));
        assert_eq!(of("Vec<u8>", NONE), "Binary");
    }

    #[test]
    fn a_missing_feature_is_named() {
        let message = "`NaiveDate` needs the feature `chrono` of model-core: turn it on";
        assert_eq!(of("NaiveDate", NONE), message);
        assert_eq!(of("NaiveDate", Features { chrono: true, ..NONE }), "Date");
        assert_eq!(of("time::PrimitiveDateTime", Features { time: true, ..NONE }), "Timestamp");
    }

    #[test]
    fn json_is_what_all_databases_have() {
        let json = Features { serde_json: true, postgres: true, ..NONE };
        assert_eq!(of("serde_json::Value", json), "Jsonb");
        assert_eq!(of("serde_json::Value", Features { sqlite: true, ..json }), "Json");
    }
}
