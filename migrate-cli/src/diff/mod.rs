//! Compares two physical schemas: one pure function, no I/O, no knowledge of where either came from.

mod describe;
mod equivalence;
mod likely;
mod renames;
mod table;
mod unwritten;

use model_core::schema::{
    Check, Column, EnumType, Exclusion, Extension, ForeignKey, Index, PrimaryKey, Schema, Sequence,
    Table, Unique,
};

pub use describe::describe;
pub use equivalence::Equivalence;
pub use likely::{Likely, likely_renames};
pub use renames::{RenameError, Renames, Values, applied};
pub use unwritten::unwritten;

/// Something made, taken away, or there on both sides and not the same.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change<T> {
    /// Only in the target.
    Added(T),
    /// Only in the start.
    Dropped(T),
    /// In both. Where only the name differs, it is a rename.
    Altered {
        /// In the start.
        before: T,
        /// In the target.
        after: T,
    },
}

impl<T> Change<T> {
    /// The start's side.
    pub fn before(&self) -> Option<&T> {
        match self {
            Self::Added(_) => None,
            Self::Dropped(t) | Self::Altered { before: t, .. } => Some(t),
        }
    }

    /// The target's side.
    pub fn after(&self) -> Option<&T> {
        match self {
            Self::Dropped(_) => None,
            Self::Added(t) | Self::Altered { after: t, .. } => Some(t),
        }
    }
}

/// All that differs from one schema to another. Empty lists: nothing.
#[derive(Debug, Clone)]
pub struct SchemaDiff {
    /// The start, whole: planners look up what a change touches.
    pub from: Schema,
    /// The target, whole.
    pub to: Schema,
    /// The renames that were applied, all of them real.
    pub renames: Renames,
    /// Namespaces; only added and dropped.
    pub namespaces: Vec<Change<String>>,
    /// Extensions to be created; none is ever dropped.
    pub extensions: Vec<Extension>,
    /// Enumerations.
    pub enums: Vec<Change<EnumType>>,
    /// Stand-alone sequences.
    pub sequences: Vec<Change<Sequence>>,
    /// Tables, in name order of the target.
    pub tables: Vec<TableChange>,
}

impl SchemaDiff {
    /// Whether the two are the same.
    pub fn is_empty(&self) -> bool {
        self.namespaces.is_empty()
            && self.extensions.is_empty()
            && self.enums.is_empty()
            && self.sequences.is_empty()
            && self.tables.is_empty()
    }
}

/// What happens to a table.
#[derive(Debug, Clone)]
pub enum TableChange {
    /// It is made.
    Created(Table),
    /// It goes, with its rows.
    Dropped(Table),
    /// It stays and changes.
    Altered(Box<TableDiff>),
}

/// What differs between the two sides of a table that stays.
#[derive(Debug, Clone)]
pub struct TableDiff {
    /// In the start, with its own names.
    pub before: Table,
    /// In the target.
    pub after: Table,
    /// Columns, in the target's order, dropped ones last.
    pub columns: Vec<ColumnChange>,
    /// Every column that is on both sides: its name before, its name after.
    pub kept_columns: Vec<(String, String)>,
    /// The primary key.
    pub primary_key: Option<Change<PrimaryKey>>,
    /// Unique constraints.
    pub uniques: Vec<Change<Unique>>,
    /// Foreign keys.
    pub foreign_keys: Vec<Change<ForeignKey>>,
    /// Checks.
    pub checks: Vec<Change<Check>>,
    /// Exclusion constraints.
    pub exclusions: Vec<Change<Exclusion>>,
    /// Indexes.
    pub indexes: Vec<Change<Index>>,
    /// Whether the table's options differ.
    pub options: bool,
    /// Whether the table's comment differs.
    pub comment: bool,
}

impl TableDiff {
    /// Whether the table has another name in the target.
    pub fn is_renamed(&self) -> bool {
        self.before.name != self.after.name
    }

    /// The name that a column of the start has in the target, if it is kept.
    pub fn name_after(&self, before: &str) -> Option<&str> {
        self.kept_columns.iter().find(|(b, _)| b == before).map(|(_, a)| a.as_str())
    }

    /// The name that a column of the target has in the start, if it was there.
    pub fn name_before(&self, after: &str) -> Option<&str> {
        self.kept_columns.iter().find(|(_, a)| a == after).map(|(b, _)| b.as_str())
    }
}

/// What happens to a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ColumnChange {
    /// It is made.
    Added(Column),
    /// It goes, with its values.
    Dropped(Column),
    /// It stays and changes.
    Altered {
        /// In the start.
        before: Box<Column>,
        /// In the target.
        after: Box<Column>,
        /// What about it differs.
        aspects: ColumnAspects,
    },
}

/// What about a column differs.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ColumnAspects {
    /// The name.
    pub name: bool,
    /// The type with its modifiers.
    pub ty: bool,
    /// Whether NULL is allowed.
    pub nullable: bool,
    /// The default.
    pub default: bool,
    /// How it is counted up.
    pub generation: bool,
    /// The expression that it is, or that it is one.
    pub generated: bool,
    /// The collation or character set.
    pub collation: bool,
    /// MySQL's `ON UPDATE`.
    pub on_update: bool,
    /// The comment.
    pub comment: bool,
    /// A further property.
    pub options: bool,
}

impl ColumnAspects {
    /// Whether anything differs.
    pub fn any(self) -> bool {
        self != Self::default()
    }
}

/// Everything that leads from `from` to `to`.
///
/// Both are physical schemas of one database, `to` already settled against `from` where it came
/// from models. A table or column is the same when its name is, or when `renames` says so.
/// An object that `to` lacks is a drop, unless `to` isn't `complete` and it is one of the kinds
/// that models say nothing about.
pub fn diff(
    from: &Schema,
    to: &Schema,
    renames: &Renames,
    equivalence: &dyn Equivalence,
) -> SchemaDiff {
    let renames = renames.with_same_identifiers(from, to, equivalence);
    let mut result = SchemaDiff {
        from: from.clone(),
        to: to.clone(),
        namespaces: namespaces(from, to),
        extensions: to
            .extensions
            .iter()
            .filter(|e| !from.extensions.iter().any(|f| f.name == e.name))
            .cloned()
            .collect(),
        enums: Vec::new(),
        sequences: Vec::new(),
        tables: Vec::new(),
        renames,
    };
    let renames = &result.renames;
    result.enums = pair(
        &from.enums,
        &to.enums,
        |before, after| renames.enumeration(&before.name) == after.name,
        |before, after| {
            before.name == after.name
                && before.values.iter().map(|v| &v.name).eq(after.values.iter().map(|v| &v.name))
        },
        true,
    );
    result.sequences = pair(
        &from.sequences,
        &to.sequences,
        |before, after| before.name == after.name,
        |before, after| {
            let mut before = before.clone();
            before.options.cache = after.options.cache;
            // Which column takes it along when dropped is put right with whatever else changes.
            before.owned_by.clone_from(&after.owned_by);
            &before == after
        },
        to.complete,
    );
    for after in &to.tables {
        let same = |t: &&Table| renames.kept_table(&t.name).as_ref() == Some(&after.name);
        match from.tables.iter().find(same) {
            None => result.tables.push(TableChange::Created(after.clone())),
            Some(before) => {
                if let Some(diff) = table::compare(before, after, renames, equivalence) {
                    result.tables.push(TableChange::Altered(Box::new(diff)));
                }
            }
        }
    }
    for before in &from.tables {
        let name = renames.kept_table(&before.name);
        if !to.tables.iter().any(|t| Some(&t.name) == name.as_ref()) {
            result.tables.push(TableChange::Dropped(before.clone()));
        }
    }
    result
}

/// A namespace is made when something will stand in it, and dropped with the last thing in it:
/// an empty one on either side is nobody's business.
fn namespaces(from: &Schema, to: &Schema) -> Vec<Change<String>> {
    let used = |schema: &Schema| -> std::collections::BTreeSet<String> {
        let tables = schema.tables.iter().map(|t| &t.name);
        let enums = schema.enums.iter().map(|e| &e.name);
        let sequences = schema.sequences.iter().map(|s| &s.name);
        tables.chain(enums).chain(sequences).filter_map(|n| n.schema.clone()).collect()
    };
    let (before, after) = (used(from), used(to));
    let added = after.iter().filter(|n| !from.namespaces.contains(n)).cloned().map(Change::Added);
    let dropped = before
        .iter()
        .filter(|n| to.complete && !to.namespaces.contains(n) && !after.contains(*n))
        .cloned()
        .map(Change::Dropped);
    added.chain(dropped).collect()
}

/// Pairs objects up and keeps what differs: changed and new ones in the target's order, then the
/// dropped ones.
fn pair<T: Clone>(
    from: &[T],
    to: &[T],
    same_object: impl Fn(&T, &T) -> bool,
    unchanged: impl Fn(&T, &T) -> bool,
    drops: bool,
) -> Vec<Change<T>> {
    let mut taken = vec![false; from.len()];
    let mut changes = Vec::new();
    for after in to {
        let partner = (0..from.len()).find(|i| !taken[*i] && same_object(&from[*i], after));
        match partner {
            None => changes.push(Change::Added(after.clone())),
            Some(index) => {
                taken[index] = true;
                let before = &from[index];
                if !unchanged(before, after) {
                    changes.push(Change::Altered { before: before.clone(), after: after.clone() });
                }
            }
        }
    }
    if drops {
        let left = from.iter().zip(&taken).filter(|(_, taken)| !**taken);
        changes.extend(left.map(|(before, _)| Change::Dropped(before.clone())));
    }
    changes
}
