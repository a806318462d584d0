//! Partitions and other children of tables.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{InheritedColumn, PartitionOf, Partitioning, QualifiedName, Table};

use super::names::{is_ignored, name_in};
use super::rows::{ColumnRow, ConstraintRow, TableRow};
use crate::dialect::Scope;

/// Which tables stand below which.
pub struct Family {
    members: BTreeMap<QualifiedName, Member>,
    tables: BTreeSet<QualifiedName>,
}

struct Member {
    key: Option<String>,
    bound: Option<String>,
    parents: Vec<QualifiedName>,
}

impl Family {
    /// Reads who is who. A table is left alone when it is ignored, foreign or of a type, and when
    /// one above it is.
    pub fn read(rows: &[TableRow], default: &str, scope: &Scope) -> Self {
        let mut members = BTreeMap::new();
        let mut tables = BTreeSet::new();
        for row in rows {
            let name = name_in(default, &row.schema, &row.name);
            let parents = row.parents.iter().flatten();
            let parents = parents.map(|p| name_in(default, &p.schema, &p.name)).collect();
            if matches!(row.kind.as_str(), "r" | "p") && !row.typed && !is_ignored(&name, scope) {
                tables.insert(name.clone());
            }
            let (key, bound) = (row.partition_key.clone(), row.bound.clone());
            members.insert(name, Member { key, bound, parents });
        }
        loop {
            let stays = |name: &QualifiedName| {
                members.get(name).is_none_or(|m| m.parents.iter().all(|p| tables.contains(p)))
            };
            let left: BTreeSet<QualifiedName> =
                tables.iter().filter(|name| stays(name)).cloned().collect();
            if left.len() == tables.len() {
                return Self { members, tables };
            }
            tables = left;
        }
    }

    /// Whether it is a table like any other, and not only seen.
    pub fn is_table(&self, name: &QualifiedName) -> bool {
        self.tables.contains(name)
    }

    /// Writes down where a table stands.
    pub fn place(&self, table: &mut Table) {
        let Some(member) = self.members.get(&table.name) else { return };
        table.partitioning = member.key.clone().map(|key| {
            let of_it = |m: &Member| m.bound.is_some() && m.parents.contains(&table.name);
            let partitions = self.members.iter().filter(|(_, m)| of_it(m)).map(|(name, _)| name);
            let left_alone = partitions.filter(|name| !self.is_table(name)).cloned().collect();
            Partitioning { key, left_alone }
        });
        match (&member.bound, member.parents.first()) {
            (Some(bound), Some(parent)) => {
                table.partition_of =
                    Some(PartitionOf { parent: parent.clone(), bound: bound.clone() });
            }
            _ => table.inherits.clone_from(&member.parents),
        }
    }
}

/// What the catalog says of a column.
pub struct Raw {
    expression: Option<String>,
    nullable: bool,
    inherited: bool,
    local: bool,
}

/// The columns of tables, as the catalog has them.
pub type RawColumns = BTreeMap<u32, BTreeMap<String, Raw>>;

/// Reads them, where any table has one of another's.
pub fn columns(rows: &[ColumnRow]) -> RawColumns {
    let mut columns = RawColumns::new();
    if !rows.iter().any(|row| row.inherited) {
        return columns;
    }
    for row in rows {
        let raw = Raw {
            expression: row.expression.clone(),
            nullable: row.nullable,
            inherited: row.inherited,
            local: row.local,
        };
        columns.entry(row.table).or_default().insert(row.name.clone(), raw);
    }
    columns
}

/// Marks the columns that belong to parents.
pub fn mark(tables: &mut BTreeMap<u32, Table>, columns: &RawColumns) {
    if columns.is_empty() {
        return;
    }
    let ids: BTreeMap<QualifiedName, u32> =
        tables.iter().map(|(id, table)| (table.name.clone(), *id)).collect();
    for (id, table) in tables {
        let parents: Vec<&BTreeMap<String, Raw>> = table
            .parents()
            .filter_map(|parent| ids.get(parent).and_then(|id| columns.get(id)))
            .collect();
        for (name, raw) in columns.get(id).into_iter().flatten() {
            let parent = parents.iter().find_map(|parent| parent.get(name));
            let Some(parent) = parent.filter(|_| raw.inherited) else { continue };
            let place = InheritedColumn {
                merged: raw.local,
                own_default: raw.expression != parent.expression,
                own_nullability: raw.nullable != parent.nullable,
            };
            table.inherited.columns.insert(name.clone(), place);
        }
    }
}

/// Writes down what the server calls the parts of a foreign key that lead to single partitions.
pub fn name_partitions(tables: &mut BTreeMap<u32, Table>, rows: Vec<ConstraintRow>, default: &str) {
    // One for a partition of a partition belongs to that partition's.
    let above: BTreeMap<(u32, String), String> = rows
        .iter()
        .filter_map(|row| Some(((row.table, row.name.clone()), row.parents_name.clone()?)))
        .collect();
    for row in rows {
        let (Some(schema), Some(parent)) = (&row.parent_schema, &row.parent) else { continue };
        let partition = name_in(default, schema, parent);
        let mut key = row.name.clone();
        while let Some(of) = above.get(&(row.table, key.clone())) {
            key.clone_from(of);
        }
        let keys = tables.get_mut(&row.table).into_iter().flat_map(|t| &mut t.foreign_keys);
        for key in keys.filter(|k| k.name.as_ref() == Some(&key)) {
            key.partitions.push((partition.clone(), row.name.clone()));
            key.partitions.sort();
        }
    }
}
