//! What the body of a trigger, routine or event names. The server keeps it as somebody wrote it, so that words
//! are all there is: rather one too many than one too few, and what is in doubt is told to be.

use std::collections::BTreeSet;
use std::ops::Range;

use model_core::schema::{ObjectKind, Reference, SchemaObject, Table};

use super::{Named, Tables, column, lexis_of, table};
use crate::sql::{Lexis, Token};

/// The words of a definition that name tables and columns.
pub fn named(object: &SchemaObject, definition: &str, tables: &Tables<'_>) -> Vec<Named> {
    let lexis = lexis_of(object);
    let tokens = lexis.tokens(definition);
    let own = object.table.as_ref().and_then(|own| tables.find(&own.name));
    let start = match object.kind {
        ObjectKind::Trigger => body_of_trigger(&tokens),
        _ => 0,
    };
    let body = &tokens[start..];
    let declared = declared(object.kind, body);
    let read: Vec<&Table> = chains(body)
        .iter()
        .filter_map(|chain| chain.table(body))
        .filter_map(|at| tables.find(&body[at].name()?))
        .collect();
    let aliases = aliases(body, tables);
    let reader = Reader { body, tables, own, declared, read, aliases };
    let mut found: Vec<Named> = chains(body).iter().flat_map(|chain| reader.chain(chain)).collect();
    if let Some(own) = own {
        let on = tokens[..start].iter().position(|t| t.is("on")).and_then(|at| tokens.get(at + 1));
        found.extend(on.map(|name| Named {
            span: name.span(),
            reference: table(own),
            is_doubtful: false,
        }));
    }
    found
}

/// Where what a trigger does begins: behind `FOR EACH ROW`, and the trigger that it follows.
fn body_of_trigger(tokens: &[Token<'_>]) -> usize {
    let is = |at: usize, word| tokens.get(at).is_some_and(|t| t.is(word));
    let row =
        (0..tokens.len()).find(|at| is(*at, "for") && is(at + 1, "each") && is(at + 2, "row"));
    match row.map(|row| row + 3) {
        Some(next) if is(next, "follows") || is(next, "precedes") => next + 2,
        Some(next) => next,
        None => 0,
    }
}

/// The trigger that a trigger fires behind.
pub fn followed(definition: &str, lexis: &Lexis) -> Option<String> {
    let tokens = lexis.tokens(definition);
    let clause = body_of_trigger(&tokens).checked_sub(2).and_then(|at| tokens.get(at..at + 2))?;
    clause[1].name().filter(|_| clause[0].is("follows"))
}

/// The names of variables and parameters, in lower case: they hide the columns of that name.
fn declared(kind: ObjectKind, body: &[Token<'_>]) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    let name = |at: usize| body.get(at).and_then(Token::name).map(|name| name.to_lowercase());
    for (at, token) in body.iter().enumerate() {
        if !token.is("declare") {
            continue;
        }
        let mut next = at + 1;
        found.extend(name(next));
        while body.get(next + 1).is_some_and(|t| t.is_symbol(",")) {
            next += 2;
            found.extend(name(next));
        }
    }
    if matches!(kind, ObjectKind::Function | ObjectKind::Procedure) {
        let open = body.iter().position(|t| t.is_symbol("("));
        let close = open.and_then(|open| Some(open + closing(&body[open..])?));
        let parameters = open.zip(close).map(|(open, close)| &body[open..close]);
        found.extend(
            parameters.into_iter().flatten().filter_map(Token::name).map(|n| n.to_lowercase()),
        );
    }
    found
}

/// What tables are called behind their name, in lower case.
fn aliases<'a>(body: &[Token<'_>], tables: &Tables<'a>) -> Vec<(String, &'a Table)> {
    let chains = chains(body);
    let read = chains.iter().filter(|chain| chain.follows(body, &BEFORE_TABLES));
    let alias = |chain: &Chain| {
        let table = tables.find(&body[chain.range.end - 1].name()?)?;
        let next = chain.range.end;
        let next = if body.get(next)?.is("as") { next + 1 } else { next };
        Some((body.get(next)?.name()?.to_lowercase(), table))
    };
    read.filter_map(alias).collect()
}

/// The parenthesis that closes the first one.
fn closing(tokens: &[Token<'_>]) -> Option<usize> {
    let mut depth = 0_usize;
    tokens.iter().position(|token| {
        depth += usize::from(token.is_symbol("("));
        depth = depth.saturating_sub(usize::from(token.is_symbol(")")));
        depth == 0
    })
}

/// Names that hang together by dots: the places of their first and last one.
struct Chain {
    range: Range<usize>,
}

fn chains(body: &[Token<'_>]) -> Vec<Chain> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < body.len() {
        let mut end = at;
        if body[at].name().is_some() {
            while body.get(end + 1).is_some_and(|t| t.is_symbol("."))
                && body.get(end + 2).is_some_and(|t| t.name().is_some())
            {
                end += 2;
            }
            found.push(Chain { range: at..end + 1 });
        }
        at = end + 1;
    }
    found
}

/// What a table's name follows.
const BEFORE_TABLES: [&str; 6] = ["from", "join", "into", "update", "straight_join", "table"];

impl Chain {
    fn parts(&self) -> usize {
        self.range.len().div_ceil(2)
    }

    /// The place of its last name, where that can be a table's: anything that stands behind `FROM` and the
    /// like, or behind a comma, which may separate tables as well as columns.
    fn table(&self, body: &[Token<'_>]) -> Option<usize> {
        (self.parts() < 3).then_some(self.range.end - 1).filter(|_| {
            self.follows(body, &BEFORE_TABLES) || self.parts() == 1 && !self.is_called(body)
        })
    }

    fn before<'t, 's>(&self, body: &'t [Token<'s>]) -> Option<&'t Token<'s>> {
        self.range.start.checked_sub(1).and_then(|at| body.get(at))
    }

    fn follows(&self, body: &[Token<'_>], words: &[&str]) -> bool {
        self.before(body).is_some_and(|t| words.iter().any(|word| t.is(word)))
    }

    fn is_called(&self, body: &[Token<'_>]) -> bool {
        body.get(self.range.end).is_some_and(|t| t.is_symbol("("))
    }
}

struct Reader<'a, 't, 's> {
    body: &'t [Token<'s>],
    tables: &'a Tables<'a>,
    /// The table that a trigger hangs on.
    own: Option<&'a Table>,
    declared: BTreeSet<String>,
    /// The tables whose names stand in the body.
    read: Vec<&'a Table>,
    aliases: Vec<(String, &'a Table)>,
}

impl Reader<'_, '_, '_> {
    fn chain(&self, chain: &Chain) -> Vec<Named> {
        let name = |at: usize| self.body[at].name().unwrap_or_default();
        let (first, last) = (chain.range.start, chain.range.end - 1);
        if chain.follows(self.body, &BEFORE_TABLES) {
            let table = self.tables.find(&name(last)).map(table);
            return table.into_iter().map(|reference| self.named(last, reference, false)).collect();
        }
        match chain.parts() {
            1 if chain.is_called(self.body) => Vec::new(),
            1 => self.single(chain, &name(first)),
            2 => self.qualified(first, &name(first), last, &name(last)),
            _ => self.qualified(first + 2, &name(first + 2), last, &name(last)),
        }
    }

    fn named(&self, at: usize, reference: Reference, is_doubtful: bool) -> Named {
        Named { span: self.body[at].span(), reference, is_doubtful }
    }

    fn single(&self, chain: &Chain, name: &str) -> Vec<Named> {
        let at = chain.range.start;
        if self.declared.contains(&name.to_lowercase()) {
            return Vec::new();
        }
        let columns = columns(&self.read, name);
        let is_type = chain.follows(self.body, &["as", "returns", "declare"]);
        let is_doubtful = columns.len() > 1 || is_type;
        let mut found: Vec<Named> =
            columns.into_iter().map(|column| self.named(at, column, is_doubtful)).collect();
        // A name behind a comma may be that of one more table.
        if found.is_empty() && chain.before(self.body).is_some_and(|t| t.is_symbol(",")) {
            found.extend(self.tables.find(name).map(|t| self.named(at, table(t), true)));
        }
        found
    }

    fn qualified(&self, first: usize, qualifier: &str, last: usize, name: &str) -> Vec<Named> {
        let is_row = ["new", "old"].iter().any(|row| qualifier.eq_ignore_ascii_case(row));
        if let Some(own) = self.own.filter(|_| is_row) {
            let column = column(own, name);
            return column.into_iter().map(|column| self.named(last, column, false)).collect();
        }
        if let Some(read) = self.tables.find(qualifier) {
            let column = column(read, name).map(|column| self.named(last, column, false));
            return [self.named(first, table(read), false)].into_iter().chain(column).collect();
        }
        let alias = qualifier.to_lowercase();
        let mut read: Vec<&Table> =
            self.aliases.iter().filter(|(own, _)| *own == alias).map(|(_, table)| *table).collect();
        if read.is_empty() {
            read.clone_from(&self.read);
        }
        let columns = columns(&read, name);
        let is_doubtful = columns.len() > 1;
        columns.into_iter().map(|column| self.named(last, column, is_doubtful)).collect()
    }
}

/// The columns of this name in some tables.
fn columns(tables: &[&Table], name: &str) -> Vec<Reference> {
    let mut found: Vec<_> = tables.iter().filter_map(|table| column(table, name)).collect();
    found.sort();
    found.dedup();
    found
}

#[cfg(test)]
mod tests {
    use model_core::schema::QualifiedName;

    use super::*;
    use crate::databases::mysql::named::table_of;

    fn told(definition: &str) -> Vec<String> {
        let tables = [table_of("item", &["id", "price"]), table_of("log", &["id", "msg", "price"])];
        let trigger = SchemaObject {
            table: Some(QualifiedName::new("item")),
            definition: Some(definition.to_owned()),
            ..SchemaObject::new(ObjectKind::Trigger, QualifiedName::new("t"))
        };
        let mut found = named(&trigger, definition, &Tables::new(tables.iter()));
        found.sort_by_key(|named| named.span.start);
        let told = found.into_iter().map(|named| {
            let column = named.reference.column.map(|c| format!(".{c}")).unwrap_or_default();
            let doubt = if named.is_doubtful { "?" } else { "" };
            format!("{}{column}{doubt}", named.reference.table)
        });
        told.collect()
    }

    const HEADER: &str = "CREATE TRIGGER `t` BEFORE INSERT ON `item` FOR EACH ROW\n";

    #[test]
    fn the_new_row_is_the_tables() {
        let body = "INSERT INTO log (msg, price) VALUES (concat('price', NEW.id), NEW.price)";
        assert_eq!(
            told(&format!("{HEADER}{body}")),
            ["item", "log", "log.msg", "log.price", "item.id", "item.price"]
        );
    }

    #[test]
    fn what_is_of_two_tables_is_in_doubt() {
        let body = "SET @a = (SELECT max(price) FROM log l JOIN item i ON l.msg = i.id)";
        let found = told(&format!("{HEADER}{body}"));
        assert_eq!(found[..4], ["item", "item.price?", "log.price?", "log"]);
        assert_eq!(found[4..], ["item", "log.msg", "item.id"]);
    }

    #[test]
    fn a_variable_hides_a_column() {
        let body = "BEGIN DECLARE msg, price int; SELECT msg, id INTO price FROM log; END";
        assert_eq!(told(&format!("{HEADER}{body}")), ["item", "log.id", "log"]);
    }
}
