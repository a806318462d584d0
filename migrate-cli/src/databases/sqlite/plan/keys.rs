//! Foreign keys: which tables are led to while a migration runs, when enforcement has to be off, and
//! how a migration without it makes sure that no row lost its parent.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ForeignKey, ObjectKind, Schema, Table};

use super::names::{Fates, TableAtEnd, find_table, fold, temporary};
use crate::databases::sqlite::statement::Statement;
use crate::diff::{Change, SchemaDiff, TableDiff};

/// The keys that stand in the database at one moment of the migration: child and parent by what
/// becomes of them.
pub(super) struct Keys<'a> {
    /// For each child its parents, and the other way round.
    parents: BTreeMap<TableAtEnd, BTreeSet<TableAtEnd>>,
    children: BTreeMap<TableAtEnd, BTreeSet<TableAtEnd>>,
    /// The columns that keys lead to at the start, by the folded name of the table.
    named: BTreeMap<String, Vec<&'a str>>,
}

impl<'a> Keys<'a> {
    /// Those at the start.
    pub fn at_start(diff: &'a SchemaDiff, fates: &Fates<'_>) -> Self {
        let mut keys =
            Self { parents: BTreeMap::new(), children: BTreeMap::new(), named: BTreeMap::new() };
        for table in &diff.from.tables {
            for key in &table.foreign_keys {
                let child = fates.at_end(&table.name.name);
                keys.insert(child, fates.at_end(&key.references.name));
                let named = keys.named.entry(fold(&key.references.name)).or_default();
                named.extend(key.referenced_columns.iter().map(String::as_str));
            }
        }
        // Tables outside the scope are led to ours just the same.
        for other in diff.from.objects.iter().filter(|o| o.kind == ObjectKind::Dependent) {
            for reference in &other.references {
                let parent = fates.at_end(&reference.table.name);
                keys.insert(TableAtEnd::named(&other.name.name), parent);
            }
        }
        keys
    }

    fn insert(&mut self, child: TableAtEnd, parent: TableAtEnd) {
        self.children.entry(parent.clone()).or_default().insert(child.clone());
        self.parents.entry(child).or_default().insert(parent);
    }

    /// The columns that keys lead to at the start, by the table's name there.
    pub fn named_columns(&self, table: &str) -> impl Iterator<Item = &'a str> {
        self.named.get(&fold(table)).into_iter().flatten().copied()
    }

    /// The tables that keys of this one lead to.
    pub fn parents_of(&self, table: &TableAtEnd) -> Vec<TableAtEnd> {
        self.parents.get(table).into_iter().flatten().cloned().collect()
    }

    /// Whether any table leads to this one, itself included.
    pub fn lead_to(&self, table: &TableAtEnd) -> bool {
        self.children.get(table).is_some_and(|children| !children.is_empty())
    }

    /// Whether any other table leads to this one.
    pub fn others_lead_to(&self, table: &TableAtEnd) -> bool {
        self.children.get(table).into_iter().flatten().any(|child| child != table)
    }

    /// A table went.
    pub fn remove(&mut self, table: &TableAtEnd) {
        for parent in self.parents.remove(table).unwrap_or_default() {
            if let Some(children) = self.children.get_mut(&parent) {
                children.remove(table);
            }
        }
    }

    /// A table was made, perhaps in place of another.
    pub fn replace(&mut self, table: &Table) {
        let child = TableAtEnd::named(&table.name.name);
        self.remove(&child);
        for key in &table.foreign_keys {
            self.insert(child.clone(), TableAtEnd::named(&key.references.name));
        }
    }
}

/// Whether SQLite can follow the key: the parent is there, and what the key leads to is its primary
/// key or unique. If not, every write to the child fails while keys are enforced.
pub(super) fn is_sound(schema: &Schema, key: &ForeignKey) -> bool {
    find_table(schema, &key.references.name).is_some_and(|parent| is_matched(parent, key))
}

/// Whether a check of the child's keys is an answer rather than an error; a parent that isn't there
/// is an answer.
fn can_be_checked(schema: &Schema, child: &Table) -> bool {
    !child.foreign_keys.is_empty()
        && child.foreign_keys.iter().all(|key| {
            find_table(schema, &key.references.name).is_none_or(|parent| is_matched(parent, key))
        })
}

fn is_matched(parent: &Table, key: &ForeignKey) -> bool {
    let folded = |names: &mut dyn Iterator<Item = &String>| -> BTreeSet<String> {
        names.map(|n| fold(n)).collect()
    };
    let primary =
        parent.primary_key.as_ref().map(|k| folded(&mut k.columns.iter().map(|c| &c.name)));
    if key.referenced_columns.is_empty() {
        return primary.is_some_and(|columns| columns.len() == key.columns.len());
    }
    let wanted = folded(&mut key.referenced_columns.iter());
    let plain = |collation: &Option<String>, column: &str| {
        let own = parent.columns.iter().find(|c| c.name.eq_ignore_ascii_case(column));
        collation.is_none() || own.is_some_and(|c| &c.collation == collation)
    };
    primary.as_ref() == Some(&wanted)
        || parent.uniques.iter().any(|u| {
            folded(&mut u.columns.iter().map(|c| &c.name)) == wanted
                && u.columns.iter().all(|c| plain(&c.collation, &c.name))
        })
        || parent.indexes.iter().filter(|i| i.unique && i.predicate.is_none()).any(|index| {
            let columns: Option<Vec<&String>> = index
                .columns
                .iter()
                .map(|part| match &part.target {
                    model_core::schema::IndexTarget::Column(name)
                        if plain(&part.collation, name) =>
                    {
                        Some(name)
                    }
                    _ => None,
                })
                .collect();
            columns.is_some_and(|columns| folded(&mut columns.into_iter()) == wanted)
        })
}

/// Whether a table's rows may have other parents than before.
pub(super) fn are_changed(diff: &TableDiff) -> bool {
    let is_key = |column: &str| {
        diff.before
            .foreign_keys
            .iter()
            .flat_map(|key| &key.columns)
            .any(|c| fold(c) == fold(column))
    };
    !diff.foreign_keys.is_empty()
        || diff.columns.iter().any(|change| match change {
            Change::Renamed { before, .. } | Change::Altered { before, .. } => is_key(&before.name),
            _ => false,
        })
}

/// The statements before and after the rest that fail the migration where it left more rows without
/// their parent than there were. `touched` are the tables whose rows were moved or went, by their
/// names at the end.
pub(super) fn guards(
    diff: &SchemaDiff,
    fates: &Fates<'_>,
    touched: &BTreeSet<String>,
) -> (Vec<Statement>, Vec<Statement>) {
    let children: Vec<&Table> = diff
        .to
        .tables
        .iter()
        .filter(|child| {
            let concerned = touched.contains(&fold(&child.name.name))
                || child.foreign_keys.iter().any(|k| touched.contains(&fold(&k.references.name)));
            concerned && can_be_checked(&diff.to, child)
        })
        .collect();
    if children.is_empty() {
        return (Vec::new(), Vec::new());
    }
    let name = temporary(diff).make("__migrate_keys", "");
    let counted = |child: &&Table| {
        let before = fates.before(&child.name).filter(|t| can_be_checked(&diff.from, t));
        (child.name.name.clone(), before.map(|t| t.name.name.clone()))
    };
    let before = vec![
        Statement::CreateOrphanCount {
            name: name.clone(),
            children: children.iter().map(|child| child.name.name.clone()).collect(),
        },
        Statement::CountOrphans {
            name: name.clone(),
            children: children.iter().map(counted).collect(),
        },
    ];
    let after = vec![Statement::CompareOrphans(name.clone()), Statement::DropTemporaryTable(name)];
    (before, after)
}
