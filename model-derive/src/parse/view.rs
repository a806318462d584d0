//! What only the struct of a view says.

use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Ident, Token};

use super::items::{flag, name, once, text, unknown, within};
use super::{Given, Text};

/// The query of a view, and whether its rows are kept.
#[derive(Default)]
pub struct RawView {
    /// The query itself.
    pub query: Option<Given<Text>>,
    /// The file that holds it, from the folder of the package.
    pub file: Option<Given<Text>>,
    pub materialized: Option<Given<()>>,
    /// The databases that it is for.
    pub only: Option<Given<Vec<Ident>>>,
    /// The fields that lead to a model, each by its place, and the word that says so.
    pub joins: Vec<(usize, Span)>,
}

/// Words above the struct.
const KNOWN: &[&str] = &[
    "crate",
    "view",
    "schema",
    "query",
    "file",
    "materialized",
    "only",
    "primary_key",
    "unique",
    "index",
];

/// Words of a table that a view has nothing of.
const OF_TABLE: &[&str] = &[
    "check",
    "exclude",
    "foreign_key",
    "comment",
    "comments",
    "renamed_from",
    "option",
    "strict",
    "without_rowid",
    "schema_only",
    "many_to_many",
    "new",
    "changes",
    "derive",
];

/// Words of a field.
pub const OF_FIELD: &[&str] = &[
    "primary_key",
    "column",
    "sql_type",
    "db_type",
    "precision",
    "scale",
    "enumeration",
    "newtype",
    "json",
    "unique",
    "index",
    "joins",
];

/// Reads one word above the struct, whose name in the database goes to `table`. `false`: the word is one
/// that tables have, too.
pub fn item(
    view: &mut RawView,
    table: &mut Option<Given<Text>>,
    word: &Ident,
    input: ParseStream<'_>,
) -> syn::Result<bool> {
    match word.to_string().as_str() {
        "view" => once(table, word, name(word, input, "\"name\"")?)?,
        "query" => once(&mut view.query, word, text(word, input, "\"SELECT …\"")?)?,
        "file" => once(&mut view.file, word, text(word, input, "\"sql/name.sql\"")?)?,
        "materialized" => {
            if flag(word, input)? {
                once(&mut view.materialized, word, ())?;
            }
        }
        "only" => {
            let listed = within(word, input, "(sqlite, mysql)", |content| {
                let all = content.parse_terminated(Ident::parse_any, Token![,])?;
                Ok(all.into_iter().collect())
            })?;
            once(&mut view.only, word, listed)?;
        }
        "table" => {
            return Err(syn::Error::new(word.span(), "a view is not a table: write `view = …`"));
        }
        other if OF_TABLE.contains(&other) => {
            let message = format!("a view has no `{other}`: that is a property of tables");
            return Err(syn::Error::new(word.span(), message));
        }
        other if KNOWN.contains(&other) => return Ok(false),
        _ => return Err(unknown(word, KNOWN)),
    }
    Ok(true)
}
