//! The SQL of a run, for a person to run it.

use std::fmt::Write as _;

use super::Direction;
use crate::dialect::Dialect;
use crate::history::{Applied, Migration};
use crate::output::plain;
use crate::problem::Result;
use crate::sql;

/// Everything that `upgrade` or `downgrade` would send, the account of it included.
pub fn script(
    dialect: &dyn Dialect,
    migrations: &[&Migration],
    direction: Direction,
) -> Result<String> {
    let session = dialect.session();
    let mut text = String::new();
    if direction == Direction::Up && !migrations.is_empty() {
        let _ = writeln!(text, "{};", Applied::create());
    }
    for migration in migrations {
        let body = direction.text(migration)?;
        let account = direction.account(migration, dialect);
        // Escaped: what follows a line break in a folder's name would be a statement.
        let _ = writeln!(text, "\n-- {}/{}", plain(&migration.name), direction.file());
        if migration.transaction {
            let _ = writeln!(text, "{};", session.begin);
        }
        text.push_str(body.trim_end());
        if sql::statements(&body, &session.lexis)
            .last()
            .is_some_and(|s| !body[s.span.clone()].ends_with(';'))
        {
            // On a line of its own: the last line may end in a comment.
            text.push_str("\n;");
        }
        let _ = writeln!(text, "\n{account};");
        if migration.transaction {
            text.push_str("COMMIT;\n");
        }
    }
    Ok(text)
}
