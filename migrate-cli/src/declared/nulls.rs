//! Which columns of a view are known to give NULL, as far as its query says so plainly. A database calls nearly
//! every column of a view nullable, so what it says of that is no ground for an error.

use std::collections::BTreeMap;

use model_core::schema::{Column, ObjectKind, QualifiedName, Schema, Table};

use crate::sql::{Lexis, Token};

/// A table that the query reads.
struct Source<'a> {
    alias: String,
    table: &'a Table,
    /// An outer join gives a row without it.
    is_optional: bool,
}

/// A condition, and the sources whose rows it takes out.
struct Condition<'a> {
    tokens: &'a [Token<'a>],
    of: std::ops::Range<usize>,
    /// It is that of an outer join: where it fails, the row comes with NULLs.
    is_outer: bool,
}

struct Query<'a> {
    lexis: &'a Lexis,
    schema: &'a Schema,
    sources: Vec<Source<'a>>,
    conditions: Vec<Condition<'a>>,
}

/// The columns that NULL is known to come in, each with the reason. Of a query over other views, with queries
/// of its own or with joins that are not plain, nothing is known.
pub fn known(query: &str, lexis: &Lexis, schema: &Schema) -> BTreeMap<String, String> {
    let tokens = lexis.tokens(query.trim().trim_end_matches(';'));
    read(&tokens, lexis, schema).unwrap_or_default()
}

fn read(tokens: &[Token<'_>], lexis: &Lexis, schema: &Schema) -> Option<BTreeMap<String, String>> {
    const UNPLAIN: [&str; 7] =
        ["UNION", "INTERSECT", "EXCEPT", "NATURAL", "LATERAL", "STRAIGHT_JOIN", "WITH"];
    let is_plain = tokens.first()?.is("SELECT")
        && tokens.iter().filter(|token| token.is("SELECT")).count() == 1
        && !tokens.iter().any(|token| UNPLAIN.iter().any(|word| token.is(word)));
    if !is_plain {
        return None;
    }
    let mut list = &tokens[1..];
    while list.first().is_some_and(|t| ["ALL", "DISTINCT", "DISTINCTROW"].iter().any(|w| t.is(w))) {
        list = &list[1..];
    }
    if list.first()?.is("ON") {
        return None;
    }
    let from = find(list, 0, |all, at| {
        all[at].is("FROM") && !at.checked_sub(1).is_some_and(|before| all[before].is("DISTINCT"))
    })?;
    let (list, rest) = (&list[..from], &list[from + 1..]);
    let is_clause = |token: &Token<'_>| {
        const CLAUSES: [&str; 9] =
            ["WHERE", "GROUP", "HAVING", "WINDOW", "ORDER", "LIMIT", "OFFSET", "FETCH", "FOR"];
        CLAUSES.iter().any(|word| token.is(word))
    };
    let end = find(rest, 0, |all, at| is_clause(&all[at])).unwrap_or(rest.len());
    let mut query = Query { lexis, schema, sources: Vec::new(), conditions: Vec::new() };
    query.read_sources(&rest[..end])?;
    for word in ["WHERE", "HAVING"] {
        if let Some(at) = find(rest, end, |all, at| all[at].is(word)) {
            let last = find(rest, at + 1, |all, at| is_clause(&all[at])).unwrap_or(rest.len());
            let (tokens, of) = (&rest[at + 1..last], 0..query.sources.len());
            query.conditions.push(Condition { tokens, of, is_outer: false });
        }
    }
    Some(query.columns(list))
}

/// The first place outside of parentheses for which this holds.
fn find(
    tokens: &[Token<'_>],
    from: usize,
    is_it: impl Fn(&[Token<'_>], usize) -> bool,
) -> Option<usize> {
    let mut depth = 0_usize;
    for at in from..tokens.len() {
        if tokens[at].is_symbol("(") {
            depth += 1;
        } else if tokens[at].is_symbol(")") {
            depth = depth.saturating_sub(1);
        } else if depth == 0 && is_it(tokens, at) {
            return Some(at);
        }
    }
    None
}

/// A name with what stands before it, and the place after both.
fn qualified(tokens: &[Token<'_>]) -> Option<(Option<String>, String, usize)> {
    let mut parts = vec![tokens.first()?.name()?];
    let mut at = 1;
    while tokens.get(at).is_some_and(|token| token.is_symbol(".")) {
        parts.push(tokens.get(at + 1)?.name()?);
        at += 2;
    }
    let name = parts.pop()?;
    Some((parts.pop(), name, at))
}

const JOIN_WORDS: [&str; 8] = ["INNER", "CROSS", "JOIN", "LEFT", "RIGHT", "FULL", "ON", "USING"];

fn is_join_word(token: &Token<'_>) -> bool {
    token.is_symbol(",") || JOIN_WORDS.iter().any(|word| token.is(word))
}

impl<'a> Query<'a> {
    fn read_sources(&mut self, tokens: &'a [Token<'a>]) -> Option<()> {
        let mut at = self.read_source(tokens, 0)?;
        while at < tokens.len() {
            let word = &tokens[at];
            let side = ["LEFT", "RIGHT", "FULL"].into_iter().find(|side| word.is(side));
            if word.is_symbol(",") || word.is("JOIN") {
                at += 1;
            } else {
                let is_outer = side.is_some() && tokens.get(at + 1)?.is("OUTER");
                at += if is_outer { 2 } else { 1 };
                tokens.get(at).filter(|next| next.is("JOIN"))?;
                at += 1;
            }
            let before = self.sources.len();
            at = self.read_source(tokens, at)?;
            let is_left_optional = matches!(side, Some("RIGHT" | "FULL"));
            let is_right_optional = matches!(side, Some("LEFT" | "FULL"));
            self.sources[..before].iter_mut().for_each(|s| s.is_optional |= is_left_optional);
            self.sources[before].is_optional = is_right_optional;
            let is_said = tokens.get(at).is_some_and(|t| t.is("ON") || t.is("USING"));
            if !is_said {
                // The condition of joins within joins follows all of them.
                match side {
                    Some(_) => return None,
                    None => continue,
                }
            }
            let end = find(tokens, at + 1, |all, at| is_join_word(&all[at]));
            let end = end.unwrap_or(tokens.len());
            let of = match side {
                Some("LEFT") => before..before + 1,
                Some("RIGHT") => 0..before,
                Some(_) => 0..0,
                None => 0..before + 1,
            };
            let tokens = &tokens[at + 1..end];
            self.conditions.push(Condition { tokens, of, is_outer: side.is_some() });
            at = end;
        }
        Some(())
    }

    fn read_source(&mut self, tokens: &[Token<'_>], mut at: usize) -> Option<usize> {
        if tokens.get(at)?.is("ONLY") {
            at += 1;
        }
        let (schema, name, length) = qualified(&tokens[at..])?;
        at += length;
        let same = |a: &str, b: &str| self.lexis.same_name(a, b);
        let table = self.schema.tables.iter().find(|table| {
            let QualifiedName { schema: own, name: table } = &table.name;
            let is_there = match (&schema, own) {
                (Some(schema), Some(own)) => same(schema, own),
                (None, Some(_)) => false,
                (_, None) => true,
            };
            is_there && same(table, &name)
        })?;
        let mut alias = name;
        if tokens.get(at).is_some_and(|token| token.is("AS")) {
            at += 1;
        }
        if let Some(token) = tokens.get(at).filter(|token| !is_join_word(token)) {
            alias = token.name()?;
            at += 1;
        }
        let is_end = tokens.get(at).is_none_or(is_join_word);
        self.sources.push(Source { alias, table, is_optional: false });
        is_end.then_some(at)
    }

    fn columns(&self, list: &[Token<'_>]) -> BTreeMap<String, String> {
        let mut found = BTreeMap::new();
        let mut from = 0;
        while from < list.len() {
            let end = find(list, from, |all, at| all[at].is_symbol(",")).unwrap_or(list.len());
            let item = &list[from..end];
            from = end + 1;
            if item.last().is_some_and(|token| token.is_symbol("*")) {
                let of = item.first().and_then(Token::name);
                for (place, source) in self.sources.iter().enumerate() {
                    let is_meant = of.as_ref().is_none_or(|of| self.is(of, &source.alias));
                    for column in source.table.columns.iter().filter(|_| is_meant) {
                        let reason = self.reason(place, column);
                        found.extend(reason.map(|reason| (column.name.clone(), reason)));
                    }
                }
                continue;
            }
            let Some((of, name, length)) = qualified(item) else { continue };
            let shown = match &item[length..] {
                [] => name.clone(),
                [alias] => alias.name().unwrap_or_default(),
                [word, alias] if word.is("AS") => alias.name().unwrap_or_default(),
                _ => continue,
            };
            let Some((place, column)) = self.column(of.as_deref(), &name) else { continue };
            found.extend(self.reason(place, column).map(|reason| (shown, reason)));
        }
        found
    }

    fn is(&self, a: &str, b: &str) -> bool {
        self.lexis.same_name(a, b)
    }

    /// The one column that a name is of.
    fn column(&self, of: Option<&str>, name: &str) -> Option<(usize, &'a Column)> {
        let meant = self.sources.iter().enumerate();
        let meant = meant.filter(|(_, source)| of.is_none_or(|of| self.is(of, &source.alias)));
        let mut found = meant.filter_map(|(place, source)| {
            let column = source.table.columns.iter().find(|column| self.is(&column.name, name));
            column.map(|column| (place, column))
        });
        found.next().filter(|_| found.next().is_none())
    }

    fn reason(&self, place: usize, column: &Column) -> Option<String> {
        let source = &self.sources[place];
        let table = &source.table.name;
        let of_source = |c: &&Condition<'_>| c.of.contains(&place);
        if source.is_optional {
            let mut spoken = self.conditions.iter().filter(|c| !c.is_outer).filter(of_source);
            return (!spoken.any(|condition| self.speaks_of(condition, source)))
                .then(|| format!("a row may come without one of {table}"));
        }
        if !may_be_null(self.schema, source.table, column, self.lexis) {
            return None;
        }
        let mut spoken = self.conditions.iter().filter(of_source);
        (!spoken.any(|condition| names(condition.tokens, &column.name, self.lexis)))
            .then(|| format!("{table}.{} may be NULL", column.name))
    }

    fn speaks_of(&self, condition: &Condition<'_>, source: &Source<'_>) -> bool {
        let columns = source.table.columns.iter().map(|column| &column.name);
        columns.chain([&source.alias]).any(|name| names(condition.tokens, name, self.lexis))
    }
}

fn names(tokens: &[Token<'_>], name: &str, lexis: &Lexis) -> bool {
    tokens.iter().any(|token| token.name().is_some_and(|own| lexis.same_name(&own, name)))
}

/// Whether a table may hold NULL in a column.
fn may_be_null(schema: &Schema, table: &Table, column: &Column, lexis: &Lexis) -> bool {
    let mut key = table.primary_key.iter().flat_map(|key| &key.columns);
    let is_forbidden = |object: &model_core::schema::SchemaObject| {
        let is_its = object.kind == ObjectKind::Domain
            && column.ty.native().is_some_and(|ty| ty.ends_with(&object.name.name));
        is_its && object.domain.as_ref().is_some_and(|domain| domain.not_null)
    };
    let is_checked = table.checks.iter().any(|check| {
        let tokens = lexis.tokens(&check.expression);
        tokens.windows(2).any(|pair| pair[0].is("NOT") && pair[1].is("NULL"))
            && names(&tokens, &column.name, lexis)
    });
    column.nullable
        && !key.any(|part| part.name == column.name)
        && !schema.objects.iter().any(is_forbidden)
        && !is_checked
}

#[cfg(test)]
mod tests {
    use model_core::schema::ColumnType;

    use super::*;
    use crate::database::DatabaseKind;
    use crate::databases;

    fn schema() -> Schema {
        let column = |name: &str, nullable| Column {
            nullable,
            ..Column::new(name, ColumnType::Native("integer".into()))
        };
        let table = |name: &str, columns: Vec<Column>| Table {
            name: QualifiedName::new(name),
            columns,
            ..Table::default()
        };
        let item = vec![column("id", false), column("note", true), column("owner_id", true)];
        let person = vec![column("id", false), column("name", false)];
        Schema { tables: vec![table("item", item), table("person", person)], ..Schema::default() }
    }

    fn of(query: &str) -> Vec<String> {
        let all = [DatabaseKind::Sqlite, DatabaseKind::Postgres, DatabaseKind::Mysql].map(|kind| {
            let found = known(query, &databases::of(kind).session().lexis, &schema());
            found.into_keys().collect::<Vec<String>>()
        });
        assert_eq!(all[0], all[1], "{query}");
        assert_eq!(all[0], all[2], "{query}");
        all[0].clone()
    }

    #[test]
    fn a_nullable_column_that_nothing_speaks_of_gives_null() {
        for (query, columns) in [
            ("SELECT id, note FROM item", &["note"][..]),
            ("SELECT DISTINCT note remark, i.note AS text FROM item AS i;", &["remark", "text"]),
            ("SELECT * FROM item WHERE id > 0 ORDER BY note", &["note", "owner_id"]),
            ("SELECT i.* FROM item i, person", &["note", "owner_id"]),
            ("SELECT note, count(*) FROM item GROUP BY note HAVING count(*) > 1", &["note"]),
            ("SELECT note FROM item WHERE note IS NOT NULL", &[]),
            ("SELECT note FROM item WHERE NOT (note IS NULL)", &[]),
            ("SELECT coalesce(note, 0) AS note, id + 1 FROM item", &[]),
            ("SELECT CURRENT_DATE, NULL AS id FROM item", &[]),
            ("SELECT owner_id FROM item JOIN person p ON p.id = owner_id", &[]),
            ("SELECT owner_id FROM item JOIN person USING (id)", &["owner_id"]),
        ] {
            assert_eq!(of(query), columns, "{query}");
        }
    }

    #[test]
    fn the_other_side_of_an_outer_join_gives_null() {
        let joined = "FROM item i LEFT OUTER JOIN person p ON p.id = i.owner_id";
        for (query, columns) in [
            (format!("SELECT i.id, p.name, i.owner_id {joined}"), &["name", "owner_id"][..]),
            (format!("SELECT name {joined} WHERE p.id > 1"), &[]),
            (format!("SELECT name {joined} WHERE name <> ''"), &[]),
            (format!("SELECT name {joined} WHERE i.note > 1"), &["name"]),
            (format!("SELECT p.name {joined} JOIN person q ON q.id = p.id"), &[]),
            ("SELECT i.id FROM item i RIGHT JOIN person p ON p.id = i.id".into(), &["id"]),
            (
                "SELECT i.id a, p.id b FROM item i FULL JOIN person p ON p.id = i.id".into(),
                &["a", "b"],
            ),
        ] {
            assert_eq!(of(&query), columns, "{query}");
        }
    }

    #[test]
    fn of_what_is_not_plain_nothing_is_known() {
        for query in [
            "SELECT note FROM item UNION SELECT id FROM person",
            "WITH a AS (SELECT note FROM item) SELECT note FROM a",
            "SELECT note FROM (SELECT note FROM item) AS a",
            "SELECT note FROM other",
            "SELECT note FROM item LEFT JOIN (person JOIN item j ON true) ON true",
            "SELECT note FROM item TABLESAMPLE SYSTEM (10)",
            "VALUES (1)",
            "SELECT",
            "",
        ] {
            assert_eq!(of(query), [""; 0], "{query}");
        }
    }
}
