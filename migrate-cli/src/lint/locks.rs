//! Which changes keep others waiting for as long as a table is big: pure, a function a database.
//!
//! Locks that are held for a moment only are not told: every change of a table takes one.

use super::counts::added;
use super::{Hazard, HazardKind};
use crate::diff::{ColumnChange, SchemaDiff, TableChange, TableDiff};
use crate::lint::types::Retype;

/// One lock: which kind of danger, which lock, and why.
type Lock = (HazardKind, &'static str, String);

/// PostgreSQL.
pub fn postgres(diff: &SchemaDiff, retype: impl Fn(&str, &str) -> Retype) -> Vec<Hazard> {
    const EXCLUSIVE: &str = "ACCESS EXCLUSIVE";
    let mut found = Vec::new();
    for table in stays(diff) {
        let mut locks: Vec<Lock> = Vec::new();
        let mut reads = |why: String| locks.push((HazardKind::BlocksReads, EXCLUSIVE, why));
        for change in &table.columns {
            match change {
                ColumnChange::Altered { before, after, aspects } => {
                    let name = &after.name;
                    let types = (before.ty.native(), after.ty.native());
                    let rewrites = matches!(types, (Some(a), Some(b)) if retype(a, b).rewrites);
                    if aspects.ty && rewrites {
                        reads(format!("while the type of {name} changes"));
                    }
                    if aspects.nullable && !after.nullable {
                        reads(format!("while every row's {name} is looked at for NULL"));
                    }
                }
                ColumnChange::Added(column) => {
                    if column.generated.as_ref().is_some_and(|g| g.stored)
                        || !column.generation.is_none()
                    {
                        reads(format!("while every row gets its {}", column.name));
                    }
                }
                ColumnChange::Dropped(_) => {}
            }
        }
        if table.primary_key.as_ref().and_then(added).is_some() {
            reads("while the index of the primary key is built".to_owned());
        }
        for unique in table.uniques.iter().filter_map(added) {
            reads(format!("while the index of unique {} is built", called(&unique.name)));
        }
        for check in table.checks.iter().filter_map(added).filter(|c| !c.not_valid) {
            reads(format!("while every row is checked for {}", called(&check.name)));
        }
        let mut parents = Vec::new();
        for index in table.indexes.iter().filter_map(added) {
            let why = format!("while index {} is built", index.name);
            locks.push((HazardKind::BlocksWrites, "SHARE", why));
        }
        for key in table.foreign_keys.iter().filter_map(added).filter(|k| !k.not_valid) {
            let why = format!("while foreign key {} is checked", called(&key.name));
            parents.push((key.references.to_string(), why.clone()));
            locks.push((HazardKind::BlocksWrites, "SHARE ROW EXCLUSIVE", why));
        }
        found.extend(strongest(&table.before.name.to_string(), locks));
        for (parent, why) in parents.into_iter().filter(|(p, _)| *p != table.after.name.to_string())
        {
            let lock = (HazardKind::BlocksWrites, "SHARE ROW EXCLUSIVE", why);
            found.extend(strongest(&parent, vec![lock]));
        }
    }
    found
}

/// MariaDB and MySQL: what can't be done in place copies the table, and nobody writes meanwhile.
pub fn mysql(diff: &SchemaDiff, retype: impl Fn(&str, &str) -> Retype) -> Vec<Hazard> {
    let mut found = Vec::new();
    for table in stays(diff) {
        let mut locks: Vec<Lock> = Vec::new();
        let mut writes = |why: String| locks.push((HazardKind::BlocksWrites, "SHARED", why));
        for change in &table.columns {
            match change {
                ColumnChange::Altered { before, after, aspects } => {
                    let types = (before.ty.native(), after.ty.native());
                    let rewrites = matches!(types, (Some(a), Some(b)) if retype(a, b).rewrites);
                    if (aspects.ty && rewrites) || aspects.collation || aspects.generated {
                        writes(format!("while the table is copied for {}", after.name));
                    }
                }
                ColumnChange::Added(column) => {
                    if column.generated.as_ref().is_some_and(|g| g.stored) {
                        writes(format!("while every row gets its {}", column.name));
                    }
                }
                ColumnChange::Dropped(_) => {}
            }
        }
        for check in table.checks.iter().filter_map(added) {
            writes(format!("while every row is checked for {}", called(&check.name)));
        }
        for key in table.foreign_keys.iter().filter_map(added) {
            writes(format!("while foreign key {} is checked", called(&key.name)));
        }
        found.extend(strongest(&table.before.name.to_string(), locks));
    }
    found
}

fn stays(diff: &SchemaDiff) -> impl Iterator<Item = &TableDiff> {
    diff.tables.iter().filter_map(|change| match change {
        TableChange::Altered(table) => Some(table.as_ref()),
        TableChange::Created(_) | TableChange::Dropped(_) => None,
    })
}

/// One danger a table: who is kept from reading is kept from writing too.
fn strongest(table: &str, locks: Vec<Lock>) -> Option<Hazard> {
    // `BlocksReads` is the greater of the two.
    let (kind, lock, _) = locks.iter().max_by_key(|(kind, ..)| *kind)?;
    let reasons: Vec<&str> =
        locks.iter().filter(|(other, ..)| other == kind).map(|(.., why)| why.as_str()).collect();
    let object = format!("table {table}");
    let message = format!("{object} is locked ({lock}) {}", reasons.join(" and "));
    Some(Hazard::new(*kind, object, message))
}

fn called(name: &Option<String>) -> &str {
    name.as_deref().unwrap_or("without a name")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::{Change, Renames, diff};
    use model_core::schema::{ForeignKey, Index, Schema, Table, TableName};

    struct Exact;
    impl crate::diff::Equivalence for Exact {}

    fn with(edit: impl FnOnce(&mut Table)) -> SchemaDiff {
        let schema = |table: Table| Schema {
            complete: true,
            tables: vec![table, Table::new("parent")],
            ..Schema::default()
        };
        let before = Table::new("child");
        let mut after = before.clone();
        edit(&mut after);
        diff(&schema(before), &schema(after), &Renames::default(), &Exact)
    }

    #[test]
    fn an_index_keeps_writers_out() {
        let diff = with(|t| t.indexes.push(Index { name: "ix".into(), ..Index::default() }));
        let found = postgres(&diff, |_, _| Retype::default());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kind, HazardKind::BlocksWrites);
        assert!(mysql(&diff, |_, _| Retype::default()).is_empty());
    }

    #[test]
    fn a_key_keeps_writers_out_of_both_tables() {
        let diff = with(|t| {
            t.foreign_keys.push(ForeignKey {
                name: Some("fk".into()),
                references: TableName::new("parent"),
                ..ForeignKey::default()
            });
        });
        assert!(matches!(diff.tables[0], TableChange::Altered(ref t)
            if matches!(t.foreign_keys[0], Change::Added(_))));
        let objects: Vec<String> =
            postgres(&diff, |_, _| Retype::default()).into_iter().map(|h| h.object).collect();
        assert_eq!(objects, ["table child", "table parent"]);
    }
}
