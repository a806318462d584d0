use std::collections::BTreeMap;

use model_core::schema::Table;

use super::catalog::{Answer, Catalog};
use crate::render::mysql::{literal, quote};

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

/// All that follows `PARTITION BY`, as one text.
fn partition_clause(catalog: &Catalog, table: &str) -> Option<String> {
    let rows: Vec<&Answer> = catalog.partitions.iter().filter(|p| p.text(0) == table).collect();
    let first = rows.first()?;
    let mut clause = format!("{} ({})", first.text(3), first.text(5));
    if let Some(method) = first.filled(4) {
        let expression = first.text(6);
        let in_first = rows.iter().take_while(|r| r.get(1) == first.get(1)).count();
        clause += &format!(" SUBPARTITION BY {method} ({expression}) SUBPARTITIONS {in_first}");
    }
    let mut names: Vec<&str> = Vec::new();
    let mut parts = Vec::new();
    for row in rows {
        if names.contains(&row.text(1)) {
            continue;
        }
        names.push(row.text(1));
        let mut part = format!("PARTITION {}", quote(row.text(1)));
        let method = row.text(3);
        if let Some(description) = row.get(7) {
            if method.starts_with("RANGE") {
                let value = if description == "MAXVALUE" && method == "RANGE" {
                    description.to_owned()
                } else {
                    format!("({description})")
                };
                part += &format!(" VALUES LESS THAN {value}");
            } else if method.starts_with("LIST") {
                part += &match description {
                    // MariaDB shows the partition for all the rest as if it were of a range.
                    "DEFAULT" | "MAXVALUE" => " DEFAULT".to_owned(),
                    values => format!(" VALUES IN ({values})"),
                };
            }
        }
        if let Some(comment) = row.filled(8) {
            part += &format!(" COMMENT = {}", literal(&comment));
        }
        parts.push(part);
    }
    Some(format!("{clause} ({})", parts.join(", ")))
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
