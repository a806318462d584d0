//! `crate = …` above a struct or enum, which has to be known before anything else is read.

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::parse::ParseStream;
use syn::{Attribute, Ident, Path, Token};

/// The path that is given. What is wrong with the attributes is found when they are read.
pub fn crate_path(attributes: &[Attribute]) -> Option<Path> {
    let of_model = attributes.iter().filter(|attribute| attribute.path().is_ident("model"));
    of_model.filter_map(|attribute| attribute.parse_args_with(search).ok().flatten()).next()
}

fn search(input: ParseStream<'_>) -> syn::Result<Option<Path>> {
    let mut found = None;
    while !input.is_empty() {
        if input.call(Ident::parse_any)? == "crate" && input.peek(Token![=]) {
            input.parse::<Token![=]>()?;
            found = Some(input.call(Path::parse_mod_style)?);
        }
        while !input.is_empty() && !input.peek(Token![,]) {
            input.parse::<TokenTree>()?;
        }
        input.parse::<Option<Token![,]>>()?;
    }
    Ok(found)
}
