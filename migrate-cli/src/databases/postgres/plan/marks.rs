//! What a table keeps of one of its indexes: the one that `CLUSTER` orders its rows by, and the one
//! that identifies a row to those that follow the changes.

use model_core::schema::Table;

use crate::databases::postgres::options::TableOptions;
use crate::databases::postgres::statement::{Clause, ReplicaIdentity, Statement};
use crate::diff::TableDiff;

/// What an index is to its table.
#[derive(Debug, Clone, Copy, Default)]
pub struct Mark {
    pub clusters: bool,
    pub identifies: bool,
}

/// An index, or a constraint with one.
#[derive(Debug)]
pub struct Marked {
    /// Its name in the target.
    pub name: String,
    pub was: Mark,
    pub is: Mark,
    /// Whether it is the same index on both sides. One that is made is marked where it is made.
    pub stays: bool,
}

/// All indexes of a table.
#[derive(Debug, Default)]
pub struct Marks(Vec<Marked>);

impl Marks {
    pub fn add(&mut self, marked: Marked) {
        self.0.push(marked);
    }

    /// What of it changes for the indexes that stay.
    pub fn statements(&self, table: &TableDiff) -> Vec<Statement> {
        let clauses = self.cluster().into_iter().chain(self.identity(table));
        clauses.map(|clause| Statement::alter_by(&table.after.name, clause)).collect()
    }

    fn cluster(&self) -> Option<Clause> {
        match self.0.iter().find(|index| index.is.clusters) {
            Some(index) => {
                (index.stays && !index.was.clusters).then(|| Clause::ClusterOn(index.name.clone()))
            }
            None => self
                .0
                .iter()
                .any(|index| index.stays && index.was.clusters)
                .then_some(Clause::WithoutCluster),
        }
    }

    fn identity(&self, table: &TableDiff) -> Option<Clause> {
        if let Some(index) = self.0.iter().find(|index| index.is.identifies) {
            return (index.stays && !index.was.identifies)
                .then(|| Clause::ReplicaIdentity(ReplicaIdentity::Index(index.name.clone())));
        }
        // The table remembers an index that is gone.
        let was_index = self.0.iter().any(|index| index.was.identifies);
        let (before, after) = (of_table(&table.before), of_table(&table.after));
        (was_index || before != after).then_some(Clause::ReplicaIdentity(after))
    }
}

/// What identifies a row where no index is said to.
pub fn of_table(table: &Table) -> ReplicaIdentity {
    match TableOptions::read(table).replica_identity.as_deref() {
        Some("full") => ReplicaIdentity::Full,
        Some("nothing") => ReplicaIdentity::Nothing,
        _ => ReplicaIdentity::Default,
    }
}
