//! Compares two physical schemas: one pure function, no I/O, no knowledge of where either came from.

mod candidates;
mod change;
mod columns;
mod describe;
mod drops;
mod equivalence;
mod inheritance;
mod keep;
mod objects;
mod renames;
mod table;
mod told;
mod unmanaged;

use std::collections::BTreeSet;

use model_core::schema::{
    Check, Collation, Column, EnumType, Exclusion, Extension, ForeignKey, Index, PrimaryKey,
    QualifiedName, Reference, Schema, SchemaObject, Sequence, Table, Unique,
};

pub use candidates::{RenameCandidate, rename_candidates};
pub use change::{
    Aspects, Change, CheckAspects, CollationAspects, ColumnAspects, EnumAspects, ExclusionAspects,
    ForeignKeyAspects, IndexAspects, Object, ObjectAspects, PrimaryKeyAspects, SequenceAspects,
    UniqueAspects,
};
pub use describe::{describe, describe_both};
pub use drops::{DropError, Drops, drop_word};
pub use equivalence::Equivalence;
pub use inheritance::{descendants, own};
pub use keep::{check_label, foreign_key_label, keep_names, leave, unique_label};
pub use renames::{RenameError, Renames, Values, applied};
pub use unmanaged::unmanaged;

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
    /// Collations.
    pub collations: Vec<Change<Collation>>,
    /// Enumerations.
    pub enums: Vec<Change<EnumType>>,
    /// Stand-alone sequences.
    pub sequences: Vec<Change<Sequence>>,
    /// Tables, in name order of the target.
    pub tables: Vec<TableChange>,
    /// Views, functions, triggers … of the kinds that are written.
    pub objects: Vec<Change<SchemaObject>>,
}

impl SchemaDiff {
    /// The tables that are only in the target.
    pub fn added_tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter_map(TableChange::added)
    }

    /// The tables that are only in the start.
    pub fn dropped_tables(&self) -> impl Iterator<Item = &Table> {
        self.tables.iter().filter_map(TableChange::dropped)
    }

    /// The tables that are in both and differ.
    pub fn kept_tables(&self) -> impl Iterator<Item = &TableDiff> {
        self.tables.iter().filter_map(TableChange::kept)
    }

    /// Whether the two are the same.
    pub fn is_empty(&self) -> bool {
        self.namespaces.is_empty()
            && self.extensions.is_empty()
            && self.collations.is_empty()
            && self.enums.is_empty()
            && self.sequences.is_empty()
            && self.tables.is_empty()
            && self.objects.is_empty()
    }
}

/// What happens to a table.
#[derive(Debug, Clone)]
pub enum TableChange {
    /// Only in the target.
    Added(Table),
    /// Only in the start; it goes with its rows.
    Dropped(Table),
    /// In both, and only its name differs.
    Renamed(Box<TableDiff>),
    /// In both, and more than the name differs.
    Altered(Box<TableDiff>),
}

impl TableChange {
    /// The table that is only in the target.
    pub fn added(&self) -> Option<&Table> {
        match self {
            Self::Added(table) => Some(table),
            _ => None,
        }
    }

    /// The table that is only in the start.
    pub fn dropped(&self) -> Option<&Table> {
        match self {
            Self::Dropped(table) => Some(table),
            _ => None,
        }
    }

    /// What differs about a table that is in both.
    pub fn kept(&self) -> Option<&TableDiff> {
        match self {
            Self::Renamed(diff) | Self::Altered(diff) => Some(diff),
            Self::Added(_) | Self::Dropped(_) => None,
        }
    }
}

/// What differs between the two sides of a table that stays.
#[derive(Debug, Clone)]
pub struct TableDiff {
    /// In the start, with its own names.
    pub before: Table,
    /// In the target.
    pub after: Table,
    /// What about the table itself differs.
    pub aspects: TableAspects,
    /// It has the same tables above it on both sides: what it inherits changes with theirs, and
    /// neither side has constraints and indexes of theirs. Otherwise it is on its own while it changes.
    pub bound: bool,
    /// Columns, in the target's order, dropped ones last.
    pub columns: Vec<Change<Column>>,
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
}

/// What about a table itself differs, apart from what is in it.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct TableAspects {
    /// The name.
    pub name: bool,
    /// An option.
    pub options: bool,
    /// The comment.
    pub comment: bool,
    /// What others may do with it.
    pub grants: bool,
    /// The key by which its rows are divided among partitions.
    pub partitioning: bool,
    /// The tables above it, or its place among their partitions.
    pub parents: bool,
    /// The names of its indexes that belong to those of the tables above it.
    pub attached: bool,
}

impl TableDiff {
    /// Whether the table has another name in the target.
    pub fn is_renamed(&self) -> bool {
        self.aspects.name
    }

    /// Whether a column, by its name in the start, is a parent's on either side and changes with it.
    pub fn is_inherited(&self, before: &str) -> bool {
        self.bound
            && (self.before.inherited.column(before)
                || self.name_after(before).is_some_and(|after| self.after.inherited.column(after)))
    }

    /// The name that a column of the start has in the target, if it is kept.
    pub fn name_after(&self, before: &str) -> Option<&str> {
        self.kept_columns.iter().find(|(b, _)| b == before).map(|(_, a)| a.as_str())
    }

    /// The name that a column of the target has in the start, if it was there.
    pub fn name_before(&self, after: &str) -> Option<&str> {
        self.kept_columns.iter().find(|(_, a)| a == after).map(|(b, _)| b.as_str())
    }

    /// Whether nothing in the table differs, whatever of the table itself does.
    fn has_same_content(&self) -> bool {
        self.columns.is_empty()
            && self.primary_key.is_none()
            && self.uniques.is_empty()
            && self.foreign_keys.is_empty()
            && self.checks.is_empty()
            && self.exclusions.is_empty()
            && self.indexes.is_empty()
    }
}

/// Everything that leads from `from` to `to`.
///
/// Both are physical schemas of one database, `to` already normalized against `from` where it came
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
    let renames = inheritance::with_children(renames, from, to);
    let written = equivalence.objects_after(from, &renames);
    let written = written.as_deref();
    let mut result = SchemaDiff {
        from: from.clone(),
        to: to.clone(),
        namespaces: namespaces(from, to, equivalence),
        extensions: to
            .extensions
            .iter()
            .filter(|e| !from.extensions.iter().any(|f| f.name == e.name))
            .cloned()
            .collect(),
        collations: collations(from, to),
        enums: Vec::new(),
        sequences: Vec::new(),
        tables: Vec::new(),
        objects: objects::objects(from, to, &renames, written, equivalence),
        renames,
    };
    let renames = &result.renames;
    if !to.complete {
        let renamed = equivalence.objects_renamed(from, renames);
        objects::carry(&mut result.to, from, renamed.as_deref().or(written));
    } else if !from.complete {
        let back = renames.inverted();
        let renamed = equivalence.objects_renamed(to, &back);
        let renamed = renamed.or_else(|| equivalence.objects_after(to, &back));
        objects::carry(&mut result.from, to, renamed.as_deref());
    }
    result.enums = pair(
        &from.enums,
        &to.enums,
        |before, after| renames.enumeration(&before.name) == after.name,
        |before, after| EnumAspects {
            name: before.name != after.name,
            values: !before.values.iter().map(|v| &v.name).eq(after.values.iter().map(|v| &v.name)),
        },
    );
    result.sequences = pair(
        &from.sequences,
        &to.sequences,
        |before, after| before.name == after.name,
        |before, after| {
            let mut options = before.options.clone();
            // How many values a session takes at once is a matter of speed.
            options.cache = after.options.cache;
            let owner = before.owned_by.as_ref().map(|owner| Reference {
                table: renames.table(&owner.table),
                column: owner.column.as_ref().map(|c| renames.column(&owner.table, c).to_owned()),
            });
            let both = from.complete && to.complete;
            SequenceAspects {
                name: false,
                options: options != after.options,
                owner: both && owner != after.owned_by,
                grants: both && before.grants != after.grants,
            }
        },
    );
    if !to.complete {
        result.sequences.retain(|change| !matches!(change, Change::Dropped(_)));
    }
    let kept = renames.kept_tables(from);
    for after in &to.tables {
        match kept.get(&after.name).copied() {
            None => result.tables.push(TableChange::Added(after.clone())),
            Some(before) => {
                let complete = (from.complete, to.complete);
                let bound = inheritance::is_bound((from, before), (to, after), renames);
                let (before, after) = inheritance::sides(before, after, bound);
                let ends = table::Ends { before, after, bound, complete };
                let change = table::compare(ends, renames, equivalence);
                result.tables.extend(change);
            }
        }
    }
    let stays: BTreeSet<&QualifiedName> = kept
        .iter()
        .filter(|(after, _)| to.table(after).is_some())
        .map(|(_, before)| &before.name)
        .collect();
    let gone = from.tables.iter().filter(|before| !stays.contains(&before.name));
    let gone: Vec<TableChange> = gone.cloned().map(TableChange::Dropped).collect();
    result.tables.extend(gone);
    result
}

/// Models declare no collation: those that are there stay.
fn collations(from: &Schema, to: &Schema) -> Vec<Change<Collation>> {
    let mut changes = pair(
        &from.collations,
        &to.collations,
        |before, after| before.name == after.name,
        |before, after| CollationAspects {
            name: false,
            definition: Collation { comment: after.comment.clone(), ..before.clone() } != *after,
            comment: before.comment != after.comment,
        },
    );
    changes.retain(|change| to.complete || !matches!(change, Change::Dropped(_)));
    changes
}

/// A namespace is made when something will stand in it, and dropped with the last thing in it:
/// an empty one on either side is nobody's business.
fn namespaces(from: &Schema, to: &Schema, equivalence: &dyn Equivalence) -> Vec<Change<String>> {
    let used = |schema: &Schema| -> std::collections::BTreeSet<String> {
        let tables = schema.tables.iter().map(|t| &t.name);
        let collations = schema.collations.iter().map(|c| &c.name);
        let enums = schema.enums.iter().map(|e| &e.name).chain(collations);
        let sequences = schema.sequences.iter().map(|s| &s.name);
        let written = |o: &&SchemaObject| equivalence.manages(o.kind);
        let objects = schema.objects.iter().filter(written).map(|o| &o.name);
        let all = tables.chain(enums).chain(sequences).chain(objects);
        all.filter_map(|n| n.schema.clone()).collect()
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
fn pair<T: Clone + Object>(
    from: &[T],
    to: &[T],
    same_object: impl Fn(&T, &T) -> bool,
    aspects: impl Fn(&T, &T) -> T::Aspects,
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
                changes.extend(Change::between(before, after, aspects(before, after)));
            }
        }
    }
    let left = from.iter().zip(&taken).filter(|(_, taken)| !**taken);
    changes.extend(left.map(|(before, _)| Change::Dropped(before.clone())));
    changes
}
