//! What becomes of values when a column's type changes.

use super::enumeration_values;
use crate::retype::{Retype, guess};

/// See [`Dialect::retype`](crate::dialect::Dialect::retype).
pub fn retype(before: &str, after: &str) -> Retype {
    if is_impossible(before, after) {
        return Retype { needs_cast: true, rewrites: true, impossible: true, ..Retype::default() };
    }
    let (from, to) = (enumeration_values(before), enumeration_values(after));
    if from.is_empty() || to.is_empty() {
        return guess(before, after);
    }
    // A value that is added at the end changes nothing that is stored.
    let narrows = !from.iter().all(|value| to.contains(value));
    Retype {
        rewrites: !to.starts_with(&from),
        narrows,
        needs_cast: narrows,
        loses: narrows,
        impossible: false,
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
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
    let (before, after) = (kind(before), kind(after));
    let own = |kind: Kind| !matches!(kind, Kind::Plain | Kind::Text);
    before != after && before != Kind::Text && after != Kind::Text && (own(before) || own(after))
}

fn kind(native: &str) -> Kind {
    let name: String = native
        .chars()
        .take_while(|c| c.is_ascii_alphanumeric())
        .collect::<String>()
        .to_ascii_lowercase();
    match name.as_str() {
        "geometry" | "point" | "linestring" | "polygon" | "multipoint" | "multilinestring"
        | "multipolygon" | "geometrycollection" | "geomcollection" => Kind::Geometry,
        "inet4" => Kind::Inet4,
        "inet6" => Kind::Inet6,
        "uuid" => Kind::Uuid,
        "char" | "varchar" | "binary" | "varbinary" | "enum" | "set" | "json" => Kind::Text,
        name if name.ends_with("text") || name.ends_with("blob") => Kind::Text,
        _ => Kind::Plain,
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
    fn a_value_at_the_end_rewrites_nothing() {
        let added = retype("enum('a','b')", "enum('a','b','c')");
        assert!(!added.rewrites && !added.narrows);
        assert!(retype("enum('a','b')", "enum('b')").narrows);
    }
}
