//! Reads `SHOW CREATE TABLE`: the only way to look into a temporary table, and to what the catalog
//! does not tell or tells wrongly.

mod column;
mod key;
mod reader;

pub use column::ShownColumn;
pub use key::{ShownCheck, ShownIndex};

use self::reader::{Reader, items};
use super::session::LEXIS;
use crate::sql::{Token, TokenKind};

/// What stands in a `CREATE TABLE` of the server's making.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ShownTable {
    /// Columns in their order.
    pub columns: Vec<ShownColumn>,
    /// Indexes but the primary key.
    pub indexes: Vec<ShownIndex>,
    /// Checks of the table.
    pub checks: Vec<ShownCheck>,
    /// What stands behind the columns: names in lower case, values as they are written.
    pub options: Vec<(String, String)>,
    /// All that follows `PARTITION BY`.
    pub partition_by: Option<String>,
}

/// Takes the statement apart.
pub fn parse(statement: &str) -> ShownTable {
    let tokens = LEXIS.lex(statement);
    let mut shown = ShownTable::default();
    let mut rest = Reader::new(&tokens);
    while rest.peek().is_some_and(|token| !token.is_symbol("(")) {
        rest.next();
    }
    for item in items(rest.parentheses().unwrap_or_default()) {
        match Reader::new(item).peek() {
            Some(first) if first.kind == TokenKind::Quoted => {
                shown.columns.extend(column::column(item))
            }
            Some(first) if first.is("CONSTRAINT") => shown.checks.extend(key::check(item)),
            Some(first) if !first.is("PRIMARY") => shown.indexes.extend(key::index(item)),
            _ => {}
        }
    }
    options(rest, &mut shown);
    shown
}

/// Reads what stands behind the columns.
fn options(rest: Reader<'_, '_>, shown: &mut ShownTable) {
    let mut rest = rest;
    while let Some(word) = rest.next() {
        if word.is("PARTITION") && rest.eat("BY") {
            shown.partition_by = Some(partitions(rest));
            return;
        }
        let name = word.text.to_ascii_lowercase();
        if rest.eat_symbol("=") {
            let value = match rest.parentheses() {
                Some(list) => format!("({})", reader::text(list)),
                None => rest.next().map(|token| token.text.to_owned()).unwrap_or_default(),
            };
            shown.options.push((name, value));
        } else if name == "tablespace" {
            let value = rest.next().map(|token| token.text.to_owned()).unwrap_or_default();
            shown.options.push((name, value));
        }
    }
}

/// All of the rest, in one line. MySQL writes it as a comment for older servers.
fn partitions(rest: Reader<'_, '_>) -> String {
    let spaced = |token: &Token<'_>| if token.is_blank() { " " } else { token.text }.to_owned();
    let tokens = rest.all().iter().filter(|token| !reader::is_mark(token));
    let text: String = tokens.map(spaced).collect();
    text.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests;
