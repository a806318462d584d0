//! The one value that travels: a database schema as plain data.
//!
//! A [`Schema`] is made by two things only, the registry of models and a live database, and
//! read by everything else. It has no behaviour beyond look-ups, performs no I/O and knows no SQL:
//! texts that are SQL (types, expressions) are carried as they were given.
//!
//! A schema comes in two states. A *logical* one, from the models, says `LogicalType::Text` and
//! "a generated key". A *physical* one, from a database or after lowering, says `character
//! varying(80)` and "an identity column": only physical schemas of one database are compared.

mod collation;
mod column;
mod constraint;
mod index;
mod inheritance;
mod object;
mod table;
mod types;

pub use collation::Collation;
pub use column::{Column, Computed, DefaultValue, Identity, Literal, SequenceOptions};
pub use constraint::{
    Check, Deferrable, Exclusion, ForeignKey, KeyColumn, NotNull, PrimaryKey, ReferentialAction,
    Unique,
};
pub use index::{ConstraintIndex, Index, IndexColumn, IndexTarget, NullsOrder, SortOrder};
pub use inheritance::{Inherited, InheritedColumn, InheritedObject, PartitionOf, Partitioning};
pub use object::{
    Attribute, ConstraintName, Declaration, DeclaredView, Domain, EnumType, EnumValue, Extension,
    Grant, KeptSession, ObjectKind, ObjectName, Reference, SchemaObject, Sequence,
};
pub use table::{Origin, QualifiedName, Table};
pub use types::{ColumnType, LogicalType};

use serde::{Deserialize, Serialize};

/// A whole schema: every table and what tables need, in name order.
///
/// ```
/// use model_core::schema::{Schema, Table, QualifiedName};
///
/// let schema = Schema { tables: vec![Table::new("group")], ..Schema::default() };
/// assert!(schema.table(&QualifiedName::new("group")).is_some());
/// ```
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Schema {
    /// True where the absence of an object means that it should not exist. Models say nothing of
    /// stand-alone sequences or storage options, a database says everything there is.
    pub complete: bool,
    /// The server that it was read from, as that names itself: `10.11.6-MariaDB`. No part of the
    /// document.
    #[serde(skip)]
    pub server: Option<String>,
    /// Kinds of objects of which the schema says everything there is to be, though it isn't complete:
    /// of other kinds, models that declare none say nothing.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub managed: Vec<ObjectKind>,
    /// Objects that are to go, though models say nothing of their kind: a person said so. No part of
    /// the document.
    #[serde(skip)]
    pub absent: Vec<ObjectName>,
    /// What models declare by its SQL.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub declarations: Vec<Declaration>,
    /// PostgreSQL's namespaces (`CREATE SCHEMA`).
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub namespaces: Vec<String>,
    /// PostgreSQL's extensions that a type or an operator class needs.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub extensions: Vec<Extension>,
    /// PostgreSQL's collations that somebody made.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub collations: Vec<Collation>,
    /// Enumeration types that have a name of their own.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub enums: Vec<EnumType>,
    /// Sequences that are neither an identity column's nor a serial's.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub sequences: Vec<Sequence>,
    /// The tables.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub tables: Vec<Table>,
    /// Views, triggers, functions, policies: what is more than a table.
    #[serde(skip_serializing_if = "Vec::is_empty", alias = "others")]
    pub objects: Vec<SchemaObject>,
}

impl Schema {
    /// The table of this name, compared to the letter.
    pub fn table(&self, name: &QualifiedName) -> Option<&Table> {
        // They are in this order but for a while.
        match self.tables.binary_search_by(|t| t.name.cmp(name)) {
            Ok(place) => self.tables.get(place),
            Err(_) => self.tables.iter().find(|t| &t.name == name),
        }
    }

    /// The enumeration of this name, compared to the letter.
    pub fn enumeration(&self, name: &QualifiedName) -> Option<&EnumType> {
        self.enums.iter().find(|e| &e.name == name)
    }

    /// Puts every list whose order carries no meaning in name order, so that equal schemas are
    /// equal values whatever order they were read in. Columns keep theirs.
    pub fn sort(&mut self) {
        self.namespaces.sort();
        self.namespaces.dedup();
        self.extensions.sort_by(|a, b| a.name.cmp(&b.name));
        self.collations.sort_by(|a, b| a.name.cmp(&b.name));
        self.enums.sort_by(|a, b| a.name.cmp(&b.name));
        self.sequences.sort_by(|a, b| a.name.cmp(&b.name));
        self.tables.sort_by(|a, b| a.name.cmp(&b.name));
        self.objects.sort_by_cached_key(SchemaObject::object_name);
        let place =
            |d: &Declaration| (d.origin.file.clone(), d.origin.line, d.origin.rust_type.clone());
        self.declarations.sort_by_cached_key(place);
        for table in &mut self.tables {
            table.uniques.sort_by(|a, b| (&a.name, &a.columns).cmp(&(&b.name, &b.columns)));
            table.foreign_keys.sort_by(|a, b| (&a.name, &a.columns).cmp(&(&b.name, &b.columns)));
            table.checks.sort_by(|a, b| (&a.name, &a.expression).cmp(&(&b.name, &b.expression)));
            table.exclusions.sort_by(|a, b| a.name.cmp(&b.name));
            table.indexes.sort_by(|a, b| a.name.cmp(&b.name));
        }
    }
}
