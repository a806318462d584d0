//! The statements of PostgreSQL that a migration is made of, as values.

mod clause;
mod expression;
mod object;
mod partition;
mod sequence;

use model_core::schema::{
    Collation, EnumType, Extension, Index, QualifiedName, SequenceOptions, Table,
};
use nonempty::NonEmpty;

pub use clause::{Clause, ReplicaIdentity, StandardIdentity};
pub use expression::Expression;
pub use object::{AttributeChange, DomainChange, Granted, ObjectStatement};
pub use partition::{PartitionStatement, RowValue};
pub use sequence::SequenceChanges;

/// One statement. Names are unquoted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Statement {
    /// `CREATE SCHEMA`
    CreateNamespace(String),
    /// `CREATE SCHEMA IF NOT EXISTS`
    EnsureNamespace(String),
    /// `DROP SCHEMA`
    DropNamespace(String),
    /// `CREATE EXTENSION IF NOT EXISTS`
    CreateExtension(Extension),
    /// `ALTER EXTENSION … SET SCHEMA`
    MoveExtension {
        /// The extension.
        extension: String,
        /// The namespace.
        to: String,
    },
    /// `CREATE TYPE … AS ENUM`
    CreateEnum(EnumType),
    /// `DROP TYPE`
    DropEnum(QualifiedName),
    /// `ALTER TYPE … SET SCHEMA`
    MoveEnum {
        /// The type.
        of: QualifiedName,
        /// The namespace.
        to: String,
    },
    /// `ALTER TYPE … RENAME TO`
    RenameEnum(Rename),
    /// `ALTER TYPE … RENAME VALUE`
    RenameEnumValue {
        /// The type.
        of: QualifiedName,
        /// The value it has.
        from: String,
        /// The value it gets.
        to: String,
    },
    /// `ALTER TYPE … ADD VALUE`
    AddEnumValue {
        /// The type.
        to: QualifiedName,
        /// The new value.
        value: String,
        /// The value that it comes before; at the end without one.
        before: Option<String>,
    },
    /// `CREATE SEQUENCE`
    CreateSequence {
        /// Its name.
        name: QualifiedName,
        /// What it counts.
        options: SequenceOptions,
    },
    /// `ALTER SEQUENCE`
    AlterSequence {
        /// Its name.
        name: QualifiedName,
        /// What of it changes.
        changes: SequenceChanges,
    },
    /// `ALTER SEQUENCE … OWNED BY`
    SetSequenceOwner {
        /// The sequence.
        sequence: QualifiedName,
        /// The column that it goes with; none lets go of it.
        owner: Option<ColumnName>,
    },
    /// `ALTER SEQUENCE … RENAME TO`
    RenameSequence(Rename),
    /// `DROP SEQUENCE`
    DropSequence(QualifiedName),
    /// `setval` to where a sequence stands, or to the nearest value in the range.
    CopyCount {
        /// The sequence that goes on from there. It may be the same.
        to: QualifiedName,
        /// The sequence that stands there.
        from: QualifiedName,
        /// The range.
        range: Range,
    },
    /// `setval` to the last value that a column has, where one is in the range.
    CountOn {
        /// The sequence.
        sequence: QualifiedName,
        /// The column.
        column: ColumnName,
        /// Whether the least value is the last.
        downwards: bool,
        /// The range.
        range: Range,
    },
    /// `CREATE TABLE` with all that is in the value but the indexes.
    CreateTable(Box<Table>),
    /// `DROP TABLE`
    DropTable(QualifiedName),
    /// `ALTER TABLE … RENAME TO`
    RenameTable(Rename),
    /// `ALTER TABLE … SET SCHEMA`
    MoveTable {
        /// The table.
        table: QualifiedName,
        /// The namespace.
        to: String,
    },
    /// `ALTER TABLE … RENAME COLUMN`
    RenameColumn {
        /// The column.
        column: ColumnName,
        /// The name it gets.
        to: String,
    },
    /// `ALTER TABLE … RENAME CONSTRAINT`
    RenameConstraint {
        /// The table.
        table: QualifiedName,
        /// The name it has.
        from: String,
        /// The name it gets.
        to: String,
    },
    /// `ALTER TABLE` with clauses.
    AlterTable {
        /// The table.
        table: QualifiedName,
        /// In order.
        clauses: NonEmpty<Clause>,
    },
    /// `UPDATE … SET`: a value for the rows that are there.
    Fill {
        /// The column.
        column: ColumnName,
        /// The value, as a person wrote it.
        value: String,
        /// Only where it is NULL.
        only_null: bool,
    },
    /// `UPDATE … SET`: what a column is, kept in another one.
    Copy {
        /// The column that it is kept in.
        to: ColumnName,
        /// The column, of the same table.
        from: String,
    },
    /// About partitions, and rows that go from one table to another.
    Partition(PartitionStatement),
    /// `CREATE INDEX`
    CreateIndex {
        /// The table.
        table: QualifiedName,
        /// The index.
        index: Box<Index>,
    },
    /// `DROP INDEX`
    DropIndex(QualifiedName),
    /// `ALTER INDEX … RENAME TO`
    RenameIndex(Rename),
    /// `ALTER INDEX … SET`
    SetIndexParameters {
        /// The index.
        index: QualifiedName,
        /// Storage parameters.
        parameters: NonEmpty<(String, String)>,
    },
    /// `ALTER INDEX … RESET`
    ResetIndexParameters {
        /// The index.
        index: QualifiedName,
        /// Storage parameters.
        parameters: NonEmpty<String>,
    },
    /// `ALTER INDEX … ALTER COLUMN … SET STATISTICS`
    SetIndexStatistics {
        /// The index.
        index: QualifiedName,
        /// The place of the expression in it, from 1.
        place: usize,
        /// How much is collected.
        target: i32,
    },
    /// `CREATE COLLATION`
    CreateCollation(Collation),
    /// `DROP COLLATION`
    DropCollation(QualifiedName),
    /// `ALTER COLLATION … RENAME TO`
    RenameCollation(Rename),
    /// About a view, function, trigger …
    Object(ObjectStatement),
    /// `COMMENT ON`
    Comment {
        /// What it is about.
        on: Commented,
        /// The comment; none takes it away.
        text: Option<String>,
    },
}

/// Another name in the same namespace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rename {
    /// The name it has.
    pub from: QualifiedName,
    /// The name it gets.
    pub to: String,
}

/// A column of a table.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnName {
    /// The table.
    pub table: QualifiedName,
    /// The column.
    pub column: String,
}

/// The values that a sequence may have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Range {
    /// The least of them.
    pub least: i64,
    /// The greatest of them.
    pub greatest: i64,
}

/// What a comment is about.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Commented {
    /// A table.
    Table(QualifiedName),
    /// A column.
    Column(ColumnName),
    /// A constraint.
    Constraint {
        /// The table.
        table: QualifiedName,
        /// The constraint.
        name: String,
    },
    /// A constraint of a domain.
    DomainCheck {
        /// The domain.
        domain: QualifiedName,
        /// The constraint.
        name: String,
    },
    /// An index.
    Index(QualifiedName),
    /// A collation.
    Collation(QualifiedName),
}

impl Statement {
    /// `ALTER TABLE`, where there is anything to alter.
    pub fn alter(table: &QualifiedName, clauses: impl IntoIterator<Item = Clause>) -> Option<Self> {
        let clauses = NonEmpty::collect(clauses)?;
        Some(Self::AlterTable { table: table.clone(), clauses })
    }

    /// `ALTER TABLE` with one clause.
    pub fn alter_by(table: &QualifiedName, clause: Clause) -> Self {
        Self::AlterTable { table: table.clone(), clauses: NonEmpty::new(clause) }
    }

    /// `ALTER SEQUENCE`, where anything differs.
    pub fn alter_sequence(
        name: &QualifiedName,
        before: &SequenceOptions,
        after: &SequenceOptions,
    ) -> Option<Self> {
        let changes = SequenceChanges::between(before, after)?;
        Some(Self::AlterSequence { name: name.clone(), changes })
    }
}

impl ColumnName {
    /// A column of a table.
    pub fn new(table: &QualifiedName, column: &str) -> Self {
        Self { table: table.clone(), column: column.to_owned() }
    }
}

impl Range {
    /// The range of a sequence.
    pub fn of(options: &SequenceOptions) -> Self {
        Self { least: options.min.unwrap_or(1), greatest: options.max.unwrap_or(i64::MAX) }
    }
}
