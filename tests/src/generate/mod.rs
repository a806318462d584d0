//! Random schemas, random edits of them, and rows, as plain data that shrinks well and that each
//! database's SQL can be written from.

mod apply;
mod division;
mod draw;
mod edit;
mod flags;
mod functions;
mod kinds;
mod objects;
mod objects_sql;
mod sql;
mod within;

pub use apply::apply;
pub use draw::schemas;
pub use edit::{Edit, Rename};
pub use objects::{Objects, Trigger, View, carry, objects, over};
pub use sql::pair;

/// What a column holds; each has one spelling per database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
    /// Two bytes.
    SmallInt,
    /// Four bytes.
    Int,
    /// Eight bytes.
    BigInt,
    /// At most 40 characters.
    ShortText,
    /// At most 120 characters.
    LongText,
    /// No limit, hence no key on MariaDB.
    Text,
    /// True or false.
    Bool,
    /// Ten digits, two of them after the point.
    Decimal,
    /// Eight bytes, binary.
    Double,
    /// A day.
    Date,
    /// Without zone.
    Timestamp,
    /// A JSON document.
    Json,
    /// Bytes.
    Binary,
    /// Ten characters, filled up with spaces.
    Char,
    /// A time of a day.
    Time,
    /// A UUID.
    Uuid,
    /// Whole numbers, where the database has lists.
    Array,
    /// One of the schema's choices: a native enumeration, or a check of its values.
    Choice,
}

impl Type {
    const ALL: [Self; 18] = [
        Self::Int,
        Self::BigInt,
        Self::ShortText,
        Self::LongText,
        Self::Text,
        Self::Bool,
        Self::Decimal,
        Self::Timestamp,
        Self::SmallInt,
        Self::Double,
        Self::Date,
        Self::Json,
        Self::Binary,
        Self::Choice,
        Self::Char,
        Self::Time,
        Self::Uuid,
        Self::Array,
    ];

    /// Whether every database can put it in a key as it is, and no two rows hold the same.
    pub fn in_keys(self) -> bool {
        !matches!(
            self,
            Self::Text | Self::Bool | Self::Json | Self::Binary | Self::Choice | Self::Array
        )
    }

    /// Whether a key of this type needs nothing more than the type to fit.
    pub fn refers(self) -> bool {
        matches!(self, Self::SmallInt | Self::Int | Self::BigInt | Self::Date | Self::Uuid)
    }

    /// Whether a generated column can be computed from it.
    pub fn counts(self) -> bool {
        matches!(self, Self::Int | Self::BigInt)
    }

    /// A type that holds every value of this one.
    pub fn wider(self) -> Self {
        match self {
            Self::SmallInt => Self::Int,
            Self::Int => Self::BigInt,
            Self::ShortText => Self::LongText,
            Self::LongText => Self::Text,
            other => other,
        }
    }

    /// A type of another kind that holds what the rows have, and back again.
    pub fn converted(self) -> Self {
        match self {
            Self::SmallInt | Self::Int | Self::BigInt => Self::ShortText,
            Self::Date | Self::Time | Self::Timestamp | Self::Uuid => Self::ShortText,
            Self::Decimal => Self::LongText,
            Self::Double => Self::Decimal,
            Self::Bool => Self::Int,
            Self::Char => Self::ShortText,
            other => other,
        }
    }
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Column {
    /// Its name.
    pub name: String,
    /// What it holds.
    pub ty: Type,
    /// Whether it may be NULL; no row of the tests has one.
    pub nullable: bool,
    /// Which of the type's defaults it has.
    pub default: Option<u8>,
    /// The column that it is one more than, kept in the row.
    pub generated: Option<String>,
    /// Which comment it has, where the database keeps one.
    pub comment: Option<u8>,
    /// A text compared by its bytes, or without case.
    pub collated: bool,
    /// It came with an edit: every row there has the same in it.
    pub added: bool,
    /// The way down can make it again in a table with rows: only its default or NULL can stand in
    /// it then, and what holds of the column has to hold of those.
    pub can_go: bool,
}

/// A key to another table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// The column that holds it, of the type of the one that it leads to.
    pub column: String,
    /// The table it leads to.
    pub parent: String,
    /// The unique column that it leads to instead of `id`.
    pub to: Option<String>,
    /// 0: no action, 1: cascade, 2: set null, 3: restrict
    pub on_delete: u8,
    /// The same numbers.
    pub on_update: u8,
    /// How it is held to: at once, at the end, or only for rows to come.
    pub kind: u8,
}

/// How many kinds of keys, unique constraints, indexes, keys of tables and options there are; a
/// database without one has the plain thing instead.
pub const KINDS: Kinds = Kinds { keys: 3, uniques: 4, indexes: 9, counters: 4, options: 3 };

/// The kind of a unique constraint that allows NULL but once, where the database has such.
const NULLS_NOT_DISTINCT: u8 = 1;

/// The kind of a unique constraint that is looked at in the end, to which no key can lead.
const DEFERRED: u8 = 2;

/// The kind of an index that is unique.
const UNIQUE_INDEX: u8 = 4;

/// A number each.
#[derive(Debug, Clone, Copy)]
pub struct Kinds {
    /// Of foreign keys.
    pub keys: u8,
    /// Of unique constraints.
    pub uniques: u8,
    /// Of indexes.
    pub indexes: u8,
    /// Of ways in which `id` is counted up, 0 for none.
    pub counters: u8,
    /// Of options of a table, 0 for none.
    pub options: u8,
}

/// A unique constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unique {
    /// Its columns in order.
    pub columns: Vec<String>,
    /// Which kind.
    pub kind: u8,
}

/// An index that is no constraint.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Index {
    /// Its columns in order.
    pub columns: Vec<String>,
    /// Which kind.
    pub kind: u8,
}

/// What a check holds a column to be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Check {
    /// The column.
    pub column: String,
    /// A range or a list of what the type has, rather than any value at all.
    pub of_values: bool,
}

/// One table. Every one has an `id`, which is its key or the first part of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// All columns but `id` and the ones of foreign keys.
    pub columns: Vec<Column>,
    /// Keys to other tables or itself.
    pub foreign_keys: Vec<ForeignKey>,
    /// Unique constraints.
    pub uniques: Vec<Unique>,
    /// Indexes.
    pub indexes: Vec<Index>,
    /// Checks, at most one a column.
    pub checks: Vec<Check>,
    /// `Int` or `BigInt`, of `id`.
    pub key_type: Type,
    /// The second part of its key.
    pub key_with: Option<String>,
    /// How the database counts `id` up, 0 for not at all.
    pub counter: u8,
    /// Which options it has, 0 for none.
    pub options: u8,
    /// Which comment it has, where the database keeps one.
    pub comment: Option<u8>,
    /// How its rows are divided.
    pub division: Option<division::Division>,
}

impl Table {
    fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    fn comes_back(&self, column: &Column) -> bool {
        let unique_indexes = self.indexes.iter().filter(|i| i.kind == UNIQUE_INDEX);
        let unique = self.uniques.iter().map(|u| &u.columns);
        let mut unique = unique.chain(unique_indexes.map(|i| &i.columns)).flatten();
        let unique = unique.any(|c| c == &column.name);
        let mut not_distinct = self.uniques.iter().filter(|u| u.kind == NULLS_NOT_DISTINCT);
        let one_null = not_distinct.any(|u| u.columns.contains(&column.name));
        let checked = self.checks.iter().any(|c| c.column == column.name && !c.of_values);
        let keyed = self.key_with.as_ref() == Some(&column.name);
        column.generated.is_some()
            || !keyed
                && match column.default {
                    Some(_) => !unique,
                    None => column.nullable && !checked && !one_null,
                }
    }

    fn is_source(&self, column: &str) -> bool {
        self.columns.iter().any(|c| c.generated.as_deref() == Some(column))
    }

    fn has_key_of(&self, columns: &[String]) -> bool {
        self.keys().any(|c| c == columns)
    }

    /// The columns that other tables' keys can lead to beside `id`.
    fn targets(&self) -> Vec<&Column> {
        let alone = self.uniques.iter().filter(|u| u.columns.len() == 1 && u.kind != DEFERRED);
        let columns = alone.filter_map(|u| self.column(&u.columns[0]));
        columns.filter(|c| c.ty.refers() && !c.added).collect()
    }

    fn is_in_key(&self, column: &str) -> bool {
        self.keys().flatten().any(|c| c == column)
    }

    fn keys(&self) -> impl Iterator<Item = &Vec<String>> {
        let indexed = self.indexes.iter().map(|i| &i.columns);
        self.uniques.iter().map(|u| &u.columns).chain(indexed)
    }
}

/// One of the values of the enumeration.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Choice {
    /// What it is, whatever it is called. Rows and defaults have 0 and 1.
    pub id: u8,
    /// What is stored.
    pub name: String,
}

/// One schema.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Schema {
    /// Its tables.
    pub tables: Vec<Table>,
    /// The values of its enumeration, in order.
    pub choices: Vec<Choice>,
    /// Views, each after what it reads.
    pub views: Vec<View>,
    /// Triggers.
    pub triggers: Vec<Trigger>,
    /// Functions that read the tables.
    pub functions: Vec<functions::Function>,
}

impl Schema {
    fn table(&self, name: &str) -> Option<&Table> {
        self.tables.iter().find(|t| t.name == name)
    }

    /// The type of the column that a key leads to.
    fn type_of(&self, key: &ForeignKey) -> Type {
        let parent = self.table(&key.parent);
        match &key.to {
            None => parent.map(|t| t.key_type),
            Some(column) => parent.and_then(|t| t.column(column)).map(|c| c.ty),
        }
        .unwrap_or(Type::BigInt)
    }

    fn choice(&self, id: u8) -> &str {
        self.choices.iter().find(|c| c.id == id).map_or("", |c| &c.name)
    }
}

const TABLE_NAMES: [&str; 6] = ["group", "study case", "Order", "ähre", "a_b", "user"];
const COLUMN_NAMES: [&str; 8] =
    ["name", "Select", "note text", "größe", "value", "created_at", "x.y", "100%"];
const CHOICE_NAMES: [&str; 7] = ["low", "mid's", "high", "none", "x y", "ä", "\"Z\""];
