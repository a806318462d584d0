//! Settings of the session that the statements need, put back afterwards.

use crate::databases::mysql::statement::{SqlMode, Statement};
use crate::plan::Statement as _;

/// What the statements need of the session.
#[derive(Debug, Clone, Copy, Default)]
pub struct SessionNeeds {
    /// A value that does not fit is an error rather than cut or made 0 in silence.
    pub strict: bool,
    /// A 0 stays a 0 when its column begins to count.
    pub keep_zero: bool,
    /// The history of a system-versioned table changes along with it: the server refuses to change
    /// such a table at all unless it is told so (4119).
    pub keep_history: bool,
}

/// The statements, with the settings around them that they need.
pub fn wrap(statements: Vec<Statement>, needs: SessionNeeds) -> Vec<Statement> {
    let mut statements = statements;
    // The texts are written for a backslash that escapes.
    let has_backslash = statements.iter().any(|statement| statement.sql().contains('\\'));
    let without: Vec<SqlMode> =
        has_backslash.then_some(SqlMode::NoBackslashEscapes).into_iter().collect();
    let strict = needs.strict.then_some(SqlMode::StrictAllTables);
    let keep_zero = needs.keep_zero.then_some(SqlMode::NoAutoValueOnZero);
    let with: Vec<SqlMode> = strict.into_iter().chain(keep_zero).collect();
    if !without.is_empty() || !with.is_empty() {
        let change = Statement::ChangeSqlMode { without, with };
        statements = around(change, statements, Statement::RestoreSqlMode);
    }
    if needs.keep_history {
        let restore = Statement::RestoreChangesOfHistory;
        statements = around(Statement::AllowChangesOfHistory, statements, restore);
    }
    statements
}

fn around(first: Statement, statements: Vec<Statement>, last: Statement) -> Vec<Statement> {
    [first].into_iter().chain(statements).chain([last]).collect()
}
