//! What a view reads. The server keeps its definition with every name quoted and every column under
//! its table or that table's alias, so that it can be told exactly.

use std::collections::BTreeMap;

use model_core::schema::{QualifiedName, Reference};

use crate::databases::mysql::session::LEXIS;
use crate::sql::{Token, TokenKind};

/// The tables and columns that a definition without the database's name reads.
pub fn references(definition: &str) -> Vec<Reference> {
    let chains = chains(definition);
    let mut tables: BTreeMap<&str, &str> = BTreeMap::new();
    for (at, chain) in chains.iter().enumerate() {
        let [name] = chain.names.as_slice() else { continue };
        if chain.is_alias || chain.follows {
            continue;
        }
        tables.insert(name, name);
        let alias = chains.get(at + 1).filter(|next| next.follows && !next.is_alias);
        if let Some([alias]) = alias.map(|next| next.names.as_slice()) {
            tables.insert(alias, name);
        }
    }
    let read = tables.values().map(|table| (*table, None));
    let columns = chains.iter().filter_map(|chain| match chain.names.as_slice() {
        [table, column] => Some((*tables.get(table.as_str())?, Some(column.clone()))),
        _ => None,
    });
    let mut found: Vec<Reference> = read
        .chain(columns)
        .map(|(table, column)| Reference { table: QualifiedName::new(table), column })
        .collect();
    found.sort();
    found.dedup();
    found
}

/// Quoted names that hang together by dots.
struct Chain {
    names: Vec<String>,
    /// It stands after `AS`.
    is_alias: bool,
    /// Nothing but white space is between it and the chain before.
    follows: bool,
}

fn chains(sql: &str) -> Vec<Chain> {
    let tokens = LEXIS.tokens(sql);
    let quoted = |token: &Token<'_>| token.name().filter(|_| token.kind == TokenKind::Quoted);
    let mut chains: Vec<Chain> = Vec::new();
    let mut at = 0;
    while let Some(token) = tokens.get(at) {
        let Some(name) = quoted(token) else {
            at += 1;
            continue;
        };
        let previous = at.checked_sub(1).and_then(|before| tokens.get(before));
        let is_alias = previous.is_some_and(|t| t.is("as"));
        let follows = previous.is_some_and(|t| t.kind == TokenKind::Quoted);
        let mut names = vec![name];
        while tokens.get(at + 1).is_some_and(|t| t.is_symbol("."))
            && let Some(next) = tokens.get(at + 2).and_then(quoted)
        {
            names.push(next);
            at += 2;
        }
        chains.push(Chain { names, is_alias, follows });
        at += 1;
    }
    chains
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_is_that_of_its_table() {
        let found = references(
            "select `g`.`id` AS `Select`,`case`.`name` AS `name` from (`group` `g` join `case` \
             on(`case`.`group_id` = `g`.`id`)) where `x`.`y` = 'select'",
        );
        let told: Vec<(&str, Option<&str>)> =
            found.iter().map(|r| (r.table.name.as_str(), r.column.as_deref())).collect();
        let columns =
            [("case", None), ("case", Some("group_id")), ("case", Some("name")), ("group", None)];
        assert_eq!(told[..4], columns);
        assert_eq!(told[4..], [("group", Some("id"))]);
    }
}
