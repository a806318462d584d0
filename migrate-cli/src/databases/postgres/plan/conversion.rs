//! How a column's values are carried over to another type.
//!
//! What the server casts by itself, and what it casts only when told to, is in its `pg_cast`; to
//! and from text everything can be cast, though not every value.

use crate::databases::postgres::statement::Expression;
use crate::databases::postgres::types::{Type, TypeKind};
use crate::databases::postgres::words;

/// How values go from one type to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conversion {
    /// The server carries them over by itself. It then refuses what does not fit, where a cast
    /// that is written would cut it off.
    Assignment,
    /// By this expression.
    Using(Expression),
    /// No value of the one is a value of the other. The expression suits an empty table.
    Impossible(Expression),
}

impl Conversion {
    /// The `USING` expression, where one is needed.
    pub fn using(self) -> Option<Expression> {
        match self {
            Self::Assignment => None,
            Self::Using(expression) | Self::Impossible(expression) => Some(expression),
        }
    }
}

/// How a column gets from one type to another, each as `format_type` prints it.
pub fn conversion(column: &str, before: &str, after: &str) -> Conversion {
    let value = Expression::column(column);
    let (from, to) = (Type::read(before), Type::read(after));
    match (from.array, to.array) {
        (false, false) => scalar(value, &from, &to, after),
        (true, true) => array(value, &from, &to, after),
        (false, true) => element_of(value, &from, &to),
        (true, false) => only_element(value, &from, &to, after),
    }
}

/// A value becomes the only element.
fn element_of(value: Expression, from: &Type, to: &Type) -> Conversion {
    let wrap = |element: Expression| Expression::ArrayOf {
        value: Box::new(value.clone()),
        element: Box::new(element),
    };
    match scalar(value.clone(), from, to, &to.element) {
        Conversion::Assignment => Conversion::Using(wrap(value.clone())),
        Conversion::Using(element) => Conversion::Using(wrap(element)),
        Conversion::Impossible(element) => Conversion::Impossible(wrap(element)),
    }
}

/// The only element becomes the value; the cast of several fails, and nothing is lost.
fn only_element(value: Expression, from: &Type, to: &Type, after: &str) -> Conversion {
    let through_text = || value.clone().cast("text").cast(after);
    match to.kind {
        kind if kind.is_text() => return Conversion::Assignment,
        TypeKind::Json | TypeKind::Jsonb => return Conversion::Using(to_json(value, to.kind)),
        TypeKind::Byte | TypeKind::Bytes | TypeKind::Xml => {
            return Conversion::Using(through_text());
        }
        _ => {}
    }
    let unwrap = |element: Expression| Expression::OnlyElement {
        array: Box::new(value.clone()),
        element: Box::new(element),
        otherwise: Box::new(through_text()),
    };
    let element = Expression::FirstElement(Box::new(value.clone()));
    match scalar(element.clone(), from, to, after) {
        Conversion::Assignment if from.kind == to.kind => Conversion::Using(unwrap(element)),
        Conversion::Assignment => Conversion::Using(unwrap(element.cast(after))),
        Conversion::Using(expression) => Conversion::Using(unwrap(expression.cast(after))),
        Conversion::Impossible(_) => Conversion::Impossible(through_text()),
    }
}

fn array(value: Expression, from: &Type, to: &Type, after: &str) -> Conversion {
    let through_text = || value.clone().cast("text[]").cast(after);
    match scalar(value.clone(), from, to, &to.element) {
        Conversion::Assignment => Conversion::Assignment,
        Conversion::Impossible(_) => Conversion::Impossible(through_text()),
        Conversion::Using(_) if from.kind.is_text() => Conversion::Using(value.cast(after)),
        Conversion::Using(_) => Conversion::Using(match (from.kind, to.kind) {
            (TypeKind::Boolean, k) if k.is_number() => value.cast("integer[]"),
            (k, TypeKind::Boolean) if k.is_number() => value.cast("integer[]").cast(after),
            (k, TypeKind::Money) if k.is_number() => value.cast("numeric[]"),
            (TypeKind::Money, k) if k.is_number() => value.cast("numeric[]"),
            _ => through_text(),
        }),
    }
}

fn to_json(value: Expression, kind: TypeKind) -> Expression {
    let function = if kind == TypeKind::Json { "to_json" } else { "to_jsonb" };
    Expression::Call(function, vec![value])
}

fn scalar(value: Expression, from: &Type, to: &Type, after: &str) -> Conversion {
    if assigns(from, to) {
        return Conversion::Assignment;
    }
    let expression = documents(&value, from.kind, to.kind, after)
        .or_else(|| numbers(&value, from.kind, to, after))
        .or_else(|| moments(&value, from.kind, to.kind))
        .or_else(|| ranges(&value, from, to.kind, after));
    if let Some(expression) = expression {
        return Conversion::Using(expression);
    }
    if casts(from.kind, to.kind) {
        return Conversion::Using(value.cast(after));
    }
    let through_text = value.cast("text").cast(after);
    // An enumeration's values, and a domain's, may be any text.
    let may_be_any = |kind| matches!(kind, TypeKind::Other | TypeKind::Byte | TypeKind::Xml);
    if may_be_any(from.kind) || may_be_any(to.kind) {
        Conversion::Using(through_text)
    } else {
        Conversion::Impossible(through_text)
    }
}

/// Numbers and money.
fn is_numeric(kind: TypeKind) -> bool {
    kind.is_number() || kind == TypeKind::Money
}

/// Texts and bytes are read; JSON, when it is a text or a number and no more.
fn documents(value: &Expression, from: TypeKind, to: TypeKind, after: &str) -> Option<Expression> {
    use TypeKind::{Bytes, Json, Jsonb, Uuid};
    let c = || value.clone();
    let encoded = |text| Expression::Call("convert_to", vec![text, Expression::Text("UTF8")]);
    let decoded = || Expression::Call("convert_from", vec![c(), Expression::Text("UTF8")]);
    Some(match (from, to) {
        (k, Bytes) if k.is_text() => encoded(c()),
        (k, _) if k.is_text() => c().cast(after),
        (Bytes, k) if k.is_text() => decoded(),
        (_, k) if k.is_text() => c().cast("text"),
        (Uuid, Bytes) => Expression::Call("uuid_send", vec![c()]),
        (Bytes, Uuid) => {
            Expression::Call("encode", vec![c(), Expression::Text("hex")]).cast("uuid")
        }
        (_, Bytes) => encoded(c().cast("text")),
        (Bytes, _) => decoded().cast(after),
        (_, Json | Jsonb) => to_json(c(), to),
        (Json | Jsonb, _) => Expression::JsonText(Box::new(c())).cast(after),
        _ => return None,
    })
}

/// Numbers, money, truth and bits.
fn numbers(value: &Expression, from: TypeKind, to: &Type, after: &str) -> Option<Expression> {
    use TypeKind::{BigInt, Bit, BitVarying, Boolean, Integer, Money};
    let (numeric, to_numeric) = (is_numeric(from), is_numeric(to.kind));
    let c = || value.clone();
    Some(match (from, to.kind) {
        (Money, Boolean) => Expression::IsNotZero(Box::new(c().cast("numeric"))),
        (_, Boolean) if numeric => Expression::IsNotZero(Box::new(c())),
        (Boolean, _) if to_numeric => c().cast("integer"),
        (Money, _) if to_numeric => c().cast("numeric"),
        (_, Money) if numeric => c().cast("numeric"),
        (Integer | BigInt, Bit) => c().cast(after),
        (Boolean, Bit) => c().cast("integer").cast(after),
        (Money, Bit) => c().cast("numeric").cast("bigint").cast(after),
        (_, Bit) if numeric => c().cast("bigint").cast(after),
        (k, BitVarying) if numeric || k == Boolean => {
            let whole = match k {
                Money => c().cast("numeric").cast("bigint"),
                Boolean => c().cast("integer"),
                _ => c().cast("bigint"),
            };
            whole.cast(format!("bit({})", to.length().unwrap_or(64)))
        }
        (Bit, _) if to_numeric => c().cast("bigint"),
        (BitVarying, _) if to_numeric => {
            let text = c().cast("text");
            let padded =
                Expression::Call("lpad", vec![text, Expression::Number(64), Expression::Text("0")]);
            padded.cast("bit(64)").cast("bigint")
        }
        (Bit | BitVarying, Boolean) => Expression::HasBit(Box::new(c())),
        _ => return None,
    })
}

/// Moments are the seconds since 1970, spans are their seconds.
fn moments(value: &Expression, from: TypeKind, to: TypeKind) -> Option<Expression> {
    use TypeKind::{Date, Interval, Money, Time, TimeTz, Timestamp, TimestampTz};
    let (numeric, to_numeric) = (is_numeric(from), is_numeric(to));
    let c = || value.clone();
    let float = || match from {
        Money => c().cast("numeric").cast("double precision"),
        _ => c().cast("double precision"),
    };
    let seconds = || Expression::Seconds(Box::new(float()));
    let moment = || Expression::Call("to_timestamp", vec![float()]);
    let at_utc = || Expression::AtUtc(Box::new(moment()));
    Some(match (from, to) {
        (_, TimestampTz) if numeric => moment(),
        (_, Timestamp) if numeric => at_utc(),
        (_, Date) if numeric => at_utc().cast("date"),
        (_, Interval | Time) if numeric => seconds(),
        (_, TimeTz) if numeric => seconds().cast("time"),
        (Timestamp | TimestampTz | Date | Time | TimeTz | Interval, _) if to_numeric => {
            Expression::Epoch(Box::new(c())).cast("numeric")
        }
        (Timestamp, TimeTz) => c().cast("timestamp with time zone"),
        (TimeTz, Interval) | (Interval, TimeTz) => c().cast("time"),
        _ => return None,
    })
}

/// Ranges, and what is in them.
fn ranges(value: &Expression, from: &Type, to: TypeKind, after: &str) -> Option<Expression> {
    use TypeKind::{Multirange, Range};
    let c = || value.clone();
    let of_one = |range| Expression::Call(range, vec![c(), c(), Expression::Text("[]")]);
    Some(match (from.kind, to) {
        (Range(a), Range(b)) if a.is_like(b) => c().cast("text").cast(after),
        (Range(a), Multirange(b)) if a == b => c().cast(after),
        (Range(a), Multirange(b)) if a.is_like(b) => c().cast("text").cast(b.names().0).cast(after),
        (Multirange(a), Multirange(b)) if a.is_like(b) => c().cast("text").cast(after),
        (k, Range(element)) if of_element(k, from, element.kind()) => of_one(element.names().0),
        (k, Multirange(element)) if of_element(k, from, element.kind()) => {
            let (range, multirange) = element.names();
            Expression::Call(multirange, vec![of_one(range)])
        }
        _ => return None,
    })
}

/// Whether the server takes a value for one of the range's own.
fn of_element(kind: TypeKind, from: &Type, element: TypeKind) -> bool {
    use TypeKind::{
        BigInt, Date, Double, Integer, Numeric, Real, SmallInt, Timestamp, TimestampTz,
    };
    !from.array
        && (kind == element
            || matches!(
                (kind, element),
                (SmallInt, Integer | BigInt | Numeric)
                    | (Integer, BigInt | Numeric)
                    | (BigInt, Numeric)
                    | (Date, Timestamp | TimestampTz)
                    | (Timestamp, TimestampTz)
            ) && !matches!(kind, Real | Double))
}

/// Whether the server has a cast that it uses only when told to.
fn casts(from: TypeKind, to: TypeKind) -> bool {
    use TypeKind::{Box, Circle, Path, Point, Polygon, Segment};
    matches!(
        (from, to),
        (Box, Circle | Segment | Point)
            | (Circle, Box | Point | Polygon)
            | (Segment, Point)
            | (Polygon, Box | Circle | Point | Path)
    )
}

/// Whether the server has a cast for an assignment.
fn assigns(from: &Type, to: &Type) -> bool {
    use TypeKind::{
        Byte, Bytes, Cidr, Date, Inet, Integer, Interval, Json, Jsonb, Mac, Mac8, Money, Time,
        TimeTz, Timestamp, TimestampTz,
    };
    if from.kind == TypeKind::Other && to.kind == TypeKind::Other {
        let name = |ty: &Type| {
            let (schema, name, _) = words::type_name(&ty.element);
            (schema, name)
        };
        return name(from) == name(to);
    }
    match (from.kind, to.kind) {
        (Bytes, k) if k.is_text() => false,
        (_, k) if k.is_text() => true,
        (TypeKind::Text | TypeKind::Character, Byte) => from.element != "citext",
        (Integer | TypeKind::BigInt | TypeKind::Numeric, Money) | (Money, TypeKind::Numeric) => {
            true
        }
        (a, b) if a.is_number() && b.is_number() => true,
        (Timestamp, TimestampTz | Date | Time)
        | (TimestampTz, Timestamp | Date | Time | TimeTz)
        | (Date, Timestamp | TimestampTz)
        | (Time, TimeTz | Interval)
        | (TimeTz, Time)
        | (Interval, Time) => true,
        (Json | Jsonb, Json | Jsonb) | (Inet | Cidr, Inet | Cidr) | (Mac | Mac8, Mac | Mac8) => {
            true
        }
        (TypeKind::Bit | TypeKind::BitVarying, TypeKind::Bit | TypeKind::BitVarying) => true,
        (TypeKind::Point, TypeKind::Box)
        | (TypeKind::Box, TypeKind::Polygon)
        | (TypeKind::Path, TypeKind::Polygon) => true,
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::{Conversion, conversion};
    use crate::databases::postgres::statement::Expression;

    fn column() -> Expression {
        Expression::column("c")
    }

    fn using(before: &str, after: &str) -> Option<Expression> {
        conversion("c", before, after).using()
    }

    #[test]
    fn the_server_refuses_what_would_be_cut_off() {
        assert_eq!(using("text", "character varying(3)"), None);
        assert_eq!(using("numeric(10,3)", "numeric(10,2)"), None);
    }

    #[test]
    fn texts_are_read() {
        assert_eq!(using("text", "integer"), Some(column().cast("integer")));
        assert_eq!(using("mood", "mood2"), Some(column().cast("text").cast("mood2")));
        assert_eq!(using("text[]", "mood[]"), Some(column().cast("mood[]")));
    }

    #[test]
    fn a_value_becomes_the_only_element() {
        let element = Box::new(column().cast("text").cast("mood"));
        assert_eq!(
            using("integer", "mood[]"),
            Some(Expression::ArrayOf { value: Box::new(column()), element })
        );
    }

    #[test]
    fn numbers_are_seconds() {
        let seconds = vec![column().cast("double precision")];
        assert_eq!(
            using("bigint", "timestamp without time zone"),
            Some(Expression::AtUtc(Box::new(Expression::Call("to_timestamp", seconds))))
        );
        assert_eq!(using("timestamp without time zone", "timestamp with time zone"), None);
    }

    #[test]
    fn what_has_nothing_in_common_is_impossible() {
        for (from, to) in
            [("point", "integer"), ("uuid", "date"), ("integer", "uuid"), ("boolean", "inet")]
        {
            let way = conversion("c", from, to);
            assert!(matches!(way, Conversion::Impossible(_)), "{from} to {to}");
        }
        assert!(matches!(conversion("c", "mood", "integer"), Conversion::Using(_)));
    }
}
