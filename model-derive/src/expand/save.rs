//! How the struct becomes a row: Diesel's `Insertable` with every column and `AsChangeset` with
//! every column but the key.

use proc_macro2::TokenStream;
use quote::{quote, quote_spanned};
use syn::spanned::Spanned;

use crate::check::{Column, Model};

pub fn save(model: &Model) -> TokenStream {
    let written: Vec<&Column> =
        model.columns.iter().filter(|column| column.generated.is_none()).collect();
    let changed: Vec<&Column> = model
        .columns
        .iter()
        .enumerate()
        .filter(|(place, _)| !model.primary_key.columns.contains(place))
        .map(|(_, column)| column)
        .filter(|column| column.generated.is_none())
        .collect();
    let insertable = (!written.is_empty()).then(|| insertable(model, &written));
    let changeset = (!changed.is_empty()).then(|| changeset(model, &changed));
    quote!(#insertable #changeset)
}

/// The types and the values of `column = field`, with what stands before a field.
fn equalities(
    model: &Model,
    columns: &[&Column],
    lifetime: &TokenStream,
    reference: &TokenStream,
) -> (TokenStream, TokenStream) {
    let module = &model.module;
    let types = columns.iter().map(|column| {
        let (ident, rust) = (&column.ident, &column.rust);
        // A type that Diesel can't store is an error at that type.
        quote_spanned!(rust.span()=> ::diesel::dsl::Eq<#module::#ident, #lifetime #rust>)
    });
    let values = columns.iter().map(|column| {
        let (ident, field) = (&column.ident, &column.field);
        quote!(::diesel::ExpressionMethods::eq(#module::#ident, #reference self.#field))
    });
    (quote!((#(#types,)*)), quote!((#(#values,)*)))
}

fn insertable(model: &Model, columns: &[&Column]) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    let of = |lifetime: TokenStream, parameters: TokenStream, reference: TokenStream| {
        let (types, values) = equalities(model, columns, &lifetime, &reference);
        quote! {
            impl #parameters ::diesel::Insertable<#module::table> for #lifetime #ident {
                type Values = <#types as ::diesel::Insertable<#module::table>>::Values;
                fn values(self) -> Self::Values {
                    ::diesel::Insertable::<#module::table>::values(#values)
                }
            }
        }
    };
    let owned = of(quote!(), quote!(), quote!());
    let borrowed = of(quote!(&'__insert), quote!(<'__insert>), quote!(&));
    quote! {
        #owned
        #borrowed
        impl ::diesel::internal::derives::insertable::UndecoratedInsertRecord<#module::table>
            for #ident {}
    }
}

/// A row as it is: what is `None` in it becomes NULL.
fn changeset(model: &Model, columns: &[&Column]) -> TokenStream {
    let (ident, module) = (&model.ident, &model.module);
    let of = |lifetime: TokenStream, parameters: TokenStream, reference: TokenStream| {
        let (types, values) = equalities(model, columns, &lifetime, &reference);
        quote! {
            impl #parameters ::diesel::AsChangeset for #lifetime #ident {
                type Target = #module::table;
                type Changeset = <#types as ::diesel::AsChangeset>::Changeset;
                fn as_changeset(self) -> Self::Changeset {
                    ::diesel::AsChangeset::as_changeset(#values)
                }
            }
        }
    };
    let owned = of(quote!(), quote!(), quote!());
    let borrowed = of(quote!(&'__update), quote!(<'__update>), quote!(&));
    quote!(#owned #borrowed)
}
