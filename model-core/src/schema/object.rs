use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{QualifiedName, SequenceOptions};

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
}

/// A kind of object that is seen, kept and never written.
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
    /// A function or procedure.
    Function,
    /// A domain.
    Domain,
    /// A composite or range type.
    Type,
    /// A virtual, foreign, partitioned or inherited table, which the diff leaves alone.
    Table,
    /// A publication, extended statistics and whatever else depends on a table.
    Dependent,
}

impl ObjectKind {
    /// The word for messages.
    pub fn word(self) -> &'static str {
        match self {
            Self::View => "view",
            Self::MaterializedView => "materialized view",
            Self::Trigger => "trigger",
            Self::Rule => "rule",
            Self::Policy => "policy",
            Self::Function => "function",
            Self::Domain => "domain",
            Self::Type => "type",
            Self::Table => "table",
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

/// An object that is seen, kept and never written.
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
    /// The statement that makes it, where the database keeps one.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub definition: Option<String>,
    /// The tables and columns it reads.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub references: Vec<Reference>,
}
