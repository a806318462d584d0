//! Views, functions, triggers, policies: what happens to them, and what of the tables has to let go of them.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{
    Column, ConstraintName, DefaultValue, Index, IndexTarget, ObjectKind, ObjectName,
    QualifiedName, Reference, SchemaObject, Table,
};

use super::rebuilds::{is_of_type, rebuild};
use super::table_plan::{ObjectPlan, TablePlan};
use super::{anew, temporary};
use crate::databases::postgres::statement::Clause;
use crate::databases::postgres::words;
use crate::diff::{Change, SchemaDiff};
use crate::plan::objects::{ObjectChanges, Rules, object_changes};
use crate::plan::{PlanError, TemporaryNames};

/// The kinds that are written.
pub fn manages(kind: ObjectKind) -> bool {
    match kind {
        ObjectKind::View
        | ObjectKind::MaterializedView
        | ObjectKind::Trigger
        | ObjectKind::Rule
        | ObjectKind::Policy
        | ObjectKind::Function
        | ObjectKind::Procedure
        | ObjectKind::Domain
        | ObjectKind::Type
        | ObjectKind::Statistics => true,
        ObjectKind::Event | ObjectKind::Table | ObjectKind::Publication | ObjectKind::Dependent => {
            false
        }
    }
}

/// Whether an object hangs on a table or a view, so that nothing can lean on it.
pub fn hangs(kind: ObjectKind) -> bool {
    matches!(
        kind,
        ObjectKind::Trigger | ObjectKind::Rule | ObjectKind::Policy | ObjectKind::Statistics
    )
}

/// What tables, and other objects, call or are made of.
pub fn is_below_tables(kind: ObjectKind) -> bool {
    matches!(
        kind,
        ObjectKind::Function | ObjectKind::Procedure | ObjectKind::Domain | ObjectKind::Type
    )
}

/// What is planned for the objects.
#[derive(Debug, Default)]
pub struct Objects {
    /// Types that are made anew while columns are of them: by their names in the start, what their old
    /// selves are called until no column is of them any more.
    pub aside: BTreeMap<QualifiedName, QualifiedName>,
    pub changes: ObjectChanges,
    /// Dropped when nothing uses them any more; all others go before the tables change.
    pub late: BTreeSet<ObjectName>,
    /// Columns that let go of their default early, and get it again, by the names in the start.
    pub released: BTreeSet<(QualifiedName, String)>,
}

/// Finds out what happens, and marks what has to be made again in the tables: `rebuild` does so where
/// more types are made anew.
pub fn objects(
    diff: &SchemaDiff,
    tables: &mut super::Tables,
    enums: &BTreeSet<QualifiedName>,
    names: &mut TemporaryNames,
    rebuild: impl Fn(&mut super::Tables, &BTreeMap<QualifiedName, QualifiedName>),
) -> Result<Objects, PlanError> {
    let mut aside = BTreeMap::new();
    loop {
        let moved = Moved::of(diff, tables, enums);
        let held: BTreeSet<ObjectName> = anew::held(diff, tables);
        let rules = Rules {
            manages: &manages,
            moves: &|object, reference| moved.moves(object, reference),
            moves_constraint: &|constraint| moved.constraints.contains(constraint),
            replaces: &|before, after| {
                replaces(before, after) && !anew::is_held(before, after, &held)
            },
            is_in_the_way: &|_| false,
            follows: &|_| false,
            binds: true,
        };
        let changes = object_changes(diff, &rules)?;
        let late = late(&changes, &moved);
        let early: Vec<&SchemaObject> = diff
            .from
            .objects
            .iter()
            .filter(|o| is_below_tables(o.kind) || o.kind.is_view())
            .filter(|o| changes.lost.contains(&o.object_name()) && !late.contains(&o.object_name()))
            .collect();
        let mut released = BTreeSet::new();
        let mut more = false;
        let mut in_use = BTreeSet::new();
        for table in tables.values_mut() {
            more |= release(table, &early, &changes.made, (&mut released, &mut in_use))?;
        }
        let new: Vec<QualifiedName> = anew::below(&in_use, &early)
            .into_iter()
            .filter(|name| !aside.contains_key(name))
            .collect();
        if !new.is_empty() {
            more = true;
            aside.extend(new.into_iter().map(|name| {
                let waiting = temporary::beside_it(names, &name);
                (name, waiting)
            }));
            rebuild(tables, &aside);
        }
        if !more {
            return Ok(Objects { changes, aside, late, released });
        }
    }
}

/// Everything below objects that can't change under them, by the names in the start.
struct Moved {
    tables: BTreeSet<QualifiedName>,
    columns: BTreeSet<(QualifiedName, String)>,
    retyped: BTreeSet<(QualifiedName, String)>,
    constraints: BTreeSet<ConstraintName>,
}

impl Moved {
    fn of(diff: &SchemaDiff, tables: &super::Tables, enums: &BTreeSet<QualifiedName>) -> Self {
        let mut moved = Self {
            tables: diff.dropped_tables().map(|t| t.name.clone()).collect(),
            columns: BTreeSet::new(),
            retyped: BTreeSet::new(),
            constraints: BTreeSet::new(),
        };
        moved.tables.extend(enums.iter().cloned());
        let sequences = diff.sequences.iter().filter(|change| change.after().is_none());
        moved.tables.extend(sequences.filter_map(Change::before).map(|s| s.name.clone()));
        for plan in tables.values() {
            let name = &plan.diff.before.name;
            let lost = plan.lost_columns().map(|column| (name.clone(), column.to_owned()));
            moved.columns.extend(lost);
            let retyped = plan.retyped.iter().map(|column| (name.clone(), column.clone()));
            moved.retyped.extend(retyped);
            let keys = plan.primary_key.iter().filter_map(ObjectPlan::dropped);
            let constraints = keys.filter_map(|key| key.name.clone());
            let constraints =
                constraints.map(|of| ConstraintName { table: name.clone(), name: of });
            moved.constraints.extend(constraints);
        }
        moved
    }

    fn moves(&self, object: &SchemaObject, reference: &Reference) -> bool {
        match &reference.column {
            None => self.tables.contains(&reference.table),
            Some(column) => {
                let column = (reference.table.clone(), column.clone());
                // Statistics follow a new type by themselves.
                self.tables.contains(&reference.table)
                    || self.columns.contains(&column)
                    || self.retyped.contains(&column) && object.kind != ObjectKind::Statistics
            }
        }
    }
}

/// Whether the server changes one into the other while others lean on it.
fn replaces(before: &SchemaObject, after: &SchemaObject) -> bool {
    match before.kind {
        ObjectKind::View => {
            after.interface.starts_with(&before.interface)
                && (before.settings.is_empty() || before.settings == after.settings)
        }
        ObjectKind::Function | ObjectKind::Procedure => {
            before.interface == after.interface
                && before.interface.first().is_none_or(|kind| kind != "a")
        }
        ObjectKind::Domain => match (&before.domain, &after.domain) {
            (Some(before), Some(after)) => {
                (&before.ty, &before.collation) == (&after.ty, &after.collation)
            }
            _ => false,
        },
        ObjectKind::Type => !before.attributes.is_empty() && !after.attributes.is_empty(),
        _ => false,
    }
}

/// Whether a call may be one of either routine, by the number of its arguments.
fn may_suit_both(a: &SchemaObject, b: &SchemaObject) -> bool {
    let takes = |o: &SchemaObject| {
        let signature = o.signature.as_deref().unwrap_or_default();
        let most = signature.split(", ").filter(|ty| !ty.is_empty()).count();
        let by_default = o.interface.get(3).and_then(|n| n.parse().ok()).unwrap_or(0);
        match o.interface.get(2).is_some_and(|arguments| arguments.contains("VARIADIC ")) {
            true => 0..=usize::MAX,
            false => most.saturating_sub(by_default)..=most,
        }
    };
    let (a, b) = (takes(a), takes(b));
    a.start() <= b.end() && b.start() <= a.end()
}

/// What tables may use until they have changed, and nothing else that goes early leans on.
fn late(changes: &ObjectChanges, moved: &Moved) -> BTreeSet<ObjectName> {
    // A function and a procedure, a domain and a type share their names.
    let in_the_way = |old: &SchemaObject, new: &SchemaObject| {
        new.name == old.name
            && is_below_tables(new.kind)
            && (new.signature == old.signature || may_suit_both(old, new))
    };
    let mut late: BTreeSet<ObjectName> = changes
        .dropped
        .iter()
        .filter(|o| is_below_tables(o.kind) && !changes.made.iter().any(|n| in_the_way(o, n)))
        .filter(|o| !o.references.iter().any(|r| moved.moves(o, r)))
        .map(SchemaObject::object_name)
        .collect();
    loop {
        let early: Vec<ObjectName> = changes
            .dropped
            .iter()
            .filter(|o| late.contains(&o.object_name()))
            .filter(|o| o.uses.iter().any(|u| changes.lost.contains(u) && !late.contains(u)))
            .map(SchemaObject::object_name)
            .collect();
        if early.is_empty() {
            return late;
        }
        late.retain(|name| !early.contains(name));
    }
}

/// Whether a text calls a function, or names a type.
pub fn uses(text: &str, object: &SchemaObject) -> bool {
    let is_function = matches!(object.kind, ObjectKind::Function | ObjectKind::Procedure);
    is_below_tables(object.kind)
        && words::words(text)
            .iter()
            .any(|w| w.name == object.name.name && (w.called || !is_function))
}

fn default_uses(column: &Column, object: &SchemaObject) -> bool {
    column.default.as_ref().and_then(DefaultValue::sql).is_some_and(|sql| uses(sql, object))
}

/// Whether anything in a table calls the function or is of the type.
pub fn table_uses(table: &Table, object: &SchemaObject) -> bool {
    let columns = table.columns.iter().any(|c| {
        is_of_type(c, object)
            || default_uses(c, object)
            || c.computed.as_ref().is_some_and(|g| uses(&g.expression, object))
    });
    columns
        || table.checks.iter().any(|c| uses(&c.expression, object))
        || table.exclusions.iter().any(|e| uses(&e.definition, object))
        || table.indexes.iter().any(|i| index_uses(i, object))
}

fn index_uses(index: &Index, object: &SchemaObject) -> bool {
    index.predicate.as_deref().is_some_and(|p| uses(p, object))
        || index.columns.iter().any(|part| match &part.target {
            IndexTarget::Expression(text) => uses(text, object),
            IndexTarget::Column(_) => false,
        })
}

/// Marks what a table that stays has to drop and make again, since what it uses goes. Says whether
/// that is anything new, and which types stay `in_use`.
fn release(
    table: &mut TablePlan,
    early: &[&SchemaObject],
    made: &[SchemaObject],
    (released, in_use): (&mut BTreeSet<(QualifiedName, String)>, &mut BTreeSet<QualifiedName>),
) -> Result<bool, PlanError> {
    let mut more = false;
    for object in early {
        let before = table.diff.before.clone();
        for column in &before.columns {
            let Some(after) = table.diff.name_after(&column.name) else { continue };
            let stays_so = table.diff.after.column(after).is_some_and(|c| is_of_type(c, object));
            if is_of_type(column, object) && stays_so && anew::can_wait(object, made) {
                in_use.insert(object.name.clone());
            } else if is_of_type(column, object) && stays_so {
                return Err(PlanError::Refused {
                    object: object.object_name().to_string(),
                    problem: format!(
                        "it can't be made anew while column {}.{} is of it",
                        before.name, column.name
                    ),
                    advice: "change the column to another type first and back afterwards, in \
                             migrations of your own"
                        .to_owned(),
                });
            }
            if default_uses(column, object) {
                released.insert((before.name.clone(), column.name.clone()));
            }
            let shaken = column.computed.as_ref().is_some_and(|g| uses(&g.expression, object));
            if shaken && table.recreated.insert(column.name.clone()) {
                table.retyped.remove(&column.name);
                more = true;
            }
        }
        rebuild(&mut table.checks, |c| uses(&c.expression, object));
        rebuild(&mut table.exclusions, |e| uses(&e.definition, object));
        rebuild(&mut table.indexes, |i| index_uses(i, object));
    }
    Ok(more)
}

/// The clauses by which the columns of a table let go of their defaults.
pub fn release_defaults(
    table: &TablePlan,
    released: &BTreeSet<(QualifiedName, String)>,
) -> Vec<Clause> {
    let of_table = released.iter().filter(|(name, _)| *name == table.diff.before.name);
    of_table.map(|(_, column)| Clause::DropDefault(column.clone())).collect()
}

/// The clauses that give them their defaults again, where the columns stay as they are.
pub fn restore_defaults(
    table: &TablePlan,
    released: &BTreeSet<(QualifiedName, String)>,
) -> Vec<Clause> {
    let of_table = released.iter().filter(|(name, _)| *name == table.diff.before.name);
    of_table
        .filter_map(|(_, column)| {
            let after = table.diff.after.column(table.diff.name_after(column)?)?;
            let default = after.default.as_ref().and_then(DefaultValue::sql)?.to_owned();
            Some(Clause::SetDefault { column: after.name.clone(), default })
        })
        .collect()
}
