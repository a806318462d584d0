//! MySQL spells some expressions in one way when a table is made and in another when it was changed
//! once: `-(1)` is `-1` then, `'2020'` beside a year is `2020`, a text has its column's character set.

use std::collections::BTreeMap;

use model_core::schema::{DefaultValue, IndexTarget, ObjectKind, Schema, SchemaObject, Table};

use super::scratch::Scratch;
use super::table_case;
use crate::database::{Connection, DatabaseError};
use crate::databases::mysql::flavour::Flavour;
use crate::databases::mysql::show_create::ShownTable;
use crate::dialect::SchemaError;

/// Where an expression of a table stands.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Holder {
    Default(String),
    Computed(String),
    Check(String),
    Index(String, usize),
}

/// See [`Dialect::respell`](crate::dialect::Dialect::respell).
pub fn respell(
    database: &mut dyn Connection,
    from: &Schema,
    to: Schema,
) -> Result<Schema, SchemaError> {
    let mut to = to;
    table_case::fold(database, &mut to, from)?;
    let flavour = Flavour::of(from, &to);
    if flavour.mariadb {
        return Ok(to);
    }
    keep_grants(from, &mut to);
    for table in &mut to.tables {
        let old = table.renamed_from.as_ref().and_then(|name| from.table(name));
        let Some(before) = from.table(&table.name).or(old) else { continue };
        if has_no_other_text(before, table) {
            continue;
        }
        let spelled_before = spelled_when_altered(database, before, flavour)?;
        let spelled_after = spelled_when_altered(database, table, flavour)?;
        let mut before = before.clone();
        let spelled = expressions(&mut before)
            .into_iter()
            .filter_map(|(holder, text)| Some((spelled_before.get(&holder)?, text.clone())));
        let spelled: BTreeMap<&String, String> = spelled.collect();
        for (holder, text) in expressions(table) {
            let same = spelled_after.get(&holder).and_then(|after| spelled.get(after));
            if let Some(same) = same {
                text.clone_from(same);
            }
        }
    }
    Ok(to)
}

/// What others may do with a routine is nobody's to change: it is as it was, also on the way back.
fn keep_grants(from: &Schema, to: &mut Schema) {
    let is_routine =
        |o: &SchemaObject| matches!(o.kind, ObjectKind::Function | ObjectKind::Procedure);
    for routine in to.objects.iter_mut().filter(|o| is_routine(o)) {
        let before = from.objects.iter().find(|o| o.object_name() == routine.object_name());
        routine.settings = before.map(|before| before.settings.clone()).unwrap_or_default();
    }
}

/// Whether every expression of the target is one of the start to the letter.
fn has_no_other_text(before: &Table, after: &Table) -> bool {
    let (mut before, mut after) = (before.clone(), after.clone());
    let known: Vec<String> =
        expressions(&mut before).into_iter().map(|(_, text)| text.clone()).collect();
    expressions(&mut after).into_iter().all(|(_, text)| known.contains(text))
}

/// How the server spells a table's expressions once the table was changed. None where that can't
/// be asked.
fn spelled_when_altered(
    database: &mut dyn Connection,
    table: &Table,
    flavour: Flavour,
) -> Result<BTreeMap<Holder, String>, SchemaError> {
    match Scratch::of(table, flavour).show(database, true) {
        Ok(shown) => Ok(shown_expressions(shown)),
        // What is there on one side may not be had on the other: a function, a parser.
        Err(DatabaseError::Statement { .. }) => Ok(BTreeMap::new()),
        Err(other) => Err(other.into()),
    }
}

fn expressions(table: &mut Table) -> Vec<(Holder, &mut String)> {
    let mut found = Vec::new();
    for column in &mut table.columns {
        let name = &column.name;
        match &mut column.default {
            Some(DefaultValue::Sql(text)) if text.starts_with('(') => {
                found.push((Holder::Default(name.clone()), text));
            }
            _ => {}
        }
        if let Some(computed) = &mut column.computed {
            found.push((Holder::Computed(name.clone()), &mut computed.expression));
        }
    }
    for check in &mut table.checks {
        let name = check.name.clone().unwrap_or_default();
        found.push((Holder::Check(name), &mut check.expression));
    }
    for index in &mut table.indexes {
        for (at, part) in index.columns.iter_mut().enumerate() {
            if let IndexTarget::Expression(text) = &mut part.target {
                found.push((Holder::Index(index.name.clone(), at), text));
            }
        }
    }
    found
}

fn shown_expressions(shown: ShownTable) -> BTreeMap<Holder, String> {
    let mut found = BTreeMap::new();
    for column in shown.columns {
        let name = column.name;
        found.extend(column.default.map(|text| (Holder::Default(name.clone()), text)));
        found.extend(column.computed.map(|text| (Holder::Computed(name), text)));
    }
    found.extend(shown.checks.into_iter().map(|c| (Holder::Check(c.name), c.condition)));
    for index in shown.indexes {
        for (at, part) in index.parts.into_iter().enumerate() {
            found.extend(part.map(|text| (Holder::Index(index.name.clone(), at), text)));
        }
    }
    found
}
