//! How the struct becomes a row: Diesel's `Insertable` with every column and `AsChangeset` with
//! every column but the key.

use proc_macro2::TokenStream;
use quote::{ToTokens, quote, quote_spanned};
use syn::Ident;
use syn::ext::IdentExt;
use syn::spanned::Spanned;

use crate::check::{Column, Held, Model};
use crate::parse::Within;

/// A column that is written, and whether the field is an `Option` around its own type, which
/// says by `None` that it isn't.
pub type Written<'a> = (&'a Column, bool);

/// The fields that a struct of these columns has: an embedded struct is one. In place of its first
/// column stands what would be a column of the whole.
pub fn fields(columns: &[Written<'_>]) -> Vec<(Column, bool)> {
    let groups = columns.chunk_by(|(a, _), (b, _)| a.is_beside(b));
    let first = groups.filter_map(|columns| columns.first());
    let whole = first.map(|(column, optional)| match column.within.clone() {
        None => ((*column).clone(), *optional),
        Some(Within { field, vis, docs, ty, .. }) => {
            let name = field.unraw().to_string();
            let held = Held::Plainly;
            let whole = Column {
                field,
                vis,
                docs,
                name,
                rust: ty,
                held,
                nullable: false,
                ..(*column).clone()
            };
            (whole, *optional)
        }
    });
    whole.collect()
}

pub fn save(model: &Model, twice: &[&str]) -> TokenStream {
    let whole = |columns: Vec<_>| -> Vec<Written<'_>> {
        columns.into_iter().map(|column| (column, false)).collect()
    };
    let written = model.columns.iter().filter(|column| column.inserted).collect();
    let insertable =
        (!twice.contains(&"Insertable")).then(|| insertable(model, &model.ident, &whole(written)));
    // Without a key there is no row to be found again.
    let changeset = (!model.primary_key.columns.is_empty() && !twice.contains(&"AsChangeset"))
        .then(|| changeset(model, &model.ident, &whole(changeable(model)), true));
    quote!(#insertable #changeset)
}

/// The columns that an update is given.
pub fn changeable(model: &Model) -> Vec<&Column> {
    let given = |place: &usize| {
        !model.primary_key.columns.contains(place)
            && model.columns[*place].updated
            && !is_touched(model, *place)
    };
    (0..model.columns.len()).filter(given).map(|place| &model.columns[place]).collect()
}

/// Whether an update writes the column by itself.
pub fn is_touched(model: &Model, place: usize) -> bool {
    model.version == Some(place) || model.columns[place].updated_at
}

/// `column = value` as a type and a value.
type Equality = (TokenStream, TokenStream);

/// `column = field` for each, with what stands before a field.
fn equalities(model: &Model, columns: &[Written<'_>], borrowed: bool) -> Vec<Equality> {
    let equality = |written: &Written<'_>| equality(model, written, borrowed);
    columns.iter().map(equality).collect()
}

fn equality(model: &Model, (column, optional): &Written<'_>, borrowed: bool) -> Equality {
    let (module, ident, rust) = (&model.module, &column.ident, &column.rust);
    // A type that Diesel can't store is an error at that type.
    let span = rust.span();
    let inner = column.inner();
    let written = quote_spanned!(span=> ::model_core::json::Written);
    let (ty, write) = match (&column.held, column.nullable) {
        (Held::AsJson, false) => {
            (written, Some(quote_spanned!(span=> ::model_core::json::written::<#inner>)))
        }
        (Held::AsJson, true) => (
            quote!(::core::option::Option<#written>),
            Some(quote_spanned!(span=> ::model_core::json::written_option::<#inner>)),
        ),
        _ if borrowed => (quote!(&'__row #rust), None),
        _ => (quote!(#rust), None),
    };
    let stored = |value: TokenStream| match &write {
        Some(write) => quote!(#write(#value)),
        None => value,
    };
    // JSON is a text of its own, so it takes any field by reference.
    let by_reference = borrowed || matches!(column.held, Held::AsJson);
    let equality = quote_spanned!(span=> ::diesel::dsl::Eq<#module::#ident, #ty>);
    if *optional {
        let (option, value) = match (&column.within, borrowed) {
            (Some(Within { field, inner, .. }), true) => {
                (quote!(self.#field), quote!(&value.#inner))
            }
            // Taken apart before, since several columns can't move one field.
            (Some(_), false) => (column.field.to_token_stream(), quote!(value)),
            (None, _) => {
                let field = &column.field;
                (quote!(self.#field), quote!(value))
            }
        };
        let value = stored(value);
        let option =
            if by_reference { quote!(::core::option::Option::as_ref(&#option)) } else { option };
        let value = quote! {
            ::core::option::Option::map(#option, |value| {
                ::diesel::ExpressionMethods::eq(#module::#ident, #value)
            })
        };
        (quote!(::core::option::Option<#equality>), value)
    } else {
        let field = column.access();
        let value = stored(if by_reference { quote!(&self.#field) } else { quote!(self.#field) });
        (equality, quote!(::diesel::ExpressionMethods::eq(#module::#ident, #value)))
    }
}

/// An embedded struct that may be left out, as its fields.
fn taken_apart(columns: &[Written<'_>]) -> TokenStream {
    let optional: Vec<&Column> =
        columns.iter().filter(|(_, optional)| *optional).map(|(column, _)| *column).collect();
    let groups = optional.chunk_by(|a, b| a.is_beside(b)).filter_map(|columns| {
        let field = &columns.first()?.within.as_ref()?.field;
        let names = columns.iter().map(|column| &column.field);
        let inner = columns.iter().filter_map(|column| Some(&column.within.as_ref()?.inner));
        let none = columns.iter().map(|_| quote!(::core::option::Option::None));
        Some(quote! {
            let (#(#names,)*) = match self.#field {
                ::core::option::Option::Some(value) => {
                    (#(::core::option::Option::Some(value.#inner),)*)
                }
                ::core::option::Option::None => (#(#none,)*),
            };
        })
    });
    quote!(#(#groups)*)
}

/// What an update writes by itself: one more version, and the time.
fn touched(model: &Model) -> Vec<Equality> {
    let module = &model.module;
    let places = (0..model.columns.len()).filter(|place| is_touched(model, *place));
    let equality = |place: usize| {
        let column = &model.columns[place];
        let (ident, rust) = (&column.ident, &column.rust);
        let (ty, value) = if column.updated_at {
            let ty = quote!(<#module::#ident as ::diesel::Expression>::SqlType);
            (quote!(::model_core::query::Now<#ty>), quote!(::model_core::query::now()))
        } else {
            (
                quote!(<#module::#ident as ::core::ops::Add<#rust>>::Output),
                quote!(::core::ops::Add::<#rust>::add(#module::#ident, 1)),
            )
        };
        let ty = quote!(::diesel::dsl::Eq<#module::#ident, #ty>);
        let value = quote!(::diesel::ExpressionMethods::eq(#module::#ident, #value));
        (ty, value)
    };
    places.map(equality).collect()
}

/// `Insertable` of a struct with these fields, owned and borrowed.
pub fn insertable(model: &Model, ident: &Ident, columns: &[Written<'_>]) -> TokenStream {
    if columns.is_empty() {
        return TokenStream::new();
    }
    let module = &model.module;
    let of = |borrowed: bool| {
        let (types, values): (Vec<_>, Vec<_>) =
            equalities(model, columns, borrowed).into_iter().unzip();
        let apart = (!borrowed).then(|| taken_apart(columns));
        let (parameters, this) = this(ident, borrowed);
        quote! {
            impl #parameters ::diesel::Insertable<#module::table> for #this {
                type Values = <(#(#types,)*) as ::diesel::Insertable<#module::table>>::Values;
                fn values(self) -> Self::Values {
                    #apart
                    ::diesel::Insertable::<#module::table>::values((#(#values,)*))
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

/// `AsChangeset` of a struct with these fields, borrowed, and owned where that is asked for. What
/// is `None` in a field of its own type becomes NULL.
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
    let touched = touched(model);
    let of = |borrowed: bool| {
        let all = touched.iter().cloned().chain(equalities(model, columns, borrowed));
        let (types, values): (Vec<_>, Vec<_>) = all.unzip();
        let apart = (!borrowed).then(|| taken_apart(columns));
        let (parameters, this) = this(ident, borrowed);
        quote! {
            impl #parameters ::diesel::AsChangeset for #this {
                type Target = #module::table;
                type Changeset = <(#(#types,)*) as ::diesel::AsChangeset>::Changeset;
                fn as_changeset(self) -> Self::Changeset {
                    #apart
                    ::diesel::AsChangeset::as_changeset((#(#values,)*))
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
