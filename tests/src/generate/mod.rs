//! Random schemas, random edits of them, and rows, as plain data that shrinks well and that each
//! database's SQL can be written from.

mod edit;
mod sql;

use proptest::prelude::*;
use proptest::sample::Index;

pub use edit::{Edit, apply};
pub use sql::pair;

/// What a column holds; each has one spelling per database.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Type {
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
    /// Without zone.
    Timestamp,
}

impl Type {
    const ALL: [Self; 8] = [
        Self::Int,
        Self::BigInt,
        Self::ShortText,
        Self::LongText,
        Self::Text,
        Self::Bool,
        Self::Decimal,
        Self::Timestamp,
    ];

    /// Whether every database can put it in a key as it is.
    pub fn in_keys(self) -> bool {
        !matches!(self, Self::Text | Self::Bool)
    }

    /// A type that holds every value of this one.
    pub fn wider(self) -> Self {
        match self {
            Self::Int => Self::BigInt,
            Self::ShortText => Self::LongText,
            Self::LongText => Self::Text,
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
    /// It came with an edit: every row there has the same in it.
    pub added: bool,
    /// The way down can make it again in a table with rows: only its default or NULL can stand in
    /// it then, and what holds of the column has to hold of those.
    pub can_go: bool,
}

/// A key to another table's `id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ForeignKey {
    /// The column that holds it, a `BigInt`.
    pub column: String,
    /// The table it leads to.
    pub parent: String,
    /// 0: no action, 1: cascade, 2: set null, 3: restrict
    pub on_delete: u8,
}

/// One table. Every one has a `BigInt` key named `id`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    /// Its name.
    pub name: String,
    /// All columns but `id` and the ones of foreign keys.
    pub columns: Vec<Column>,
    /// Keys to other tables or itself.
    pub foreign_keys: Vec<ForeignKey>,
    /// Unique constraints, each by its columns.
    pub uniques: Vec<Vec<String>>,
    /// Indexes, each by its columns.
    pub indexes: Vec<Vec<String>>,
    /// Columns that a check holds to be no NULL.
    pub checks: Vec<String>,
    /// Whether the database counts `id` up.
    pub generated_key: bool,
}

impl Table {
    fn column(&self, name: &str) -> Option<&Column> {
        self.columns.iter().find(|c| c.name == name)
    }

    fn comes_back(&self, column: &Column) -> bool {
        let unique = self.uniques.iter().flatten().any(|c| c == &column.name);
        let checked = self.checks.iter().any(|c| c == &column.name);
        match column.default {
            Some(_) => !unique,
            None => column.nullable && !checked,
        }
    }

    fn mentions(&self, column: &str) -> bool {
        self.uniques.iter().chain(&self.indexes).flatten().any(|c| c == column)
            || self.checks.iter().any(|c| c == column)
    }
}

/// One schema.
pub type Tables = Vec<Table>;

const TABLE_NAMES: [&str; 6] = ["group", "study case", "Order", "ähre", "a_b", "user"];
const COLUMN_NAMES: [&str; 6] = ["name", "Select", "note text", "größe", "value", "created_at"];

fn column() -> impl Strategy<Value = (usize, Type, bool, Option<u8>)> {
    (
        0..COLUMN_NAMES.len(),
        prop::sample::select(Type::ALL.to_vec()),
        any::<bool>(),
        prop::option::of(0..3u8),
    )
}

/// A schema of up to four tables.
pub fn tables() -> impl Strategy<Value = Tables> {
    let table = (
        prop::collection::vec(column(), 1..4),
        prop::collection::vec((any::<Index>(), 0..4u8), 0..3),
        prop::collection::vec(any::<Index>(), 0..2),
        prop::collection::vec(any::<Index>(), 0..2),
        prop::collection::vec(any::<Index>(), 0..2),
        any::<bool>(),
    );
    prop::collection::vec(table, 1..4).prop_map(|drawn| {
        let count = drawn.len();
        let mut tables = Tables::new();
        for (at, (columns, keys, uniques, indexes, checks, generated_key)) in
            drawn.into_iter().enumerate()
        {
            let mut table = Table {
                name: TABLE_NAMES[at].to_owned(),
                columns: Vec::new(),
                foreign_keys: Vec::new(),
                uniques: Vec::new(),
                indexes: Vec::new(),
                checks: Vec::new(),
                generated_key,
            };
            for (name, ty, nullable, default) in columns {
                if table.column(COLUMN_NAMES[name]).is_none() {
                    let name = COLUMN_NAMES[name].to_owned();
                    table.columns.push(Column {
                        name,
                        ty,
                        nullable,
                        default,
                        added: false,
                        can_go: true,
                    });
                }
            }
            for (parent, on_delete) in keys {
                let parent = TABLE_NAMES[parent.index(count)];
                edit::add_key(&mut table, parent, on_delete);
            }
            uniques.iter().for_each(|i| edit::add_unique(&mut table, i));
            indexes.iter().for_each(|i| edit::add_index(&mut table, i));
            checks.iter().for_each(|i| edit::add_check(&mut table, i));
            for at in 0..table.columns.len() {
                table.columns[at].can_go = table.comes_back(&table.columns[at]);
            }
            tables.push(table);
        }
        tables
    })
}
