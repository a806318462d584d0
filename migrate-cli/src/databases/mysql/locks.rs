//! Which changes keep others waiting for as long as a table is big.

use crate::databases::locks::{Lock, called, strongest};
use crate::diff::{Change, SchemaDiff};
use crate::hazard::{Hazard, HazardKind};
use crate::retype::Retype;

/// MariaDB and MySQL: what can't be done in place copies the table, and nobody writes meanwhile.
pub fn locks(diff: &SchemaDiff, retype: impl Fn(&str, &str) -> Retype) -> Vec<Hazard> {
    let mut found = Vec::new();
    for table in diff.kept_tables() {
        let mut locks: Vec<Lock> = Vec::new();
        let mut writes = |why: String| locks.push((HazardKind::BlocksWrites, "SHARED", why));
        for change in &table.columns {
            match change {
                Change::Altered { before, after, aspects } => {
                    let types = (before.ty.native(), after.ty.native());
                    let rewrites = matches!(types, (Some(a), Some(b)) if retype(a, b).rewrites);
                    if (aspects.ty && rewrites) || aspects.collation || aspects.computed {
                        writes(format!("while the table is copied for {}", after.name));
                    }
                }
                Change::Added(column) => {
                    if column.computed.as_ref().is_some_and(|g| g.stored) {
                        writes(format!("while every row gets its {}", column.name));
                    }
                }
                Change::Renamed { .. } | Change::Dropped(_) => {}
            }
        }
        let enforced = table.checks.iter().filter_map(Change::after).filter(|c| !c.not_enforced);
        for check in enforced {
            writes(format!("while every row is checked for {}", called(&check.name)));
        }
        for key in table.foreign_keys.iter().filter_map(Change::after) {
            writes(format!("while foreign key {} is checked", called(&key.name)));
        }
        found.extend(strongest(&table.before.name.to_string(), locks));
    }
    found
}
