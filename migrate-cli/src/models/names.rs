//! Names that a database would cut or refuse, found before anything is written.

use model_core::naming;
use model_core::schema::{Schema, Table};

use crate::dialect::{Dialect, TOOL_TABLES};
use crate::plan::IdentifierLimit;
use crate::problem::{Problem, Result};

/// Refuses models with a name that is longer than the database keeps. Cut by the database, a name
/// would be another one at the next comparison: the table would go, and come again without its rows.
/// So would a table that is never read, since it bears the name of one of the tool's own.
pub fn check(schema: &Schema, dialect: &dyn Dialect) -> Result<()> {
    let taken = |name: &str| TOOL_TABLES.iter().any(|tool| tool.eq_ignore_ascii_case(name));
    if let Some(table) = schema.tables.iter().find(|table| taken(&table.name.name)) {
        let message = format!(
            "a table of the models is called {}, as the one in which it is recorded what is applied",
            table.name
        );
        return Err(Problem::new(message).help("give it another name; nothing was written"));
    }
    let capabilities = dialect.capabilities();
    let identifiers = named(schema).map(|it| (it, capabilities.identifier_limit));
    let values = values(schema).map(|it| (it, capabilities.enum_value_limit));
    let too_long: Vec<String> = identifiers
        .chain(values)
        .filter_map(|((what, name), limit)| over(&what, name, limit))
        .collect();
    match too_long.as_slice() {
        [] => Ok(()),
        found => {
            Err(Problem::new(format!("{} does not keep names as long as these:", dialect.name()))
                .list(found.to_vec())
                .help("give them shorter names in the models; nothing was written"))
        }
    }
}

fn over(what: &str, name: &str, limit: IdentifierLimit) -> Option<String> {
    let (length, limit, unit) = match limit {
        IdentifierLimit::None => return None,
        IdentifierLimit::Bytes(limit) => (name.len(), limit, "bytes"),
        IdentifierLimit::Characters(limit) => (name.chars().count(), limit, "characters"),
    };
    (length > limit).then(|| {
        let shorter = naming::fit(name.to_owned());
        format!("{what} `{name}` has {length} {unit}, and {limit} are kept: say `{shorter}`")
    })
}

/// What it is, and its name.
type Named<'a> = (String, &'a str);

fn named(schema: &Schema) -> impl Iterator<Item = Named<'_>> {
    let plain = |what: &'static str| move |name| (what.to_owned(), name);
    let namespaces = schema.namespaces.iter().map(String::as_str).map(plain("schema"));
    let enums = schema.enums.iter().map(|it| it.name.name.as_str()).map(plain("enum"));
    let sequences = schema.sequences.iter().map(|it| it.name.name.as_str());
    let tables = schema.tables.iter().flat_map(|table| {
        let parts =
            parts(table).map(|(what, name)| (format!("{what} of table {}", table.name), name));
        std::iter::once(("table".to_owned(), table.name.name.as_str())).chain(parts)
    });
    namespaces.chain(enums).chain(sequences.map(plain("sequence"))).chain(tables)
}

fn parts(table: &Table) -> impl Iterator<Item = (&'static str, &str)> {
    let columns = table.columns.iter().map(|it| ("column", it.name.as_str()));
    let primary = table.primary_key.iter().map(|it| ("primary key", it.name.as_deref()));
    let uniques = table.uniques.iter().map(|it| ("unique constraint", it.name.as_deref()));
    let foreign = table.foreign_keys.iter().map(|it| ("foreign key", it.name.as_deref()));
    let checks = table.checks.iter().map(|it| ("check", it.name.as_deref()));
    let constraints = primary.chain(uniques).chain(foreign).chain(checks);
    let constraints = constraints.filter_map(|(what, name)| Some((what, name?)));
    let exclusions = table.exclusions.iter().map(|it| ("exclusion", it.name.as_str()));
    let indexes = table.indexes.iter().map(|it| ("index", it.name.as_str()));
    columns.chain(constraints).chain(exclusions).chain(indexes)
}

fn values(schema: &Schema) -> impl Iterator<Item = Named<'_>> {
    schema.enums.iter().flat_map(|it| {
        let of = format!("value of enum {}", it.name);
        it.values.iter().map(move |value| (of.clone(), value.name.as_str()))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_counts_bytes_or_characters() {
        let name = "é".repeat(40);
        let told = over("table", &name, IdentifierLimit::Bytes(63)).expect("80 bytes");
        assert!(told.starts_with("table `é"), "{told}");
        assert!(told.contains("has 80 bytes, and 63 are kept: say `"), "{told}");
        assert_eq!(over("table", &name, IdentifierLimit::Characters(64)), None);
        assert!(over("table", &"n".repeat(65), IdentifierLimit::Characters(64)).is_some());
        assert_eq!(over("table", &"n".repeat(63), IdentifierLimit::Bytes(63)), None);
    }
}
