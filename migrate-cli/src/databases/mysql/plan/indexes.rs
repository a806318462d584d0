//! What becomes of a table's indexes.

use model_core::schema::{Column, Index, IndexTarget, Table};

use super::column::{ColumnPlan, touched};
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::options::{ColumnOptions, Hiding, IndexOptions, TableOptions};
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::statement::{Clause, Visibility};
use crate::diff::{Change, IndexAspects, TableDiff};

/// The indexes of a table but its primary key.
#[derive(Debug, Default)]
pub struct IndexPlan {
    /// Those that go in a statement of their own before all else, by name.
    pub first_drops: Vec<String>,
    /// Those that go, by name.
    pub drops: Vec<String>,
    /// Those that come.
    pub adds: Vec<Index>,
    /// Those that only get another name.
    pub renames: Vec<(String, String)>,
    /// Whether the optimizer uses one from now on.
    pub visibility: Vec<Clause>,
    /// The table's new block size, where its indexes would keep the old one.
    pub block_size: Option<u32>,
    /// What those that go order, in the names of the start.
    pub lost: Vec<Vec<IndexTarget>>,
}

impl IndexPlan {
    /// Works out what becomes of them.
    pub fn new(diff: &TableDiff, columns: &[ColumnPlan], flavour: Flavour) -> Self {
        let mut plan = Self { block_size: new_block_size(diff), ..Self::default() };
        let is_replaced = |index: &Index| is_replaced(diff, index, columns, flavour);
        for change in &diff.indexes {
            match change {
                Change::Renamed { before, after } if !is_replaced(before) => {
                    if looks_made_by_server(diff, before) {
                        // Renamed, it would still go by itself some day.
                        plan.drops.push(before.name.clone());
                        plan.adds.push(after.clone());
                    } else {
                        plan.renames.push((before.name.clone(), after.name.clone()));
                    }
                }
                Change::Altered { before, after, aspects }
                    if is_only_visibility(before, after, *aspects) && !is_replaced(before) =>
                {
                    plan.visibility.push(set_visibility(before, after));
                }
                Change::Altered { before, after, .. }
                    if is_taken_for_old(before, after) || keeps_srid(diff, before) =>
                {
                    plan.first_drops.push(before.name.clone());
                    plan.adds.push(after.clone());
                }
                _ => {
                    if let Some(before) = change.before() {
                        plan.drop(before);
                    }
                    plan.adds.extend(change.after().cloned());
                }
            }
        }
        for before in &diff.before.indexes {
            let changed = diff.indexes.iter().any(|c| c.before() == Some(before));
            let after = diff.after.indexes.iter().find(|i| i.name == before.name);
            let Some(after) = after.filter(|_| !changed) else { continue };
            if keeps_srid(diff, before) {
                plan.first_drops.push(before.name.clone());
                plan.adds.push(after.clone());
            } else if is_replaced(before) {
                plan.drop(before);
                plan.adds.push(after.clone());
            } else if let Some(size) = plan.block_size {
                plan.drops.push(before.name.clone());
                plan.adds.push(with_block_size(after, size));
            } else if plan.supersedes(diff, before, after) {
                plan.drops.push(before.name.clone());
                plan.adds.push(after.clone());
            }
        }
        plan
    }

    /// Whether nothing becomes of them but, perhaps, whether the optimizer uses them.
    pub fn is_empty(&self) -> bool {
        self.first_drops.is_empty()
            && self.drops.is_empty()
            && self.adds.is_empty()
            && self.renames.is_empty()
    }

    fn drop(&mut self, index: &Index) {
        self.drops.push(index.name.clone());
        self.lost.push(index.columns.iter().map(|c| c.target.clone()).collect());
    }

    /// An index that the server made for a foreign key goes by itself when another one comes that
    /// begins with the same columns. One that looks like it is stated again, and then stays.
    fn supersedes(&self, diff: &TableDiff, before: &Index, after: &Index) -> bool {
        let begins = |targets: Vec<&IndexTarget>| {
            targets.len() >= after.columns.len()
                && after.columns.iter().zip(targets).all(|(c, target)| &c.target == target)
        };
        let by_index =
            self.adds.iter().any(|i| begins(i.columns.iter().map(|c| &c.target).collect()));
        let by_key = diff.primary_key.as_ref().and_then(Change::after).is_some_and(|key| {
            let targets: Vec<IndexTarget> =
                key.columns.iter().map(|c| IndexTarget::Column(c.name.clone())).collect();
            begins(targets.iter().collect())
        });
        (by_index || by_key) && looks_made_by_server(diff, before)
    }
}

/// Whether an index has to be made anew for what becomes of its columns.
fn is_replaced(diff: &TableDiff, index: &Index, columns: &[ColumnPlan], flavour: Flavour) -> bool {
    let mut replaced = columns.iter().filter_map(ColumnPlan::replaced);
    index.columns.iter().any(|part| match &part.target {
        IndexTarget::Column(name) => replaced.clone().any(|column| column == name),
        IndexTarget::Expression(sql) => {
            replaced.any(|column| LEXIS.mentions(sql, column))
                || touched(diff, flavour).iter().any(|column| LEXIS.mentions(sql, column))
        }
    })
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

/// Whether this is a spatial index of a column whose spatial reference system changes: the index has to
/// be gone before (3644).
fn keeps_srid(diff: &TableDiff, index: &Index) -> bool {
    let srid = |column: &Column| ColumnOptions::read(&column.options).srid;
    let changes = |name: &String| {
        let before = diff.before.column(name).map(srid);
        let after = diff.name_after(name).and_then(|name| diff.after.column(name)).map(srid);
        after.is_some() && before != after
    };
    index.method.as_deref() == Some("SPATIAL")
        && index.columns.iter().any(|part| match &part.target {
            IndexTarget::Column(name) => changes(name),
            IndexTarget::Expression(_) => false,
        })
}

/// The block size that a table gets in place of another. An index keeps the one that its table had when
/// it was made, unless it is made anew and told the new one.
fn new_block_size(diff: &TableDiff) -> Option<u32> {
    let size = |table: &Table| {
        let settings = TableOptions::read(&table.options).settings;
        settings.get("key_block_size").and_then(|size| size.parse().ok()).filter(|size| *size > 0)
    };
    let (before, after): (u32, u32) = (size(&diff.before)?, size(&diff.after)?);
    (before != after).then_some(after)
}

fn with_block_size(index: &Index, size: u32) -> Index {
    let mut options = IndexOptions::read(&index.options);
    options.key_block_size.get_or_insert(size);
    Index { options: options.into_map(), ..index.clone() }
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

/// Whether the server would keep the old index if it were dropped and made anew in one statement: it
/// does not look at these.
fn is_taken_for_old(before: &Index, after: &Index) -> bool {
    let unseen = |index: &Index| {
        let options = IndexOptions::read(&index.options);
        (options.parser, options.key_block_size)
    };
    before.name == after.name && unseen(before) != unseen(after)
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
