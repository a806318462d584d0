//! What relations are called: the methods that lead along a foreign key, and back.

use heck::ToSnakeCase;
use proc_macro2::Span;
use syn::ext::IdentExt;
use syn::{Ident, Path};

use crate::naming::{plural, relation_of_column};
use crate::parse::{Given, RawForeignKey, RawModel, Text};

/// The parent's module, as a text to compare: `crate::models::group`.
pub fn parent(path: &Path) -> String {
    let segments: Vec<String> =
        path.segments.iter().map(|segment| segment.ident.unraw().to_string()).collect();
    segments[..segments.len().saturating_sub(1)].join("::")
}

/// The two names of one key: the parent's, from the column, and the children's, from the struct.
pub fn names(raw: &RawModel, written: &RawForeignKey, places: &[usize]) -> (Ident, Ident) {
    let module = module(written);
    let span = written.word;
    let one = match places {
        [place] => relation_of_column(&raw.fields[*place].ident.unraw().to_string()),
        _ => None,
    };
    let relation = one.unwrap_or_else(|| module.clone());
    let mut reverse = plural(&raw.ident.unraw().to_string().to_snake_case());
    if !is_alone(raw, written) {
        reverse = format!("{reverse}_as_{relation}");
    }
    let given = |given: &Option<Given<Text>>, name: &str| match given {
        Some(given) => ident(&given.value.value, given.value.span),
        None => ident(name, span),
    };
    (given(&written.relation, &relation), given(&written.reverse, &reverse))
}

fn module(written: &RawForeignKey) -> String {
    written
        .references
        .first()
        .and_then(|path| path.segments.iter().rev().nth(1))
        .map(|segment| segment.ident.unraw().to_string())
        .unwrap_or_default()
}

/// Whether no other key leads to the same parent.
fn is_alone(raw: &RawModel, written: &RawForeignKey) -> bool {
    let Some(path) = written.references.first() else { return true };
    let of_fields = raw.fields.iter().flat_map(|field| &field.foreign_keys);
    let all = raw.foreign_keys.iter().chain(of_fields);
    all.filter(|key| key.references.first().is_some_and(|other| parent(other) == parent(path)))
        .count()
        == 1
}

/// An identifier, raw where Rust keeps the word for itself.
pub fn ident(name: &str, span: Span) -> Ident {
    match syn::parse_str::<Ident>(name) {
        Ok(_) => Ident::new(name, span),
        Err(_) if matches!(name, "self" | "super" | "crate" | "Self") => {
            Ident::new(&format!("{name}_"), span)
        }
        Err(_) => Ident::new_raw(&name.to_snake_case(), span),
    }
}
