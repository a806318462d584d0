//! Takes over from the database what a model leaves open, and its spelling of what the model says.

use model_core::schema::{
    Column, ColumnType, DefaultValue, ForeignKey, Identity, Index, IndexTarget, QualifiedName,
    Schema, Table,
};

use super::lower::types;
use crate::database::Connection;
use crate::databases::inherit;
use crate::databases::sqlite::options::{ColumnOptions, TableOptions};
use crate::databases::sqlite::plan::names::find_table;
use crate::databases::sqlite::session::LEXIS;
use crate::databases::sqlite::{same_meaning, same_type_loosely};
use crate::dialect::SchemaError;
use crate::sql::TokenKind;

/// See [`Dialect::normalize`](crate::dialect::Dialect::normalize). SQLite keeps texts as they were given, so
/// that it has nothing to be asked.
pub fn normalize(
    _database: Option<&mut dyn Connection>,
    mut desired: Schema,
    actual: &Schema,
) -> Result<Schema, SchemaError> {
    for table in &mut desired.tables {
        if let Some(there) = partner(table, actual) {
            normalize_table(table, there, actual);
        }
    }
    inherit::objects(&mut desired, actual);
    desired.sort();
    Ok(desired)
}

/// The table that is there under the model's name, or under the one that it had.
fn partner<'a>(table: &Table, actual: &'a Schema) -> Option<&'a Table> {
    let named = |name: &QualifiedName| find_table(actual, &name.name);
    named(&table.name).or_else(|| table.renamed_from.as_ref().and_then(named))
}

fn normalize_table(table: &mut Table, there: &Table, actual: &Schema) {
    let (own, kept) = (TableOptions::read(table), TableOptions::read(there));
    let strict = own.strict || kept.strict;
    TableOptions { strict, without_rowid: own.without_rowid || kept.without_rowid }.write(table);
    for column in &mut table.columns {
        if strict && let Some(native) = column.ty.native() {
            column.ty = ColumnType::Native(types::in_strict_table(native).to_owned());
        }
        let same = |name: &str| there.columns.iter().find(|c| c.name.eq_ignore_ascii_case(name));
        let found = same(&column.name).or_else(|| column.renamed_from.as_deref().and_then(same));
        if let Some(found) = found {
            let key = there.primary_key.iter().flat_map(|key| &key.columns);
            let is_key = key.into_iter().any(|key| key.name == found.name);
            normalize_column(column, found, is_rowid(there, found), is_key);
        }
    }
    settle_keys(table, there, actual);
    for check in &mut table.checks {
        let same = there
            .checks
            .iter()
            .find(|c| c.name == check.name && same_meaning(&c.expression, &check.expression));
        if let Some(same) = same {
            check.expression.clone_from(&same.expression);
        }
    }
    for index in &mut table.indexes {
        let same = there.indexes.iter().find(|i| i.name == index.name && is_same_index(i, index));
        if let Some(same) = same
            && table.name == there.name
        {
            let renamed_from = index.renamed_from.take();
            *index = Index { renamed_from, ..same.clone() };
        }
    }
}

fn is_rowid(table: &Table, column: &Column) -> bool {
    let key = table.primary_key.iter().flat_map(|k| &k.columns);
    key.map(|c| &c.name).eq([&column.name])
        && column.ty.native().is_some_and(|ty| ty.eq_ignore_ascii_case("integer"))
}

fn normalize_column(column: &mut Column, there: &Column, is_rowid: bool, is_key: bool) {
    if let (Some(made), Some(native)) = (column.ty.native(), there.ty.native())
        && (same_type_loosely(made, native) || types::is_alias(made, native))
    {
        column.ty = there.ty.clone();
    }
    // The rowid is never NULL, whether its declaration says so or not. Of another key SQLite does not
    // say so by itself, and models never have it NULL.
    if is_key && !column.nullable {
        column.nullable = there.nullable;
    }
    // A counter that is there already is left; the model only says that it needs none.
    if is_rowid && there.identity == Identity::RowidAutoincrement {
        column.identity = Identity::RowidAutoincrement;
    }
    if let (Some(DefaultValue::Sql(made)), Some(DefaultValue::Sql(kept))) =
        (&column.default, &there.default)
        && is_same_default(made, kept)
    {
        column.default.clone_from(&there.default);
    }
    if let (Some(made), Some(kept)) = (&mut column.computed, &there.computed)
        && same_meaning(&made.expression, &kept.expression)
    {
        made.expression.clone_from(&kept.expression);
    }
    let collation = |column: &Column| column.collation.as_deref().map(str::to_ascii_uppercase);
    let folded = collation(column).filter(|c| c != "BINARY");
    if folded == collation(there) {
        column.collation.clone_from(&there.collation);
    }
    let (mut own, kept) = (ColumnOptions::read(column), ColumnOptions::read(there));
    own.is_not_rowid |= kept.is_not_rowid;
    if !column.nullable && !there.nullable {
        own.not_null_conflict = own.not_null_conflict.or(kept.not_null_conflict);
        own.not_null_name = own.not_null_name.or(kept.not_null_name);
    }
    own.write(column);
}

/// Whether two defaults give the same value: `TRUE` is 1, and what has no column to name is a text.
fn is_same_default(a: &str, b: &str) -> bool {
    let value = |text: &str| -> Option<(TokenKind, String)> {
        let all = LEXIS.tokens(text);
        match all.as_slice() {
            [only] if only.is("true") => Some((TokenKind::Number, "1".into())),
            [only] if only.is("false") => Some((TokenKind::Number, "0".into())),
            [only] if matches!(only.kind, TokenKind::Text | TokenKind::Quoted) => {
                Some((TokenKind::Text, only.name().or_else(|| only.value())?))
            }
            [plus, number] if plus.is_symbol("+") && number.kind == TokenKind::Number => {
                Some((TokenKind::Number, number.text.to_owned()))
            }
            [only] if only.kind == TokenKind::Number => {
                Some((TokenKind::Number, only.text.to_owned()))
            }
            _ => None,
        }
    };
    same_meaning(a, b) || (value(a).is_some() && value(a) == value(b))
}

fn settle_keys(table: &mut Table, there: &Table, actual: &Schema) {
    if let (Some(key), Some(kept)) = (&mut table.primary_key, &there.primary_key) {
        let same = key.columns.len() == kept.columns.len()
            && key.columns.iter().zip(&kept.columns).all(|(a, b)| a.name == b.name);
        if same {
            // SQLite never speaks of a key's name, so that one without is as good.
            if kept.name.is_none() {
                key.name = None;
            }
            for (column, there) in key.columns.iter_mut().zip(&kept.columns) {
                *column = there.clone();
            }
            key.on_conflict.clone_from(&kept.on_conflict);
        }
    }
    for unique in &mut table.uniques {
        let same =
            there.uniques.iter().find(|u| u.name == unique.name && u.columns == unique.columns);
        if let Some(same) = same {
            unique.on_conflict.clone_from(&same.on_conflict);
        }
    }
    for key in &mut table.foreign_keys {
        // What has no name is known by its columns.
        let is_same = |k: &&ForeignKey| {
            let same_columns = || {
                k.columns == key.columns
                    && k.references.name.eq_ignore_ascii_case(&key.references.name)
            };
            k.name == key.name && (k.name.is_some() || same_columns())
        };
        let Some(kept) = there.foreign_keys.iter().find(is_same) else { continue };
        if kept.references.name.eq_ignore_ascii_case(&key.references.name) {
            key.references = kept.references.clone();
        }
        let same = kept.referenced_columns.len() == key.referenced_columns.len()
            && kept
                .referenced_columns
                .iter()
                .zip(&key.referenced_columns)
                .all(|(a, b)| a.eq_ignore_ascii_case(b));
        if same || leads_to_primary_key(key, kept, actual) {
            key.referenced_columns.clone_from(&kept.referenced_columns);
        }
    }
}

/// `REFERENCES parent` means its primary key.
fn leads_to_primary_key(key: &ForeignKey, kept: &ForeignKey, actual: &Schema) -> bool {
    let parent = find_table(actual, &kept.references.name);
    kept.referenced_columns.is_empty()
        && parent.and_then(|p| p.primary_key.as_ref()).is_some_and(|primary| {
            primary.columns.iter().map(|c| &c.name).eq(&key.referenced_columns)
        })
}

fn is_same_index(there: &Index, made: &Index) -> bool {
    let same_condition = match (&there.predicate, &made.predicate) {
        (None, None) => true,
        (Some(a), Some(b)) => same_meaning(a, b),
        _ => false,
    };
    there.unique == made.unique
        && same_condition
        && there.columns.len() == made.columns.len()
        && there.columns.iter().zip(&made.columns).all(|(a, b)| {
            let same_target = match (&a.target, &b.target) {
                (IndexTarget::Column(a), IndexTarget::Column(b)) => a == b,
                (IndexTarget::Expression(a), IndexTarget::Expression(b)) => same_meaning(a, b),
                _ => false,
            };
            same_target && a.order == b.order && a.collation == b.collation
        })
}
