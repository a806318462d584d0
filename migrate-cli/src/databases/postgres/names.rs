//! Names: those that the server gives by itself, and how long they may be.

use model_core::schema::QualifiedName;

use crate::plan::IdentifierLimit;

/// The longest identifier, in bytes.
const LONGEST: usize = 63;

/// The longest identifier.
pub const LIMIT: IdentifierLimit = IdentifierLimit::Bytes(LONGEST);

/// The namespace of names without one, where it has to be written.
pub const DEFAULT_NAMESPACE: &str = "public";

/// The namespace that a name is in.
pub fn namespace_of(name: &QualifiedName) -> &str {
    name.schema.as_deref().unwrap_or(DEFAULT_NAMESPACE)
}

/// The name of something in the namespace of another.
pub fn beside(other: &QualifiedName, name: &str) -> QualifiedName {
    QualifiedName { schema: other.schema.clone(), name: name.to_owned() }
}

/// The sequence of an identity or serial column.
pub fn sequence(table: &str, column: &str) -> String {
    made_of(table, Some(column), "seq")
}

/// `table_column_label`, the longer of the first two cut until all of it fits.
pub fn made_of(table: &str, column: Option<&str>, label: &str) -> String {
    let overhead = label.len() + 1 + usize::from(column.is_some());
    let room = LONGEST.saturating_sub(overhead);
    let (mut first, mut second) = (table.len(), column.map_or(0, str::len));
    while first + second > room {
        if first > second { first -= 1 } else { second -= 1 }
    }
    let mut name = cut(table, first).to_owned();
    if let Some(column) = column {
        name.push('_');
        name.push_str(cut(column, second));
    }
    format!("{name}_{label}")
}

/// At most so many bytes, no character split.
fn cut(text: &str, bytes: usize) -> &str {
    IdentifierLimit::Bytes(bytes).cut(text, "")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn as_the_server_does() {
        assert_eq!(sequence("users", "id"), "users_id_seq");
        let table = "loooooooooooooooooooooooooooooooooooooooong_table_63_characters";
        assert_eq!(
            made_of(table, Some("a"), "fkey"),
            "loooooooooooooooooooooooooooooooooooooooong_table_63_cha_a_fkey"
        );
        assert_eq!(
            made_of("loooooong_table_29_characters", Some("loooong_column_28_characters"), "fkey"),
            "loooooong_table_29_characters_loooong_column_28_characters_fkey"
        );
    }
}
