//! Sequences, those of serial columns among them: to the server a serial is a column with a
//! default and a sequence that it owns.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{
    Column, Identity, QualifiedName, Reference, Schema, Sequence, SequenceOptions,
};

use super::defaults::{default_of, draws_from};
use super::table_plan::TablePlan;
use crate::databases::postgres::names::{self, beside};
use crate::databases::postgres::options::ColumnOptions;
use crate::databases::postgres::sequence::{bounds, standard};
use crate::databases::postgres::statement::{Clause, ColumnName, Range, Statement};
use crate::diff::SchemaDiff;

/// What happens to the sequences.
#[derive(Debug, Default)]
pub struct Sequences {
    /// To belong to no column before anything is dropped, by the name in the start.
    pub released: Vec<QualifiedName>,
    /// By the name in the start.
    pub dropped: Vec<QualifiedName>,
    /// Those that go along with the column that owns them.
    pub gone: Vec<QualifiedName>,
    pub renamed: Vec<(QualifiedName, QualifiedName)>,
    pub created: Vec<Sequence>,
    /// Other options; ownership apart.
    pub altered: Vec<Statement>,
    /// To belong to a column when everything stands.
    pub owned: Vec<(QualifiedName, ColumnName)>,
    /// Columns of the target that are written as `serial`, sequence included.
    pub plain_serials: BTreeSet<(QualifiedName, String)>,
}

impl Sequences {
    /// Whether a sequence is made that the start does not have.
    pub fn makes(&self, name: &QualifiedName) -> bool {
        self.created.iter().any(|s| s.name == *name)
    }

    /// Whether two serial columns draw from one sequence, which has another name on either side.
    pub fn is_renamed(
        &self,
        before: (&QualifiedName, &Column),
        after: (&QualifiedName, &Column),
    ) -> bool {
        let (Some(from), Some(to)) = (serial(before.0, before.1), serial(after.0, after.1)) else {
            return false;
        };
        self.renamed.iter().any(|(old, new)| *old == from.name && *new == to.name)
    }
}

/// The sequence behind an identity column.
pub fn identity_sequence(table: &QualifiedName, column: &Column) -> QualifiedName {
    let usual = || names::sequence(&table.name, &column.name);
    beside(table, &ColumnOptions::read(column).sequence.unwrap_or_else(usual))
}

/// Every sequence that has a life of its own, by name.
fn physical(schema: &Schema) -> BTreeMap<QualifiedName, Sequence> {
    let mut all: BTreeMap<QualifiedName, Sequence> =
        schema.sequences.iter().map(|s| (s.name.clone(), s.clone())).collect();
    for table in &schema.tables {
        for column in &table.columns {
            if let Some(sequence) = serial(&table.name, column) {
                all.insert(sequence.name.clone(), sequence);
            }
        }
    }
    all
}

fn serial(table: &QualifiedName, column: &Column) -> Option<Sequence> {
    let Identity::Serial { sequence, options } = &column.identity else { return None };
    let owner = Reference { table: table.clone(), column: Some(column.name.clone()) };
    Some(Sequence {
        name: beside(table, sequence),
        options: options.clone(),
        owned_by: Some(owner),
        grants: Vec::new(),
    })
}

pub fn sequences(diff: &SchemaDiff, tables: &BTreeMap<QualifiedName, TablePlan>) -> Sequences {
    let (before, after) = (physical(&diff.from), physical(&diff.to));
    let mut result = Sequences::default();
    let moved = serial_renames(tables, &before, &after);
    for (old, sequence) in &before {
        let new = moved.get(old).unwrap_or(old);
        let Some(target) = after.get(new) else {
            let unasked = !diff.to.complete && diff.from.sequences.iter().any(|s| s.name == *old);
            if goes_with_owner(diff, tables, sequence) {
                result.gone.push(old.clone());
            } else if !unasked {
                result.dropped.push(old.clone());
            }
            continue;
        };
        if old != new {
            result.renamed.push((old.clone(), new.clone()));
        }
        let owner = sequence.owned_by.as_ref().map(|owner| owner_after(diff, owner));
        if owner != target.owned_by || goes_with_owner(diff, tables, sequence) {
            if owner.is_some() {
                result.released.push(old.clone());
            }
            result.owned.extend(owner_of(target));
        }
        result.altered.extend(resize(new, &sequence.options, &target.options));
    }
    for (new, sequence) in &after {
        if before.contains_key(new) || moved.values().any(|n| n == new) {
            continue;
        }
        match plain_serial(diff, tables, sequence) {
            Some(column) => {
                result.plain_serials.insert(column);
            }
            None => {
                result.created.push(sequence.clone());
                result.owned.extend(owner_of(sequence));
            }
        }
    }
    result
}

/// A kept serial whose sequence has another name on the other side.
fn serial_renames(
    tables: &BTreeMap<QualifiedName, TablePlan>,
    before: &BTreeMap<QualifiedName, Sequence>,
    after: &BTreeMap<QualifiedName, Sequence>,
) -> BTreeMap<QualifiedName, QualifiedName> {
    let mut moved = BTreeMap::new();
    for table in tables.values() {
        for (old, new) in &table.diff.kept_columns {
            let from =
                table.diff.before.column(old).and_then(|c| serial(&table.diff.before.name, c));
            let to = table.diff.after.column(new).and_then(|c| serial(&table.diff.after.name, c));
            let (Some(from), Some(to)) = (from, to) else { continue };
            if from.name != to.name
                && !after.contains_key(&from.name)
                && !before.contains_key(&to.name)
            {
                moved.insert(from.name, to.name);
            }
        }
    }
    moved
}

/// A sequence with the column that owns it.
fn owner_of(sequence: &Sequence) -> Option<(QualifiedName, ColumnName)> {
    let owner = sequence.owned_by.as_ref()?;
    Some((sequence.name.clone(), ColumnName::new(&owner.table, owner.column.as_ref()?)))
}

/// The owner in the target's names.
fn owner_after(diff: &SchemaDiff, owner: &Reference) -> Reference {
    Reference {
        table: diff.renames.table(&owner.table),
        column: owner.column.as_ref().map(|c| diff.renames.column(&owner.table, c).to_owned()),
    }
}

/// Whether the column that owns it is dropped, and the sequence with it.
fn goes_with_owner(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    sequence: &Sequence,
) -> bool {
    let Some(owner) = &sequence.owned_by else { return false };
    if diff.from.table(&owner.table).is_none() {
        return false;
    }
    match tables.get(&diff.renames.table(&owner.table)) {
        None => true,
        Some(table) => table.lost_columns().any(|c| Some(c) == owner.column.as_deref()),
    }
}

/// Takes away the defaults of columns that go and draw from sequences that go before them.
pub fn drop_defaults(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    gone: &[QualifiedName],
) -> Vec<Statement> {
    let mut statements = Vec::new();
    for table in &diff.from.tables {
        let kept = tables.get(&diff.renames.table(&table.name));
        let stays = |column: &str| kept.is_some_and(|t| t.diff.name_after(column).is_some());
        for column in table.columns.iter().filter(|c| !stays(&c.name)) {
            let own = serial(&table.name, column).map(|s| s.name);
            let Some(default) = default_of(&table.name, column) else { continue };
            let mut others = gone.iter().filter(|s| own.as_ref() != Some(*s));
            if others.any(|s| draws_from(&default, s)) {
                let clause = Clause::DropDefault(column.name.clone());
                statements.push(Statement::alter_by(&table.name, clause));
            }
        }
    }
    statements
}

/// The new column that `serial` makes with just this sequence.
fn plain_serial(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    sequence: &Sequence,
) -> Option<(QualifiedName, String)> {
    let owner = sequence.owned_by.as_ref()?;
    let column_name = owner.column.as_ref()?;
    let table = diff.to.table(&owner.table)?;
    let column = table.column(column_name)?;
    let is_new = match tables.get(&owner.table) {
        None => true,
        Some(table) => table.diff.name_before(column_name).is_none(),
    };
    let Identity::Serial { options, .. } = &column.identity else { return None };
    (is_new
        && !column.nullable
        && column.collation.is_none()
        && *options == standard(column.ty.native())
        && matches!(column.ty.native(), Some("smallint" | "integer" | "bigint"))
        && sequence.name.name == names::sequence(&owner.table.name, column_name))
    .then(|| (owner.table.clone(), column_name.clone()))
}

/// Other options for a sequence that has its new name. Where its range shrinks, the next value
/// is brought into it first: the server would refuse the range otherwise.
pub fn resize(
    name: &QualifiedName,
    before: &SequenceOptions,
    after: &SequenceOptions,
) -> Vec<Statement> {
    // A cache is no difference by itself, and put right with whatever else changes.
    if (SequenceOptions { cache: after.cache, ..before.clone() }) == *after {
        return vec![];
    }
    let mut statements = Vec::new();
    let mut before = before.clone();
    let (range, new_range) = (Range::of(&before), Range::of(after));
    let Range { least, greatest } = new_range;
    if least > range.least || greatest < range.greatest {
        if least > range.greatest || greatest < range.least {
            let mut wide = before.clone();
            wide.min = Some(range.least.min(least));
            wide.max = Some(range.greatest.max(greatest));
            let (floor, ceiling) = bounds(after.ty.as_deref());
            let (own_floor, own_ceiling) = bounds(before.ty.as_deref());
            if floor < own_floor || ceiling > own_ceiling {
                wide.ty.clone_from(&after.ty);
            }
            statements.extend(Statement::alter_sequence(name, &before, &wide));
            before = wide;
        }
        let (to, from) = (name.clone(), name.clone());
        statements.push(Statement::CopyCount { to, from, range: new_range });
    }
    statements.extend(Statement::alter_sequence(name, &before, after));
    statements
}
