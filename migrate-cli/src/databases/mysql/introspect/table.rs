use std::collections::BTreeMap;

use model_core::schema::Table;

use super::catalog::{Catalog, TableRow};
use crate::databases::mysql::options::TableOptions;
use crate::databases::mysql::session::LEXIS;
use crate::databases::mysql::show_create::ShownTable;

/// The tables by name, while they are put together.
pub type Tables = BTreeMap<String, Table>;

/// The table without its columns and keys.
pub fn read(catalog: &Catalog, row: &TableRow) -> Table {
    // `information_schema.partitions` shows `DEFAULT` as `0`, which is another thing.
    let shown = catalog.statements.get(&row.table_name);
    let options = TableOptions {
        engine: row.engine.0.clone(),
        charset: None,
        collation: row.table_collation.0.clone(),
        system_versioned: row.table_type == "SYSTEM VERSIONED",
        partition_by: shown.and_then(|shown| shown.partition_by.clone()),
        settings: settings(catalog, row, shown),
    };
    let comment = row.table_comment.0.clone();
    Table { options: options.into_map(), comment, ..Table::new(&row.table_name) }
}

/// What stands behind the columns and is told elsewhere, or is no property of the table.
const TOLD_ELSEWHERE: [&str; 7] =
    ["engine", "charset", "collate", "comment", "auto_increment", "secondary_load", "directory"];

/// MySQL leaves out of `create_options` what it has had since 5.7; MariaDB leaves out what is in
/// a merge.
fn settings(
    catalog: &Catalog,
    row: &TableRow,
    shown: Option<&ShownTable>,
) -> BTreeMap<String, String> {
    let mut settings = BTreeMap::new();
    if catalog.flavour.mariadb {
        settings.extend(create_options(&row.create_options));
    }
    let shown = shown.into_iter().flat_map(|shown| &shown.options).filter(|(name, _)| {
        let name = name.as_str();
        name == "union" || !(catalog.flavour.mariadb || TOLD_ELSEWHERE.contains(&name))
    });
    settings.extend(shown.cloned());
    settings
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
}
