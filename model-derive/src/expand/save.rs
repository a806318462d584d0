//! How the struct becomes a row: Diesel's `Insertable` with every column and `AsChangeset` with
//! every column but the key.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::Ident;
use syn::spanned::Spanned;

use crate::check::{Column, Model};

/// A column that is written, and whether the field is an `Option` around its own type, which
/// says by `None` that it isn't.
pub type Written<'a> = (&'a Column, bool);

pub fn save(model: &Model) -> TokenStream {
    let whole = |columns: Vec<_>| -> Vec<Written<'_>> {
        columns.into_iter().map(|column| (column, false)).collect()
    };
    let written = model.columns.iter().filter(|column| column.generated.is_none()).collect();
    let insertable = insertable(model, &model.ident, &whole(written));
    let changeset = changeset(model, &model.ident, &whole(changeable(model)), true);
    quote!(#insertable #changeset)
}

/// The columns that an update can write.
pub fn changeable(model: &Model) -> Vec<&Column> {
    model
        .columns
        .iter()
        .enumerate()
        .filter(|(place, _)| !model.primary_key.columns.contains(place))
        .map(|(_, column)| column)
        .filter(|column| column.generated.is_none())
        .collect()
}

/// The types and the values of `column = field`, with what stands before a field.
fn equalities(
    model: &Model,
    columns: &[Written<'_>],
    borrowed: bool,
) -> (TokenStream, TokenStream) {
    let module = &model.module;
    let (lifetime, reference) =
        if borrowed { (quote!(&'__row), quote!(&)) } else { (quote!(), quote!()) };
    let types = columns.iter().map(|(column, optional)| {
        let (ident, rust) = (&column.ident, &column.rust);
        // A type that Diesel can't store is an error at that type.
        let span = rust.span();
        let equality = quote_spanned!(span=> ::diesel::dsl::Eq<#module::#ident, #lifetime #rust>);
        if *optional { quote!(::core::option::Option<#equality>) } else { equality }
    });
    let values = columns.iter().map(|(column, optional)| {
        let (ident, field) = (&column.ident, &column.field);
        if *optional {
            let option = if borrowed {
                quote!(::core::option::Option::as_ref(&self.#field))
            } else {
                quote!(self.#field)
            };
            quote! {
                ::core::option::Option::map(#option, |value| {
                    ::diesel::ExpressionMethods::eq(#module::#ident, value)
                })
            }
        } else {
            quote!(::diesel::ExpressionMethods::eq(#module::#ident, #reference self.#field))
        }
    });
    (quote!((#(#types,)*)), quote!((#(#values,)*)))
}

/// `Insertable` of a struct with these fields, owned and borrowed.
pub fn insertable(model: &Model, ident: &Ident, columns: &[Written<'_>]) -> TokenStream {
    if columns.is_empty() {
        return TokenStream::new();
    }
    let module = &model.module;
    let of = |borrowed: bool| {
        let (types, values) = equalities(model, columns, borrowed);
        let (parameters, this) = this(ident, borrowed);
        quote! {
            impl #parameters ::diesel::Insertable<#module::table> for #this {
                type Values = <#types as ::diesel::Insertable<#module::table>>::Values;
                fn values(self) -> Self::Values {
                    ::diesel::Insertable::<#module::table>::values(#values)
                }
            }
        }
    };
    let (owned, borrowed) = (of(false), of(true));
    quote! {
        #owned
        #borrowed
        impl ::diesel::internal::derives::insertable::UndecoratedInsertRecord<#module::table>
            for #ident {}
    }
}

/// `AsChangeset` of a struct with these fields, borrowed, and owned where that is asked for. What is `None` in a field of
/// its own type becomes NULL.
pub fn changeset(
    model: &Model,
    ident: &Ident,
    columns: &[Written<'_>],
    owned: bool,
) -> TokenStream {
    if columns.is_empty() {
        return TokenStream::new();
    }
    let module = &model.module;
    let of = |borrowed: bool| {
        let (types, values) = equalities(model, columns, borrowed);
        let (parameters, this) = this(ident, borrowed);
        quote! {
            impl #parameters ::diesel::AsChangeset for #this {
                type Target = #module::table;
                type Changeset = <#types as ::diesel::AsChangeset>::Changeset;
                fn as_changeset(self) -> Self::Changeset {
                    ::diesel::AsChangeset::as_changeset(#values)
                }
            }
        }
    };
    let (owned, borrowed) = (owned.then(|| of(false)), of(true));
    quote!(#owned #borrowed)
}

fn this(ident: &Ident, borrowed: bool) -> (TokenStream, TokenStream) {
    if borrowed { (quote!(<'__row>), quote!(&'__row #ident)) } else { (quote!(), quote!(#ident)) }
}
