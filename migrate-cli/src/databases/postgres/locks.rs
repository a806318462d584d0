//! Which changes keep others waiting for as long as a table is big.

use crate::databases::locks::{Lock, called, strongest};
use crate::diff::{Aspects, Change, CheckAspects, ForeignKeyAspects, SchemaDiff};
use crate::hazard::{Hazard, HazardKind};
use crate::retype::Retype;

/// See [`Dialect::locks`](crate::dialect::Dialect::locks).
pub fn locks(diff: &SchemaDiff, retype: impl Fn(&str, &str) -> Retype) -> Vec<Hazard> {
    const EXCLUSIVE: &str = "ACCESS EXCLUSIVE";
    let mut found = Vec::new();
    for table in diff.kept_tables() {
        let mut locks: Vec<Lock> = Vec::new();
        let mut reads = |why: String| locks.push((HazardKind::BlocksReads, EXCLUSIVE, why));
        for change in &table.columns {
            match change {
                Change::Altered { before, after, aspects } => {
                    let name = &after.name;
                    let types = (before.ty.native(), after.ty.native());
                    let rewrites = matches!(types, (Some(a), Some(b)) if retype(a, b).rewrites);
                    if aspects.ty && rewrites {
                        reads(format!("while the type of {name} changes"));
                    }
                    // To look at rows afterwards keeps nobody out.
                    if before.nullable && after.forbids_null() {
                        reads(format!("while every row's {name} is looked at for NULL"));
                    }
                }
                Change::Added(column) => {
                    if column.computed.as_ref().is_some_and(|g| g.stored)
                        || !column.identity.is_none()
                    {
                        reads(format!("while every row gets its {}", column.name));
                    }
                }
                Change::Renamed { .. } | Change::Dropped(_) => {}
            }
        }
        if table.primary_key.iter().any(|c| c.made(is_rebuilt).is_some()) {
            reads("while the index of the primary key is built".to_owned());
        }
        for unique in table.uniques.iter().filter_map(|c| c.made(is_rebuilt)) {
            reads(format!("while the index of unique {} is built", called(&unique.name)));
        }
        // Looking at rows for what was not valid keeps nobody out.
        let is_checked = |aspects: CheckAspects| {
            aspects.expression || aspects.no_inherit || aspects.not_enforced
        };
        for check in table.checks.iter().filter_map(|c| c.made(is_checked)) {
            if !check.not_valid && !check.not_enforced {
                reads(format!("while every row is checked for {}", called(&check.name)));
            }
        }
        let mut parents = Vec::new();
        for index in table.indexes.iter().filter_map(|c| c.made(is_rebuilt)) {
            let why = format!("while index {} is built", index.name);
            locks.push((HazardKind::BlocksWrites, "SHARE", why));
        }
        let only_validated =
            ForeignKeyAspects { name: true, not_valid: true, comment: true, ..Default::default() };
        for key in
            table.foreign_keys.iter().filter_map(|c| c.made(|a| !a.is_within(only_validated)))
        {
            if !key.not_valid && !key.not_enforced {
                let why = format!("while foreign key {} is checked", called(&key.name));
                // Nobody waits for a table that is new.
                if !diff.added_tables().any(|t| t.name == key.references) {
                    parents.push((key.references.to_string(), why.clone()));
                }
                locks.push((HazardKind::BlocksWrites, "SHARE ROW EXCLUSIVE", why));
            }
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

/// Whether more differs than the name and the comment.
fn is_rebuilt<A: Aspects>(aspects: A) -> bool {
    !aspects.is_within(A::labels())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::{Renames, TableChange, diff};
    use model_core::schema::{ForeignKey, Index, QualifiedName, Schema, Table};

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
        let found = locks(&diff, |_, _| Retype::default());
        assert_eq!(found.len(), 1);
        assert_eq!(found[0].kind, HazardKind::BlocksWrites);
    }

    #[test]
    fn another_name_keeps_nobody_out() {
        let key = |name: &str| ForeignKey {
            name: Some(name.into()),
            references: QualifiedName::new("parent"),
            ..ForeignKey::default()
        };
        let schema = |name: &str| {
            let mut child = Table::new("child");
            child.foreign_keys.push(key(name));
            Schema { tables: vec![child, Table::new("parent")], ..Schema::default() }
        };
        let diff = diff(&schema("a"), &schema("b"), &Renames::default(), &Exact);
        assert!(matches!(diff.tables[0], TableChange::Altered(_)));
        assert!(locks(&diff, |_, _| Retype::default()).is_empty());
    }

    #[test]
    fn a_key_keeps_writers_out_of_both_tables() {
        let diff = with(|t| {
            t.foreign_keys.push(ForeignKey {
                name: Some("fk".into()),
                references: QualifiedName::new("parent"),
                ..ForeignKey::default()
            });
        });
        assert!(matches!(diff.tables[0], TableChange::Altered(ref t)
            if matches!(t.foreign_keys[0], Change::Added(_))));
        let objects: Vec<String> =
            locks(&diff, |_, _| Retype::default()).into_iter().map(|h| h.object).collect();
        assert_eq!(objects, ["table child", "table parent"]);
    }
}
