//! What becomes of values when a column's type changes.

use super::quote::literal;
use super::types::Type;
use crate::retype::{Retype, RetypedRows};

/// See [`Dialect::retype`](crate::dialect::Dialect::retype).
pub fn retype(before: &str, after: &str) -> Retype {
    if is_impossible(before, after) {
        return Retype { needs_cast: true, rewrites: true, impossible: true, ..Retype::default() };
    }
    let (from, to) = (Type::read(before), Type::read(after));
    let narrows = narrows(&from, &to);
    Retype {
        narrows,
        needs_cast: !is_alike(&from, &to),
        rewrites: !keeps_rows(before, after),
        loses: narrows && loses(&from, &to),
        impossible: false,
    }
}

/// Whether some values of the old type have no place in the new one as they are.
fn narrows(from: &Type, to: &Type) -> bool {
    use Type::{
        Binary, Characters, Date, Decimal, Enumeration, Float, Integer, Json, Moment, Text,
    };
    match (from, to) {
        (Integer(least, most), Integer(to_least, to_most)) => least < to_least || most > to_most,
        (Integer(least, most), Decimal { whole, signed, .. }) => {
            let room = 10_i128.checked_pow(*whole).unwrap_or(i128::MAX);
            *most >= room || *least < 0 && !signed || least.checked_neg().is_none_or(|n| n >= room)
        }
        (Integer(least, most), Float(bytes)) => {
            let exact = if *bytes == 4 { 1_i128 << 24 } else { 1_i128 << 53 };
            *most > exact || *least < -exact
        }
        (
            Decimal { whole, places, signed },
            Decimal { whole: room, places: to_places, signed: to_signed },
        ) => whole > room || places > to_places || *signed && !to_signed,
        (Float(a), Float(b)) => a > b,
        (Enumeration(values), Enumeration(kept)) => !values.iter().all(|v| kept.contains(v)),
        (Json, Text(room)) => *room < u64::from(u32::MAX),
        (Binary(length), Binary(room)) => length > room,
        (_, Characters(room)) => from.longest().is_none_or(|longest| longest > *room),
        (Text(bytes), Text(room)) => bytes > room,
        (_, Text(room)) => from.longest().is_none_or(|longest| longest.saturating_mul(4) > *room),
        (_, Binary(room)) if from.is_text() => from.bytes().is_none_or(|bytes| bytes > *room),
        (Date, Moment { counted, .. }) => *counted,
        (Moment { digits, counted }, Moment { digits: to_digits, counted: to_counted }) => {
            digits > to_digits || !counted && *to_counted
        }
        (a, b) => a != b,
    }
}

/// Whether a value stays what it is, in another format at most.
fn is_alike(from: &Type, to: &Type) -> bool {
    let is_moment = |ty: &Type| matches!(ty, Type::Moment { .. });
    let is_binary = |ty: &Type| matches!(ty, Type::Binary(_));
    from == to
        || from.is_number() && to.is_number()
        || from.is_text() && to.is_text()
        || is_moment(from) && is_moment(to)
        || is_binary(from) && is_binary(to)
}

/// Whether a value that does not fit is changed rather than refused. A text that is read as something
/// else loses how it was written.
fn loses(from: &Type, to: &Type) -> bool {
    use Type::{Decimal, Float, Integer};
    match (from, to) {
        (a, b) if a.is_text() && b.is_text() => matches!((a, b), (Type::Enumeration(_), _)),
        (Integer(..), Integer(..) | Decimal { .. }) => false,
        (Decimal { places, .. }, Decimal { places: to_places, .. }) => places > to_places,
        (Float(_), Float(_)) => true,
        (Type::Binary(_), Type::Binary(_)) => false,
        _ => true,
    }
}

/// Whether the rows stay as they are: what MariaDB 10.11 changes with `ALGORITHM=INSTANT`. MySQL copies
/// where the length of a text begins to need a second byte, too.
fn keeps_rows(before: &str, after: &str) -> bool {
    use Type::{Binary, Characters, Enumeration, Integer};
    let is_variable = |native: &str| native.to_ascii_lowercase().starts_with("var");
    match (Type::read(before), Type::read(after)) {
        // A value that is added at the end changes nothing that is stored.
        (Enumeration(values), Enumeration(kept)) => kept.starts_with(&values),
        (Characters(a), Characters(b)) | (Binary(a), Binary(b)) => {
            a == b && is_variable(before) == is_variable(after)
                || a < b && is_variable(before) && is_variable(after)
        }
        (from @ Integer(..), to) => from == to,
        _ => false,
    }
}

/// See [`Dialect::retyped_rows`](crate::dialect::Dialect::retyped_rows). `column` is quoted.
pub fn retyped_rows(column: &str, before: &str, after: &str) -> RetypedRows {
    let (from, to) = (Type::read(before), Type::read(after));
    RetypedRows {
        unfit: unfit(column, &from, &to),
        carried: carried(column, &from, &to),
        ..RetypedRows::default()
    }
}

fn carried(c: &str, from: &Type, to: &Type) -> Option<String> {
    match (from, to) {
        (Type::Other(_), _) | (_, Type::Other(_)) => None,
        (a, Type::Integer(..) | Type::Decimal { .. } | Type::Float(_)) if a.is_text() => {
            Some(format!("CAST({c} AS decimal(65,30))"))
        }
        (a, b) if a.is_number() && b.is_text() => Some(format!("CAST({c} AS char)")),
        (a, Type::Date) if a.is_text() || matches!(a, Type::Moment { .. }) => {
            Some(format!("CAST({c} AS date)"))
        }
        (a, Type::Moment { digits, .. }) if a.is_text() || *a == Type::Date => {
            Some(format!("CAST({c} AS datetime({digits}))"))
        }
        (a, b) if is_alike(a, b) => Some(c.to_owned()),
        _ => None,
    }
}

/// What the server, told to be strict, refuses or changes.
fn unfit(c: &str, from: &Type, to: &Type) -> Option<String> {
    use Type::{
        Binary, Characters, Date, Decimal, Enumeration, Float, Integer, Json, Moment, Text,
    };
    const NUMBER: &str =
        "'^[[:space:]]*[-+]?([0-9]+[.]?[0-9]*|[.][0-9]+)([eE][-+]?[0-9]+)?[[:space:]]*$'";
    let is_text = from.is_text();
    let is_no_number = format!("{c} NOT REGEXP {NUMBER}");
    // A text is looked at as the number that it is read as.
    let number = if is_text { format!("CAST({c} AS decimal(65,30))") } else { c.to_owned() };
    let no_number = |rest: String| if is_text { format!("{is_no_number} OR {rest}") } else { rest };
    match (from, to) {
        (a, Integer(least, most)) if a.is_number() || is_text => Some(no_number(format!(
            "{number} NOT BETWEEN {least} AND {most} OR round({number}) <> {number}"
        ))),
        (a, Decimal { whole, places, signed }) if a.is_number() || is_text => {
            let room = format!("1{}", "0".repeat(usize::try_from(*whole).unwrap_or(0)));
            let negative = if *signed { String::new() } else { format!(" OR {number} < 0") };
            Some(no_number(format!(
                "abs({number}) >= {room} OR round({number}, {places}) <> {number}{negative}"
            )))
        }
        (_, Float(_)) if is_text => Some(is_no_number),
        (Binary(_), Characters(_) | Text(_)) => None,
        (_, Characters(room)) => Some(format!("char_length({c}) > {room}")),
        (_, Text(room) | Binary(room)) => Some(format!("length({c}) > {room}")),
        (a, Enumeration(values)) if a.is_text() => {
            let values: Vec<String> = values.iter().map(|value| literal(value)).collect();
            Some(format!("{c} NOT IN ({})", values.join(", ")))
        }
        (_, Date) if is_text => Some(format!("{c} IS NOT NULL AND CAST({c} AS date) IS NULL")),
        (Moment { .. }, Date) => Some(format!("CAST({c} AS date) <> {c}")),
        (_, Moment { .. }) if is_text => {
            Some(format!("{c} IS NOT NULL AND CAST({c} AS datetime(6)) IS NULL"))
        }
        (Moment { .. } | Date, Moment { digits, counted }) => {
            // What a `timestamp` counts are seconds since 1970 in 31 bits.
            let uncounted = format!(
                " OR {c} NOT BETWEEN from_unixtime(1) AND from_unixtime(2147483647.999999)"
            );
            let uncounted = if *counted { uncounted } else { String::new() };
            Some(format!("CAST({c} AS datetime({digits})) <> {c}{uncounted}"))
        }
        (_, Json) if is_text => Some(format!("NOT json_valid({c})")),
        _ => None,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum TypeFamily {
    /// Numbers, times and bits, which go into one another.
    Plain,
    /// Texts and bytes, enumerations and sets: whatever has a text goes into them and out of them.
    Text,
    Geometry,
    Inet4,
    Inet6,
    Uuid,
}

/// Whether the server refuses the change of type even where there is no row ("Cannot cast 'int' as
/// 'uuid'", 4078): a type of its own kind goes into texts and bytes, and comes out of them, alone.
pub fn is_impossible(before: &str, after: &str) -> bool {
    let (before, after) = (family(before), family(after));
    let own = |family: TypeFamily| !matches!(family, TypeFamily::Plain | TypeFamily::Text);
    before != after
        && before != TypeFamily::Text
        && after != TypeFamily::Text
        && (own(before) || own(after))
}

fn family(native: &str) -> TypeFamily {
    let name: String = native
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_ascii_lowercase();
    match name.as_str() {
        "geometry" | "point" | "linestring" | "polygon" | "multipoint" | "multilinestring"
        | "multipolygon" | "geometrycollection" | "geomcollection" => TypeFamily::Geometry,
        "inet4" => TypeFamily::Inet4,
        "inet6" => TypeFamily::Inet6,
        "uuid" => TypeFamily::Uuid,
        "char" | "varchar" | "binary" | "varbinary" | "enum" | "set" | "json" => TypeFamily::Text,
        name if name.ends_with("text") || name.ends_with("blob") => TypeFamily::Text,
        _ => TypeFamily::Plain,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_type_of_its_own_kind_goes_by_way_of_texts() {
        for (from, to) in [
            ("int(11)", "uuid"),
            ("inet4", "inet6"),
            ("point", "double"),
            ("timestamp", "geometrycollection"),
        ] {
            assert!(retype(from, to).impossible && retype(to, from).impossible, "{from}, {to}");
        }
        for (from, to) in [
            ("varchar(36)", "uuid"),
            ("point", "geometry"),
            ("longblob", "polygon"),
            ("enum('a')", "inet6"),
            ("int(11)", "date"),
        ] {
            assert!(!retype(from, to).impossible && !retype(to, from).impossible, "{from}, {to}");
        }
    }

    #[test]
    fn another_format_changes_no_value() {
        for (from, to) in [
            ("int(11)", "int(5)"),
            ("int(11)", "bigint(20)"),
            ("int(11)", "decimal(12,2)"),
            ("datetime", "datetime(6)"),
            ("enum('a','b')", "varchar(20)"),
            ("varchar(80)", "text"),
            ("text", "longtext"),
        ] {
            let retype = retype(from, to);
            assert!(!retype.narrows && !retype.needs_cast && !retype.loses, "{from} to {to}");
        }
    }

    #[test]
    fn what_may_not_fit() {
        for (from, to) in [
            ("bigint(20)", "int(11)"),
            ("int(10) unsigned", "int(11)"),
            ("int(11)", "int(10) unsigned"),
            ("varchar(80)", "varchar(40)"),
            ("longtext", "text"),
            ("text", "int(11)"),
            ("datetime", "timestamp"),
            ("datetime", "date"),
            ("decimal(10,2)", "decimal(10,4)"),
            ("varchar(20)", "enum('a')"),
        ] {
            assert!(retype(from, to).narrows, "{from} to {to}");
        }
        assert!(!retype("bigint(20)", "int(11)").loses);
        assert!(retype("decimal(10,3)", "decimal(10,2)").loses);
    }

    #[test]
    fn a_value_at_the_end_rewrites_nothing() {
        let added = retype("enum('a','b')", "enum('a','b','c')");
        assert!(!added.rewrites && !added.narrows);
        assert!(retype("enum('a','b')", "enum('b')").narrows);
        for (from, to) in [
            ("int(11)", "int(5)"),
            ("int(10) unsigned", "int(10) unsigned zerofill"),
            ("varchar(20)", "varchar(200)"),
            ("varbinary(20)", "varbinary(40)"),
        ] {
            assert!(!retype(from, to).rewrites, "{from} to {to}");
        }
        for (from, to) in [
            ("varchar(20)", "text"),
            ("text", "longtext"),
            ("char(5)", "char(9)"),
            ("varchar(20)", "char(20)"),
            ("int(11)", "int(10) unsigned"),
            ("datetime", "datetime(6)"),
        ] {
            assert!(retype(from, to).rewrites, "{from} to {to}");
        }
    }
}
