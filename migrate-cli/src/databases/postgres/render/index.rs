use model_core::schema::{Index, IndexColumn, IndexTarget, NullsOrder, QualifiedName, SortOrder};

use super::column::collation;
use super::list::{names, with_parameters};
use crate::databases::postgres::options::IndexOptions;
use crate::databases::postgres::quote::{qualified, quote};

/// `CREATE INDEX`; the index stands in its table's namespace by itself.
pub fn create(table: &QualifiedName, index: &Index) -> String {
    let unique = if index.unique { "UNIQUE " } else { "" };
    let method = index.method.as_ref().map(|m| format!(" USING {}", quote(m))).unwrap_or_default();
    let parts: Vec<String> = index.columns.iter().map(part).collect();
    let IndexOptions { parameters, .. } = IndexOptions::read(index);
    let only = if is_alone(index) { "ONLY " } else { "" };
    let mut text = format!(
        "CREATE {unique}INDEX {} ON {only}{}{method} ({})",
        quote(&index.name),
        qualified(table),
        parts.join(", ")
    );
    if !index.include.is_empty() {
        text.push_str(&format!(" INCLUDE ({})", names(&index.include)));
    }
    if index.nulls_not_distinct {
        text.push_str(" NULLS NOT DISTINCT");
    }
    let mut parameters: Vec<_> = parameters.iter().collect();
    // The server keeps and prints them in the order in which they were given.
    let place = |key: &str| index.definition.as_ref().and_then(|d| d.find(&format!("{key}=")));
    parameters.sort_by_key(|(key, _)| place(key));
    text.push_str(&with_parameters(parameters));
    if let Some(predicate) = &index.predicate {
        text.push_str(&format!(" WHERE {predicate}"));
    }
    text
}

/// Whether not every partition has it: the index of a partitioned table that is not valid.
pub fn is_alone(index: &Index) -> bool {
    let is_above = index.definition.as_deref().is_some_and(|text| text.contains(" ON ONLY "));
    is_above && IndexOptions::read(index).invalid
}

fn part(part: &IndexColumn) -> String {
    let mut text = match &part.target {
        IndexTarget::Column(column) => quote(column),
        IndexTarget::Expression(expression) => format!("({expression})"),
    };
    if let Some(c) = &part.collation {
        text.push_str(&format!(" COLLATE {}", collation(c)));
    }
    if let Some(class) = &part.operator_class {
        text.push_str(&format!(" {class}"));
    }
    if part.order == SortOrder::Descending {
        text.push_str(" DESC");
    }
    match part.nulls {
        Some(NullsOrder::First) => text.push_str(" NULLS FIRST"),
        Some(NullsOrder::Last) => text.push_str(" NULLS LAST"),
        None => {}
    }
    text
}
