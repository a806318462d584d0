use std::collections::BTreeMap;

use model_core::schema::Table;

use super::catalog::{Answer, Catalog};
use crate::databases::mysql::session::LEXIS;
use crate::sql::Token;

/// Whether a row of `tables` is a table that holds rows of its own.
pub fn is_base(row: &Answer) -> bool {
    matches!(row.text(1), "BASE TABLE" | "SYSTEM VERSIONED")
}

/// The table without its columns and keys.
pub fn read(catalog: &Catalog, row: &Answer) -> Table {
    let mut options = BTreeMap::new();
    let mut put = |key: &str, value: Option<String>| {
        if let Some(value) = value {
            options.insert(key.to_owned(), value);
        }
    };
    put("engine", row.filled(2));
    put("collation", row.filled(3));
    put("system_versioning", (row.text(1) == "SYSTEM VERSIONED").then(|| "1".to_owned()));
    put("partition_by", partition_clause(catalog, row.text(0)));
    for (key, value) in create_options(row.text(4)) {
        put(&key, Some(value));
    }
    Table { options, comment: row.filled(5), ..Table::new(row.text(0)) }
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
    let row = catalog.partitions.iter().find(|row| row.text(0) == table)?;
    clause_in(row.text(1))
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
