//! What models leave to the database: names that differ in nothing else, and what a model can't say.

use model_core::schema::{
    Check, ForeignKey, IndexTarget, KeyColumn, QualifiedName, Schema, Table, Unique,
};

use super::{Equivalence, Renames};

/// Gives each constraint and index of `to` that is in `from` under another name the name that it has
/// there, and says whether there was one.
pub fn keep_names(
    from: &Schema,
    to: &mut Schema,
    renames: &Renames,
    equivalence: &dyn Equivalence,
) -> bool {
    let renames = renames.with_same_identifiers(from, to, equivalence);
    let mut any = false;
    let kept = renames.kept_tables(from);
    for after in &mut to.tables {
        if let Some(before) = kept.get(&after.name).copied() {
            let keeper = Keeper { before, renames: &renames, equivalence };
            any |= keeper.keep(after);
        }
    }
    any
}

struct Keeper<'a> {
    before: &'a Table,
    renames: &'a Renames,
    equivalence: &'a dyn Equivalence,
}

impl Keeper<'_> {
    fn keep(&self, after: &mut Table) -> bool {
        let mut any = false;
        let before = self.before;
        if let (Some(key), Some(there)) = (&mut after.primary_key, &before.primary_key)
            && self.same_keys(&there.columns, &key.columns)
            && key.name != there.name
        {
            key.name.clone_from(&there.name);
            any = true;
        }
        any |= take(
            &before.uniques,
            &mut after.uniques,
            |unique| unique.name.as_deref(),
            |there, own| {
                self.same_keys(&there.columns, &own.columns)
                    && there.nulls_not_distinct == own.nulls_not_distinct
            },
            |own, there| own.name.clone_from(&there.name),
        );
        any |= take(
            &before.foreign_keys,
            &mut after.foreign_keys,
            |key| key.name.as_deref(),
            |there, own| {
                self.renames.table(&there.references) == own.references
                    && self.same_columns(&there.columns, &own.columns)
            },
            |own, there| own.name.clone_from(&there.name),
        );
        any |= take(
            &before.checks,
            &mut after.checks,
            |check| check.name.as_deref(),
            |there, own| self.same_expression(&there.expression, &own.expression),
            |own, there| {
                own.name.clone_from(&there.name);
                own.column.clone_from(&there.column);
            },
        );
        any |= take(
            &before.exclusions,
            &mut after.exclusions,
            |exclusion| Some(&exclusion.name),
            |there, own| self.same_expression(&there.definition, &own.definition),
            |own, there| own.name.clone_from(&there.name),
        );
        any |= take(
            &before.indexes,
            &mut after.indexes,
            |index| Some(&index.name),
            |there, own| {
                there.unique == own.unique
                    && there.columns.len() == own.columns.len()
                    && there.columns.iter().zip(&own.columns).all(|(b, a)| {
                        let same_target = match (&b.target, &a.target) {
                            (IndexTarget::Column(b), IndexTarget::Column(a)) => {
                                self.same_column(b, a)
                            }
                            (IndexTarget::Expression(b), IndexTarget::Expression(a)) => {
                                self.same_expression(b, a)
                            }
                            _ => false,
                        };
                        same_target && b.order == a.order && b.prefix == a.prefix
                    })
                    && (own.method.is_none() || there.method == own.method)
                    && match (&there.predicate, &own.predicate) {
                        (None, None) => true,
                        (Some(b), Some(a)) => self.same_expression(b, a),
                        _ => false,
                    }
            },
            |own, there| own.name.clone_from(&there.name),
        );
        any
    }

    fn same_column(&self, before: &str, after: &str) -> bool {
        let own = self.renames.column(&self.before.name, before);
        self.equivalence.same_identifier(own, after)
    }

    fn same_columns(&self, before: &[String], after: &[String]) -> bool {
        before.len() == after.len() && before.iter().zip(after).all(|(b, a)| self.same_column(b, a))
    }

    fn same_keys(&self, before: &[KeyColumn], after: &[KeyColumn]) -> bool {
        before.len() == after.len()
            && before.iter().zip(after).all(|(b, a)| self.same_column(&b.name, &a.name))
    }

    fn same_expression(&self, before: &str, after: &str) -> bool {
        let renamed: Vec<(String, String)> = self
            .before
            .columns
            .iter()
            .map(|column| {
                let after = self.renames.column(&self.before.name, &column.name);
                (column.name.clone(), after.to_owned())
            })
            .collect();
        self.equivalence.same_expression(before, after)
            || self
                .equivalence
                .same_expression(&self.equivalence.renamed_expression(before, &renamed), after)
    }
}

/// Pairs what has no namesake, each with the first that says the same.
fn take<T>(
    before: &[T],
    after: &mut [T],
    name: impl Fn(&T) -> Option<&str>,
    same: impl Fn(&T, &T) -> bool,
    set: impl Fn(&mut T, &T),
) -> bool {
    let named = |list: &[T], of: &T| {
        name(of).is_some_and(|of| list.iter().any(|other| name(other) == Some(of)))
    };
    let mut free: Vec<&T> = before.iter().filter(|there| !named(after, there)).collect();
    let is_known: Vec<bool> = after.iter().map(|own| named(before, own)).collect();
    let mut any = false;
    for (own, _) in after.iter_mut().zip(is_known).filter(|(_, is_known)| !is_known) {
        let Some(at) = free.iter().position(|there| same(there, own)) else { continue };
        let there = free.remove(at);
        if name(own) != name(there) {
            set(own, there);
            any = true;
        }
    }
    any
}

/// Puts into `to` what its models say that they leave as it is in `from`: constraints and indexes
/// that they can't say.
pub fn leave(from: &Schema, to: &mut Schema) {
    for table in &mut to.tables {
        let keeps = std::mem::take(&mut table.keeps);
        let old = |name: &QualifiedName| from.table(name);
        let there = old(&table.name).or_else(|| table.renamed_from.as_ref().and_then(old));
        let Some(there) = there.filter(|_| !keeps.is_empty()) else { continue };
        let is_kept = |label: String| keeps.contains(&label);
        add(&there.foreign_keys, &mut table.foreign_keys, |key| is_kept(foreign_key_label(key)));
        add(&there.uniques, &mut table.uniques, |unique| is_kept(unique_label(unique)));
        add(&there.checks, &mut table.checks, |check| is_kept(check_label(check)));
        add(&there.exclusions, &mut table.exclusions, |exclusion| is_kept(exclusion.name.clone()));
        add(&there.indexes, &mut table.indexes, |index| is_kept(index.name.clone()));
    }
}

fn add<T: Clone + PartialEq>(there: &[T], own: &mut Vec<T>, is_kept: impl Fn(&T) -> bool) {
    for kept in there.iter().filter(|object| is_kept(object)) {
        if !own.contains(kept) {
            own.push(kept.clone());
        }
    }
}

/// The name of a key, or what it is known by where it has none.
pub fn foreign_key_label(key: &ForeignKey) -> String {
    key.name.clone().unwrap_or_else(|| {
        format!("foreign key ({}) to {}", key.columns.join(", "), key.references)
    })
}

/// The name of a unique constraint, or what it is known by where it has none.
pub fn unique_label(unique: &Unique) -> String {
    let columns: Vec<&str> = unique.columns.iter().map(|column| column.name.as_str()).collect();
    unique.name.clone().unwrap_or_else(|| format!("unique ({})", columns.join(", ")))
}

/// The name of a check, or what it is known by where it has none.
pub fn check_label(check: &Check) -> String {
    let label = || match &check.column {
        Some(column) => format!("check of {column}"),
        None => format!("check ({})", check.expression),
    };
    check.name.clone().unwrap_or_else(label)
}
