//! What is seen and never written: views, triggers, routines, events.

use std::collections::BTreeSet;

use model_core::schema::{
    ObjectKind, QualifiedName, Reference, SchemaObject, Sequence, SequenceOptions,
};

use super::catalog::Catalog;
use super::view;
use crate::databases::mysql::names::unqualified;
use crate::databases::mysql::session::lexis_under;
use crate::dialect::Scope;
use crate::sql::Token;

/// The sequences of MariaDB.
pub fn sequences(catalog: &Catalog, scope: &Scope) -> Vec<Sequence> {
    catalog
        .sequences
        .iter()
        .filter(|row| !scope.ignores(&row.sequence_name))
        .map(|row| Sequence {
            grants: Vec::new(),
            name: QualifiedName::new(&row.sequence_name),
            options: SequenceOptions {
                ty: None,
                start: Some(row.start_value),
                min: Some(row.minimum_value),
                max: Some(row.maximum_value),
                increment: Some(row.increment),
                cache: Some(row.cache_size),
                cycle: Some(row.cycle_option),
            },
            owned_by: None,
        })
        .collect()
}

/// Everything else, with the tables and columns whose names stand in its definition.
pub fn read(catalog: &Catalog) -> Vec<SchemaObject> {
    let views = catalog.views.iter().map(|row| {
        let definition = unqualified(&row.view_definition, &catalog.database);
        let references = view::references(&definition);
        object(ObjectKind::View, &row.table_name, &definition, references)
    });
    let triggers = catalog.triggers.iter().map(|row| {
        let table = &row.event_object_table;
        let body = &row.action_statement;
        let names = names_in(body, &row.sql_mode);
        let mut references = references(catalog, &names);
        // What a trigger calls OLD.x and NEW.x are columns of the table that it hangs on.
        references.extend(columns_in(catalog, table, &names));
        references.sort();
        references.dedup();
        let (timing, event) = (&row.action_timing, &row.event_manipulation);
        let definition = format!("{timing} {event} ON {table} {body}");
        SchemaObject {
            table: Some(QualifiedName::new(table)),
            ..object(ObjectKind::Trigger, &row.trigger_name, &definition, references)
        }
    });
    let routines = catalog.routines.iter().map(|row| {
        let (name, body) = (&row.routine_name, &row.routine_definition);
        let references = references(catalog, &names_in(body, &row.sql_mode));
        object(ObjectKind::Function, name, body, references)
    });
    let events = catalog.events.iter().map(|row| {
        let (name, body) = (&row.event_name, &row.event_definition);
        let references = references(catalog, &names_in(body, &row.sql_mode));
        object(ObjectKind::Dependent, name, body, references)
    });
    views.chain(triggers).chain(routines).chain(events).collect()
}

fn object(
    kind: ObjectKind,
    name: &str,
    definition: &str,
    references: Vec<Reference>,
) -> SchemaObject {
    SchemaObject {
        definition: Some(definition.to_owned()).filter(|text| !text.is_empty()),
        references,
        ..SchemaObject::new(kind, QualifiedName::new(name))
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
    for table in catalog.tables.iter().map(|t| t.table_name.as_str()) {
        if names.contains(&table.to_lowercase()) {
            found.push(Reference { table: QualifiedName::new(table), column: None });
            found.extend(columns_in(catalog, table, names));
        }
    }
    found
}

fn columns_in(catalog: &Catalog, table: &str, names: &BTreeSet<String>) -> Vec<Reference> {
    let columns = catalog.columns.iter().filter(|row| row.table_name == table);
    columns
        .filter(|row| names.contains(&row.column_name.to_lowercase()))
        .map(|row| Reference {
            table: QualifiedName::new(table),
            column: Some(row.column_name.clone()),
        })
        .collect()
}
