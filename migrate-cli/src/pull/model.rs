//! A model before it is written: what it says, and under which names of Rust.

use std::collections::BTreeMap;

use model_core::schema::{
    Check, Column, DefaultValue, EnumType, Exclusion, ForeignKey, Index, QualifiedName,
    ReferentialAction, SchemaObject, Table, Unique,
};

use crate::rust_type::FieldType;

/// All that is pulled.
#[derive(Debug, Clone, Default)]
pub struct Models {
    /// A struct a table, in the order of the tables.
    pub models: Vec<Model>,
    /// The enumerations of their columns.
    pub enumerations: Vec<Enumeration>,
    /// Types that Diesel has nothing for.
    pub unknown_types: Vec<UnknownType>,
    /// A struct a view.
    pub views: Vec<View>,
}

/// A struct for a table.
#[derive(Debug, Clone)]
pub struct Model {
    /// The table as it is in the database.
    pub table: Table,
    /// The struct.
    pub ident: String,
    /// The module of Diesel's table.
    pub module: String,
    /// The struct of new rows, where it can't have its usual name.
    pub new: Option<String>,
    /// The struct of changes, where it can't have its usual name.
    pub changes: Option<String>,
    /// A field a column.
    pub fields: Vec<Field>,
    /// Unique constraints.
    pub uniques: Vec<Named<Unique>>,
    /// Foreign keys.
    pub keys: Vec<Key>,
    /// Checks.
    pub checks: Vec<Named<Check>>,
    /// Exclusion constraints.
    pub exclusions: Vec<Named<Exclusion>>,
    /// Indexes.
    pub indexes: Vec<Named<Index>>,
    /// Properties of the table that are said.
    pub options: BTreeMap<String, String>,
    /// Constraints and indexes that the model can't say and leaves as they are, by their names.
    pub keeps: Vec<String>,
    /// What is listed above the struct and stays without a model.
    pub remarks: Vec<String>,
    /// What is listed above the struct and is told.
    pub notes: Vec<String>,
}

/// A struct for a view.
#[derive(Debug, Clone)]
pub struct View {
    /// The view as it is in the database.
    pub object: SchemaObject,
    /// What it shows.
    pub query: String,
    /// The struct, as if the view were a table.
    pub model: Model,
}

/// A constraint or index, and its name in the model.
#[derive(Debug, Clone)]
pub struct Named<T> {
    /// As it is in the database.
    pub object: T,
    /// The name that it has in the model.
    pub name: String,
    /// Whether the name is written, since by itself it would be another one.
    pub is_written: bool,
}

/// A foreign key.
#[derive(Debug, Clone)]
pub struct Key {
    /// As it is in the database.
    pub object: ForeignKey,
    /// What happens to a row whose parent goes, as it is said.
    pub on_delete: ReferentialAction,
    /// What happens to a row whose parent's key changes, as it is said.
    pub on_update: ReferentialAction,
    /// The columns that it leads to, where the database leaves them to the parent's key.
    pub referenced: Vec<String>,
    /// The name that it has in the model.
    pub name: String,
    /// Whether both tables join by it.
    pub join: bool,
    /// The name of the relation, where it can't have the usual one.
    pub relation: Option<String>,
    /// The name of the way back, where it can't have the usual one.
    pub reverse: Option<String>,
}

/// A field for a column.
#[derive(Debug, Clone)]
pub struct Field {
    /// The column as it is in the database.
    pub column: Column,
    /// The field's name, not raw.
    pub ident: String,
    /// The ways to write its type, the best first.
    pub types: Vec<FieldType>,
    /// The one that is taken.
    pub chosen: usize,
    /// The ways to write its default with that type.
    pub defaults: Vec<DefaultValue>,
    /// The one that is taken.
    pub chosen_default: usize,
    /// Whether the database counts it up.
    pub is_counted: bool,
    /// The name of its enumeration.
    pub enumeration: Option<QualifiedName>,
}

/// An enumeration of Rust.
#[derive(Debug, Clone)]
pub struct Enumeration {
    /// Its name and values in the database.
    pub of: EnumType,
    /// The type.
    pub ident: String,
    /// The variants, in the order of the values.
    pub variants: Vec<String>,
}

/// A type that Diesel has nothing for.
#[derive(Debug, Clone)]
pub struct UnknownType {
    /// Its name in the database.
    pub name: QualifiedName,
    /// The type of a value.
    pub ident: String,
    /// Diesel's SQL type.
    pub sql_type: String,
}

impl Field {
    /// The type that is taken.
    pub fn ty(&self) -> &FieldType {
        &self.types[self.chosen.min(self.types.len() - 1)]
    }

    /// The collation and the character set that are said.
    pub fn collation(&self) -> (Option<&String>, Option<&String>) {
        match self.ty().is_collated {
            true => (None, None),
            false => (self.column.collation.as_ref(), self.column.charset.as_ref()),
        }
    }

    /// The default that is taken.
    pub fn default(&self) -> Option<&DefaultValue> {
        self.defaults.get(self.chosen_default.min(self.defaults.len().saturating_sub(1)))
    }
}

impl Model {
    /// The field of a column.
    pub fn field(&self, column: &str) -> Option<&Field> {
        self.fields.iter().find(|field| field.column.name == column)
    }

    /// The name of the field of a column.
    pub fn field_ident(&self, column: &str) -> String {
        self.field(column).map(|field| field.ident.clone()).unwrap_or_else(|| column.to_owned())
    }

    /// The columns of the primary key.
    pub fn key(&self) -> Vec<&str> {
        let key = self.table.primary_key.iter().flat_map(|key| &key.columns);
        key.map(|column| column.name.as_str()).collect()
    }

    /// Leaves a constraint or an index as it is in the database.
    pub fn leave(&mut self, label: &str, reason: &str) {
        self.keeps.push(label.to_owned());
        self.notes.push(format!("{label} stays as it is: {reason}"));
    }

    /// The same, unless it is left already; whether that is news.
    pub fn left(&mut self, label: &str, is_said: bool) -> bool {
        if self.keeps.iter().any(|kept| kept == label) {
            return is_said;
        }
        self.leave(label, "no attribute says all of it");
        true
    }
}

impl Models {
    /// The structs of tables and of views.
    pub fn all(&self) -> impl Iterator<Item = &Model> {
        self.models.iter().chain(self.views.iter().map(|view| &view.model))
    }

    /// The same, to change them.
    pub fn all_mut(&mut self) -> impl Iterator<Item = &mut Model> {
        self.models.iter_mut().chain(self.views.iter_mut().map(|view| &mut view.model))
    }

    /// The model of a table.
    pub fn of(&self, table: &QualifiedName) -> Option<&Model> {
        self.models.iter().find(|model| model.table.name == *table)
    }
}

/// The tables below others, which are no structs of their own.
pub fn is_below(table: &Table) -> bool {
    table.partition_of.is_some()
}
