//! How a column's values are carried over to another type.
//!
//! What the server casts by itself, and what it casts only when told to, is in its `pg_cast`; to
//! and from text everything can be cast, though not every value.

use crate::databases::postgres::render::quote;
use crate::databases::postgres::types::{Kind, Type};
use crate::databases::postgres::words;

/// How values go from one type to another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Way {
    /// The server carries them over by itself. It then refuses what does not fit, where a cast
    /// that is written would cut it off.
    Assigned,
    /// By this expression.
    Using(String),
    /// No value of the one is a value of the other. The expression suits an empty table.
    Impossible(String),
}

impl Way {
    /// The `USING` expression, where one is needed.
    pub fn using(self) -> Option<String> {
        match self {
            Self::Assigned => None,
            Self::Using(expression) | Self::Impossible(expression) => Some(expression),
        }
    }
}

/// How a column gets from one type to another, each as `format_type` prints it.
pub fn way(column: &str, before: &str, after: &str) -> Way {
    let value = quote(column);
    let (from, to) = (Type::read(before), Type::read(after));
    match (from.array, to.array) {
        (false, false) => scalar(&value, &from, &to, after),
        (true, true) => array(&value, &from, &to, after),
        (false, true) => element_of(&value, &from, &to),
        (true, false) => only_element(&value, &from, &to, after),
    }
}

/// A value becomes the only element.
fn element_of(value: &str, from: &Type, to: &Type) -> Way {
    let wrap = |element: String| format!("CASE WHEN {value} IS NOT NULL THEN ARRAY[{element}] END");
    match scalar(value, from, to, &to.element) {
        Way::Assigned => Way::Using(wrap(value.to_owned())),
        Way::Using(element) => Way::Using(wrap(element)),
        Way::Impossible(element) => Way::Impossible(wrap(element)),
    }
}

/// The only element becomes the value; the cast of several fails, and nothing is lost.
fn only_element(value: &str, from: &Type, to: &Type, after: &str) -> Way {
    match to.kind {
        kind if kind.is_text() => return Way::Assigned,
        Kind::Json | Kind::Jsonb => return Way::Using(to_json(value, to.kind)),
        Kind::Byte | Kind::Bytes | Kind::Xml => {
            return Way::Using(format!("{value}::text::{after}"));
        }
        _ => {}
    }
    let unwrap = |element: String| {
        format!(
            "CASE WHEN cardinality({value}) <= 1 THEN {element} ELSE {value}::text::{after} END"
        )
    };
    let element = format!("{value}[1]");
    match scalar(&element, from, to, after) {
        Way::Assigned if from.kind == to.kind => Way::Using(unwrap(element)),
        Way::Assigned => Way::Using(unwrap(format!("{element}::{after}"))),
        Way::Using(expression) => Way::Using(unwrap(format!("({expression})::{after}"))),
        Way::Impossible(_) => Way::Impossible(format!("{value}::text::{after}")),
    }
}

fn array(value: &str, from: &Type, to: &Type, after: &str) -> Way {
    let through_text = format!("{value}::text[]::{after}");
    match scalar(value, from, to, &to.element) {
        Way::Assigned => Way::Assigned,
        Way::Impossible(_) => Way::Impossible(through_text),
        Way::Using(_) if from.kind.is_text() => Way::Using(format!("{value}::{after}")),
        Way::Using(_) => Way::Using(match (from.kind, to.kind) {
            (Kind::Boolean, k) if k.is_number() => format!("{value}::integer[]"),
            (k, Kind::Boolean) if k.is_number() => format!("{value}::integer[]::{after}"),
            (k, Kind::Money) if k.is_number() => format!("{value}::numeric[]"),
            (Kind::Money, k) if k.is_number() => format!("{value}::numeric[]"),
            _ => through_text,
        }),
    }
}

fn to_json(value: &str, kind: Kind) -> String {
    let function = if kind == Kind::Json { "to_json" } else { "to_jsonb" };
    format!("{function}({value})")
}

fn scalar(value: &str, from: &Type, to: &Type, after: &str) -> Way {
    use Kind::{
        BigInt, Bit, BitVarying, Boolean, Bytes, Date, Integer, Interval, Json, Jsonb, Money,
        Multirange, Other, Range, Time, TimeTz, Timestamp, TimestampTz, Uuid, Xml,
    };
    if assigns(from, to) {
        return Way::Assigned;
    }
    let c = value;
    let float = match from.kind {
        Money => format!("{c}::numeric::double precision"),
        _ => format!("{c}::double precision"),
    };
    let seconds = || format!("make_interval(secs => {float})");
    let moment = || format!("to_timestamp({float})");
    let number = from.kind.is_number() || from.kind == Money;
    let to_number = to.kind.is_number() || to.kind == Money;
    Way::Using(match (from.kind, to.kind) {
        // Texts are read; JSON, when it is a text or a number and no more.
        (k, Bytes) if k.is_text() => format!("convert_to({c}, 'UTF8')"),
        (k, _) if k.is_text() => format!("{c}::{after}"),
        (Bytes, k) if k.is_text() => format!("convert_from({c}, 'UTF8')"),
        (_, k) if k.is_text() => format!("{c}::text"),
        (Uuid, Bytes) => format!("uuid_send({c})"),
        (Bytes, Uuid) => format!("encode({c}, 'hex')::uuid"),
        (Json | Jsonb, Bytes) | (_, Bytes) => format!("convert_to({c}::text, 'UTF8')"),
        (Bytes, Json | Jsonb) => format!("convert_from({c}, 'UTF8')::{after}"),
        (Bytes, _) => format!("convert_from({c}, 'UTF8')::{after}"),
        (_, Json | Jsonb) => to_json(c, to.kind),
        (Json | Jsonb, _) => format!("({c} #>> '{{}}')::{after}"),
        // Numbers.
        (Money, Boolean) => format!("{c}::numeric <> 0"),
        (_, Boolean) if number => format!("{c} <> 0"),
        (Boolean, _) if to_number => format!("{c}::integer"),
        (Money, _) if to_number => format!("{c}::numeric"),
        (_, Money) if number => format!("{c}::numeric"),
        (Integer | BigInt, Bit) => format!("{c}::{after}"),
        (Boolean, Bit) => format!("{c}::integer::{after}"),
        (Money, Bit) => format!("{c}::numeric::bigint::{after}"),
        (_, Bit) if number => format!("{c}::bigint::{after}"),
        (k, BitVarying) if number || k == Boolean => {
            let whole = match k {
                Money => "::numeric::bigint",
                Boolean => "::integer",
                _ => "::bigint",
            };
            format!("{c}{whole}::bit({})", to.length().unwrap_or(64))
        }
        (Bit, _) if to_number => format!("{c}::bigint"),
        (BitVarying, _) if to_number => format!("lpad({c}::text, 64, '0')::bit(64)::bigint"),
        (Bit | BitVarying, Boolean) => format!("position(B'1' IN {c}) > 0"),
        // Moments are the seconds since 1970, spans are their seconds.
        (_, TimestampTz) if number => moment(),
        (_, Timestamp) if number => format!("{} AT TIME ZONE 'UTC'", moment()),
        (_, Date) if number => format!("({} AT TIME ZONE 'UTC')::date", moment()),
        (_, Interval | Time) if number => seconds(),
        (_, TimeTz) if number => format!("{}::time", seconds()),
        (Timestamp | TimestampTz | Date | Time | TimeTz | Interval, _) if to_number => {
            format!("extract(epoch FROM {c})::numeric")
        }
        (Timestamp, TimeTz) => format!("{c}::timestamp with time zone"),
        (TimeTz, Interval) | (Interval, TimeTz) => format!("{c}::time"),
        // Ranges, and what is in them.
        (Range(a), Range(b)) if a.is_like(b) => format!("{c}::text::{after}"),
        (Range(a), Multirange(b)) if a == b => format!("{c}::{after}"),
        (Range(a), Multirange(b)) if a.is_like(b) => {
            format!("{c}::text::{}::{after}", b.names().0)
        }
        (Multirange(a), Multirange(b)) if a.is_like(b) => format!("{c}::text::{after}"),
        (k, Range(element)) if of_element(k, from, element.kind()) => {
            format!("{}({c}, {c}, '[]')", element.names().0)
        }
        (k, Multirange(element)) if of_element(k, from, element.kind()) => {
            let (range, multirange) = element.names();
            format!("{multirange}({range}({c}, {c}, '[]'))")
        }
        (a, b) if casts(a, b) => format!("{c}::{after}"),
        // An enumeration's values, and a domain's, may be any text.
        (Other | Kind::Byte | Xml, _) | (_, Other | Kind::Byte | Xml) => {
            format!("{c}::text::{after}")
        }
        _ => return Way::Impossible(format!("{c}::text::{after}")),
    })
}

/// Whether the server takes a value for one of the range's own.
fn of_element(kind: Kind, from: &Type, element: Kind) -> bool {
    use Kind::{BigInt, Date, Double, Integer, Numeric, Real, SmallInt, Timestamp, TimestampTz};
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
fn casts(from: Kind, to: Kind) -> bool {
    use Kind::{Box, Circle, Path, Point, Polygon, Segment};
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
    use Kind::{
        Byte, Bytes, Cidr, Date, Inet, Integer, Interval, Json, Jsonb, Mac, Mac8, Money, Time,
        TimeTz, Timestamp, TimestampTz,
    };
    if from.kind == Kind::Other && to.kind == Kind::Other {
        let name = |ty: &Type| {
            let (schema, name, _) = words::type_name(&ty.element);
            (schema, name)
        };
        return name(from) == name(to);
    }
    match (from.kind, to.kind) {
        (Bytes, k) if k.is_text() => false,
        (_, k) if k.is_text() => true,
        (Kind::Text | Kind::Character, Byte) => from.element != "citext",
        (Integer | Kind::BigInt | Kind::Numeric, Money) | (Money, Kind::Numeric) => true,
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
        (Kind::Bit | Kind::BitVarying, Kind::Bit | Kind::BitVarying) => true,
        (Kind::Point, Kind::Box) | (Kind::Box, Kind::Polygon) | (Kind::Path, Kind::Polygon) => true,
        (a, b) => a == b,
    }
}

#[cfg(test)]
mod tests {
    use super::{Way, way};

    fn using(before: &str, after: &str) -> Option<String> {
        way("c", before, after).using()
    }

    #[test]
    fn the_server_refuses_what_would_be_cut_off() {
        assert_eq!(using("text", "character varying(3)"), None);
        assert_eq!(using("numeric(10,3)", "numeric(10,2)"), None);
    }

    #[test]
    fn texts_are_read() {
        assert_eq!(using("text", "integer").as_deref(), Some("\"c\"::integer"));
        assert_eq!(using("mood", "mood2").as_deref(), Some("\"c\"::text::mood2"));
        assert_eq!(using("text[]", "mood[]").as_deref(), Some("\"c\"::mood[]"));
    }

    #[test]
    fn a_value_becomes_the_only_element() {
        assert_eq!(
            using("integer", "mood[]").as_deref(),
            Some("CASE WHEN \"c\" IS NOT NULL THEN ARRAY[\"c\"::text::mood] END")
        );
    }

    #[test]
    fn numbers_are_seconds() {
        assert_eq!(
            using("bigint", "timestamp without time zone").as_deref(),
            Some("to_timestamp(\"c\"::double precision) AT TIME ZONE 'UTC'")
        );
        assert_eq!(using("timestamp without time zone", "timestamp with time zone"), None);
    }

    #[test]
    fn what_has_nothing_in_common_is_impossible() {
        for (from, to) in
            [("point", "integer"), ("uuid", "date"), ("integer", "uuid"), ("boolean", "inet")]
        {
            assert!(matches!(way("c", from, to), Way::Impossible(_)), "{from} to {to}");
        }
        assert!(matches!(way("c", "mood", "integer"), Way::Using(_)));
    }
}
