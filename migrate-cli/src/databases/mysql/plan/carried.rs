//! Foreign keys that a table's own statement carries along.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ForeignKey, QualifiedName, Table};

use super::foreign_key::{ForeignKeyPlan, Keys};
use super::table::TablePlan;
use crate::diff::SchemaDiff;

/// Foreign keys that need no statement of their own, because nothing else waits for them.
pub struct Carried {
    /// To be dropped, by the table's name in the start.
    pub drops: Keys,
    /// To be added, by the table's name in the target.
    pub adds: Keys,
}

impl Carried {
    /// Takes them out of the plan for the keys.
    pub fn take(
        diff: &SchemaDiff,
        plans: &BTreeMap<QualifiedName, TablePlan>,
        keys: &mut ForeignKeyPlan,
    ) -> Self {
        let dropped: BTreeSet<&QualifiedName> = diff.dropped_tables().map(|t| &t.name).collect();
        let lower = |keys: &mut dyn Iterator<Item = &ForeignKey>| -> BTreeSet<String> {
            keys.filter_map(|k| k.name.as_ref()).map(|name| name.to_lowercase()).collect()
        };
        let mut taken = lower(&mut keys.adds.values().flatten());
        taken.extend(lower(&mut diff.added_tables().flat_map(|t: &Table| &t.foreign_keys)));
        let is_kept = |table: &QualifiedName| {
            plans.get(table).is_some_and(|plan| !plan.only_renames)
                && diff.renames.table(table) == *table
        };
        let drops = take(&mut keys.drops, |table, key| {
            is_kept(table)
                && !plans.contains_key(&key.references)
                && !dropped.contains(&key.references)
                && key.name.as_ref().is_some_and(|n| !taken.contains(&n.to_lowercase()))
        });
        let changed_after: BTreeSet<QualifiedName> =
            plans.keys().map(|before| diff.renames.table(before)).collect();
        let adds = take(&mut keys.adds, |table, key| {
            is_kept(table) && !changed_after.contains(&key.references)
        });
        Self { drops, adds }
    }
}

fn take(keys: &mut Keys, wanted: impl Fn(&QualifiedName, &ForeignKey) -> bool) -> Keys {
    let mut taken = Keys::new();
    for (table, of_table) in keys.iter_mut() {
        let (take, leave): (Vec<_>, Vec<_>) = of_table.drain(..).partition(|k| wanted(table, k));
        *of_table = leave;
        if !take.is_empty() {
            taken.insert(table.clone(), take);
        }
    }
    keys.retain(|_, of_table| !of_table.is_empty());
    taken
}
