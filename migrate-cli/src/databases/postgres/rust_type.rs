//! From PostgreSQL's types to those of fields, as Diesel reads them: the reverse of `lower::types`.

use model_core::schema::{LogicalType, ObjectKind, QualifiedName, Schema};

use super::types::{Element, Type, TypeKind};
use super::words;
use crate::rust_type::{FieldType, RustType, TypeWord};

/// The ways to write a column's type, the best first.
pub fn field_types(schema: &Schema, native: &str) -> Vec<FieldType> {
    let below = base(schema, native, 0);
    let is_domain = below != native;
    let mut types = Vec::new();
    if let Some(ty) = natural(schema, &below) {
        if !is_domain {
            types.push(ty.clone());
        }
        types.extend(in_own_words(&ty, native));
    }
    types.push(unknown(native));
    types
}

/// The type below a domain, or the type itself.
fn base(schema: &Schema, native: &str, depth: usize) -> String {
    // A list of a domain's values is none itself.
    if native.ends_with("[]") {
        return native.to_owned();
    }
    let name = qualified(native);
    let is_it = |kind: ObjectKind, of: &QualifiedName| kind == ObjectKind::Domain && *of == name;
    let domain = schema.objects.iter().find(|object| is_it(object.kind, &object.name));
    match domain.and_then(|object| object.domain.as_ref()).filter(|_| depth < 32) {
        Some(domain) => base(schema, &domain.ty, depth + 1),
        None => native.to_owned(),
    }
}

fn qualified(native: &str) -> QualifiedName {
    let (schema, name, _) = words::type_name(native);
    QualifiedName { schema, name }
}

/// The same field with the type's own text, where Diesel's is known.
fn in_own_words(ty: &FieldType, native: &str) -> Option<FieldType> {
    let diesel = ty.words.iter().find_map(|word| match word {
        TypeWord::Diesel(name) => Some(name.clone()),
        _ => None,
    });
    let rust = match &ty.rust {
        RustType::Named(name) => name.clone(),
        RustType::List(element) => match element.as_ref() {
            RustType::Named(name) if diesel.is_none() => {
                let list = FieldType::of(ty.rust.clone(), LogicalType::Native(native.to_owned()));
                let _ = name;
                return Some(list.with(TypeWord::Database(native.to_owned())));
            }
            _ => return None,
        },
        _ => return None,
    };
    Some(match diesel {
        Some(diesel) => FieldType::diesel(&rust, &diesel, native),
        None => FieldType::native(&rust, native),
    })
}

/// The type of a field for one of the server's types.
fn natural(schema: &Schema, native: &str) -> Option<FieldType> {
    let ty = Type::read(native);
    if ty.array {
        let below = base(schema, &ty.element, 0);
        return list(natural(schema, &below)?, native);
    }
    let name = qualified(native);
    if ty.kind == TypeKind::Other
        && schema
            .enumeration(&name)
            .is_some_and(|found| found.values.iter().all(|v| !v.name.is_empty()))
    {
        let of = FieldType::of(RustType::Enumeration(name.clone()), LogicalType::Enum(name));
        return Some(of.with(TypeWord::Enumeration));
    }
    let named = |rust: &str, logical: LogicalType| Some(FieldType::named(rust, logical));
    let diesel = |rust: &str, diesel: &str| {
        let logical = LogicalType::Native(native.to_owned());
        Some(FieldType::named(rust, logical).with(TypeWord::Diesel(diesel.to_owned())))
    };
    let number = |at: usize| ty.modifiers.get(at).and_then(|n| u32::try_from(*n).ok());
    match ty.kind {
        TypeKind::Boolean => named("bool", LogicalType::Bool),
        TypeKind::SmallInt => named("i16", LogicalType::SmallInt),
        TypeKind::Integer => named("i32", LogicalType::Integer),
        TypeKind::BigInt => named("i64", LogicalType::BigInt),
        TypeKind::Real => named("f32", LogicalType::Float),
        TypeKind::Double => named("f64", LogicalType::Double),
        TypeKind::Numeric => {
            let scale = number(1).filter(|scale| *scale > 0);
            Some(FieldType::decimal(number(0), number(0).and(scale)))
        }
        TypeKind::Text if native.starts_with("character varying") => {
            Some(FieldType::text(number(0)))
        }
        TypeKind::Text if name.name == "citext" => {
            let logical = LogicalType::Native(native.to_owned());
            let text = FieldType::named("String", logical);
            Some(
                text.with(TypeWord::Diesel("diesel::sql_types::Citext".to_owned()))
                    .with(TypeWord::DatabaseToo(native.to_owned())),
            )
        }
        TypeKind::Text => Some(FieldType::text(None)),
        TypeKind::Character | TypeKind::Name => Some(FieldType::native("String", native)),
        TypeKind::Byte => diesel("u8", "CChar"),
        TypeKind::Bytes => Some(FieldType::binary(None)),
        TypeKind::Date => named("NaiveDate", LogicalType::Date),
        TypeKind::Time => named("NaiveTime", LogicalType::Time),
        TypeKind::Timestamp => named("NaiveDateTime", LogicalType::Timestamp),
        TypeKind::TimestampTz => {
            let moment = FieldType::named("DateTime<Utc>", LogicalType::TimestampTz);
            Some(moment)
        }
        TypeKind::Interval => {
            let logical = LogicalType::Native(native.to_owned());
            let interval = FieldType::named("diesel::pg::data_types::PgInterval", logical);
            let interval = interval.with(TypeWord::Diesel("Interval".to_owned()));
            Some(match native == "interval" {
                true => interval,
                false => interval.with(TypeWord::DatabaseToo(native.to_owned())),
            })
        }
        TypeKind::Json => Some(
            FieldType::named("serde_json::Value", LogicalType::Json)
                .with(TypeWord::Diesel("Json".to_owned())),
        ),
        TypeKind::Jsonb => Some(
            FieldType::named("serde_json::Value", LogicalType::Jsonb)
                .with(TypeWord::Diesel("Jsonb".to_owned())),
        ),
        TypeKind::Uuid => named("Uuid", LogicalType::Uuid),
        TypeKind::Mac => diesel("[u8; 6]", "MacAddr"),
        TypeKind::Mac8 => diesel("[u8; 8]", "MacAddr8"),
        TypeKind::Money => diesel("diesel::pg::data_types::PgMoney", "Money"),
        TypeKind::Range(element) => {
            let rust = element_of(element)?;
            diesel(
                &format!("(std::ops::Bound<{rust}>, std::ops::Bound<{rust}>)"),
                range(element, false),
            )
        }
        TypeKind::Multirange(element) => {
            let rust = element_of(element)?;
            let rust = format!("Vec<(std::ops::Bound<{rust}>, std::ops::Bound<{rust}>)>");
            diesel(&rust, range(element, true))
        }
        TypeKind::Other if native == "oid" => diesel("u32", "Oid"),
        TypeKind::Other if native == "pg_lsn" => diesel("diesel::pg::data_types::PgLsn", "PgLsn"),
        _ => None,
    }
}

/// A list of what a column without brackets would be.
fn list(element: FieldType, native: &str) -> Option<FieldType> {
    let RustType::Named(_) = element.rust else {
        return match element.rust {
            // The list names the type itself, and so the database's is named, too.
            RustType::Enumeration(_) => {
                let logical = LogicalType::Native(native.to_owned());
                let of = FieldType::of(RustType::List(Box::new(element.rust)), logical);
                Some(
                    of.with(TypeWord::Diesel("Array".to_owned()))
                        .with(TypeWord::DatabaseToo(native.to_owned())),
                )
            }
            _ => None,
        };
    };
    let diesel = element.words.iter().any(|word| matches!(word, TypeWord::Diesel(_)));
    if diesel {
        return None;
    }
    let logical = match element.logical {
        LogicalType::Text { max_length: None } | LogicalType::Decimal { precision: None, .. } => {
            LogicalType::Array(Box::new(element.logical))
        }
        LogicalType::Text { .. } | LogicalType::Decimal { .. } | LogicalType::Native(_) => {
            let logical = LogicalType::Native(native.to_owned());
            let of = FieldType::of(RustType::List(Box::new(element.rust)), logical);
            return Some(of.with(TypeWord::Database(native.to_owned())));
        }
        other => LogicalType::Array(Box::new(other)),
    };
    Some(FieldType::of(RustType::List(Box::new(element.rust)), logical))
}

fn element_of(element: Element) -> Option<&'static str> {
    Some(match element {
        Element::Integer => "i32",
        Element::BigInt => "i64",
        Element::Numeric => "BigDecimal",
        Element::Date => "NaiveDate",
        Element::Timestamp => "NaiveDateTime",
        Element::TimestampTz => "DateTime<Utc>",
    })
}

fn range(element: Element, multi: bool) -> &'static str {
    match (element, multi) {
        (Element::Integer, false) => "Int4range",
        (Element::BigInt, false) => "Int8range",
        (Element::Numeric, false) => "Numrange",
        (Element::Date, false) => "Daterange",
        (Element::Timestamp, false) => "Tsrange",
        (Element::TimestampTz, false) => "Tstzrange",
        (Element::Integer, true) => "Int4multirange",
        (Element::BigInt, true) => "Int8multirange",
        (Element::Numeric, true) => "Nummultirange",
        (Element::Date, true) => "Datemultirange",
        (Element::Timestamp, true) => "Tsmultirange",
        (Element::TimestampTz, true) => "Tstzmultirange",
    }
}

/// A type that Diesel has nothing for.
fn unknown(native: &str) -> FieldType {
    // `pg_type` has the name of a list with an underscore before it.
    let mut name = qualified(native.trim_end_matches("[]"));
    let builtin = Type::read(native);
    if builtin.array {
        name.name.insert(0, '_');
    } else {
        name.name = internal(&name.name, native).to_owned();
    }
    let logical = LogicalType::Native(native.to_owned());
    FieldType::of(RustType::Unknown(name), logical).with(TypeWord::DatabaseToo(native.to_owned()))
}

/// The name that the catalog has for a type that is printed as SQL has it.
fn internal<'a>(name: &'a str, native: &str) -> &'a str {
    match name {
        "bit" if native.starts_with("bit varying") => "varbit",
        "time" if native.contains("with time zone") => "timetz",
        other => other,
    }
}
