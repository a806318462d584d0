//! The path of a key, `parent::column`: its parts, and where in it an error is shown.

use proc_macro2::{Span, TokenStream};
use quote::{quote, quote_spanned};
use syn::{Ident, Path};

/// The path of the parent's module: all but the column.
pub fn parent(path: &Path) -> TokenStream {
    let colon = &path.leading_colon;
    let segments = path.segments.iter().take(path.segments.len() - 1);
    quote!(#colon #(#segments)::*)
}

/// The type of the parent's table, as its column knows it.
pub fn parent_table(path: &Path) -> TokenStream {
    let span = last(path).span();
    quote_spanned!(span=> <#path as ::diesel::Column>::Table)
}

pub fn last(path: &Path) -> &Ident {
    &path.segments[path.segments.len() - 1].ident
}

/// The same tokens at one place, so that an error is shown there and not over half the struct.
pub fn at(span: Span, tokens: TokenStream) -> TokenStream {
    tokens
        .into_iter()
        .map(|mut token| {
            token.set_span(span);
            token
        })
        .collect()
}
