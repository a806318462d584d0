//! The values of an enumeration that go, or get another name.

use model_core::schema::{EnumType, QualifiedName};

use super::becoming::Becoming;
use super::{Counts, Question, counts};
use crate::diff::Change;
use crate::hazard::{Hazard, HazardKind};

/// The values that are gone, each with what gives the rows that hold it: a question a column.
pub(super) fn removed<'a>(
    becoming: Becoming<'_>,
    change: &'a Change<EnumType>,
) -> Vec<(&'a str, Vec<Question>)> {
    let Some((before, after, _)) = change.kept() else { return Vec::new() };
    let is_kept = |value: &str| {
        let key = (before.name.clone(), value.to_owned());
        becoming.diff.renames.enum_values.contains_key(&key)
            || after.values.iter().any(|v| v.name == value)
    };
    let gone = before.values.iter().map(|v| v.name.as_str()).filter(|value| !is_kept(value));
    gone.map(|value| (value, holders(becoming, before, after, value))).collect()
}

/// The columns that are of the enumeration and stay so.
fn holders(
    becoming: Becoming<'_>,
    before: &EnumType,
    after: &EnumType,
    value: &str,
) -> Vec<Question> {
    let dialect = becoming.dialect;
    let is_of = |native: Option<&str>, name: &QualifiedName| {
        native.is_some_and(|native| dialect.equivalence().is_enumeration(native, name))
    };
    let renames = &becoming.diff.renames;
    let mut found = Vec::new();
    for table in &becoming.diff.from.tables {
        let Some(target) = becoming.target(&renames.table(&table.name)) else { continue };
        for column in &table.columns {
            let name = renames.column(&table.name, &column.name);
            let stays = target.column(name).is_some_and(|c| is_of(c.ty.native(), &after.name));
            if !stays || !is_of(column.ty.native(), &before.name) {
                continue;
            }
            let (literal, quoted) = (dialect.literal(value), dialect.quote(&column.name));
            let is_array = column.ty.native().is_some_and(|native| native.ends_with("[]"));
            let condition = match is_array {
                true => format!("{literal} = ANY ({quoted})"),
                false => format!("{quoted} = {literal}"),
            };
            found.push(Question::Where { table: table.name.clone(), condition, prelude: None });
        }
    }
    found
}

/// Adds the dangers of one enumeration's change.
pub(super) fn enumeration(
    becoming: Becoming<'_>,
    change: &Change<EnumType>,
    counts: &Counts,
    found: &mut Vec<Hazard>,
) {
    let Some((before, after, aspects)) = change.kept() else { return };
    let object = format!("enum {}", before.name);
    if aspects.name {
        let message = format!("{object} is called {} from now on", after.name);
        found.push(Hazard::new(HazardKind::Renames, &object, message));
    }
    let removed = removed(becoming, change);
    for value in &before.values {
        let old = &value.name;
        if let Some(new) =
            becoming.diff.renames.enum_values.get(&(before.name.clone(), old.clone()))
        {
            let message = format!("'{old}' of {object} is called '{new}' from now on");
            found.push(Hazard::new(HazardKind::Renames, &object, message));
        }
        let Some((_, holders)) = removed.iter().find(|(gone, _)| gone == old) else { continue };
        let known: Option<Vec<u64>> = holders.iter().map(|q| counts.get(q)).collect();
        let rows = known.map(|known| known.iter().sum::<u64>());
        let message = match rows {
            Some(0) => continue,
            Some(1) => format!("1 row holds '{old}' of {object} and stops the migration"),
            Some(count) => {
                format!("{} hold '{old}' of {object} and stop the migration", counts::rows(count))
            }
            None => format!("a row that holds '{old}' of {object} stops the migration"),
        };
        let hazard = Hazard::new(HazardKind::NarrowsType, &object, message);
        found.push(hazard.rows(counts::exact(rows)));
    }
}
