//! Checks what only the struct of a view says.

use syn::Ident;

use super::{Model, model};
use crate::errors::Errors;
use crate::naming;
use crate::parse::{Given, RawForeignKey, RawModel, RawView, Text};

/// A view without contradictions.
pub struct View {
    /// Its columns, the models that they lead to, its indexes.
    pub model: Model,
    pub query: Query,
    pub materialized: bool,
    /// The databases that it is for, where not all.
    pub only: Vec<String>,
    /// Whether a field says which columns tell its rows apart.
    pub has_key: bool,
}

/// Where the query stands.
pub enum Query {
    Text(String),
    /// In a file, from the folder of the package.
    File(Text),
}

/// Checks everything about the struct of a view that can be known from the struct alone.
pub fn view(
    mut raw: RawModel,
    mut errors: Errors,
) -> Result<View, (syn::Error, Option<Box<Model>>)> {
    let RawView { query, file, materialized, only, joins } = raw.view.take().unwrap_or_default();
    let query = query_of(&raw, query, file, &mut errors);
    let materialized = materialized.is_some();
    let only = databases(only, &mut errors);
    if !materialized {
        let uniques = raw.uniques.iter().chain(raw.fields.iter().flat_map(|f| &f.uniques));
        let indexes = raw.indexes.iter().chain(raw.fields.iter().flat_map(|f| &f.indexes));
        for word in uniques.map(|u| u.word).chain(indexes.map(|i| i.word)) {
            errors.at(word, "only a view that is `materialized` has indexes");
        }
    }
    name_joins(&mut raw, &joins, &mut errors);
    let marked = raw.fields.iter().any(|field| field.primary_key.is_some());
    let has_key = raw.primary_key.is_some() || marked;
    if !has_key {
        raw.no_primary_key = Some(Given { word: raw.ident.span(), value: () });
    }
    let model = model(&raw, errors)?;
    Ok(View { model, query, materialized, only, has_key })
}

fn databases(given: Option<Given<Vec<Ident>>>, errors: &mut Errors) -> Vec<String> {
    const KNOWN: [&str; 3] = ["sqlite", "postgres", "mysql"];
    let mut all = Vec::new();
    let Some(given) = given else { return all };
    if given.value.is_empty() {
        errors.at(given.word, "name the databases: `only(sqlite, mysql)`");
    }
    for name in given.value {
        if !KNOWN.contains(&name.to_string().as_str()) {
            let message =
                format!("there is no database `{name}`, only `sqlite`, `postgres` and `mysql`");
            errors.at(name.span(), message);
        }
        all.push(name.to_string());
    }
    all
}

fn query_of(
    raw: &RawModel,
    query: Option<Given<Text>>,
    file: Option<Given<Text>>,
    errors: &mut Errors,
) -> Query {
    match (query, file) {
        (Some(query), None) => Query::Text(query.value.value),
        (None, Some(file)) => Query::File(file.value),
        (Some(query), Some(file)) => {
            super::contradiction(errors, file.word, "file", "query");
            Query::Text(query.value.value)
        }
        (None, None) => {
            if !raw.broken {
                errors.at(
                    raw.ident.span(),
                    format!(
                        "the view of `{}` has no query: write `#[model(query = \"SELECT …\")]` or \
                         `#[model(file = \"sql/name.sql\")]`",
                        raw.ident
                    ),
                );
            }
            Query::Text(String::new())
        }
    }
}

/// A column that leads to a model joins it, though no database holds it to that.
fn name_joins(raw: &mut RawModel, joins: &[(usize, proc_macro2::Span)], errors: &mut Errors) {
    let table = raw.table.as_ref().map(|given| given.value.value.clone()).unwrap_or_default();
    for (place, word) in joins {
        let Some(field) = raw.fields.get_mut(*place) else { continue };
        let column = field.ident.to_string();
        for key in &mut field.foreign_keys {
            not_of_a_view(key, errors);
            let name = naming::foreign_key(&table, &[&column]);
            key.name = Some(Given { word: *word, value: Text { value: name, span: *word } });
        }
    }
}

fn not_of_a_view(key: &RawForeignKey, errors: &mut Errors) {
    let of_keys = [
        (&key.on_delete, "on_delete"),
        (&key.on_update, "on_update"),
        (&key.deferrable, "deferrable"),
    ];
    for (given, word) in of_keys {
        if let Some(given) = given {
            errors.at(given.word, format!("a view holds no key: leave `{word}` out"));
        }
    }
    if let Some(name) = &key.name {
        errors.at(name.word, "a view holds no key that could have a name: leave `name` out");
    }
}
