//! Tables whose rows are to be divided in another way: no statement changes that, so they are made anew
//! with all below them, and their rows wait elsewhere.

use std::borrow::Cow;
use std::collections::BTreeSet;

use model_core::schema::{Column, Identity, QualifiedName, Table};
use nonempty::NonEmpty;

use super::conversion::conversion;
use super::rebuilds::is_type;
use super::sequences::identity_sequence;
use super::table_plan::unaltered;
use super::temporary;
use crate::databases::postgres::statement::{
    ColumnName, Expression, PartitionStatement, Range, RowValue, Statement,
};
use crate::databases::postgres::words;
use crate::dialect::Fills;
use crate::diff::{Change, SchemaDiff, TableChange, TableDiff, descendants};
use crate::plan::{PlanError, TemporaryNames};

/// A table that is made anew with its rows.
#[derive(Debug)]
pub struct Remade {
    /// Its name in the target.
    pub name: QualifiedName,
    /// The tables that the rows may go to, itself among them, by their names in the target.
    pub with: BTreeSet<QualifiedName>,
    /// Before anything goes.
    pub save: Vec<Statement>,
    /// When all that the rows go to stands.
    pub put: Vec<Statement>,
}

/// The tables that are made anew, and the differences with each of them as one that goes and another
/// that comes. `enums` are the enumerations that are made anew, by their name in the start.
pub fn remade<'a>(
    diff: &'a SchemaDiff,
    fills: &Fills,
    enums: &BTreeSet<QualifiedName>,
    names: &mut TemporaryNames,
) -> Result<(Cow<'a, SchemaDiff>, Vec<Remade>), PlanError> {
    let mut all: Vec<Remade> = Vec::new();
    let mut members: BTreeSet<QualifiedName> = BTreeSet::new();
    let kept = diff.from.tables.iter().filter_map(|before| {
        let after = diff.to.table(&diff.renames.table(&before.name))?;
        before.partitioning.as_ref().or(after.partitioning.as_ref())?;
        let mut changed = diff.kept_tables();
        let changed = changed.find(|t| t.before.name == before.name && t.after.name == after.name);
        Some(changed.cloned().unwrap_or_else(|| unaltered(before, after)))
    });
    let roots: Vec<TableDiff> = kept.filter(|t| is_divided_anew(t, enums)).collect();
    // One below another goes with that.
    let below = |table: &TableDiff| {
        let above = roots.iter().filter(|root| root.before.name != table.before.name);
        let mut below = above.flat_map(|root| descendants(&diff.from, &root.before.name));
        below.any(|t| t.name == table.before.name)
            && roots.iter().any(|root| {
                descendants(&diff.to, &root.after.name).iter().any(|t| t.name == table.after.name)
            })
    };
    for root in roots.iter().filter(|root| !below(root)) {
        let before = descendants(&diff.from, &root.before.name);
        let after = descendants(&diff.to, &root.after.name);
        left_alone(root, &before)?;
        let both = before.iter().filter(|t| {
            let new = diff.renames.table(&t.name);
            after.iter().any(|a| a.name == new)
        });
        members.insert(root.before.name.clone());
        members.extend(both.map(|t| t.name.clone()));
        let with = after.iter().map(|t| t.name.clone()).chain([root.after.name.clone()]);
        let with = with.collect();
        all.extend(rows(root, with, (fills, enums), names));
    }
    // Few schemas have such a table, and those that have none are not copied.
    if members.is_empty() {
        return Ok((Cow::Borrowed(diff), all));
    }
    let mut result = diff.clone();
    for name in &members {
        let new = diff.renames.table(name);
        let (Some(before), Some(after)) = (diff.from.table(name), diff.to.table(&new)) else {
            continue;
        };
        result.tables.retain(|t| t.kept().is_none_or(|kept| kept.before.name != *name));
        result.tables.push(TableChange::Dropped(before.clone()));
        result.tables.push(TableChange::Added(after.clone()));
    }
    Ok((Cow::Owned(result), all))
}

/// Whether the key is another one, or a column in it changes, which none can.
fn is_divided_anew(table: &TableDiff, enums: &BTreeSet<QualifiedName>) -> bool {
    let Some(key) = table.before.partitioning.as_ref().map(|p| &p.key) else {
        return table.aspects.partitioning;
    };
    let in_key = |column: &str| words::mentions(key, column);
    let is_cast = |column: &&Column| is_enum(column, enums) && in_key(&column.name);
    table.aspects.partitioning
        || table.before.columns.iter().find(is_cast).is_some()
        || table.columns.iter().any(|change| match change {
            Change::Dropped(column) => in_key(&column.name),
            Change::Altered { before, aspects, .. } => {
                (aspects.ty || aspects.collation || aspects.computed) && in_key(&before.name)
            }
            _ => false,
        })
}

fn is_enum(column: &Column, enums: &BTreeSet<QualifiedName>) -> bool {
    enums.iter().any(|name| is_type(column.ty.native().unwrap_or_default(), name))
}

/// What is left alone can't be made again, and would go.
fn left_alone(root: &TableDiff, below: &[&Table]) -> Result<(), PlanError> {
    let tables = below.iter().copied().chain([&root.before]);
    let mut alone = tables.filter_map(|t| t.partitioning.as_ref()).flat_map(|p| &p.left_alone);
    match alone.next() {
        None => Ok(()),
        Some(partition) => Err(PlanError::Refused {
            object: format!("table {}", root.before.name),
            problem: format!(
                "its rows can be divided in another way only by making it anew, which would take \
                 partition {partition} along that is left alone"
            ),
            advice: "detach that first, in a migration of your own".to_owned(),
        }),
    }
}

fn rows(
    root: &TableDiff,
    with: BTreeSet<QualifiedName>,
    (fills, enums): (&Fills, &BTreeSet<QualifiedName>),
    names: &mut TemporaryNames,
) -> Option<Remade> {
    let (before, after) = (&root.before, &root.after);
    let waiting = temporary::beside_it(names, &before.name);
    let values = after.columns.iter().filter(|c| c.computed.is_none()).filter_map(|column| {
        let old = root.name_before(&column.name).and_then(|old| before.column(old));
        let value = match old {
            Some(old) => {
                let native = |c: &Column| c.ty.native().unwrap_or_default().to_owned();
                let (from, to) = (native(old), native(column));
                let same = || Expression::column(&old.name);
                let using = || conversion(&old.name, &from, &to).using().unwrap_or_else(same);
                RowValue::Made(match from == to {
                    true if is_enum(old, enums) => {
                        let text = if to.ends_with("[]") { "text[]" } else { "text" };
                        same().cast(text).cast(to)
                    }
                    true => same(),
                    false => using(),
                })
            }
            None => {
                let fill = fills.get(&(after.name.clone(), column.name.clone()))?;
                RowValue::Given(fill.clone())
            }
        };
        Some((column.name.clone(), value))
    });
    let columns = NonEmpty::collect(values);
    let saved = before.columns.iter().map(|c| c.name.clone());
    let (Some(columns), Some(saved)) = (columns, NonEmpty::collect(saved)) else { return None };
    let always = |c: &Column| matches!(c.identity, Identity::Standard { always: true, .. });
    let overriding = after.columns.iter().any(always);
    let save = PartitionStatement::SaveRows {
        from: before.name.clone(),
        columns: saved,
        to: waiting.clone(),
    };
    let put = PartitionStatement::PutRows {
        from: waiting.clone(),
        to: after.name.clone(),
        columns,
        overriding,
    };
    let mut put = vec![Statement::Partition(put), Statement::DropTable(waiting)];
    put.extend(after.columns.iter().filter_map(|column| match &column.identity {
        Identity::Standard { options, .. } => Some(Statement::CountOn {
            sequence: identity_sequence(&after.name, column),
            column: ColumnName::new(&after.name, &column.name),
            downwards: options.increment.unwrap_or(1) < 0,
            range: Range::of(options),
        }),
        _ => None,
    }));
    let save = vec![Statement::Partition(save)];
    Some(Remade { name: after.name.clone(), with, save, put })
}
