//! Renames in an order in which no name is taken twice.

use std::collections::BTreeMap;

use model_core::schema::{Identity, QualifiedName};

use super::temporary;
use super::work::{Pair, TablePlan};
use crate::databases::postgres::names::sequence;
use crate::databases::postgres::render::{beside, name, quote};
use crate::plan::{Clause, Step, TemporaryNames, rename_order};

/// The namespace of names without one, where it has to be written.
pub const DEFAULT_NAMESPACE: &str = "public";

/// What shares one space of names in a namespace.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    Table,
    Index,
    Sequence,
}

/// Tables, indexes, sequences, columns and constraints get their new names.
pub fn steps(
    tables: &BTreeMap<QualifiedName, TablePlan>,
    sequences: &[(QualifiedName, QualifiedName)],
    names: &mut TemporaryNames,
) -> Vec<Step> {
    let mut steps = Vec::new();
    let mut kinds: BTreeMap<QualifiedName, Kind> = BTreeMap::new();
    let mut relations: Vec<(QualifiedName, QualifiedName)> = Vec::new();
    let mut add = |kind: Kind, from: QualifiedName, to: QualifiedName| {
        kinds.insert(from.clone(), kind);
        relations.push((from, to));
    };
    for table in tables.values() {
        let (before, after) = (&table.diff.before.name, &table.diff.after.name);
        if before.schema != after.schema {
            steps.push(move_to(before, after));
        }
        // Its namespace is the target's from here on.
        add(Kind::Table, beside(after, &before.name), after.clone());
        for (from, to) in key_renames(table) {
            add(Kind::Index, beside(after, &from), beside(after, &to));
        }
        for (from, to) in identity_renames(table) {
            add(Kind::Sequence, beside(after, &from), beside(after, &to));
        }
    }
    for (from, to) in sequences {
        add(Kind::Sequence, beside(to, &from.name), to.clone());
    }
    let mut kinds_now = kinds;
    for (from, to) in
        rename_order(relations, |a, b| a == b, |name| temporary::beside_it(names, name))
    {
        let kind = kinds_now.get(&from).copied().unwrap_or(Kind::Index);
        kinds_now.insert(to.clone(), kind);
        steps.push(match kind {
            Kind::Table => Step::RenameTable { from, to },
            Kind::Index => Step::RenameIndex { table: from.clone(), from: from.name, to: to.name },
            Kind::Sequence => Step::Statement(format!(
                "ALTER SEQUENCE {} RENAME TO {}",
                name(&from),
                quote(&to.name)
            )),
        });
    }
    for table in tables.values() {
        steps.extend(within(table));
    }
    steps
}

fn move_to(before: &QualifiedName, after: &QualifiedName) -> Step {
    // The default namespace has no name of its own here; the path finds it.
    let target = match &after.schema {
        Some(schema) => quote(schema),
        None => quote(DEFAULT_NAMESPACE),
    };
    Step::Statement(format!("ALTER TABLE {} SET SCHEMA {target}", name(before)))
}

/// Indexes, and the constraints whose index has the same name.
fn key_renames(table: &TablePlan) -> Vec<(String, String)> {
    let optional = |a: &Option<String>| a.clone().unwrap_or_default();
    let mut renames = Vec::new();
    renames.extend(
        table
            .primary_key
            .iter()
            .filter_map(Pair::renamed)
            .map(|(b, a)| (optional(&b.name), optional(&a.name))),
    );
    renames.extend(
        table
            .uniques
            .iter()
            .filter_map(Pair::renamed)
            .map(|(b, a)| (optional(&b.name), optional(&a.name))),
    );
    renames.extend(
        table
            .exclusions
            .iter()
            .filter_map(Pair::renamed)
            .map(|(b, a)| (b.name.clone(), a.name.clone())),
    );
    renames.extend(
        table
            .indexes
            .iter()
            .filter_map(Pair::renamed)
            .map(|(b, a)| (b.name.clone(), a.name.clone())),
    );
    renames
}

/// The sequence of an identity column has a name that follows table and column.
fn identity_renames(table: &TablePlan) -> Vec<(String, String)> {
    let (before, after) = (&table.diff.before, &table.diff.after);
    let mut renames = Vec::new();
    for (old, new) in &table.diff.kept_columns {
        let (Some(b), Some(a)) = (before.column(old), after.column(new)) else { continue };
        let identity = |g: &Identity| matches!(g, Identity::Standard { .. });
        if identity(&b.identity) && identity(&a.identity) {
            let own = |table: &QualifiedName, c: &model_core::schema::Column| {
                let standard = sequence(&table.name, &c.name);
                c.options.get("sequence").cloned().unwrap_or(standard)
            };
            renames.push((own(&before.name, b), own(&after.name, a)));
        }
    }
    renames
}

fn within(table: &TablePlan) -> Vec<Step> {
    let after = &table.diff.after.name;
    let alter = |clause: Clause| Step::AlterTable { table: after.clone(), clauses: vec![clause] };
    let kept = table
        .diff
        .kept_columns
        .iter()
        .filter(|(before, _)| !table.recreated.contains(before))
        .cloned()
        .collect();
    let mut names = temporary::columns(&table.diff);
    let mut steps: Vec<Step> =
        rename_order(kept, |a, b| a == b, |name| temporary::aside(&mut names, name))
            .into_iter()
            .map(|(from, to)| alter(Clause::RenameColumn { from, to }))
            .collect();
    let pair = |b: &Option<String>, a: &Option<String>| {
        (b.clone().unwrap_or_default(), a.clone().unwrap_or_default())
    };
    let checks = table.checks.iter().filter_map(Pair::renamed).map(|(b, a)| pair(&b.name, &a.name));
    let keys =
        table.foreign_keys.iter().filter_map(Pair::renamed).map(|(b, a)| pair(&b.name, &a.name));
    let mut names = temporary::constraints(&table.diff);
    let renames = checks.chain(keys).collect();
    steps.extend(
        rename_order(renames, |a, b| a == b, |name| temporary::aside(&mut names, name))
            .into_iter()
            .map(|(from, to)| alter(Clause::RenameConstraint { from, to })),
    );
    steps
}
