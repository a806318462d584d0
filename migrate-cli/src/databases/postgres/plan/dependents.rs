//! What else has to be made anew because of what is: a generated column whose source changes its
//! type, a key whose parent's key is rebuilt, a check that names an enumeration's old self.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ForeignKey, Index, IndexTarget, QualifiedName, Table};

use super::work::{Action, Pair, TablePlan};
use crate::databases::postgres::{expressions, words};
use crate::diff::{Change, SchemaDiff};

/// Sets the actions that follow from others. `replaced` are the enumerations, by their name in the
/// start, that are made anew.
pub fn close(
    diff: &SchemaDiff,
    tables: &mut BTreeMap<QualifiedName, TablePlan>,
    replaced: &BTreeSet<QualifiedName>,
) {
    for table in tables.values_mut() {
        casts(table, replaced);
        recreations(table, replaced);
        rebuilds(table, replaced);
    }
    let switched: BTreeSet<QualifiedName> = tables
        .values()
        .filter(|t| is_unlogged(&t.diff.before) != is_unlogged(&t.diff.after))
        .map(|t| t.diff.before.name.clone())
        .collect();
    let shaken: BTreeMap<QualifiedName, Shaken> =
        tables.values().map(|t| (t.diff.before.name.clone(), Shaken::of(t))).collect();
    for table in tables.values_mut() {
        let own = shaken.get(&table.diff.before.name);
        for pair in &mut table.foreign_keys {
            let Some(key) = &pair.before else { continue };
            let child = own.is_some_and(|s| s.columns.iter().any(|c| key.columns.contains(c)));
            let parent = shaken.get(&key.references).is_some_and(|s| s.shakes(key));
            let gone = diff.from.table(&key.references).is_some()
                && diff.to.table(&diff.renames.table(&key.references)).is_none();
            // A logged table's key must not lead to an unlogged one, not even in between.
            let switches =
                switched.contains(&table.diff.before.name) || switched.contains(&key.references);
            if child || parent || gone || switches {
                pair.action = Action::Rebuild;
            }
        }
    }
}

fn is_unlogged(table: &Table) -> bool {
    table.options.contains_key("unlogged")
}

/// Whether a type's text is one of the enumerations, or an array of it.
pub fn is_type(native: &str, name: &QualifiedName) -> bool {
    let (schema, bare, _) = words::type_name(native);
    bare == name.name
        && (schema == name.schema || schema.as_deref() == Some("public") && name.schema.is_none())
}

fn casts(table: &mut TablePlan, replaced: &BTreeSet<QualifiedName>) {
    for column in &table.diff.before.columns {
        let native = column.ty.native().unwrap_or_default();
        if table.diff.name_after(&column.name).is_some()
            && replaced.iter().any(|name| is_type(native, name))
        {
            table.cast.insert(column.name.clone());
            table.retyped.insert(column.name.clone());
        }
    }
}

/// Whether the text names one of the types.
fn names_type(text: &str, replaced: &BTreeSet<QualifiedName>) -> bool {
    replaced.iter().any(|name| words::mentions(text, &name.name))
}

fn recreations(table: &mut TablePlan, replaced: &BTreeSet<QualifiedName>) {
    let mut moved: BTreeSet<String> = table.retyped.clone();
    moved.extend(table.lost_columns().map(str::to_owned));
    for (before, after) in &table.diff.kept_columns {
        let (Some(b), Some(a)) = (table.diff.before.column(before), table.diff.after.column(after))
        else {
            continue;
        };
        let Some(target) = &a.computed else { continue };
        let recreate = match &b.computed {
            None => true,
            Some(source) => {
                source.stored != target.stored
                    || words::renamed(&source.expression, &table.diff.kept_columns)
                        != target.expression
                        && source.expression != target.expression
                    || table.retyped.contains(before)
                    || moved.iter().any(|column| words::mentions(&source.expression, column))
                    || names_type(&source.expression, replaced)
            }
        };
        if recreate {
            table.recreated.insert(before.clone());
        }
    }
    for column in &table.recreated {
        table.retyped.remove(column);
    }
}

fn rebuilds(table: &mut TablePlan, replaced: &BTreeSet<QualifiedName>) {
    let lost: BTreeSet<String> = table.lost_columns().map(str::to_owned).collect();
    let touched: BTreeSet<String> = lost.union(&table.cast).cloned().collect();
    let names = |columns: &BTreeSet<String>, text: &str| {
        columns.iter().any(|column| words::mentions(text, column))
    };
    let hit = |text: &str| {
        names(&touched, text)
            || names_type(text, replaced)
            || expressions::drifts(text) && names(&table.retyped, text)
    };
    rebuild(&mut table.primary_key, |k| {
        k.columns.iter().any(|c| lost.contains(&c.name))
            || k.include.iter().any(|c| lost.contains(c))
    });
    rebuild(&mut table.uniques, |u| {
        u.columns.iter().any(|c| lost.contains(&c.name))
            || u.include.iter().any(|c| lost.contains(c))
    });
    rebuild(&mut table.checks, |c| hit(&c.expression));
    rebuild(&mut table.exclusions, |e| hit(&e.definition));
    rebuild(&mut table.indexes, |i| {
        i.include.iter().any(|c| lost.contains(c))
            || i.predicate.as_deref().is_some_and(hit)
            || i.columns.iter().any(|part| match &part.target {
                IndexTarget::Column(name) => lost.contains(name),
                IndexTarget::Expression(text) => hit(text),
            })
    });
}

fn rebuild<T>(pairs: &mut [Pair<T>], hit: impl Fn(&T) -> bool) {
    for pair in pairs {
        if pair.after.is_some() && pair.before.as_ref().is_some_and(&hit) {
            pair.action = Action::Rebuild;
        }
    }
}

/// What in a table can't bear a foreign key any more, in the start's names.
struct Shaken {
    columns: BTreeSet<String>,
    keys: Vec<BTreeSet<String>>,
}

impl Shaken {
    fn of(table: &TablePlan) -> Self {
        let mut columns: BTreeSet<String> = table.lost_columns().map(str::to_owned).collect();
        for change in &table.diff.columns {
            if let Change::Altered { before, aspects, .. } = change
                && (aspects.ty || aspects.collation)
            {
                columns.insert(before.name.clone());
            }
        }
        columns.extend(table.cast.iter().cloned());
        let primary = table.primary_key.iter().filter_map(Pair::dropped);
        let unique = table.uniques.iter().filter_map(Pair::dropped);
        let index = table.indexes.iter().filter_map(Pair::dropped).filter(|i| i.unique);
        let keys = primary
            .map(|k| k.columns.iter().map(|c| c.name.clone()).collect())
            .chain(unique.map(|u| u.columns.iter().map(|c| c.name.clone()).collect()))
            .chain(index.map(column_set))
            .collect();
        Self { columns, keys }
    }

    fn shakes(&self, key: &ForeignKey) -> bool {
        let referenced: BTreeSet<String> = key.referenced_columns.iter().cloned().collect();
        self.columns.iter().any(|c| referenced.contains(c)) || self.keys.contains(&referenced)
    }
}

fn column_set(index: &Index) -> BTreeSet<String> {
    index
        .columns
        .iter()
        .filter_map(|part| match &part.target {
            IndexTarget::Column(name) => Some(name.clone()),
            IndexTarget::Expression(_) => None,
        })
        .collect()
}
