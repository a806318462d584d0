//! How a field of a model says the type of a column.

use model_core::schema::{LogicalType, QualifiedName};

/// One way to write a column's type.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldType {
    /// The type of the field, without its `Option`.
    pub rust: RustType,
    /// The words above the field.
    pub words: Vec<TypeWord>,
    /// What the derive makes of both.
    pub logical: LogicalType,
    /// Checks of the column that are part of the type.
    pub implies: Vec<String>,
    /// The type brings a collation of its own.
    pub is_collated: bool,
}

/// The type of a field.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RustType {
    /// By its name, which the prelude or Rust itself has.
    Named(String),
    /// `Vec<Option<…>>`
    List(Box<RustType>),
    /// An enumeration that has a name of its own in the database.
    Enumeration(QualifiedName),
    /// An enumeration that the column writes out.
    Values(Vec<String>),
    /// A type that Diesel has nothing for, by its name in the database: its values are bytes.
    Unknown(QualifiedName),
}

/// A word above a field that says something of its type.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TypeWord {
    /// `max_length = 80`
    MaxLength(u32),
    /// `precision = 10`
    Precision(u32),
    /// `scale = 2`
    Scale(u32),
    /// `sql_type = "VARCHAR(80)"`
    Database(String),
    /// `sql_type = Jsonb`
    Diesel(String),
    /// `db_type = "citext"`, beside the one before.
    DatabaseToo(String),
    /// `newtype = String`
    Newtype(String),
    /// `json`
    Json,
    /// `enumeration`
    Enumeration,
}

/// How exactly a database knows what the columns of a view are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ViewTypes {
    /// Each has the type that Diesel must be told.
    Exact,
    /// What a value is read as decides, and numbers of all widths are read alike.
    Families,
    /// The same, and dates and times are texts.
    Stored,
}

impl ViewTypes {
    /// Whether a field of one type reads the values of another one.
    pub fn reads(self, there: &FieldType, field: &FieldType) -> bool {
        let (given, read) = (there.family(), field.family());
        let is_unknown = given == Family::Unknown || read == Family::Unknown;
        let has_text = given == Family::Text || read == Family::Text;
        let is_moment = given.is_moment() || read.is_moment();
        match self {
            Self::Exact => there.sql_type() == field.sql_type(),
            Self::Families => is_unknown || given == read,
            Self::Stored => is_unknown || given == read || has_text && is_moment,
        }
    }
}

/// Types whose values are read alike where a database is not strict.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Family {
    Number,
    Text,
    Bytes,
    Date,
    Time,
    Moment,
    Unknown,
}

impl Family {
    fn is_moment(self) -> bool {
        matches!(self, Self::Date | Self::Time | Self::Moment)
    }
}

/// The numbers between the parentheses of a type, as in `decimal(10, 2)`; none for what is no number.
pub fn numbers(native: &str) -> impl Iterator<Item = Option<u32>> {
    let inside = native.split_once('(').and_then(|(_, rest)| rest.split_once(')'));
    let parts = inside.map(|(inside, _)| inside.split(',')).into_iter().flatten();
    parts.map(|part| part.trim().parse().ok())
}

impl FieldType {
    /// A type that the derive knows by its name.
    pub fn named(rust: &str, logical: LogicalType) -> Self {
        Self::of(RustType::Named(rust.to_owned()), logical)
    }

    /// A type without a word.
    pub fn of(rust: RustType, logical: LogicalType) -> Self {
        Self { rust, words: Vec::new(), logical, implies: Vec::new(), is_collated: false }
    }

    /// The same with another word.
    pub fn with(mut self, word: TypeWord) -> Self {
        self.words.push(word);
        self
    }

    /// The same field with the database's own type.
    pub fn native(rust: &str, native: &str) -> Self {
        Self::named(rust, LogicalType::Native(native.to_owned()))
            .with(TypeWord::Database(native.to_owned()))
    }

    /// A type with Diesel's by its name, and the database's.
    pub fn diesel(rust: &str, diesel: &str, native: &str) -> Self {
        Self::named(rust, LogicalType::Native(native.to_owned()))
            .with(TypeWord::Diesel(diesel.to_owned()))
            .with(TypeWord::DatabaseToo(native.to_owned()))
    }

    /// A text with the longest length that it may have.
    pub fn text(max_length: Option<u32>) -> Self {
        let text = Self::named("String", LogicalType::Text { max_length });
        max_length.into_iter().fold(text, |text, length| text.with(TypeWord::MaxLength(length)))
    }

    /// Bytes with the longest length that they may have.
    pub fn binary(max_length: Option<u32>) -> Self {
        let bytes = Self::named("Vec<u8>", LogicalType::Binary { max_length });
        max_length.into_iter().fold(bytes, |bytes, length| bytes.with(TypeWord::MaxLength(length)))
    }

    /// A decimal number with its digits.
    pub fn decimal(precision: Option<u32>, scale: Option<u32>) -> Self {
        let number = Self::named("BigDecimal", LogicalType::Decimal { precision, scale });
        let words = [precision.map(TypeWord::Precision), scale.map(TypeWord::Scale)];
        // Said, since a `BigDecimal` alone is refused where SQLite is one of the databases.
        let number = number.with(TypeWord::Diesel("Numeric".into()));
        words.into_iter().flatten().fold(number, Self::with)
    }

    /// Diesel's SQL type, by a name under which no other one goes: two columns that a key joins have
    /// the same.
    pub fn sql_type(&self) -> String {
        let named = self.words.iter().find_map(|word| match word {
            TypeWord::Diesel(name) => Some(name.clone()),
            _ => None,
        });
        named.unwrap_or_else(|| match &self.rust {
            RustType::Named(name) => name.clone(),
            RustType::List(element) => format!("{element:?}[]"),
            RustType::Values(values) => values.join("\n"),
            RustType::Enumeration(name) | RustType::Unknown(name) => name.to_string(),
        })
    }

    fn family(&self) -> Family {
        let is_binary = self.words.contains(&TypeWord::Diesel("Jsonb".to_owned()));
        match &self.rust {
            RustType::Values(_) | RustType::Enumeration(_) => Family::Text,
            RustType::Named(name) => match name.as_str() {
                "bool" | "BigDecimal" => Family::Number,
                name if name.starts_with(['i', 'u', 'f']) => Family::Number,
                "String" => Family::Text,
                "serde_json::Value" if !is_binary => Family::Text,
                "serde_json::Value" | "Vec<u8>" => Family::Bytes,
                "NaiveDate" => Family::Date,
                "NaiveTime" => Family::Time,
                "NaiveDateTime" | "DateTime<Utc>" => Family::Moment,
                _ => Family::Unknown,
            },
            RustType::List(_) | RustType::Unknown(_) => Family::Unknown,
        }
    }

    /// The field of a struct that reads values of this type, as it is written.
    pub fn written(&self, field: &str, nullable: bool) -> String {
        let rust = match &self.rust {
            RustType::Named(name) => name.clone(),
            RustType::List(element) => match element.as_ref() {
                RustType::Named(name) => format!("Vec<Option<{name}>>"),
                _ => "Vec<…>".to_owned(),
            },
            RustType::Enumeration(name) => {
                return format!("an enumeration (`ModelEnum`) of {name}");
            }
            RustType::Values(_) => "String".to_owned(),
            RustType::Unknown(name) => {
                return format!("a type of your own with `sql_type` and `db_type = \"{name}\"`");
            }
        };
        let words = self.words.iter().filter_map(|word| match word {
            TypeWord::Diesel(path) => Some(format!("sql_type = {path}")),
            TypeWord::DatabaseToo(native) => Some(format!("db_type = \"{native}\"")),
            _ => None,
        });
        let words: Vec<String> = words.collect();
        let attribute = match words.is_empty() {
            true => String::new(),
            false => format!("#[model({})] ", words.join(", ")),
        };
        let rust = if nullable { format!("Option<{rust}>") } else { rust };
        format!("`{attribute}{field}: {rust}`")
    }
}
