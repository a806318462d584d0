//! Names of Rust for names of a database.

use std::collections::BTreeSet;

use heck::{ToSnakeCase, ToUpperCamelCase};

/// What every file has in scope, or the derive needs by its name.
const TAKEN_TYPES: &[&str] = &[
    "AsExpression",
    "BigDecimal",
    "Box",
    "Clone",
    "Copy",
    "DateTime",
    "Debug",
    "Default",
    "Embed",
    "Eq",
    "Err",
    "FromSqlRow",
    "Into",
    "From",
    "Iterator",
    "Hash",
    "Model",
    "ModelEnum",
    "ModelType",
    "NaiveDate",
    "NaiveDateTime",
    "NaiveTime",
    "None",
    "OffsetDateTime",
    "Ok",
    "Option",
    "Ord",
    "PartialEq",
    "PartialOrd",
    "PrimitiveDateTime",
    "QueryId",
    "Result",
    "Self",
    "Send",
    "Some",
    "SqlType",
    "String",
    "Sync",
    "ToString",
    "Utc",
    "Uuid",
    "Vec",
    "Array",
    "Jsonb",
    "Json",
];

/// Names of modules under which others are found, and of Rust's own types.
const TAKEN_MODULES: &[&str] = &[
    "alloc",
    "bigdecimal",
    "bool",
    "char",
    "chrono",
    "columns",
    "core",
    "diesel",
    "dsl",
    "f32",
    "f64",
    "i128",
    "i16",
    "i32",
    "i64",
    "i8",
    "inventory",
    "isize",
    "model_core",
    "serde_json",
    "std",
    "str",
    "table",
    "time",
    "u128",
    "u16",
    "u32",
    "u64",
    "u8",
    "usize",
    "uuid",
];

/// What Diesel's module of a table, the builder and the attributes have themselves.
const TAKEN_FIELDS: &[&str] = &[
    "SqlType",
    "all_columns",
    "build",
    "columns",
    "deferrable",
    "dsl",
    "expression",
    "nulls_not_distinct",
    "star",
    "table",
    "unique",
];

/// The field or module for a name: in letters that Rust takes and that its lints like.
pub fn snake(name: &str) -> String {
    let letters = deunicode::deunicode(name);
    let is_plain =
        letters.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit() || b == b'_')
            && !letters.contains("__");
    let mut snake = if is_plain { letters } else { letters.to_snake_case() };
    snake.retain(|c| c == '_' || c.is_ascii_alphanumeric());
    if !snake.starts_with(|c: char| c == '_' || c.is_ascii_alphabetic()) {
        snake.insert(0, '_');
    }
    match snake.as_str() {
        "_" => "column_".to_owned(),
        "self" | "super" | "crate" => snake + "_",
        _ => snake,
    }
}

/// The field for a column.
pub fn field(column: &str) -> String {
    let name = snake(column);
    if TAKEN_FIELDS.contains(&name.as_str()) { name + "_" } else { name }
}

/// The module for a table.
pub fn module(table: &str) -> String {
    let name = snake(table);
    if TAKEN_MODULES.contains(&name.as_str()) { name + "_" } else { name }
}

/// The type for a name.
pub fn camel(name: &str, otherwise: &str) -> String {
    let mut camel = deunicode::deunicode(name).to_upper_camel_case();
    camel.retain(|c| c.is_ascii_alphanumeric());
    if !camel.starts_with(|c: char| c.is_ascii_alphabetic()) {
        camel.insert_str(0, otherwise);
    }
    camel
}

/// A type whose name is in scope already gets another.
pub fn not_taken(camel: String) -> String {
    if TAKEN_TYPES.contains(&camel.as_str()) { camel + "Row" } else { camel }
}

/// The name, or the first of it with a number that nobody has.
pub fn free(name: String, taken: &mut BTreeSet<String>) -> String {
    free_with(name, taken, "")
}

/// The same, with something between the name and its number.
pub fn free_with(name: String, taken: &mut BTreeSet<String>, between: &str) -> String {
    let mut found = name.clone();
    for number in 2.. {
        if taken.insert(found.to_lowercase()) {
            break;
        }
        found = format!("{name}{between}{number}");
    }
    found
}

/// The singular by the rules that hold for most English words, in the last word of a name.
pub fn singular(name: &str) -> String {
    let lower = name.to_ascii_lowercase();
    let cut = |count: usize, end: &str| format!("{}{end}", &name[..name.len() - count]);
    let ends = |ending: &str| lower.ends_with(ending);
    const SAME: [&str; 7] = ["series", "species", "news", "status", "address", "bus", "gas"];
    if SAME.iter().any(|word| ends(word))
        || ["ss", "us", "is"].iter().any(|end| ends(end))
        || !name.is_ascii()
    {
        return name.to_owned();
    }
    if ends("people") {
        return cut(6, if name.ends_with("people") { "person" } else { "Person" });
    }
    if ends("children") {
        return cut(3, "");
    }
    if ends("statuses")
        || ends("addresses")
        || ends("buses")
        || ends("sses")
        || ends("xes")
        || ends("ches")
        || ends("shes")
    {
        return cut(2, "");
    }
    if ends("movies") || ends("ties") && lower.len() == 4 {
        return cut(1, "");
    }
    if ends("ies") && lower.len() > 4 {
        return cut(3, "y");
    }
    if ends("s") && lower.len() > 1 {
        return cut(1, "");
    }
    name.to_owned()
}

/// The struct whose table Diesel calls so by itself: the name without its last `s`.
pub fn without_s(name: &str) -> String {
    match name.strip_suffix('s') {
        Some(stem) if !stem.is_empty() => stem.to_owned(),
        _ => name.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn any_name_becomes_one_of_rust() {
        let names = ["ArtistId", "first name", "2fa", "größe", "Москва", "", "self", "a__b", "%"];
        let fields = names.map(field);
        let expected = [
            "artist_id",
            "first_name",
            "_2fa",
            "grosse",
            "moskva",
            "column_",
            "self_",
            "a_b",
            "column_",
        ];
        assert_eq!(fields, expected);
        assert_eq!(["table", "build", "type"].map(field), ["table_", "build_", "type"]);
        assert_eq!(["diesel", "users", "i32"].map(module), ["diesel_", "users", "i32_"]);
        assert_eq!(camel("2fa_codes", "Table"), "Table2faCodes");
    }

    #[test]
    fn singulars_follow_the_common_rules() {
        let words = [
            "users",
            "categories",
            "boxes",
            "status",
            "addresses",
            "people",
            "series",
            "movies",
            "branches",
            "data",
        ];
        let expected = [
            "user", "category", "box", "status", "address", "person", "series", "movie", "branch",
            "data",
        ];
        assert_eq!(words.map(singular), expected);
    }

    #[test]
    fn names_that_are_taken_get_a_number() {
        let mut taken = BTreeSet::new();
        let names = ["a", "A", "a"].map(|name| free(name.to_owned(), &mut taken));
        assert_eq!(names, ["a", "A2", "a3"]);
    }
}
