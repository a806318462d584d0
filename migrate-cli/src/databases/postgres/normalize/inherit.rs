//! What models leave open is as it is in the database.

use model_core::schema::{
    Column, DefaultValue, Identity, QualifiedName, Schema, SequenceOptions, Table,
};

use crate::databases::inherit;
use crate::databases::postgres::words;

/// The table of `actual` that is this one, by its name or by the one it had before.
pub fn counterpart<'a>(table: &Table, actual: &'a Schema) -> Option<&'a Table> {
    let old = || table.renamed_from.as_ref().and_then(|old| actual.table(old));
    actual.table(&table.name).or_else(old)
}

/// The column of `actual` that is this one, by its name or by the one it had before.
pub fn column<'a>(column: &Column, actual: &'a Table) -> Option<&'a Column> {
    let old = || column.renamed_from.as_ref().and_then(|old| actual.column(old));
    actual.column(&column.name).or_else(old)
}

/// Takes over from `actual` what the models say nothing about.
pub fn inherit(desired: &mut Schema, actual: &Schema) {
    for table in &mut desired.tables {
        if let Some(there) = counterpart(table, actual) {
            inherit_table(table, there);
        }
    }
    let used = |schema: &Schema, name: &QualifiedName| {
        schema.tables.iter().flat_map(|t| &t.columns).any(|c| {
            let (namespace, bare, _) = words::type_name(c.ty.native().unwrap_or_default());
            bare == name.name && (namespace == name.schema || name.schema.is_none())
        })
    };
    for enumeration in &actual.enums {
        let renamed =
            desired.enums.iter().any(|e| e.renamed_from.as_ref() == Some(&enumeration.name));
        let known = renamed || desired.enumeration(&enumeration.name).is_some();
        // A type that no table has used is nobody's to drop.
        if !known && (used(desired, &enumeration.name) || !used(actual, &enumeration.name)) {
            desired.enums.push(enumeration.clone());
        }
    }
    // Models never drop a namespace, so that one that is there is there afterwards, too.
    desired.namespaces.extend(actual.namespaces.iter().cloned());
    desired.collations.clone_from(&actual.collations);
    inherit::sequences(desired, actual);
    inherit::objects(desired, actual);
    desired.sort();
}

fn inherit_table(table: &mut Table, there: &Table) {
    inherit::options(&mut table.options, &there.options);
    let mut renamed = Vec::new();
    for own in &mut table.columns {
        if let Some(there) = column(own, there) {
            inherit_column(own, there);
            renamed.push((there.name.clone(), own.name.clone()));
        }
    }
    let own = |column: &str| {
        let mut names = renamed.iter();
        names.find(|(old, _)| old == column).map(|(_, own)| own.as_str())
    };
    table.grants = there.grants.iter().filter_map(|g| g.renamed(own)).collect();
    if let (Some(key), Some(there)) = (&mut table.primary_key, &there.primary_key) {
        let names = |k: &model_core::schema::PrimaryKey| -> Vec<String> {
            k.columns.iter().map(|c| c.name.clone()).collect()
        };
        if names(key) == names(there) && key.include.is_empty() {
            key.include.clone_from(&there.include);
            key.deferrable = there.deferrable;
        }
    }
    for key in &mut table.foreign_keys {
        let other = there.foreign_keys.iter().find(|k| k.name == key.name);
        key.not_valid |= other.is_some_and(|k| k.not_valid);
        key.not_enforced |= other.is_some_and(|k| k.not_enforced);
        if let Some(other) = other.filter(|k| k.on_delete == key.on_delete)
            && key.on_delete_columns.is_empty()
        {
            key.on_delete_columns.clone_from(&other.on_delete_columns);
        }
    }
    for check in &mut table.checks {
        if let Some(other) = there.checks.iter().find(|c| c.name == check.name) {
            check.not_valid |= other.not_valid;
            check.not_enforced |= other.not_enforced;
            check.no_inherit |= other.no_inherit;
        }
    }
    if table.exclusions.is_empty() {
        let gone = there.columns.iter().filter(|c| !renamed.iter().any(|(old, _)| *old == c.name));
        let gone: Vec<&str> = gone.map(|c| c.name.as_str()).collect();
        for exclusion in &there.exclusions {
            if !gone.iter().any(|column| words::mentions(&exclusion.definition, column)) {
                let mut own = exclusion.clone();
                own.definition = words::renamed(&own.definition, &renamed);
                table.exclusions.push(own);
            }
        }
    }
}

/// What the model says, and what is there for the rest.
fn left_open(wanted: &SequenceOptions, there: &SequenceOptions) -> SequenceOptions {
    SequenceOptions {
        ty: there.ty.clone(),
        start: wanted.start.or(there.start),
        increment: wanted.increment.or(there.increment),
        min: wanted.min.or(there.min),
        max: wanted.max.or(there.max),
        cache: wanted.cache.or(there.cache),
        cycle: wanted.cycle.or(there.cycle),
    }
}

fn inherit_column(own: &mut Column, there: &Column) {
    if own.collation.is_none() && own.ty == there.ty {
        own.collation.clone_from(&there.collation);
    }
    inherit::options(&mut own.options, &there.options);
    if let Identity::Standard { always, options: wanted } = &own.identity {
        match &there.identity {
            Identity::Standard { always: is_always, options } if options.ty == wanted.ty => {
                own.identity = Identity::Standard {
                    always: *always || *is_always,
                    options: left_open(wanted, options),
                };
            }
            Identity::Serial { options, .. }
                if own.ty == there.ty && !always && left_open(wanted, options) == *options =>
            {
                own.identity = there.identity.clone();
            }
            _ => {}
        }
    }
    let now = |c: &Column| {
        matches!(
            c.default.as_ref().and_then(DefaultValue::sql),
            Some("now()" | "CURRENT_TIMESTAMP" | "transaction_timestamp()")
        )
    };
    if now(own) && now(there) {
        own.default.clone_from(&there.default);
    }
}
