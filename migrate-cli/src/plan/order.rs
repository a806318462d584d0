use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ForeignKey, QualifiedName, Table};

/// An order in which tables can be made, parents first.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct CreationOrder {
    /// Every table, each after the tables that its keys lead to, by name where that leaves a choice.
    pub tables: Vec<QualifiedName>,
    /// Keys that close a cycle between tables: to be added when all tables are there.
    pub deferred: Vec<(QualifiedName, ForeignKey)>,
}

/// Orders tables by their foreign keys, and those below others after them. Keys to a table outside
/// the list, and to the table itself, do not count.
///
/// Dropping goes the other way: deferred keys first, then the tables in reverse.
pub fn creation_order(tables: &[&Table]) -> CreationOrder {
    let names: BTreeSet<&QualifiedName> = tables.iter().map(|t| &t.name).collect();
    let mut waiting: BTreeMap<&QualifiedName, Waiting> = BTreeMap::new();
    let mut followers: BTreeMap<&QualifiedName, Vec<(&QualifiedName, Follows)>> = BTreeMap::new();
    for table in tables {
        let entry = waiting.entry(&table.name).or_default();
        for above in table.parents().filter(|p| names.contains(p)) {
            entry.above += 1;
            followers.entry(above).or_default().push((&table.name, Follows::Below));
        }
        let keys = table.foreign_keys.iter();
        for key in keys.filter(|k| k.references != table.name && names.contains(&k.references)) {
            entry.keys.push(key);
            followers.entry(&key.references).or_default().push((&table.name, Follows::Key));
        }
        entry.open = entry.keys.len();
    }
    // Those that stand below none that is missing, the ones with the fewest keys open first, then by name.
    let mut next: BTreeSet<(usize, &QualifiedName)> = waiting
        .iter()
        .filter(|(_, table)| table.above == 0)
        .map(|(name, table)| (table.open, *name))
        .collect();
    let mut order = CreationOrder::default();
    let mut made: BTreeSet<&QualifiedName> = BTreeSet::new();
    while let Some((open, name)) = next.pop_first() {
        if open > 0 {
            // Every table left waits for another: it is cut here, which keeps the number of keys added
            // afterwards low.
            let keys = waiting.get(name).into_iter().flat_map(|table| &table.keys);
            let cut = keys.filter(|key| !made.contains(&key.references));
            order.deferred.extend(cut.map(|key| (name.clone(), (*key).clone())));
        }
        made.insert(name);
        order.tables.push(name.clone());
        for (follower, how) in followers.get(name).into_iter().flatten() {
            let Some(table) = waiting.get_mut(follower).filter(|_| !made.contains(follower)) else {
                continue;
            };
            let was_next = next.remove(&(table.open, *follower));
            match how {
                Follows::Below => table.above -= 1,
                Follows::Key => table.open -= 1,
            }
            if was_next || table.above == 0 {
                next.insert((table.open, *follower));
            }
        }
    }
    order
}

/// What a table still waits for.
#[derive(Default)]
struct Waiting<'a> {
    /// How many of the tables above it are missing.
    above: usize,
    keys: Vec<&'a ForeignKey>,
    /// How many of its keys lead to tables that are missing.
    open: usize,
}

enum Follows {
    Below,
    Key,
}

#[cfg(test)]
mod tests {
    use super::*;

    fn table(name: &str, parents: &[&str]) -> Table {
        let mut table = Table::new(name);
        for parent in parents {
            table.foreign_keys.push(ForeignKey {
                name: Some(format!("fk_{name}_{parent}")),
                references: QualifiedName::new(*parent),
                ..ForeignKey::default()
            });
        }
        table
    }

    fn names(order: &CreationOrder) -> Vec<&str> {
        order.tables.iter().map(|t| t.name.as_str()).collect()
    }

    #[test]
    fn parents_come_first_then_names() {
        let (a, b, c) = (table("a", &["c"]), table("b", &[]), table("c", &["c"]));
        assert_eq!(names(&creation_order(&[&a, &b, &c])), ["b", "c", "a"]);
    }

    #[test]
    fn a_cycle_is_cut_at_a_key() {
        let (a, b) = (table("a", &["b"]), table("b", &["a"]));
        let order = creation_order(&[&a, &b]);
        assert_eq!(names(&order), ["a", "b"]);
        assert_eq!(order.deferred.len(), 1);
        assert_eq!(order.deferred[0].1.name.as_deref(), Some("fk_a_b"));
    }
}
