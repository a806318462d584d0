//! The constraints that forbid NULL, which have names of their own from PostgreSQL 18 on.

use std::collections::BTreeMap;

use model_core::schema::{Column, NotNull, QualifiedName, Schema, Table};

use super::table_plan::TablePlan;
use super::temporary::named_constraints;
use crate::databases::postgres::names::{made_of, namespace_of};
use crate::databases::postgres::statement::{Clause, Statement};
use crate::diff::SchemaDiff;

/// Whose constraint it is: a column's own, by the names in the target, or any other.
type Owner = Option<(QualifiedName, String)>;

/// The names of all constraints, at the start and at the end of a migration.
pub struct Names(BTreeMap<(String, String), Vec<Owner>>);

impl Names {
    /// The names on both sides.
    pub fn of(diff: &SchemaDiff) -> Self {
        let mut names = Self(BTreeMap::new());
        names.add(&diff.from, |table, column| {
            let column = diff.renames.column(&table.name, column).to_owned();
            (diff.renames.table(&table.name), column)
        });
        names.add(&diff.to, |table, column| (table.name.clone(), column.to_owned()));
        names
    }

    fn add(&mut self, schema: &Schema, owner: impl Fn(&Table, &str) -> (QualifiedName, String)) {
        for table in &schema.tables {
            let mut add = |name: &str, owner: Owner| {
                let key = (namespace_of(&table.name).to_owned(), name.to_owned());
                self.0.entry(key).or_default().push(owner);
            };
            named_constraints(table).for_each(|name| add(name, None));
            for column in &table.columns {
                if let Some(constraint) = &column.not_null {
                    add(&constraint.name, Some(owner(table, &column.name)));
                }
            }
        }
    }

    /// What has to be said of the constraint that forbids NULL in a column: nothing where the server
    /// gives it this name by itself. It chooses another one where any table's constraint has that.
    pub fn spelt(&self, table: &QualifiedName, column: &Column) -> Option<NotNull> {
        let constraint = column.not_null.as_ref()?;
        let owner = Some((table.clone(), column.name.clone()));
        let key = (namespace_of(table).to_owned(), constraint.name.clone());
        let is_free = self.0.get(&key).is_none_or(|all| all.iter().all(|other| *other == owner));
        let usual = constraint.name == made_of(&table.name, Some(&column.name), "not_null");
        let plain = !constraint.no_inherit && !constraint.not_valid;
        (!(usual && is_free && plain)).then(|| constraint.clone())
    }
}

/// Whether the constraint is made anew: what was looked at can't be what was not.
fn is_rebuilt(before: &NotNull, after: &NotNull) -> bool {
    after.not_valid && !before.not_valid
}

/// What changes about the constraint of a column that stays required, its name apart: statements of
/// their own, which a key over the column needs to come first, and clauses.
pub fn kept(table: &TablePlan, before: &Column, after: &Column) -> (Vec<Statement>, Vec<Clause>) {
    let (Some(old), Some(new)) = (&before.not_null, &after.not_null) else {
        return (Vec::new(), Vec::new());
    };
    if is_rebuilt(old, new) {
        let column = after.name.clone();
        let added = Clause::AddNotNull { column: column.clone(), constraint: new.clone() };
        let dropped = Clause::DropNotNull(column);
        let dropped = (!is_in_the_way(table, before)).then_some(dropped);
        return (Vec::new(), dropped.into_iter().chain([added]).collect());
    }
    let inherits = (old.no_inherit != new.no_inherit).then(|| {
        let (name, inherited) = (new.name.clone(), !new.no_inherit);
        Clause::InheritConstraint { name, inherited }
    });
    let looks =
        (old.not_valid && !new.not_valid).then(|| Clause::ValidateConstraint(new.name.clone()));
    let clauses = inherits.into_iter().chain(looks);
    (
        clauses.map(|clause| Statement::alter_by(&table.diff.after.name, clause)).collect(),
        Vec::new(),
    )
}

/// Whether the constraint of a column goes, and another one of the table gets its name.
pub fn is_in_the_way(table: &TablePlan, before: &Column) -> bool {
    let Some(constraint) = &before.not_null else { return false };
    let after = table.diff.name_after(&before.name).and_then(|name| table.diff.after.column(name));
    let goes = after.is_some_and(|column| match &column.not_null {
        Some(new) => is_rebuilt(constraint, new),
        None => column.nullable,
    });
    let others = table
        .diff
        .after
        .columns
        .iter()
        .filter(|c| table.diff.name_after(&before.name) != Some(c.name.as_str()));
    let mut required = others.filter_map(|c| c.not_null.as_ref());
    goes && (required.any(|n| n.name == constraint.name)
        || named_constraints(&table.diff.after).any(|name| name == constraint.name))
}

/// The names that such constraints had and get, where the columns stay. One that a parent has, too,
/// gets its name with the parent's and in no other way.
pub fn renames(table: &TablePlan) -> impl Iterator<Item = (String, String)> {
    let diff = &table.diff;
    let comes_from_above = |new: &str| {
        let place = diff.after.inherited.columns.get(new);
        diff.bound && place.is_some_and(|place| !place.own_nullability)
    };
    let kept = diff.kept_columns.iter().filter(|(old, _)| !table.recreated.contains(old));
    let kept = kept.filter(move |(_, new)| !comes_from_above(new));
    let both = kept.filter_map(|(old, new)| {
        let before = diff.before.column(old)?.not_null.as_ref()?;
        Some((before, diff.after.column(new)?.not_null.as_ref()?))
    });
    both.filter(|(before, after)| !is_rebuilt(before, after))
        .map(|(before, after)| (before.name.clone(), after.name.clone()))
}
