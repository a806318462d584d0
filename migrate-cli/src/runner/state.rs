//! A schema as a map from places to values, so that only those are compared that a statement changes.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{ObjectKind, Schema};
use serde_json::Value;

/// Every value that a schema has, by where it stands: `tables/post/columns/title/nullable`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct State {
    places: BTreeMap<String, String>,
    names: BTreeSet<String>,
    columns: BTreeMap<String, BTreeSet<String>>,
    tables_with_triggers: BTreeSet<String>,
}

impl State {
    /// Takes a schema apart.
    pub fn of(schema: &Schema) -> Self {
        let mut places = BTreeMap::new();
        // A schema is plain data: it always has a JSON.
        flatten(&serde_json::to_value(schema).unwrap_or_default(), "", &mut places);
        let tables = schema.tables.iter().map(|t| &t.name);
        let names = tables.chain(schema.objects.iter().map(|o| &o.name));
        let columns = schema
            .tables
            .iter()
            .map(|t| (t.name.name.clone(), t.columns.iter().map(|c| c.name.clone()).collect()));
        let triggers = schema.objects.iter().filter(|o| o.kind == ObjectKind::Trigger);
        Self {
            places,
            names: names.map(|name| name.name.clone()).collect(),
            columns: columns.collect(),
            tables_with_triggers: triggers
                .filter_map(|trigger| trigger.table.as_ref().map(|table| table.name.clone()))
                .collect(),
        }
    }

    /// What its tables, views and functions are called, without their namespaces.
    pub fn names(&self) -> &BTreeSet<String> {
        &self.names
    }

    /// The columns of each table, without its namespace.
    pub fn columns(&self) -> &BTreeMap<String, BTreeSet<String>> {
        &self.columns
    }

    /// The tables whose triggers may do more than a statement says.
    pub fn tables_with_triggers(&self) -> &BTreeSet<String> {
        &self.tables_with_triggers
    }

    /// The places at which two differ.
    pub fn changes<'a>(&'a self, other: &'a Self) -> BTreeSet<&'a str> {
        let places = self.places.keys().chain(other.places.keys()).map(String::as_str);
        places.filter(|place| self.places.get(*place) != other.places.get(*place)).collect()
    }

    /// Whether two are the same at these places. What else differs was not made by the migration.
    pub fn agrees(&self, other: &Self, places: &BTreeSet<&str>) -> bool {
        places.iter().all(|place| self.places.get(*place) == other.places.get(*place))
    }
}

fn flatten(value: &Value, place: &str, places: &mut BTreeMap<String, String>) {
    match value {
        Value::Object(fields) => {
            for (name, field) in fields {
                flatten(field, &format!("{place}/{name}"), places);
            }
        }
        Value::Array(items) => {
            for (index, item) in items.iter().enumerate() {
                // By name where it has one: what comes before it is no difference.
                let name = match item.get("name") {
                    Some(Value::String(name)) => name.clone(),
                    Some(name) if !name.is_null() => name.to_string(),
                    _ => index.to_string(),
                };
                let table = item.get("table").map(Value::to_string).unwrap_or_default();
                flatten(item, &format!("{place}/{name}{table}"), places);
            }
            // That there is a list is a value, too.
            places.insert(place.to_owned(), String::new());
        }
        scalar => {
            places.insert(place.to_owned(), scalar.to_string());
        }
    }
}

#[cfg(test)]
mod tests {
    use model_core::schema::{Column, ColumnType, Table};

    use super::*;

    fn schema(tables: &[(&str, &[&str])]) -> Schema {
        let tables = tables.iter().map(|(name, columns)| {
            let mut table = Table::new(*name);
            table.columns = columns
                .iter()
                .map(|name| Column::new(*name, ColumnType::Native("int".into())))
                .collect();
            table
        });
        Schema { tables: tables.collect(), ..Schema::default() }
    }

    #[test]
    fn only_what_a_statement_changes_is_compared() {
        let before = State::of(&schema(&[("a", &["id"])]));
        let after = State::of(&schema(&[("a", &["id", "n"])]));
        let places = before.changes(&after);
        // Somebody added a column and a table by hand.
        let live = State::of(&schema(&[("a", &["by_hand", "id", "n"]), ("b", &["id"])]));
        assert!(live.agrees(&after, &places));
        assert!(!live.agrees(&before, &places));
        let live = State::of(&schema(&[("a", &["by_hand", "id"])]));
        assert!(live.agrees(&before, &places));
        assert_eq!(before.changes(&before.clone()), BTreeSet::new());
    }
}
