use std::collections::BTreeMap;

use model_core::schema::{ObjectName, Schema, SchemaObject};

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
