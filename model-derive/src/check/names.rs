//! Names of tables, columns and constraints: what they are by default, and what they may be.

use std::collections::BTreeMap;

use heck::ToSnakeCase;
use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Ident, Path};

use super::{Column, Features};
use crate::errors::Errors;
use crate::naming::{self, MAX_IDENTIFIER};
use crate::parse::{Given, RawModel, Text};

/// The table's name in the database.
pub fn table(raw: &RawModel, errors: &mut Errors) -> Text {
    if let (Some(given), None) = (&raw.name, &raw.existing) {
        errors.at(given.word, "a table's name is said by `table`: write `table = \"…\"`");
    }
    if let (Some(named), Some(_)) = (&raw.table, &raw.existing) {
        let message = "`table` is given twice: where the path of a `table!` stands, its other \
                       name is `name = \"…\"`";
        errors.at(named.word, message);
    }
    let text = match (&raw.existing, &raw.table, &raw.diesel.table) {
        (Some(existing), _, _) => match (&raw.name, existing.value.segments.last()) {
            (Some(name), _) => name.value.clone(),
            (None, Some(module)) => Text::from(&module.ident),
            (None, None) => Text { value: String::new(), span: existing.word },
        },
        (None, Some(given), _) => given.value.clone(),
        (None, None, Some(given)) => Text::from(&given.value),
        (None, None, None) => {
            Text { value: default_table(&raw.ident.unraw().to_string()), span: raw.ident.span() }
        }
    };
    within_limit(&text, "table", errors);
    text
}

/// Diesel's default: snake case and an `s`.
fn default_table(ident: &str) -> String {
    let mut name = String::with_capacity(ident.len() + 4);
    for (place, character) in ident.chars().enumerate() {
        if character.is_uppercase() && place > 0 {
            name.push('_');
        }
        name.extend(character.to_lowercase());
    }
    name.push('s');
    name
}

/// The module of the table: the one that is there, or one with its name.
pub fn module(raw: &RawModel, table: &str) -> Path {
    match (&raw.existing, &raw.diesel.table) {
        (Some(existing), _) => existing.value.clone(),
        (None, Some(given)) => given.value.clone().into(),
        (None, None) => own_module(raw, table).into(),
    }
}

/// The module for the table: its name, where that can be one.
fn own_module(raw: &RawModel, table: &str) -> Ident {
    let span = raw.table.as_ref().map_or(raw.ident.span(), |given| given.value.span);
    let plain = syn::parse_str::<Ident>(table).is_ok() && !table.chars().any(char::is_uppercase);
    if plain {
        return Ident::new(table, span);
    }
    // Upper case would be taken for the struct, which lives among the names of modules too.
    let mut name = table.to_snake_case();
    name.retain(|character| character == '_' || unicode_ident_continue(character));
    if !name.starts_with(|first: char| first == '_' || unicode_ident_start(first)) {
        name.insert(0, '_');
    }
    if name == "_" {
        name = "table".to_owned();
    }
    match name.as_str() {
        "self" | "super" | "crate" => Ident::new(&format!("{name}_"), span),
        _ if syn::parse_str::<Ident>(&name).is_ok() => Ident::new(&name, span),
        _ => Ident::new_raw(&name, span),
    }
}

/// Whether an identifier may begin with it, asked of the parser that will read it.
fn unicode_ident_start(character: char) -> bool {
    character.is_alphabetic() && syn::parse_str::<Ident>(&format!("{character}x")).is_ok()
}

fn unicode_ident_continue(character: char) -> bool {
    character.is_alphanumeric() && syn::parse_str::<Ident>(&format!("x{character}")).is_ok()
}

/// The namespace; Diesel's macro takes an identifier only.
pub fn schema(raw: &RawModel, errors: &mut Errors) -> Option<Ident> {
    let text = &raw.schema.as_ref()?.value;
    within_limit(text, "schema", errors);
    match syn::parse_str::<Ident>(&text.value) {
        Ok(mut ident) => {
            ident.set_span(text.span);
            Some(ident)
        }
        Err(_) => {
            errors.at(
                text.span,
                format!(
                    "`{}` can't be a schema for Diesel: use letters, digits and `_`",
                    text.value
                ),
            );
            None
        }
    }
}

/// Adds an error where a name is longer than a database keeps that the program may have.
pub fn within_limit(name: &Text, what: &str, errors: &mut Errors) {
    if let Some(over) = over_limit(&name.value, what, Features::ENABLED) {
        let shorter = naming::fit(name.value.clone());
        errors
            .at(name.span, format!("this {what} name has {over}: shorten it, say to `{shorter}`"));
    }
}

/// Adds an error where a value of an enumeration is longer than a database keeps.
pub fn value_within_limit(value: &Text, errors: &mut Errors) {
    if let Some(over) = over_limit(&value.value, VALUE, Features::ENABLED) {
        errors.at(value.span, format!("this value has {over}: write a shorter `name = \"…\"`"));
    }
}

const VALUE: &str = "value";

/// PostgreSQL cuts names to 63 bytes; MySQL refuses those over 64 characters, and values of an
/// enumeration over 255. A model that may go to another database than MySQL stays within the
/// strictest.
fn over_limit(name: &str, what: &str, on: Features) -> Option<String> {
    let (length, limit, unit, who) = if on.mysql && !on.postgres && !on.sqlite {
        let limit = if what == VALUE { 255 } else { 64 };
        (name.chars().count(), limit, "characters", "MySQL keeps")
    } else {
        (name.len(), MAX_IDENTIFIER, "bytes", "databases keep")
    };
    (length > limit).then(|| format!("{length} {unit} and {who} {limit}"))
}

/// What Diesel's module of a table has beside the columns.
const OF_MODULE: [&str; 6] = ["all_columns", "columns", "dsl", "star", "table", "SqlType"];

/// Columns differ in name, without case where the database sees none, and from the table's module, which Diesel asks for.
pub fn distinct_columns(raw: &RawModel, columns: &[Column], module: &Path, errors: &mut Errors) {
    let mut seen: BTreeMap<String, &Ident> = BTreeMap::new();
    for (column, field) in columns.iter().zip(&raw.fields) {
        if field.broken {
            continue;
        }
        let span = field.column.as_ref().map_or(column.span, |given| given.value.span);
        within_limit(&Text { value: column.name.clone(), span }, "column", errors);
        // PostgreSQL tells upper and lower case apart; for another database `migrate` says so.
        let name = match Features::ENABLED.postgres {
            true => column.name.clone(),
            false => column.name.to_lowercase(),
        };
        if let Some(other) = seen.insert(name, &field.ident) {
            errors.at(
                span,
                format!(
                    "the column `{}` is the field `{other}` already: write `column = \"…\"` with \
                     another name",
                    column.name
                ),
            );
        }
        let ident = column.ident.unraw().to_string();
        if OF_MODULE.contains(&ident.as_str()) {
            let message = format!(
                "Diesel has a `{ident}` of its own beside the columns: rename the field and write \
                 `column = \"{}\"`",
                column.name
            );
            errors.at(column.ident.span(), message);
        }
        if module.is_ident(&column.ident) {
            errors.at(
                column.span,
                format!(
                    "a column can't have the name of its table's module in Diesel: rename the \
                     field and write `column = \"{}\"`",
                    column.name
                ),
            );
        }
    }
}

/// No name of the person's is one that the generated code needs for something else.
pub fn not_taken<'a>(
    raw: &RawModel,
    relations: impl Iterator<Item = &'a Ident>,
    errors: &mut Errors,
) {
    const OF_MODEL: [&str; 5] = ["delete", "find", "insert_many", "query", "save"];
    for field in &raw.fields {
        if raw.schema_only.is_none() && field.ident == "build" {
            let message = "`build` is the last call of the builder: rename the field and write \
                           `column = \"build\"`";
            errors.at(field.ident.span(), message);
        }
    }
    if raw.schema_only.is_some() {
        return;
    }
    for relation in relations {
        let name = relation.unraw().to_string();
        if OF_MODEL.contains(&name.as_str()) {
            let message = format!(
                "`{name}` is what every model has already: write `relation = …` with another name \
                 in this key"
            );
            errors.at(relation.span(), message);
        }
    }
}

/// The names of one table's constraints and indexes.
pub struct Names<'a> {
    /// The table's name, the beginning of theirs.
    pub table: &'a str,
    seen: BTreeMap<String, &'static str>,
}

impl<'a> Names<'a> {
    pub fn new(table: &'a str) -> Self {
        Self { table, seen: BTreeMap::new() }
    }

    /// The given name or the default one, recorded as used.
    pub fn take(
        &mut self,
        what: &'static str,
        at: Span,
        given: Option<&Given<Text>>,
        default: impl FnOnce(&str) -> String,
        errors: &mut Errors,
    ) -> String {
        let name = match given {
            Some(given) => given.value.clone(),
            None => Text { value: default(self.table), span: at },
        };
        if given.is_some() {
            within_limit(&name, what, errors);
        }
        if let Some(other) = self.seen.insert(name.value.to_lowercase(), what) {
            errors.at(
                name.span,
                format!(
                    "this {what} and a {other} of the table are both named `{}`: name one of \
                     them otherwise with `name = \"…\"`",
                    name.value
                ),
            );
        }
        name.value
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_strictest_limit_is_that_of_the_databases_turned_on() {
        let none = Features { sqlite: false, postgres: false, mysql: false, ..Features::ENABLED };
        let (mysql, all) = (Features { mysql: true, ..none }, Features { postgres: true, ..none });
        let long = "é".repeat(64);
        assert_eq!(over_limit(&long, "table", mysql), None);
        let message = over_limit(&long, "table", all).unwrap_or_default();
        assert_eq!(message, "128 bytes and databases keep 63");
        let message = over_limit(&format!("{long}x"), "table", mysql).unwrap_or_default();
        assert_eq!(message, "65 characters and MySQL keeps 64");
        assert_eq!(over_limit(&"v".repeat(255), VALUE, mysql), None);
        assert!(over_limit(&"v".repeat(256), VALUE, mysql).is_some());
        assert!(over_limit(&"v".repeat(64), VALUE, none).is_some());
    }

    #[test]
    fn the_default_table_is_diesels() {
        assert_eq!(default_table("Foo"), "foos");
        assert_eq!(default_table("FooBarBaz"), "foo_bar_bazs");
        assert_eq!(default_table("Äpfel"), "äpfels");
    }
}
