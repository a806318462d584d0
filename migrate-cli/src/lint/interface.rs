//! What callers and readers rely on, out of a definition: of databases that tell nothing else.

use model_core::schema::{ObjectKind, SchemaObject};

use crate::sql::{Lexis, Token};

/// The parameters and the result of a routine, the columns of a view; nothing where the text does not show them.
pub(super) fn of(object: &SchemaObject, lexis: &Lexis) -> Vec<String> {
    let tokens = lexis.tokens(object.definition.as_deref().unwrap_or_default());
    match object.kind {
        ObjectKind::Function | ObjectKind::Procedure => routine(&tokens, object.kind.word()),
        kind if kind.is_view() => columns(&tokens),
        _ => Vec::new(),
    }
}

fn routine(tokens: &[Token<'_>], word: &str) -> Vec<String> {
    const AFTER_TYPE: [&str; 14] = [
        "CHARSET",
        "CHARACTER",
        "COLLATE",
        "LANGUAGE",
        "NOT",
        "DETERMINISTIC",
        "CONTAINS",
        "NO",
        "READS",
        "MODIFIES",
        "SQL",
        "COMMENT",
        "BEGIN",
        "RETURN",
    ];
    let Some(at) = tokens.iter().position(|token| token.is(word)) else { return Vec::new() };
    let Some(open) = tokens[at..].iter().position(|token| token.is_symbol("(")) else {
        return Vec::new();
    };
    let (mut parts, mut depth) = (Vec::new(), 0_usize);
    let mut rest = &tokens[at + open..];
    while let Some((token, after)) = rest.split_first() {
        parts.push(token.text.to_lowercase());
        depth += usize::from(token.is_symbol("("));
        depth -= usize::from(token.is_symbol(")"));
        rest = after;
        if depth == 0 {
            break;
        }
    }
    if rest.first().is_some_and(|token| token.is("RETURNS")) {
        let ty = rest.iter().take_while(|t| !AFTER_TYPE.iter().any(|word| t.is(word)));
        parts.extend(ty.map(|token| token.text.to_lowercase()));
    }
    vec![parts.join(" ")]
}

/// The names of the columns, which a server that prints the text itself gives each `AS`.
fn columns(tokens: &[Token<'_>]) -> Vec<String> {
    let mut depth = 0_usize;
    let mut names = Vec::new();
    let begin = tokens.iter().position(|token| token.is("SELECT")).unwrap_or(tokens.len());
    for pair in tokens[begin..].windows(2) {
        depth += usize::from(pair[0].is_symbol("("));
        depth = depth.saturating_sub(usize::from(pair[0].is_symbol(")")));
        if depth > 0 {
            continue;
        }
        if pair[0].is("FROM") {
            break;
        }
        if pair[0].is("AS") {
            names.extend(pair[1].name());
        }
    }
    names
}

#[cfg(test)]
mod tests {
    use model_core::schema::QualifiedName;

    use super::*;
    use crate::database::DatabaseKind;
    use crate::databases;

    fn of(kind: ObjectKind, definition: &str) -> Vec<String> {
        let object = SchemaObject {
            definition: Some(definition.to_owned()),
            ..SchemaObject::new(kind, QualifiedName::new("x"))
        };
        super::of(&object, &databases::of(DatabaseKind::Mysql).session().lexis)
    }

    #[test]
    fn what_is_relied_on_is_read_from_the_text() {
        let function = "CREATE FUNCTION `f`(a int, b decimal(4,2)) RETURNS varchar(9) CHARSET utf8mb4 RETURN a";
        assert_eq!(
            of(ObjectKind::Function, function),
            ["( a int , b decimal ( 4 , 2 ) ) returns varchar ( 9 )"]
        );
        let procedure = "CREATE PROCEDURE `p`() BEGIN SELECT (1); END";
        assert_eq!(of(ObjectKind::Procedure, procedure), ["( )"]);
        let view =
            "CREATE VIEW `v` AS select `t`.`a` AS `a`,cast(`t`.`b` as char) AS `c d` from `t`";
        assert_eq!(of(ObjectKind::View, view), ["a", "c d"]);
    }
}
