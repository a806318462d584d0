//! Columns that are of a table's row type: its rows can't be written in another way then.

use std::collections::{BTreeMap, BTreeSet};

use model_core::schema::{Column, ForeignKey, QualifiedName, Schema, Table};

use super::table_plan::TablePlan;
use crate::databases::postgres::options::TableOptions;
use crate::databases::postgres::words;
use crate::diff::SchemaDiff;
use crate::plan::PlanError;

/// The tables, each with a key to those whose row type a column of it has: in the order of keys they
/// are made before it, and go after it.
pub fn leaning(tables: &[&Table]) -> Vec<Table> {
    let names: BTreeSet<&QualifiedName> = tables.iter().map(|table| &table.name).collect();
    let mut types = Types::default();
    let with_keys = |table: &&Table| {
        let mut used = BTreeSet::new();
        for native in table.columns.iter().filter_map(|c| c.ty.native()) {
            let named = types.names(native).iter();
            used.extend(named.filter(|name| names.contains(name) && **name != table.name).cloned());
        }
        let keys =
            used.into_iter().map(|references| ForeignKey { references, ..ForeignKey::default() });
        Table {
            name: table.name.clone(),
            foreign_keys: table.foreign_keys.iter().cloned().chain(keys).collect(),
            partition_of: table.partition_of.clone(),
            inherits: table.inherits.clone(),
            ..Table::default()
        }
    };
    tables.iter().map(with_keys).collect()
}

/// What the types of columns are called. There are few, however many columns there are.
#[derive(Default)]
struct Types(BTreeMap<String, Vec<QualifiedName>>);

impl Types {
    /// The tables and enumerations that a type's text may name.
    fn names(&mut self, native: &str) -> &[QualifiedName] {
        if !self.0.contains_key(native) {
            let (schema, name, _) = words::type_name(native);
            let bare = (schema.as_deref() == Some("public")).then(|| QualifiedName::new(&name));
            let all = bare.into_iter().chain([QualifiedName { schema, name }]).collect();
            self.0.insert(native.to_owned(), all);
        }
        self.0.get(native).map_or(&[], Vec::as_slice)
    }
}

/// The columns of both ends, by the tables whose row type they may have.
pub struct Users<'a> {
    before: ByType<'a>,
    after: ByType<'a>,
}

type ByType<'a> = BTreeMap<QualifiedName, Vec<(&'a Table, &'a Column)>>;

impl<'a> Users<'a> {
    /// Those of a difference.
    pub fn of(diff: &'a SchemaDiff) -> Self {
        let mut types = Types::default();
        let mut users = |schema: &'a Schema| {
            let mut users = ByType::new();
            let names: BTreeSet<&QualifiedName> = schema.tables.iter().map(|t| &t.name).collect();
            for table in &schema.tables {
                for column in &table.columns {
                    for name in types.names(column.ty.native().unwrap_or_default()) {
                        if names.contains(name) {
                            users.entry(name.clone()).or_default().push((table, column));
                        }
                    }
                }
            }
            users
        };
        Self { before: users(&diff.from), after: users(&diff.to) }
    }
}

/// A column of the table's row type that is there while the table changes: in the start and not
/// dropped, or in the target.
pub fn user(
    diff: &SchemaDiff,
    users: &Users<'_>,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    table: &TablePlan,
) -> Option<String> {
    let after = users.after.get(&table.diff.after.name).into_iter().flatten().next();
    let mut before = users.before.get(&table.diff.before.name).into_iter().flatten();
    let found = after.or_else(|| {
        before.find(|(user, column)| {
            let kept = tables.get(&diff.renames.table(&user.name));
            kept.is_some_and(|k| !k.lost_columns().any(|lost| lost == column.name))
        })
    });
    found.map(|(user, column)| format!("{}.{}", user.name, column.name))
}

/// Refuses what the server does, too.
pub fn check(
    diff: &SchemaDiff,
    users: &Users<'_>,
    tables: &BTreeMap<QualifiedName, TablePlan>,
    table: &TablePlan,
) -> Result<(), PlanError> {
    let Some(why) = rewritten(table) else { return Ok(()) };
    let Some(user) = user(diff, users, tables, table) else { return Ok(()) };
    let name = &table.diff.before.name;
    Err(PlanError::Refused {
        object: format!("table {name}"),
        problem: format!("{why}, and column {user} is of its row type"),
        advice: "PostgreSQL allows no such change while that column is there: drop the column \
                 first and make it again afterwards, in migrations of your own"
            .to_owned(),
    })
}

/// What has the rows of a table written in another way.
fn rewritten(table: &TablePlan) -> Option<String> {
    if let Some(column) = table.retyped.first() {
        return Some(format!("the type of its column {column} changes"));
    }
    let unlogged = |t| TableOptions::read(t).unlogged;
    if unlogged(&table.diff.before) != unlogged(&table.diff.after) {
        return Some("whether it is logged changes".to_owned());
    }
    let mut added = table.diff.after.columns.iter().filter(|c| {
        let old = table.diff.name_before(&c.name);
        old.is_none_or(|old| table.recreated.contains(old) && !table.carried.contains_key(old))
    });
    let added = added.find(|column| {
        column.computed.as_ref().is_some_and(|computed| computed.stored)
            || !column.identity.is_none()
    });
    added.map(|column| format!("its rows get {}", column.name))
}
