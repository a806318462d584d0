//! What is seen and never written: views, triggers, routines, events.

use std::collections::BTreeSet;

use model_core::schema::{
    ObjectKind, QualifiedName, Reference, SchemaObject, Sequence, SequenceOptions,
};

use super::catalog::{Answer, Catalog};
use super::view;
use crate::databases::mysql::session::lexis_under;
use crate::databases::mysql::unqualified;
use crate::dialect::Scope;
use crate::sql::Token;

/// The sequences of MariaDB.
pub fn sequences(catalog: &Catalog, scope: &Scope) -> Vec<Sequence> {
    catalog
        .sequences
        .iter()
        .filter(|row| !scope.ignores(row.text(0)))
        .map(|row| Sequence {
            name: QualifiedName::new(row.text(0)),
            options: SequenceOptions {
                ty: None,
                start: Some(row.number(1)),
                min: Some(row.number(2)),
                max: Some(row.number(3)),
                increment: Some(row.number(4)),
                cache: Some(row.number(5)),
                cycle: Some(row.text(6) == "1"),
            },
            owned_by: None,
        })
        .collect()
}

/// Everything else, with the tables and columns whose names stand in its definition.
pub fn read(catalog: &Catalog) -> Vec<SchemaObject> {
    let views = catalog.views.iter().map(|row| {
        let definition = unqualified(row.text(1), &catalog.database);
        SchemaObject {
            references: view::references(&definition),
            definition: Some(definition).filter(|text| !text.is_empty()),
            ..SchemaObject::new(ObjectKind::View, QualifiedName::new(row.text(0)))
        }
    });
    let triggers = catalog.triggers.iter().map(|row| {
        let table = Some(QualifiedName::new(row.text(1)));
        let mut trigger = object(catalog, ObjectKind::Trigger, row, table, 4, 5);
        trigger.definition =
            Some(format!("{} {} ON {} {}", row.text(2), row.text(3), row.text(1), row.text(4)));
        trigger
    });
    let routines =
        catalog.routines.iter().map(|row| object(catalog, ObjectKind::Function, row, None, 1, 2));
    let events =
        catalog.events.iter().map(|row| object(catalog, ObjectKind::Dependent, row, None, 1, 2));
    views.chain(triggers).chain(routines).chain(events).collect()
}

fn object(
    catalog: &Catalog,
    kind: ObjectKind,
    row: &Answer,
    table: Option<QualifiedName>,
    definition: usize,
    sql_mode: usize,
) -> SchemaObject {
    let names = names_in(row.text(definition), row.text(sql_mode));
    let mut references = references(catalog, &names);
    if let Some(table) = &table {
        // What a trigger calls OLD.x and NEW.x are columns of the table that it hangs on.
        references.extend(columns_in(catalog, &table.name, &names));
        references.sort();
        references.dedup();
    }
    SchemaObject {
        table,
        definition: row.filled(definition),
        references,
        ..SchemaObject::new(kind, QualifiedName::new(row.text(0)))
    }
}

/// All words and names in the body of what was made under this `sql_mode`.
fn names_in(body: &str, sql_mode: &str) -> BTreeSet<String> {
    let lexis = lexis_under(sql_mode);
    let names: Vec<_> = lexis.tokens(body).iter().filter_map(Token::name).collect();
    names.iter().map(|name| name.to_lowercase()).collect()
}

/// By name only, so rather one too many than one too few.
fn references(catalog: &Catalog, names: &BTreeSet<String>) -> Vec<Reference> {
    let mut found = Vec::new();
    for table in catalog.tables.iter().map(|t| t.text(0)) {
        if names.contains(&table.to_lowercase()) {
            found.push(Reference { table: QualifiedName::new(table), column: None });
            found.extend(columns_in(catalog, table, names));
        }
    }
    found
}

fn columns_in(catalog: &Catalog, table: &str, names: &BTreeSet<String>) -> Vec<Reference> {
    let columns = catalog.columns.iter().filter(|c| c.text(0) == table).map(|c| c.text(1));
    columns
        .filter(|column| names.contains(&column.to_lowercase()))
        .map(|column| Reference {
            table: QualifiedName::new(table),
            column: Some(column.to_owned()),
        })
        .collect()
}
