//! Reads the `CREATE INDEX` that SQLite keeps.

use model_core::schema::{Index, IndexColumn, IndexTarget, SortOrder};

use super::cursor::{self, Cursor, Unexpected};
use crate::databases::sqlite::session::LEXIS;

/// The index of a statement. `columns` are the table's, to tell them from expressions.
pub(super) fn read(sql: &str, columns: &[&str]) -> Result<Index, Unexpected> {
    let mut cursor = Cursor::new(sql);
    cursor.expect("CREATE")?;
    let unique = cursor.take("UNIQUE");
    cursor.expect("INDEX")?;
    if cursor.at_keywords("IF", "NOT") {
        cursor.next();
        cursor.next();
        cursor.expect("EXISTS")?;
    }
    let name = cursor.qualified_name()?;
    cursor.expect("ON")?;
    cursor.name()?;
    let mut index = Index { name, unique, definition: Some(sql.to_owned()), ..Index::default() };
    cursor.expect_symbol("(")?;
    loop {
        let Some(first) = cursor.peek() else { return Err(cursor.unexpected("a column")) };
        cursor.skip_part();
        index.columns.push(part(cursor.text_since(first), columns));
        if cursor.take_symbol(",") {
            continue;
        }
        cursor.expect_symbol(")")?;
        break;
    }
    if cursor.take("WHERE") {
        index.predicate = Some(cursor.rest().to_owned());
    }
    Ok(index)
}

/// One part: an expression or column, then a collation, then an order.
fn part(text: &str, columns: &[&str]) -> IndexColumn {
    let all = LEXIS.tokens(text);
    let mut rest = all.as_slice();
    let mut result = IndexColumn::new("");
    if let [before @ .., last] = rest
        && !before.is_empty()
        && (last.is("DESC") || last.is("ASC"))
    {
        if last.is("DESC") {
            result.order = SortOrder::Descending;
        }
        rest = before;
    }
    if let [before @ .., collate, name] = rest
        && !before.is_empty()
        && collate.is("COLLATE")
    {
        result.collation = cursor::name(name);
        rest = before;
    }
    let column = match rest {
        [only] => cursor::name(only).and_then(|name| {
            columns.iter().find(|c| c.eq_ignore_ascii_case(&name)).map(|c| (*c).to_owned())
        }),
        _ => None,
    };
    let span = match rest {
        [first, .., last] => &text[first.start..last.end()],
        [only] => only.text,
        [] => "",
    };
    result.target = match column {
        Some(column) => IndexTarget::Column(column),
        None => IndexTarget::Expression(span.to_owned()),
    };
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_expressions_and_a_condition() {
        let index = read(
            "CREATE UNIQUE INDEX \"i x\" /* why */ ON t (A COLLATE nocase DESC, lower(b, ',') , [c d]) WHERE a > 0 AND b",
            &["a", "b", "c d"],
        )
        .expect("the statement is right");
        assert!(index.unique);
        assert_eq!(index.name, "i x");
        assert_eq!(index.columns[0].target, IndexTarget::Column("a".into()));
        assert_eq!(index.columns[0].order, SortOrder::Descending);
        assert_eq!(index.columns[0].collation.as_deref(), Some("nocase"));
        assert_eq!(index.columns[1].target, IndexTarget::Expression("lower(b, ',')".into()));
        assert_eq!(index.columns[2].target, IndexTarget::Column("c d".into()));
        assert_eq!(index.predicate.as_deref(), Some("a > 0 AND b"));
    }
}
