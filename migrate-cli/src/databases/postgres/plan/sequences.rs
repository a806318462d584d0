//! Sequences, those of serial columns among them: to the server a serial is a column with a
//! default and a sequence that it owns.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{
    Column, Identity, QualifiedName, Reference, Schema, Sequence, SequenceOptions, Table,
};

use super::translate;
use super::work::TablePlan;
use crate::databases::postgres::names;
use crate::databases::postgres::render::{beside, literal, name, type_bounds};
use crate::diff::SchemaDiff;
use crate::plan::{Clause, Step};

/// What happens to the sequences.
#[derive(Debug, Default)]
pub struct Sequences {
    /// To belong to no column before anything is dropped.
    pub released: Vec<Sequence>,
    /// By the name in the start.
    pub dropped: Vec<QualifiedName>,
    /// Those that go along with the column that owns them.
    pub gone: Vec<QualifiedName>,
    pub renamed: Vec<(QualifiedName, QualifiedName)>,
    pub created: Vec<Sequence>,
    /// Other options; ownership apart.
    pub altered: Vec<Step>,
    /// To belong to a column when everything stands.
    pub owned: Vec<Sequence>,
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
        let mut here = Sequence { name: new.clone(), ..sequence.clone() };
        here.owned_by = sequence.owned_by.as_ref().map(|r| owner_after(diff, r));
        let lost = goes_with_owner(diff, tables, sequence);
        if here.owned_by != target.owned_by || lost {
            if sequence.owned_by.is_some() {
                result.released.push(sequence.clone());
            }
            if target.owned_by.is_some() {
                result.owned.push(target.clone());
            }
        }
        result.altered.extend(resize(&here, target));
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
                result.created.push(Sequence { owned_by: None, ..sequence.clone() });
                if sequence.owned_by.is_some() {
                    result.owned.push(sequence.clone());
                }
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

/// Defaults of columns that go too, and would hold on to a sequence that goes before them.
pub fn let_go(
    diff: &SchemaDiff,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    gone: &[QualifiedName],
) -> Vec<Step> {
    let mut steps = Vec::new();
    for table in &diff.from.tables {
        let kept = tables.get(&diff.renames.table(&table.name));
        let stays = |column: &str| kept.is_some_and(|t| t.diff.name_after(column).is_some());
        for column in table.columns.iter().filter(|c| !stays(&c.name)) {
            let own = serial(&table.name, column).map(|s| s.name);
            let Some(default) = translate::default_of(&table.name, column) else { continue };
            let mut others = gone.iter().filter(|s| own.as_ref() != Some(*s));
            if others.any(|s| draws_from(&default, s)) {
                let clause = Clause::SetDefault { column: column.name.clone(), expression: None };
                let table = table.name.clone();
                steps.push(Step::AlterTable { table, clauses: vec![clause] });
            }
        }
    }
    steps
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
        Some(work) => work.diff.name_before(column_name).is_none(),
    };
    let Identity::Serial { options, .. } = &column.identity else { return None };
    let standard =
        SequenceOptions { ty: column.ty.native().map(str::to_owned), ..standard(options) };
    let cached = SequenceOptions { cache: Some(options.cache.unwrap_or(1)), ..standard };
    (is_new
        && !column.nullable
        && column.collation.is_none()
        && *options == cached
        && cached.cache == Some(1)
        && matches!(column.ty.native(), Some("smallint" | "integer" | "bigint"))
        && sequence.name.name == names::sequence(&owner.table.name, column_name))
    .then(|| (owner.table.clone(), column_name.clone()))
}

/// The options that a sequence of this type has by itself.
pub fn standard(options: &SequenceOptions) -> SequenceOptions {
    SequenceOptions {
        ty: options.ty.clone(),
        start: Some(1),
        increment: Some(1),
        min: Some(1),
        max: Some(type_bounds(options.ty.as_deref()).1),
        cache: Some(1),
        cycle: Some(false),
    }
}

/// Other options for a sequence that has its new name. Where its range shrinks, the next value
/// is brought into it first: the server would refuse the range otherwise.
pub fn resize(before: &Sequence, after: &Sequence) -> Vec<Step> {
    let mut from = before.clone();
    from.owned_by.clone_from(&after.owned_by);
    // A cache is no difference by itself, and put right with whatever else changes.
    if (SequenceOptions { cache: after.options.cache, ..from.options.clone() }) == after.options {
        return vec![];
    }
    let mut steps = Vec::new();
    let bounds = |o: &SequenceOptions| (o.min.unwrap_or(1), o.max.unwrap_or(i64::MAX));
    let ((low, high), (least, most)) = (bounds(&from.options), bounds(&after.options));
    if least > low || most < high {
        if least > high || most < low {
            let mut wide = from.clone();
            wide.options.min = Some(low.min(least));
            wide.options.max = Some(high.max(most));
            let (floor, ceiling) = type_bounds(after.options.ty.as_deref());
            let (own_floor, own_ceiling) = type_bounds(from.options.ty.as_deref());
            if floor < own_floor || ceiling > own_ceiling {
                wide.options.ty.clone_from(&after.options.ty);
            }
            steps.push(Step::AlterSequence { before: from.clone(), after: wide.clone() });
            from = wide;
        }
        let sequence = name(&after.name);
        steps.push(Step::Statement(format!(
            "SELECT setval({}, least(greatest(last_value, {least}), {most}), is_called) FROM {sequence}",
            literal(&sequence)
        )));
    }
    steps.push(Step::AlterSequence { before: from, after: after.clone() });
    steps
}

/// Goes on counting after the greatest value that is there; nothing where there is none in range.
pub fn count_on(
    sequence: &QualifiedName,
    table: &Table,
    column: &str,
    options: &SequenceOptions,
) -> Step {
    let farthest = if options.increment.unwrap_or(1) < 0 { "min" } else { "max" };
    let column = crate::databases::postgres::render::quote(column);
    Step::Statement(format!(
        "SELECT setval({}, {farthest}({column})) FROM {} HAVING {farthest}({column}) BETWEEN {} AND {}",
        literal(&name(sequence)),
        name(&table.name),
        options.min.unwrap_or(1),
        options.max.unwrap_or(i64::MAX),
    ))
}

/// Takes over where another sequence stands.
pub fn take_over(to: &QualifiedName, from: &QualifiedName, options: &SequenceOptions) -> Step {
    Step::Statement(format!(
        "SELECT setval({}, least(greatest(last_value, {}), {}), is_called) FROM {}",
        literal(&name(to)),
        options.min.unwrap_or(1),
        options.max.unwrap_or(i64::MAX),
        name(from),
    ))
}

/// Whether the default draws from the sequence.
pub fn draws_from(default: &str, sequence: &QualifiedName) -> bool {
    default.contains("nextval(") && default.contains(&translate::next_of(sequence)[8..])
}
