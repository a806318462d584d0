//! Everything that changes about one table.

use model_core::schema::{IndexTarget, PrimaryKey};

use super::checks::CheckPlan;
use super::column::{self, ColumnPlan};
use super::indexes::IndexPlan;
use super::order;
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::options::{TableOptions, TableSetting};
use crate::diff::TableDiff;

/// What one table's change comes to.
#[derive(Debug)]
pub struct TablePlan {
    /// Columns.
    pub columns: Vec<ColumnPlan>,
    /// Checks.
    pub checks: CheckPlan,
    /// Indexes.
    pub indexes: IndexPlan,
    /// The primary key that goes.
    pub drop_key: Option<PrimaryKey>,
    /// The primary key that comes.
    pub add_key: Option<PrimaryKey>,
    /// The table's own settings.
    pub settings: Vec<TableSetting>,
    /// Nothing changes but names of columns, which the server carries into the foreign keys.
    pub only_renames: bool,
    /// It moves to another storage engine.
    pub changes_engine: bool,
}

impl TablePlan {
    /// Works out what a table's change comes to.
    pub fn new(diff: &TableDiff, flavour: Flavour) -> Self {
        let [before, after] =
            [&diff.before, &diff.after].map(|table| TableOptions::read(&table.options));
        let mut settings = before.changes(&after);
        if diff.aspects.comment {
            settings.push(TableSetting::Comment(diff.after.comment.clone().unwrap_or_default()));
        }
        let columns = order::moved(diff, column::plans(diff, flavour));
        let mut plan = Self {
            checks: CheckPlan::new(diff, &columns, flavour),
            indexes: IndexPlan::new(diff, &columns, flavour),
            columns,
            drop_key: None,
            add_key: None,
            settings,
            only_renames: false,
            changes_engine: before.engine != after.engine,
        };
        plan.primary_key(diff);
        plan.only_renames = plan.is_only_renames();
        plan
    }

    fn is_only_renames(&self) -> bool {
        self.columns.iter().all(|c| matches!(c, ColumnPlan::Rename { .. }))
            && self.checks.is_empty()
            && self.indexes.is_empty()
            && self.indexes.visibility.is_empty()
            && self.drop_key.is_none()
            && self.add_key.is_none()
            && self.settings.is_empty()
    }

    fn primary_key(&mut self, diff: &TableDiff) {
        let replaced = |name: &str| {
            self.columns.iter().filter_map(ColumnPlan::replaced).any(|column| column == name)
        };
        let (before, after) = match &diff.primary_key {
            Some(change) => (change.before(), change.after()),
            None => match (&diff.before.primary_key, &diff.after.primary_key) {
                (Some(before), Some(after)) if before.columns.iter().any(|c| replaced(&c.name)) => {
                    (Some(before), Some(after))
                }
                (Some(before), Some(after)) if self.indexes.block_size.is_some() => {
                    self.drop_key = Some(before.clone());
                    self.add_key = Some(after.clone());
                    return;
                }
                _ => (None, None),
            },
        };
        if let Some(before) = before {
            let target = |name: &String| IndexTarget::Column(name.clone());
            self.indexes.lost.push(before.columns.iter().map(|c| target(&c.name)).collect());
        }
        self.drop_key = before.cloned();
        self.add_key = after.cloned();
    }

    /// What the indexes and the key that go order, in the names of the start.
    pub fn lost_indexes(&self) -> &[Vec<IndexTarget>] {
        &self.indexes.lost
    }

    /// Whether the table's own statement makes this index, so that it is nobody's but its own.
    pub fn states_index(&self, name: &str) -> bool {
        self.indexes.adds.iter().any(|i| i.name == name)
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
