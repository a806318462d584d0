use std::collections::BTreeMap;

use model_core::schema::Table;

use super::catalog::{Catalog, TableRow};
use crate::databases::mysql::options::TableOptions;
use crate::databases::mysql::session::LEXIS;
use crate::sql::Token;

/// The tables by name, while they are put together.
pub type Tables = BTreeMap<String, Table>;

/// Whether a row of `tables` is a table that holds rows of its own.
pub fn is_base(row: &TableRow) -> bool {
    matches!(row.table_type.as_str(), "BASE TABLE" | "SYSTEM VERSIONED")
}

/// The table without its columns and keys.
pub fn read(catalog: &Catalog, row: &TableRow) -> Table {
    let options = TableOptions {
        engine: row.engine.0.clone(),
        charset: None,
        collation: row.table_collation.0.clone(),
        system_versioned: row.table_type == "SYSTEM VERSIONED",
        partition_by: partition_clause(catalog, &row.table_name),
        settings: create_options(&row.create_options).into_iter().collect(),
    };
    let comment = row.table_comment.0.clone();
    Table { options: options.into_map(), comment, ..Table::new(&row.table_name) }
}

/// Takes `row_format=DYNAMIC max_rows=10 partitioned` apart. An engine's own options come as
/// `` `name`='value' `` and keep their quoted name.
fn create_options(text: &str) -> Vec<(String, String)> {
    let tokens = LEXIS.lex(text);
    let words = tokens.split(|token| token.is_blank());
    // `partitioned` says nothing that the partitions don't say themselves.
    let pairs = words.filter_map(|word| match word {
        [key, equals, value @ ..] if equals.is_symbol("=") => Some((key, value)),
        _ => None,
    });
    pairs
        .map(|(key, value)| {
            (key.text.to_ascii_lowercase(), value.iter().map(|token| token.text).collect())
        })
        .collect()
}

/// All that follows `PARTITION BY`, as the server writes it.
fn partition_clause(catalog: &Catalog, table: &str) -> Option<String> {
    let row = catalog.statements.iter().find(|row| row.table_name == table)?;
    clause_in(&row.statement)
}

fn clause_in(statement: &str) -> Option<String> {
    // MySQL writes it all as a comment for older servers.
    let mut tokens = LEXIS.lex(statement);
    tokens.retain(|token| !token.is_symbol("*/"));
    let is = |at: usize, word: &str| tokens.get(at).is_some_and(|token| token.is(word));
    let mut depth = 0;
    let start = tokens.iter().enumerate().position(|(at, token)| {
        depth += i32::from(token.is_symbol("(")) - i32::from(token.is_symbol(")"));
        depth == 0 && is(at, "partition") && is(at + 2, "by")
    })?;
    let spaced = |token: &Token<'_>| if token.is_blank() { " " } else { token.text }.to_owned();
    let clause: String = tokens.iter().skip(start + 3).map(spaced).collect();
    Some(clause.trim().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn create_options_are_taken_apart() {
        let options = create_options(
            "stats_persistent=1 row_format=COMPRESSED `page_compressed`='0' partitioned",
        );
        let expected =
            [("stats_persistent", "1"), ("row_format", "COMPRESSED"), ("`page_compressed`", "'0'")];
        assert_eq!(options, expected.map(|(k, v)| (k.to_owned(), v.to_owned())));
    }
    #[test]
    fn the_partitions_are_found_behind_the_columns() {
        let statement = "CREATE TABLE `t` (\n  `partition by` int(11)\n) ENGINE=InnoDB\n \
                         PARTITION BY LIST (`a`)\n(PARTITION `p` DEFAULT ENGINE = InnoDB)";
        let clause = "LIST (`a`) (PARTITION `p` DEFAULT ENGINE = InnoDB)";
        assert_eq!(clause_in(statement).as_deref(), Some(clause));
        let mysql = "CREATE TABLE `t` (`a` int) /*!50100 PARTITION BY KEY (a) PARTITIONS 2 */";
        assert_eq!(clause_in(mysql).as_deref(), Some("KEY (a) PARTITIONS 2"));
        assert_eq!(clause_in("CREATE TABLE `t` (`a` int)"), None);
    }
}
