use model_core::schema::{Attribute, Check, Grant, QualifiedName, SchemaObject};
use nonempty::NonEmpty;

/// A statement about a view, function, trigger, policy …
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ObjectStatement {
    /// `SET LOCAL check_function_bodies`: a body may name what is made after it.
    LeaveBodiesUnchecked,
    /// `CREATE`, and what is set of it afterwards.
    Create(Box<SchemaObject>),
    /// `CREATE OR REPLACE`
    Replace(Box<SchemaObject>),
    /// `DROP`
    Drop(Box<SchemaObject>),
    /// What follows a definition, as the server takes it.
    Set(String),
    /// `ALTER DOMAIN`
    AlterDomain {
        /// The domain.
        domain: QualifiedName,
        /// What of it.
        change: DomainChange,
    },
    /// `ALTER TYPE` of a composite type.
    AlterType {
        /// The type.
        of: QualifiedName,
        /// In order.
        changes: NonEmpty<AttributeChange>,
    },
    /// `GRANT`
    Grant {
        /// The object.
        on: Granted,
        /// Who may do what.
        grant: Grant,
    },
    /// `REVOKE`
    Revoke {
        /// The object.
        on: Granted,
        /// Who may no longer do what.
        grant: Grant,
    },
    /// `ALTER … RENAME TO`
    Rename {
        /// The object.
        of: Box<SchemaObject>,
        /// The name it gets.
        to: String,
    },
    /// `ALTER … OWNER TO`
    SetOwner {
        /// The object.
        of: Box<SchemaObject>,
        /// The role.
        to: String,
    },
    /// `COMMENT ON`
    Comment(Box<SchemaObject>),
}

/// What a grant is of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Granted {
    /// A table.
    Table(QualifiedName),
    /// A sequence.
    Sequence(QualifiedName),
    /// A view, function, type …
    Object(Box<SchemaObject>),
}

/// What of a domain changes in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DomainChange {
    /// `SET DEFAULT`, or `DROP DEFAULT`.
    Default(Option<String>),
    /// `SET NOT NULL`, or `DROP NOT NULL`.
    NotNull(bool),
    /// `ADD CONSTRAINT`
    AddCheck(Check),
    /// `DROP CONSTRAINT`
    DropCheck(String),
    /// `VALIDATE CONSTRAINT`
    Validate(String),
}

/// What of a composite type changes in place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AttributeChange {
    /// `ADD ATTRIBUTE`
    Add(Attribute),
    /// `DROP ATTRIBUTE`
    Drop(String),
    /// `ALTER ATTRIBUTE … TYPE`
    SetType(Attribute),
}
