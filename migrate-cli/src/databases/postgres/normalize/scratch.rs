//! Asks the server how it spells what it is given: temporary tables in a transaction that is
//! rolled back, read back by the questions that read the real ones.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{EnumType, Identity, QualifiedName, Schema, Table};

use super::spelling::is_spelt;
use crate::database::{Connection, DatabaseError};
use crate::databases::postgres::introspect::{Reach, read};
use crate::databases::postgres::names::LIMIT;
use crate::databases::postgres::quote::quote;
use crate::databases::postgres::session::PIN;
use crate::databases::postgres::statement::{Clause, Rename, Statement};
use crate::dialect::{SchemaError, Scope};
use crate::plan::{Statement as _, TemporaryNames};

/// A statement and what it is about, for messages.
struct Trial {
    object: String,
    statement: Statement,
}

/// The tables, by their real names, as the server spells their columns, checks and indexes.
pub fn spell(
    database: &mut dyn Connection,
    desired: &Schema,
    actual: &Schema,
    doubtful: &BTreeSet<QualifiedName>,
    default: &str,
) -> Result<BTreeMap<QualifiedName, Table>, SchemaError> {
    let mut trials = types(desired, actual);
    let mut names: BTreeMap<String, QualifiedName> = BTreeMap::new();
    for table in desired.tables.iter().filter(|t| doubtful.contains(&t.name)) {
        // All stand in one namespace here, whatever theirs is.
        let mut own = table.name.name.clone();
        if names.contains_key(&own) {
            own = format!("t{}", names.len());
        }
        trials.extend(tables(table, &QualifiedName::qualified("pg_temp", &own)));
        names.insert(own, table.name.clone());
    }
    let prologue = format!(
        "BEGIN; {PIN}; SET LOCAL client_min_messages = warning; SET LOCAL search_path = {}",
        quote(default)
    );
    let outcome = run(database, &prologue, &trials).and_then(|()| answer(database));
    let closed = database.execute("ROLLBACK");
    let spelt = outcome?;
    closed?;
    Ok(spelt
        .tables
        .into_iter()
        .filter_map(|table| Some((names.get(&table.name.name)?.clone(), table)))
        .collect())
}

/// All at once; where that fails, one by one to find out which it was.
fn run(database: &mut dyn Connection, prologue: &str, trials: &[Trial]) -> Result<(), SchemaError> {
    let all: Vec<String> = trials.iter().map(|t| t.statement.sql()).collect();
    let together = format!("{prologue}; {}", all.join(";\n"));
    let Err(whole) = database.execute(&together) else { return Ok(()) };
    database.execute("ROLLBACK")?;
    database.execute(prologue)?;
    for (trial, sql) in trials.iter().zip(&all) {
        if let Err(DatabaseError::Statement { reason, .. }) = database.execute(sql) {
            return Err(SchemaError::Unsupported {
                object: trial.object.clone(),
                problem: format!("PostgreSQL does not accept it: {reason}"),
                advice: "correct it in the model".to_owned(),
            });
        }
    }
    Err(whole.into())
}

fn answer(database: &mut dyn Connection) -> Result<Schema, SchemaError> {
    let rows =
        database.query("SELECT nspname FROM pg_namespace WHERE oid = pg_my_temp_schema()")?;
    let namespace = rows.into_iter().next().and_then(|row| row.into_iter().next().flatten());
    read(database, Reach::Scratch, &namespace.unwrap_or_default(), &Scope::default())
}

/// Extensions, namespaces and enumerations that are not there as the models want them.
fn types(desired: &Schema, actual: &Schema) -> Vec<Trial> {
    let mut trials = Vec::new();
    for extension in &desired.extensions {
        let object = format!("extension {}", extension.name);
        trials.push(Trial { object, statement: Statement::CreateExtension(extension.clone()) });
    }
    let taken = actual.enums.iter().map(|e| e.name.name.as_str());
    let mut names =
        TemporaryNames::new(LIMIT, taken.chain(actual.tables.iter().map(|t| t.name.name.as_str())));
    let values = |e: &EnumType| e.values.iter().map(|v| v.name.clone()).collect::<Vec<_>>();
    let mut namespaces = BTreeSet::new();
    for wanted in &desired.enums {
        let there = actual.enumeration(&wanted.name);
        if there.is_some_and(|e| values(e) == values(wanted)) {
            continue;
        }
        let mut trial = |statement| {
            trials.push(Trial { object: format!("enum {}", wanted.name), statement });
        };
        let mut stand_in = wanted.clone();
        match &wanted.name.schema {
            // A temporary one hides the one that is there.
            None => stand_in.name = QualifiedName::qualified("pg_temp", &wanted.name.name),
            Some(namespace) => {
                if namespaces.insert(namespace.clone()) {
                    trial(Statement::EnsureNamespace(namespace.clone()));
                }
                if there.is_some() {
                    let (from, to) = (wanted.name.clone(), names.make(&wanted.name.name, "__old"));
                    trial(Statement::RenameEnum(Rename { from, to }));
                }
            }
        }
        trial(Statement::CreateEnum(stand_in));
    }
    trials
}

fn tables(table: &Table, name: &QualifiedName) -> Vec<Trial> {
    let mut stand_in = Table { name: name.clone(), ..Table::default() };
    for column in &table.columns {
        let mut column = column.clone();
        column.identity = Identity::None;
        column.options.clear();
        stand_in.columns.push(column);
    }
    let object = format!("table {}", table.name);
    let mut trials = vec![Trial { object, statement: Statement::CreateTable(Box::new(stand_in)) }];
    for check in &table.checks {
        let own = check.name.as_deref().unwrap_or_default();
        trials.push(Trial {
            object: format!("check {own} on {}", table.name),
            statement: Statement::alter_by(name, Clause::AddCheck(check.clone())),
        });
    }
    for exclusion in &table.exclusions {
        trials.push(Trial {
            object: format!("exclusion {} on {}", exclusion.name, table.name),
            statement: Statement::alter_by(name, Clause::AddExclusion(exclusion.clone())),
        });
    }
    for index in table.indexes.iter().filter(|i| is_spelt(i)) {
        let (object, table) = (format!("index {} on {}", index.name, table.name), name.clone());
        let statement = Statement::CreateIndex { table, index: Box::new(index.clone()) };
        trials.push(Trial { object, statement });
    }
    trials
}
