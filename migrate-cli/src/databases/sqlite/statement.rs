//! The statements of SQLite that a migration is made of, as values.

use model_core::schema::{Check, Column, ForeignKey, Index, ObjectKind, SchemaObject, Table};

use crate::diff::Values;

/// One statement. Names are unquoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// `CREATE TABLE` with all that is in the value, indexes excepted.
    CreateTable(Table),
    /// `CREATE TABLE … AS SELECT`: keeps rows while their table is made anew.
    KeepRows {
        /// The table that keeps them.
        aside: String,
        /// The columns that are kept.
        columns: Vec<Kept>,
        /// The table that has them.
        from: String,
    },
    /// `DROP TABLE`
    DropTable(String),
    /// `ALTER TABLE … RENAME TO`
    RenameTable {
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `ALTER TABLE … ADD COLUMN`
    AddColumn {
        /// The table.
        table: String,
        /// The column.
        column: Column,
        /// The foreign keys that are the column's alone.
        foreign_keys: Vec<ForeignKey>,
        /// The checks that are the column's alone.
        checks: Vec<Check>,
    },
    /// `ALTER TABLE … DROP COLUMN`
    DropColumn {
        /// The table.
        table: String,
        /// The column.
        column: String,
    },
    /// `ALTER TABLE … RENAME COLUMN`
    RenameColumn {
        /// The table.
        table: String,
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `CREATE INDEX`
    CreateIndex {
        /// The table.
        table: String,
        /// The index.
        index: Index,
    },
    /// `DROP INDEX`
    DropIndex(String),
    /// A view, trigger or virtual table, as SQLite keeps its text.
    CreateObject(String),
    /// Fills a full-text index from the table whose text it is of.
    FillIndex(String),
    /// `DROP VIEW`
    DropView(String),
    /// `DROP TRIGGER`
    DropTrigger(String),
    /// `INSERT INTO … SELECT`
    CopyRows {
        /// The table that gets the rows.
        into: String,
        /// `OR ABORT`: whatever the table's own conflict clauses say, no row is left out.
        or_abort: bool,
        /// The columns, each with what goes into it.
        columns: Vec<(String, Value)>,
        /// The table that has the rows.
        from: String,
    },
    /// Gives a table the `AUTOINCREMENT` counter of another.
    CopyCounter {
        /// The table that has it.
        from: String,
        /// The table that gets it.
        to: String,
    },
    /// Forgets a table's `AUTOINCREMENT` counter.
    ForgetCounter(String),
    /// `PRAGMA foreign_keys = OFF`
    IgnoreForeignKeys,
    /// `PRAGMA foreign_keys = ON`
    EnforceForeignKeys,
    /// `PRAGMA defer_foreign_keys = ON`
    DeferForeignKeys,
    /// `PRAGMA legacy_alter_table`: whether a renamed table keeps those that lead to it.
    LegacyAlterTable(bool),
    /// `BEGIN IMMEDIATE`
    Begin,
    /// `COMMIT`
    Commit,
    /// A temporary table that fails when more rows have lost their parent than is written in it.
    CreateOrphanCount {
        /// The temporary table.
        name: String,
        /// The tables whose rows are counted.
        children: Vec<String>,
    },
    /// Writes how many rows have no parent before the migration.
    CountOrphans {
        /// The temporary table.
        name: String,
        /// Each table with the name under which its rows are counted now. `None`: it has none.
        children: Vec<(String, Option<String>)>,
    },
    /// Takes off how many have none now; more than before fails.
    CompareOrphans(String),
    /// `DROP TABLE` of a temporary table.
    DropTemporaryTable(String),
}

impl Statement {
    /// The statement that drops a view, trigger or virtual table.
    pub fn drop_object(object: &SchemaObject) -> Self {
        let name = object.name.name.clone();
        match object.kind {
            ObjectKind::Trigger => Self::DropTrigger(name),
            ObjectKind::Table => Self::DropTable(name),
            _ => Self::DropView(name),
        }
    }
}

/// A column that is kept aside.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kept {
    /// A column.
    Column(String),
    /// The rowid, by a name that no column has.
    Rowid(&'static str),
}

/// What goes into a column of a copied row.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// The row's own value.
    Column(String),
    /// The rowid, by a name that no column has.
    Rowid(&'static str),
    /// An expression that a person wrote.
    Expression(String),
    /// The row's own value as another kind of value.
    Cast(String, CastTo),
    /// A value under its new name, where it is one of those that got another.
    Renamed(Box<Value>, Values),
    /// A value, or what a person gave for NULL.
    Filled(Box<Value>, String),
}

/// What a value is cast to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CastTo {
    /// Bytes.
    Blob,
    /// Text.
    Text,
}
