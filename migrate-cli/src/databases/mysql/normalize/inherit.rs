//! What models leave open is taken over from what is there.

use model_core::schema::{Column, ForeignKey, Index, PrimaryKey, ReferentialAction, Table};

use crate::databases::inherit;
use crate::databases::mysql::charset::{charset_of, has_charset};
use crate::databases::mysql::options::TableOptions;
use crate::databases::mysql::serving_index::{index_of, serves};

/// Fills in what the desired table says nothing about.
pub fn inherit_table(desired: &mut Table, actual: &Table) {
    let mut options = TableOptions::read(&desired.options);
    let mut there = TableOptions::read(&actual.options);
    // A character set is named by its collation, where one is there already.
    if options.charset.as_deref() == there.collation.as_deref().map(charset_of) {
        options.charset = None;
    } else if options.charset.is_some() {
        there.collation = None;
    }
    desired.options = options.into_map();
    inherit::options(&mut desired.options, &there.into_map());
    or_take(&mut desired.comment, &actual.comment);
    for column in &mut desired.columns {
        let before = column.renamed_from.as_deref().and_then(|name| actual.column(name));
        if let Some(before) = actual.column(&column.name).or(before) {
            inherit_column(column, before);
        }
    }
    for key in &mut desired.foreign_keys {
        if let Some(before) = actual.foreign_keys.iter().find(|k| k.name == key.name) {
            inherit_actions(key, before);
        }
    }
    if let (Some(key), Some(before)) = (&mut desired.primary_key, &actual.primary_key) {
        or_take(&mut key.comment, &before.comment);
        let names =
            |key: &PrimaryKey| key.columns.iter().map(|c| c.name.clone()).collect::<Vec<_>>();
        if names(key) == names(before) {
            key.columns.clone_from(&before.columns);
        }
    }
    inherit_serving_indexes(desired, actual);
    for index in &mut desired.indexes {
        if let Some(before) = actual.indexes.iter().find(|i| i.name == index.name) {
            inherit_index(index, before);
        }
    }
}

fn or_take<T: Clone>(desired: &mut Option<T>, actual: &Option<T>) {
    if desired.is_none() {
        desired.clone_from(actual);
    }
}

fn inherit_column(column: &mut Column, before: &Column) {
    or_take(&mut column.comment, &before.comment);
    or_take(&mut column.on_update, &before.on_update);
    let both_texts =
        column.ty.native().is_some_and(has_charset) && before.ty.native().is_some_and(has_charset);
    if both_texts && column.collation.is_none() && column.charset.is_none() {
        column.collation.clone_from(&before.collation);
        column.charset.clone_from(&before.charset);
    }
    inherit::options(&mut column.options, &before.options);
}

/// `NO ACTION` and `RESTRICT` are one and the same to InnoDB.
fn inherit_actions(key: &mut ForeignKey, before: &ForeignKey) {
    let inherit = |wanted: &mut ReferentialAction, there: ReferentialAction| {
        if *wanted == ReferentialAction::NoAction && there == ReferentialAction::Restrict {
            *wanted = there;
        }
    };
    inherit(&mut key.on_delete, before.on_delete);
    inherit(&mut key.on_update, before.on_update);
}

fn inherit_index(index: &mut Index, before: &Index) {
    or_take(&mut index.comment, &before.comment);
    or_take(&mut index.method, &before.method);
    inherit::options(&mut index.options, &before.options);
    for (column, before) in index.columns.iter_mut().zip(&before.columns) {
        if column.target == before.target {
            or_take(&mut column.prefix, &before.prefix);
        }
    }
}

/// A foreign key needs an index. Where the models name none, one that is there already does.
fn inherit_serving_indexes(desired: &mut Table, actual: &Table) {
    for key in &desired.foreign_keys {
        let made = index_of(key);
        let Some(at) = desired.indexes.iter().position(|i| *i == made) else { continue };
        if actual.indexes.iter().any(|i| i.name == made.name) {
            continue;
        }
        let named = |name: &str| desired.indexes.iter().any(|i| i.name == name);
        let there = actual.indexes.iter().find(|i| {
            !i.unique && i.columns.len() == key.columns.len() && serves(i, key) && !named(&i.name)
        });
        if let Some(there) = there {
            desired.indexes[at] = there.clone();
        }
    }
}
