//! How a column's values are carried over to another type.

use crate::dialect::postgres::words;
use crate::render::postgres::quote;

/// The kinds of types between which the server casts in the same way.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Number,
    Text,
    Timestamp,
    TimestampTz,
    Date,
    Time,
    Boolean,
    Json,
    Bytes,
    Network,
    Bits,
    Other,
}

fn family(name: &str) -> Family {
    match name {
        "smallint" | "integer" | "bigint" | "numeric" | "real" | "double" | "money" => {
            Family::Number
        }
        "text" | "character" | "bpchar" | "name" | "citext" => Family::Text,
        "timestamp" => Family::Timestamp,
        "date" => Family::Date,
        "time" => Family::Time,
        "boolean" => Family::Boolean,
        "json" | "jsonb" => Family::Json,
        "bytea" => Family::Bytes,
        "inet" | "cidr" => Family::Network,
        "bit" => Family::Bits,
        _ => Family::Other,
    }
}

struct Type {
    family: Family,
    array: bool,
}

fn read(native: &str) -> Type {
    let (schema, name, rest) = words::type_name(native);
    let mut family = if schema.is_some() { Family::Other } else { family(&name) };
    if family == Family::Timestamp && rest.contains("with time zone") {
        family = Family::TimestampTz;
    }
    Type { family, array: native.ends_with("[]") }
}

/// The `USING` expression; none where the server carries the values over by itself. It then
/// refuses what does not fit, where a cast that is written would cut it off.
pub fn using(column: &str, before: &str, after: &str) -> Option<String> {
    let c = quote(column);
    let (from, to) = (read(before), read(after));
    match (from.array, to.array) {
        (true, true) if assigns(before, &from, after, &to) => return None,
        (true, true) => return Some(format!("{c}::text[]::{after}")),
        (false, true) => {
            let element = after.trim_end_matches("[]");
            let value = using(column, before, element).unwrap_or_else(|| c.clone());
            return Some(format!("CASE WHEN {c} IS NOT NULL THEN ARRAY[{value}] END"));
        }
        (true, false) if to.family == Family::Text => return None,
        (true, false) => return Some(format!("{c}::text::{after}")),
        (false, false) => {}
    }
    if assigns(before, &from, after, &to) {
        return None;
    }
    let moment = format!("to_timestamp({c}::double precision)");
    Some(match (from.family, to.family) {
        (Family::Text, Family::Bytes) => format!("convert_to({c}, 'UTF8')"),
        (Family::Bytes, Family::Text) => format!("convert_from({c}, 'UTF8')"),
        (Family::Text | Family::Bits, _) => format!("{c}::{after}"),
        (Family::Number, Family::Boolean) => format!("{c} <> 0"),
        (Family::Boolean, Family::Number) => format!("{c}::integer::{after}"),
        (Family::Number, Family::Bits) => format!("{c}::bigint::{after}"),
        (Family::Number, Family::TimestampTz) => moment,
        (Family::Number, Family::Timestamp) => format!("{moment} AT TIME ZONE 'UTC'"),
        (Family::Number, Family::Date) => format!("({moment} AT TIME ZONE 'UTC')::date"),
        (Family::TimestampTz | Family::Timestamp | Family::Date, Family::Number) => {
            format!("extract(epoch FROM {c})::{after}")
        }
        _ => format!("{c}::text::{after}"),
    })
}

/// Whether the server has a cast for an assignment.
fn assigns(before: &str, from: &Type, after: &str, to: &Type) -> bool {
    use Family::{
        Boolean, Bytes, Date, Json, Network, Number, Other, Text, Time, Timestamp, TimestampTz,
    };
    match (from.family, to.family) {
        (Bytes, Text) => false,
        (_, Text) => true,
        (Number, Number) => {
            // money goes to and from numeric alone, and takes the integers.
            let money = |t: &str| t.starts_with("money");
            let float = |t: &str| t.starts_with("real") || t.starts_with("double");
            match (money(before), money(after)) {
                (false, true) => !float(before),
                (true, false) => after.starts_with("numeric"),
                _ => true,
            }
        }
        (Timestamp | TimestampTz, Timestamp | TimestampTz | Date | Time) => {
            !(from.family == Timestamp
                && after.starts_with("time ")
                && after.ends_with("with time zone"))
        }
        (Date, Timestamp | TimestampTz) | (Time, Time) => true,
        (Family::Bits, Family::Bits) => true,
        (Json, Json) | (Network, Network) | (Bytes, Bytes) | (Boolean, Boolean) | (Date, Date) => {
            true
        }
        (Other, Other) => {
            let (before, after) = (words::type_name(before), words::type_name(after));
            (before.0, before.1) == (after.0, after.1)
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::using;

    #[test]
    fn the_server_refuses_what_would_be_cut_off() {
        assert_eq!(using("c", "text", "character varying(3)"), None);
        assert_eq!(using("c", "numeric(10,3)", "numeric(10,2)"), None);
    }

    #[test]
    fn texts_are_read() {
        assert_eq!(using("c", "text", "integer").as_deref(), Some("\"c\"::integer"));
        assert_eq!(using("c", "mood", "mood2").as_deref(), Some("\"c\"::text::mood2"));
        assert_eq!(using("c", "text[]", "mood[]").as_deref(), Some("\"c\"::text[]::mood[]"));
    }

    #[test]
    fn a_value_becomes_the_only_element() {
        assert_eq!(
            using("c", "integer", "mood[]").as_deref(),
            Some("CASE WHEN \"c\" IS NOT NULL THEN ARRAY[\"c\"::text::mood] END")
        );
    }

    #[test]
    fn numbers_are_seconds() {
        assert_eq!(
            using("c", "bigint", "timestamp without time zone").as_deref(),
            Some("to_timestamp(\"c\"::double precision) AT TIME ZONE 'UTC'")
        );
        assert_eq!(using("c", "timestamp without time zone", "timestamp with time zone"), None);
    }
}
