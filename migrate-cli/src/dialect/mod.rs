//! What databases do differently: one trait, and the small types in its signatures. No database is
//! named here; [`databases::of`](crate::databases::of) gives the one for a URL.

mod proof;

use std::collections::BTreeMap;
use std::time::Duration;

use model_core::schema::{Column, Index, QualifiedName, Schema, Table, Unique};
use wildmatch::WildMatch;

use crate::database::{Address, Connection, DatabaseError, DatabaseUrl};
use crate::diff::{Equivalence, SchemaDiff};
use crate::draft::Draft;
use crate::hazard::Hazard;
use crate::plan::{IdentifierLimit, Plan, PlanError};
use crate::retype::{Retype, RetypedRows};
use crate::rust_type::{FieldType, ViewTypes};
use crate::sql::Lexis;

pub use proof::{Proof, ProofError};

/// A statement about one database, short enough to be data.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Capabilities {
    /// A migration is all or nothing. False on MariaDB and MySQL, whose DDL commits at once.
    pub transactional_ddl: bool,
    /// The name of a constraint changes without the table being made anew.
    pub renames_constraints: bool,
    /// `RESTRICT` is what a key does that says nothing.
    pub restrict_is_no_action: bool,
    /// The feature of model-core that models are built for it with.
    pub backend: &'static str,
    /// How exactly it knows what the columns of a view are.
    pub view_types: ViewTypes,
    /// How long an identifier may be.
    pub identifier_limit: IdentifierLimit,
    /// How long a value of an enumeration may be.
    pub enum_value_limit: IdentifierLimit,
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
    pub fn ignores(&self, table: &str) -> bool {
        TOOL_TABLES
            .iter()
            .copied()
            .chain(self.ignore.iter().map(String::as_str))
            .any(|pattern| WildMatch::new_case_insensitive(pattern).matches(table))
    }
}

/// Where a run that is not one transaction keeps its progress; only there while there is one.
pub const PROGRESS_TABLE: &str = "__migrate_progress";

/// Tables that tools keep for themselves, on every database.
pub const TOOL_TABLES: &[&str] = &["__diesel_schema_migrations", PROGRESS_TABLE];

/// How a connection is worked with, and how migrations run over it, as data.
#[derive(Debug)]
pub struct Session {
    /// Gives a row where the table `{table}` is there, as Diesel's own is.
    pub table_exists: &'static str,
    /// Begins a migration's transaction.
    pub begin: &'static str,
    /// Keeps whoever else writes Diesel's table out of it, to the end of the transaction. `None` where
    /// statements that change the schema end the transaction, and the lock with it.
    pub lock_history: Option<&'static str>,
    /// What is set first in a transaction, so that its statements wait no longer than `{ms}` milliseconds
    /// for what another session holds. It ends with the transaction.
    pub wait_in_transaction: Option<&'static str>,
    /// The same for the whole session, in `{s}` seconds; put back by `settings`.
    pub wait_in_session: &'static [&'static str],
    /// How its SQL is cut into statements.
    pub lexis: Lexis,
    /// Statements that are sent together outside of a transaction are one all the same.
    pub sent_together_is_transaction: bool,
    /// Settings of the connection that a migration may switch and that are put back afterwards:
    /// the question, and what sets the answer.
    pub settings: &'static [(&'static str, &'static str)],
    /// How the progress of a run is kept.
    pub progress: ProgressTable,
    /// Where migrations are tried.
    pub scratch: ScratchDatabase,
    /// Gives the product and its version, without what a distribution adds.
    pub version: &'static str,
    /// What to look at where no connection comes about.
    pub connect_advice: &'static str,
}

/// How the progress of a run is kept.
#[derive(Debug)]
pub struct ProgressTable {
    /// Stands after the columns in the statement that makes the table.
    pub options: &'static str,
    /// Seconds since 1970 by the clock of the server, which all who look at the lease share.
    pub now: &'static str,
    /// The lease is renewed beside a statement that takes long. Not so where whoever would take it
    /// over has to wait for that statement anyway.
    pub renewed: bool,
    /// Gives a row where some tables forget nothing when a transaction is rolled back.
    pub tables_without_transactions: Option<&'static str>,
}

/// What a statement is to the transaction that it runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Effect {
    /// It changes nothing but the session, and is run again in every session that needs it.
    Session,
    /// It can be in a transaction, and is undone with it.
    Undoable,
    /// It ends the transaction, or can't be in one.
    Final {
        /// Running it twice does what running it once does.
        repeatable: bool,
    },
    /// Begins a transaction.
    Begin,
    /// Ends it.
    Commit,
    /// Undoes it.
    Rollback,
    /// From here on the session may only touch the tables it named, to `Unlock`.
    Lock,
    /// The end of that.
    Unlock,
}

/// A session that keeps another one waiting, or may be the one that does.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Blocker {
    /// Its number on the server.
    pub id: String,
    /// Who it is, since when and what it does, for a person.
    pub description: String,
    /// The server says so. Otherwise it is only one of those that could.
    pub certain: bool,
}

impl std::fmt::Display for Blocker {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let perhaps = if self.certain { "" } else { "perhaps; " };
        write!(f, "session {} ({perhaps}{})", self.id, self.description)
    }
}

/// Where migrations are tried before they touch a real database.
#[derive(Debug)]
pub enum ScratchDatabase {
    /// In memory, at this URL.
    InMemory(&'static str),
    /// On the same server. `{name}` stands for the scratch database's name.
    OnServer {
        /// Gives the statement that makes it.
        create: &'static str,
        /// Drops it.
        drop: &'static str,
        /// Gives the names of those that begin with `{prefix}`, each with a value where somebody is
        /// connected to it.
        list: &'static str,
    },
}

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

/// What one database does in its own way.
pub trait Dialect: Sync {
    /// Its name for people.
    fn name(&self) -> &'static str;
    /// Its properties.
    fn capabilities(&self) -> &'static Capabilities;
    /// How a connection is worked with.
    fn session(&self) -> &'static Session;
    /// The schemes of its URLs, in lower case; an empty one is of URLs without a scheme.
    fn schemes(&self) -> &'static [&'static str];
    /// Reads a URL of one of these schemes, given what stands after its `:`, as the driver does. Nothing of
    /// it may be left over. The reason of an error tells no text of the URL that can be a password.
    fn read_url(&self, scheme: &str, rest: &str) -> Result<Address, String>;
    /// Opens a connection. `patience` is how long whoever works on the same file is waited for; servers
    /// are told with each transaction (see `Session::wait_in_transaction`).
    fn connect(
        &self,
        url: &DatabaseUrl,
        patience: Duration,
    ) -> Result<Box<dyn Connection>, DatabaseError>;
    /// What a statement is to the transaction that it runs in.
    fn effect(&self, sql: &str) -> Effect;
    /// The sessions that keep the one waiting that runs this statement, as far as the server tells;
    /// asked from another connection.
    fn blockers(&self, other: &mut dyn Connection, sql: &str) -> Vec<Blocker> {
        let _ = (other, sql);
        Vec::new()
    }
    /// Whether some session runs this statement now, for instance one whose client is gone.
    fn running(&self, other: &mut dyn Connection, sql: &str) -> Option<Blocker> {
        let _ = (other, sql);
        None
    }
    /// Takes away what a statement leaves behind when it fails or is cut off.
    fn tidy_up(&self, connection: &mut dyn Connection, sql: &str) -> Result<(), DatabaseError> {
        let _ = (connection, sql);
        Ok(())
    }
    /// An identifier, quoted.
    fn quote(&self, identifier: &str) -> String;
    /// The name of a table or a view, quoted, with its namespace where it has one.
    fn quote_name(&self, name: &QualifiedName) -> String {
        match &name.schema {
            Some(schema) => format!("{}.{}", self.quote(schema), self.quote(&name.name)),
            None => self.quote(&name.name),
        }
    }
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
    fn normalize(
        &self,
        database: Option<&mut dyn Connection>,
        desired: Schema,
        actual: &Schema,
    ) -> Result<Schema, SchemaError>;
    /// Gives what `to` says the words of `from` where the database has several for one expression, so
    /// that they can be compared to the letter. Both are physical. Leaves no trace in the database.
    fn respell(
        &self,
        database: &mut dyn Connection,
        from: &Schema,
        to: Schema,
    ) -> Result<Schema, SchemaError> {
        let _ = (database, from);
        Ok(to)
    }
    /// How names, types and expressions are compared.
    fn equivalence(&self) -> &dyn Equivalence;
    /// Puts the differences into steps, in the order in which they can be run.
    fn plan(&self, diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError>;
    /// What a change of type does to the values.
    fn retype(&self, before: &str, after: &str) -> Retype;
    /// The rows in which a change of type is felt. The column's name is not quoted; `target` has the
    /// types that the migration makes.
    fn retyped_rows(&self, column: &str, before: &str, after: &str, target: &Schema)
    -> RetypedRows;
    /// An expression as a value of a column's type, where the database would take it for one of another.
    fn typed(&self, expression: &str, native: &str) -> String {
        let _ = native;
        expression.to_owned()
    }
    /// The part of a value that an index looks at: its first characters or bytes.
    fn prefix(&self, expression: &str, length: u32) -> String {
        format!("left({expression}, {length})")
    }
    /// A value compared by a collation, by the name that a schema has for it.
    fn collated(&self, expression: &str, collation: &str) -> String {
        format!("{expression} COLLATE {}", self.quote(collation))
    }
    /// Which locks a change takes that keep others waiting (`blocks-writes`, `blocks-reads`), and
    /// what is in danger that only this database has.
    fn locks(&self, diff: &SchemaDiff) -> Vec<Hazard> {
        let _ = diff;
        Vec::new()
    }
    /// The ways to write the type of a column above a field of a model, the best first: the reverse of
    /// `lower`. There is always one.
    fn field_types(&self, schema: &Schema, table: &Table, column: &Column) -> Vec<FieldType>;
    /// The columns of a view that is there.
    fn view_columns(
        &self,
        database: &mut dyn Connection,
        view: &QualifiedName,
    ) -> Result<Vec<ViewColumn>, DatabaseError>;
    /// Types as the database prints them.
    fn printed_types(
        &self,
        database: &mut dyn Connection,
        natives: Vec<String>,
    ) -> Result<Vec<String>, DatabaseError> {
        let _ = database;
        Ok(natives)
    }
    /// Whether the database itself gives a new row its value in a column, by counting.
    fn is_counted(&self, table: &Table, column: &Column) -> bool {
        let _ = table;
        !column.identity.is_none()
    }
    /// The indexes, by their names, that `lower` makes for the foreign keys of a table.
    fn serving_indexes(&self, table: &Table) -> Vec<String> {
        let _ = table;
        Vec::new()
    }
    /// The unique constraint that an index is, where the database has one thing for both.
    fn as_unique(&self, index: &Index) -> Option<Unique> {
        let _ = index;
        None
    }
    /// Tries a migration on a copy of `diff.from` where a copy is free: up must lead to `diff.to`, down
    /// back, and what is only seen must still work.
    fn prove(&self, diff: &SchemaDiff, migration: &[Draft]) -> Result<Proof, ProofError> {
        let _ = (diff, migration);
        Ok(Proof::Untried(format!("{} has no copy of a schema for free", self.name())))
    }
}

/// A column that a view gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ViewColumn {
    /// Its name.
    pub name: String,
    /// Its type, where the database knows one.
    pub native: Option<String>,
}

/// The values that the person gave for the existing rows of new required columns, as SQL
/// expressions by table and column.
pub type Fills = BTreeMap<(QualifiedName, String), String>;

#[cfg(test)]
mod tests {
    use super::Scope;

    #[test]
    fn what_is_ignored() {
        let scope = Scope { ignore: vec!["cache_*".into(), "*a*a*a*a*a*a*a*a*a*a*b".into()] };
        assert!(scope.ignores("cache_entry"));
        assert!(scope.ignores("CACHE_entry"));
        assert!(!scope.ignores("entry"));
        assert!(scope.ignores("__diesel_schema_migrations"));
        assert!(!scope.ignores(&"a".repeat(10_000)));
    }
}
