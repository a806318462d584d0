//! Character sets and collations.

/// The character set of a collation: what stands before the first `_`.
pub fn charset_of(collation: &str) -> &str {
    collation.split('_').next().unwrap_or(collation)
}

/// Whether a column of this type has a character set.
pub fn has_charset(native: &str) -> bool {
    let name: String = native.chars().take_while(char::is_ascii_alphabetic).collect();
    matches!(
        name.to_ascii_lowercase().as_str(),
        "char" | "varchar" | "tinytext" | "text" | "mediumtext" | "longtext" | "enum" | "set"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_have_a_character_set() {
        for native in ["varchar(20)", "enum('a')", "longtext", "char(1) /*M!100301 COMPRESSED*/"] {
            assert!(has_charset(native), "{native}");
        }
        for native in ["varbinary(20)", "int(11)", "blob", "uuid", "settlement"] {
            assert!(!has_charset(native), "{native}");
        }
        assert_eq!(charset_of("utf8mb4_general_ci"), "utf8mb4");
        assert_eq!(charset_of("binary"), "binary");
    }
}
