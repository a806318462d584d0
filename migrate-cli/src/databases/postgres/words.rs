//! Reads SQL expressions as far as finding the names in them.

use std::ops::Range;

/// Words that the server quotes when it prints them as names.
#[rustfmt::skip]
const KEYWORDS: &[&str] = &[
    "all", "analyse", "analyze", "and", "any", "array", "as", "asc", "asymmetric",
    "authorization", "between", "bigint", "binary", "bit", "boolean", "both", "case", "cast",
    "char", "character", "check", "coalesce", "collate", "collation", "column", "concurrently",
    "constraint", "create", "cross", "current_catalog", "current_date", "current_role",
    "current_schema", "current_time", "current_timestamp", "current_user", "dec", "decimal",
    "default", "deferrable", "desc", "distinct", "do", "else", "end", "except", "exists",
    "extract", "false", "fetch", "float", "for", "foreign", "freeze", "from", "full", "grant",
    "greatest", "group", "grouping", "having", "ilike", "in", "initially", "inner", "inout",
    "int", "integer", "intersect", "interval", "into", "is", "isnull", "join", "lateral",
    "leading", "least", "left", "like", "limit", "localtime", "localtimestamp", "national",
    "natural", "nchar", "none", "normalize", "not", "notnull", "null", "nullif", "numeric",
    "offset", "on", "only", "or", "order", "out", "outer", "overlaps", "overlay", "placing",
    "position", "precision", "primary", "real", "references", "returning", "right", "row",
    "select", "session_user", "setof", "similar", "smallint", "some", "substring", "symmetric",
    "table", "tablesample", "then", "time", "timestamp", "to", "trailing", "treat", "trim",
    "true", "union", "unique", "user", "using", "values", "varchar", "variadic", "verbose",
    "when", "where", "window", "with", "xmlattributes", "xmlconcat", "xmlelement", "xmlexists",
    "xmlforest", "xmlnamespaces", "xmlparse", "xmlpi", "xmlroot", "xmlserialize", "xmltable",
];

/// An identifier as the server prints it: quoted only where it has to be.
pub fn printed(name: &str) -> String {
    let mut chars = name.chars();
    let plain = chars.next().is_some_and(|c| c.is_ascii_lowercase() || c == '_')
        && chars.all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_')
        && KEYWORDS.binary_search(&name).is_err();
    if plain { name.to_owned() } else { crate::databases::postgres::render::quote(name) }
}

/// A name found in an expression.
#[derive(Debug, PartialEq, Eq)]
pub struct Word {
    /// Without quotes, folded where it had none.
    pub name: String,
    /// Where it stands.
    pub place: Range<usize>,
    /// Whether a parenthesis follows, as after a function's name.
    pub called: bool,
}

/// Every name in an expression; texts in quotes are none.
pub fn words(expression: &str) -> Vec<Word> {
    let text = expression.as_bytes();
    let mut found = Vec::new();
    let mut at = 0;
    while at < text.len() {
        let start = at;
        match text[at] {
            b'\'' => {
                let escapes = start > 0 && matches!(text[start - 1], b'e' | b'E');
                at = after_literal(text, at, escapes);
            }
            b'"' => {
                at = after_quoted(text, at);
                let name = expression.get(start + 1..at.saturating_sub(1)).unwrap_or_default();
                push(&mut found, text, name.replace("\"\"", "\""), start..at);
            }
            b'$' => at = after_dollars(expression, at),
            c if is_start(c) => {
                while at < text.len()
                    && (is_start(text[at]) || text[at].is_ascii_digit() || text[at] == b'$')
                {
                    at += 1;
                }
                // The E of E'…' is none.
                if text.get(at) != Some(&b'\'') || at - start > 1 {
                    push(&mut found, text, expression[start..at].to_lowercase(), start..at);
                }
            }
            c if c.is_ascii_digit() => {
                while at < text.len() && (text[at].is_ascii_alphanumeric() || text[at] == b'.') {
                    at += 1;
                }
            }
            _ => at += 1,
        }
    }
    found
}

fn is_start(c: u8) -> bool {
    c.is_ascii_alphabetic() || c == b'_' || c >= 0x80
}

fn push(found: &mut Vec<Word>, text: &[u8], name: String, place: Range<usize>) {
    let called = text.get(place.end) == Some(&b'(');
    found.push(Word { name, place, called });
}

fn after_literal(text: &[u8], start: usize, escapes: bool) -> usize {
    let mut at = start + 1;
    while at < text.len() {
        match text[at] {
            b'\\' if escapes => at += 2,
            b'\'' if text.get(at + 1) == Some(&b'\'') => at += 2,
            b'\'' => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

fn after_quoted(text: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < text.len() {
        match text[at] {
            b'"' if text.get(at + 1) == Some(&b'"') => at += 2,
            b'"' => return at + 1,
            _ => at += 1,
        }
    }
    text.len()
}

/// After `$tag$ … $tag$`, or after the dollar where it opens nothing.
fn after_dollars(expression: &str, start: usize) -> usize {
    let rest = &expression[start + 1..];
    let Some(length) = rest.find('$') else { return start + 1 };
    let tag = &expression[start..start + length + 2];
    if !tag[1..tag.len() - 1].bytes().all(|c| is_start(c) || c.is_ascii_digit()) {
        return start + 1;
    }
    let body = start + tag.len();
    expression[body..].find(tag).map_or(expression.len(), |end| body + end + tag.len())
}

/// Whether a name occurs in an expression, be it of a column or of anything else.
pub fn mentions(expression: &str, name: &str) -> bool {
    words(expression).iter().any(|word| word.name == name)
}

/// The expression with columns renamed (before, after), as the server prints it then.
pub fn renamed(expression: &str, columns: &[(String, String)]) -> String {
    let mut text = String::new();
    let mut from = 0;
    for word in words(expression) {
        let new = columns.iter().find(|(before, after)| *before == word.name && before != after);
        let typed = expression[..word.place.start].ends_with("::");
        if let (Some((_, new)), false, false) = (new, word.called, typed) {
            text.push_str(&expression[from..word.place.start]);
            text.push_str(&printed(new));
            from = word.place.end;
        }
    }
    text.push_str(&expression[from..]);
    text
}

/// A type's text taken apart: its namespace, its name, and what follows (`[]`, `(10)`).
pub fn type_name(native: &str) -> (Option<String>, String, &str) {
    let found = words(native);
    match found.as_slice() {
        [first, second, ..] if native.get(first.place.end..second.place.start) == Some(".") => {
            (Some(first.name.clone()), second.name.clone(), &native[second.place.end..])
        }
        [first, ..] => (None, first.name.clone(), &native[first.place.end..]),
        [] => (None, String::new(), native),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_and_texts_are_not() {
        assert!(mentions("lower(\"Na\"\"me\") = 'x'", "Na\"me"));
        assert!(!mentions("a = 'name'::text", "name"));
        assert!(!mentions(r"a = E'it\'s name'", "name"));
        assert!(!mentions("a = $q$ name $q$", "name"));
        assert!(mentions("a = $q$ x $q$ AND name IS NULL", "name"));
    }

    #[test]
    fn renaming_leaves_functions_types_and_texts() {
        let columns = [("date".to_owned(), "Day".to_owned())];
        assert_eq!(renamed("date(date) > 'date'::date", &columns), "date(\"Day\") > 'date'::date");
    }

    #[test]
    fn types_come_apart() {
        assert_eq!(type_name("\"UserRole\"[]"), (None, "UserRole".to_owned(), "[]"));
        assert_eq!(type_name("app.mood"), (Some("app".to_owned()), "mood".to_owned(), ""));
        assert_eq!(type_name("numeric(10,2)"), (None, "numeric".to_owned(), "(10,2)"));
    }

    #[test]
    fn keywords_are_sorted() {
        assert!(KEYWORDS.is_sorted());
        assert_eq!(printed("order"), "\"order\"");
        assert_eq!(printed("order_1"), "order_1");
    }
}
