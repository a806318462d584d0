//! What databases do differently: one value per database, asked through one trait. No other room
//! tests which database it is working for.

use std::collections::BTreeMap;

use model_core::schema::{Schema, TableName};

use crate::database::{Connection, DatabaseError, DatabaseKind};
use crate::diff::{Equivalence, SchemaDiff};
use crate::history::Draft;
use crate::lint::types::Retype;
use crate::lint::{self, Hazard};
use crate::plan::{Plan, PlanError, Step};

/// A statement about one database, short enough to be data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// A migration is all or nothing. False on MariaDB and MySQL, whose DDL commits at once.
    pub transactional_ddl: bool,
    /// The longest identifier, in bytes or in characters (see `identifier_limit_in_bytes`).
    pub identifier_limit: Option<usize>,
    /// Whether that limit counts bytes (PostgreSQL) or characters (MySQL).
    pub identifier_limit_in_bytes: bool,
    /// A constraint's name is taken in the whole database, not only in its table.
    pub constraint_names_are_global: bool,
    /// Foreign keys can be added to a table that is there.
    pub add_foreign_key: bool,
}

/// Which tables belong to the models and are read; everything else is left alone.
#[derive(Debug, Clone, Default)]
pub struct Scope {
    /// Glob patterns of table names (`*`, `?`) that are never read, from `[generate] ignore`.
    pub ignore: Vec<String>,
}

impl Scope {
    /// Whether a table of this name is left alone. `*` stands for any characters, `?` for one;
    /// upper and lower case are the same, as they are to most databases.
    ///
    /// ```
    /// use migrate_cli::dialect::Scope;
    ///
    /// let scope = Scope { ignore: vec!["cache_*".into()] };
    /// assert!(scope.ignores("cache_entry"));
    /// assert!(!scope.ignores("entry"));
    /// assert!(scope.ignores("__diesel_schema_migrations"));
    /// ```
    pub fn ignores(&self, table: &str) -> bool {
        let table: Vec<char> = table.to_lowercase().chars().collect();
        let matches = |pattern: &str| {
            let pattern: Vec<char> = pattern.to_lowercase().chars().collect();
            glob(&pattern, &table)
        };
        TOOL_TABLES.iter().any(|t| matches(t)) || self.ignore.iter().any(|p| matches(p))
    }
}

fn glob(pattern: &[char], text: &[char]) -> bool {
    match (pattern, text) {
        ([], []) => true,
        (['*', rest @ ..], _) => (0..=text.len()).any(|i| glob(rest, &text[i..])),
        (['?', rest @ ..], [_, text @ ..]) => glob(rest, text),
        ([p, rest @ ..], [t, text @ ..]) if p == t => glob(rest, text),
        _ => false,
    }
}

/// Tables that tools keep for themselves, on every database.
pub const TOOL_TABLES: &[&str] = &["__diesel_schema_migrations"];

/// Why a schema could not be read, lowered or compared.
#[derive(Debug, thiserror::Error)]
pub enum SchemaError {
    /// The database refused a question.
    #[error(transparent)]
    Database(#[from] DatabaseError),
    /// Something that can't be carried over.
    #[error("{object}: {problem}; {advice}")]
    Unsupported {
        /// The table, column or other object.
        object: String,
        /// What is the matter with it.
        problem: String,
        /// What to do next.
        advice: String,
    },
}

/// One database's ways.
pub trait Dialect: Sync {
    /// Its name for people.
    fn name(&self) -> &'static str;
    /// Its properties.
    fn capabilities(&self) -> &'static Capabilities;
    /// An identifier, quoted.
    fn quote(&self, identifier: &str) -> String;
    /// A text literal, escaped and quoted.
    fn literal(&self, text: &str) -> String;
    /// Reads the whole schema in a constant number of questions. The result is physical,
    /// `complete` and sorted.
    fn introspect(
        &self,
        database: &mut dyn Connection,
        scope: &Scope,
    ) -> Result<Schema, SchemaError>;
    /// Turns a logical schema into a physical one: native types, defaults as SQL, the database's
    /// own way of generating keys. Texts are as the person or the dialect wrote them.
    fn lower(&self, logical: Schema) -> Result<Schema, SchemaError>;
    /// Brings a lowered schema as near to `actual` as it can be without changing its meaning:
    /// asks the database how it spells the expressions that differ, and takes over from `actual`
    /// what the models leave open (storage options, a serial that is there already). Leaves no
    /// trace in the database. Only called for schemas that are not `complete`.
    fn settle(
        &self,
        database: Option<&mut dyn Connection>,
        desired: Schema,
        actual: &Schema,
    ) -> Result<Schema, SchemaError>;
    /// How names, types and expressions are compared.
    fn equivalence(&self) -> &dyn Equivalence;
    /// Puts the differences into steps, in the order in which they can be run.
    fn plan(&self, diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError>;
    /// What a change of type does to the values.
    fn retype(&self, before: &str, after: &str) -> Retype {
        lint::types::guess(before, after)
    }
    /// Which locks a change takes that keep others waiting (`blocks-writes`, `blocks-reads`), and
    /// what is in danger that only this database has.
    fn locks(&self, diff: &SchemaDiff) -> Vec<Hazard> {
        let _ = diff;
        Vec::new()
    }
    /// The SQL of one step, without the semicolon at its end; several statements are several steps.
    fn render(&self, step: &Step) -> String;
    /// Tries a migration on a copy of `diff.from` where a copy is free: up must lead to `diff.to`, down
    /// back, and what is only seen must still work.
    fn prove(&self, diff: &SchemaDiff, migration: &[Draft]) -> Result<Proof, ProofError> {
        let _ = (diff, migration);
        Ok(Proof::Untried(format!("{} has no copy of a schema for free", self.name())))
    }
}

/// The values that the person gave for the existing rows of new required columns, as SQL
/// expressions by table and column.
pub type Fills = BTreeMap<(TableName, String), String>;

/// The ways of a database.
pub fn of(kind: DatabaseKind) -> &'static dyn Dialect {
    match kind {
        DatabaseKind::Sqlite => &sqlite::Sqlite,
        DatabaseKind::Postgres => &postgres::Postgres,
        DatabaseKind::Mysql => &mysql::Mysql,
    }
}

pub(crate) mod mysql;
pub(crate) mod postgres;
mod proof;
pub(crate) mod sqlite;

pub use proof::{Proof, ProofError};
