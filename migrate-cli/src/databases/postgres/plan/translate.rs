//! What the start says, in the names of the target: an object that differs in its names alone
//! needs nothing or a rename.

use model_core::schema::{
    Check, Column, DefaultValue, Exclusion, ForeignKey, Generation, Index, IndexTarget, KeyColumn,
    PrimaryKey, TableName, Unique,
};

use crate::databases::postgres::render::{beside, literal};
use crate::databases::postgres::words;
use crate::diff::{Renames, TableDiff};

/// A column's name in the target; a dropped one keeps its own.
pub fn column<'a>(table: &'a TableDiff, name: &'a str) -> &'a str {
    table.name_after(name).unwrap_or(name)
}

fn columns(table: &TableDiff, names: &[String]) -> Vec<String> {
    names.iter().map(|n| column(table, n).to_owned()).collect()
}

fn key(table: &TableDiff, columns: &[KeyColumn]) -> Vec<KeyColumn> {
    let rename = |c: &KeyColumn| KeyColumn { name: column(table, &c.name).to_owned(), ..c.clone() };
    columns.iter().map(rename).collect()
}

/// The target's spelling where the start's is the same but for names.
pub fn expression(table: &TableDiff, before: &str, after: Option<&str>) -> String {
    match after {
        Some(after) if before == after => after.to_owned(),
        _ => words::renamed(before, &table.kept_columns),
    }
}

pub fn primary_key(table: &TableDiff, k: &PrimaryKey) -> PrimaryKey {
    PrimaryKey { columns: key(table, &k.columns), include: columns(table, &k.include), ..k.clone() }
}

pub fn unique(table: &TableDiff, u: &Unique) -> Unique {
    Unique { columns: key(table, &u.columns), include: columns(table, &u.include), ..u.clone() }
}

pub fn foreign_key(table: &TableDiff, renames: &Renames, k: &ForeignKey) -> ForeignKey {
    let parent = |c: &String| renames.column(&k.references, c).to_owned();
    ForeignKey {
        columns: columns(table, &k.columns),
        references: renames.table(&k.references),
        referenced_columns: k.referenced_columns.iter().map(parent).collect(),
        on_delete_columns: columns(table, &k.on_delete_columns),
        ..k.clone()
    }
}

pub fn check(table: &TableDiff, c: &Check, after: Option<&Check>) -> Check {
    Check {
        expression: expression(table, &c.expression, after.map(|a| a.expression.as_str())),
        ..c.clone()
    }
}

pub fn exclusion(table: &TableDiff, e: &Exclusion, after: Option<&Exclusion>) -> Exclusion {
    Exclusion {
        definition: expression(table, &e.definition, after.map(|a| a.definition.as_str())),
        ..e.clone()
    }
}

pub fn index(table: &TableDiff, i: &Index, after: Option<&Index>) -> Index {
    let mut index = i.clone();
    for (place, part) in index.columns.iter_mut().enumerate() {
        match &mut part.target {
            IndexTarget::Column(name) => *name = column(table, name).to_owned(),
            IndexTarget::Expression(text) => {
                let other = after.and_then(|a| a.columns.get(place)).map(|p| &p.target);
                let other = match other {
                    Some(IndexTarget::Expression(text)) => Some(text.as_str()),
                    _ => None,
                };
                *text = expression(table, text, other);
            }
        }
    }
    index.include = columns(table, &i.include);
    let predicate = after.and_then(|a| a.predicate.as_deref());
    index.predicate = i.predicate.as_ref().map(|p| expression(table, p, predicate));
    index.definition = after.and_then(|a| a.definition.clone());
    index
}

/// The default that the database keeps for a column, a serial's being one like any other.
pub fn default_of(table: &TableName, column: &Column) -> Option<String> {
    match &column.generation {
        Generation::Serial { sequence, .. } => Some(next_of(&beside(table, sequence))),
        _ => column.default.as_ref().and_then(DefaultValue::sql).map(str::to_owned),
    }
}

/// `nextval('…'::regclass)`, as the server prints it.
pub fn next_of(sequence: &TableName) -> String {
    let name = words::printed(&sequence.name);
    let name = match &sequence.schema {
        Some(schema) => format!("{}.{name}", words::printed(schema)),
        None => name,
    };
    format!("nextval({}::regclass)", literal(&name))
}
