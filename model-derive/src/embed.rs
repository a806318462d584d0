//! Structs inside structs. A derive sees one struct only, so the columns of another have to be
//! brought: `Embed` leaves a macro of the struct's own name, which hands the struct's declaration
//! to whoever calls it, and `Model` calls it for each embedded field before it goes on.

use proc_macro2::{Delimiter, Group, TokenStream, TokenTree};
use quote::{format_ident, quote, quote_spanned};
use syn::ext::IdentExt;
use syn::parse::{Parse, ParseStream};
use syn::spanned::Spanned;
use syn::{Data, DeriveInput, Fields, Type, braced};

use crate::check::option;
use crate::errors::Errors;
use crate::parse::{asks_to_embed, embedded_field};

/// A model on its way: what was written, and the embedded structs found so far, in their order.
pub struct Gathered {
    pub input: DeriveInput,
    pub embedded: Vec<DeriveInput>,
}

impl Parse for Gathered {
    /// `{ { model } { embedded … } } { embedded }`
    fn parse(input: ParseStream<'_>) -> syn::Result<Self> {
        let (state, model, before, last);
        braced!(state in input);
        braced!(model in state);
        braced!(before in state);
        braced!(last in input);
        let mut embedded = Vec::new();
        while !before.is_empty() {
            embedded.push(before.parse()?);
        }
        embedded.push(last.parse()?);
        Ok(Self { input: model.parse()?, embedded })
    }
}

/// The call of the macro of the next embedded struct, if there is another.
pub fn next(input: &DeriveInput, embedded: &[DeriveInput]) -> Option<TokenStream> {
    let Data::Struct(data) = &input.data else { return None };
    let field = data.fields.iter().filter(|field| asks_to_embed(field)).nth(embedded.len())?;
    let span = field.ty.span();
    let Type::Path(path) = &field.ty else {
        return Some(syn::Error::new(span, "only a struct can be embedded").into_compile_error());
    };
    if option(&field.ty).is_some() {
        let message = "an embedded struct is never missing as a whole: take the `Option` off, and \
                       make the fields in it optional";
        return Some(syn::Error::new(span, message).into_compile_error());
    }
    let path = &path.path;
    Some(quote_spanned! {span=>
        #path! { { ::model_core::embedded } { { #input } { #(#embedded)* } } }
    })
}

/// What `#[derive(Embed)]` gives: the macro, and the types of the fields under numbers, so that
/// they needn't be in scope where the struct is embedded.
pub fn embed(input: &DeriveInput) -> syn::Result<TokenStream> {
    let wrong = |message: &str| Err(syn::Error::new(input.ident.span(), message));
    let Data::Struct(data) = &input.data else {
        return wrong("only a struct with named fields can be embedded");
    };
    let Fields::Named(fields) = &data.fields else {
        return wrong("only a struct with named fields can be embedded");
    };
    if let Some(parameter) = input.generics.params.first() {
        let message = "a struct with parameters can't be embedded: name the types of its fields";
        return Err(syn::Error::new_spanned(parameter, message));
    }
    if fields.named.is_empty() {
        return wrong("there is nothing to embed: give the struct a field");
    }
    let mut errors = Errors::default();
    for field in &fields.named {
        embedded_field(field, &mut errors);
    }
    if let Some(error) = errors.combined() {
        return Err(error);
    }
    let ident = &input.ident;
    let types = fields.named.iter().enumerate().map(|(place, field)| {
        let ty = option(&field.ty).unwrap_or(&field.ty);
        quote! {
            impl ::model_core::embed::Field<#place> for #ident {
                type Type = #ty;
            }
        }
    });
    // Only what a column needs: other derives' attributes are no business of the model.
    let declared = fields.named.iter().map(|field| {
        let known = |attribute: &&syn::Attribute| {
            attribute.path().is_ident("model") || attribute.path().is_ident("doc")
        };
        let attributes = field.attrs.iter().filter(known);
        let (vis, ident, ty) = (&field.vis, &field.ident, &field.ty);
        quote!(#(#attributes)* #vis #ident: #ty,)
    });
    let name = format_ident!("__embed_{}", ident.unraw());
    Ok(quote! {
        #(#types)*
        #[doc(hidden)]
        #[allow(unused_macros)]
        macro_rules! #name {
            ({ $($call:tt)* } $state:tt) => {
                $($call)* ! { $state { struct #ident { #(#declared)* } } }
            };
        }
        #[doc(hidden)]
        #[allow(unused_imports)]
        pub(crate) use #name as #ident;
    })
}

/// A struct that couldn't be embedded still has its macro, so that one mistake is one.
pub fn nothing(input: &DeriveInput) -> TokenStream {
    let ident = &input.ident;
    let name = format_ident!("__embed_{}", ident.unraw());
    let nothing = TokenTree::Group(Group::new(Delimiter::Brace, TokenStream::new()));
    quote! {
        #[allow(unused_macros)]
        macro_rules! #name { ($($model:tt)*) => #nothing; }
        #[allow(unused_imports)]
        pub(crate) use #name as #ident;
    }
}
