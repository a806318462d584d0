//! Tables that are new.

use std::collections::BTreeSet;

use model_core::schema::{ForeignKey, KeyColumn, QualifiedName, Table};

use super::columns::{set_storage, written};
use super::comments;
use super::sequences::Sequences;
use crate::databases::postgres::statement::{Clause, Statement};
use crate::diff::SchemaDiff;
use crate::plan::creation_order;

/// New tables, and what of them has to wait for others.
#[derive(Debug, Default)]
pub struct Creation {
    pub tables: Vec<Statement>,
    pub foreign_keys: Vec<(QualifiedName, ForeignKey)>,
    pub comments: Vec<Statement>,
}

pub fn create(diff: &SchemaDiff, sequences: &Sequences) -> Creation {
    let mut creation = Creation::default();
    let changed: BTreeSet<&QualifiedName> =
        diff.kept_tables().map(|table| &table.after.name).collect();
    let created: Vec<&Table> = diff.added_tables().collect();
    let names: BTreeSet<&QualifiedName> = created.iter().map(|t| &t.name).collect();
    let mut made: BTreeSet<QualifiedName> = BTreeSet::new();
    for name in creation_order(&created).tables {
        let Some(table) = created.iter().find(|t| t.name == name) else { continue };
        made.insert(name.clone());
        let stands = |parent: &QualifiedName| {
            made.contains(parent) || !names.contains(parent) && !changed.contains(parent)
        };
        one(table, &stands, sequences, &mut creation);
    }
    creation
}

fn one(
    table: &Table,
    stands: &dyn Fn(&QualifiedName) -> bool,
    sequences: &Sequences,
    creation: &mut Creation,
) {
    let mut first = table.clone();
    first.columns =
        table.columns.iter().map(|c| written(&table.name, c, &sequences.plain_serials)).collect();
    // In the statement that makes a table, NOT VALID means nothing; and a key to a column that
    // only an index makes unique has to wait for the index.
    let (inline, later) = first.foreign_keys.into_iter().partition(|k| {
        !k.not_valid && stands(&k.references) && (k.references != table.name || is_key(table, k))
    });
    first.foreign_keys = inline;
    let later: Vec<ForeignKey> = later;
    creation.foreign_keys.extend(later.into_iter().map(|k| (table.name.clone(), k)));
    let (checks, unchecked) = first.checks.into_iter().partition(|c| !c.not_valid);
    first.checks = checks;
    let mut clauses: Vec<Clause> = unchecked.into_iter().map(Clause::AddCheck).collect();
    clauses.extend(table.columns.iter().filter_map(set_storage));
    creation.tables.push(Statement::CreateTable(Box::new(first)));
    creation.tables.extend(Statement::alter(&table.name, clauses));
    for index in &table.indexes {
        let (table, index) = (table.name.clone(), Box::new(index.clone()));
        creation.tables.push(Statement::CreateIndex { table, index });
    }
    creation.comments.extend(comments::of_new(table));
}

/// Whether a constraint makes the referenced columns unique.
fn is_key(table: &Table, key: &ForeignKey) -> bool {
    let referenced: BTreeSet<&String> = key.referenced_columns.iter().collect();
    let is = |columns: &[KeyColumn]| {
        columns.iter().map(|c| &c.name).collect::<BTreeSet<_>>() == referenced
    };
    table.primary_key.as_ref().is_some_and(|k| is(&k.columns))
        || table.uniques.iter().any(|u| is(&u.columns))
}
