use model_core::schema::{
    Check, Column, Exclusion, ForeignKey, NotNull, PrimaryKey, QualifiedName, SequenceOptions,
    Unique,
};
use nonempty::NonEmpty;

use super::expression::Expression;

/// One clause of `ALTER TABLE`, of those that go together in one statement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Clause {
    /// `ADD COLUMN`
    AddColumn(Box<Column>),
    /// `DROP COLUMN`
    DropColumn(String),
    /// `ALTER COLUMN … TYPE`
    SetType {
        /// The column.
        column: String,
        /// The type, as the server prints it.
        ty: String,
        /// The collation.
        collation: Option<String>,
        /// What becomes of the values, where a cast of the server's own won't do.
        using: Option<Expression>,
    },
    /// `ALTER COLUMN … SET NOT NULL`
    SetNotNull(String),
    /// `ADD CONSTRAINT … NOT NULL`
    AddNotNull {
        /// The column.
        column: String,
        /// The constraint.
        constraint: NotNull,
    },
    /// `ALTER COLUMN … DROP NOT NULL`
    DropNotNull(String),
    /// `ALTER COLUMN … SET DEFAULT`
    SetDefault {
        /// The column.
        column: String,
        /// The default, as the server prints it or a person wrote it.
        default: String,
    },
    /// `ALTER COLUMN … DROP DEFAULT`
    DropDefault(String),
    /// `ALTER COLUMN … DROP EXPRESSION`
    DropExpression(String),
    /// `ALTER COLUMN … SET STORAGE`
    SetStorage {
        /// The column.
        column: String,
        /// The way it is stored.
        storage: String,
    },
    /// `ALTER COLUMN … SET COMPRESSION`
    SetCompression {
        /// The column.
        column: String,
        /// The method; none is the server's default.
        method: Option<String>,
    },
    /// `ALTER COLUMN … SET STATISTICS`
    SetStatistics {
        /// The column.
        column: String,
        /// How much is collected; none is the server's default.
        target: Option<i32>,
    },
    /// `ALTER COLUMN … SET (parameter = value, …)`
    SetColumnParameters {
        /// The column.
        column: String,
        /// The parameters with their values.
        parameters: NonEmpty<(String, String)>,
    },
    /// `ALTER COLUMN … RESET (parameter, …)`
    ResetColumnParameters {
        /// The column.
        column: String,
        /// The parameters.
        parameters: NonEmpty<String>,
    },
    /// `ALTER COLUMN … ADD GENERATED … AS IDENTITY`
    AddIdentity {
        /// The column.
        column: String,
        /// How it counts.
        identity: StandardIdentity,
    },
    /// `ALTER COLUMN … SET GENERATED`
    SetIdentity {
        /// The column.
        column: String,
        /// `ALWAYS` rather than `BY DEFAULT`.
        always: bool,
    },
    /// `ALTER COLUMN … DROP IDENTITY`
    DropIdentity(String),
    /// `ADD PRIMARY KEY`
    AddPrimaryKey(PrimaryKey),
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
    /// `VALIDATE CONSTRAINT`
    ValidateConstraint(String),
    /// `ALTER CONSTRAINT … [NOT] ENFORCED`
    EnforceConstraint {
        /// The constraint.
        name: String,
        /// Whether rows are looked at.
        enforced: bool,
    },
    /// `ALTER CONSTRAINT … [NO] INHERIT`
    InheritConstraint {
        /// The constraint.
        name: String,
        /// Whether inheriting tables have it.
        inherited: bool,
    },
    /// `ENABLE` or `DISABLE ROW LEVEL SECURITY`
    RowSecurity(bool),
    /// `FORCE` or `NO FORCE ROW LEVEL SECURITY`
    ForceRowSecurity(bool),
    /// `SET LOGGED`
    SetLogged,
    /// `SET UNLOGGED`
    SetUnlogged,
    /// `SET (parameter = value, …)`
    SetParameters(NonEmpty<(String, String)>),
    /// `RESET (parameter, …)`
    ResetParameters(NonEmpty<String>),
    /// `INHERIT`
    Inherit(QualifiedName),
    /// `NO INHERIT`
    NoInherit(QualifiedName),
    /// `CLUSTER ON`, with the index's name.
    ClusterOn(String),
    /// `SET WITHOUT CLUSTER`
    WithoutCluster,
    /// `REPLICA IDENTITY`
    ReplicaIdentity(ReplicaIdentity),
}

/// What identifies a row to those that follow the changes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplicaIdentity {
    /// `DEFAULT`: the primary key.
    Default,
    /// `FULL`: the whole row.
    Full,
    /// `NOTHING`
    Nothing,
    /// `USING INDEX`, with the index's name.
    Index(String),
}

/// `GENERATED … AS IDENTITY`
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct StandardIdentity {
    /// `ALWAYS` rather than `BY DEFAULT`.
    pub always: bool,
    /// The sequence's name, where it isn't the one that the server gives.
    pub sequence: Option<String>,
    /// What the sequence counts.
    pub options: SequenceOptions,
}
