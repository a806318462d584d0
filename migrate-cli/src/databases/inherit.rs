use std::collections::BTreeMap;

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
