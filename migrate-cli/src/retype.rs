//! What becomes of values when a column's type changes, as far as the types' names tell.

/// What a change of type does.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Retype {
    /// Some values of the old type have no place in the new one.
    pub narrows: bool,
    /// Values are converted from one kind to another.
    pub needs_cast: bool,
    /// Every row is written again.
    pub rewrites: bool,
    /// Going back does not give the old values.
    pub loses: bool,
    /// No value of the old type is a value of the new one.
    pub impossible: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// By bytes, and whether it has a sign.
    Integer(u32, bool),
    Decimal(Option<u32>, u32),
    Float(u32),
    /// By its longest text.
    Text(Option<u32>),
    Binary,
    Date,
    Timestamp,
    Other,
}

/// A guess by the common names of types. A dialect that knows better says so itself.
pub fn guess(before: &str, after: &str) -> Retype {
    let (from, to) = (kind(before), kind(after));
    let same_kind = std::mem::discriminant(&from) == std::mem::discriminant(&to);
    let narrows = match (from, to) {
        (Kind::Integer(a, signed), Kind::Integer(b, to_signed)) => {
            a > b || (signed && !to_signed) || (a == b && !signed && to_signed)
        }
        (Kind::Decimal(a, scale), Kind::Decimal(b, to_scale)) => match (a, b) {
            (_, None) => scale > to_scale && to_scale != 0,
            (None, Some(_)) => true,
            (Some(a), Some(b)) => {
                a.saturating_sub(scale) > b.saturating_sub(to_scale) || scale > to_scale
            }
        },
        (Kind::Float(a), Kind::Float(b)) => a > b,
        (Kind::Text(a), Kind::Text(b)) => match (a, b) {
            (_, None) => false,
            (None, Some(_)) => true,
            (Some(a), Some(b)) => a > b,
        },
        (Kind::Integer(..), Kind::Decimal(None, _) | Kind::Text(None)) => false,
        (Kind::Date, Kind::Timestamp) | (_, Kind::Text(None)) => false,
        _ => true,
    };
    // What can be converted only one way is lost on the way back.
    let loses = narrows && !matches!((from, to), (Kind::Text(_), Kind::Text(_)));
    let widens_text = matches!((from, to), (Kind::Text(_), Kind::Text(_))) && !narrows;
    Retype {
        narrows,
        needs_cast: !same_kind || from == Kind::Other,
        rewrites: !widens_text,
        loses,
        impossible: false,
    }
}

fn kind(ty: &str) -> Kind {
    let lower = ty.to_ascii_lowercase();
    let (name, rest) = match lower.split_once('(') {
        Some((name, rest)) => (name.trim().to_owned(), rest),
        None => (lower.trim().to_owned(), ""),
    };
    let numbers: Vec<u32> = rest
        .split(')')
        .next()
        .unwrap_or_default()
        .split(',')
        .filter_map(|n| n.trim().parse().ok())
        .collect();
    let signed = !lower.contains("unsigned");
    let first = numbers.first().copied();
    if lower.ends_with("[]") {
        return Kind::Other;
    }
    match name.split_whitespace().next().unwrap_or_default() {
        "tinyint" | "int1" => Kind::Integer(1, signed),
        "smallint" | "int2" => Kind::Integer(2, signed),
        "mediumint" => Kind::Integer(3, signed),
        "int" | "integer" | "int4" => Kind::Integer(4, signed),
        "bigint" | "int8" => Kind::Integer(8, signed),
        "numeric" | "decimal" => Kind::Decimal(first, numbers.get(1).copied().unwrap_or(0)),
        "real" | "float4" | "float" => Kind::Float(4),
        "double" | "float8" => Kind::Float(8),
        "text" | "clob" | "longtext" => Kind::Text(None),
        "mediumtext" => Kind::Text(Some(1 << 24)),
        "tinytext" => Kind::Text(Some(255)),
        "varchar" | "character" | "char" | "nvarchar" | "bpchar" => Kind::Text(first),
        "blob" | "bytea" | "binary" | "varbinary" | "longblob" => Kind::Binary,
        "date" => Kind::Date,
        "timestamp" | "datetime" | "timestamptz" => Kind::Timestamp,
        _ => Kind::Other,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn wider_and_narrower() {
        for (from, to, narrows) in [
            ("integer", "bigint", false),
            ("bigint", "integer", true),
            ("INTEGER", "TEXT", false),
            ("text", "integer", true),
            ("varchar(80)", "varchar(40)", true),
            ("character varying(80)", "text", false),
            ("text", "varchar(9)", true),
            ("numeric(10,2)", "numeric(12,2)", false),
            ("numeric(10,2)", "numeric(10,4)", true),
            ("int(10) unsigned", "int(11)", true),
            ("date", "timestamp", false),
        ] {
            assert_eq!(guess(from, to).narrows, narrows, "{from} → {to}");
        }
    }

    #[test]
    fn a_longer_text_is_no_new_row() {
        assert!(!guess("varchar(10)", "text").rewrites);
        assert!(guess("integer", "bigint").rewrites);
    }
}
