//! Virtual tables: their modules keep tables of their own behind them, which come and go with them.

use model_core::schema::{ObjectKind, SchemaObject};

use crate::databases::sqlite::session::LEXIS;
use crate::sql::Token;

/// Whether a statement makes a virtual table.
pub fn is_virtual(sql: &str) -> bool {
    LEXIS.tokens(sql).get(1).is_some_and(|t| t.is("VIRTUAL"))
}

/// Whether a virtual table has no rows at all: it shows those of a full-text index in another way.
pub fn only_shows(object: &SchemaObject) -> bool {
    let tokens = LEXIS.tokens(object.definition.as_deref().unwrap_or_default());
    let module = tokens.iter().skip_while(|t| !t.is("USING")).nth(1);
    let shows = module.is_some_and(|m| ["fts4aux", "fts5vocab"].iter().any(|name| m.names(name)));
    object.kind == ObjectKind::Table && shows
}

/// Whether an object is a virtual table whose rows are those of another table, to be had from there at any
/// time: a full-text index with `content = …`.
pub fn is_index(object: &SchemaObject) -> bool {
    let sql = object.definition.as_deref().unwrap_or_default();
    let tokens = LEXIS.tokens(sql);
    let module = tokens.iter().skip_while(|t| !t.is("USING")).nth(1);
    let indexes_text = module.is_some_and(|m| ["fts4", "fts5"].iter().any(|name| m.names(name)));
    let name = |token: &Token<'_>| token.name().or_else(|| token.value());
    let has_content = tokens.windows(3).any(|part| {
        part[0].is("content")
            && part[1].is_symbol("=")
            && name(&part[2]).is_some_and(|table| !table.is_empty())
    });
    object.kind == ObjectKind::Table && indexes_text && has_content
}

/// The rows that a virtual table keeps itself, as far as they can be had from it and given to another.
pub struct OwnRows {
    is_text: bool,
    /// Its columns in their order, and whether a row can do without.
    columns: Vec<(String, bool)>,
}

impl OwnRows {
    /// What its statement says of them. `None`: its module is not known, or does not give back what it is
    /// given.
    pub fn of(object: &SchemaObject) -> Option<Self> {
        let tokens = LEXIS.tokens(object.definition.as_deref()?);
        let module = tokens.iter().skip_while(|t| !t.is("USING")).nth(1)?;
        let is_one_of = |names: &[&str]| names.iter().any(|name| module.names(name));
        let is_text = is_one_of(&["fts3", "fts4", "fts5"]);
        if !is_text && !is_one_of(&["rtree"]) {
            return None;
        }
        let mut columns = Vec::new();
        for argument in arguments(&tokens) {
            let mut words = argument.iter().skip_while(|t| t.is_symbol("+"));
            let first = words.next()?;
            if is_text && words.next().is_some_and(|t| t.is_symbol("=")) {
                let kept_elsewhere = ["content", "contentless_delete", "languageid"];
                if kept_elsewhere.iter().any(|option| first.is(option)) {
                    return None;
                }
            } else if !(is_text && first.is("tokenize")) {
                let name = first.name().or_else(|| first.value())?;
                columns.push((name, is_text || argument.first()?.is_symbol("+")));
            }
        }
        Some(Self { is_text, columns })
    }

    /// The columns that the rows keep in another table, after the number of the row where they have one.
    /// `None`: they are no rows of that.
    pub fn kept_in(&self, after: &Self) -> Option<Vec<&str>> {
        let is_in =
            |name: &str, of: &Self| of.columns.iter().any(|(n, _)| LEXIS.same_name(n, name));
        let kept: Vec<&str> = self
            .columns
            .iter()
            .map(|(name, _)| name.as_str())
            .filter(|n| is_in(n, after))
            .collect();
        let complete = after.columns.iter().all(|(name, is_free)| *is_free || is_in(name, self));
        (self.is_text == after.is_text && complete && !kept.is_empty()).then_some(kept)
    }

    /// Whether rows have a number beside their columns.
    pub fn are_numbered(&self) -> bool {
        self.is_text
    }
}

/// What stands between the parentheses of a virtual table, by its commas.
fn arguments<'a, 'b>(tokens: &'b [Token<'a>]) -> Vec<&'b [Token<'a>]> {
    let Some(open) = tokens.iter().position(|t| t.is_symbol("(")) else { return Vec::new() };
    let inside = &tokens[open + 1..];
    let close = inside.iter().rposition(|t| t.is_symbol(")")).unwrap_or(inside.len());
    let mut depth = 0_usize;
    let is_comma = |token: &Token<'_>| {
        if token.is_symbol("(") {
            depth += 1;
        } else if token.is_symbol(")") {
            depth = depth.saturating_sub(1);
        }
        depth == 0 && token.is_symbol(",")
    };
    inside[..close].split(is_comma).filter(|argument| !argument.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use model_core::schema::QualifiedName;

    use super::*;

    fn index(sql: &str) -> bool {
        let definition = Some(sql.to_owned());
        let name = QualifiedName::new("f");
        is_index(&SchemaObject { definition, ..SchemaObject::new(ObjectKind::Table, name) })
    }

    #[test]
    fn an_index_has_its_rows_elsewhere() {
        assert!(index("CREATE VIRTUAL TABLE f USING fts5(a, content='t', content_rowid='id')"));
        assert!(index("CREATE VIRTUAL TABLE f USING FTS4(content=\"t\", a)"));
        assert!(!index("CREATE VIRTUAL TABLE f USING fts5(a)"));
        assert!(!index("CREATE VIRTUAL TABLE f USING fts5(a, content='')"));
        assert!(!index("CREATE VIRTUAL TABLE f USING rtree(content, a, b)"));
    }

    fn kept(before: &str, after: &str) -> Option<Vec<String>> {
        let rows = |arguments: &str| {
            let definition = Some(format!("CREATE VIRTUAL TABLE f USING {arguments}"));
            let name = QualifiedName::new("f");
            OwnRows::of(&SchemaObject { definition, ..SchemaObject::new(ObjectKind::Table, name) })
        };
        let (before, after) = (rows(before)?, rows(after)?);
        let kept = before.kept_in(&after)?;
        Some(kept.into_iter().map(str::to_owned).collect())
    }

    #[test]
    fn rows_are_taken_over_where_they_suit() {
        let both = || Some(vec!["a".to_owned(), "b c".to_owned()]);
        assert_eq!(
            kept(
                "fts5(a, \"b c\")",
                "fts5('b c' UNINDEXED, A, d, tokenize = 'unicode61 x (y, z)')"
            ),
            both()
        );
        assert_eq!(kept("fts4(a TEXT, [b c], tokenize=porter)", "fts5(a, \"b c\")"), both());
        let rectangle = ["id", "x", "y"].map(str::to_owned).to_vec();
        assert_eq!(kept("rtree(id, x, y)", "rtree(id, x, y, +label)"), Some(rectangle));
    }

    #[test]
    fn rows_that_do_not_suit_are_not() {
        for (before, after) in [
            ("fts5(a)", "fts5(b)"),
            ("fts5(a, content='')", "fts5(a, b, content='')"),
            ("fts5(a)", "rtree(a, b, c)"),
            ("rtree(id, x, y)", "rtree(id, x, y, z, q)"),
            ("geopoly(a)", "geopoly(a, b)"),
        ] {
            assert_eq!(kept(before, after), None, "{before} to {after}");
        }
    }
}
