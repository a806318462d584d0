//! What was called something else before.

mod declared;
mod flag;
mod hint;
mod identifiers;

use std::collections::BTreeMap;

use model_core::schema::{QualifiedName, Schema, Table};

pub use declared::applied;
pub use flag::RenameError;

/// Values with another name: the old one, the new one.
pub type Values = BTreeMap<String, String>;

/// What was called something else before: the old name, the new one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Renames {
    /// Tables.
    pub tables: BTreeMap<QualifiedName, QualifiedName>,
    /// Columns, by the table's *old* name and the column's old name.
    pub columns: BTreeMap<(QualifiedName, String), String>,
    /// Enumerations.
    pub enums: BTreeMap<QualifiedName, QualifiedName>,
    /// Values, by the enumeration's old name and the value's old name.
    pub enum_values: BTreeMap<(QualifiedName, String), String>,
    /// Values that a column itself lists, by the table's old name and the column's; the old value, the new
    /// one.
    pub column_values: BTreeMap<(QualifiedName, String), Values>,
    /// Indexes and constraints, by the table's old name and their own.
    pub constraints: BTreeMap<(QualifiedName, String), String>,
}

impl Renames {
    /// The name that a table of the start has in the target.
    pub fn table(&self, before: &QualifiedName) -> QualifiedName {
        self.tables.get(before).unwrap_or(before).clone()
    }

    /// The name that a table of the start has in the target, unless another is renamed to it: then
    /// the one that had the name goes.
    pub fn kept_table(&self, before: &QualifiedName) -> Option<QualifiedName> {
        let after = self.table(before);
        let taken = self.tables.iter().any(|(old, new)| old != before && *new == after);
        (!taken).then_some(after)
    }

    /// The tables of the start that stay, by the names that they have in the target.
    pub fn kept_tables<'a>(&self, from: &'a Schema) -> BTreeMap<QualifiedName, &'a Table> {
        let mut taken: BTreeMap<&QualifiedName, usize> = BTreeMap::new();
        self.tables.values().for_each(|after| *taken.entry(after).or_default() += 1);
        let mut kept = BTreeMap::new();
        for table in &from.tables {
            let after = self.table(&table.name);
            let own = usize::from(self.tables.contains_key(&table.name));
            if taken.get(&after).is_none_or(|all| *all == own) {
                kept.entry(after).or_insert(table);
            }
        }
        kept
    }

    /// What of a map is about one table.
    fn of_table<'a, T>(
        map: &'a BTreeMap<(QualifiedName, String), T>,
        table: &QualifiedName,
    ) -> impl Iterator<Item = (&'a str, &'a T)> {
        // Most have nothing.
        let start = (!map.is_empty()).then(|| (table.clone(), String::new()));
        let table = start.as_ref().map(|(table, _)| table.clone());
        let some = start.into_iter().flat_map(move |start| map.range(start..));
        some.take_while(move |((of, _), _)| Some(of) == table.as_ref())
            .map(|((_, name), value)| (name.as_str(), value))
    }

    /// The name that a column of the start has in the target, unless another is renamed to it.
    pub fn kept_column<'a>(&'a self, table: &QualifiedName, before: &'a str) -> Option<&'a str> {
        let after = self.column(table, before);
        let taken =
            Self::of_table(&self.columns, table).any(|(old, new)| old != before && new == after);
        (!taken).then_some(after)
    }

    /// The name that an enumeration of the start has in the target.
    pub fn enumeration(&self, before: &QualifiedName) -> QualifiedName {
        self.enums.get(before).unwrap_or(before).clone()
    }

    /// The name that a column of the start has in the target.
    pub fn column<'a>(&'a self, table: &QualifiedName, before: &'a str) -> &'a str {
        match self.columns.is_empty() {
            true => before,
            false => {
                self.columns.get(&(table.clone(), before.to_owned())).map_or(before, String::as_str)
            }
        }
    }

    /// The values of a column of the start that have another name in the target, the old name first.
    pub fn values(&self, table: &QualifiedName, column: &str) -> Option<&Values> {
        match self.column_values.is_empty() {
            true => None,
            false => self.column_values.get(&(table.clone(), column.to_owned())),
        }
    }

    /// The name that an index or constraint of the start has in the target.
    pub fn constraint<'a>(&'a self, table: &QualifiedName, before: &'a str) -> &'a str {
        match self.constraints.is_empty() {
            true => before,
            false => self
                .constraints
                .get(&(table.clone(), before.to_owned()))
                .map_or(before, String::as_str),
        }
    }

    /// The way back.
    pub fn inverted(&self) -> Self {
        let by_table = |map: &BTreeMap<(QualifiedName, String), String>,
                        name: &dyn Fn(&QualifiedName) -> QualifiedName| {
            map.iter()
                .map(|((table, old), new)| ((name(table), new.clone()), old.clone()))
                .collect()
        };
        let table = |before: &QualifiedName| self.table(before);
        let enumeration = |before: &QualifiedName| self.enumeration(before);
        Self {
            tables: self.tables.iter().map(|(old, new)| (new.clone(), old.clone())).collect(),
            enums: self.enums.iter().map(|(old, new)| (new.clone(), old.clone())).collect(),
            columns: by_table(&self.columns, &table),
            constraints: by_table(&self.constraints, &table),
            enum_values: by_table(&self.enum_values, &enumeration),
            column_values: self
                .column_values
                .iter()
                .map(|((of, column), values)| {
                    let key = (self.table(of), self.column(of, column).to_owned());
                    (key, values.iter().map(|(old, new)| (new.clone(), old.clone())).collect())
                })
                .collect(),
        }
    }
}
