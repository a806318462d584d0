//! SQLite, one value with all that only it needs.

mod address;
mod affinity;
#[cfg(feature = "sqlite")]
mod alone;
#[cfg(feature = "sqlite")]
mod connection;
#[cfg(feature = "sqlite")]
mod copy;
mod effect;
mod equivalence;
#[cfg(feature = "sqlite")]
mod file_error;
mod introspect;
mod locks;
mod lower;
mod normalize;
pub(crate) mod options;
mod plan;
#[cfg(feature = "sqlite")]
mod prove;
mod quote;
#[cfg(feature = "sqlite")]
mod references;
mod renamed;
mod render;
mod retype;
#[cfg(feature = "sqlite")]
mod rewritten;
mod rust_type;
mod session;
mod statement;
mod view_columns;
mod virtual_table;

pub(crate) use equivalence::{same_meaning, same_type_loosely, unparenthesised};

use std::time::Duration;

use model_core::schema::{Column, QualifiedName, Schema, Table};

use crate::database::{Address, Connection, DatabaseError, DatabaseUrl};
use crate::dialect::{
    Capabilities, Dialect, Effect, Fills, SchemaError, Scope, Session, ViewColumn,
};
#[cfg(feature = "sqlite")]
use crate::dialect::{Proof, ProofError};
use crate::diff::{Equivalence, SchemaDiff};
#[cfg(feature = "sqlite")]
use crate::draft::Draft;
use crate::hazard::Hazard;
use crate::plan::{IdentifierLimit, Plan, PlanError};
use crate::retype::{Retype, RetypedRows};
use crate::rust_type::{FieldType, ViewTypes};
use equivalence::SqliteEquivalence;

/// SQLite.
pub struct Sqlite;

const CAPABILITIES: Capabilities = Capabilities {
    transactional_ddl: true,
    renames_constraints: false,
    restrict_is_no_action: false,
    backend: "sqlite",
    view_types: ViewTypes::Stored,
    identifier_limit: IdentifierLimit::None,
    enum_value_limit: IdentifierLimit::None,
};

impl Dialect for Sqlite {
    answered_by_rooms!("SQLite", "sqlite", connection::Sqlite::open, SqliteEquivalence);

    fn schemes(&self) -> &'static [&'static str] {
        &["sqlite", "file", ""]
    }

    fn read_url(&self, scheme: &str, rest: &str) -> Result<Address, String> {
        address::read(scheme, rest)
    }

    fn retyped_rows(&self, column: &str, before: &str, after: &str, _: &Schema) -> RetypedRows {
        retype::retyped_rows(&quote::quote(column), before, after)
    }

    fn locks(&self, diff: &SchemaDiff) -> Vec<Hazard> {
        locks::locks(diff)
    }

    fn field_types(&self, _: &Schema, table: &Table, column: &Column) -> Vec<FieldType> {
        rust_type::field_types(table, column)
    }

    fn is_counted(&self, table: &Table, column: &Column) -> bool {
        rust_type::is_counted(table, column)
    }

    #[cfg(feature = "sqlite")]
    fn prove(&self, diff: &SchemaDiff, migration: &[Draft]) -> Result<Proof, ProofError> {
        prove::prove(diff, migration)
    }
}
