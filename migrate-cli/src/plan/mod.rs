//! Puts differences into an order in which a database can run them: steps as data, no SQL.

pub(crate) mod kind;
mod order;

use model_core::schema::{
    Check, Column, EnumType, Exclusion, Extension, ForeignKey, Index, PrimaryKey, Sequence, Table,
    TableName, Unique,
};

pub use order::creation_order;

/// Everything to be run, in order. Several parts are several migrations, where one transaction
/// can't hold it all.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Plan {
    /// At least one, unless there is nothing to do.
    pub parts: Vec<Part>,
}

/// What one migration runs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// In order.
    pub steps: Vec<Step>,
    /// Whether Diesel is to wrap it in a transaction (`run_in_transaction` of `metadata.toml`).
    pub transaction: bool,
}

impl Plan {
    /// One migration in a transaction; none where there are no steps.
    pub fn transactional(steps: Vec<Step>) -> Self {
        if steps.is_empty() {
            return Self::default();
        }
        Self { parts: vec![Part { steps, transaction: true }] }
    }
}

/// Why there is no way from one schema to the other.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// A change that would damage something that is only seen, or that no statement can make.
    #[error("{object}: {problem}; {advice}")]
    Refused {
        /// The table, column or other object.
        object: String,
        /// What can't be done, and why.
        problem: String,
        /// What to do next.
        advice: String,
    },
}

/// One statement, or the few that belong together, as data.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// `CREATE SCHEMA`
    CreateNamespace(String),
    /// `DROP SCHEMA`
    DropNamespace(String),
    /// `CREATE EXTENSION`
    CreateExtension(Extension),
    /// `CREATE TYPE … AS ENUM`
    CreateEnum(EnumType),
    /// `DROP TYPE`
    DropEnum(TableName),
    /// `ALTER TYPE … RENAME TO`
    RenameEnum {
        /// The name it has.
        from: TableName,
        /// The name it gets.
        to: TableName,
    },
    /// `ALTER TYPE … RENAME VALUE`
    RenameEnumValue {
        /// The type.
        name: TableName,
        /// The value it has.
        from: String,
        /// The value it gets.
        to: String,
    },
    /// `ALTER TYPE … ADD VALUE`
    AddEnumValue {
        /// The type.
        name: TableName,
        /// The new value.
        value: String,
        /// The existing value it comes before; at the end without one.
        before: Option<String>,
    },
    /// `CREATE SEQUENCE`
    CreateSequence(Sequence),
    /// `ALTER SEQUENCE`
    AlterSequence {
        /// As it is.
        before: Sequence,
        /// As it will be.
        after: Sequence,
    },
    /// `DROP SEQUENCE`
    DropSequence(TableName),
    /// `CREATE TABLE` with all that is in the value, indexes excepted.
    CreateTable(Table),
    /// `DROP TABLE`
    DropTable(TableName),
    /// `ALTER TABLE … RENAME TO`
    RenameTable {
        /// The name it has.
        from: TableName,
        /// The name it gets.
        to: TableName,
    },
    /// `ALTER TABLE` with its clauses.
    AlterTable {
        /// The table.
        table: TableName,
        /// In order; never empty.
        clauses: Vec<Clause>,
    },
    /// `CREATE INDEX`
    CreateIndex {
        /// The table.
        table: TableName,
        /// The index.
        index: Index,
    },
    /// `DROP INDEX`
    DropIndex {
        /// The table.
        table: TableName,
        /// The index's name.
        name: String,
    },
    /// `ALTER INDEX … RENAME TO`
    RenameIndex {
        /// The table.
        table: TableName,
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `COMMENT ON`
    Comment {
        /// The table.
        table: TableName,
        /// Its column, or the table itself.
        column: Option<String>,
        /// The comment; none takes it away.
        text: Option<String>,
    },
    /// A statement that only one database has, as that database's planner wrote it.
    Statement(String),
}

/// One clause of `ALTER TABLE`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// `ADD COLUMN`
    AddColumn(Column),
    /// `DROP COLUMN`
    DropColumn(String),
    /// `RENAME COLUMN`
    RenameColumn {
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `MODIFY COLUMN`, `CHANGE COLUMN`: the whole column again (MySQL).
    ChangeColumn {
        /// The name it has.
        from: String,
        /// All that it will be.
        to: Column,
    },
    /// `ALTER COLUMN … TYPE` (PostgreSQL)
    SetType {
        /// The column, as it will be.
        column: Column,
        /// The `USING` expression.
        using: Option<String>,
    },
    /// `ALTER COLUMN … SET/DROP NOT NULL`
    SetNullable {
        /// The column's name.
        column: String,
        /// Whether NULL is allowed from now on.
        nullable: bool,
    },
    /// `ALTER COLUMN … SET/DROP DEFAULT`
    SetDefault {
        /// The column's name.
        column: String,
        /// The expression; none takes it away.
        expression: Option<String>,
    },
    /// `ADD PRIMARY KEY`
    AddPrimaryKey(PrimaryKey),
    /// `DROP PRIMARY KEY`
    DropPrimaryKey(PrimaryKey),
    /// `ADD UNIQUE`
    AddUnique(Unique),
    /// `ADD FOREIGN KEY`
    AddForeignKey(ForeignKey),
    /// `ADD CHECK`
    AddCheck(Check),
    /// `ADD EXCLUDE`
    AddExclusion(Exclusion),
    /// `DROP CONSTRAINT`
    DropConstraint(String),
    /// `DROP FOREIGN KEY`
    DropForeignKey(String),
    /// `RENAME CONSTRAINT`
    RenameConstraint {
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `ADD INDEX` (MySQL)
    AddIndex(Index),
    /// `DROP INDEX` (MySQL)
    DropIndex(String),
    /// `RENAME INDEX` (MySQL)
    RenameIndex {
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// A clause that only one database has, as that database's planner wrote it.
    Clause(String),
}
