//! MariaDB and MySQL. A statement that changes the schema commits at once, so each table gets as
//! few of them as the server takes: one `ALTER TABLE` with everything.
//!
//! The order: what stops it where rows lack a value, sequences, foreign keys that are in the way, tables renamed, tables made, tables
//! changed, foreign keys, tables dropped. Rows are only given up when all else has worked.

mod column;
mod guard;
mod key;
mod refuse;
mod session;
mod statement;
mod table;
#[cfg(test)]
mod tests;
mod values;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ForeignKey, Index, QualifiedName, Sequence, Table};

use self::key::KeyWork;
use self::session::Needs;
use self::statement::KeysAlong;
use self::table::TablePlan;
use crate::databases::mysql::render::name;
use crate::dialect::Fills;
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff};
use crate::plan::{Clause, Plan, PlanError, Rendered, Step, creation_order};

/// The steps from one MariaDB/MySQL schema to the other.
pub fn plan(diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
    refuse::check(diff)?;
    let altered: Vec<&TableDiff> = diff.kept_tables().collect();
    let work: BTreeMap<QualifiedName, TablePlan> =
        altered.iter().map(|t| (t.before.name.clone(), TablePlan::new(t))).collect();
    let mut keys = key::work(diff, &work);

    let mut steps = guards(&altered, &work, fills);
    steps.extend(sequences_made(diff));
    let dropped = Dropped::new(diff);
    for (table, key) in &dropped.cut {
        let of_table = keys.drops.entry(table.clone()).or_default();
        if !of_table.contains(key) {
            of_table.push(key.clone());
        }
    }
    let along = Along::new(diff, &work, &mut keys);
    steps.extend(keys.drops.iter().map(|(table, keys)| drop_keys(table, keys)));
    if dropped.first {
        steps.extend(dropped.steps.clone());
    }
    steps.extend(renames(diff));
    steps.extend(created(diff, &mut keys));
    for table in &altered {
        let Some(table_work) = work.get(&table.before.name) else { continue };
        let drops = along.drops.get(&table.before.name).map(Vec::as_slice).unwrap_or_default();
        let adds = along.adds.get(&table.after.name).map(Vec::as_slice).unwrap_or_default();
        let partitions = Partitions::new(table);
        steps.extend(partitions.before());
        steps.extend(history(table, true));
        let restated = key::restated_indexes(diff, &work, &table.after.name, adds);
        let along = KeysAlong { drops, adds, restated };
        steps.extend(values::renamed(diff, table));
        steps.extend(statement::steps(table, table_work, fills, &along));
        steps.extend(history(table, false));
        steps.extend(partitions.after());
    }
    for (table, keys) in &keys.adds {
        let restated = key::restated_indexes(diff, &work, table, keys);
        steps.push(add_keys(table, restated, keys));
    }
    if !dropped.first {
        steps.extend(dropped.steps);
    }
    steps.extend(sequences_dropped(diff));
    let needs = Needs {
        strict: work.values().any(TablePlan::converts) || !fills.is_empty(),
        keep_zero: work.values().any(TablePlan::starts_counting),
        keep_history: altered.iter().any(|table| is_versioned(&table.before)),
    };
    Ok(Plan::transactional(rendered(session::wrap(steps, needs))))
}

fn is_versioned(table: &Table) -> bool {
    table.options.contains_key("system_versioning")
}

/// History is kept from the moment on that a table is what it is to be, and none is kept of how it
/// stops.
fn history(table: &TableDiff, before: bool) -> Option<Step> {
    let word = match (is_versioned(&table.before), is_versioned(&table.after)) {
        (true, false) if before => "DROP",
        (false, true) if !before => "ADD",
        _ => return None,
    };
    let table = name(&table.after.name);
    Some(Step::Statement(format!("ALTER TABLE {table} {word} SYSTEM VERSIONING")))
}

/// What stops the migration before anything is done, where rows lack a value.
fn guards(
    altered: &[&TableDiff],
    work: &BTreeMap<QualifiedName, TablePlan>,
    fills: &Fills,
) -> Vec<Step> {
    let step = |table: &&TableDiff| {
        let guard = guard::guard(table, work.get(&table.before.name)?, fills)?;
        let clauses = vec![Clause::AddCheck(guard)];
        Some(Step::AlterTable { table: table.before.name.clone(), clauses })
    };
    altered.iter().filter_map(step).collect()
}

fn drop_keys(table: &QualifiedName, keys: &[ForeignKey]) -> Step {
    let clauses = keys.iter().filter_map(|k| k.name.clone()).map(Clause::DropForeignKey).collect();
    Step::AlterTable { table: table.clone(), clauses }
}

fn add_keys(table: &QualifiedName, indexes: Vec<Index>, keys: &[ForeignKey]) -> Step {
    let drops = indexes.iter().map(|i| Clause::DropIndex(i.name.clone()));
    let mut clauses: Vec<Clause> = drops.collect();
    clauses.extend(indexes.into_iter().map(Clause::AddIndex));
    clauses.extend(keys.iter().cloned().map(Clause::AddForeignKey));
    Step::AlterTable { table: table.clone(), clauses }
}

fn sequences_made(diff: &SchemaDiff) -> Vec<Step> {
    let step = |change: &Change<Sequence>| match change {
        Change::Added(sequence) => Some(Step::CreateSequence(sequence.clone())),
        Change::Renamed { before, after } | Change::Altered { before, after, .. } => {
            Some(Step::AlterSequence { before: before.clone(), after: after.clone() })
        }
        Change::Dropped(_) => None,
    };
    diff.sequences.iter().filter_map(step).collect()
}

fn sequences_dropped(diff: &SchemaDiff) -> Vec<Step> {
    let step = |change: &Change<Sequence>| match change {
        Change::Dropped(sequence) => Some(Step::DropSequence(sequence.name.clone())),
        _ => None,
    };
    diff.sequences.iter().filter_map(step).collect()
}

/// Foreign keys that a table's own statement takes along, because nothing else waits for them.
struct Along {
    drops: BTreeMap<QualifiedName, Vec<ForeignKey>>,
    adds: BTreeMap<QualifiedName, Vec<ForeignKey>>,
}

impl Along {
    fn new(
        diff: &SchemaDiff,
        work: &BTreeMap<QualifiedName, TablePlan>,
        keys: &mut KeyWork,
    ) -> Self {
        let gone: BTreeSet<&QualifiedName> = diff
            .tables
            .iter()
            .filter_map(|change| match change {
                TableChange::Dropped(table) => Some(&table.name),
                _ => None,
            })
            .collect();
        let names = |keys: &BTreeMap<QualifiedName, Vec<ForeignKey>>| -> BTreeSet<String> {
            keys.values()
                .flatten()
                .filter_map(|k| k.name.as_ref())
                .map(|n| n.to_lowercase())
                .collect()
        };
        let made = diff.added_tables();
        let mut taken = names(&keys.adds);
        taken.extend(
            made.flat_map(|t| &t.foreign_keys)
                .filter_map(|k| k.name.as_ref())
                .map(|n| n.to_lowercase()),
        );
        let is_kept = |table: &QualifiedName| {
            work.get(table).is_some_and(|w| !w.only_renames) && diff.renames.table(table) == *table
        };
        let drops = take(&mut keys.drops, |table, key| {
            is_kept(table)
                && !work.contains_key(&key.references)
                && !gone.contains(&key.references)
                && key.name.as_ref().is_some_and(|n| !taken.contains(&n.to_lowercase()))
        });
        let altered_after: BTreeSet<QualifiedName> =
            work.keys().map(|before| diff.renames.table(before)).collect();
        let adds = take(&mut keys.adds, |table, key| {
            is_kept(table) && !altered_after.contains(&key.references)
        });
        Self { drops, adds }
    }
}

fn take(
    keys: &mut BTreeMap<QualifiedName, Vec<ForeignKey>>,
    wanted: impl Fn(&QualifiedName, &ForeignKey) -> bool,
) -> BTreeMap<QualifiedName, Vec<ForeignKey>> {
    let mut taken: BTreeMap<QualifiedName, Vec<ForeignKey>> = BTreeMap::new();
    for (table, of_table) in keys.iter_mut() {
        let (take, leave): (Vec<_>, Vec<_>) = of_table.drain(..).partition(|k| wanted(table, k));
        *of_table = leave;
        if !take.is_empty() {
            taken.insert(table.clone(), take);
        }
    }
    keys.retain(|_, of_table| !of_table.is_empty());
    taken
}

/// Tables that go: children before their parents, cycles cut first.
struct Dropped {
    cut: Vec<(QualifiedName, ForeignKey)>,
    steps: Vec<Step>,
    /// A name is needed for a table that stays.
    first: bool,
}

impl Dropped {
    fn new(diff: &SchemaDiff) -> Self {
        let tables: Vec<&Table> = diff.dropped_tables().collect();
        let order = creation_order(&tables);
        let first = tables.iter().any(|t| diff.renames.tables.values().any(|new| new == &t.name));
        Self {
            cut: order.deferred,
            steps: order.tables.into_iter().rev().map(Step::DropTable).collect(),
            first,
        }
    }
}

/// New tables, parents first. Keys that close a cycle, or lead to a table that is yet to be
/// changed, are put with those that come last.
fn created(diff: &SchemaDiff, keys: &mut KeyWork) -> Vec<Step> {
    let tables: Vec<&Table> = diff.added_tables().collect();
    let changed = |name: &QualifiedName| diff.kept_tables().any(|t| &t.after.name == name);
    let order = creation_order(&tables);
    let mut steps = Vec::new();
    for name in &order.tables {
        let Some(table) = tables.iter().find(|t| &t.name == name) else { continue };
        let mut table = (*table).clone();
        let (later, now): (Vec<_>, Vec<_>) = table.foreign_keys.drain(..).partition(|key| {
            changed(&key.references) || order.deferred.iter().any(|(t, k)| t == name && k == key)
        });
        table.foreign_keys = now;
        if !later.is_empty() {
            keys.adds.entry(name.clone()).or_default().extend(later);
        }
        steps.push(Step::CreateTable(table));
    }
    steps
}

/// Renames, in an order in which each new name is free; where names change places, one table waits
/// under another name. More than one are one statement, so that all happen or none.
fn renames(diff: &SchemaDiff) -> Vec<Step> {
    let mut open: Vec<(QualifiedName, QualifiedName)> = diff
        .kept_tables()
        .filter(|t| t.is_renamed())
        .map(|t| (t.before.name.clone(), t.after.name.clone()))
        .collect();
    let mut ordered: Vec<(QualifiedName, QualifiedName)> = Vec::new();
    while !open.is_empty() {
        let taken: Vec<QualifiedName> = open.iter().map(|(from, _)| from.clone()).collect();
        match open.iter().position(|(from, to)| from == to || !taken.contains(to)) {
            Some(at) => ordered.push(open.remove(at)),
            None => {
                let Some((from, _)) = open.first_mut() else { break };
                let waiting = waiting_name(diff, from);
                ordered.push((from.clone(), waiting.clone()));
                *from = waiting;
            }
        }
    }
    match ordered.as_slice() {
        [] => Vec::new(),
        [(from, to)] => vec![Step::RenameTable { from: from.clone(), to: to.clone() }],
        many => {
            let parts: Vec<String> =
                many.iter().map(|(from, to)| format!("{} TO {}", name(from), name(to))).collect();
            vec![Step::Statement(format!("RENAME TABLE\n  {}", parts.join(",\n  ")))]
        }
    }
}

fn waiting_name(diff: &SchemaDiff, table: &QualifiedName) -> QualifiedName {
    let stem: String = table.name.chars().take(50).collect();
    let mut count = 1;
    loop {
        let name =
            QualifiedName { schema: table.schema.clone(), name: format!("{stem}_renamed_{count}") };
        if diff.from.table(&name).is_none() && diff.to.table(&name).is_none() {
            return name;
        }
        count += 1;
    }
}

/// Partitions stand in a statement of their own: they go before and come after the columns that
/// they are made by.
struct Partitions<'a> {
    table: &'a QualifiedName,
    from: Option<&'a String>,
    to: Option<&'a String>,
    /// The columns change too, and those that it is divided by can't while it is.
    with_columns: bool,
}

impl<'a> Partitions<'a> {
    fn new(diff: &'a TableDiff) -> Self {
        Self {
            table: &diff.after.name,
            from: diff.before.options.get("partition_by"),
            to: diff.after.options.get("partition_by"),
            with_columns: !diff.columns.is_empty(),
        }
    }

    fn before(&self) -> Option<Step> {
        let changes = self.from.is_some() && self.from != self.to;
        let gone = changes && (self.to.is_none() || self.with_columns);
        gone.then(|| {
            Step::Statement(format!("ALTER TABLE {} REMOVE PARTITIONING", name(self.table)))
        })
    }

    fn after(&self) -> Option<Step> {
        let to = self.to.filter(|to| Some(*to) != self.from)?;
        Some(Step::Statement(format!("ALTER TABLE {}\n  PARTITION BY {to}", name(self.table))))
    }
}

fn rendered(steps: Vec<Step>) -> Vec<Rendered> {
    let render = crate::databases::mysql::render::render;
    steps.into_iter().map(|step| Rendered { step, render }).collect()
}
