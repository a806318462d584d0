//! What becomes of values when a column's type changes.

use super::enumeration::enumeration_values;
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
    fn a_value_at_the_end_rewrites_nothing() {
        let added = retype("enum('a','b')", "enum('a','b','c')");
        assert!(!added.rewrites && !added.narrows);
        assert!(retype("enum('a','b')", "enum('b')").narrows);
    }
}
