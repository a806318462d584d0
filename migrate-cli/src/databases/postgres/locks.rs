//! Which changes keep others waiting for as long as a table is big.

use model_core::schema::{
    Check, ForeignKey, Index, IndexColumn, IndexTarget, KeyColumn, PrimaryKey, Unique,
};

use crate::databases::locks::{Lock, called, stays, strongest};
use crate::diff::{Change, ColumnChange, SchemaDiff, TableChange, TableDiff};
use crate::hazard::{Hazard, HazardKind};
use crate::lint::added;
use crate::retype::Retype;

/// See [`Dialect::locks`](crate::dialect::Dialect::locks).
pub fn locks(diff: &SchemaDiff, retype: impl Fn(&str, &str) -> Retype) -> Vec<Hazard> {
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
        let columns =
            |names: &[String]| -> Vec<String> { names.iter().map(|c| after(table, c)).collect() };
        let key = |columns: &[KeyColumn]| -> Vec<KeyColumn> {
            columns.iter().map(|c| KeyColumn { name: after(table, &c.name), ..c.clone() }).collect()
        };
        let same = |b: &PrimaryKey, a: &PrimaryKey| {
            let columns = key(&b.columns);
            *a == PrimaryKey { name: a.name.clone(), columns, ..b.clone() }
        };
        if table.primary_key.iter().any(|c| is_made(c, same)) {
            reads("while the index of the primary key is built".to_owned());
        }
        let same = |b: &Unique, a: &Unique| {
            let (name, renamed_from) = (a.name.clone(), a.renamed_from.clone());
            *a == Unique { name, renamed_from, columns: key(&b.columns), ..b.clone() }
        };
        for unique in table.uniques.iter().filter(|c| is_made(c, same)).filter_map(added) {
            reads(format!("while the index of unique {} is built", called(&unique.name)));
        }
        // Looking at rows for what was not valid keeps nobody out.
        let same =
            |b: &Check, a: &Check| b.expression == a.expression && b.no_inherit == a.no_inherit;
        for check in table.checks.iter().filter(|c| is_made(c, same)).filter_map(added) {
            if !check.not_valid {
                reads(format!("while every row is checked for {}", called(&check.name)));
            }
        }
        let mut parents = Vec::new();
        let same = |b: &Index, a: &Index| {
            let parts = b.columns.iter().zip(&a.columns).all(|(b, a)| {
                let same_target = match (&b.target, &a.target) {
                    (IndexTarget::Column(b), IndexTarget::Column(a)) => after(table, b) == *a,
                    (b, a) => b == a,
                };
                same_target && IndexColumn { target: a.target.clone(), ..b.clone() } == *a
            });
            let (name, renamed_from) = (a.name.clone(), a.renamed_from.clone());
            let (columns, definition) = (a.columns.clone(), a.definition.clone());
            let renamed = Index { name, renamed_from, columns, definition, ..b.clone() };
            parts && b.columns.len() == a.columns.len() && renamed == *a
        };
        for index in table.indexes.iter().filter(|c| is_made(c, same)).filter_map(added) {
            let why = format!("while index {} is built", index.name);
            locks.push((HazardKind::BlocksWrites, "SHARE", why));
        }
        let same = |b: &ForeignKey, a: &ForeignKey| {
            let mut b = ForeignKey { columns: columns(&b.columns), ..b.clone() };
            b.name.clone_from(&a.name);
            b.renamed_from.clone_from(&a.renamed_from);
            b.on_delete_columns = columns(&b.on_delete_columns);
            let parent = |c: &String| diff.renames.column(&b.references, c).to_owned();
            b.referenced_columns = b.referenced_columns.iter().map(parent).collect();
            b.references = diff.renames.table(&b.references);
            b.not_valid &= a.not_valid;
            b == *a
        };
        for key in table.foreign_keys.iter().filter(|c| is_made(c, same)).filter_map(added) {
            if !key.not_valid {
                let why = format!("while foreign key {} is checked", called(&key.name));
                // Nobody waits for a table that is new.
                let made = |t: &TableChange| matches!(t, TableChange::Created(t) if t.name == key.references);
                if !diff.tables.iter().any(made) {
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

/// A column's name in the target.
fn after(table: &TableDiff, column: &str) -> String {
    table.name_after(column).unwrap_or(column).to_owned()
}

/// Whether it is made, or made anew: one that only gets another name stays.
fn is_made<T>(change: &Change<T>, same: impl Fn(&T, &T) -> bool) -> bool {
    match change {
        Change::Added(_) => true,
        Change::Dropped(_) => false,
        Change::Altered { before, after } => !same(before, after),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::diff::{Renames, diff};
    use model_core::schema::{Schema, Table, TableName};

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
            references: TableName::new("parent"),
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
                references: TableName::new("parent"),
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
