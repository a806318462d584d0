//! Settings of the session that the statements need, put back afterwards.

use model_core::schema::{Column, DefaultValue, Table};

use crate::databases::mysql::statement::{SqlMode, Statement};
use crate::plan::Statement as _;

/// What the statements need of the session.
#[derive(Debug, Clone, Copy, Default)]
pub struct SessionNeeds {
    /// A value that does not fit is an error rather than cut or made 0 in silence.
    pub strict: bool,
    /// A 0 stays a 0 when its column begins to count.
    pub keep_zero: bool,
    /// A backslash escapes, though no statement has one: what is kept of a changed table is read again.
    pub backslash_escapes: bool,
    /// A date of zeros is a default.
    pub keep_zero_dates: bool,
    /// A default is a point in time, which was read as one of UTC.
    pub utc: bool,
    /// The history of a system-versioned table changes along with it: the server refuses to change
    /// such a table at all unless it is told so (4119).
    pub keep_history: bool,
}

/// Whether there is a backslash in an expression of a table. MySQL keeps them as they were read, and
/// reads them again under the mode of whoever changes the table.
pub fn has_backslash(table: &Table) -> bool {
    let computed = table.columns.iter().filter_map(|column| column.computed.as_ref());
    let checks = table.checks.iter().map(|check| &check.expression);
    let mut kept = computed.map(|computed| &computed.expression).chain(checks);
    kept.any(|expression| expression.contains('\\'))
}

/// Whether a table has a date with zeros in it as a default: old ones do, and no server of today
/// takes one unless it is told to.
pub fn has_zero_dates(table: &Table) -> bool {
    let is_date = |ty: &str| ty.starts_with("date") || ty.starts_with("timestamp");
    table.columns.iter().any(|column| {
        let default = column.default.as_ref().and_then(DefaultValue::sql).unwrap_or_default();
        column.ty.native().is_some_and(is_date)
            && default.starts_with('\'')
            && (default.contains("-00") || default.contains("0000"))
    })
}

/// Whether the default of a column is a point in time. The server reads it in the session's time zone.
pub fn has_point_in_time(column: &Column) -> bool {
    let default = column.default.as_ref().and_then(DefaultValue::sql).unwrap_or_default();
    let is_moment = default.starts_with('\'') && !default.contains("0000");
    column.ty.native().is_some_and(|ty| ty.starts_with("timestamp")) && is_moment
}

/// The statements, with the settings around them that they need.
pub fn wrap(statements: Vec<Statement>, needs: SessionNeeds) -> Vec<Statement> {
    let mut statements = statements;
    // The texts are written for a backslash that escapes.
    let has_backslash = needs.backslash_escapes
        || statements.iter().any(|statement| statement.sql().contains('\\'));
    let mut without: Vec<SqlMode> =
        has_backslash.then_some(SqlMode::NoBackslashEscapes).into_iter().collect();
    if needs.keep_zero_dates {
        without.extend([SqlMode::NoZeroDate, SqlMode::NoZeroInDate]);
    }
    let strict = needs.strict.then_some(SqlMode::StrictAllTables);
    let keep_zero = needs.keep_zero.then_some(SqlMode::NoAutoValueOnZero);
    let with: Vec<SqlMode> = strict.into_iter().chain(keep_zero).collect();
    if !without.is_empty() || !with.is_empty() {
        let change = Statement::ChangeSqlMode { without, with };
        statements = around(change, statements, Statement::RestoreSqlMode);
    }
    if needs.utc {
        statements = around(Statement::ChangeTimeZone, statements, Statement::RestoreTimeZone);
    }
    if needs.keep_history {
        let restore = Statement::RestoreChangesOfHistory;
        statements = around(Statement::AllowChangesOfHistory, statements, restore);
    }
    statements
}

/// The statements, with foreign keys not checked meanwhile.
pub fn without_foreign_key_checks(statements: Vec<Statement>) -> Vec<Statement> {
    if statements.is_empty() {
        return statements;
    }
    let restore = Statement::RestoreForeignKeyChecks;
    around(Statement::SuspendForeignKeyChecks, statements, restore)
}

fn around(first: Statement, statements: Vec<Statement>, last: Statement) -> Vec<Statement> {
    [first].into_iter().chain(statements).chain([last]).collect()
}
