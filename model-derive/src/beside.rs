//! Which other derives stand beside one of ours. Diesel's for what a model gives already would make
//! the same implementations once more, which the compiler tells by one message for each of them.
//!
//! A derive is handed the item with the attributes that come after its own. Those of its own list
//! and before are in the source only, where the derive knows its place.

use proc_macro2::{Span, TokenStream};
use syn::punctuated::Punctuated;
use syn::{Attribute, DeriveInput, Path, Token, parse_quote};

/// Puts the derives that only the source has among the attributes of the item.
pub fn bring(input: &mut DeriveInput) {
    let names = in_source().unwrap_or_default();
    let paths: Vec<Path> = names.iter().filter_map(|name| syn::parse_str(name).ok()).collect();
    if !paths.is_empty() {
        input.attrs.push(parse_quote!(#[derive(#(#paths),*)]));
    }
}

/// Those of Diesel's derives that `ours` gives already, and the mistake of naming them.
pub fn twice(
    attributes: &[Attribute],
    ours: &str,
    given: &[&'static str],
) -> (Vec<&'static str>, Option<TokenStream>) {
    let lists = attributes.iter().filter(|attribute| attribute.path().is_ident("derive"));
    let lists = lists.filter_map(|list| {
        list.parse_args_with(Punctuated::<Path, Token![,]>::parse_terminated).ok()
    });
    let (mut found, mut at) = (Vec::new(), None);
    for path in lists.flatten() {
        let Some(name) = given.iter().find(|name| is_diesels(&path, name)) else { continue };
        if !found.contains(name) {
            found.push(*name);
            at = at.or(path.segments.first().map(|first| first.ident.span()));
        }
    }
    let error = (!found.is_empty()).then(|| {
        let message = match found.as_slice() {
            [name] => format!("`{ours}` derives `{name}` already: take `{name}` off"),
            names => {
                let names = names.join("`, `");
                format!("`{ours}` derives these already: take off `{names}`")
            }
        };
        syn::Error::new(at.unwrap_or_else(Span::call_site), message).into_compile_error()
    });
    (found, error)
}

fn is_diesels(path: &Path, name: &str) -> bool {
    let first = path.segments.first().is_some_and(|first| first.ident == "diesel");
    path.segments.last().is_some_and(|last| last.ident == name)
        && (first || path.segments.len() == 1)
}

/// The names that stand beside the derive that runs, where its source can be read.
fn in_source() -> Option<Vec<String>> {
    let place = proc_macro::Span::call_site();
    let text = std::fs::read_to_string(place.local_file()?).ok()?;
    around(&text, place.line(), place.column())
}

/// The names in the list that has a name at this place, and in lists before it.
fn around(text: &str, line: usize, column: usize) -> Option<Vec<String>> {
    let start: usize = text.split_inclusive('\n').take(line.checked_sub(1)?).map(str::len).sum();
    let (at, _) = text.get(start..)?.char_indices().nth(column.checked_sub(1)?)?;
    let (before, after) = text.split_at_checked(start + at)?;
    let open = before.rfind(|it| !of_list(it))?;
    let close = after.find(|it| !of_list(it))?;
    let head = before.get(..open)?.trim_end().strip_suffix("derive")?;
    if !before.get(open..)?.starts_with('(') || !after.get(close..)?.starts_with(')') {
        return None;
    }
    let mut found = names(text.get(open + 1..start + at + close)?);
    // Lists that stand before, with other attributes and documentation between them.
    let mut rest = head.trim_end().strip_suffix("#[")?.trim_end();
    loop {
        let line = rest.rfind('\n').map_or(0, |end| end + 1);
        if rest.get(line..)?.trim_start().starts_with("//") {
            rest = rest.get(..line)?.trim_end();
        } else if rest.ends_with(']') {
            let start = rest.rfind("#[")?;
            let list = rest.get(start..)?.strip_prefix("#[derive(");
            let list = list.and_then(|list| list.strip_suffix(")]"));
            found.extend(
                list.filter(|list| list.chars().all(of_list)).map(names).unwrap_or_default(),
            );
            rest = rest.get(..start)?.trim_end();
        } else {
            return Some(found);
        }
    }
}

fn of_list(character: char) -> bool {
    character.is_alphanumeric() || character.is_whitespace() || matches!(character, '_' | ':' | ',')
}

fn names(list: &str) -> Vec<String> {
    let names = list.split(',').map(|name| name.split_whitespace().collect::<String>());
    names.filter(|name| !name.is_empty()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str) -> Vec<String> {
        let at = text.find("Model").expect("the derive");
        let line = text[..at].matches('\n').count() + 1;
        let column = text[..at].rsplit('\n').next().map_or(0, |line| line.chars().count()) + 1;
        around(text, line, column).unwrap_or_default()
    }

    #[test]
    fn the_list_of_the_derive_and_those_before_it_are_read() {
        assert_eq!(found("#[derive(Model, Debug)]\nstruct X;"), ["Model", "Debug"]);
        let text = "fn é() {}\n#[derive(Clone, diesel::Selectable)]\n/// It.\n#[model(table = \"x\")]\n  \
                    #[derive(\n    Debug,\n    Model,\n)]\nstruct X;";
        assert_eq!(found(text), ["Debug", "Model", "Clone", "diesel::Selectable"]);
    }

    #[test]
    fn what_only_looks_like_a_list_is_none() {
        assert!(found("make!(Model, Selectable);").is_empty());
        assert!(found("#[derive($($name),*, Model)]").is_empty());
        assert_eq!(found("#[derive(Clone)] struct Y;\n#[derive(Model)] struct X;"), ["Model"]);
        assert_eq!(around("", 7, 9), None);
    }
}
