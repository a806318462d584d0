//! What a change of a declared type does to values: SQLite refuses none of them, outside STRICT
//! tables, and changes only what the new type's affinity turns into a number or into a text.

use super::affinity::{Affinity, affinity};
use crate::retype::{Retype, RetypedRows};

/// A declared type, taken apart.
struct Declared {
    affinity: Affinity,
    /// The first word, in lower case.
    name: String,
    /// `10, 2` of `decimal(10,2)`
    numbers: Vec<u32>,
}

fn read(native: &str) -> Declared {
    let lower = native.to_ascii_lowercase();
    let name = lower.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let inside = lower.split_once('(').map_or("", |(_, rest)| rest);
    let inside = inside.split(')').next().unwrap_or_default();
    Declared {
        affinity: affinity(native),
        name: name.to_owned(),
        numbers: inside.split(',').filter_map(|n| n.trim().parse().ok()).collect(),
    }
}

impl Declared {
    /// The longest text, where the type names one.
    fn length(&self) -> Option<u32> {
        (self.affinity == Affinity::Text).then(|| self.numbers.first().copied()).flatten()
    }

    /// The bits of a whole number, as models know these names. SQLite itself keeps 64 of all.
    fn bits(&self) -> u32 {
        match self.name.as_str() {
            "tinyint" | "int1" => 8,
            "smallint" | "int2" => 16,
            "mediumint" | "int3" => 24,
            "int" | "integer" | "int4" => 32,
            _ => 64,
        }
    }

    /// The digits before and after the point of a decimal number that says how many it has.
    fn digits(&self) -> Option<(u32, u32)> {
        let is_decimal = self.affinity == Affinity::Numeric
            && matches!(self.name.as_str(), "decimal" | "numeric" | "dec");
        let precision = self.numbers.first().copied().filter(|_| is_decimal)?;
        let scale = self.numbers.get(1).copied().unwrap_or(0);
        Some((precision.saturating_sub(scale), scale))
    }

    fn is_number(&self) -> bool {
        match self.affinity {
            Affinity::Integer | Affinity::Real => true,
            Affinity::Numeric => matches!(self.name.as_str(), "decimal" | "numeric" | "dec"),
            Affinity::Text | Affinity::Blob => false,
        }
    }

    /// The function that gives NULL for what is no value of the type.
    fn moment(&self) -> Option<&'static str> {
        match self.name.as_str() {
            "date" => Some("date"),
            "datetime" | "timestamp" | "timestamptz" => Some("datetime"),
            "time" => Some("time"),
            _ => None,
        }
    }
}

/// See [`Dialect::retype`](crate::dialect::Dialect::retype).
pub fn retype(before: &str, after: &str) -> Retype {
    let (from, to) = (read(before), read(after));
    let was_written = matches!(from.affinity, Affinity::Text | Affinity::Blob);
    let becomes_number =
        matches!(to.affinity, Affinity::Integer | Affinity::Real | Affinity::Numeric);
    let needs_cast = match to.affinity {
        Affinity::Text => from.affinity != Affinity::Text,
        Affinity::Blob => from.affinity == Affinity::Text && !after.is_empty(),
        Affinity::Integer | Affinity::Real | Affinity::Numeric => was_written,
    };
    Retype {
        narrows: narrows(&from, &to),
        needs_cast,
        rewrites: true,
        // `007` comes back as `7`.
        loses: was_written && becomes_number,
        impossible: false,
    }
}

fn narrows(from: &Declared, to: &Declared) -> bool {
    match to.affinity {
        Affinity::Text => {
            to.length().is_some_and(|room| from.length().is_none_or(|length| length > room))
        }
        Affinity::Blob => false,
        Affinity::Integer => from.affinity != Affinity::Integer || from.bits() > to.bits(),
        Affinity::Real => from.affinity != Affinity::Real,
        Affinity::Numeric if to.moment().is_some() => from.affinity == Affinity::Text,
        Affinity::Numeric if to.is_number() => match (from.digits(), to.digits()) {
            (Some((whole, places)), Some((room, to_places))) => whole > room || places > to_places,
            (_, Some(_)) => true,
            (_, None) => !from.is_number(),
        },
        Affinity::Numeric => false,
    }
}

/// See [`Dialect::retyped_rows`](crate::dialect::Dialect::retyped_rows). `column` is quoted.
pub fn retyped_rows(column: &str, before: &str, after: &str) -> RetypedRows {
    let (from, to) = (read(before), read(after));
    // A comparison with a number makes a number of a text that looks like one, and of no other.
    let is_written_number =
        || format!("typeof({column}) = 'text' AND CAST({column} AS numeric) = {column}");
    let (converted, cast) = match to.affinity {
        Affinity::Text if from.affinity == Affinity::Blob => {
            (format!("typeof({column}) NOT IN ('null', 'text')"), "text")
        }
        Affinity::Text => (format!("typeof({column}) IN ('integer', 'real')"), "text"),
        Affinity::Blob => (format!("typeof({column}) = 'text'"), "blob"),
        Affinity::Integer | Affinity::Real | Affinity::Numeric => (is_written_number(), "numeric"),
    };
    RetypedRows {
        prelude: None,
        unfit: unfit(column, &to),
        carried: Some(format!(
            "CASE WHEN {converted} THEN CAST({column} AS {cast}) ELSE {column} END"
        )),
        converted: Some(converted),
    }
}

fn unfit(c: &str, to: &Declared) -> Option<String> {
    match to.affinity {
        Affinity::Text => to.length().map(|room| format!("length({c}) > {room}")),
        Affinity::Integer => {
            let changes = format!("CAST({c} AS integer) <> {c}");
            Some(match to.bits() {
                64 => changes,
                bits => {
                    let most = (1_i64 << (bits - 1)) - 1;
                    format!(
                        "{changes} OR CAST({c} AS integer) NOT BETWEEN {} AND {most}",
                        -most - 1
                    )
                }
            })
        }
        Affinity::Real => Some(format!("CAST({c} AS real) <> {c}")),
        Affinity::Numeric => match (to.moment(), to.digits()) {
            (Some(function), _) => {
                Some(format!("typeof({c}) = 'text' AND {function}({c}) IS NULL"))
            }
            (None, Some((whole, places))) => {
                let limit = format!("1{}", "0".repeat(usize::try_from(whole).unwrap_or(0)));
                Some(format!(
                    "CAST({c} AS numeric) <> {c} OR abs({c}) >= {limit} OR round({c}, {places}) <> CAST({c} AS numeric)"
                ))
            }
            (None, None) if to.is_number() => Some(format!("CAST({c} AS numeric) <> {c}")),
            (None, None) => None,
        },
        Affinity::Blob => None,
    }
}

#[cfg(test)]
mod tests {
    use super::retype;

    #[test]
    fn another_word_for_the_same_changes_no_value() {
        for (from, to) in [
            ("INTEGER", "BIGINT"),
            ("varchar(80)", "TEXT"),
            ("varchar(80)", "varchar(200)"),
            ("TIMESTAMP", "DATETIME"),
            ("text", ""),
            ("decimal(10,2)", "decimal(12,2)"),
        ] {
            let retype = retype(from, to);
            assert!(!retype.narrows && !retype.needs_cast && !retype.loses, "{from} to {to}");
        }
    }

    #[test]
    fn what_may_not_fit() {
        for (from, to) in [
            ("BIGINT", "INTEGER"),
            ("TEXT", "INTEGER"),
            ("varchar(80)", "varchar(40)"),
            ("REAL", "INTEGER"),
            ("decimal(10,2)", "decimal(10,1)"),
            ("TEXT", "DATE"),
        ] {
            assert!(retype(from, to).narrows, "{from} to {to}");
        }
    }
}
