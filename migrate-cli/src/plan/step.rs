//! The statements that the databases share until each has a vocabulary of its own.

use model_core::schema::{
    Check, Column, EnumType, Exclusion, Extension, ForeignKey, Index, PrimaryKey, QualifiedName,
    Sequence, Table, Unique,
};

use super::Statement;

/// A step with the function that writes it.
#[derive(Debug, Clone)]
pub struct Rendered {
    /// The step.
    pub step: Step,
    /// The database's renderer.
    pub render: fn(&Step) -> String,
}

impl Statement for Rendered {
    fn sql(&self) -> String {
        (self.render)(&self.step)
    }
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
    DropEnum(QualifiedName),
    /// `ALTER TYPE … RENAME TO`
    RenameEnum {
        /// The name it has.
        from: QualifiedName,
        /// The name it gets.
        to: QualifiedName,
    },
    /// `ALTER TYPE … RENAME VALUE`
    RenameEnumValue {
        /// The type.
        name: QualifiedName,
        /// The value it has.
        from: String,
        /// The value it gets.
        to: String,
    },
    /// `ALTER TYPE … ADD VALUE`
    AddEnumValue {
        /// The type.
        name: QualifiedName,
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
    DropSequence(QualifiedName),
    /// `CREATE TABLE` with all that is in the value, indexes excepted.
    CreateTable(Table),
    /// `DROP TABLE`
    DropTable(QualifiedName),
    /// `ALTER TABLE … RENAME TO`
    RenameTable {
        /// The name it has.
        from: QualifiedName,
        /// The name it gets.
        to: QualifiedName,
    },
    /// `ALTER TABLE` with its clauses.
    AlterTable {
        /// The table.
        table: QualifiedName,
        /// In order; never empty.
        clauses: Vec<Clause>,
    },
    /// `CREATE INDEX`
    CreateIndex {
        /// The table.
        table: QualifiedName,
        /// The index.
        index: Index,
    },
    /// `DROP INDEX`
    DropIndex {
        /// The table.
        table: QualifiedName,
        /// The index's name.
        name: String,
    },
    /// `ALTER INDEX … RENAME TO`
    RenameIndex {
        /// The table.
        table: QualifiedName,
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `COMMENT ON`
    Comment {
        /// The table.
        table: QualifiedName,
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
    /// A clause that only one database has, as that database's planner wrote it.
    #[allow(clippy::enum_variant_names)]
    Clause(String),
}
