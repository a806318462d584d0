//! The views, functions, triggers … that models declare, as the database keeps them.
//!
//! No reader of ours knows how a database prints what it was given: a scratch database gets the tables of
//! the models, what stands beside them, and the declared texts; what it says of them then is compared with
//! the live database, print with print.

mod columns;
mod scratch;

use model_core::schema::{
    Declaration, ObjectKind, Origin, QualifiedName, Schema, SchemaObject, Sequence,
};

use crate::database::Connection;
use crate::dialect::{Dialect, Scope};
use crate::problem::{Problem, Result};
use crate::sql::{self, Header, Lexis};
use scratch::{Step, Steps};

/// One statement that models declare.
struct Declared<'a> {
    header: Header,
    sql: String,
    /// Statements of what comes with it: the indexes of a materialized view.
    rest: Vec<String>,
    origin: &'a Origin,
}

/// Puts what `desired` declares beside its tables, as the database behind `scratch`, which is empty, prints
/// it. `actual` is what the models are compared with.
///
/// # Errors
///
/// Where a text is no statement that can be declared, or the database refuses it, or the view of a struct
/// lacks a column or gives it in another way than the struct reads it.
pub fn declare(
    scratch: &mut dyn Connection,
    dialect: &dyn Dialect,
    desired: &mut Schema,
    actual: &Schema,
) -> Result<()> {
    let lexis = &dialect.session().lexis;
    let backend = dialect.capabilities().backend;
    desired.declarations.retain(|d| d.only.is_empty() || d.only.iter().any(|name| name == backend));
    let declared = read_all(dialect, desired)?;
    let is_declared = |o: &SchemaObject| declared.iter().any(|d| d.header.names(o, lexis));
    let mut beside = Schema { complete: true, ..desired.clone() };
    beside.declarations.clear();
    if !desired.complete {
        add_unsaid(&mut beside, actual);
    }
    beside.objects.retain(|o| dialect.equivalence().manages(o.kind) && !is_declared(o));
    // Whose it is and who may use it is not asked, and another server may lack the role.
    beside.tables.iter_mut().for_each(|table| table.grants.clear());
    beside.sequences.iter_mut().for_each(|sequence| sequence.grants.clear());
    for object in &mut beside.objects {
        object.owner = None;
        object.grants.clear();
    }
    let mut steps = Steps::of(&beside, dialect)?;
    for one in &declared {
        steps.push(Step::declared(&one.sql, one.origin));
        one.rest.iter().for_each(|sql| steps.push(Step::declared(sql, one.origin)));
    }
    steps.run(scratch)?;
    let printed = dialect.introspect(scratch, &Scope::default())?;
    let mut objects: Vec<SchemaObject> = Vec::new();
    for one in &declared {
        let mut found = printed.objects.iter().filter(|o| one.header.names(o, lexis)).peekable();
        if found.peek().is_none() {
            return Err(at(one.origin, format!("{} does not make {}", dialect.name(), one.header)));
        }
        for object in found {
            let name = object.object_name();
            if objects.iter().any(|o| o.object_name() == name) {
                continue;
            }
            let mut object = SchemaObject { origin: Some(one.origin.clone()), ..object.clone() };
            // The text says nothing of these.
            if let Some(there) = actual.objects.iter().find(|o| o.object_name() == name) {
                object.grants.clone_from(&there.grants);
                object.comment.clone_from(&there.comment);
                object.owner.clone_from(&there.owner);
            }
            objects.push(object);
        }
    }
    let kept: Vec<SchemaObject> =
        desired.objects.iter().filter(|o| !is_declared(o)).cloned().collect();
    desired.objects = objects.into_iter().chain(kept).collect();
    columns::check(scratch, dialect, desired, &printed)?;
    desired.sort();
    Ok(())
}

/// Adds what models never say and their tables may use: a sequence that a default draws from, an extension.
fn add_unsaid(beside: &mut Schema, actual: &Schema) {
    let lacks = |name: &QualifiedName| !beside.sequences.iter().any(|s| s.name == *name);
    let sequences: Vec<Sequence> = actual
        .sequences
        .iter()
        .filter(|sequence| lacks(&sequence.name))
        .map(|sequence| Sequence { owned_by: None, ..sequence.clone() })
        .collect();
    beside.sequences.extend(sequences);
    for extension in &actual.extensions {
        if !beside.extensions.iter().any(|own| own.name == extension.name) {
            beside.extensions.push(extension.clone());
        }
    }
    for collation in &actual.collations {
        if !beside.collations.iter().any(|own| own.name == collation.name) {
            beside.collations.push(collation.clone());
        }
    }
    for found in &actual.enums {
        if beside.enumeration(&found.name).is_none() {
            beside.enums.push(found.clone());
        }
    }
    for namespace in &actual.namespaces {
        if !beside.namespaces.contains(namespace) {
            beside.namespaces.push(namespace.clone());
        }
    }
}

/// Every statement that is declared, once.
fn read_all<'a>(dialect: &dyn Dialect, desired: &'a Schema) -> Result<Vec<Declared<'a>>> {
    let mut all: Vec<Declared<'a>> = Vec::new();
    for declaration in &desired.declarations {
        for one in read(dialect, desired, declaration)? {
            if !dialect.equivalence().manages(one.header.kind) {
                return Err(at(
                    one.origin,
                    format!("{} has no {}", dialect.name(), plural(one.header.kind)),
                ));
            }
            // Functions of one name may differ in what they take.
            let is_again = one.header.kind != ObjectKind::Function
                && all.iter().any(|other| other.header == one.header);
            if is_again {
                return Err(at(one.origin, format!("{} is declared twice", one.header)));
            }
            all.push(one);
        }
    }
    Ok(all)
}

fn read<'a>(
    dialect: &dyn Dialect,
    desired: &Schema,
    declaration: &'a Declaration,
) -> Result<Vec<Declared<'a>>> {
    let (lexis, origin) = (&dialect.session().lexis, &declaration.origin);
    let Some(view) = &declaration.view else {
        return statements(&declaration.sql, lexis, origin);
    };
    if !is_query(&declaration.sql, lexis) {
        return Err(at(origin, "the query of the view is not one SELECT".to_owned()));
    }
    let kind = match view.materialized {
        true => ObjectKind::MaterializedView,
        false => ObjectKind::View,
    };
    let name = dialect.quote_name(&view.name);
    let query = declaration.sql.trim().trim_end_matches(';').trim_end();
    let sql = format!("CREATE {} {name} AS\n{query}", kind.word().to_uppercase());
    let header = Header { kind, name: view.name.clone(), table: None };
    let rest = scratch::index_statements(view, desired, dialect)?;
    Ok(vec![Declared { header, sql, rest, origin }])
}

/// Whether this can stand behind `CREATE VIEW … AS` without ending it.
fn is_query(sql: &str, lexis: &Lexis) -> bool {
    let found = sql::statements(sql, lexis);
    let begins = ["SELECT", "WITH", "VALUES", "TABLE", "("];
    matches!(found.as_slice(), [one] if begins.contains(&one.word.as_str()) || sql[one.span.clone()].starts_with('('))
}

fn statements<'a>(text: &str, lexis: &Lexis, origin: &'a Origin) -> Result<Vec<Declared<'a>>> {
    let mut all = Vec::new();
    for statement in sql::statements(text, lexis) {
        let sql = text[statement.span].trim_end_matches(';').to_owned();
        let Some(header) = Header::read(&sql, lexis) else {
            let begin: String = sql.chars().take(40).collect();
            return Err(at(
                origin,
                format!(
                    "`{begin}` does not create a view, function, procedure, trigger, rule, policy, \
                     domain, type, statistics or event"
                ),
            ));
        };
        all.push(Declared { header, sql, rest: Vec::new(), origin });
    }
    if all.is_empty() {
        return Err(at(origin, "there is no statement in it".to_owned()));
    }
    Ok(all)
}

fn plural(kind: ObjectKind) -> String {
    match kind {
        ObjectKind::Policy => "policies".to_owned(),
        ObjectKind::Statistics => "extended statistics".to_owned(),
        other => format!("{}s", other.word()),
    }
}

fn at(origin: &Origin, what: String) -> Problem {
    Problem::new(format!("{} ({}:{}): {what}", origin.rust_type, origin.file, origin.line))
}
