//! Names and values as SQLite reads them.

/// An identifier, quoted.
pub fn quote(identifier: &str) -> String {
    format!("\"{}\"", identifier.replace('"', "\"\""))
}

/// A text literal, escaped and quoted. SQLite's SQL ends at a NUL, so a text with one is made
/// of its bytes.
pub fn literal(text: &str) -> String {
    if text.contains('\0') {
        return format!("CAST({} AS TEXT)", bytes(text.as_bytes()));
    }
    format!("'{}'", text.replace('\'', "''"))
}

/// A literal of bytes.
pub fn bytes(bytes: &[u8]) -> String {
    let digits: String = bytes.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("X'{digits}'")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_pasted() {
        assert_eq!(quote("a\"b"), "\"a\"\"b\"");
        assert_eq!(literal("it's"), "'it''s'");
        assert_eq!(literal("a\0"), "CAST(X'6100' AS TEXT)");
    }
}
