//! What the models' `renamed_from` say: still to be done, or done.

use std::collections::BTreeSet;

use model_core::schema::{EnumType, Schema, Table};

use super::Renames;
use crate::diff::Equivalence;

impl Renames {
    /// The renames that the target's `renamed_from` ask for and that are still to be done: the
    /// old name is in the start, and the new one isn't.
    pub fn declared(from: &Schema, to: &Schema, equivalence: &dyn Equivalence) -> Self {
        let mut renames = Self::default();
        for table in &to.tables {
            let old = table.renamed_from.as_ref().filter(|old| {
                from.table(old).is_some()
                    && from.table(&table.name).is_none()
                    && to.table(old).is_none()
            });
            if let Some(old) = old {
                renames.tables.insert(old.clone(), table.name.clone());
            }
            if let Some(before) = from.table(old.unwrap_or(&table.name)) {
                renames.declare_columns(before, table, equivalence);
                renames.declare_constraints(before, table);
            }
        }
        for enumeration in &to.enums {
            let old = enumeration.renamed_from.as_ref().filter(|old| {
                from.enumeration(old).is_some() && from.enumeration(&enumeration.name).is_none()
            });
            if let Some(old) = old {
                renames.enums.insert(old.clone(), enumeration.name.clone());
            }
            let Some(before) = from.enumeration(old.unwrap_or(&enumeration.name)) else { continue };
            for value in &enumeration.values {
                let Some(old) = &value.renamed_from else { continue };
                if has_value(before, old) && !has_value(before, &value.name) {
                    renames
                        .enum_values
                        .insert((before.name.clone(), old.clone()), value.name.clone());
                }
            }
        }
        renames
    }

    fn declare_columns(&mut self, before: &Table, after: &Table, equivalence: &dyn Equivalence) {
        for column in &after.columns {
            let old = column.renamed_from.as_ref().filter(|old| {
                before.column(old).is_some()
                    && before.column(&column.name).is_none()
                    && after.column(old).is_none()
            });
            if let Some(old) = old {
                self.columns.insert((before.name.clone(), old.clone()), column.name.clone());
            }
            let Some(there) = before.column(old.unwrap_or(&column.name)) else { continue };
            let listed = equivalence.values(before, there);
            let wanted = equivalence.values(after, column);
            let open = column.renamed_values.iter().filter(|(old, new)| {
                listed.contains(old) && !listed.contains(new) && !wanted.contains(old)
            });
            let open: super::Values = open.map(|(old, new)| (old.clone(), new.clone())).collect();
            if !open.is_empty() {
                self.column_values.insert((before.name.clone(), there.name.clone()), open);
            }
        }
    }

    fn declare_constraints(&mut self, before: &Table, after: &Table) {
        let there = names(before);
        for (_, name, old) in renamed_constraints(after) {
            if there.contains(old) && !there.contains(name) {
                self.constraints.insert((before.name.clone(), old.to_owned()), name.to_owned());
            }
        }
    }
}

/// The `renamed_from` that are done, in words: the new name is there and the old one isn't.
pub fn applied(from: &Schema, to: &Schema, equivalence: &dyn Equivalence) -> Vec<String> {
    let mut done = Vec::new();
    let mut add = |what: String, old: &str| done.push(format!("{what}: renamed_from = \"{old}\""));
    for table in &to.tables {
        if let Some(old) = &table.renamed_from
            && from.table(&table.name).is_some()
            && from.table(old).is_none()
        {
            add(format!("table {}", table.name), &old.to_string());
        }
        let Some(before) = from.table(&table.name) else { continue };
        for column in &table.columns {
            let Some(there) = before.column(&column.name) else { continue };
            if let Some(old) =
                column.renamed_from.as_ref().filter(|old| before.column(old).is_none())
            {
                add(format!("column {}.{}", table.name, column.name), old);
            }
            let listed = equivalence.values(before, there);
            for (old, new) in &column.renamed_values {
                if listed.contains(new) && !listed.contains(old) {
                    add(format!("value {new} of {}.{}", table.name, column.name), old);
                }
            }
        }
        let there = names(before);
        for (kind, name, old) in renamed_constraints(table) {
            if there.contains(name) && !there.contains(old) {
                add(format!("{kind} {name} on {}", table.name), old);
            }
        }
    }
    for enumeration in &to.enums {
        let Some(before) = from.enumeration(&enumeration.name) else { continue };
        if let Some(old) = &enumeration.renamed_from
            && from.enumeration(old).is_none()
        {
            add(format!("enum {}", enumeration.name), &old.to_string());
        }
        for value in &enumeration.values {
            if let Some(old) = &value.renamed_from
                && has_value(before, &value.name)
                && !has_value(before, old)
            {
                add(format!("value {} of {}", value.name, enumeration.name), old);
            }
        }
    }
    done
}

fn has_value(enumeration: &EnumType, name: &str) -> bool {
    enumeration.values.iter().any(|value| value.name == name)
}

/// The names of a table's indexes and constraints.
pub(super) fn names(table: &Table) -> BTreeSet<&str> {
    let keys = table.foreign_keys.iter().filter_map(|k| k.name.as_deref());
    let uniques = table.uniques.iter().filter_map(|u| u.name.as_deref());
    let checks = table.checks.iter().filter_map(|c| c.name.as_deref());
    let exclusions = table.exclusions.iter().map(|e| e.name.as_str());
    let indexes = table.indexes.iter().map(|i| i.name.as_str());
    keys.chain(uniques).chain(checks).chain(exclusions).chain(indexes).collect()
}

/// What has a `renamed_from`: its kind, its name, the old one.
fn renamed_constraints(table: &Table) -> impl Iterator<Item = (&'static str, &str, &str)> {
    let indexes = table.indexes.iter().map(|i| ("index", Some(&i.name), &i.renamed_from));
    let uniques = table.uniques.iter().map(|u| ("unique", u.name.as_ref(), &u.renamed_from));
    let keys = table.foreign_keys.iter().map(|k| ("foreign key", k.name.as_ref(), &k.renamed_from));
    let checks = table.checks.iter().map(|c| ("check", c.name.as_ref(), &c.renamed_from));
    indexes
        .chain(uniques)
        .chain(keys)
        .chain(checks)
        .filter_map(|(kind, name, old)| Some((kind, name?.as_str(), old.as_deref()?)))
}
