//! Tables that are new.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Column, ForeignKey, Index, KeyColumn, QualifiedName, Table, Unique};

use super::columns::{settings, written};
use super::comments;
use super::inheritance::{NewTable, new_table};
use super::marks::of_table;
use super::not_null::Names;
use super::row_types::leaning;
use super::sequences::Sequences;
use crate::databases::postgres::options::TableOptions;
use crate::databases::postgres::render::index::is_alone;
use crate::databases::postgres::statement::{Clause, Statement};
use crate::diff::{SchemaDiff, own};
use crate::plan::creation_order;

/// New tables, and what of them has to wait for others.
#[derive(Debug, Default)]
pub struct Creation {
    /// Each with its statements, parents first.
    pub tables: Vec<(QualifiedName, Vec<Statement>)>,
    pub foreign_keys: Vec<(QualifiedName, ForeignKey)>,
    pub comments: Vec<Statement>,
}

pub fn create(diff: &SchemaDiff, sequences: &Sequences, taken: &Names) -> Creation {
    let mut creation = Creation::default();
    let changed: BTreeSet<&QualifiedName> =
        diff.kept_tables().map(|table| &table.after.name).collect();
    let created: Vec<Table> = diff.added_tables().map(own).collect();
    let leaning = leaning(&created.iter().collect::<Vec<_>>());
    let order = creation_order(&leaning.iter().collect::<Vec<_>>());
    let created: Vec<&Table> = diff.added_tables().collect();
    let names: BTreeMap<&QualifiedName, &Table> = created.iter().map(|t| (&t.name, *t)).collect();
    let mut made: BTreeSet<QualifiedName> = BTreeSet::new();
    for name in order.tables {
        let Some(table) = names.get(&name).copied() else { continue };
        made.insert(name.clone());
        let stands = |parent: &QualifiedName| {
            made.contains(parent) || !names.contains_key(parent) && !changed.contains(parent)
        };
        one((diff, table), &stands, (sequences, taken), &mut creation);
    }
    creation
}

fn one(
    (diff, table): (&SchemaDiff, &Table),
    stands: &dyn Fn(&QualifiedName) -> bool,
    (sequences, taken): (&Sequences, &Names),
    creation: &mut Creation,
) {
    let NewTable { mut first, clauses: unsaid, joins } = new_table(diff, table);
    let columns = first.columns.iter();
    let columns = columns.map(|c| written(&table.name, c, &sequences.plain_serials, taken));
    let (columns, open): (Vec<Column>, Vec<Option<Clause>>) = columns.unzip();
    first.columns = columns;
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
    // The server makes one of those that are the same and stand in one statement.
    let (uniques, equal) = apart(&first);
    first.uniques = uniques;
    let mut clauses: Vec<Clause> = unchecked.into_iter().map(Clause::AddCheck).collect();
    clauses.extend(open.into_iter().flatten());
    clauses.extend(unsaid);
    clauses.extend(table.columns.iter().flat_map(settings));
    clauses.extend(security(table));
    let first_indexes: BTreeSet<String> = first.indexes.iter().map(|i| i.name.clone()).collect();
    let mut statements = vec![Statement::CreateTable(Box::new(first))];
    statements.extend(Statement::alter(&table.name, clauses));
    let added = equal.into_iter().map(Clause::AddUnique);
    statements.extend(added.map(|unique| Statement::alter_by(&table.name, unique)));
    let attaches = |index: &&Index| first_indexes.contains(&index.name) && !is_alone(index);
    for index in table.indexes.iter().filter(attaches) {
        let (table, index) = (table.name.clone(), Box::new(index.clone()));
        statements.push(Statement::CreateIndex { table, index });
    }
    statements.extend(joins);
    creation.tables.push((table.name.clone(), statements));
    creation.comments.extend(comments::of_new(table));
}

/// Unique constraints, and those of them that say the same as the primary key or as one before them.
fn apart(table: &Table) -> (Vec<Unique>, Vec<Unique>) {
    let (mut first, mut equal): (Vec<Unique>, Vec<Unique>) = (Vec::new(), Vec::new());
    let key = table.primary_key.as_ref();
    for unique in &table.uniques {
        let is_key = key.is_some_and(|k| {
            (&k.columns, &k.include, k.deferrable)
                == (&unique.columns, &unique.include, unique.deferrable)
                && k.without_overlaps == unique.without_overlaps
                && !unique.nulls_not_distinct
        });
        let is_there = first.iter().any(|u| {
            (&u.columns, &u.include, u.deferrable)
                == (&unique.columns, &unique.include, unique.deferrable)
                && u.without_overlaps == unique.without_overlaps
                && u.nulls_not_distinct == unique.nulls_not_distinct
        });
        if is_key || is_there { &mut equal } else { &mut first }.push(unique.clone());
    }
    (first, equal)
}

/// What decides who sees which row of a new table, and what identifies a row.
fn security(table: &Table) -> Vec<Clause> {
    let options = TableOptions::read(table);
    let enabled = options.row_security.then_some(Clause::RowSecurity(true));
    let forced = options.forces_row_security.then_some(Clause::ForceRowSecurity(true));
    let identity = options.replica_identity.is_some();
    let identity = identity.then(|| Clause::ReplicaIdentity(of_table(table)));
    enabled.into_iter().chain(forced).chain(identity).collect()
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
