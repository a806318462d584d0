//! Every statement of MariaDB and MySQL that a plan is made of, as a value.

use std::collections::BTreeMap;

use model_core::schema::{
    Check, Column, DefaultValue, ForeignKey, Index, ObjectKind, PrimaryKey, QualifiedName,
    SchemaObject, Sequence, Table,
};
use nonempty::NonEmpty;

use super::options::TableSetting;

/// One statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// `CREATE SEQUENCE` (MariaDB)
    CreateSequence(Sequence),
    /// `ALTER SEQUENCE` (MariaDB): all that it will be.
    AlterSequence(Sequence),
    /// `DROP SEQUENCE` (MariaDB)
    DropSequence(QualifiedName),
    /// `CREATE TABLE` with all that is in the value.
    CreateTable(Box<Table>),
    /// `CREATE TEMPORARY TABLE`
    CreateTemporaryTable(Box<Table>),
    /// `DROP TABLE`
    DropTable(QualifiedName),
    /// `DROP TEMPORARY TABLE IF EXISTS`
    DropTemporaryTable(QualifiedName),
    /// `SHOW CREATE TABLE`
    ShowCreateTable(QualifiedName),
    /// `SHOW FULL COLUMNS`
    ShowColumns(QualifiedName),
    /// `RENAME TABLE` with all renames, one after the other.
    RenameTables(NonEmpty<(QualifiedName, QualifiedName)>),
    /// `ALTER TABLE` with its clauses: to the server one step, done whole or not at all.
    AlterTable {
        /// The table.
        table: QualifiedName,
        /// In order.
        clauses: Box<NonEmpty<Clause>>,
    },
    /// `ALTER TABLE … PARTITION BY`: it takes no other clauses beside it.
    PartitionTable {
        /// The table.
        table: QualifiedName,
        /// All that follows `PARTITION BY`.
        by: String,
    },
    /// `ALTER TABLE … ADD PARTITION`
    AddPartitions {
        /// The table.
        table: QualifiedName,
        /// Each as the server writes it.
        partitions: Vec<String>,
    },
    /// `ALTER TABLE … REORGANIZE PARTITION`
    ReorganizePartitions {
        /// The table.
        table: QualifiedName,
        /// The names of those that are there, as the server writes them.
        from: Vec<String>,
        /// What they become, each as the server writes it.
        into: Vec<String>,
    },
    /// `ALTER TABLE … REMOVE PARTITIONING`
    RemovePartitioning(QualifiedName),
    /// `CREATE` of a view, trigger, routine or event.
    CreateObject(Box<SchemaObject>),
    /// `CREATE OR REPLACE`
    ReplaceObject(Box<SchemaObject>),
    /// `DROP`
    DropObject {
        /// What it is.
        kind: ObjectKind,
        /// Its name.
        name: QualifiedName,
    },
    /// `GRANT` on a routine.
    Grant(String),
    /// `UPDATE`
    Update {
        /// The table.
        table: QualifiedName,
        /// What each column gets.
        assignments: NonEmpty<(String, Value)>,
        /// The rows that are changed; none: all.
        rows: Option<Rows>,
    },
    /// Sets `sql_mode`, and keeps its old value aside.
    ChangeSqlMode {
        /// Modes that are taken out.
        without: Vec<SqlMode>,
        /// Modes that are put in.
        with: Vec<SqlMode>,
    },
    /// Sets `sql_mode` to this, or to what everybody has, and keeps its old value aside.
    UseSqlMode(Option<String>),
    /// Sets `sql_mode` to what was kept aside.
    RestoreSqlMode,
    /// Has foreign keys not checked, and keeps the old setting aside.
    SuspendForeignKeyChecks,
    /// Sets that to what was kept aside.
    RestoreForeignKeyChecks,
    /// Has points in time read as UTC, and keeps the old time zone aside.
    ChangeTimeZone,
    /// Sets the time zone, and keeps the old one aside.
    UseTimeZone(String),
    /// Sets the time zone to what was kept aside.
    RestoreTimeZone,
    /// Has texts compared by this collation, and keeps the old one aside.
    UseCollation(String),
    /// Sets that to what was kept aside.
    RestoreCollation,
    /// Allows changes of system-versioned tables, history and all, and keeps the old setting aside
    /// (MariaDB).
    AllowChangesOfHistory,
    /// Sets that to what was kept aside.
    RestoreChangesOfHistory,
}

impl Statement {
    /// `ALTER TABLE`, where there is something to alter.
    pub fn alter(table: &QualifiedName, clauses: Vec<Clause>) -> Option<Self> {
        let clauses = Box::new(NonEmpty::from_vec(clauses)?);
        Some(Self::AlterTable { table: table.clone(), clauses })
    }
}

/// One clause of `ALTER TABLE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// `ADD COLUMN`
    AddColumn {
        /// All of it.
        column: ColumnDefinition,
        /// Where it goes.
        place: Place,
    },
    /// `DROP COLUMN`
    DropColumn(String),
    /// `RENAME COLUMN`
    RenameColumn {
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `MODIFY COLUMN`, and `CHANGE COLUMN` where the name changes: the whole column again.
    ChangeColumn {
        /// The name it has.
        from: String,
        /// All that it will be.
        to: ColumnDefinition,
        /// Where it goes.
        place: Place,
    },
    /// `ADD PRIMARY KEY`
    AddPrimaryKey {
        /// The key.
        key: PrimaryKey,
        /// The size of its blocks, where it is not the table's from before.
        block_size: Option<u32>,
    },
    /// `DROP PRIMARY KEY`
    DropPrimaryKey,
    /// `ADD INDEX`
    AddIndex(Index),
    /// `DROP INDEX`
    DropIndex(String),
    /// `RENAME INDEX`
    RenameIndex {
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `ALTER INDEX`
    SetVisibility {
        /// The index.
        index: String,
        /// Whether the optimizer uses it from now on.
        visibility: Visibility,
    },
    /// `ADD FOREIGN KEY`
    AddForeignKey(ForeignKey),
    /// `ADD FOREIGN KEY` to a table that is not there. Where one is added, MariaDB takes `RESTRICT` for
    /// `NO ACTION`; what says nothing is `RESTRICT`.
    AddDanglingForeignKey(ForeignKey),
    /// `DROP FOREIGN KEY`
    DropForeignKey(String),
    /// `ADD CHECK`
    AddCheck(Check),
    /// `ADD CHECK` that stops the migration where there are rows that it is not for.
    AddGuard(Guard),
    /// `DROP CONSTRAINT` of a check.
    DropCheck(String),
    /// `ALTER CHECK … [NOT] ENFORCED` (MySQL)
    EnforceCheck {
        /// The check.
        check: String,
        /// Whether it holds from now on.
        enforced: bool,
    },
    /// One of the table's own settings.
    Set(TableSetting),
    /// `ADD SYSTEM VERSIONING` (MariaDB)
    AddSystemVersioning,
    /// `DROP SYSTEM VERSIONING` (MariaDB)
    DropSystemVersioning,
}

/// A column as `CREATE TABLE` and `MODIFY` take it. What is left out here is lost in a MODIFY.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnDefinition {
    /// The column.
    pub column: Column,
    /// The condition of the check that belongs to it alone.
    pub check: Option<String>,
}

impl ColumnDefinition {
    /// A column of a table, with its own check.
    pub fn new(table: &Table, column: &Column) -> Self {
        let own = |check: &&Check| check.column.as_ref() == Some(&column.name);
        let check = table.checks.iter().find(own).map(|check| check.expression.clone());
        Self { column: column.clone(), check }
    }

    /// The column for a moment in which its rows get a value by its default.
    pub fn with_default(&self, value: &str) -> Self {
        let default = Some(DefaultValue::Sql(value.to_owned()));
        Self { column: Column { default, ..self.column.clone() }, check: self.check.clone() }
    }

    /// The column for a moment in which its rows have no value yet.
    pub fn without_value(&self) -> Self {
        let column = Column { nullable: true, default: None, ..self.column.clone() };
        Self { column, check: None }
    }
}

/// Where a column goes.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Place {
    /// Before all others.
    First,
    /// Behind this one.
    After(String),
    /// Behind all others, or where it is.
    #[default]
    Last,
}

/// Whether the optimizer uses an index. The two servers have words of their own for it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Visibility {
    /// `IGNORED` (MariaDB)
    Ignored,
    /// `NOT IGNORED` (MariaDB)
    NotIgnored,
    /// `INVISIBLE` (MySQL)
    Invisible,
    /// `VISIBLE` (MySQL)
    Visible,
}

/// A check that is there for a moment only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Guard {
    /// Its name, which is all that the server tells when it fails.
    pub name: String,
    /// The rows that it lets through.
    pub lets_through: GuardedRows,
}

/// The rows that a guard lets through.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum GuardedRows {
    /// None: the table has to be empty.
    None,
    /// Those in which all of these columns are NULL.
    AllNull(NonEmpty<String>),
}

/// What a column is set to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Value {
    /// What an expression gives for each row.
    Expression(String),
    /// The value of a column.
    Of(String),
    /// The value that it has, or the new one where it has an old one.
    Replaced(BTreeMap<String, String>),
}

/// Some rows of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Rows {
    /// Those in which a column is NULL.
    WithNull(String),
    /// Those in which one of the columns has one of its values.
    WithAny(NonEmpty<(String, Vec<String>)>),
}

/// A mode of `sql_mode`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum SqlMode {
    /// A backslash in a text is a character like another.
    NoBackslashEscapes,
    /// A value that does not fit is an error rather than cut or made 0 in silence.
    StrictAllTables,
    /// A 0 stays a 0 in a column that counts.
    NoAutoValueOnZero,
    /// A date of nothing but zeros is an error.
    NoZeroDate,
    /// A date with a zero for the day or the month is an error.
    NoZeroInDate,
    /// `"` is a quote of names.
    AnsiQuotes,
}
