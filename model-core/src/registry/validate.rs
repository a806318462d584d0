//! What no single model can see: whether all of them together make one schema.

use std::collections::BTreeMap;
use std::fmt;

use crate::schema::{Origin, QualifiedName, Schema, Table};

/// A contradiction between models, told with the Rust types and where they are.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RegistryError {
    /// Two models of one table.
    SameTable {
        /// The table of both.
        table: QualifiedName,
        /// The first model.
        first: Place,
        /// The second model.
        second: Place,
    },
    /// Two constraints or indexes of one name, where a database allows one.
    SameName {
        /// The name of both.
        name: String,
        /// What the first is and where.
        first: (&'static str, Place),
        /// What the second is and where.
        second: (&'static str, Place),
    },
    /// Two enumerations of one name with different values.
    SameEnum {
        /// The name of both.
        name: QualifiedName,
    },
    /// A key that leads to a table no model declares.
    UnknownTable {
        /// The key.
        key: String,
        /// The model that holds it.
        holder: Place,
        /// The table it leads to.
        references: QualifiedName,
    },
    /// A key that leads to a column its parent's model does not have.
    UnknownColumn {
        /// The key.
        key: String,
        /// The model that holds it.
        holder: Place,
        /// The model it leads to.
        parent: Place,
        /// The column that isn't there.
        column: String,
    },
}

/// A model, for messages: its table, and its Rust type where the schema came from one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// The table.
    pub table: QualifiedName,
    /// The Rust type, file and line.
    pub origin: Option<Origin>,
}

impl Place {
    fn of(table: &Table) -> Self {
        Self { table: table.name.clone(), origin: table.origin.clone() }
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match &self.origin {
            Some(origin) => write!(f, "{} ({}:{})", origin.rust_type, origin.file, origin.line),
            None => write!(f, "table {}", self.table),
        }
    }
}

impl fmt::Display for RegistryError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::SameTable { table, first, second } => write!(
                f,
                "two models declare the table `{table}`, {first} and {second}: give one of them \
                 another `table = \"…\"`"
            ),
            Self::SameName { name, first: (first, at), second: (second, and_at) } => write!(
                f,
                "a {first} of {at} and a {second} of {and_at} are both named `{name}`, which not \
                 every database allows: {}",
                // A foreign key's name follows from its table and columns.
                if *first == FOREIGN_KEY && *second == FOREIGN_KEY {
                    "rename one of the tables or columns"
                } else {
                    "give one of them another `name = \"…\"`"
                }
            ),
            Self::SameEnum { name } => write!(
                f,
                "two enumerations are both named `{name}` and have different values: give one of \
                 them another `name = \"…\"`"
            ),
            Self::UnknownTable { key, holder, references } => write!(
                f,
                "the key `{key}` of {holder} leads to the table `{references}`, which no model \
                 here declares: derive Model for it, link the crate that does, or name it under \
                 `ignore` in migrate.toml where it is to be left alone"
            ),
            Self::UnknownColumn { key, holder, parent, column } => write!(
                f,
                "the key `{key}` of {holder} leads to `{column}`, and {parent} has no such column"
            ),
        }
    }
}

impl std::error::Error for RegistryError {}

const FOREIGN_KEY: &str = "foreign key";

/// Everything that is wrong with the models as a whole, in the order of the tables.
///
/// Names of constraints and indexes have to differ within a namespace, tables included: MySQL
/// wants that of foreign keys and checks, PostgreSQL of indexes and so of primary and unique
/// keys, which live among the tables' names, and one rule for all keeps models portable. Names
/// are compared without case, as MySQL and SQLite do.
pub fn validate(schema: &Schema) -> Vec<RegistryError> {
    let mut errors = Vec::new();
    let mut tables: BTreeMap<(Option<String>, String), &Table> = BTreeMap::new();
    for table in &schema.tables {
        let key = (table.name.schema.clone(), table.name.name.to_lowercase());
        if let Some(first) = tables.get(&key) {
            errors.push(RegistryError::SameTable {
                table: table.name.clone(),
                first: Place::of(first),
                second: Place::of(table),
            });
        } else {
            tables.insert(key, table);
        }
    }
    for (place, found) in schema.enums.iter().enumerate() {
        if schema.enums[..place].iter().any(|other| other.name == found.name) {
            errors.push(RegistryError::SameEnum { name: found.name.clone() });
        }
    }
    same_names(tables.values().copied(), &mut errors);
    for table in &schema.tables {
        unknown_targets(schema, table, &mut errors);
    }
    errors
}

fn same_names<'a>(tables: impl Iterator<Item = &'a Table> + Clone, out: &mut Vec<RegistryError>) {
    let mut seen: BTreeMap<(Option<&str>, String), (&'static str, &Table)> = BTreeMap::new();
    for table in tables.clone() {
        let namespace = table.name.schema.as_deref();
        seen.insert((namespace, table.name.name.to_lowercase()), ("table", table));
    }
    for table in tables {
        for (kind, name) in named(table) {
            let key = (table.name.schema.as_deref(), name.to_lowercase());
            if let Some((first, at)) = seen.get(&key) {
                out.push(RegistryError::SameName {
                    name: name.to_owned(),
                    first: (first, Place::of(at)),
                    second: (kind, Place::of(table)),
                });
            } else {
                seen.insert(key, (kind, table));
            }
        }
    }
}

fn named(table: &Table) -> impl Iterator<Item = (&'static str, &str)> {
    let primary =
        table.primary_key.iter().filter_map(|k| Some(("primary key", k.name.as_deref()?)));
    let uniques =
        table.uniques.iter().filter_map(|k| Some(("unique constraint", k.name.as_deref()?)));
    let keys = table.foreign_keys.iter().filter_map(|k| Some((FOREIGN_KEY, k.name.as_deref()?)));
    let checks = table.checks.iter().filter_map(|c| Some(("check", c.name.as_deref()?)));
    let indexes = table.indexes.iter().map(|i| ("index", i.name.as_str()));
    primary.chain(uniques).chain(keys).chain(checks).chain(indexes)
}

fn unknown_targets(schema: &Schema, table: &Table, out: &mut Vec<RegistryError>) {
    for key in &table.foreign_keys {
        let name = key.name.clone().unwrap_or_else(|| key.columns.join(", "));
        let Some(parent) = schema.table(&key.references) else {
            out.push(RegistryError::UnknownTable {
                key: name,
                holder: Place::of(table),
                references: key.references.clone(),
            });
            continue;
        };
        for column in key.referenced_columns.iter().filter(|c| parent.column(c).is_none()) {
            out.push(RegistryError::UnknownColumn {
                key: name.clone(),
                holder: Place::of(table),
                parent: Place::of(parent),
                column: column.clone(),
            });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::schema::{Column, ColumnType, ForeignKey, LogicalType};

    fn table(name: &str, line: u32) -> Table {
        Table {
            columns: vec![Column::new("id", ColumnType::Logical(LogicalType::Integer))],
            origin: Some(Origin {
                rust_type: format!("app::Model{line}"),
                file: "src/models.rs".into(),
                line,
            }),
            ..Table::new(name)
        }
    }

    fn key(name: &str, parent: &str, column: &str) -> ForeignKey {
        ForeignKey {
            name: Some(name.into()),
            columns: vec!["id".into()],
            references: QualifiedName::new(parent),
            referenced_columns: vec![column.into()],
            ..ForeignKey::default()
        }
    }

    fn messages(tables: Vec<Table>) -> Vec<String> {
        let schema = Schema { tables, ..Schema::default() };
        validate(&schema).iter().map(ToString::to_string).collect()
    }

    #[test]
    fn two_models_of_one_table_name_both() {
        let found = messages(vec![table("a", 1), table("A", 9)]);
        assert_eq!(
            found,
            ["two models declare the table `A`, app::Model1 (src/models.rs:1) and app::Model9 \
              (src/models.rs:9): give one of them another `table = \"…\"`"]
        );
    }

    #[test]
    fn keys_that_come_to_one_name_are_found() {
        let mut first = table("a", 1);
        first.foreign_keys.push(key("fk_a_b_c", "a", "id"));
        let mut second = table("a_b", 2);
        second.foreign_keys.push(key("fk_a_b_c", "a", "id"));
        let found = messages(vec![first, second]);
        assert_eq!(found.len(), 1);
        assert!(found[0].contains("rename one of the tables or columns"), "{}", found[0]);
        assert!(found[0].contains("Model1 (src/models.rs:1)"), "{}", found[0]);
        assert!(found[0].contains("Model2 (src/models.rs:2)"), "{}", found[0]);
    }

    #[test]
    fn one_name_in_two_namespaces_is_fine() {
        let mut second = table("a", 2);
        second.name = QualifiedName::qualified("other", "a");
        assert!(messages(vec![table("a", 1), second]).is_empty());
    }

    #[test]
    fn a_key_needs_its_table_and_column() {
        let mut child = table("child", 1);
        child.foreign_keys.push(key("fk_child_id", "gone", "id"));
        child.foreign_keys.push(key("fk_child_x", "child", "x"));
        let found = messages(vec![child]);
        assert!(found[0].contains("leads to the table `gone`"), "{}", found[0]);
        assert!(found[1].contains("has no such column"), "{}", found[1]);
    }
}
