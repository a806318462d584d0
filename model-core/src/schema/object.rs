use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{Check, QualifiedName, SequenceOptions};

/// An extension of PostgreSQL that something in the schema needs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Extension {
    /// Its name, as `CREATE EXTENSION` takes it.
    pub name: String,
    /// The namespace that its objects are in, where that isn't the default one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub schema: Option<String>,
}

/// A named enumeration.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct EnumType {
    /// Its name.
    pub name: QualifiedName,
    /// Its values in their order.
    pub values: Vec<EnumValue>,
    /// The name it had before, while that may still stand in a database.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<QualifiedName>,
}

impl EnumType {
    /// The values that had another name before, the old name first.
    pub fn renamed_values(&self) -> BTreeMap<String, String> {
        let renamed =
            self.values.iter().filter_map(|v| Some((v.renamed_from.clone()?, v.name.clone())));
        renamed.collect()
    }
}

/// One value of an enumeration.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct EnumValue {
    /// The text that is stored.
    pub name: String,
    /// The text it was before, while that may still stand in a database.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub renamed_from: Option<String>,
}

/// A sequence of its own.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Sequence {
    /// Its name.
    pub name: QualifiedName,
    /// What it counts.
    pub options: SequenceOptions,
    /// The column that takes it along when dropped, without having it as a default.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub owned_by: Option<Reference>,
    /// What others than its owner may do with it (PostgreSQL).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<Grant>,
}

/// A kind of object that is more than a table: a definition with a name, and what hangs on it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ObjectKind {
    /// A view.
    View,
    /// A materialized view.
    MaterializedView,
    /// A trigger.
    Trigger,
    /// A rule of PostgreSQL.
    Rule,
    /// A row-level security policy.
    Policy,
    /// A function.
    Function,
    /// A procedure.
    Procedure,
    /// A domain.
    Domain,
    /// A composite or range type.
    Type,
    /// Extended statistics of PostgreSQL.
    Statistics,
    /// An event of MariaDB and MySQL.
    Event,
    /// A virtual, foreign, partitioned or inherited table that is seen and not written.
    Table,
    /// A table's part in a publication of PostgreSQL, seen and not written.
    Publication,
    /// The table of another tool that depends on one of ours, seen and not written.
    Dependent,
}

impl ObjectKind {
    /// Whether it is a view, whose rows the database may keep.
    pub fn is_view(self) -> bool {
        matches!(self, Self::View | Self::MaterializedView)
    }

    /// The word for messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::MaterializedView => "materialized view",
            Self::Trigger => "trigger",
            Self::Rule => "rule",
            Self::Policy => "policy",
            Self::Function => "function",
            Self::Procedure => "procedure",
            Self::Domain => "domain",
            Self::Type => "type",
            Self::Statistics => "statistics",
            Self::Event => "event",
            Self::Table => "table",
            Self::Publication => "publication",
            Self::Dependent => "object",
        }
    }
}

/// A table, or one column of it.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reference {
    /// The table.
    pub table: QualifiedName,
    /// The column, or the whole table.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
}

/// A constraint of a table.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ConstraintName {
    /// The table.
    pub table: QualifiedName,
    /// Its name.
    pub name: String,
}

/// An object that another one leans on.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ObjectName {
    /// What it is.
    pub kind: ObjectKind,
    /// Its name.
    pub name: QualifiedName,
    /// The table it hangs on: triggers of two tables may have one name.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<QualifiedName>,
    /// The types of its arguments, where one name may be that of several: `integer, text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
}

impl std::fmt::Display for ObjectName {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} {}", self.kind.word(), self.name)?;
        if let Some(signature) = &self.signature {
            write!(f, "({signature})")?;
        }
        match &self.table {
            Some(table) => write!(f, " on {table}"),
            None => Ok(()),
        }
    }
}

/// What somebody may do with an object.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Grant {
    /// The role, unquoted. Empty is everybody (`PUBLIC`).
    pub grantee: String,
    /// The privilege, as in `SELECT`.
    pub privilege: String,
    /// The column, where it is of one column.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub column: Option<String>,
    /// Whether it may be passed on (`WITH GRANT OPTION`).
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub grantable: bool,
}

impl Grant {
    /// The grant once its column has another name, by `column`; `None` where the column is gone.
    ///
    /// ```
    /// use model_core::schema::Grant;
    ///
    /// let of_column = Grant {
    ///     grantee: String::new(),
    ///     privilege: "SELECT".to_owned(),
    ///     column: Some("a".to_owned()),
    ///     grantable: false,
    /// };
    /// let renamed = of_column.renamed(|column| (column == "a").then_some("b"));
    /// assert_eq!(renamed.and_then(|grant| grant.column).as_deref(), Some("b"));
    /// assert_eq!(of_column.renamed(|_| None), None);
    /// ```
    pub fn renamed<'a>(&'a self, column: impl Fn(&'a str) -> Option<&'a str>) -> Option<Self> {
        let after = match &self.column {
            Some(before) => Some(column(before)?.to_owned()),
            None => None,
        };
        Some(Self { column: after, ..self.clone() })
    }
}

/// A type with limits.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Domain {
    /// The type below it.
    #[serde(rename = "type")]
    pub ty: String,
    /// The collation, where it isn't the type's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// What a column gets that says nothing, as SQL.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub default: Option<String>,
    /// Whether it may be NULL.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub not_null: bool,
    /// Its conditions.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub checks: Vec<Check>,
}

/// A part of a composite type.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Attribute {
    /// Its name.
    pub name: String,
    /// Its type.
    #[serde(rename = "type")]
    pub ty: String,
    /// The collation, where it isn't the type's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// The comment that the database keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}

/// What of the session that made an object stays with it (MariaDB, MySQL), where it counts and is not what
/// the server has for everybody.
#[derive(Debug, Clone, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct KeptSession {
    /// The modes that it is read and run under.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sql_mode: Option<String>,
    /// How the texts in it are compared.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub collation: Option<String>,
    /// The time zone of an event.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_zone: Option<String>,
}

impl KeptSession {
    /// Whether nothing stays.
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}

/// A view, function, trigger, policy …: its definition, and what comes with it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SchemaObject {
    /// What it is.
    pub kind: ObjectKind,
    /// Its name.
    pub name: QualifiedName,
    /// The table it hangs on (triggers, policies, rules).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub table: Option<QualifiedName>,
    /// The types of its arguments, where one name may be that of several: `integer, text`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub signature: Option<String>,
    /// The statement that makes it, as the database prints it. `None`: it can't be had.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// Statements that follow the definition: a trigger that is off, a default of a view's column.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub settings: Vec<String>,
    /// What of the session that made it stays with it.
    #[serde(default, skip_serializing_if = "KeptSession::is_empty")]
    pub session: KeptSession,
    /// What of it can't change while others lean on it: the columns of a view, the arguments and the result
    /// of a function.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub interface: Vec<String>,
    /// What a domain limits, for changes in place.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub domain: Option<Domain>,
    /// The parts of a composite type, for changes in place.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub attributes: Vec<Attribute>,
    /// The comment that the database keeps.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
    /// Whose it is, where that is another one than who reads it. Not compared.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub owner: Option<String>,
    /// What others than its owner may do with it.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub grants: Vec<Grant>,
    /// The indexes of a materialized view.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<super::Index>,
    /// Whether a materialized view has not been filled. Not compared.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub unfilled: bool,
    /// The tables and columns it reads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
    /// The constraints it leans on: a view that groups by a primary key.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub constraints: Vec<ConstraintName>,
    /// The other objects it leans on.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub uses: Vec<ObjectName>,
    /// The model it comes from, for messages.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<super::Origin>,
}

impl SchemaObject {
    /// An object of which nothing but its name is known.
    pub fn new(kind: ObjectKind, name: QualifiedName) -> Self {
        Self {
            kind,
            name,
            table: None,
            signature: None,
            definition: None,
            settings: Vec::new(),
            session: KeptSession::default(),
            interface: Vec::new(),
            domain: None,
            attributes: Vec::new(),
            comment: None,
            owner: None,
            grants: Vec::new(),
            indexes: Vec::new(),
            unfilled: false,
            references: Vec::new(),
            constraints: Vec::new(),
            uses: Vec::new(),
            origin: None,
        }
    }

    /// What no other object of the schema is called.
    pub fn object_name(&self) -> ObjectName {
        ObjectName {
            kind: self.kind,
            name: self.name.clone(),
            table: self.table.clone(),
            signature: self.signature.clone(),
        }
    }
}

/// A view, function, trigger … that models declare, as they wrote it. How a database keeps it is known
/// when that has been asked.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Declaration {
    /// The view whose query [`sql`](Self::sql) is. `None`: it is one or more `CREATE` statements.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub view: Option<DeclaredView>,
    /// The query of a view, or the statements of a file.
    pub sql: String,
    /// The databases that it is for, by the names of this crate's features. Empty: all.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub only: Vec<String>,
    /// Where it was declared.
    pub origin: super::Origin,
}

/// What a struct says of the view that it reads.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct DeclaredView {
    /// Its name.
    pub name: QualifiedName,
    /// Whether the database keeps its rows.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub materialized: bool,
    /// The columns that the struct reads.
    pub columns: Vec<super::Column>,
    /// The indexes of one that is materialized.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub indexes: Vec<super::Index>,
}
