//! Types by their names, as the catalog prints them.

use super::enumeration::enumeration_values;

/// What a type holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Type {
    /// From the least to the greatest.
    Integer(i128, i128),
    /// Digits before the point, digits after it.
    Decimal {
        whole: u32,
        places: u32,
        signed: bool,
    },
    /// `float` and `double`, by their bytes.
    Float(u32),
    /// At most so many characters.
    Characters(u64),
    /// A text of at most so many bytes.
    Text(u64),
    /// Bytes, at most so many.
    Binary(u64),
    /// One of these.
    Enumeration(Vec<String>),
    Date,
    /// By the digits of a second, and whether it is a `timestamp`.
    Moment {
        digits: u32,
        counted: bool,
    },
    Json,
    /// Whatever else there is, by its text.
    Other(String),
}

impl Type {
    /// Takes a type's text apart.
    pub fn read(native: &str) -> Self {
        let lower = native.to_ascii_lowercase();
        let name: &str = lower.split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or("");
        let inside = lower.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
        let numbers: Vec<u32> = inside
            .map(|(inside, _)| inside.split(','))
            .into_iter()
            .flatten()
            .filter_map(|n| n.trim().parse().ok())
            .collect();
        let first = numbers.first().copied();
        let signed = !lower.contains("unsigned");
        let integer = |bits: u32| match signed {
            true => Self::Integer(-(1_i128 << (bits - 1)), (1_i128 << (bits - 1)) - 1),
            false => Self::Integer(0, (1_i128 << bits) - 1),
        };
        let length = u64::from(first.unwrap_or(1));
        match name {
            "tinyint" => integer(8),
            "smallint" => integer(16),
            "mediumint" => integer(24),
            "int" | "integer" => integer(32),
            "bigint" => integer(64),
            "decimal" | "numeric" => {
                let places = numbers.get(1).copied().unwrap_or(0);
                let whole = first.unwrap_or(10).saturating_sub(places);
                Self::Decimal { whole, places, signed }
            }
            "float" => Self::Float(4),
            "double" | "real" => Self::Float(8),
            "char" | "varchar" => Self::Characters(length),
            "tinytext" => Self::Text((1 << 8) - 1),
            "text" => Self::Text((1 << 16) - 1),
            "mediumtext" => Self::Text((1 << 24) - 1),
            "longtext" => Self::Text((1 << 32) - 1),
            "binary" | "varbinary" => Self::Binary(length),
            "tinyblob" => Self::Binary((1 << 8) - 1),
            "blob" => Self::Binary((1 << 16) - 1),
            "mediumblob" => Self::Binary((1 << 24) - 1),
            "longblob" => Self::Binary((1 << 32) - 1),
            "enum" => Self::Enumeration(enumeration_values(native)),
            "date" => Self::Date,
            "datetime" => Self::Moment { digits: first.unwrap_or(0), counted: false },
            "timestamp" => Self::Moment { digits: first.unwrap_or(0), counted: true },
            "json" => Self::Json,
            _ => Self::Other(lower),
        }
    }

    /// A value of it is written in characters.
    pub fn is_text(&self) -> bool {
        matches!(self, Self::Characters(_) | Self::Text(_) | Self::Enumeration(_))
    }

    pub fn is_number(&self) -> bool {
        matches!(self, Self::Integer(..) | Self::Decimal { .. } | Self::Float(_))
    }

    /// The most bytes that a text takes, at four a character.
    pub fn bytes(&self) -> Option<u64> {
        match self {
            Self::Characters(characters) => Some(characters * 4),
            Self::Text(bytes) | Self::Binary(bytes) => Some(*bytes),
            Self::Enumeration(values) => {
                values.iter().map(|value| u64::try_from(value.len()).unwrap_or(u64::MAX)).max()
            }
            _ => None,
        }
    }

    /// The longest text that a value is written as, in characters.
    pub fn longest(&self) -> Option<u64> {
        match self {
            Self::Characters(characters) => Some(*characters),
            Self::Text(bytes) => Some(*bytes),
            Self::Integer(least, most) => {
                let text = |n: &i128| u64::try_from(n.to_string().len()).unwrap_or(u64::MAX);
                Some(text(least).max(text(most)))
            }
            Self::Decimal { whole, places, .. } => Some(u64::from(whole + places) + 2),
            Self::Enumeration(values) => {
                let text = |v: &String| u64::try_from(v.chars().count()).unwrap_or(u64::MAX);
                values.iter().map(text).max()
            }
            Self::Date => Some(10),
            Self::Moment { digits, .. } => Some(20 + u64::from(*digits)),
            Self::Float(_) | Self::Binary(_) | Self::Json | Self::Other(_) => None,
        }
    }
}

/// Whether two types hold values of one sort, whatever their sizes and whoever wrote them.
pub fn alike(a: &str, b: &str) -> bool {
    let (x, y) = (Type::read(a), Type::read(b));
    // MariaDB's JSON is a text.
    let text = |ty: &Type| ty.is_text() || *ty == Type::Json;
    let name = |native: &str| {
        let end = native.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(native.len());
        native[..end].to_ascii_lowercase()
    };
    (x.is_number() && y.is_number())
        || (text(&x) && text(&y))
        || matches!((&x, &y), (Type::Binary(_), Type::Binary(_)))
        || matches!((&x, &y), (Type::Moment { .. }, Type::Moment { .. }))
        || name(a) == name(b)
}

/// Whether values of a type are places and shapes.
pub fn is_geometry(native: &str) -> bool {
    let name: String = native.chars().take_while(char::is_ascii_alphabetic).collect();
    matches!(
        name.to_ascii_lowercase().as_str(),
        "geometry"
            | "point"
            | "linestring"
            | "polygon"
            | "multipoint"
            | "multilinestring"
            | "multipolygon"
            | "geometrycollection"
            | "geomcollection"
    )
}
