//! What a view names. The server keeps its definition with every name quoted and every column under
//! its table or that table's alias, so that it can be told exactly.

use std::collections::BTreeSet;
use std::ops::Range;

use super::{Named, Tables, column, table};
use crate::databases::mysql::session::LEXIS;
use crate::sql::{Token, TokenKind};

/// A name in quotes, and where it stands.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Name {
    text: String,
    span: Range<usize>,
}

/// The names in the query of a view.
#[derive(Debug, Default)]
pub struct ViewNames {
    /// What it reads from, by its own name.
    tables: Vec<Name>,
    /// What is qualified: by which name, in which part of the query, and what.
    columns: Vec<(Name, usize, Name)>,
    /// The parts of the query.
    scopes: Vec<Scope>,
    /// What it calls, be it the server's own or somebody's.
    pub called: BTreeSet<String>,
    /// What the query itself makes and names.
    own: BTreeSet<String>,
}

/// One `SELECT`.
#[derive(Debug, Default)]
struct Scope {
    /// The one around it.
    outer: Option<usize>,
    /// What its columns are qualified by, and the table that it is of, where it is one.
    qualifiers: Vec<(String, Option<String>)>,
}

impl ViewNames {
    /// The tables and views that it reads from.
    pub fn read(&self) -> impl Iterator<Item = &str> {
        let names = self.tables.iter().map(|name| name.text.as_str());
        names.filter(|name| !self.own.contains(*name))
    }

    /// The table that a qualifier is of.
    fn table_of(&self, qualifier: &str, scope: usize) -> Option<&str> {
        let mut scope = self.scopes.get(scope);
        while let Some(Scope { outer, qualifiers }) = scope {
            if let Some((_, table)) = qualifiers.iter().find(|(name, _)| name == qualifier) {
                return table.as_deref();
            }
            scope = outer.and_then(|outer| self.scopes.get(outer));
        }
        None
    }
}

/// The words of a view's definition that name tables and columns.
pub fn named(definition: &str, tables: &Tables<'_>) -> Vec<Named> {
    let names = view_names(definition);
    let found = |span: &Range<usize>, reference| Named {
        span: span.clone(),
        reference,
        is_doubtful: false,
    };
    let known = |name: &str| tables.find(name).filter(|_| !names.own.contains(name));
    let read = names.tables.iter().filter_map(|name| {
        let known = known(&name.text)?;
        Some(found(&name.span, table(known)))
    });
    let columns = names.columns.iter().flat_map(|(qualifier, scope, name)| {
        let own = names.table_of(&qualifier.text, *scope);
        let known = own.and_then(known);
        let is_its_name = own.is_some_and(|own| own == qualifier.text);
        let column = known.and_then(|known| column(known, &name.text));
        let qualifies = known.filter(|_| is_its_name).map(|known| (&qualifier.span, table(known)));
        qualifies.into_iter().chain(column.map(|column| (&name.span, column)))
    });
    let columns = columns.map(|(span, reference)| found(span, reference));
    read.chain(columns).collect()
}

/// The names in the query of a view, from its whole definition.
pub fn view_names(definition: &str) -> ViewNames {
    let tokens = LEXIS.tokens(definition);
    let query = tokens.iter().position(|token| token.is("as")).map_or(0, |at| at + 1);
    let mut reader = Reader {
        tokens: &tokens[query..],
        names: ViewNames::default(),
        levels: vec![Level { scope: 0, reads: false }],
    };
    reader.names.scopes.push(Scope::default());
    let mut at = 0;
    while at < reader.tokens.len() {
        at = reader.step(at);
    }
    reader.names
}

/// What stands between two parentheses.
#[derive(Debug, Clone, Copy)]
struct Level {
    scope: usize,
    /// Names are of tables here.
    reads: bool,
}

struct Reader<'t, 's> {
    tokens: &'t [Token<'s>],
    names: ViewNames,
    levels: Vec<Level>,
}

const READS: [&str; 3] = ["from", "join", "straight_join"];

const READS_NO_MORE: [&str; 14] = [
    "where",
    "group",
    "having",
    "order",
    "limit",
    "union",
    "except",
    "intersect",
    "window",
    "on",
    "using",
    "for",
    "procedure",
    "into",
];

impl Reader<'_, '_> {
    fn level(&mut self) -> &mut Level {
        if self.levels.is_empty() {
            self.levels.push(Level { scope: 0, reads: false });
        }
        let last = self.levels.len() - 1;
        &mut self.levels[last]
    }

    fn is(&self, at: Option<usize>, is: impl Fn(&Token<'_>) -> bool) -> bool {
        at.and_then(|at| self.tokens.get(at)).is_some_and(is)
    }

    /// Reads what stands at a place, and gives the next one.
    fn step(&mut self, at: usize) -> usize {
        let token = self.tokens[at];
        let before = at.checked_sub(1);
        let level = *self.level();
        if token.is_symbol("(") {
            let goes_on = self.is(before, |t| {
                READS.iter().any(|word| t.is(word)) || t.is_symbol("(") || t.is_symbol(",")
            });
            self.levels.push(Level { reads: level.reads && goes_on, ..level });
        } else if token.is_symbol(")") {
            self.levels.pop();
        } else if token.is("select") {
            let outer = self.levels.len().checked_sub(2).map(|around| self.levels[around].scope);
            self.names.scopes.push(Scope { outer: outer.or(Some(0)), qualifiers: Vec::new() });
            let scope = self.names.scopes.len() - 1;
            *self.level() = Level { scope, reads: false };
        } else if READS.iter().any(|word| token.is(word)) {
            self.level().reads = true;
        } else if READS_NO_MORE.iter().any(|word| token.is(word)) {
            self.level().reads = false;
        } else if token.kind == TokenKind::Quoted {
            return self.chain(at, level);
        }
        at + 1
    }

    /// Reads names that hang together by dots.
    fn chain(&mut self, at: usize, level: Level) -> usize {
        let mut chain = Vec::new();
        let mut end = at;
        loop {
            let token = &self.tokens[end];
            let Some(text) = token.name() else { break };
            chain.push(Name { text, span: token.span() });
            let goes_on = self.is(Some(end + 1), |t| t.is_symbol("."))
                && self.is(Some(end + 2), |t| t.kind == TokenKind::Quoted);
            if !goes_on {
                break;
            }
            end += 2;
        }
        match <[Name; 1]>::try_from(chain) {
            Ok([name]) => self.single(at, level, name),
            Err(chain) => {
                if let Ok([qualifier, name]) = <[Name; 2]>::try_from(chain) {
                    self.names.columns.push((qualifier, level.scope, name));
                }
            }
        }
        end + 1
    }

    fn single(&mut self, at: usize, level: Level, name: Name) {
        let before = at.checked_sub(1);
        let is_called = self.is(Some(at + 1), |t| t.is_symbol("("));
        if !level.reads {
            let is_alias = self.is(before, |t| t.is("as"));
            if !is_alias && self.defines(at) {
                self.names.own.insert(name.text);
            } else if is_called && !is_alias {
                self.names.called.insert(name.text);
            }
            return;
        }
        let before = if self.is(before, |t| t.is("as")) { at.checked_sub(2) } else { before };
        let qualifiers = &mut self.names.scopes[level.scope].qualifiers;
        let is_symbol = |t: &Token<'_>| t.is_symbol(")");
        let ends = before.and_then(|at| self.tokens.get(at));
        if ends.is_some_and(|t| t.kind == TokenKind::Quoted) {
            // The alias of the table before it.
            if let Some(last) = qualifiers.last_mut() {
                last.0 = name.text;
            }
        } else if ends.is_some_and(is_symbol) {
            qualifiers.push((name.text, None));
        } else {
            qualifiers.push((name.text.clone(), Some(name.text.clone())));
            self.names.tables.push(name);
        }
    }

    /// Whether a name is that of a query of its own: `name AS (`, `name (columns) AS (`.
    fn defines(&self, at: usize) -> bool {
        let mut next = at + 1;
        if self.is(Some(next), |t| t.is_symbol("(")) {
            let close = self.tokens[next..].iter().position(|t| t.is_symbol(")"));
            let Some(close) = close else { return false };
            next += close + 1;
        }
        self.is(Some(next), |t| t.is("as")) && self.is(Some(next + 1), |t| t.is_symbol("("))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::databases::mysql::named::{references, table_of};

    fn told(definition: &str) -> Vec<String> {
        let tables = [
            table_of("case", &["group_id", "name"]),
            table_of("group", &["id"]),
            table_of("q", &["id"]),
        ];
        let named = named(definition, &Tables::new(tables.iter()));
        let told = references(&named).into_iter().map(|r| match r.column {
            Some(column) => format!("{}.{column}", r.table),
            None => r.table.to_string(),
        });
        told.collect()
    }

    #[test]
    fn a_column_is_that_of_its_table() {
        let told = told(
            "CREATE VIEW `v` AS select `g`.`id` AS `Select`,`case`.`name` AS `name` from (`group` \
             `g` join `case` on(`case`.`group_id` = `g`.`id`)) where `x`.`y` = 'select' order by \
             `q`",
        );
        assert_eq!(told, ["case", "case.group_id", "case.name", "group", "group.id"]);
    }

    #[test]
    fn an_alias_is_that_of_its_own_query() {
        let told = told(
            "CREATE VIEW `v` (`a`) AS select `x`.`name` AS `name` from `case` `x` where exists(select \
             1 from `group` `x` where `x`.`id` = 1) union select `q`.`id` AS `id` from (select 1 \
             AS `id`) `q`",
        );
        assert_eq!(told, ["case", "case.name", "group", "group.id"]);
    }

    #[test]
    fn what_a_query_makes_itself_is_no_table() {
        let names = view_names(
            "CREATE VIEW `v` AS with `q` as (select `f`(`case`.`name`) AS `id` from `case`) select \
             `q`.`id` AS `id` from `q`",
        );
        assert_eq!(names.read().collect::<Vec<_>>(), ["case"]);
        assert_eq!(names.called, BTreeSet::from(["f".to_owned()]));
    }
}
