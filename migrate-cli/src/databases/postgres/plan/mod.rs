//! From the differences to the statements, in one transaction.
//!
//! The order is the same for every migration: what lets go (defaults, keys), what goes, new
//! names, types and sequences, new tables, the tables that stay, their constraints, keys last.
//! Everything up to the renames speaks the start's names, everything after it the target's.
//! Nothing relies on one drop taking another along, so nothing is dropped twice.

mod anew;
mod attached;
mod collations;
mod columns;
mod comments;
mod constraint_settings;
mod constraints;
pub(crate) mod conversion;
mod counters;
mod create;
mod defaults;
mod enums;
mod grants;
mod inherit;
mod inheritance;
mod marks;
mod not_null;
mod object_statements;
pub mod objects;
mod ordered;
pub mod rebuilds;
mod refuse;
mod remade;
mod renames;
mod row_types;
mod sequences;
mod table_plan;
mod temporary;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Extension, QualifiedName, SchemaObject};
use nonempty::NonEmpty;

use crate::databases::postgres::names::DEFAULT_NAMESPACE;
use crate::databases::postgres::options::TableOptions;
use crate::databases::postgres::statement::{Clause, Rename, Statement};
use crate::dialect::Fills;
use crate::diff::{Change, SchemaDiff};
use crate::plan::{Plan, PlanError};
use collations::Collations;
use columns::{ColumnPlan, ColumnPlanner};
use enums::Enums;
use objects::Objects;
use remade::Remade;
use sequences::Sequences;
use table_plan::TablePlan;

/// The tables that stay, by their names in the target.
type Tables = BTreeMap<QualifiedName, TablePlan>;

/// Everything that is planned, before it is put in order.
struct Parts<'a> {
    diff: &'a SchemaDiff,
    enums: Enums,
    collations: Collations,
    tables: Tables,
    objects: Objects,
    sequences: Sequences,
    constraint_names: not_null::Names,
    /// By the tables' names in the target.
    columns: BTreeMap<QualifiedName, ColumnPlan>,
    renames: Vec<Statement>,
    remade: Vec<Remade>,
}

/// The statements from one PostgreSQL schema to the other.
pub fn plan(diff: &SchemaDiff, fills: &Fills) -> Result<Plan, PlanError> {
    let mut names = temporary::relations(diff);
    let enums = enums::enums(diff, fills, &mut names);
    let (diff, remade) = remade::remade(diff, fills, &enums.replaced_before, &mut names)?;
    let diff = &diff;
    let mut tables = table_plan::kept_tables(diff);
    let collations = collations::collations(diff, &mut names);
    rebuilds::rebuild_dependents(diff, &mut tables, &enums.replaced_before, &collations);
    let shaken = enums.replaced_before.iter().chain(&enums.dropped).cloned().collect();
    refuse::check(diff, &tables, &shaken)?;
    let replaced = |aside: &BTreeMap<QualifiedName, QualifiedName>| -> BTreeSet<QualifiedName> {
        enums.replaced_before.iter().chain(aside.keys()).cloned().collect()
    };
    let rebuild = |tables: &mut Tables, aside: &BTreeMap<QualifiedName, QualifiedName>| {
        rebuilds::rebuild_dependents(diff, tables, &replaced(aside), &collations);
    };
    let objects = objects::objects(diff, &mut tables, &shaken, &mut names, rebuild)?;
    let replaced = replaced(&objects.aside);
    if !objects.changes.lost.is_empty() {
        rebuilds::rebuild_dependents(diff, &mut tables, &replaced, &collations);
    }
    let sequences = sequences::sequences(diff, &tables);
    let constraint_names = not_null::Names::of(diff);
    let users = row_types::Users::of(diff);
    let mut columns = BTreeMap::new();
    for (name, table) in &tables {
        let planner = ColumnPlanner {
            table,
            sequences: &sequences,
            constraint_names: &constraint_names,
            is_row_type: row_types::user(diff, &users, &tables, table).is_some(),
            replaced: &replaced,
            aside: &objects.aside,
            diff,
            fills,
            names: &mut names,
            plan: ColumnPlan::default(),
        };
        columns.insert(name.clone(), planner.plan());
    }
    let attached = attached::renames(diff, &tables);
    let renames = renames::statements(&tables, &attached, &sequences.renamed, &mut names);
    let carried = tables.iter().filter(|(_, table)| !table.carried.is_empty());
    let carried: Vec<QualifiedName> = carried.map(|(name, _)| name.clone()).collect();
    let rewritten = remade.iter().map(|table| table.name.clone()).collect();
    let parts = Parts {
        diff,
        enums,
        collations,
        tables,
        objects,
        sequences,
        constraint_names,
        columns,
        renames,
        remade,
    };
    let statements = parts.in_order();
    let remade = parts.objects.changes.remade;
    let updated = statements.iter().filter_map(|statement| match statement {
        Statement::Fill { column, .. } => Some(column.table.clone()),
        _ => None,
    });
    let updated = updated.chain(carried).collect();
    Ok(Plan { rewritten, updated, remade, ..Plan::transactional(statements) })
}

impl Parts<'_> {
    fn in_order(&self) -> Vec<Statement> {
        let Self { diff, enums, tables, objects, sequences, columns, remade, .. } = self;
        let free = |name: &QualifiedName| tables.get(name).is_some_and(inheritance::is_free);
        let early = |is_free: bool| {
            let of = columns.iter().filter(move |(name, _)| free(name) == is_free);
            of.flat_map(|(_, columns)| columns.early.clone())
        };
        let foreign_keys = |is_free: bool, is_left: bool| {
            let of = tables.iter().filter(move |(name, _)| free(name) == is_free);
            let of = of.filter(move |(_, table)| {
                is_free || inheritance::is_left(table, tables) == is_left
            });
            of.filter_map(|(_, table)| constraints::drop_foreign_keys(table))
        };
        let creation = create::create(diff, sequences, &self.constraint_names);
        let release = |sequence: &QualifiedName| Statement::SetSequenceOwner {
            sequence: sequence.clone(),
            owner: None,
        };
        let own = sequences.owned.iter().map(|(sequence, owner)| Statement::SetSequenceOwner {
            sequence: sequence.clone(),
            owner: Some(owner.clone()),
        });
        let mut all = Vec::new();
        let made = diff.namespaces.iter().filter_map(|n| n.after()).cloned();
        all.extend(made.map(Statement::CreateNamespace));
        all.extend(extensions(diff));
        all.extend(early(false));
        all.extend(sequences::drop_defaults(diff, tables, &sequences.gone));
        all.extend(sequences.released.iter().map(release));
        all.extend(foreign_keys(false, false));
        all.extend(inheritance::leave(diff, tables, true));
        all.extend(foreign_keys(false, true));
        all.extend(inheritance::leave(diff, tables, false));
        all.extend(early(true));
        all.extend(foreign_keys(true, false));
        all.extend(remade.iter().flat_map(|table| table.save.clone()));
        all.extend(ordered::drops(diff, tables, objects));
        all.extend(self.drop_sequences());
        all.extend(self.renames.iter().cloned());
        all.extend(self.collations.make());
        all.extend(enums.make());
        all.extend(self.make_sequences());
        let alterations = tables.iter().map(|(name, table)| {
            let columns = columns.get(name);
            let statements = columns.map(|c| self.alter_table(table, c));
            (name, statements.unwrap_or_default())
        });
        let alterations = alterations.collect();
        all.extend(ordered::creations(diff, creation.tables, alterations, remade, objects));
        all.extend(attached::alone(diff, tables));
        all.extend(constraints::add_foreign_keys(&diff.to, &creation.foreign_keys, tables));
        all.extend(tables.values().filter_map(constraints::validate));
        all.extend(tables.values().filter_map(constraints::enforce));
        all.extend(own);
        all.extend(columns.values().flat_map(|c| c.late.clone()));
        all.extend(creation.comments);
        all.extend(tables.values().flat_map(comments::of_kept));
        all.extend(constraint_settings::statements(diff, tables));
        all.extend(grants::of_relations(diff, tables));
        all.extend(ordered::hanging(objects));
        all.extend(ordered::late_drops(objects));
        all.extend(enums.unmake());
        all.extend(self.collations.unmake());
        all.extend(drop_namespaces(diff));
        all
    }

    /// All that is done to one table that stays, foreign keys excepted.
    fn alter_table(&self, table: &TablePlan, columns: &ColumnPlan) -> Vec<Statement> {
        let name = &table.diff.after.name;
        let mut statements = columns.first.clone();
        let mut clauses = objects::restore_defaults(table, &self.objects.released);
        clauses.extend(columns.clauses.iter().cloned());
        if !columns.after_fills.is_empty() {
            statements.extend(Statement::alter(name, std::mem::take(&mut clauses)));
            statements.extend(columns.fills.iter().cloned());
            clauses.extend(columns.after_fills.iter().cloned());
        }
        let below = attached::before_keys(self.diff, &self.tables, table);
        if !below.is_empty() {
            statements.extend(Statement::alter(name, std::mem::take(&mut clauses)));
            statements.extend(below);
        }
        clauses.extend(constraints::add_constraints(table));
        let (own, of_longs) = options(table);
        clauses.extend(own);
        statements.extend(Statement::alter(name, clauses));
        statements.extend(Statement::alter(name, of_longs));
        for create in constraints::add_indexes(table) {
            statements.extend(attached::before_index(self.diff, &self.tables, table, &create));
            statements.push(create);
        }
        if inheritance::is_free(table) {
            statements.extend(inheritance::join(&table.diff.after));
        }
        statements
    }

    fn drop_sequences(&self) -> Vec<Statement> {
        let waiting: BTreeMap<_, _> = self.columns.values().flat_map(|c| &c.waiting).collect();
        let dropped = self.sequences.dropped.iter();
        dropped
            .map(|sequence| match waiting.get(sequence) {
                Some(aside) => {
                    let (from, to) = (sequence.clone(), (*aside).clone());
                    Statement::RenameSequence(Rename { from, to })
                }
                None => Statement::DropSequence(sequence.clone()),
            })
            .collect()
    }

    fn make_sequences(&self) -> Vec<Statement> {
        let made: BTreeMap<_, _> = self.columns.values().flat_map(|c| &c.made).collect();
        let created =
            self.sequences.created.iter().map(|sequence| match made.get(&sequence.name) {
                Some(made) => {
                    let (from, to) = ((*made).clone(), sequence.name.name.clone());
                    Statement::RenameSequence(Rename { from, to })
                }
                None => {
                    let (name, options) = (sequence.name.clone(), sequence.options.clone());
                    Statement::CreateSequence { name, options }
                }
            });
        let counters = self.columns.values().flat_map(|c| c.counters.clone());
        created.chain(self.sequences.altered.iter().cloned()).chain(counters).collect()
    }
}

/// Makes the extensions that are missing, and moves those that stand elsewhere. Their namespaces
/// may be there already: like extensions, they are never dropped unasked.
fn extensions(diff: &SchemaDiff) -> Vec<Statement> {
    let there = |e: &Extension| diff.from.extensions.iter().find(|f| f.name == e.name);
    let moved = |e: &&Extension| there(e).is_some_and(|before| before.schema != e.schema);
    let moved: Vec<&Extension> =
        diff.to.extensions.iter().filter(|_| diff.to.complete).filter(moved).collect();
    let namespaces: BTreeSet<&String> = diff
        .extensions
        .iter()
        .chain(moved.iter().copied())
        .filter_map(|e| e.schema.as_ref())
        .collect();
    let made: BTreeSet<&String> = diff.namespaces.iter().filter_map(|n| n.after()).collect();
    let missing = namespaces
        .into_iter()
        .filter(|n| !diff.from.namespaces.contains(n) && !made.contains(n))
        .cloned();
    let moves = moved.into_iter().map(|e| Statement::MoveExtension {
        extension: e.name.clone(),
        to: e.schema.clone().unwrap_or_else(|| DEFAULT_NAMESPACE.to_owned()),
    });
    missing
        .map(Statement::EnsureNamespace)
        .chain(diff.extensions.iter().cloned().map(Statement::CreateExtension))
        .chain(moves)
        .collect()
}

/// The namespaces that nothing is left in. What is only seen stays, and its namespace with it.
fn drop_namespaces(diff: &SchemaDiff) -> Vec<Statement> {
    let stays = |o: &SchemaObject| {
        diff.to.objects.iter().any(|after| after.object_name() == o.object_name())
    };
    let is_seen = |namespace: &String| {
        let mut there = diff.from.objects.iter();
        there.any(|o| o.name.schema.as_ref() == Some(namespace) && stays(o))
    };
    let dropped = diff.namespaces.iter().filter_map(|n| match n {
        Change::Dropped(namespace) => Some(namespace),
        _ => None,
    });
    dropped.filter(|n| !is_seen(n)).cloned().map(Statement::DropNamespace).collect()
}

/// Storage parameters, row security, and whether the table is logged.
/// The parameters of the table beside it that holds its long values come after: it may only be made
/// when a column that needs it is.
fn options(table: &TablePlan) -> (Vec<Clause>, Vec<Clause>) {
    let (before, after) =
        (TableOptions::read(&table.diff.before), TableOptions::read(&table.diff.after));
    let logged = match (before.unlogged, after.unlogged) {
        (true, false) => Some(Clause::SetLogged),
        (false, true) => Some(Clause::SetUnlogged),
        _ => None,
    };
    let differs = |before: bool, after: bool| (before != after).then_some(after);
    let secured = differs(before.row_security, after.row_security).map(Clause::RowSecurity);
    let forced = differs(before.forces_row_security, after.forces_row_security);
    let secured = secured.into_iter().chain(forced.map(Clause::ForceRowSecurity));
    let (old, new) = (before.parameters, after.parameters);
    let of_longs = |name: &str| name.starts_with("toast.");
    let gone = old.keys().filter(|name| !new.contains_key(*name)).cloned();
    let (gone_longs, gone): (Vec<_>, Vec<_>) = gone.partition(|name| of_longs(name));
    let set = new.into_iter().filter(|(name, value)| old.get(name) != Some(value));
    let (set_longs, set): (Vec<_>, Vec<_>) = set.partition(|(name, _)| of_longs(name));
    let reset = |names| NonEmpty::collect(names).map(Clause::ResetParameters);
    let set_to = |all| NonEmpty::collect(all).map(Clause::SetParameters);
    let own = logged.into_iter().chain(secured).chain(set_to(set)).chain(reset(gone)).collect();
    (own, set_to(set_longs).into_iter().chain(reset(gone_longs)).collect())
}
