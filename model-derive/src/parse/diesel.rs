//! The two names in Diesel's own attributes. Diesel reads and judges the rest of them.

use proc_macro2::TokenTree;
use syn::ext::IdentExt;
use syn::{Attribute, Ident, LitStr, Path, Token};

/// The last segment of `table_name`.
pub fn table_name(attribute: &Attribute) -> Option<Ident> {
    let mut found = None;
    let _ = attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident("table_name") {
            let value = meta.value()?;
            let path = if value.peek(LitStr) {
                value.parse::<LitStr>()?.parse_with(Path::parse_mod_style)?
            } else {
                value.call(Path::parse_mod_style)?
            };
            found = path.segments.last().map(|segment| segment.ident.clone());
        } else {
            skip_value(&meta)?;
        }
        Ok(())
    });
    found
}

/// `column_name`
pub fn column_name(attribute: &Attribute) -> Option<Ident> {
    let mut found = None;
    let _ = attribute.parse_nested_meta(|meta| {
        if meta.path.is_ident("column_name") {
            let value = meta.value()?;
            found = Some(if value.peek(LitStr) {
                value.parse::<LitStr>()?.parse_with(Ident::parse_any)?
            } else {
                value.call(Ident::parse_any)?
            });
        } else {
            skip_value(&meta)?;
        }
        Ok(())
    });
    found
}

/// Passes over whatever follows a word of Diesel's.
fn skip_value(meta: &syn::meta::ParseNestedMeta<'_>) -> syn::Result<()> {
    while !meta.input.is_empty() && !meta.input.peek(Token![,]) {
        meta.input.parse::<TokenTree>()?;
    }
    Ok(())
}
