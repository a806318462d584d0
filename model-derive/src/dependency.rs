//! Where the code of a derive finds `model-core` in the person's package, which may call it
//! otherwise in its Cargo.toml.
//!
//! All the code is written with `::model_core`; where it has another name, that one is put in its
//! place at the end.

use proc_macro_crate::{Error, FoundCrate, crate_name};
use proc_macro2::{Group, Ident, Span, TokenStream, TokenTree};
use quote::{ToTokens, quote};
use syn::{DeriveInput, Path};

use crate::parse;

/// The name that the code is written with.
const WRITTEN: &str = "model_core";

/// The path that `::model_core` stands for.
pub struct Core(Option<TokenStream>);

/// Finds it, by `#[model(crate = …)]` or in Cargo.toml. The error is one for a package that lacks
/// what the code needs, instead of one for each place that names it.
pub fn find(input: &DeriveInput) -> Result<Core, TokenStream> {
    let missing =
        |message: String| Err(syn::Error::new(input.ident.span(), message).into_compile_error());
    let core = match parse::crate_path(&input.attrs) {
        Some(path) => Core(Some(absolute(&path))),
        None => match crate_name("model-core") {
            Ok(FoundCrate::Name(name)) if name != WRITTEN => {
                let name = Ident::new(&name, Span::call_site());
                Core(Some(quote!(::#name)))
            }
            Err(Error::CrateNotFound { .. }) => {
                return missing(
                    "this package does not depend on model-core itself: add it to \
                     [dependencies], or say where it is, as in `#[model(crate = \
                     other::model_core)]`"
                        .to_owned(),
                );
            }
            // Other build systems than cargo have no Cargo.toml to look at, and no other names.
            Ok(_) | Err(_) => Core(None),
        },
    };
    // Diesel's own macros only work under its own name, so that any other is brought back to it.
    if let Err(Error::CrateNotFound { .. }) = crate_name("diesel") {
        return missing(format!(
            "a model needs Diesel: add `diesel = {{ version = \"2.3\"{} }}` to [dependencies]",
            features()
        ));
    }
    Ok(core)
}

/// Diesel's features for the databases that the models are built for.
fn features() -> String {
    let on = crate::check::Features::ENABLED;
    let named = [("sqlite", on.sqlite), ("postgres", on.postgres), ("mysql", on.mysql)];
    let named: Vec<String> =
        named.iter().filter(|(_, on)| *on).map(|(name, _)| format!("\"{name}\"")).collect();
    if named.is_empty() { String::new() } else { format!(", features = [{}]", named.join(", ")) }
}

/// The same path from everywhere: that of a dependency, unless it begins in the crate itself.
fn absolute(path: &Path) -> TokenStream {
    let own = path.segments.first().is_some_and(|first| first.ident == "crate");
    if own || path.leading_colon.is_some() { path.to_token_stream() } else { quote!(::#path) }
}

impl Core {
    /// The code with the path in it.
    pub fn put_into(&self, code: TokenStream) -> TokenStream {
        match &self.0 {
            Some(path) => put(path, code),
            None => code,
        }
    }
}

fn put(path: &TokenStream, code: TokenStream) -> TokenStream {
    let mut out: Vec<TokenTree> = Vec::new();
    for token in code {
        match token {
            TokenTree::Group(group) => {
                let mut changed = Group::new(group.delimiter(), put(path, group.stream()));
                changed.set_span(group.span());
                out.push(changed.into());
            }
            TokenTree::Ident(ident) if ident == WRITTEN && after_leading_colons(&out) => {
                out.truncate(out.len() - 2);
                // Messages point to where the code stands, as without another name.
                out.extend(path.clone().into_iter().map(|mut token| {
                    token.set_span(ident.span());
                    token
                }));
            }
            other => out.push(other),
        }
    }
    out.into_iter().collect()
}

/// Whether the next token is the first name of a path that begins with `::`.
fn after_leading_colons(before: &[TokenTree]) -> bool {
    let is_colon = |token: &TokenTree| matches!(token, TokenTree::Punct(it) if it.as_char() == ':');
    match before {
        [rest @ .., first, second] if is_colon(first) && is_colon(second) => match rest.last() {
            // A name would be the beginning of another path; a keyword (`use`, `impl`) is none.
            Some(TokenTree::Ident(ident)) => syn::parse_str::<Ident>(&ident.to_string()).is_err(),
            _ => true,
        },
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn put_into(core: &str, code: &str) -> String {
        let path = absolute(&syn::parse_str(core).expect("a path"));
        let code = Core(Some(path)).put_into(code.parse().expect("code"));
        code.to_string().replace(' ', "")
    }

    #[test]
    fn only_paths_to_the_crate_itself_are_changed() {
        let code =
            "use ::model_core::x; fn f() -> ::model_core::Y { (other::model_core, model_core) }";
        assert_eq!(
            put_into("orm", code),
            "use::orm::x;fnf()->::orm::Y{(other::model_core,model_core)}"
        );
        assert_eq!(put_into("crate::a::orm", "::model_core::x"), "crate::a::orm::x");
        assert_eq!(put_into("facade::orm", "<::model_core::x>"), "<::facade::orm::x>");
    }
}
