//! One table's `ALTER TABLE`: everything that changes about it, in one statement.

use std::collections::BTreeSet;

use model_core::schema::{
    Check, Column, ForeignKey, Generation, Index, IndexTarget, PrimaryKey, TableName,
};

use super::column::{self, ColumnEdit, ColumnWork, renamed_expression};
use crate::dialect::Fills;
use crate::dialect::mysql::mentions;
use crate::diff::{Change, TableDiff};
use crate::plan::{Clause, Step};
use crate::render::mysql::{literal, name, options, quote};

/// What one table's change comes to.
#[derive(Debug)]
pub struct TableWork {
    /// Columns.
    pub columns: Vec<ColumnWork>,
    /// Nothing changes but names of columns, which the server carries into the foreign keys.
    pub only_renames: bool,
    /// It moves to another storage engine.
    pub changes_engine: bool,
    /// What the indexes and the key that go order, in the names of the start.
    pub lost_indexes: Vec<Vec<IndexTarget>>,
    drop_checks: Vec<String>,
    add_checks: Vec<Check>,
    drop_indexes: Vec<String>,
    add_indexes: Vec<Index>,
    rename_indexes: Vec<(String, String)>,
    drop_key: Option<PrimaryKey>,
    add_key: Option<PrimaryKey>,
    options: Vec<String>,
}

/// An index made anew in the statement that drops it is the old one to MariaDB, which then forgets
/// that it is to be ignored.
fn visibility(before: &Index, after: &Index) -> String {
    let word = match (before.options.get("invisible"), after.options.get("invisible")) {
        (_, Some(hidden)) => hidden.as_str(),
        (Some(hidden), None) if hidden == "IGNORED" => "NOT IGNORED",
        _ => "VISIBLE",
    };
    format!("ALTER INDEX {} {word}", quote(&after.name))
}

impl TableWork {
    /// Works out what a table's change comes to.
    pub fn new(diff: &TableDiff) -> Self {
        let mut work = Self {
            columns: column::work(diff),
            only_renames: false,
            changes_engine: diff.before.options.get("engine") != diff.after.options.get("engine"),
            lost_indexes: Vec::new(),
            drop_checks: Vec::new(),
            add_checks: Vec::new(),
            drop_indexes: Vec::new(),
            add_indexes: Vec::new(),
            rename_indexes: Vec::new(),
            drop_key: None,
            add_key: None,
            options: table_options(diff),
        };
        work.checks(diff);
        work.indexes(diff);
        work.primary_key(diff);
        work.only_renames = work.is_only_renames();
        work
    }

    fn is_only_renames(&self) -> bool {
        self.columns.iter().all(|c| matches!(c, ColumnWork::Rename { .. }))
            && self.drop_checks.is_empty()
            && self.add_checks.is_empty()
            && self.drop_indexes.is_empty()
            && self.add_indexes.is_empty()
            && self.rename_indexes.is_empty()
            && self.drop_key.is_none()
            && self.add_key.is_none()
            && self.options.is_empty()
    }

    fn replaced(&self) -> BTreeSet<&str> {
        self.columns.iter().filter_map(ColumnWork::replaced).collect()
    }

    fn checks(&mut self, diff: &TableDiff) {
        let of_table = |c: &&Check| c.column.is_none();
        for change in &diff.checks {
            if let Some(before) = change.before().filter(of_table) {
                self.drop_checks.extend(before.name.clone());
            }
            if let Some(after) = change.after().filter(of_table) {
                self.add_checks.push(after.clone());
            }
        }
        for before in diff.before.checks.iter().filter(of_table) {
            let changed = diff.checks.iter().any(|c| c.before() == Some(before));
            let after = diff.after.checks.iter().filter(of_table).find(|c| c.name == before.name);
            let Some(after) = after.filter(|_| !changed) else { continue };
            let rewritten = renamed_expression(diff, &before.expression) != after.expression;
            if rewritten || self.replaced().iter().any(|c| mentions(&before.expression, c)) {
                self.drop_checks.extend(before.name.clone());
                self.add_checks.push(after.clone());
            }
        }
    }

    fn indexes(&mut self, diff: &TableDiff) {
        for change in &diff.indexes {
            match change {
                Change::Altered { before, after } if self.is_index_rename(diff, before, after) => {
                    if looks_made_by_server(diff, before) {
                        // Renamed, it would still go by itself some day.
                        self.drop_indexes.push(before.name.clone());
                        self.add_indexes.push(after.clone());
                    } else {
                        self.rename_indexes.push((before.name.clone(), after.name.clone()));
                    }
                }
                Change::Altered { before, after }
                    if self.is_only_visibility(diff, before, after) =>
                {
                    self.options.push(visibility(before, after));
                }
                _ => {
                    if let Some(before) = change.before() {
                        self.drop_index(before);
                    }
                    self.add_indexes.extend(change.after().cloned());
                }
            }
        }
        for before in &diff.before.indexes {
            let changed = diff.indexes.iter().any(|c| c.before() == Some(before));
            let after = diff.after.indexes.iter().find(|i| i.name == before.name);
            let Some(after) = after.filter(|_| !changed) else { continue };
            if self.covers_replaced(before) {
                self.drop_index(before);
                self.add_indexes.push(after.clone());
            } else if self.is_superseded(diff, before, after) {
                self.drop_indexes.push(before.name.clone());
                self.add_indexes.push(after.clone());
            }
        }
    }

    fn drop_index(&mut self, index: &Index) {
        self.drop_indexes.push(index.name.clone());
        self.lost_indexes.push(index.columns.iter().map(|c| c.target.clone()).collect());
    }

    fn covers_replaced(&self, index: &Index) -> bool {
        let replaced = self.replaced();
        index.columns.iter().any(|c| match &c.target {
            IndexTarget::Column(name) => replaced.contains(name.as_str()),
            IndexTarget::Expression(sql) => replaced.iter().any(|name| mentions(sql, name)),
        })
    }

    fn is_index_rename(&self, diff: &TableDiff, before: &Index, after: &Index) -> bool {
        let mut same = before.clone();
        same.name.clone_from(&after.name);
        same.renamed_from.clone_from(&after.renamed_from);
        for column in &mut same.columns {
            match &mut column.target {
                IndexTarget::Column(name) => {
                    if let Some(new) = diff.name_after(name) {
                        *name = new.to_owned();
                    }
                }
                IndexTarget::Expression(sql) => *sql = renamed_expression(diff, sql),
            }
        }
        same == *after && !self.covers_replaced(before)
    }

    fn is_only_visibility(&self, diff: &TableDiff, before: &Index, after: &Index) -> bool {
        let (mut before, mut after) = (before.clone(), after.clone());
        let changed = before.options.remove("invisible") != after.options.remove("invisible");
        changed && before.name == after.name && self.is_index_rename(diff, &before, &after)
    }

    /// An index that the server made for a foreign key goes by itself when another one comes that
    /// begins with the same columns. One that looks like it is stated again, and then stays.
    fn is_superseded(&self, diff: &TableDiff, before: &Index, after: &Index) -> bool {
        let begins = |targets: Vec<&IndexTarget>| {
            targets.len() >= after.columns.len()
                && after.columns.iter().zip(targets).all(|(c, target)| &c.target == target)
        };
        let by_index =
            self.add_indexes.iter().any(|i| begins(i.columns.iter().map(|c| &c.target).collect()));
        let by_key = diff.primary_key.as_ref().and_then(Change::after).is_some_and(|key| {
            let targets: Vec<IndexTarget> =
                key.columns.iter().map(|c| IndexTarget::Column(c.name.clone())).collect();
            begins(targets.iter().collect())
        });
        (by_index || by_key) && looks_made_by_server(diff, before)
    }

    fn primary_key(&mut self, diff: &TableDiff) {
        let (before, after) = match &diff.primary_key {
            Some(change) => (change.before(), change.after()),
            None => match (&diff.before.primary_key, &diff.after.primary_key) {
                (Some(before), Some(after))
                    if before.columns.iter().any(|c| self.replaced().contains(c.name.as_str())) =>
                {
                    (Some(before), Some(after))
                }
                _ => (None, None),
            },
        };
        if let Some(before) = before {
            let target = |name: &String| IndexTarget::Column(name.clone());
            self.lost_indexes.push(before.columns.iter().map(|c| target(&c.name)).collect());
        }
        self.drop_key = before.cloned();
        self.add_key = after.cloned();
    }

    /// Whether the table's own statement makes this index, so that it is nobody's but its own.
    pub fn states_index(&self, name: &str) -> bool {
        self.add_indexes.iter().any(|i| i.name == name)
    }

    /// Whether a value may be cut or turned into another without strict mode.
    pub fn converts(&self) -> bool {
        self.columns.iter().any(|c| matches!(c, ColumnWork::Change(edit) if edit.converts))
    }

    /// Whether a column of rows begins to count.
    pub fn starts_counting(&self) -> bool {
        self.columns.iter().any(|c| matches!(c, ColumnWork::Change(edit) if edit.starts_counting))
    }
}

/// Whether the server may have made this index for a foreign key, and so may take it away again.
/// The catalog does not tell; such an index has the name of the key or of its first column.
fn looks_made_by_server(diff: &TableDiff, index: &Index) -> bool {
    let mut keys = diff.before.foreign_keys.iter().chain(&diff.after.foreign_keys);
    let named_as_key = keys.any(|k| k.name.as_ref() == Some(&index.name));
    let named_as_column = match index.columns.first().map(|c| &c.target) {
        Some(IndexTarget::Column(column)) => index
            .name
            .strip_prefix(column.as_str())
            .map(|rest| rest.strip_prefix('_').unwrap_or(rest))
            .is_some_and(|number| number.bytes().all(|b| b.is_ascii_digit())),
        _ => false,
    };
    !index.unique && index.method.is_none() && (named_as_key || named_as_column)
}

fn table_options(diff: &TableDiff) -> Vec<String> {
    let mut clauses = options(&diff.before.options, &diff.after.options);
    if diff.comment {
        let comment = diff.after.comment.as_deref().unwrap_or_default();
        clauses.push(format!("COMMENT={}", literal(comment)));
    }
    clauses
}

/// What goes along in a table's own statement, because nothing else waits for it.
pub struct KeysAlong<'a> {
    /// Foreign keys to drop.
    pub drops: &'a [ForeignKey],
    /// Foreign keys to add.
    pub adds: &'a [ForeignKey],
    /// Indexes to state again.
    pub restated: Vec<Index>,
}

/// The statements of one table, between the foreign keys that go first and those that come last.
pub fn steps(
    diff: &TableDiff,
    work: &TableWork,
    fills: &Fills,
    along: &KeysAlong<'_>,
) -> Vec<Step> {
    let table = &diff.after.name;
    let fill = |column: &str| fills.get(&(table.clone(), column.to_owned()));
    let mut steps = before_main(table, work, &fill);
    let mut clauses: Vec<Clause> = Vec::new();
    clauses.extend(guard(diff, work, fills).and_then(|g| g.name).map(Clause::DropConstraint));
    clauses.extend(along.drops.iter().filter_map(|k| k.name.clone()).map(Clause::DropForeignKey));
    clauses.extend(work.drop_checks.iter().cloned().map(Clause::DropConstraint));
    clauses.extend(work.drop_indexes.iter().cloned().map(Clause::DropIndex));
    clauses.extend(along.restated.iter().map(|i| Clause::DropIndex(i.name.clone())));
    clauses.extend(work.drop_key.iter().cloned().map(Clause::DropPrimaryKey));
    clauses.extend(
        work.columns
            .iter()
            .filter_map(ColumnWork::replaced)
            .map(str::to_owned)
            .map(Clause::DropColumn),
    );
    clauses.extend(work.columns.iter().filter_map(|column| column_clause(column, &fill)));
    let renames = work.rename_indexes.iter().cloned();
    clauses.extend(renames.map(|(from, to)| Clause::RenameIndex { from, to }));
    clauses.extend(work.add_key.iter().cloned().map(Clause::AddPrimaryKey));
    clauses.extend(work.add_indexes.iter().cloned().map(Clause::AddIndex));
    clauses.extend(along.restated.iter().cloned().map(Clause::AddIndex));
    clauses.extend(work.add_checks.iter().cloned().map(Clause::AddCheck));
    clauses.extend(along.adds.iter().cloned().map(Clause::AddForeignKey));
    clauses.extend(work.options.iter().cloned().map(Clause::Clause));
    if !clauses.is_empty() {
        steps.push(Step::AlterTable { table: table.clone(), clauses });
    }
    steps
}

/// A new required column gives rows that are there a value that nobody chose ('' or 0), in
/// silence. A check that no row passes stops that before anything is done, and lets an empty
/// table through; the table's own statement takes it away again.
pub fn guard(diff: &TableDiff, work: &TableWork, fills: &Fills) -> Option<Check> {
    let filled = |c: &Column| fills.contains_key(&(diff.after.name.clone(), c.name.clone()));
    let mut required = work.columns.iter().filter_map(|column| match column {
        ColumnWork::Add(column) if needs_value(column) && !filled(column) => Some(&column.name),
        _ => None,
    });
    let first = required.next()?;
    let more = if required.next().is_some() { " and others need" } else { " needs" };
    let reason = format!("{more} a value for the rows there");
    let column: String = first.chars().take(64 - reason.len()).collect();
    Some(Check {
        name: Some(format!("{column}{reason}")),
        expression: "FALSE".to_owned(),
        ..Check::default()
    })
}

fn needs_value(column: &Column) -> bool {
    !column.nullable
        && column.default.is_none()
        && column.generated.is_none()
        && column.generation == Generation::None
}

fn nullable(column: &Column) -> Column {
    let mut column = Column { nullable: true, ..column.clone() };
    column.options.remove("check");
    column
}

/// Columns that need values from statements of their own are made and filled first.
fn before_main<'a>(
    table: &TableName,
    work: &TableWork,
    fill: &impl Fn(&str) -> Option<&'a String>,
) -> Vec<Step> {
    let mut added = Vec::new();
    let mut updates = Vec::new();
    for column in &work.columns {
        match column {
            ColumnWork::Add(column) => {
                if let Some(value) = fill(&column.name) {
                    added.push(Clause::AddColumn(nullable(column)));
                    updates.push(format!("{} = {value}", quote(&column.name)));
                }
            }
            ColumnWork::Materialize { from, beside, .. } => {
                added.push(Clause::AddColumn(beside.as_ref().clone()));
                updates.push(format!("{} = {}", quote(&beside.name), quote(from)));
            }
            _ => {}
        }
    }
    let mut steps = Vec::new();
    if !added.is_empty() {
        steps.push(Step::AlterTable { table: table.clone(), clauses: added });
        let update = format!("UPDATE {} SET {}", name(table), updates.join(", "));
        steps.push(Step::Statement(update));
    }
    for column in &work.columns {
        let ColumnWork::Change(edit) = column else { continue };
        let ColumnEdit { before, after, .. } = edit.as_ref();
        if let Some(value) = fill(&after.name).filter(|_| before.nullable && !after.nullable) {
            let column = quote(&before.name);
            let update =
                format!("UPDATE {} SET {column} = {value} WHERE {column} IS NULL", name(table));
            steps.push(Step::Statement(update));
        }
    }
    steps
}

fn column_clause<'a>(
    column: &ColumnWork,
    fill: &impl Fn(&str) -> Option<&'a String>,
) -> Option<Clause> {
    Some(match column {
        ColumnWork::Drop(_) => return None,
        ColumnWork::Rename { from, to } => {
            Clause::RenameColumn { from: from.clone(), to: to.clone() }
        }
        ColumnWork::Change(edit) => {
            Clause::ChangeColumn { from: edit.before.name.clone(), to: edit.after.clone() }
        }
        ColumnWork::Recreate { to, .. } => Clause::AddColumn(to.clone()),
        ColumnWork::Materialize { beside, to, .. } => {
            Clause::ChangeColumn { from: beside.name.clone(), to: to.as_ref().clone() }
        }
        ColumnWork::Add(column) if fill(&column.name).is_some() => {
            let unplaced = {
                let mut column = column.clone();
                column.options.retain(|key, _| key != "after" && key != "first");
                column
            };
            Clause::ChangeColumn { from: column.name.clone(), to: unplaced }
        }
        ColumnWork::Add(column) => Clause::AddColumn(column.clone()),
    })
}
