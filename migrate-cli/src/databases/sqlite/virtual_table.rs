//! Virtual tables: their modules keep tables of their own behind them, which come and go with them.

use model_core::schema::{ObjectKind, SchemaObject};

use crate::databases::sqlite::session::LEXIS;
use crate::sql::Token;

/// Whether a statement makes a virtual table.
pub fn is_virtual(sql: &str) -> bool {
    LEXIS.tokens(sql).get(1).is_some_and(|t| t.is("VIRTUAL"))
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
}
