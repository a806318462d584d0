//! How keys, unique constraints and indexes stand in attributes.

use model_core::schema::{
    Deferrable, Index, IndexColumn, IndexTarget, NullsOrder, ReferentialAction, SortOrder, Unique,
};
use proc_macro2::{Ident, TokenStream};
use quote::quote;

use super::model::{Key, Model, Models, Named};
use super::types::ident;

pub fn idents(model: &Model, columns: &[String]) -> Vec<Ident> {
    columns.iter().map(|column| ident(&model.field_ident(column))).collect()
}

/// The column of a unique constraint of one column, which stands on the field.
pub fn unique_on_field<'a>(model: &Model, unique: &'a Named<Unique>) -> Option<&'a str> {
    match unique.object.columns.as_slice() {
        [column] if model.field(&column.name).is_some() => Some(&column.name),
        _ => None,
    }
}

pub fn written_name<T>(named: &Named<T>) -> Option<TokenStream> {
    let name = &named.name;
    named.is_written.then(|| quote!(name = #name))
}

pub fn unique_options(model: &Model, unique: &Named<Unique>) -> Vec<TokenStream> {
    let mut options: Vec<TokenStream> = written_name(unique).into_iter().collect();
    if !unique.object.include.is_empty() {
        let include = idents(model, &unique.object.include);
        options.push(quote!(include(#(#include),*)));
    }
    if unique.object.nulls_not_distinct {
        options.push(quote!(nulls_not_distinct));
    }
    options.extend(deferrable(unique.object.deferrable));
    options
}

fn deferrable(deferrable: Deferrable) -> Option<TokenStream> {
    match deferrable {
        Deferrable::No => None,
        Deferrable::Immediate => Some(quote!(deferrable)),
        Deferrable::Deferred => Some(quote!(deferrable = deferred)),
    }
}

/// The column of an index that is said by a word on the field.
pub fn plain_on_field(model: &Model, index: &Named<Index>) -> Option<String> {
    let of = &index.object;
    let [part] = of.columns.as_slice() else { return None };
    let IndexTarget::Column(column) = &part.target else { return None };
    let is_plain = *part == IndexColumn::new(column)
        && !of.unique
        && !of.nulls_not_distinct
        && of.method.is_none()
        && of.include.is_empty()
        && of.predicate.is_none()
        && of.options.is_empty();
    (is_plain && model.field(column).is_some()).then(|| column.clone())
}

pub fn index_item(model: &Model, index: &Named<Index>) -> TokenStream {
    let of = &index.object;
    let mut options: Vec<TokenStream> =
        of.columns.iter().map(|part| index_part(model, part)).collect();
    options.extend(written_name(index));
    if of.unique {
        options.push(quote!(unique));
    }
    if of.nulls_not_distinct {
        options.push(quote!(nulls_not_distinct));
    }
    if let Some(method) = &of.method {
        options.push(quote!(method = #method));
    }
    if !of.include.is_empty() {
        let include = idents(model, &of.include);
        options.push(quote!(include(#(#include),*)));
    }
    if let Some(predicate) = &of.predicate {
        options.push(quote!(where = #predicate));
    }
    for (key, value) in &of.options {
        options.push(quote!(option(#key = #value)));
    }
    quote!(index(#(#options),*))
}

fn index_part(model: &Model, part: &IndexColumn) -> TokenStream {
    let mut options = Vec::new();
    if part.order == SortOrder::Descending {
        options.push(quote!(desc));
    }
    match part.nulls {
        Some(NullsOrder::First) => options.push(quote!(nulls_first)),
        Some(NullsOrder::Last) => options.push(quote!(nulls_last)),
        None => {}
    }
    if let Some(collation) = &part.collation {
        options.push(quote!(collation = #collation));
    }
    if let Some(class) = &part.operator_class {
        options.push(quote!(operator_class = #class));
    }
    if let Some(prefix) = part.prefix {
        let prefix = proc_macro2::Literal::u32_unsuffixed(prefix);
        options.push(quote!(prefix = #prefix));
    }
    match &part.target {
        IndexTarget::Column(column) => {
            let column = ident(&model.field_ident(column));
            if options.is_empty() { quote!(#column) } else { quote!(#column(#(#options),*)) }
        }
        IndexTarget::Expression(text) => {
            let options = options.iter().map(|option| quote!(, #option));
            quote!(expression(#text #(#options)*))
        }
    }
}

pub fn targets(key: &Key, models: &Models) -> Vec<TokenStream> {
    let Some(parent) = models.of(&key.object.references) else { return Vec::new() };
    let module = ident(&parent.module);
    key.referenced
        .iter()
        .map(|column| {
            let column = ident(&parent.field_ident(column));
            quote!(#module::#column)
        })
        .collect()
}

pub fn key_options(model: &Model, key: &Key) -> Vec<TokenStream> {
    let of = &key.object;
    let name = &key.name;
    let mut options = vec![quote!(name = #name)];
    for (word, action) in [("on_delete", key.on_delete), ("on_update", key.on_update)] {
        let action = match action {
            ReferentialAction::NoAction => continue,
            ReferentialAction::Restrict => "restrict",
            ReferentialAction::Cascade => "cascade",
            ReferentialAction::SetNull => "set_null",
            ReferentialAction::SetDefault => "set_default",
        };
        let (word, action) = (ident(word), ident(action));
        options.push(quote!(#word = #action));
    }
    if !of.on_delete_columns.is_empty() {
        let columns = idents(model, &of.on_delete_columns);
        options.push(quote!(on_delete_columns(#(#columns),*)));
    }
    options.extend(deferrable(of.deferrable));
    if of.match_full {
        options.push(quote!(match_full));
    }
    if of.not_valid {
        options.push(quote!(not_valid));
    }
    if !key.join {
        options.push(quote!(join = false));
    }
    if let Some(relation) = &key.relation {
        let relation = ident(relation);
        options.push(quote!(relation = #relation));
    }
    if let Some(reverse) = &key.reverse {
        let reverse = ident(reverse);
        options.push(quote!(reverse = #reverse));
    }
    options
}
