use std::collections::BTreeMap;

use model_core::schema::{ObjectName, Reference, Schema, SchemaObject, Table};

/// Takes over the properties that the models say nothing about, and the spelling of those that they
/// write in another case: `innodb`, `EXTERNAL`.
pub fn options(own: &mut BTreeMap<String, String>, there: &BTreeMap<String, String>) {
    for (key, value) in there {
        let same = own.get(key).is_none_or(|written| written.eq_ignore_ascii_case(value));
        if same {
            own.insert(key.clone(), value.clone());
        }
    }
}

/// Takes over the sequences that stand alone. Models declare none, so that those that are there stay; one that
/// a column owns goes with it.
pub fn sequences(desired: &mut Schema, actual: &Schema) {
    let stays = |owner: &Reference| {
        let is = |table: &&Table| {
            table.name == owner.table || table.renamed_from.as_ref() == Some(&owner.table)
        };
        let table = desired.tables.iter().find(is);
        table.is_some_and(|table| match &owner.column {
            Some(column) => table
                .columns
                .iter()
                .any(|own| own.name == *column || own.renamed_from.as_ref() == Some(column)),
            None => true,
        })
    };
    let kept = actual.sequences.iter().filter(|sequence| {
        let is_there = desired.sequences.iter().any(|own| own.name == sequence.name);
        !is_there && sequence.owned_by.as_ref().is_none_or(stays)
    });
    let kept: Vec<_> = kept.cloned().collect();
    desired.sequences.extend(kept);
}

/// Takes over the views, functions, triggers … that the models say nothing about.
pub fn objects(desired: &mut Schema, actual: &Schema) {
    let (managed, absent) = (&desired.managed, &desired.absent);
    desired.objects.retain(|o| o.origin.is_some());
    let declared: Vec<ObjectName> = desired.objects.iter().map(SchemaObject::object_name).collect();
    let kept = actual.objects.iter().filter(|o| {
        let name = o.object_name();
        !managed.contains(&o.kind) && !absent.contains(&name) && !declared.contains(&name)
    });
    let kept: Vec<_> = kept.cloned().collect();
    desired.objects.extend(kept);
}
