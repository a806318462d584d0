use std::collections::BTreeMap;

use model_core::schema::Table;

use super::catalog::{Answer, Catalog};
use crate::databases::mysql::{Kind, Token, tokens};

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
    let mut options = Vec::new();
    let mut rest = text.trim_start();
    while !rest.is_empty() {
        let key_end = match rest.strip_prefix('`').and_then(|r| r.find('`')) {
            Some(at) => at + 2,
            None => rest.find(['=', ' ']).unwrap_or(rest.len()),
        };
        let (key, after) = rest.split_at(key_end);
        let Some(value) = after.strip_prefix('=') else {
            // `partitioned` says nothing that the partitions don't say themselves.
            rest = after.trim_start();
            continue;
        };
        let value_end = match value.strip_prefix('\'') {
            Some(quoted) => quoted.find('\'').map_or(value.len(), |at| at + 2),
            None => value.find(' ').unwrap_or(value.len()),
        };
        let (value, after) = value.split_at(value_end);
        options.push((key.to_ascii_lowercase(), value.to_owned()));
        rest = after.trim_start();
    }
    options
}

/// All that follows `PARTITION BY`, as the server writes it.
fn partition_clause(catalog: &Catalog, table: &str) -> Option<String> {
    let row = catalog.partitions.iter().find(|row| row.text(0) == table)?;
    clause_in(row.text(1))
}

fn clause_in(statement: &str) -> Option<String> {
    let tokens = tokens(statement);
    let is = |at: usize, word: &str| {
        tokens.get(at).is_some_and(|t| t.kind == Kind::Word && t.text.eq_ignore_ascii_case(word))
    };
    let mut depth = 0;
    let start = tokens.iter().enumerate().position(|(at, token)| {
        depth += i32::from(token.is_symbol('(')) - i32::from(token.is_symbol(')'));
        depth == 0 && is(at, "partition") && is(at + 2, "by")
    })?;
    let spaced = |t: &Token<'_>| if t.kind == Kind::Space { " " } else { t.text }.to_owned();
    let clause: String = tokens.iter().skip(start + 3).map(spaced).collect();
    // MySQL writes it all as a comment for older servers.
    Some(clause.trim().trim_end_matches("*/").trim_end().to_owned())
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
