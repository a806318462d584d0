//! Which columns of a view are known to give NULL, and which never do, as far as its query says so plainly. A
//! database calls nearly every column of a view nullable, so what it says of that is no ground for an error.

use std::collections::BTreeMap;

use model_core::schema::{Column, ObjectKind, QualifiedName, Schema, Table};

use crate::sql::{Lexis, Token};

/// What is known of NULL in a column.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Nulls {
    /// It comes, with the reason.
    Come(String),
    /// It never does.
    Never,
    /// It never does in a number of rows.
    Count,
}

/// A table that the query reads.
struct Source<'a> {
    alias: String,
    table: &'a Table,
    /// An outer join gives a row without it, which the conditions from this one on could take out.
    optional_since: Option<usize>,
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

/// What is known of the columns that a query gives. Of a query over other views, with queries of its own or with
/// joins that are not plain, nothing is known.
pub fn nulls(query: &str, lexis: &Lexis, schema: &Schema) -> BTreeMap<String, Nulls> {
    let tokens = lexis.tokens(query.trim().trim_end_matches(';'));
    read(&tokens, lexis, schema).unwrap_or_default()
}

fn read(tokens: &[Token<'_>], lexis: &Lexis, schema: &Schema) -> Option<BTreeMap<String, Nulls>> {
    const UNPLAIN: [&str; 10] = [
        "UNION",
        "INTERSECT",
        "EXCEPT",
        "NATURAL",
        "LATERAL",
        "STRAIGHT_JOIN",
        "WITH",
        "ROLLUP",
        "CUBE",
        "GROUPING",
    ];
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
    query.read_sources(&rest[..end], 0)?;
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
    /// Reads joined tables; those from `first` on are joined here.
    fn read_sources(&mut self, tokens: &'a [Token<'a>], first: usize) -> Option<()> {
        let mut at = self.read_joined(tokens, 0)?;
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
            at = self.read_joined(tokens, at)?;
            let is_left_optional = matches!(side, Some("RIGHT" | "FULL"));
            let is_right_optional = matches!(side, Some("LEFT" | "FULL"));
            let (left, right) = (first..before, before..self.sources.len());
            let since = Some(self.conditions.len());
            for (side, is_optional) in [(&left, is_left_optional), (&right, is_right_optional)] {
                if is_optional {
                    self.sources[side.clone()].iter_mut().for_each(|s| s.optional_since = since);
                }
            }
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
                Some("LEFT") => right,
                Some("RIGHT") => left,
                Some(_) => 0..0,
                None => left.start..right.end,
            };
            let tokens = &tokens[at + 1..end];
            self.conditions.push(Condition { tokens, of, is_outer: side.is_some() });
            at = end;
        }
        Some(())
    }

    /// One table, or several that are joined in parentheses.
    fn read_joined(&mut self, tokens: &'a [Token<'a>], at: usize) -> Option<usize> {
        if !tokens.get(at)?.is_symbol("(") {
            return self.read_source(tokens, at);
        }
        let mut depth = 1_usize;
        let mut end = at + 1;
        while depth > 0 {
            let token = tokens.get(end)?;
            depth += usize::from(token.is_symbol("("));
            depth -= usize::from(token.is_symbol(")"));
            end += 1;
        }
        self.read_sources(&tokens[at + 1..end - 1], self.sources.len())?;
        tokens.get(end).is_none_or(is_join_word).then_some(end)
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
        self.sources.push(Source { alias, table, optional_since: None });
        is_end.then_some(at)
    }

    fn columns(&self, list: &[Token<'_>]) -> BTreeMap<String, Nulls> {
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
            if let Some(alias) = counted(item) {
                found.insert(alias, Nulls::Count);
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

    fn reason(&self, place: usize, column: &Column) -> Option<Nulls> {
        let source = &self.sources[place];
        let table = &source.table.name;
        let of_source = |c: &&Condition<'_>| c.of.contains(&place);
        if let Some(since) = source.optional_since {
            let later = self.conditions[since..].iter();
            let mut spoken = later.filter(|c| !c.is_outer).filter(of_source);
            return (!spoken.any(|condition| self.speaks_of(condition, source)))
                .then(|| Nulls::Come(format!("a row may come without one of {table}")));
        }
        if is_never_null(source.table, column) {
            return Some(Nulls::Never);
        }
        if is_limited(self.schema, source.table, column, self.lexis) {
            return None;
        }
        let mut spoken = self.conditions.iter().filter(of_source);
        (!spoken.any(|condition| names(condition.tokens, &column.name, self.lexis)))
            .then(|| Nulls::Come(format!("{table}.{} may be NULL", column.name)))
    }

    fn speaks_of(&self, condition: &Condition<'_>, source: &Source<'_>) -> bool {
        let columns = source.table.columns.iter().map(|column| &column.name);
        columns.chain([&source.alias]).any(|name| names(condition.tokens, name, self.lexis))
    }
}

fn names(tokens: &[Token<'_>], name: &str, lexis: &Lexis) -> bool {
    tokens.iter().any(|token| token.name().is_some_and(|own| lexis.same_name(&own, name)))
}

/// The name of a count.
fn counted(item: &[Token<'_>]) -> Option<String> {
    let close = item.iter().position(|token| token.is_symbol(")"))?;
    let is_count = item.first()?.is("COUNT") && item.get(1)?.is_symbol("(");
    match &item[close + 1..] {
        [alias] if is_count => alias.name(),
        [word, alias] if is_count && word.is("AS") => alias.name(),
        _ => None,
    }
}

fn is_never_null(table: &Table, column: &Column) -> bool {
    let mut key = table.primary_key.iter().flat_map(|key| &key.columns);
    !column.nullable || key.any(|part| part.name == column.name)
}

/// Whether something else than the column itself may keep NULL out of it.
fn is_limited(schema: &Schema, table: &Table, column: &Column, lexis: &Lexis) -> bool {
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
    schema.objects.iter().any(is_forbidden) || is_checked
}

#[cfg(test)]
mod tests;
