//! What a model's derive leaves in the program: constants only, so that a hundred models cost
//! the compiler next to nothing. Each has a `DEFAULT` to write only what differs.

use crate::schema::{Deferrable, ReferentialAction};

pub use super::index_def::{IndexDef, IndexPartDef};

/// One model: a table as its derive saw it.
#[derive(Debug, Clone, Copy)]
pub struct ModelDef {
    /// The table's name.
    pub table: NameDef,
    /// The columns in the order of the fields.
    pub columns: &'static [ColumnDef],
    /// The primary key.
    pub primary_key: PrimaryKeyDef,
    /// Unique constraints.
    pub uniques: &'static [UniqueDef],
    /// Foreign keys.
    pub foreign_keys: &'static [ForeignKeyDef],
    /// Check constraints.
    pub checks: &'static [CheckDef],
    /// Exclusion constraints.
    pub exclusions: &'static [ExclusionDef],
    /// Indexes.
    pub indexes: &'static [IndexDef],
    /// Properties of the table by the names that the databases give them.
    pub options: &'static [(&'static str, &'static str)],
    /// The comment for the database.
    pub comment: Option<&'static str>,
    /// Constraints and indexes that stay as the database has them.
    pub keeps: &'static [&'static str],
    /// The table's name before.
    pub renamed_from: Option<&'static str>,
    /// The path of the struct, with what a compiled file is searched for.
    pub mark: &'static str,
    /// Where it was declared.
    pub file: &'static str,
    /// The line of it.
    pub line: u32,
}

inventory::collect!(ModelDef);

impl ModelDef {
    /// A table with nothing in it.
    pub const DEFAULT: Self = Self {
        table: NameDef { schema: None, name: "" },
        columns: &[],
        primary_key: PrimaryKeyDef::DEFAULT,
        uniques: &[],
        foreign_keys: &[],
        checks: &[],
        exclusions: &[],
        indexes: &[],
        options: &[],
        comment: None,
        keeps: &[],
        renamed_from: None,
        mark: "",
        file: "",
        line: 0,
    };
}

/// A view as the derive of its struct saw it.
#[derive(Debug, Clone, Copy)]
pub struct ViewDef {
    /// Its name.
    pub view: NameDef,
    /// What it shows.
    pub query: &'static str,
    /// Whether the database keeps its rows.
    pub materialized: bool,
    /// The columns that the struct reads.
    pub columns: &'static [ColumnDef],
    /// Its indexes, where it is materialized.
    pub indexes: &'static [IndexDef],
    /// The databases that it is for, where not all.
    pub only: &'static [&'static str],
    /// The full path of the struct, with what a compiled file is searched for.
    pub mark: &'static str,
    /// Where it was declared.
    pub file: &'static str,
    /// The line of it.
    pub line: u32,
}

inventory::collect!(ViewDef);

/// A file of `CREATE` statements.
#[derive(Debug, Clone, Copy)]
pub struct SqlFileDef {
    /// Where it is, from the folder of the package.
    pub path: &'static str,
    /// What is in it.
    pub text: &'static str,
    /// The databases that it is for, where not all.
    pub only: &'static [&'static str],
    /// Where it was registered.
    pub file: &'static str,
    /// The line of it.
    pub line: u32,
}

inventory::collect!(SqlFileDef);

/// Whether a database is called so among this crate's features.
pub const fn is_backend(name: &str) -> bool {
    let name = name.as_bytes();
    is_whole(name, b"sqlite") || is_whole(name, b"postgres") || is_whole(name, b"mysql")
}

const fn is_whole(name: &[u8], word: &[u8]) -> bool {
    name.len() == word.len() && is_at(name, 0, word)
}

/// Whether the first word of a text is `CREATE`, after blanks and comments.
pub const fn opens_with_create(text: &str) -> bool {
    let text = text.as_bytes();
    let mut at = 0;
    while at < text.len() {
        if text[at].is_ascii_whitespace() {
            at += 1;
        } else if is_at(text, at, b"\xef\xbb\xbf") {
            at += 3;
        } else if is_at(text, at, b"--") || text[at] == b'#' {
            while at < text.len() && text[at] != b'\n' {
                at += 1;
            }
        } else if is_at(text, at, b"/*") {
            at += 2;
            while at < text.len() && !is_at(text, at, b"*/") {
                at += 1;
            }
            at += 2;
        } else {
            let end = at + b"CREATE".len();
            return is_at(text, at, b"CREATE")
                && end < text.len()
                && text[end].is_ascii_whitespace();
        }
    }
    false
}

const fn is_at(text: &[u8], at: usize, word: &[u8]) -> bool {
    let mut place = 0;
    while place < word.len() {
        if at + place >= text.len() || !text[at + place].eq_ignore_ascii_case(&word[place]) {
            return false;
        }
        place += 1;
    }
    true
}

/// The name of a table or type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NameDef {
    /// The namespace, where it isn't the default one.
    pub schema: Option<&'static str>,
    /// The name alone.
    pub name: &'static str,
}

/// One column.
#[derive(Debug, Clone, Copy)]
pub struct ColumnDef {
    /// Its name.
    pub name: &'static str,
    /// What it holds.
    pub ty: TypeDef,
    /// Whether it may be NULL.
    pub nullable: bool,
    /// What a row gets that says nothing.
    pub default: Option<DefaultDef>,
    /// How it is counted up.
    pub generation: GenerationDef,
    /// The expression that it always is, and whether it is stored.
    pub generated: Option<(&'static str, bool)>,
    /// Its collation.
    pub collation: Option<&'static str>,
    /// Its character set.
    pub charset: Option<&'static str>,
    /// MySQL's `ON UPDATE` expression.
    pub on_update: Option<&'static str>,
    /// The comment for the database.
    pub comment: Option<&'static str>,
    /// The column's name before.
    pub renamed_from: Option<&'static str>,
    /// Further properties.
    pub options: &'static [(&'static str, &'static str)],
}

impl ColumnDef {
    /// A required boolean without a name.
    pub const DEFAULT: Self = Self {
        name: "",
        ty: TypeDef::Bool,
        nullable: false,
        default: None,
        generation: GenerationDef::None,
        generated: None,
        collation: None,
        charset: None,
        on_update: None,
        comment: None,
        renamed_from: None,
        options: &[],
    };
}

/// [`LogicalType`](crate::schema::LogicalType) as a constant.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is the logical type of the same name")]
pub enum TypeDef {
    Bool,
    TinyInt,
    SmallInt,
    Integer,
    BigInt,
    UnsignedTinyInt,
    UnsignedSmallInt,
    UnsignedInteger,
    UnsignedBigInt,
    Float,
    Double,
    Decimal { precision: Option<u32>, scale: Option<u32> },
    Units { precision: u32, scale: u32 },
    Text { max_length: Option<u32> },
    Binary { max_length: Option<u32> },
    Date,
    Time,
    Timestamp,
    TimestampTz,
    Uuid,
    Json,
    Jsonb,
    Array(&'static TypeDef),
    Enum(&'static EnumDef),
    Native(&'static str),
}

/// An enumeration as its derive saw it.
#[derive(Debug, Clone, Copy)]
pub struct EnumDef {
    /// Its name.
    pub name: NameDef,
    /// Its values in their order, each with the text it was before.
    pub values: &'static [(&'static str, Option<&'static str>)],
    /// The type's name before.
    pub renamed_from: Option<&'static str>,
    /// The full path of the Rust type.
    pub rust_type: &'static str,
}

/// [`DefaultValue`](crate::schema::DefaultValue) as a constant.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "each is the default or literal of the same name")]
pub enum DefaultDef {
    Bool(bool),
    Integer(i128),
    Float(&'static str),
    Text(&'static str),
    Bytes(&'static [u8]),
    Now,
    Sql(&'static str),
}

/// How a column counts, before a database was chosen.
#[derive(Debug, Clone, Copy)]
pub enum GenerationDef {
    /// It does not.
    None,
    /// By whatever the database has.
    Auto(AutoDef),
}

/// What is said of a column that the database counts up.
#[derive(Debug, Clone, Copy)]
pub struct AutoDef {
    /// SQLite: never use a number again.
    pub strict: bool,
    /// PostgreSQL: no other value is taken.
    pub always: bool,
    /// PostgreSQL: the first value.
    pub start: Option<i64>,
    /// PostgreSQL: the step.
    pub increment: Option<i64>,
    /// PostgreSQL: the least value.
    pub min: Option<i64>,
    /// PostgreSQL: the greatest value.
    pub max: Option<i64>,
    /// PostgreSQL: it starts again at the end.
    pub cycle: bool,
}

impl AutoDef {
    /// Counted, and nothing more to it.
    pub const DEFAULT: Self = Self {
        strict: false,
        always: false,
        start: None,
        increment: None,
        min: None,
        max: None,
        cycle: false,
    };
}

/// A primary key.
#[derive(Debug, Clone, Copy)]
pub struct PrimaryKeyDef {
    /// Its name.
    pub name: &'static str,
    /// Its columns in key order.
    pub columns: &'static [&'static str],
}

impl PrimaryKeyDef {
    /// A key of no columns.
    pub const DEFAULT: Self = Self { name: "", columns: &[] };
}

/// A unique constraint.
#[derive(Debug, Clone, Copy)]
pub struct UniqueDef {
    /// Its name.
    pub name: &'static str,
    /// Its columns in key order.
    pub columns: &'static [&'static str],
    /// PostgreSQL: further columns in the index.
    pub include: &'static [&'static str],
    /// PostgreSQL 15: two NULLs count as equal.
    pub nulls_not_distinct: bool,
    /// When it is looked at.
    pub deferrable: Deferrable,
    /// The constraint's name before.
    pub renamed_from: Option<&'static str>,
}

impl UniqueDef {
    /// A constraint on no columns.
    pub const DEFAULT: Self = Self {
        name: "",
        columns: &[],
        include: &[],
        nulls_not_distinct: false,
        deferrable: Deferrable::No,
        renamed_from: None,
    };
}

/// A foreign key.
#[derive(Debug, Clone, Copy)]
pub struct ForeignKeyDef {
    /// Its name.
    pub name: &'static str,
    /// The columns that hold it.
    pub columns: &'static [&'static str],
    /// The table it leads to.
    pub references: NameDef,
    /// The columns it leads to.
    pub referenced_columns: &'static [&'static str],
    /// When the parent row goes.
    pub on_delete: ReferentialAction,
    /// When the parent's key changes.
    pub on_update: ReferentialAction,
    /// When it is looked at.
    pub deferrable: Deferrable,
    /// PostgreSQL: `MATCH FULL`.
    pub match_full: bool,
    /// PostgreSQL: the columns that `SET NULL` and `SET DEFAULT` are for, where not all.
    pub on_delete_columns: &'static [&'static str],
    /// PostgreSQL: rows that were there before are not looked at.
    pub not_valid: bool,
    /// The constraint's name before.
    pub renamed_from: Option<&'static str>,
}

impl ForeignKeyDef {
    /// A key that leads nowhere.
    pub const DEFAULT: Self = Self {
        name: "",
        columns: &[],
        references: NameDef { schema: None, name: "" },
        referenced_columns: &[],
        on_delete: ReferentialAction::NoAction,
        on_update: ReferentialAction::NoAction,
        deferrable: Deferrable::No,
        match_full: false,
        on_delete_columns: &[],
        not_valid: false,
        renamed_from: None,
    };
}

/// A check constraint.
#[derive(Debug, Clone, Copy)]
pub struct CheckDef {
    /// Its name.
    pub name: &'static str,
    /// The condition.
    pub expression: &'static str,
    /// PostgreSQL: rows that were there before are not looked at.
    pub not_valid: bool,
    /// PostgreSQL: tables that inherit don't have it.
    pub no_inherit: bool,
    /// The constraint's name before.
    pub renamed_from: Option<&'static str>,
}

impl CheckDef {
    /// A condition that says nothing.
    pub const DEFAULT: Self =
        Self { name: "", expression: "", not_valid: false, no_inherit: false, renamed_from: None };
}

/// An exclusion constraint of PostgreSQL.
#[derive(Debug, Clone, Copy)]
pub struct ExclusionDef {
    /// Its name.
    pub name: &'static str,
    /// What follows `EXCLUDE`.
    pub definition: &'static str,
}
