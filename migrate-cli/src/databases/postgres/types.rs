//! Types by their names, as `format_type` prints them.

use super::words;

/// A kind of type, as far as the server's casts tell kinds apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    SmallInt,
    Integer,
    BigInt,
    Numeric,
    Real,
    Double,
    Money,
    /// `text`, `varchar`, `citext`, and what else is text without a fixed length.
    Text,
    /// `character(n)`
    Character,
    /// `name`
    Name,
    /// The one byte of `"char"`.
    Byte,
    Bytes,
    Date,
    Time,
    TimeTz,
    Timestamp,
    TimestampTz,
    Interval,
    Boolean,
    Json,
    Jsonb,
    Inet,
    Cidr,
    Mac,
    Mac8,
    Bit,
    BitVarying,
    Point,
    Box,
    Segment,
    Path,
    Polygon,
    Circle,
    /// By what it ranges over.
    Range(Element),
    Multirange(Element),
    Uuid,
    Xml,
    /// An enumeration, a domain, a type of an extension, and the rare ones of the server's own.
    Other,
}

/// What a range ranges over.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Element {
    Integer,
    BigInt,
    Numeric,
    Date,
    Timestamp,
    TimestampTz,
}

/// A type taken apart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Type {
    pub kind: Kind,
    pub array: bool,
    /// `10, 2` of `numeric(10,2)`
    pub modifiers: Vec<i64>,
    /// The text without `[]`.
    pub element: String,
}

impl Type {
    /// Takes a type's text apart.
    pub fn read(native: &str) -> Self {
        let array = native.ends_with("[]");
        let element = native.trim_end_matches("[]").to_owned();
        let (schema, name, rest) = words::type_name(&element);
        let quoted = element.starts_with('"');
        let kind = match (schema, quoted) {
            (None, false) => kind(&name, rest),
            (None, true) if name == "char" => Kind::Byte,
            // An extension's type is the same wherever the extension stands.
            (Some(_), _) if name == "citext" => Kind::Text,
            _ => Kind::Other,
        };
        let inside = rest.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
        let modifiers = inside.map(|(inside, _)| inside.split(',')).into_iter().flatten();
        let modifiers = modifiers.filter_map(|n| n.trim().parse().ok()).collect();
        Self { kind, array, modifiers, element }
    }

    /// The first modifier: a length, a precision.
    pub fn length(&self) -> Option<i64> {
        self.modifiers.first().copied()
    }
}

fn kind(name: &str, rest: &str) -> Kind {
    let zoned = rest.contains("with time zone");
    match name {
        "smallint" => Kind::SmallInt,
        "integer" => Kind::Integer,
        "bigint" => Kind::BigInt,
        "numeric" => Kind::Numeric,
        "real" => Kind::Real,
        "double" => Kind::Double,
        "money" => Kind::Money,
        "text" | "citext" => Kind::Text,
        "character" if rest.trim_start().starts_with("varying") => Kind::Text,
        "character" | "bpchar" => Kind::Character,
        "name" => Kind::Name,
        "bytea" => Kind::Bytes,
        "date" => Kind::Date,
        "time" if zoned => Kind::TimeTz,
        "time" => Kind::Time,
        "timestamp" if zoned => Kind::TimestampTz,
        "timestamp" => Kind::Timestamp,
        "interval" => Kind::Interval,
        "boolean" => Kind::Boolean,
        "json" => Kind::Json,
        "jsonb" => Kind::Jsonb,
        "inet" => Kind::Inet,
        "cidr" => Kind::Cidr,
        "macaddr" => Kind::Mac,
        "macaddr8" => Kind::Mac8,
        "bit" if rest.trim_start().starts_with("varying") => Kind::BitVarying,
        "bit" => Kind::Bit,
        "point" => Kind::Point,
        "box" => Kind::Box,
        "lseg" => Kind::Segment,
        "path" => Kind::Path,
        "polygon" => Kind::Polygon,
        "circle" => Kind::Circle,
        "int4range" => Kind::Range(Element::Integer),
        "int8range" => Kind::Range(Element::BigInt),
        "numrange" => Kind::Range(Element::Numeric),
        "daterange" => Kind::Range(Element::Date),
        "tsrange" => Kind::Range(Element::Timestamp),
        "tstzrange" => Kind::Range(Element::TimestampTz),
        "int4multirange" => Kind::Multirange(Element::Integer),
        "int8multirange" => Kind::Multirange(Element::BigInt),
        "nummultirange" => Kind::Multirange(Element::Numeric),
        "datemultirange" => Kind::Multirange(Element::Date),
        "tsmultirange" => Kind::Multirange(Element::Timestamp),
        "tstzmultirange" => Kind::Multirange(Element::TimestampTz),
        "uuid" => Kind::Uuid,
        "xml" => Kind::Xml,
        _ => Kind::Other,
    }
}

impl Kind {
    /// Whether it is one to which everything is assigned by way of its text.
    pub fn is_text(self) -> bool {
        matches!(self, Self::Text | Self::Character | Self::Name)
    }

    /// Whether it is one between which numbers go, money apart.
    pub fn is_number(self) -> bool {
        matches!(
            self,
            Self::SmallInt
                | Self::Integer
                | Self::BigInt
                | Self::Numeric
                | Self::Real
                | Self::Double
        )
    }
}

impl Element {
    /// The range type's name, and that of its multirange.
    pub fn names(self) -> (&'static str, &'static str) {
        match self {
            Self::Integer => ("int4range", "int4multirange"),
            Self::BigInt => ("int8range", "int8multirange"),
            Self::Numeric => ("numrange", "nummultirange"),
            Self::Date => ("daterange", "datemultirange"),
            Self::Timestamp => ("tsrange", "tsmultirange"),
            Self::TimestampTz => ("tstzrange", "tstzmultirange"),
        }
    }

    /// The kind of one value.
    pub fn kind(self) -> Kind {
        match self {
            Self::Integer => Kind::Integer,
            Self::BigInt => Kind::BigInt,
            Self::Numeric => Kind::Numeric,
            Self::Date => Kind::Date,
            Self::Timestamp => Kind::Timestamp,
            Self::TimestampTz => Kind::TimestampTz,
        }
    }

    /// Whether the values of both are numbers, or moments.
    pub fn is_like(self, other: Self) -> bool {
        let number = |e| matches!(e, Self::Integer | Self::BigInt | Self::Numeric);
        number(self) == number(other)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn types_come_apart() {
        let ty = Type::read("numeric(10,2)[]");
        assert_eq!((ty.kind, ty.array, ty.modifiers), (Kind::Numeric, true, vec![10, 2]));
        let ty = Type::read("timestamp(3) with time zone");
        assert_eq!((ty.kind, ty.length()), (Kind::TimestampTz, Some(3)));
        assert_eq!(Type::read("\"char\"").kind, Kind::Byte);
        assert_eq!(Type::read("character varying(9)").kind, Kind::Text);
        assert_eq!(Type::read("\"text\"").kind, Kind::Other);
        assert_eq!(Type::read("app.date").kind, Kind::Other);
    }
}
