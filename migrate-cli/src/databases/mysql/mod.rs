//! MariaDB and MySQL.

mod address;
#[cfg(feature = "mysql")]
mod advice;
mod blockers;
mod charset;
#[cfg(feature = "mysql")]
mod connection;
mod effect;
mod encryption;
mod enumeration;
mod flavour;
mod follow;
mod introspect;
mod locks;
mod lower;
mod named;
mod names;
mod normalize;
mod options;
#[cfg(feature = "mysql")]
mod pins;
mod plan;
mod quote;
mod render;
mod retype;
mod rust_type;
mod serving_index;
mod session;
mod show_create;
mod statement;
mod types;
mod view_columns;
#[cfg(feature = "mysql")]
mod wire;

use std::collections::BTreeMap;
use std::time::Duration;

use model_core::schema::{
    Column, Index, ObjectKind, QualifiedName, Schema, SchemaObject, Table, Unique,
};

use self::enumeration::{enumeration_type, enumeration_values};
use self::options::TableOptions;
use self::session::LEXIS;
use crate::database::{Address, Connection, DatabaseError, DatabaseUrl};
use crate::dialect::{
    Blocker, Capabilities, Dialect, Effect, Fills, SchemaError, Scope, Session, ViewColumn,
};
use crate::diff::{Equivalence, Renames, SchemaDiff, TableChange, Values};
use crate::hazard::{Hazard, HazardKind};
use crate::plan::{IdentifierLimit, Plan, PlanError};
use crate::retype::{Retype, RetypedRows};
use crate::rust_type::{FieldType, ViewTypes};

/// MariaDB and MySQL.
pub struct Mysql;

const CAPABILITIES: Capabilities = Capabilities {
    transactional_ddl: false,
    renames_constraints: true,
    restrict_is_no_action: true,
    backend: "mysql",
    view_types: ViewTypes::Families,
    identifier_limit: names::IDENTIFIER_LIMIT,
    enum_value_limit: IdentifierLimit::Characters(255),
};

impl Equivalence for Mysql {
    /// True of columns and indexes everywhere. Of tables it depends on the file system; where
    /// `Item` and `item` are two tables, both are there to the letter and nothing is guessed.
    fn same_identifier(&self, a: &str, b: &str) -> bool {
        LEXIS.same_name(a, b)
    }

    fn alike_types(&self, a: &str, b: &str) -> bool {
        types::alike(a, b)
    }

    fn same_options(&self, a: &BTreeMap<String, String>, b: &BTreeMap<String, String>) -> bool {
        options::same(a, b)
    }

    fn renamed_expression(&self, expression: &str, columns: &[(String, String)]) -> String {
        LEXIS.renamed(expression, columns, quote::quote)
    }

    fn manages(&self, kind: ObjectKind) -> bool {
        plan::manages(kind)
    }

    fn same_object(&self, a: &SchemaObject, b: &SchemaObject) -> bool {
        named::are_same(a, b)
    }

    fn renamed_definition(&self, definition: &str, names: &[(String, String)]) -> String {
        follow::hung_on(definition, names)
    }

    fn objects_renamed(&self, schema: &Schema, renames: &Renames) -> Option<Vec<SchemaObject>> {
        Some(follow::renamed(schema, renames))
    }

    fn values(&self, _: &Table, column: &Column) -> Vec<String> {
        enumeration_values(column.ty.native().unwrap_or_default())
    }

    fn type_with_renamed_values(&self, native: &str, values: &Values) -> String {
        let all = enumeration_values(native);
        let renamed = all.iter().map(|value| values.get(value).unwrap_or(value).clone());
        enumeration_type(&renamed.collect::<Vec<_>>())
    }
}

impl Dialect for Mysql {
    answered_by_rooms!(
        "MariaDB/MySQL",
        "mysql",
        |url, _| connection::Mysql::open(url).and_then(pins::pin),
        Mysql
    );

    fn schemes(&self) -> &'static [&'static str] {
        &["mysql", "mariadb"]
    }

    fn read_url(&self, _: &str, rest: &str) -> Result<Address, String> {
        address::read(rest)
    }

    fn blockers(&self, other: &mut dyn Connection, sql: &str) -> Vec<Blocker> {
        blockers::blockers(other, sql)
    }

    fn running(&self, other: &mut dyn Connection, sql: &str) -> Option<Blocker> {
        blockers::running(other, sql)
    }

    fn respell(
        &self,
        database: &mut dyn Connection,
        from: &Schema,
        to: Schema,
    ) -> Result<Schema, SchemaError> {
        normalize::respell(database, from, to)
    }

    fn field_types(&self, _: &Schema, table: &Table, column: &Column) -> Vec<FieldType> {
        rust_type::field_types(table, column)
    }

    fn serving_indexes(&self, table: &Table) -> Vec<String> {
        rust_type::serving(table)
    }

    fn as_unique(&self, index: &Index) -> Option<Unique> {
        rust_type::as_unique(index)
    }

    fn retyped_rows(&self, column: &str, before: &str, after: &str, _: &Schema) -> RetypedRows {
        retype::retyped_rows(&quote::quote(column), before, after)
    }

    fn locks(&self, diff: &SchemaDiff) -> Vec<Hazard> {
        let mut found = locks::locks(diff, |before, after| self.retype(before, after));
        found.extend(diff.tables.iter().filter_map(lost_history));
        found
    }
}

/// A table that is system-versioned no longer loses the rows that are its history.
fn lost_history(change: &TableChange) -> Option<Hazard> {
    let TableChange::Altered(table) = change else { return None };
    let is_versioned = |table: &Table| TableOptions::read(&table.options).system_versioned;
    if !is_versioned(&table.before) || is_versioned(&table.after) {
        return None;
    }
    let object = format!("table {}", table.before.name);
    let message = format!("the history of {object} goes");
    Some(Hazard::new(HazardKind::DropsData, &object, message))
}
