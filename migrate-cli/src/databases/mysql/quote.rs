//! Names and values as they are written in SQL.

use model_core::schema::{Literal, QualifiedName};

/// An identifier, quoted.
pub fn quote(identifier: &str) -> String {
    format!("`{}`", identifier.replace('`', "``"))
}

/// A table's name, with its database where that is another one.
pub fn name(table: &QualifiedName) -> String {
    match &table.schema {
        Some(schema) => format!("{}.{}", quote(schema), quote(&table.name)),
        None => quote(&table.name),
    }
}

/// An account as SQL.
pub fn account(user: &str, host: Option<&str>) -> String {
    match host {
        Some(host) => format!("{}@{}", quote(user), quote(host)),
        None => quote(user),
    }
}

/// A text literal, escaped and quoted. Wrong under NO_BACKSLASH_ESCAPES where a backslash is in
/// it, so a plan with one switches that mode off.
pub fn literal(text: &str) -> String {
    let mut sql = String::with_capacity(text.len() + 2);
    sql.push('\'');
    for c in text.chars() {
        match c {
            '\'' => sql.push_str("''"),
            '\\' => sql.push_str("\\\\"),
            '\0' => sql.push_str("\\0"),
            // Left as it is, a client on Windows would read it as the end of the file.
            '\u{1a}' => sql.push_str("\\Z"),
            c => sql.push(c),
        }
    }
    sql.push('\'');
    sql
}

/// A model's literal.
pub fn value(value: &Literal) -> String {
    match value {
        Literal::Bool(true) => "1".to_owned(),
        Literal::Bool(false) => "0".to_owned(),
        Literal::Integer(number) => number.to_string(),
        Literal::Float(text) => text.clone(),
        Literal::Text(text) => literal(text),
        Literal::Bytes(bytes) => {
            let digits: String = bytes.iter().map(|b| format!("{b:02X}")).collect();
            format!("X'{digits}'")
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped() {
        assert_eq!(literal("it's 50% \\ ü\n"), "'it''s 50% \\\\ ü\n'");
    }

    #[test]
    fn names_are_quoted() {
        assert_eq!(quote("a`b.c"), "`a``b.c`");
        assert_eq!(name(&QualifiedName::qualified("other", "t")), "`other`.`t`");
    }
}
