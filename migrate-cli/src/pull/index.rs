//! The index of a materialized view, out of the statement that the server prints.

use model_core::schema::{Index, IndexColumn, IndexTarget, NullsOrder, SortOrder};

use crate::sql::{Lexis, Token};

/// The parts of an index; `None` where an attribute can't say one of them.
pub fn read(printed: &Index, lexis: &Lexis) -> Option<Index> {
    let text = printed.definition.as_deref()?;
    let tokens = lexis.tokens(text);
    let open = tokens.iter().position(|token| token.is_symbol("("))?;
    let close = closing(&tokens, open)?;
    let mut index = Index {
        name: printed.name.clone(),
        unique: tokens[..open].iter().any(|token| token.is("UNIQUE")),
        comment: printed.comment.clone(),
        ..Index::default()
    };
    let method = tokens[..open].windows(2).find(|pair| pair[0].is("USING"))?[1].name()?;
    index.method = Some(method).filter(|method| method != "btree");
    let mut from = open + 1;
    while from < close {
        let end = separator(&tokens[..close], from);
        index.columns.push(part(text, &tokens[from..end])?);
        from = end + 1;
    }
    let mut rest = &tokens[close + 1..];
    if rest.first().is_some_and(|token| token.is("INCLUDE")) {
        let end = closing(rest, 1)?;
        index.include = rest[2..end].iter().filter_map(Token::name).collect();
        rest = &rest[end + 1..];
    }
    match rest {
        [] => {}
        [word, .., last] if word.is("WHERE") => {
            index.predicate = Some(text[word.end()..last.end()].trim().to_owned());
        }
        _ => return None,
    }
    Some(index)
}

fn closing(tokens: &[Token<'_>], open: usize) -> Option<usize> {
    let mut depth = 0_usize;
    (open..tokens.len()).find(|at| {
        depth += usize::from(tokens[*at].is_symbol("("));
        depth = depth.saturating_sub(usize::from(tokens[*at].is_symbol(")")));
        depth == 0
    })
}

/// Where the part ends that begins here.
fn separator(tokens: &[Token<'_>], from: usize) -> usize {
    let mut at = from;
    while at < tokens.len() && !tokens[at].is_symbol(",") {
        at = if tokens[at].is_symbol("(") { closing(tokens, at).unwrap_or(at) + 1 } else { at + 1 };
    }
    at
}

fn part(text: &str, tokens: &[Token<'_>]) -> Option<IndexColumn> {
    let mut part = IndexColumn::new("");
    let mut rest = tokens;
    if let [head @ .., nulls, side] = rest
        && nulls.is("NULLS")
    {
        part.nulls = Some(if side.is("FIRST") { NullsOrder::First } else { NullsOrder::Last });
        rest = head;
    }
    if let [head @ .., word] = rest
        && word.is("DESC")
    {
        part.order = SortOrder::Descending;
        rest = head;
    }
    part.target = match rest {
        [column] => IndexTarget::Column(column.name()?),
        [first, .., last] if last.is_symbol(")") => {
            IndexTarget::Expression(text[first.start..last.end()].to_owned())
        }
        _ => return None,
    };
    Some(part)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::DatabaseKind;
    use crate::databases;

    fn of(text: &str) -> Option<Index> {
        let printed = Index { definition: Some(text.to_owned()), ..Index::default() };
        read(&printed, &databases::of(DatabaseKind::Postgres).session().lexis)
    }

    #[test]
    fn parts_are_read_from_the_statement() {
        let index = of(
            "CREATE UNIQUE INDEX i ON s.v USING btree (a, \"B c\" DESC NULLS LAST, lower(d)) INCLUDE (e) WHERE (a > 1)",
        );
        let index = index.expect("read");
        let targets: Vec<String> =
            index.columns.iter().map(|part| format!("{:?}", part.target)).collect();
        assert_eq!(targets, ["Column(\"a\")", "Column(\"B c\")", "Expression(\"lower(d)\")"]);
        assert_eq!(
            (index.columns[1].order, index.columns[1].nulls),
            (SortOrder::Descending, Some(NullsOrder::Last))
        );
        assert_eq!((index.unique, index.method, index.include), (true, None, vec!["e".to_owned()]));
        assert_eq!(index.predicate.as_deref(), Some("(a > 1)"));
        assert!(of("CREATE INDEX i ON v USING gin (a gin_trgm_ops)").is_none());
    }
}
