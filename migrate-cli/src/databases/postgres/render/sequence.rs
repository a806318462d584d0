use model_core::schema::{QualifiedName, SequenceOptions};

use crate::databases::postgres::quote::{literal, qualified, quote};
use crate::databases::postgres::sequence::bounds;
use crate::databases::postgres::statement::{ColumnName, Range, SequenceChanges};

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
    let (low, high) = bounds(options.ty.as_deref());
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

/// `CREATE SEQUENCE`
pub fn create(name: &QualifiedName, of: &SequenceOptions) -> String {
    let mut words = vec![format!("CREATE SEQUENCE {}", qualified(name))];
    words.extend(options(of, true));
    words.join(" ")
}

/// `ALTER SEQUENCE`
pub fn alter(name: &QualifiedName, changes: &SequenceChanges) -> String {
    let SequenceOptions { ty, start, increment, min, max, cache, cycle } = changes.options();
    let number = |word: &str, value: &Option<i64>| value.map(|value| format!("{word} {value}"));
    let words = [
        ty.as_ref().map(|ty| format!("AS {ty}")),
        number("INCREMENT BY", increment),
        number("MINVALUE", min),
        number("MAXVALUE", max),
        number("START WITH", start),
        number("CACHE", cache),
        cycle.map(|cycle| if cycle { "CYCLE" } else { "NO CYCLE" }.to_owned()),
    ];
    let words: Vec<String> = words.into_iter().flatten().collect();
    format!("ALTER SEQUENCE {} {}", qualified(name), words.join(" "))
}

/// `ALTER SEQUENCE … OWNED BY`
pub fn set_owner(name: &QualifiedName, owner: Option<&ColumnName>) -> String {
    let owner = owner.map(|owner| format!("{}.{}", qualified(&owner.table), quote(&owner.column)));
    format!("ALTER SEQUENCE {} OWNED BY {}", qualified(name), owner.as_deref().unwrap_or("NONE"))
}

/// Goes on where another sequence stands, or at the nearest value in the range.
pub fn copy_count(to: &QualifiedName, from: &QualifiedName, range: Range) -> String {
    let Range { least, greatest } = range;
    format!(
        "SELECT setval({}, least(greatest(last_value, {least}), {greatest}), is_called) FROM {}",
        literal(&qualified(to)),
        qualified(from)
    )
}

/// Goes on after the last value that is there; nothing where there is none in the range.
pub fn count_on(
    sequence: &QualifiedName,
    column: &ColumnName,
    downwards: bool,
    range: Range,
) -> String {
    let last = if downwards { "min" } else { "max" };
    let (table, column) = (qualified(&column.table), quote(&column.column));
    let Range { least, greatest } = range;
    format!(
        "SELECT setval({}, {last}({column})) FROM {table} \
         HAVING {last}({column}) BETWEEN {least} AND {greatest}",
        literal(&qualified(sequence)),
    )
}
