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
    let mut above: BTreeMap<&QualifiedName, Vec<&QualifiedName>> = BTreeMap::new();
    let mut parents: BTreeMap<&QualifiedName, Vec<&ForeignKey>> = BTreeMap::new();
    for table in tables {
        above.insert(&table.name, table.parents().filter(|p| names.contains(p)).collect());
        let keys = parents.entry(&table.name).or_default();
        keys.extend(
            table
                .foreign_keys
                .iter()
                .filter(|k| k.references != table.name && names.contains(&k.references)),
        );
    }
    let mut order = CreationOrder::default();
    let mut made: BTreeSet<&QualifiedName> = BTreeSet::new();
    let has_parents = |made: &BTreeSet<&QualifiedName>, name: &QualifiedName| {
        above.get(name).is_none_or(|above| above.iter().all(|parent| made.contains(parent)))
    };
    while made.len() < names.len() {
        let ready: Vec<&QualifiedName> = parents
            .iter()
            .filter(|(name, keys)| {
                !made.contains(**name)
                    && has_parents(&made, name)
                    && keys.iter().all(|k| made.contains(&k.references))
            })
            .map(|(name, _)| *name)
            .collect();
        if let Some(name) = ready.first() {
            made.insert(name);
            order.tables.push((*name).clone());
            continue;
        }
        // Every table left waits for another: cut at the one with the fewest keys open, which
        // keeps the number of keys added afterwards low.
        let Some((name, _)) = parents
            .iter()
            .filter(|(name, _)| !made.contains(**name) && has_parents(&made, name))
            .map(|(name, keys)| {
                (*name, keys.iter().filter(|k| !made.contains(&k.references)).count())
            })
            .min_by_key(|(_, open)| *open)
        else {
            break;
        };
        if let Some(keys) = parents.get_mut(name) {
            let (kept, cut): (Vec<_>, Vec<_>) =
                keys.iter().partition(|k| made.contains(&k.references));
            order.deferred.extend(cut.into_iter().map(|k: &ForeignKey| (name.clone(), k.clone())));
            *keys = kept;
        }
    }
    order
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
