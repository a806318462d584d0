//! What can be counted about a change, as SQL.

use model_core::schema::QualifiedName;

use crate::dialect::Dialect;

/// Rows to be counted. Names are those of the start.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub enum Question {
    /// All rows of a table.
    Rows(QualifiedName),
    /// Rows with a value in a column.
    Values(QualifiedName, String),
    /// Rows without one.
    Nulls(QualifiedName, String),
    /// Rows of which a condition is true.
    Where {
        /// The table.
        table: QualifiedName,
        /// On its columns.
        condition: String,
        /// What the condition needs, made in a transaction that is rolled back.
        prelude: Option<String>,
    },
    /// The rows of a query.
    Query(String),
}

impl Question {
    /// What has to be made before it can be asked.
    pub(super) fn prelude(&self) -> Option<&str> {
        match self {
            Self::Where { prelude, .. } => prelude.as_deref(),
            _ => None,
        }
    }

    /// The query whose rows are counted.
    pub(super) fn sql(&self, dialect: &dyn Dialect) -> String {
        let table = |name: &QualifiedName| dialect.quote_name(name);
        match self {
            Self::Rows(name) => format!("SELECT 1 FROM {}", table(name)),
            Self::Values(name, column) => {
                format!("SELECT 1 FROM {} WHERE {} IS NOT NULL", table(name), dialect.quote(column))
            }
            Self::Nulls(name, column) => {
                format!("SELECT 1 FROM {} WHERE {} IS NULL", table(name), dialect.quote(column))
            }
            Self::Where { table: name, condition, .. } => {
                format!("SELECT 1 FROM {} WHERE {condition}", table(name))
            }
            Self::Query(sql) => sql.clone(),
        }
    }
}
