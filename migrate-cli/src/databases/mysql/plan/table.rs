//! Everything that changes about one table.

use std::collections::BTreeSet;

use model_core::schema::{Check, Index, IndexTarget, PrimaryKey};

use super::column::{self, ColumnPlan, renamed_expression};
use crate::databases::mysql::options::{Hiding, IndexOptions, TableOptions, TableSetting};
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::{Clause, Visibility};
use crate::diff::{Change, IndexAspects, TableDiff};

/// What one table's change comes to.
#[derive(Debug)]
pub struct TablePlan {
    /// Columns.
    pub columns: Vec<ColumnPlan>,
    /// Nothing changes but names of columns, which the server carries into the foreign keys.
    pub only_renames: bool,
    /// It moves to another storage engine.
    pub changes_engine: bool,
    /// What the indexes and the key that go order, in the names of the start.
    pub lost_indexes: Vec<Vec<IndexTarget>>,
    /// Checks of the table that go, by name.
    pub drop_checks: Vec<String>,
    /// Checks of the table that come.
    pub add_checks: Vec<Check>,
    /// Indexes that go, by name.
    pub drop_indexes: Vec<String>,
    /// Indexes that come.
    pub add_indexes: Vec<Index>,
    /// Indexes that only get another name.
    pub rename_indexes: Vec<(String, String)>,
    /// The primary key that goes.
    pub drop_key: Option<PrimaryKey>,
    /// The primary key that comes.
    pub add_key: Option<PrimaryKey>,
    /// Clauses for the table's own settings, and for what the optimizer sees.
    pub settings: Vec<Clause>,
}

/// An index made anew in the statement that drops it is the old one to MariaDB, which then forgets
/// that it is to be ignored.
fn set_visibility(before: &Index, after: &Index) -> Clause {
    let hidden = |index: &Index| IndexOptions::read(&index.options).hidden;
    let visibility = match (hidden(before), hidden(after)) {
        (_, Some(Hiding::Ignored)) => Visibility::Ignored,
        (_, Some(Hiding::Invisible)) => Visibility::Invisible,
        (Some(Hiding::Ignored), None) => Visibility::NotIgnored,
        (_, None) => Visibility::Visible,
    };
    Clause::SetVisibility { index: after.name.clone(), visibility }
}

impl TablePlan {
    /// Works out what a table's change comes to.
    pub fn new(diff: &TableDiff) -> Self {
        let options = [&diff.before, &diff.after].map(|table| TableOptions::read(&table.options));
        let mut plan = Self {
            columns: column::plans(diff),
            only_renames: false,
            changes_engine: options[0].engine != options[1].engine,
            lost_indexes: Vec::new(),
            drop_checks: Vec::new(),
            add_checks: Vec::new(),
            drop_indexes: Vec::new(),
            add_indexes: Vec::new(),
            rename_indexes: Vec::new(),
            drop_key: None,
            add_key: None,
            settings: settings(diff, &options[0], &options[1]),
        };
        plan.checks(diff);
        plan.indexes(diff);
        plan.primary_key(diff);
        plan.only_renames = plan.is_only_renames();
        plan
    }

    fn is_only_renames(&self) -> bool {
        self.columns.iter().all(|c| matches!(c, ColumnPlan::Rename { .. }))
            && self.drop_checks.is_empty()
            && self.add_checks.is_empty()
            && self.drop_indexes.is_empty()
            && self.add_indexes.is_empty()
            && self.rename_indexes.is_empty()
            && self.drop_key.is_none()
            && self.add_key.is_none()
            && self.settings.is_empty()
    }

    fn replaced(&self) -> BTreeSet<&str> {
        self.columns.iter().filter_map(ColumnPlan::replaced).collect()
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
            if rewritten || self.replaced().iter().any(|c| LEXIS.mentions(&before.expression, c)) {
                self.drop_checks.extend(before.name.clone());
                self.add_checks.push(after.clone());
            }
        }
    }

    fn indexes(&mut self, diff: &TableDiff) {
        for change in &diff.indexes {
            match change {
                Change::Renamed { before, after } if !self.covers_replaced(before) => {
                    if looks_made_by_server(diff, before) {
                        // Renamed, it would still go by itself some day.
                        self.drop_indexes.push(before.name.clone());
                        self.add_indexes.push(after.clone());
                    } else {
                        self.rename_indexes.push((before.name.clone(), after.name.clone()));
                    }
                }
                Change::Altered { before, after, aspects }
                    if is_only_visibility(before, after, *aspects)
                        && !self.covers_replaced(before) =>
                {
                    self.settings.push(set_visibility(before, after));
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
            IndexTarget::Expression(sql) => replaced.iter().any(|name| LEXIS.mentions(sql, name)),
        })
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
        self.columns.iter().any(|c| matches!(c, ColumnPlan::Restate(column) if column.converts))
    }

    /// Whether a column of rows begins to count.
    pub fn starts_counting(&self) -> bool {
        self.columns
            .iter()
            .any(|c| matches!(c, ColumnPlan::Restate(column) if column.starts_counting))
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

fn is_only_visibility(before: &Index, after: &Index, aspects: IndexAspects) -> bool {
    let visible = |index: &Index| {
        let mut options = IndexOptions::read(&index.options);
        options.hidden = None;
        options
    };
    aspects == IndexAspects { options: true, ..IndexAspects::default() }
        && visible(before) == visible(after)
}

fn settings(diff: &TableDiff, before: &TableOptions, after: &TableOptions) -> Vec<Clause> {
    let mut settings = before.changes(after);
    if diff.aspects.comment {
        settings.push(TableSetting::Comment(diff.after.comment.clone().unwrap_or_default()));
    }
    settings.into_iter().map(Clause::Set).collect()
}
