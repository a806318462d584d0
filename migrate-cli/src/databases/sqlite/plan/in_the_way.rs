//! Which views and triggers keep SQLite from renaming a table or column, or from dropping a column: it looks at
//! all of them, and stops at the first that does not work. So it is asked.

use model_core::schema::{ObjectKind, ObjectName, SchemaObject};

use crate::database::{Connection, DatabaseError};
use crate::databases::sqlite::copy::copy;
use crate::databases::sqlite::render::render;
use crate::databases::sqlite::session::LEXIS;
use crate::databases::sqlite::statement::Statement;
use crate::diff::SchemaDiff;
use crate::sql::{Token, TokenKind};

/// The first that is in the way of these statements, by its name at the start.
pub(super) fn first(diff: &SchemaDiff, statements: &[Statement]) -> Option<ObjectName> {
    let mut is_legacy = false;
    let last = statements.iter().enumerate().filter(|(_, statement)| match statement {
        Statement::LegacyAlterTable(on) => {
            is_legacy = *on;
            false
        }
        Statement::RenameTable { .. } => !is_legacy,
        Statement::RenameColumn { .. } | Statement::DropColumn { .. } => true,
        _ => false,
    });
    let last = last.map(|(at, _)| at).last()?;
    if !diff.from.objects.iter().any(|o| super::objects::is_written(o.kind)) {
        return None;
    }
    let mut copy = copy(&diff.from).ok()?;
    let failed = statements[..=last].iter().find_map(|s| copy.execute(&render(s)).err());
    let reason = match failed {
        None => return respelt(copy.as_mut(), diff),
        Some(DatabaseError::Statement { reason, .. }) => reason,
        Some(_) => return None,
    };
    let named = diff.from.objects.iter().filter(|o| is_named(&reason, o.kind, &o.name.name));
    // One name may begin with another.
    named.max_by_key(|o| o.name.name.len()).map(|o| o.object_name())
}

/// The first of which SQLite has written the quotes anew, while another database has it as it was.
fn respelt(copy: &mut dyn Connection, diff: &SchemaDiff) -> Option<ObjectName> {
    if !diff.to.complete {
        return None;
    }
    let texts = copy.query("SELECT type, name, sql FROM sqlite_schema").ok()?;
    let text = |object: &SchemaObject| {
        texts.iter().find_map(|row| match row.as_slice() {
            [Some(kind), Some(name), sql]
                if kind == object.kind.word() && *name == object.name.name =>
            {
                sql.as_deref()
            }
            _ => None,
        })
    };
    let stays = |object: &&SchemaObject| {
        let after = diff.to.objects.iter().find(|o| o.kind == object.kind && o.name == object.name);
        let after = after.and_then(|after| after.definition.as_deref());
        !after.zip(text(object)).is_some_and(|(wanted, has)| has_other_quotes(wanted, has))
    };
    diff.from.objects.iter().find(|o| !stays(o)).map(SchemaObject::object_name)
}

/// Whether a text in one is in double quotes, as a name is, in the other.
fn has_other_quotes(a: &str, b: &str) -> bool {
    let (a, b) = (LEXIS.tokens(a), LEXIS.tokens(b));
    let is_text = |token: &Token<'_>| token.kind == TokenKind::Text;
    a.len() == b.len() && a.iter().zip(&b).any(|(a, b)| is_text(a) != is_text(b))
}

/// `error in view v after rename: …`
fn is_named(reason: &str, kind: ObjectKind, name: &str) -> bool {
    let rest = reason.strip_prefix("error in ").and_then(|r| r.strip_prefix(kind.word()));
    let rest = rest.and_then(|r| r.strip_prefix(' ')).and_then(|r| r.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with(':') || rest.starts_with(" after "))
}
