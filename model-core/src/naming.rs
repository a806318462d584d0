//! The names that constraints and indexes have by convention: pure functions over names.
//!
//! One file serves both the derive and everyone who links this crate: the derive has it by a
//! symbolic link, since a crate of macros can't give functions to others.

/// The longest identifier, in bytes, that no database cuts or refuses (PostgreSQL's limit).
pub const MAX_IDENTIFIER: usize = 63;

/// `pk_<table>`
pub fn primary_key(table: &str) -> String {
    fit(format!("pk_{table}"))
}

/// `uq_<table>_<columns>`
pub fn unique(table: &str, columns: &[impl AsRef<str>]) -> String {
    joined("uq", table, columns)
}

/// `ix_<table>_<columns>`
pub fn index(table: &str, columns: &[impl AsRef<str>]) -> String {
    joined("ix", table, columns)
}

/// `fk_<table>_<columns>`
pub fn foreign_key(table: &str, columns: &[impl AsRef<str>]) -> String {
    joined("fk", table, columns)
}

/// `ck_<table>_<what>`
pub fn check(table: &str, what: &str) -> String {
    fit(format!("ck_{table}_{what}"))
}

/// `ex_<table>_<what>`
pub fn exclusion(table: &str, what: &str) -> String {
    fit(format!("ex_{table}_{what}"))
}

/// The columns that an expression names, or a hash of it: what a check is about. It stays the same
/// while the expression does.
pub fn subject(expression: &str, columns: &[impl AsRef<str>]) -> String {
    let is_word = |character: char| character == '_' || character.is_alphanumeric();
    let mut named: Vec<&str> = Vec::new();
    for word in expression.split(|character| !is_word(character)) {
        if columns.iter().any(|column| column.as_ref() == word) && !named.contains(&word) {
            named.push(word);
        }
    }
    if named.is_empty() {
        return hash(expression);
    }
    named.join("_")
}

/// What the row that a column leads to is called: `group_id` leads to a `group`, and `white` to a
/// `white`; `id` says nothing.
pub fn relation_of_column(column: &str) -> Option<String> {
    let name = column.strip_suffix("_id").unwrap_or(column);
    (!name.is_empty() && name != "id").then(|| name.to_owned())
}

/// The plural by the rules that hold for most words; any other is written with `reverse = …`.
pub fn plural(name: &str) -> String {
    let vowel = |c: char| "aeiou".contains(c);
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(vowel) => return format!("{stem}ies"),
        _ => {}
    }
    if ["s", "x", "z", "ch", "sh"].iter().any(|end| name.ends_with(end)) {
        return format!("{name}es");
    }
    format!("{name}s")
}

fn joined(prefix: &str, table: &str, columns: &[impl AsRef<str>]) -> String {
    let mut name = format!("{prefix}_{table}");
    for column in columns {
        name.push('_');
        name.push_str(column.as_ref());
    }
    fit(name)
}

/// The name itself where it is short enough, otherwise its beginning and a hash of the whole.
///
/// The hash depends on nothing but the name, so that the shortened one is the same for ever.
pub fn fit(name: String) -> String {
    if name.len() <= MAX_IDENTIFIER {
        return name;
    }
    let hash = format!("_{:08x}", fnv1a(&name));
    let mut end = MAX_IDENTIFIER - hash.len();
    while !name.is_char_boundary(end) {
        end -= 1;
    }
    let beginning = name[..end].trim_end_matches('_');
    format!("{beginning}{hash}")
}

/// Eight hexadecimal digits that stand for a text.
pub fn hash(text: &str) -> String {
    format!("{:08x}", fnv1a(text))
}

/// FNV-1a, 32 bits: written out here since the standard library promises no stable hash.
fn fnv1a(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_join_table_and_columns() {
        assert_eq!(primary_key("group"), "pk_group");
        assert_eq!(unique("study_case", &["group_id", "name"]), "uq_study_case_group_id_name");
        assert_eq!(index("study_case", &["created_at"]), "ix_study_case_created_at");
        assert_eq!(foreign_key("study_case", &["group_id"]), "fk_study_case_group_id");
        assert_eq!(check("study_case", "name"), "ck_study_case_name");
    }

    #[test]
    fn sixty_three_bytes_are_kept_and_one_more_is_cut() {
        let table = "t".repeat(58);
        assert_eq!(foreign_key(&table, &["c"]).len(), 63);
        let long = foreign_key(&table, &["cc"]);
        assert_eq!(long.len(), 63);
        // Written out, because a hash that changes would rename constraints in databases.
        assert_eq!(long, format!("fk_{}_5dfbf6fa", "t".repeat(51)));
    }

    #[test]
    fn a_cut_never_splits_a_character() {
        let name = foreign_key(&"é".repeat(40), &["a"]);
        assert!(name.len() <= MAX_IDENTIFIER, "{name}");
        assert!(name.starts_with("fk_é"));
    }

    #[test]
    fn names_that_begin_alike_stay_apart() {
        let table = "a".repeat(70);
        assert_ne!(foreign_key(&table, &["x"]), foreign_key(&table, &["y"]));
    }

    #[test]
    fn plurals_follow_the_common_rules() {
        let words = ["case", "category", "day", "box", "branch", "bus"];
        let plurals = words.map(plural);
        assert_eq!(plurals, ["cases", "categories", "days", "boxes", "branches", "buses"]);
    }
}
