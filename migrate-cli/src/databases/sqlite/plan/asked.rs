//! What SQLite itself says of a plan, on a copy of the start.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, ObjectName, QualifiedName, Schema, SchemaObject};

use crate::database::{Connection, DatabaseError};
use crate::databases::sqlite::copy::part;
use crate::databases::sqlite::equivalence::SqliteEquivalence;
use crate::databases::sqlite::references::fill_in_columns;
use crate::databases::sqlite::render::render;
use crate::databases::sqlite::session::LEXIS;
use crate::databases::sqlite::statement::Statement;
use crate::diff::{Equivalence, SchemaDiff};
use crate::sql::{Token, TokenKind};

/// The views and triggers that keep SQLite from running these statements, by their names at the start: where it
/// renames a table or column, or drops a column, it looks at all of them, and stops at one that does not work.
pub(super) fn in_the_way(diff: &SchemaDiff, statements: &[Statement]) -> BTreeSet<ObjectName> {
    let mut found = BTreeSet::new();
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
    let Some((last, _)) = last.last() else { return found };
    if !diff.from.objects.iter().any(|o| SqliteEquivalence.manages(o.kind)) {
        return found;
    }
    let Ok(mut copy) = part(&diff.from) else { return found };
    for statement in &statements[..=last] {
        while let Err(error) = copy.execute(&render(statement)) {
            let Some(object) = named(&error, diff).filter(|o| !found.contains(&o.object_name()))
            else {
                return found;
            };
            found.insert(object.object_name());
            if copy.execute(&render(&Statement::drop_object(object))).is_err() {
                return found;
            }
        }
    }
    found.extend(respelt(copy.as_mut(), diff));
    found
}

/// The object of the start that an error names: `error in view v after rename: …`.
fn named<'a>(error: &DatabaseError, diff: &'a SchemaDiff) -> Option<&'a SchemaObject> {
    let DatabaseError::Statement { reason, .. } = error else { return None };
    let is_named = |o: &&SchemaObject| {
        let rest = reason.strip_prefix("error in ").and_then(|r| r.strip_prefix(o.kind.word()));
        let rest = rest.and_then(|r| r.strip_prefix(' ')?.strip_prefix(o.name.name.as_str()));
        rest.is_some_and(|rest| rest.starts_with(':') || rest.starts_with(" after "))
    };
    // One name may begin with another.
    diff.from.objects.iter().filter(is_named).max_by_key(|o| o.name.name.len())
}

/// The columns of each view of a schema, as far as it can be read.
pub(super) fn columns_of_views(schema: &Schema) -> BTreeMap<QualifiedName, Vec<String>> {
    let mut objects = schema.objects.clone();
    if let Ok(mut copy) = part(schema) {
        fill_in_columns(copy.as_mut(), &mut objects);
    }
    let views = objects.into_iter().filter(|o| o.kind == ObjectKind::View);
    views.map(|view| (view.name, view.interface)).collect()
}

/// Those of which SQLite has written the quotes anew, while another database has them as they were.
fn respelt(copy: &mut dyn Connection, diff: &SchemaDiff) -> Vec<ObjectName> {
    if !diff.to.complete {
        return Vec::new();
    }
    let texts = copy.query("SELECT type, name, sql FROM sqlite_schema").unwrap_or_default();
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
    diff.from.objects.iter().filter(|o| !stays(o)).map(SchemaObject::object_name).collect()
}

/// Whether a text in one is in double quotes, as a name is, in the other.
fn has_other_quotes(a: &str, b: &str) -> bool {
    let (a, b) = (LEXIS.tokens(a), LEXIS.tokens(b));
    let is_text = |token: &Token<'_>| token.kind == TokenKind::Text;
    a.len() == b.len() && a.iter().zip(&b).any(|(a, b)| is_text(a) != is_text(b))
}
