//! From the differences to the statements, in one transaction.
//!
//! The order is the same for every migration: what lets go (defaults, keys), what goes, new
//! names, types and sequences, new tables, the tables that stay, their constraints, keys last.
//! Everything up to the renames speaks the start's names, everything after it the target's.
//! Nothing relies on one drop taking another along, so nothing is dropped twice.

pub(crate) mod casts;
mod columns;
mod create;
mod dependents;
mod enums;
mod keys;
mod marks;
mod refuse;
mod renames;
mod sequences;
mod temporary;
mod translate;
mod work;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Extension, QualifiedName, Sequence};

use crate::databases::postgres::render::{name, option_name, quote};
use crate::dialect::Fills;
use crate::diff::SchemaDiff;
use crate::plan::{Clause, Plan, PlanError, Rendered, Step, creation_order};
use columns::ColumnSteps;
use sequences::Sequences;
use work::TablePlan;

/// The steps from one PostgreSQL schema to the other.
pub fn plan(diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
    let mut names = temporary::relations(diff);
    let enums = enums::enums(diff, fills, &mut names);
    let mut tables = work::kept_tables(diff);
    dependents::close(diff, &mut tables, &enums.replaced_before);
    let shaken = enums.replaced_before.iter().chain(&enums.dropped).cloned().collect();
    refuse::check(diff, &tables, &shaken)?;
    let sequences = sequences::sequences(diff, &tables);
    let creation = create::create(diff, &sequences);
    let around = columns::Around { sequences: &sequences, replaced: &enums.replaced_before, fills };
    let columns: BTreeMap<&QualifiedName, ColumnSteps> = tables
        .iter()
        .map(|(name, table)| (name, columns::steps(table, &around, &mut names)))
        .collect();

    let mut steps = Vec::new();
    for namespace in &diff.namespaces {
        steps.extend(namespace.after().cloned().map(Step::CreateNamespace));
    }
    steps.extend(extensions(diff));
    steps.extend(columns.values().flat_map(|c| c.early.clone()));
    steps.extend(sequences::let_go(diff, &tables, &sequences.gone));
    steps.extend(sequences.released.iter().map(release));
    steps.extend(tables.values().filter_map(keys::drop_foreign_keys));
    steps.extend(drop_tables(diff));
    for table in tables.values() {
        steps.extend(keys::drop_indexes(table));
        let mut clauses = keys::drop_constraints(table);
        clauses.extend(columns::drops(table));
        steps.extend(alter(&table.diff.before.name, clauses));
    }
    steps.extend(drop_sequences(&sequences, &columns));
    steps.extend(renames::steps(&tables, &sequences.renamed, &mut names));
    steps.extend(enums.make());
    steps.extend(make_sequences(&sequences, &columns));
    steps.extend(creation.tables);
    for (table, work) in &tables {
        if let Some(columns) = columns.get(table) {
            steps.extend(table_steps(work, columns));
        }
    }
    steps.extend(keys::add_foreign_keys(&creation.foreign_keys, &tables));
    steps.extend(tables.values().filter_map(keys::validate));
    steps.extend(sequences.owned.iter().map(own));
    steps.extend(columns.values().flat_map(|c| c.late.clone()));
    steps.extend(creation.comments);
    steps.extend(tables.values().flat_map(columns::comments));
    steps.extend(marks::steps(diff, &tables));
    steps.extend(enums.unmake());
    for namespace in &diff.namespaces {
        if let (Some(n), None) = (namespace.before(), namespace.after()) {
            // What is only seen stays, and its namespace with it.
            let mut seen = diff.from.objects.iter().filter(|o| !marks::is_mark(o));
            if !seen.any(|o| o.name.schema.as_ref() == Some(n)) {
                steps.push(Step::DropNamespace(n.clone()));
            }
        }
    }
    Ok(Plan::transactional(rendered(steps)))
}

/// Makes the extensions that are missing, and moves those that stand elsewhere. Their namespaces
/// may be there already: like extensions, they are never dropped unasked.
fn extensions(diff: &SchemaDiff) -> Vec<Step> {
    let there = |e: &Extension| diff.from.extensions.iter().find(|f| f.name == e.name);
    let moved =
        diff.to.extensions.iter().filter(|e| {
            diff.to.complete && there(e).is_some_and(|before| before.schema != e.schema)
        });
    let moved: Vec<&Extension> = moved.collect();
    let namespaces: BTreeSet<&String> = diff
        .extensions
        .iter()
        .chain(moved.iter().copied())
        .filter_map(|e| e.schema.as_ref())
        .collect();
    let made: BTreeSet<&String> = diff.namespaces.iter().filter_map(|n| n.after()).collect();
    let mut steps: Vec<Step> = namespaces
        .into_iter()
        .filter(|n| !diff.from.namespaces.contains(n) && !made.contains(n))
        .map(|n| Step::Statement(format!("CREATE SCHEMA IF NOT EXISTS {}", quote(n))))
        .collect();
    steps.extend(diff.extensions.iter().cloned().map(Step::CreateExtension));
    steps.extend(moved.into_iter().map(|e| {
        let to = e.schema.as_deref().unwrap_or(renames::DEFAULT_NAMESPACE);
        Step::Statement(format!("ALTER EXTENSION {} SET SCHEMA {}", quote(&e.name), quote(to)))
    }));
    steps
}

fn alter(table: &QualifiedName, clauses: Vec<Clause>) -> Option<Step> {
    (!clauses.is_empty()).then(|| Step::AlterTable { table: table.clone(), clauses })
}

fn release(sequence: &Sequence) -> Step {
    let after = Sequence { owned_by: None, ..sequence.clone() };
    Step::AlterSequence { before: sequence.clone(), after }
}

fn own(sequence: &Sequence) -> Step {
    let before = Sequence { owned_by: None, ..sequence.clone() };
    Step::AlterSequence { before, after: sequence.clone() }
}

/// Children before their parents; keys that close a ring before all.
fn drop_tables(diff: &SchemaDiff) -> Vec<Step> {
    let dropped: Vec<_> = diff.dropped_tables().collect();
    let order = creation_order(&dropped);
    let keys = order.deferred.into_iter().filter_map(|(table, key)| {
        alter(&table, vec![Clause::DropForeignKey(key.name.unwrap_or_default())])
    });
    keys.chain(order.tables.into_iter().rev().map(Step::DropTable)).collect()
}

fn drop_sequences(
    sequences: &Sequences,
    columns: &BTreeMap<&QualifiedName, ColumnSteps>,
) -> Vec<Step> {
    let waiting: BTreeMap<_, _> = columns.values().flat_map(|c| &c.waiting).collect();
    sequences
        .dropped
        .iter()
        .map(|sequence| {
            if let Some(aside) = waiting.get(sequence) {
                let aside = quote(aside);
                Step::Statement(format!("ALTER SEQUENCE {} RENAME TO {aside}", name(sequence)))
            } else {
                Step::DropSequence(sequence.clone())
            }
        })
        .collect()
}

fn make_sequences(
    sequences: &Sequences,
    columns: &BTreeMap<&QualifiedName, ColumnSteps>,
) -> Vec<Step> {
    let made: BTreeMap<_, _> = columns.values().flat_map(|c| &c.made).collect();
    let created = sequences.created.iter().map(|sequence| {
        if let Some(made) = made.get(&sequence.name) {
            let own = quote(&sequence.name.name);
            Step::Statement(format!("ALTER SEQUENCE {} RENAME TO {own}", name(made)))
        } else {
            Step::CreateSequence(sequence.clone())
        }
    });
    let counters = columns.values().flat_map(|c| c.counters.clone());
    created.chain(sequences.altered.iter().cloned()).chain(counters).collect()
}

/// All that is done to one table that stays, keys excepted.
fn table_steps(table: &TablePlan, columns: &ColumnSteps) -> Vec<Step> {
    let name = &table.diff.after.name;
    let mut steps = Vec::new();
    let mut clauses = columns.clauses.clone();
    if !columns.fills.is_empty() {
        steps.extend(alter(name, std::mem::take(&mut clauses)));
        steps.extend(columns.fills.iter().cloned());
        clauses.extend(columns.after_fills.iter().cloned());
    }
    clauses.extend(keys::add_constraints(table));
    clauses.extend(options(table));
    steps.extend(alter(name, clauses));
    steps.extend(keys::add_indexes(table));
    steps
}

/// Storage parameters, and whether the table is logged.
fn options(table: &TablePlan) -> Vec<Clause> {
    let (before, after) = (&table.diff.before.options, &table.diff.after.options);
    let mut clauses = Vec::new();
    let unlogged = "unlogged";
    if before.contains_key(unlogged) != after.contains_key(unlogged) {
        let word = if after.contains_key(unlogged) { "UNLOGGED" } else { "LOGGED" };
        clauses.push(Clause::Clause(format!("SET {word}")));
    }
    let set: Vec<String> = after
        .iter()
        .filter(|(key, value)| *key != unlogged && before.get(*key) != Some(*value))
        .map(|(key, value)| {
            format!("{} = {}", option_name(key), crate::databases::postgres::render::literal(value))
        })
        .collect();
    if !set.is_empty() {
        clauses.push(Clause::Clause(format!("SET ({})", set.join(", "))));
    }
    let reset: Vec<String> = before
        .keys()
        .filter(|key| *key != unlogged && !after.contains_key(*key))
        .map(|key| option_name(key))
        .collect();
    if !reset.is_empty() {
        clauses.push(Clause::Clause(format!("RESET ({})", reset.join(", "))));
    }
    clauses
}

fn rendered(steps: Vec<Step>) -> Vec<Rendered> {
    let render = crate::databases::postgres::render::render;
    steps.into_iter().map(|step| Rendered { step, render }).collect()
}
