//! Types by their names, as `format_type` prints them.

use super::words;

/// A kind of type, as far as the server's casts tell kinds apart.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum TypeKind {
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
    pub kind: TypeKind,
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
            (None, true) if name == "char" => TypeKind::Byte,
            // An extension's type is the same wherever the extension stands.
            (Some(_), _) if name == "citext" => TypeKind::Text,
            _ => TypeKind::Other,
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

fn kind(name: &str, rest: &str) -> TypeKind {
    let zoned = rest.contains("with time zone");
    match name {
        "smallint" => TypeKind::SmallInt,
        "integer" => TypeKind::Integer,
        "bigint" => TypeKind::BigInt,
        "numeric" => TypeKind::Numeric,
        "real" => TypeKind::Real,
        "double" => TypeKind::Double,
        "money" => TypeKind::Money,
        "text" | "citext" => TypeKind::Text,
        "character" if rest.trim_start().starts_with("varying") => TypeKind::Text,
        "character" | "bpchar" => TypeKind::Character,
        "name" => TypeKind::Name,
        "bytea" => TypeKind::Bytes,
        "date" => TypeKind::Date,
        "time" if zoned => TypeKind::TimeTz,
        "time" => TypeKind::Time,
        "timestamp" if zoned => TypeKind::TimestampTz,
        "timestamp" => TypeKind::Timestamp,
        "interval" => TypeKind::Interval,
        "boolean" => TypeKind::Boolean,
        "json" => TypeKind::Json,
        "jsonb" => TypeKind::Jsonb,
        "inet" => TypeKind::Inet,
        "cidr" => TypeKind::Cidr,
        "macaddr" => TypeKind::Mac,
        "macaddr8" => TypeKind::Mac8,
        "bit" if rest.trim_start().starts_with("varying") => TypeKind::BitVarying,
        "bit" => TypeKind::Bit,
        "point" => TypeKind::Point,
        "box" => TypeKind::Box,
        "lseg" => TypeKind::Segment,
        "path" => TypeKind::Path,
        "polygon" => TypeKind::Polygon,
        "circle" => TypeKind::Circle,
        "int4range" => TypeKind::Range(Element::Integer),
        "int8range" => TypeKind::Range(Element::BigInt),
        "numrange" => TypeKind::Range(Element::Numeric),
        "daterange" => TypeKind::Range(Element::Date),
        "tsrange" => TypeKind::Range(Element::Timestamp),
        "tstzrange" => TypeKind::Range(Element::TimestampTz),
        "int4multirange" => TypeKind::Multirange(Element::Integer),
        "int8multirange" => TypeKind::Multirange(Element::BigInt),
        "nummultirange" => TypeKind::Multirange(Element::Numeric),
        "datemultirange" => TypeKind::Multirange(Element::Date),
        "tsmultirange" => TypeKind::Multirange(Element::Timestamp),
        "tstzmultirange" => TypeKind::Multirange(Element::TimestampTz),
        "uuid" => TypeKind::Uuid,
        "xml" => TypeKind::Xml,
        _ => TypeKind::Other,
    }
}

impl TypeKind {
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

/// Whether two types hold values of one sort, whatever their sizes and whoever wrote them: people write
/// names that the server does not print.
pub fn alike(a: &str, b: &str) -> bool {
    let sort = |native: &str| {
        let ty = Type::read(&native.to_ascii_lowercase());
        let name = ty.element.split('(').next().unwrap_or_default().trim().to_owned();
        let sort = match (ty.kind, name.as_str()) {
            (kind, _) if kind.is_number() => "number",
            (kind, _) if kind.is_text() => "text",
            (TypeKind::Timestamp | TypeKind::TimestampTz, _) | (_, "timestamptz") => "moment",
            (TypeKind::Time | TypeKind::TimeTz, _) | (_, "timetz") => "time",
            (TypeKind::Json | TypeKind::Jsonb, _) => "json",
            (TypeKind::Boolean, _) | (_, "bool") => "boolean",
            (_, "int" | "int2" | "int4" | "int8" | "float" | "float4" | "float8" | "decimal") => {
                "number"
            }
            (_, "varchar" | "char" | "bpchar") => "text",
            (_, name) => name,
        };
        (sort.to_owned(), ty.array)
    };
    sort(a) == sort(b)
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
    pub fn kind(self) -> TypeKind {
        match self {
            Self::Integer => TypeKind::Integer,
            Self::BigInt => TypeKind::BigInt,
            Self::Numeric => TypeKind::Numeric,
            Self::Date => TypeKind::Date,
            Self::Timestamp => TypeKind::Timestamp,
            Self::TimestampTz => TypeKind::TimestampTz,
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
        assert_eq!((ty.kind, ty.array, ty.modifiers), (TypeKind::Numeric, true, vec![10, 2]));
        let ty = Type::read("timestamp(3) with time zone");
        assert_eq!((ty.kind, ty.length()), (TypeKind::TimestampTz, Some(3)));
        assert_eq!(Type::read("\"char\"").kind, TypeKind::Byte);
        assert_eq!(Type::read("character varying(9)").kind, TypeKind::Text);
        assert_eq!(Type::read("\"text\"").kind, TypeKind::Other);
        assert_eq!(Type::read("app.date").kind, TypeKind::Other);
    }
}
