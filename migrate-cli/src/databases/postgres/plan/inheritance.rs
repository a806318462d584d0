//! Tables below others: what is bound to a parent changes with it, and what is not is on its own while
//! anything changes, and joins its parents when all of it stands.

use model_core::schema::{Column, DefaultValue, InheritedColumn, QualifiedName, Table};

use super::table_plan::TablePlan;
use super::{Tables, attached, constraints};
use crate::databases::postgres::options::ColumnOptions;
use crate::databases::postgres::statement::{Clause, PartitionStatement, Statement};
use crate::diff::{SchemaDiff, own};

/// Whether a table leaves the ones above it, or joins others.
pub fn is_free(table: &TablePlan) -> bool {
    table.diff.aspects.parents
}

/// Whether a table below this one leaves it. It takes a key that it has from here along, so that the key
/// has to be there until then.
pub fn is_left(table: &TablePlan, tables: &Tables) -> bool {
    let name = &table.diff.before.name;
    tables.values().any(|t| is_free(t) && t.diff.before.parents().any(|parent| parent == name))
}

/// Tables leave those above them, in the start's names: `early` from those whose own keys go, so that no key
/// is in the way of the others.
pub fn leave(diff: &SchemaDiff, tables: &Tables, early: bool) -> Vec<Statement> {
    let loses_keys = |name: &QualifiedName| {
        let mut all = tables.values();
        all.any(|t| t.diff.before.name == *name && constraints::drop_foreign_keys(t).is_some())
    };
    let kept = tables.values().filter(|t| is_free(t)).map(|t| &t.diff.before);
    let kept = kept.filter(|t| t.parents().any(loses_keys) == early);
    // A table that a key leads to lets no partition go but whole.
    let is_referenced = |table: &Table| {
        let above = ancestors(diff, table);
        let keys = diff.from.tables.iter().flat_map(|t| &t.foreign_keys);
        keys.map(|k| &k.references).any(|to| above.contains(&to))
    };
    let is_dropped = |name: &QualifiedName| diff.dropped_tables().any(|t| t.name == *name);
    let stays = |t: &Table| {
        t.partition_of.as_ref().is_some_and(|p| !is_dropped(&p.parent)) && is_referenced(t)
    };
    let dropped = diff.dropped_tables().filter(|t| !early && stays(t));
    kept.chain(dropped)
        .flat_map(|table| {
            let partition = table.partition_of.iter().map(|place| {
                Statement::Partition(PartitionStatement::Detach {
                    parent: place.parent.clone(),
                    partition: table.name.clone(),
                })
            });
            let clauses = table.inherits.iter().cloned().map(Clause::NoInherit);
            partition.chain(Statement::alter(&table.name, clauses)).collect::<Vec<_>>()
        })
        .collect()
}

fn ancestors<'a>(diff: &'a SchemaDiff, table: &'a Table) -> Vec<&'a QualifiedName> {
    let mut found: Vec<&QualifiedName> = Vec::new();
    let mut open: Vec<&QualifiedName> = table.parents().collect();
    while let Some(name) = open.pop() {
        if !found.contains(&name) {
            found.push(name);
            open.extend(diff.from.table(name).into_iter().flat_map(Table::parents));
        }
    }
    found
}

/// A table takes its place below others, in the target's names.
pub fn join(table: &Table) -> Vec<Statement> {
    let partition = table.partition_of.iter().map(|place| {
        Statement::Partition(PartitionStatement::Attach {
            parent: place.parent.clone(),
            partition: table.name.clone(),
            bound: place.bound.clone(),
        })
    });
    let clauses = table.inherits.iter().cloned().map(Clause::Inherit);
    partition.chain(Statement::alter(&table.name, clauses)).collect()
}

/// A new table, as the statement that makes it has to name it, and how it joins its parents.
pub struct NewTable {
    /// With what the statement says.
    pub first: Table,
    /// What of the columns it can't say.
    pub clauses: Vec<Clause>,
    /// At the end.
    pub joins: Vec<Statement>,
}

/// Makes it below its parents where they give it all that it inherits by the right names, and on
/// its own first where not.
pub fn new_table(diff: &SchemaDiff, table: &Table) -> NewTable {
    if table.parents().next().is_none() {
        return NewTable { first: table.clone(), clauses: Vec::new(), joins: Vec::new() };
    }
    // Only the statement that makes a column can say how it is compressed.
    let compression = |of: &Table, name: &str| {
        of.column(name).and_then(|column| ColumnOptions::read(column).compression)
    };
    let parents: Vec<&Table> = table.parents().filter_map(|p| diff.to.table(p)).collect();
    let compressed = table.inherited.columns.keys().any(|name| {
        let parent = parents.iter().find(|parent| parent.column(name).is_some());
        parent.is_some_and(|parent| compression(parent, name) != compression(table, name))
    });
    if !compressed && attached::is_named_by_server(table) {
        let mut first = own(table);
        let places = &table.inherited.columns;
        first.columns.retain(|c| places.get(&c.name).is_none_or(|place| place.merged));
        let merged = |name: Option<&String>| {
            let place = name.and_then(|name| table.inherited.constraints.get(name));
            place.is_some_and(|place| place.merged)
        };
        first.checks.extend(table.checks.iter().filter(|c| merged(c.name.as_ref())).cloned());
        let columns = table.columns.iter().filter_map(|c| Some((places.get(&c.name)?, c)));
        let unsaid = columns.filter(|(place, _)| !place.merged);
        let clauses = unsaid.flat_map(|(place, column)| own_clauses(*place, column)).collect();
        return NewTable { first, clauses, joins: Vec::new() };
    }
    let mut first = table.clone();
    // Keys to other tables come with the parents'.
    first.foreign_keys.retain(|k| !table.inherited.constraint(k.name.as_ref()));
    first.partition_of = None;
    first.inherits.clear();
    first.inherited = Default::default();
    NewTable { first, clauses: Vec::new(), joins: join(table) }
}

fn own_clauses(place: InheritedColumn, column: &Column) -> Vec<Clause> {
    let default = place.own_default.then(|| own_default(column));
    let nullability = place.own_nullability.then(|| nullability(column));
    default.into_iter().chain(nullability).collect()
}

/// The default of a column that its parent's does not have.
pub fn own_default(column: &Column) -> Clause {
    let name = column.name.clone();
    match column.default.as_ref().and_then(DefaultValue::sql) {
        Some(default) => Clause::SetDefault { column: name, default: default.to_owned() },
        None => Clause::DropDefault(name),
    }
}

/// Whether a column may be NULL where its parent's may not, or the other way round.
pub fn nullability(column: &Column) -> Clause {
    match column.nullable {
        true => Clause::DropNotNull(column.name.clone()),
        false => Clause::SetNotNull(column.name.clone()),
    }
}

/// What changes in a table that is bound comes from above: columns that go, get another type or are
/// made again. What of its own is made of them has to be made again, too.
pub fn spread(tables: &mut Tables) {
    loop {
        let above: Vec<(QualifiedName, FromAbove)> = tables
            .iter()
            .filter(|(_, table)| table.diff.bound)
            .map(|(name, table)| (name.clone(), FromAbove::of(table, tables)))
            .collect();
        let mut more = false;
        for (name, from) in above {
            let Some(table) = tables.get_mut(&name) else { continue };
            let size = |t: &TablePlan| {
                [&t.retyped, &t.cast, &t.recreated, &t.lost_above, &t.changed_above]
                    .map(std::collections::BTreeSet::len)
            };
            let before = size(table);
            table.retyped.extend(from.retyped);
            table.cast.extend(from.cast);
            table.recreated.extend(from.recreated);
            table.lost_above.extend(from.lost);
            table.changed_above.extend(from.changed);
            table.retyped = table.retyped.difference(&table.recreated).cloned().collect();
            more |= size(table) != before;
        }
        if !more {
            return;
        }
    }
}

#[derive(Default)]
struct FromAbove {
    retyped: Vec<String>,
    cast: Vec<String>,
    recreated: Vec<String>,
    lost: Vec<String>,
    /// By the names in the target.
    changed: Vec<String>,
}

impl FromAbove {
    fn of(table: &TablePlan, tables: &Tables) -> Self {
        let mut from = Self::default();
        let inherited = |name: &String| table.diff.is_inherited(name);
        let parents = table.diff.after.parents().filter_map(|parent| tables.get(parent));
        for parent in parents {
            let own = |of: &std::collections::BTreeSet<String>| {
                of.iter().filter(|name| inherited(name)).cloned().collect::<Vec<_>>()
            };
            from.retyped.extend(own(&parent.retyped));
            from.cast.extend(own(&parent.cast));
            from.recreated.extend(own(&parent.recreated));
            let recreated = &parent.recreated;
            let lost = parent.lost_columns().filter(|name| !recreated.contains(*name));
            from.lost.extend(lost.map(str::to_owned).filter(|name| inherited(name)));
            let changes = parent.diff.columns.iter().filter_map(|change| change.after());
            from.changed.extend(changes.map(|column| column.name.clone()));
            let moved = parent.retyped.iter().filter_map(|name| parent.diff.name_after(name));
            from.changed.extend(moved.map(str::to_owned));
            from.changed.extend(parent.changed_above.iter().cloned());
        }
        from
    }
}
