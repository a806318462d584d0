//! Which views and triggers keep SQLite from renaming a table or column, or from dropping a column: it looks at
//! all of them, and stops at the first that does not work. So it is asked.

#[cfg(feature = "sqlite")]
use model_core::schema::ObjectKind;
use model_core::schema::ObjectName;

#[cfg(feature = "sqlite")]
use crate::database::DatabaseError;
#[cfg(feature = "sqlite")]
use crate::databases::sqlite::copy::copy;
#[cfg(feature = "sqlite")]
use crate::databases::sqlite::render::render;
use crate::databases::sqlite::statement::Statement;
use crate::diff::SchemaDiff;

/// The first that is in the way of these statements, by its name at the start.
#[cfg(feature = "sqlite")]
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
    let failed = statements[..=last].iter().find_map(|s| copy.execute(&render(s)).err())?;
    let DatabaseError::Statement { reason, .. } = failed else { return None };
    let named = diff.from.objects.iter().filter(|o| is_named(&reason, o.kind, &o.name.name));
    // One name may begin with another.
    named.max_by_key(|o| o.name.name.len()).map(|o| o.object_name())
}

/// `error in view v after rename: …`
#[cfg(feature = "sqlite")]
fn is_named(reason: &str, kind: ObjectKind, name: &str) -> bool {
    let rest = reason.strip_prefix("error in ").and_then(|r| r.strip_prefix(kind.word()));
    let rest = rest.and_then(|r| r.strip_prefix(' ')).and_then(|r| r.strip_prefix(name));
    rest.is_some_and(|rest| rest.starts_with(':') || rest.starts_with(" after "))
}

#[cfg(not(feature = "sqlite"))]
pub(super) fn first(_: &SchemaDiff, _: &[Statement]) -> Option<ObjectName> {
    None
}
