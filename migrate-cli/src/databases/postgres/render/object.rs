//! What is more than a table, as SQL.

use model_core::schema::{Attribute, Check, Grant, ObjectKind, SchemaObject};

use crate::databases::postgres::quote::{literal, qualified, quote};
use crate::databases::postgres::statement::{
    AttributeChange, DomainChange, Granted, ObjectStatement,
};

/// The SQL of one statement, without the semicolon at its end.
pub fn render(statement: &ObjectStatement) -> String {
    match statement {
        ObjectStatement::LeaveBodiesUnchecked => "SET LOCAL check_function_bodies = off".to_owned(),
        ObjectStatement::Create(object) => {
            let rows = if object.unfilled { "\n  WITH NO DATA" } else { "" };
            format!("{}{rows}", object.definition.as_deref().unwrap_or_default())
        }
        ObjectStatement::Replace(object) => {
            let text = object.definition.clone().unwrap_or_default();
            text.replacen("CREATE ", "CREATE OR REPLACE ", 1)
        }
        ObjectStatement::Drop(object) => format!("DROP {}", title(object)),
        ObjectStatement::Set(text) => text.clone(),
        ObjectStatement::AlterDomain { domain, change } => {
            format!("ALTER DOMAIN {} {}", qualified(domain), domain_change(change))
        }
        ObjectStatement::AlterType { of, changes } => {
            let changes: Vec<String> = changes.iter().map(attribute_change).collect();
            format!("ALTER TYPE {} {}", qualified(of), changes.join(", "))
        }
        ObjectStatement::Grant { on, grant } => {
            let option = if grant.grantable { " WITH GRANT OPTION" } else { "" };
            format!("GRANT {} TO {}{option}", privilege(on, grant), grantee(grant))
        }
        ObjectStatement::Revoke { on, grant } => {
            format!("REVOKE {} FROM {}", privilege(on, grant), grantee(grant))
        }
        ObjectStatement::Rename { of, to } => {
            format!("ALTER {} RENAME TO {}", title(of), quote(to))
        }
        ObjectStatement::SetOwner { of, to } => {
            format!("ALTER {} OWNER TO {}", title(of), quote(to))
        }
        ObjectStatement::Comment(object) => {
            let text = object.comment.as_deref().map_or_else(|| "NULL".to_owned(), literal);
            format!("COMMENT ON {} IS {text}", title(object))
        }
    }
}

/// The kind and the name, as `DROP` and `COMMENT ON` take them.
fn title(object: &SchemaObject) -> String {
    let name = qualified(&object.name);
    let signature = || format!("({})", object.signature.as_deref().unwrap_or_default());
    let on = || {
        let table = object.table.as_ref().map(qualified).unwrap_or_default();
        format!("{} ON {table}", quote(&object.name.name))
    };
    match object.kind {
        ObjectKind::View => format!("VIEW {name}"),
        ObjectKind::MaterializedView => format!("MATERIALIZED VIEW {name}"),
        ObjectKind::Function if is_aggregate(object) => format!("AGGREGATE {name}{}", signature()),
        ObjectKind::Function => format!("FUNCTION {name}{}", signature()),
        ObjectKind::Procedure => format!("PROCEDURE {name}{}", signature()),
        ObjectKind::Trigger => format!("TRIGGER {}", on()),
        ObjectKind::Rule => format!("RULE {}", on()),
        ObjectKind::Policy => format!("POLICY {}", on()),
        ObjectKind::Domain => format!("DOMAIN {name}"),
        ObjectKind::Type => format!("TYPE {name}"),
        ObjectKind::Statistics => format!("STATISTICS {name}"),
        ObjectKind::Event | ObjectKind::Table | ObjectKind::Publication | ObjectKind::Dependent => {
            format!("{} {name}", object.kind.word().to_uppercase())
        }
    }
}

/// `pg_proc.prokind` is the first of what a routine shows to those that use it.
fn is_aggregate(object: &SchemaObject) -> bool {
    object.interface.first().is_some_and(|kind| kind == "a")
}

fn privilege(on: &Granted, grant: &Grant) -> String {
    let column = grant.column.as_ref().map(|c| format!(" ({})", quote(c))).unwrap_or_default();
    let object = match on {
        Granted::Table(name) => format!("TABLE {}", qualified(name)),
        Granted::Sequence(name) => format!("SEQUENCE {}", qualified(name)),
        Granted::Object(object) => match object.kind {
            ObjectKind::View | ObjectKind::MaterializedView => {
                format!("TABLE {}", qualified(&object.name))
            }
            // The privileges of an aggregate are those of a function.
            ObjectKind::Function => format!(
                "FUNCTION {}({})",
                qualified(&object.name),
                object.signature.as_deref().unwrap_or_default()
            ),
            _ => title(object),
        },
    };
    format!("{}{column} ON {object}", grant.privilege)
}

fn grantee(grant: &Grant) -> String {
    if grant.grantee.is_empty() { "PUBLIC".to_owned() } else { quote(&grant.grantee) }
}

fn domain_change(change: &DomainChange) -> String {
    match change {
        DomainChange::Default(Some(default)) => format!("SET DEFAULT {default}"),
        DomainChange::Default(None) => "DROP DEFAULT".to_owned(),
        DomainChange::NotNull(true) => "SET NOT NULL".to_owned(),
        DomainChange::NotNull(false) => "DROP NOT NULL".to_owned(),
        DomainChange::AddCheck(Check { name, expression, not_valid, .. }) => {
            let name = quote(name.as_deref().unwrap_or_default());
            let valid = if *not_valid { " NOT VALID" } else { "" };
            format!("ADD CONSTRAINT {name} CHECK ({expression}){valid}")
        }
        DomainChange::DropCheck(name) => format!("DROP CONSTRAINT {}", quote(name)),
        DomainChange::Validate(name) => format!("VALIDATE CONSTRAINT {}", quote(name)),
    }
}

fn attribute_change(change: &AttributeChange) -> String {
    let typed = |a: &Attribute| {
        let collation = a.collation.as_ref().map(|c| format!(" COLLATE {c}")).unwrap_or_default();
        format!("{}{collation}", a.ty)
    };
    match change {
        AttributeChange::Add(a) => format!("ADD ATTRIBUTE {} {}", quote(&a.name), typed(a)),
        AttributeChange::Drop(name) => format!("DROP ATTRIBUTE {}", quote(name)),
        AttributeChange::SetType(a) => {
            format!("ALTER ATTRIBUTE {} TYPE {}", quote(&a.name), typed(a))
        }
    }
}
