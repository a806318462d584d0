//! `save` and `update` where a column counts the row's updates: only what still has the version
//! that was read is written. They are the struct's own and so are found before the traits'.

use proc_macro2::TokenStream;
use quote::quote;

use super::save::changeable;
use crate::check::Model;

pub fn version(model: &Model) -> Option<TokenStream> {
    let column = &model.columns[model.version?];
    let (ident, module, vis) = (&model.ident, &model.module, &model.vis);
    let (name, field, rust) = (&column.ident, &column.field, &column.rust);
    if changeable(model).is_empty() || model.primary_key.columns.is_empty() {
        return None;
    }
    let changes = &model.changes;
    let same = quote!(::diesel::ExpressionMethods::eq(#module::#name, row.#field));
    Some(quote! {
        #[allow(dead_code)]
        impl #ident {
            /// The statement that writes the row as it is, where it still has the version that
            /// was read; its version is one more then.
            #vis fn save(
                &self,
            ) -> ::model_core::version::SaveVersion<'_, Self, #module::#name, #rust> {
                let row = self;
                ::diesel::query_dsl::methods::FilterDsl::filter(
                    <Self as ::model_core::Model>::save(row), #same,
                )
            }
        }
        #[allow(dead_code)]
        impl #changes {
            /// The statement that changes the row, where it still has the version that was read;
            /// its version is one more then.
            #vis fn update(
                self,
                row: &#ident,
            ) -> ::model_core::version::UpdateVersion<'_, #ident, Self, #module::#name, #rust> {
                ::diesel::query_dsl::methods::FilterDsl::filter(
                    ::diesel::update(row).set(self), #same,
                )
            }
        }
    })
}
