//! Puts differences into an order in which a database can run them. A statement is a value of its
//! database's own vocabulary; here it is only known that it can be written as SQL.

mod graph;
pub mod objects;
mod order;
pub mod refuse;
mod rename_order;
mod temporary_name;

use std::collections::BTreeSet;
use std::fmt;

use model_core::schema::{ObjectName, QualifiedName};

pub use graph::Graph;
pub use order::creation_order;
pub use rename_order::rename_order;
pub use temporary_name::{IdentifierLimit, TemporaryNames};

/// One statement of a database, as a value.
pub trait Statement: fmt::Debug {
    /// Its SQL, without the semicolon at its end.
    fn sql(&self) -> String;
}

/// Everything to be run, in order. Several parts are several migrations, where one transaction
/// can't hold it all.
#[derive(Debug, Default)]
pub struct Plan {
    /// At least one, unless there is nothing to do.
    pub parts: Vec<Part>,
    /// Tables that are made anew with their rows, by their names in the target.
    pub rewritten: BTreeSet<QualifiedName>,
    /// Tables whose rows an `UPDATE` of ours changes, by their names in the target.
    pub updated: BTreeSet<QualifiedName>,
    /// Views, functions, triggers … that are dropped and made again, by their names in the start.
    pub remade: BTreeSet<ObjectName>,
}

/// What one migration runs.
#[derive(Debug)]
pub struct Part {
    /// In order.
    pub statements: Vec<Box<dyn Statement>>,
    /// What holds it together.
    pub transaction: Transaction,
}

/// The transaction that a migration runs in.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Transaction {
    /// Diesel wraps it in one.
    Diesel,
    /// It begins and ends one by its own statements.
    Own,
    /// None.
    None,
}

impl Plan {
    /// One migration in a transaction of Diesel's; none where there are no statements.
    pub fn transactional<S: Statement + 'static>(statements: Vec<S>) -> Self {
        Self::new(statements, Transaction::Diesel)
    }

    /// One migration; none where there are no statements.
    pub fn new<S: Statement + 'static>(statements: Vec<S>, transaction: Transaction) -> Self {
        if statements.is_empty() {
            return Self::default();
        }
        let boxed = |statement: S| Box::new(statement) as Box<dyn Statement>;
        let statements = statements.into_iter().map(boxed).collect();
        Self { parts: vec![Part { statements, transaction }], ..Self::default() }
    }
}

/// Why there is no way from one schema to the other.
#[derive(Debug, thiserror::Error)]
pub enum PlanError {
    /// A change that would damage something that is only seen, or that no statement can make.
    #[error("{object}: {problem}; {advice}")]
    Refused {
        /// The table, column or other object.
        object: String,
        /// What can't be done, and why.
        problem: String,
        /// What to do next.
        advice: String,
    },
}
