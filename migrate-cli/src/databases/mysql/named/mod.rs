//! Which words of a definition name tables and columns.

mod body;
mod view;

use std::collections::BTreeMap;
use std::ops::Range;

use model_core::schema::{ObjectKind, Reference, SchemaObject, Table};

use super::session::{LEXIS, lexis_under};
use crate::sql::{Lexis, TokenKind};

pub use body::followed;
pub use view::view_names;

/// A word that names a table, or a column of one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Named {
    /// Where it stands.
    pub span: Range<usize>,
    /// What it names.
    pub reference: Reference,
    /// It may as well name something else.
    pub is_doubtful: bool,
}

/// The tables that there are.
pub struct Tables<'a> {
    exact: BTreeMap<&'a str, &'a Table>,
    folded: BTreeMap<String, &'a Table>,
}

impl<'a> Tables<'a> {
    /// Those of one schema.
    pub fn new(tables: impl Iterator<Item = &'a Table>) -> Self {
        let exact: BTreeMap<&str, &Table> = tables.map(|t| (t.name.name.as_str(), t)).collect();
        let folded = exact.iter().map(|(name, table)| (name.to_lowercase(), *table)).collect();
        Self { exact, folded }
    }

    /// The table of a name, as the server may read it.
    fn find(&self, name: &str) -> Option<&'a Table> {
        self.exact.get(name).or_else(|| self.folded.get(&name.to_lowercase())).copied()
    }
}

/// How the definition of an object is read.
pub fn lexis_of(object: &SchemaObject) -> Lexis {
    object.session.sql_mode.as_deref().map_or(LEXIS, lexis_under)
}

/// Whether two objects do the same. The server keeps the blanks of a body as somebody wrote them.
pub fn are_same(a: &SchemaObject, b: &SchemaObject) -> bool {
    let (a_lexis, b_lexis) = (lexis_of(a), lexis_of(b));
    let tokens = |lexis: &Lexis, object: &SchemaObject| -> Option<Vec<String>> {
        let tokens = lexis.lex(object.definition.as_deref()?).into_iter();
        Some(tokens.filter(|t| t.kind != TokenKind::Blank).map(|t| t.text.to_owned()).collect())
    };
    a.kind == b.kind
        && a.session == b.session
        && (a.definition == b.definition || tokens(&a_lexis, a) == tokens(&b_lexis, b))
}

/// The words of an object's definition that name tables and columns, in their order.
pub fn named(object: &SchemaObject, tables: &Tables<'_>) -> Vec<Named> {
    let Some(definition) = object.definition.as_deref() else { return Vec::new() };
    let mut found = match object.kind {
        ObjectKind::View => view::named(definition, tables),
        _ => body::named(object, definition, tables),
    };
    found.sort_by_key(|named| named.span.start);
    found
}

/// The tables and columns that are named.
pub fn references(named: &[Named]) -> Vec<Reference> {
    let mut found: Vec<Reference> = named.iter().map(|named| named.reference.clone()).collect();
    found.sort();
    found.dedup();
    found
}

fn table(table: &Table) -> Reference {
    Reference { table: table.name.clone(), column: None }
}

/// The column of a table that has this name.
fn column(table: &Table, name: &str) -> Option<Reference> {
    let column = table.columns.iter().find(|c| LEXIS.same_name(&c.name, name))?;
    Some(Reference { table: table.name.clone(), column: Some(column.name.clone()) })
}

/// A table of numbers, for tests.
#[cfg(test)]
pub fn table_of(name: &str, columns: &[&str]) -> Table {
    use model_core::schema::{Column, ColumnType};

    let integer = |column: &&str| Column::new(*column, ColumnType::Native("int".to_owned()));
    Table { columns: columns.iter().map(integer).collect(), ..Table::new(name) }
}
