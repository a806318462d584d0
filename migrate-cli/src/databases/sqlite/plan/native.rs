//! What `ALTER TABLE` can do by itself, as far back as SQLite 3.40.

use model_core::schema::{Check, Column, ForeignKey, Identity, IndexTarget, Table};

use super::keys::Keys;
use super::rebuild::is_strict;
use crate::databases::sqlite::session::LEXIS;
use crate::databases::sqlite::statement::Statement;
use crate::dialect::Fills;
use crate::diff::{Change, TableDiff};
use crate::sql::TokenKind;

/// Whether the table can stay where it is. If not, it is made anew, once for all of its changes.
pub(super) fn suffices(table: &TableDiff, keys: &Keys, fills: &Fills) -> bool {
    let fill = |c: &Column| fills.contains_key(&(table.after.name.clone(), c.name.clone()));
    let columns = table.columns.iter().all(|change| match change {
        Change::Added(column) => can_be_added(table, column) && !fill(column),
        Change::Dropped(column) => can_be_dropped(table, column, keys),
        Change::Renamed { .. } => true,
        Change::Altered { .. } => false,
    });
    let keeps_a_column = table
        .before
        .columns
        .iter()
        .any(|column| column.computed.is_none() && table.name_after(&column.name).is_some());
    columns
        && keeps_a_column
        && !table.aspects.options
        && table.primary_key.is_none()
        && table.uniques.is_empty()
        && table.exclusions.is_empty()
        && table.foreign_keys.iter().all(|change| match change {
            Change::Added(key) => key_of_new_column(table, key).is_some(),
            _ => false,
        })
        && table.checks.iter().all(|change| match change {
            Change::Added(check) => check_of_new_column(table, check).is_some(),
            _ => false,
        })
}

/// `DROP COLUMN` of all that go, by the names at the start.
pub(super) fn drops(table: &TableDiff) -> Vec<Statement> {
    let dropped = |change: &Change<Column>| match change {
        Change::Dropped(column) => Some(Statement::DropColumn {
            table: table.before.name.name.clone(),
            column: column.name.clone(),
        }),
        _ => None,
    };
    table.columns.iter().filter_map(dropped).collect()
}

/// `ADD COLUMN` of all that come, each with its own keys and checks.
pub(super) fn additions(table: &TableDiff) -> Vec<Statement> {
    let mut statements = Vec::new();
    for change in &table.columns {
        let Change::Added(column) = change else { continue };
        let is_its_own = |of: Option<&Column>| of.is_some_and(|c| c.name == column.name);
        let keys = table.foreign_keys.iter().filter_map(Change::after);
        let checks = table.checks.iter().filter_map(Change::after);
        statements.push(Statement::AddColumn {
            table: table.after.name.name.clone(),
            column: column.clone(),
            foreign_keys: keys
                .filter(|key| is_its_own(key_of_new_column(table, key)))
                .cloned()
                .collect(),
            checks: checks
                .filter(|check| is_its_own(check_of_new_column(table, check)))
                .cloned()
                .collect(),
        });
    }
    statements
}

fn can_be_added(table: &TableDiff, column: &Column) -> bool {
    let has_key = table.after.foreign_keys.iter().any(|k| k.columns.contains(&column.name));
    if let Some(computed) = &column.computed {
        return !computed.stored && !has_key;
    }
    let default = column.default.as_ref().and_then(|d| d.sql());
    let gives_a_value = default.is_some_and(|d| !d.eq_ignore_ascii_case("null"));
    column.identity == Identity::None
        && default.is_none_or(|d| LEXIS.is_constant(d))
        && default.is_none_or(|d| !is_strict(&table.after) || suits(d, column))
        && (column.nullable || gives_a_value)
        && !(has_key && gives_a_value)
}

/// Whether a STRICT table would take the default as a value: `ADD COLUMN` does not look.
fn suits(default: &str, column: &Column) -> bool {
    let ty = column.ty.native().unwrap_or_default().to_ascii_uppercase();
    let whole = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
    LEXIS.tokens(default).last().is_some_and(|value| match value.kind {
        TokenKind::Number => {
            ty == "REAL" || ty == "ANY" || (ty.starts_with("INT") && whole(value.text))
        }
        TokenKind::Text => ty == "TEXT" || ty == "ANY",
        TokenKind::Blob => ty == "BLOB" || ty == "ANY",
        _ => value.is("null"),
    })
}

fn added<'a>(table: &'a TableDiff, name: &str) -> Option<&'a Column> {
    table.columns.iter().find_map(|change| match change {
        Change::Added(column) if column.name == name => Some(column),
        _ => None,
    })
}

fn key_of_new_column<'a>(table: &'a TableDiff, key: &ForeignKey) -> Option<&'a Column> {
    let [only] = key.columns.as_slice() else { return None };
    added(table, only)
}

/// The one new column that a check is about, if it is about no other.
fn check_of_new_column<'a>(table: &'a TableDiff, check: &Check) -> Option<&'a Column> {
    let mut named = table.after.columns.iter().filter(|c| mentions(&check.expression, &c.name));
    let only = named.next()?;
    if named.next().is_some() { None } else { added(table, &only.name) }
}

fn mentions(expression: &str, column: &str) -> bool {
    LEXIS.mentions(expression, column)
}

fn can_be_dropped(table: &TableDiff, column: &Column, keys: &Keys) -> bool {
    let before = &table.before;
    let name = &column.name;
    let in_key = before.primary_key.iter().flat_map(|k| &k.columns).any(|c| &c.name == name)
        || before.uniques.iter().flat_map(|u| &u.columns).any(|c| &c.name == name)
        || before.foreign_keys.iter().any(|k| k.columns.contains(name));
    let in_expression = before.checks.iter().any(|c| mentions(&c.expression, name))
        || before
            .columns
            .iter()
            .filter_map(|c| c.computed.as_ref())
            .any(|g| mentions(&g.expression, name));
    // An index that goes or changes is gone by then; one that stays can't name the column, unless in
    // a way that only SQLite understands.
    let in_index = kept_indexes(table).any(|index| {
        index.columns.iter().any(|part| match &part.target {
            IndexTarget::Column(column) => column == name,
            IndexTarget::Expression(expression) => mentions(expression, name),
        }) || index.predicate.as_deref().is_some_and(|p| mentions(p, name))
    });
    // A key that leads to a column which is not unique names it just the same.
    !in_key && !in_expression && !in_index && !leads_to_column(before, keys, name)
}

fn kept_indexes(table: &TableDiff) -> impl Iterator<Item = &model_core::schema::Index> {
    table.before.indexes.iter().filter(|index| {
        !table.indexes.iter().filter_map(Change::before).any(|gone| gone.name == index.name)
    })
}

fn leads_to_column(before: &Table, keys: &Keys, column: &str) -> bool {
    keys.named_columns(&before.name.name).any(|c| c.eq_ignore_ascii_case(column))
}
