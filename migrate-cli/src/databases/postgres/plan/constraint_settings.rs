//! Comments and settings of constraints and indexes, which have statements of their own: storage
//! parameters of a key, `CLUSTER ON`, the replica identity.
//!
//! Whatever is made gets all that the target says of it.

use std::collections::BTreeMap;

use model_core::schema::{
    Check, Column, ConstraintIndex, Exclusion, ForeignKey, Index, IndexTarget, KeyColumn,
    PrimaryKey, QualifiedName, Table, Unique,
};
use nonempty::NonEmpty;

use super::marks::{Mark, Marked, Marks};
use super::table_plan::{ObjectPlan, TablePlan};
use crate::databases::postgres::names::beside;
use crate::databases::postgres::options::IndexOptions;
use crate::databases::postgres::statement::{Clause, Commented, ReplicaIdentity, Statement};
use crate::diff::SchemaDiff;

/// A constraint or an index, with what is said of it.
struct Settings<'a> {
    name: &'a str,
    /// The comment of the constraint.
    comment: Option<&'a String>,
    /// Its index, or the index that it is.
    index: Option<IndexSettings<'a>>,
}

/// What is said of an index.
struct IndexSettings<'a> {
    /// The parameters of a key, whose definition has no word for them.
    parameters: &'a [(String, String)],
    /// How much is collected of the expressions, by their places.
    statistics: Vec<(usize, i32)>,
    comment: Option<&'a String>,
    /// Whether `CLUSTER ON` it is asked for.
    is_clustered: bool,
    /// Whether it is asked to be the replica identity.
    is_identity: bool,
    /// `CLUSTER ON` it, where that is asked for and possible.
    clusters: bool,
    /// The replica identity, where that is asked for and possible.
    identifies: bool,
}

/// The statements, for when everything that they are about is made.
pub fn statements(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
) -> Vec<Statement> {
    let mut statements = Vec::new();
    for table in diff.added_tables() {
        for made in of_new(table) {
            put(&table.name, &made, &mut statements);
        }
    }
    for table in tables.values() {
        of_kept(table, &mut statements);
    }
    statements
}

fn of_new(table: &Table) -> Vec<Settings<'_>> {
    let primary_key = table.primary_key.iter().filter_map(|k| of_primary_key(table, k));
    let uniques = table.uniques.iter().filter_map(|u| of_unique(table, u));
    let exclusions = table.exclusions.iter().map(of_exclusion);
    let foreign_keys = table.foreign_keys.iter().filter_map(of_foreign_key);
    let checks = table.checks.iter().filter_map(of_check);
    let indexes = table.indexes.iter().map(|i| of_index(table, i));
    primary_key
        .chain(uniques)
        .chain(exclusions)
        .chain(foreign_keys)
        .chain(checks)
        .chain(indexes)
        .collect()
}

fn of_kept(plan: &TablePlan, statements: &mut Vec<Statement>) {
    let table = &plan.diff.after;
    let mut marks = Marks::default();
    objects(table, &plan.primary_key, of_primary_key, (statements, &mut marks));
    objects(table, &plan.uniques, of_unique, (statements, &mut marks));
    objects(table, &plan.exclusions, |_, e| Some(of_exclusion(e)), (statements, &mut marks));
    objects(table, &plan.foreign_keys, |_, k| of_foreign_key(k), (statements, &mut marks));
    objects(table, &plan.checks, |_, c| of_check(c), (statements, &mut marks));
    objects(table, &plan.indexes, |t, i| Some(of_index(t, i)), (statements, &mut marks));
    statements.extend(marks.statements(&plan.diff));
}

fn objects<'a, T>(
    table: &Table,
    plans: &'a [ObjectPlan<T>],
    settings: impl Fn(&Table, &'a T) -> Option<Settings<'a>>,
    (statements, marks): (&mut Vec<Statement>, &mut Marks),
) {
    for plan in plans {
        let of = |object: &'a Option<T>| object.as_ref().and_then(|o| settings(table, o));
        let (before, after) = (of(&plan.before), of(&plan.after));
        let marked = |s: &Option<Settings<'_>>| {
            let index = s.as_ref().and_then(|s| s.index.as_ref());
            index.map(|i| Mark { clusters: i.is_clustered, identifies: i.is_identity })
        };
        let possible = after.as_ref().and_then(|s| s.index.as_ref());
        let possible = possible.map(|i| Mark { clusters: i.clusters, identifies: i.identifies });
        marks.add(Marked {
            name: after.as_ref().map(|s| s.name.to_owned()).unwrap_or_default(),
            was: marked(&before).unwrap_or_default(),
            is: possible.unwrap_or_default(),
            stays: plan.before.is_some() && plan.dropped().is_none(),
        });
        if let Some(made) = plan.made().and_then(|o| settings(table, o)) {
            put(&table.name, &made, statements);
        } else if let (Some(before), Some(after), true) = (before, after, plan.is_relabelled()) {
            change_parameters(&table.name, &before, &after, statements);
            if plan.new_comment {
                change_comments(&table.name, &before, &after, statements);
            }
        }
    }
}

fn of_primary_key<'a>(table: &Table, key: &'a PrimaryKey) -> Option<Settings<'a>> {
    let identifies = key.deferrable.is_no() && are_required(table, &key.columns);
    let index = of_key(&key.index, identifies);
    Some(Settings { name: key.name.as_deref()?, comment: key.comment.as_ref(), index })
}

fn of_unique<'a>(table: &Table, unique: &'a Unique) -> Option<Settings<'a>> {
    let identifies = unique.deferrable.is_no() && are_required(table, &unique.columns);
    let index = of_key(&unique.index, identifies);
    Some(Settings { name: unique.name.as_deref()?, comment: unique.comment.as_ref(), index })
}

fn of_key(index: &ConstraintIndex, identifies: bool) -> Option<IndexSettings<'_>> {
    Some(IndexSettings {
        parameters: &index.parameters,
        statistics: Vec::new(),
        comment: index.comment.as_ref(),
        is_clustered: index.clustered,
        is_identity: index.replica_identity,
        clusters: index.clustered,
        identifies: index.replica_identity && identifies,
    })
}

fn of_exclusion(exclusion: &Exclusion) -> Settings<'_> {
    let Exclusion { name, definition, comment, index } = exclusion;
    let ordered = ["EXCLUDE USING btree ", "EXCLUDE USING gist "];
    let ordered = ordered.iter().any(|start| definition.starts_with(start));
    let index = IndexSettings {
        // They stand in its definition.
        parameters: &[],
        statistics: Vec::new(),
        comment: index.comment.as_ref(),
        is_clustered: index.clustered,
        is_identity: index.replica_identity,
        clusters: index.clustered && ordered && !definition.contains(" WHERE ("),
        identifies: false,
    };
    Settings { name, comment: comment.as_ref(), index: Some(index) }
}

fn of_foreign_key(key: &ForeignKey) -> Option<Settings<'_>> {
    Some(Settings { name: key.name.as_deref()?, comment: key.comment.as_ref(), index: None })
}

fn of_check(check: &Check) -> Option<Settings<'_>> {
    Some(Settings { name: check.name.as_deref()?, comment: check.comment.as_ref(), index: None })
}

fn of_index<'a>(table: &Table, index: &'a Index) -> Settings<'a> {
    let whole = index.predicate.is_none();
    let required = index.columns.iter().all(|part| match &part.target {
        IndexTarget::Column(column) => is_required(table, column),
        IndexTarget::Expression(_) => false,
    });
    let ordered = matches!(index.method.as_deref(), None | Some("btree" | "gist"));
    let settings = IndexSettings {
        parameters: &[],
        statistics: IndexOptions::read(index).statistics.into_iter().collect(),
        comment: index.comment.as_ref(),
        is_clustered: index.clustered,
        is_identity: index.replica_identity,
        clusters: index.clustered && whole && ordered,
        identifies: index.replica_identity && whole && index.unique && required,
    };
    Settings { name: &index.name, comment: None, index: Some(settings) }
}

fn are_required(table: &Table, columns: &[KeyColumn]) -> bool {
    columns.iter().all(|c| is_required(table, &c.name))
}

fn is_required(table: &Table, column: &str) -> bool {
    let in_key = || {
        let mut key = table.primary_key.iter().flat_map(|k| &k.columns);
        key.any(|c| c.name == column)
    };
    table.column(column).is_some_and(|c: &Column| !c.nullable || in_key())
}

/// All that is said of something new.
fn put(table: &QualifiedName, made: &Settings, statements: &mut Vec<Statement>) {
    let name = made.name.to_owned();
    if let Some(index) = &made.index {
        for (place, target) in &index.statistics {
            let (index, place, target) = (beside(table, &name), *place, *target);
            statements.push(Statement::SetIndexStatistics { index, place, target });
        }
        if let Some(parameters) = NonEmpty::collect(index.parameters.iter().cloned()) {
            let index = beside(table, &name);
            statements.push(Statement::SetIndexParameters { index, parameters });
        }
        if index.clusters {
            statements.push(Statement::alter_by(table, Clause::ClusterOn(name.clone())));
        }
        if index.identifies {
            statements.push(Statement::alter_by(
                table,
                Clause::ReplicaIdentity(ReplicaIdentity::Index(name.clone())),
            ));
        }
    }
    let nothing = Settings { name: made.name, comment: None, index: None };
    change_comments(table, &nothing, made, statements);
}

/// The parameters of a key, whose definition has no word for them.
fn change_parameters(
    table: &QualifiedName,
    before: &Settings,
    after: &Settings,
    statements: &mut Vec<Statement>,
) {
    let of = |s: &Settings<'_>| s.index.as_ref().map(|i| i.parameters.to_vec()).unwrap_or_default();
    let (old, new) = (of(before), of(after));
    let index = beside(table, after.name);
    let gone = old.iter().filter(|(name, _)| !new.iter().any(|(n, _)| n == name));
    if let Some(parameters) = NonEmpty::collect(gone.map(|(name, _)| name.clone())) {
        statements.push(Statement::ResetIndexParameters { index: index.clone(), parameters });
    }
    let set = new.iter().filter(|parameter| !old.contains(parameter)).cloned();
    if let Some(parameters) = NonEmpty::collect(set) {
        statements.push(Statement::SetIndexParameters { index, parameters });
    }
}

fn change_comments(
    table: &QualifiedName,
    before: &Settings,
    after: &Settings,
    statements: &mut Vec<Statement>,
) {
    let name = after.name.to_owned();
    let mut comment = |on: Commented, text: Option<&String>| {
        statements.push(Statement::Comment { on, text: text.cloned() });
    };
    if before.comment != after.comment {
        comment(Commented::Constraint { table: table.clone(), name }, after.comment);
    }
    let of_index = |s: &Settings<'_>| s.index.as_ref().and_then(|i| i.comment.cloned());
    let (before_text, after_text) = (of_index(before), of_index(after));
    if before_text != after_text {
        comment(Commented::Index(beside(table, after.name)), after_text.as_ref());
    }
}
