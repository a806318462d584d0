//! Asks the server how it spells what it is given: temporary tables in a transaction that is
//! rolled back, read back by the questions that read the real ones.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{EnumType, Identity, QualifiedName, Schema, Table};

use super::is_spelt;
use crate::database::{Connection, DatabaseError};
use crate::databases::postgres::introspect::{Reach, read};
use crate::databases::postgres::render::{beside, quote, render};
use crate::dialect::{SchemaError, Scope};
use crate::plan::{Clause, Step};

/// A statement and what it is about, for messages.
struct Trial {
    object: String,
    sql: String,
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
        "BEGIN; SET LOCAL client_min_messages = warning; SET LOCAL search_path = {}",
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
    let all: Vec<&str> = trials.iter().map(|t| t.sql.as_str()).collect();
    let together = format!("{prologue}; {}", all.join(";\n"));
    let Err(whole) = database.execute(&together) else { return Ok(()) };
    database.execute("ROLLBACK")?;
    database.execute(prologue)?;
    for trial in trials {
        if let Err(DatabaseError::Statement { reason, .. }) = database.execute(&trial.sql) {
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
        let sql = render(&Step::CreateExtension(extension.clone()));
        trials.push(Trial { object: format!("extension {}", extension.name), sql });
    }
    let values = |e: &EnumType| e.values.iter().map(|v| v.name.clone()).collect::<Vec<_>>();
    let mut namespaces = BTreeSet::new();
    for wanted in &desired.enums {
        let there = actual.enumeration(&wanted.name);
        if there.is_some_and(|e| values(e) == values(wanted)) {
            continue;
        }
        let object = format!("enum {}", wanted.name);
        let mut stand_in = wanted.clone();
        match &wanted.name.schema {
            // A temporary one hides the one that is there.
            None => stand_in.name = QualifiedName::qualified("pg_temp", &wanted.name.name),
            Some(namespace) => {
                if namespaces.insert(namespace.clone()) {
                    let sql = format!("CREATE SCHEMA IF NOT EXISTS {}", quote(namespace));
                    trials.push(Trial { object: object.clone(), sql });
                }
                if there.is_some() {
                    let to = beside(&wanted.name, &format!("{}__old", wanted.name.name));
                    let sql = render(&Step::RenameEnum { from: wanted.name.clone(), to });
                    trials.push(Trial { object: object.clone(), sql });
                }
            }
        }
        trials.push(Trial { object, sql: render(&Step::CreateEnum(stand_in)) });
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
    let mut trials = vec![Trial {
        object: format!("table {}", table.name),
        sql: render(&Step::CreateTable(stand_in)),
    }];
    for check in &table.checks {
        let clauses = vec![Clause::AddCheck(check.clone())];
        trials.push(Trial {
            object: format!(
                "check {} on {}",
                check.name.as_deref().unwrap_or_default(),
                table.name
            ),
            sql: render(&Step::AlterTable { table: name.clone(), clauses }),
        });
    }
    for exclusion in &table.exclusions {
        let clauses = vec![Clause::AddExclusion(exclusion.clone())];
        trials.push(Trial {
            object: format!("exclusion {} on {}", exclusion.name, table.name),
            sql: render(&Step::AlterTable { table: name.clone(), clauses }),
        });
    }
    for index in table.indexes.iter().filter(|i| is_spelt(i)) {
        trials.push(Trial {
            object: format!("index {} on {}", index.name, table.name),
            sql: render(&Step::CreateIndex { table: name.clone(), index: index.clone() }),
        });
    }
    trials
}
