use model_core::schema::{Sequence, SequenceOptions};

use super::{name, quote};

/// The least and the greatest value of a sequence's type.
pub fn type_bounds(ty: Option<&str>) -> (i64, i64) {
    match ty {
        Some("smallint") => (i16::MIN.into(), i16::MAX.into()),
        Some("integer") => (i32::MIN.into(), i32::MAX.into()),
        _ => (i64::MIN, i64::MAX),
    }
}

/// The words of `CREATE SEQUENCE` and of an identity column, those left out that say what the
/// database does anyhow.
pub fn options(options: &SequenceOptions, with_type: bool) -> Vec<String> {
    let mut words = Vec::new();
    if let (true, Some(ty)) = (with_type, options.ty.as_ref().filter(|t| *t != "bigint")) {
        words.push(format!("AS {ty}"));
    }
    let increment = options.increment.unwrap_or(1);
    if increment != 1 {
        words.push(format!("INCREMENT BY {increment}"));
    }
    let (low, high) = type_bounds(options.ty.as_deref());
    let (least, most) = if increment > 0 { (1, high) } else { (low, -1) };
    let min = options.min.unwrap_or(least);
    let max = options.max.unwrap_or(most);
    if min != least {
        words.push(format!("MINVALUE {min}"));
    }
    if max != most {
        words.push(format!("MAXVALUE {max}"));
    }
    let first = if increment > 0 { min } else { max };
    if let Some(start) = options.start.filter(|s| *s != first) {
        words.push(format!("START WITH {start}"));
    }
    if let Some(cache) = options.cache.filter(|c| *c != 1) {
        words.push(format!("CACHE {cache}"));
    }
    if options.cycle == Some(true) {
        words.push("CYCLE".to_owned());
    }
    words
}

/// The words of `ALTER SEQUENCE`, each with `prefix` before it (`SET ` in an identity column).
pub fn alter_options(
    before: &SequenceOptions,
    after: &SequenceOptions,
    prefix: &str,
) -> Vec<String> {
    let mut words = Vec::new();
    let mut number = |word: &str, before: Option<i64>, after: Option<i64>| {
        if let Some(after) = after.filter(|a| Some(*a) != before) {
            words.push(format!("{prefix}{word} {after}"));
        }
    };
    number("INCREMENT BY", before.increment, after.increment);
    number("MINVALUE", before.min, after.min);
    number("MAXVALUE", before.max, after.max);
    number("START WITH", before.start, after.start);
    number("CACHE", before.cache, after.cache);
    if after.cycle != before.cycle {
        let no = if after.cycle == Some(true) { "" } else { "NO " };
        words.push(format!("{prefix}{no}CYCLE"));
    }
    words
}

fn owner(sequence: &Sequence) -> Option<String> {
    let owner = sequence.owned_by.as_ref()?;
    let column = owner.column.as_ref()?;
    Some(format!("OWNED BY {}.{}", name(&owner.table), quote(column)))
}

pub fn create(sequence: &Sequence) -> String {
    let mut words = vec![format!("CREATE SEQUENCE {}", name(&sequence.name))];
    words.extend(options(&sequence.options, true));
    words.extend(owner(sequence));
    words.join(" ")
}

pub fn alter(before: &Sequence, after: &Sequence) -> String {
    let mut words = vec![format!("ALTER SEQUENCE {}", name(&after.name))];
    if before.options.ty != after.options.ty {
        words.extend(after.options.ty.as_ref().map(|ty| format!("AS {ty}")));
        // A new type takes its own bounds where the old ones were the old type's.
        words.extend(alter_options(
            &SequenceOptions { min: None, max: None, ..before.options.clone() },
            &after.options,
            "",
        ));
    } else {
        words.extend(alter_options(&before.options, &after.options, ""));
    }
    if before.owned_by != after.owned_by {
        words.push(owner(after).unwrap_or_else(|| "OWNED BY NONE".to_owned()));
    }
    words.join(" ")
}
