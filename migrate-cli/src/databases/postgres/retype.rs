//! What a change of type does to the values, as the server's casts do it.

use super::types::{Type, TypeKind};
use crate::databases::postgres::plan::conversion::{Conversion, conversion};
use crate::retype::Retype;

/// From one type to another, each as `format_type` prints it.
pub fn retype(before: &str, after: &str) -> Retype {
    let (from, to) = (Type::read(before), Type::read(after));
    let conversion = conversion("c", before, after);
    let one = Type { array: false, ..from.clone() };
    let other = Type { array: false, ..to.clone() };
    let (narrows, loses) = match (from.array, to.array) {
        (true, false) if is_unlimited(&to) => (false, false),
        // Several elements stop the migration.
        (true, false) => (true, false),
        _ => (narrows(&one, &other), loses(&one, &other)),
    };
    Retype {
        narrows,
        needs_cast: conversion != Conversion::Assignment || !is_alike(from.kind, to.kind),
        rewrites: !keeps_rows(&from, &to),
        loses: narrows && loses,
        impossible: matches!(conversion, Conversion::Impossible(_)),
    }
}

/// Whether a value stays what it is, in another format at most.
fn is_alike(from: TypeKind, to: TypeKind) -> bool {
    let group = |kind: TypeKind| match kind {
        k if k.is_number() => TypeKind::Numeric,
        k if k.is_text() => TypeKind::Text,
        TypeKind::Json | TypeKind::Jsonb => TypeKind::Json,
        TypeKind::Inet | TypeKind::Cidr => TypeKind::Inet,
        TypeKind::Mac | TypeKind::Mac8 => TypeKind::Mac,
        TypeKind::Bit | TypeKind::BitVarying => TypeKind::Bit,
        other => other,
    };
    group(from) == group(to)
}

/// Whether a value of the one type can become another value in the other, rounded or cut. What is
/// read out of a text is what the text says, however it is written.
pub fn may_change(before: &str, after: &str) -> bool {
    let (from, to) = (Type::read(before), Type::read(after));
    let is_moment = |kind: TypeKind| {
        use TypeKind::{Date, Interval, Time, TimeTz, Timestamp, TimestampTz};
        matches!(kind, Date | Interval | Time | TimeTz | Timestamp | TimestampTz)
    };
    from.kind.is_number() && !to.kind.is_text()
        || is_moment(from.kind) && is_moment(to.kind)
        || from.kind.is_text() && to.kind.is_text()
}

/// Any text fits.
fn is_unlimited(ty: &Type) -> bool {
    ty.kind == TypeKind::Text && ty.length().is_none()
}

/// How many decimal digits a number has before and after its point, at most.
fn digits(ty: &Type) -> Option<(i64, i64)> {
    Some(match ty.kind {
        TypeKind::SmallInt => (5, 0),
        TypeKind::Integer => (10, 0),
        TypeKind::BigInt => (19, 0),
        TypeKind::Numeric => {
            let precision = ty.length()?;
            let scale = ty.modifiers.get(1).copied().unwrap_or(0);
            (precision - scale, scale)
        }
        _ => return None,
    })
}

/// The longest text that a value has, where there is one.
fn longest(ty: &Type) -> Option<i64> {
    Some(match ty.kind {
        TypeKind::Text | TypeKind::Character => ty.length()?,
        TypeKind::Name => 63,
        TypeKind::Byte => 4,
        TypeKind::Boolean => 5,
        // A sign and the digits, and the point.
        TypeKind::SmallInt => 6,
        TypeKind::Integer => 11,
        TypeKind::BigInt => 20,
        TypeKind::Numeric => {
            let (whole, fraction) = digits(ty)?;
            // `NaN` is one, too.
            (whole.max(1) + fraction.max(0) + 2).max(3)
        }
        TypeKind::Uuid => 36,
        TypeKind::Bit | TypeKind::BitVarying => ty.length()?,
        TypeKind::Mac => 17,
        TypeKind::Mac8 => 23,
        _ => return None,
    })
}

/// Whether some values of the old type have no place in the new one as they are.
fn narrows(from: &Type, to: &Type) -> bool {
    use TypeKind::{
        Bit, BitVarying, Boolean, Byte, Bytes, Cidr, Date, Inet, Interval, Json, Jsonb, Mac, Mac8,
        Money, Multirange, Name, Numeric, Range, Time, TimeTz, Timestamp, TimestampTz, Uuid,
    };
    match (from.kind, to.kind) {
        (Bytes, k) if k.is_text() => true,
        (_, TypeKind::Text | TypeKind::Character) if to.length().is_some() => {
            let room = to.length().unwrap_or_default();
            longest(from).is_none_or(|longest| longest > room)
        }
        (_, TypeKind::Text) => false,
        (_, TypeKind::Character) => true,
        (_, Name) => longest(from).is_none_or(|longest| longest > 63),
        (a, b) if a.is_number() && b.is_number() => narrows_number(from, to),
        (TypeKind::SmallInt | TypeKind::Integer, Money) | (Money, Numeric)
            if to.length().is_none() =>
        {
            false
        }
        (k, Byte) => k != Byte,
        (k, Json | Jsonb) => k.is_text() || k == Bytes,
        (k, Bytes) => !(k.is_text() || k == Bytes || k == Uuid),
        (Boolean, k) if k.is_number() || matches!(k, Bit | BitVarying) => false,
        (Bit, Bit) => from.length().unwrap_or(1) != to.length().unwrap_or(1),
        (Bit | BitVarying, BitVarying) => {
            to.length().is_some_and(|room| longest(from).is_none_or(|longest| longest > room))
        }
        (Time, Time | TimeTz)
        | (TimeTz, TimeTz)
        | (Timestamp | TimestampTz, Timestamp | TimestampTz) => {
            to.length().unwrap_or(6) < from.length().unwrap_or(6)
        }
        (Time, Interval) | (Date, Timestamp | TimestampTz) => false,
        (Interval, Interval) => to.element != "interval" && from.element != to.element,
        (Cidr, Inet) | (Mac, Mac8) => false,
        (Range(a), Multirange(b)) => a != b,
        (a, b) if a == b => a == TypeKind::Other && from.element != to.element,
        _ => true,
    }
}

fn narrows_number(from: &Type, to: &Type) -> bool {
    use TypeKind::{Double, Integer, Numeric, Real, SmallInt};
    match (from.kind, to.kind) {
        (SmallInt, Real) | (SmallInt | Integer | Real, Double) => false,
        (a, b) if a == b && matches!(a, Real | Double) => false,
        (_, Numeric) if to.length().is_none() => matches!(from.kind, Real | Double),
        _ => match (digits(from), digits(to)) {
            (Some((whole, fraction)), Some((room, places))) => {
                let fits =
                    whole < room || whole == room && (to.kind == Numeric || from.kind == to.kind);
                !fits || fraction > places
            }
            _ => true,
        },
    }
}

/// Whether a value that does not fit is changed rather than refused.
fn loses(from: &Type, to: &Type) -> bool {
    use TypeKind::{Date, Interval, Time, TimeTz, Timestamp, TimestampTz};
    match (from.kind, to.kind) {
        // Refused when it is too long or too great.
        (a, b) if a.is_text() && b.is_text() => b == TypeKind::Name,
        (a, b) if a.is_number() && b.is_number() => match (digits(from), digits(to)) {
            (Some((_, fraction)), Some((_, places))) => fraction > places,
            _ => true,
        },
        (TypeKind::Bit | TypeKind::BitVarying, TypeKind::Bit | TypeKind::BitVarying) => false,
        (TypeKind::Inet, TypeKind::Cidr) => false,
        (Timestamp | TimestampTz | Time | TimeTz | Interval | Date, _) => true,
        _ => true,
    }
}

/// Whether the rows can stay as they are on disk.
///
/// <https://www.postgresql.org/docs/15/sql-altertable.html#SQL-ALTERTABLE-NOTES>: no rewrite when
/// the old type is binary coercible to the new one, and no coercion of length is needed.
fn keeps_rows(from: &Type, to: &Type) -> bool {
    use TypeKind::{
        Bit, BitVarying, Cidr, Inet, Interval, Numeric, Text, Time, TimeTz, Timestamp, TimestampTz,
    };
    if from.array != to.array {
        return false;
    }
    let grows =
        |unlimited: i64| to.length().unwrap_or(unlimited) >= from.length().unwrap_or(unlimited);
    match (from.kind, to.kind) {
        (Text, Text) => grows(i64::MAX),
        (Numeric, Numeric) => match (digits(from), digits(to)) {
            (_, None) => true,
            (None, _) => false,
            (Some((whole, fraction)), Some((room, places))) => fraction == places && room >= whole,
        },
        (Bit, BitVarying) => to.length().is_none(),
        (BitVarying, BitVarying) => grows(i64::MAX),
        (Time, Time) | (TimeTz, TimeTz) | (Timestamp, Timestamp) | (TimestampTz, TimestampTz) => {
            grows(6)
        }
        (Interval, Interval) => to.element == "interval" || from.element == to.element,
        (Cidr, Inet) => true,
        _ => from.element == to.element,
    }
}

#[cfg(test)]
mod tests {
    use super::retype;

    #[test]
    fn wider_and_narrower() {
        for (from, to, narrows) in [
            ("integer", "bigint", false),
            ("bigint", "integer", true),
            ("integer", "double precision", false),
            ("bigint", "double precision", true),
            ("integer", "real", true),
            ("integer", "numeric(10,0)", false),
            ("integer", "numeric(10,2)", true),
            ("integer", "character varying(20)", false),
            ("integer", "character varying(10)", true),
            ("boolean", "integer", false),
            ("json", "jsonb", false),
            ("jsonb", "json", false),
            ("text", "citext", false),
            ("text", "integer", true),
            ("integer[]", "bigint[]", false),
            ("bigint[]", "integer[]", true),
            ("integer", "integer[]", false),
            ("integer[]", "integer", true),
            ("integer[]", "text", false),
            ("uuid", "character varying(36)", false),
            ("character varying(80)", "character varying(40)", true),
            ("numeric(10,2)", "numeric(12,2)", false),
            ("numeric(10,2)", "numeric(10,4)", true),
            ("date", "timestamp without time zone", false),
            ("timestamp without time zone", "date", true),
            ("timestamp without time zone", "timestamp(0) without time zone", true),
            ("cidr", "inet", false),
            ("mood", "text", false),
            ("mood", "mood2", true),
        ] {
            assert_eq!(retype(from, to).narrows, narrows, "{from} to {to}");
        }
    }

    #[test]
    fn rows_that_stay_as_they_are() {
        for (from, to) in [
            ("character varying(10)", "character varying(20)"),
            ("character varying(10)", "text"),
            ("text", "character varying"),
            ("numeric(10,2)", "numeric(12,2)"),
            ("numeric(10,2)", "numeric"),
            ("cidr", "inet"),
            ("timestamp(0) with time zone", "timestamp with time zone"),
        ] {
            assert!(!retype(from, to).rewrites, "{from} to {to}");
        }
        for (from, to) in [
            ("character varying(20)", "character varying(10)"),
            ("integer", "bigint"),
            ("json", "jsonb"),
            ("text", "integer"),
            ("timestamp with time zone", "timestamp(0) with time zone"),
            ("character(3)", "character(4)"),
        ] {
            assert!(retype(from, to).rewrites, "{from} to {to}");
        }
    }

    #[test]
    fn what_is_refused_is_not_lost() {
        assert!(!retype("bigint", "integer").loses);
        assert!(retype("numeric(10,3)", "numeric(10,2)").loses);
        assert!(retype("point", "integer").impossible);
    }
}
