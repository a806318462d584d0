//! What stands above a struct and above its fields.

use model_core::schema::{DefaultValue, Identity, Literal, LogicalType};
use proc_macro2::{Literal as Token, TokenStream};
use quote::quote;

use super::constraints::{
    idents, index_item, key_options, plain_on_field, targets, unique_on_field, unique_options,
    written_name,
};
use super::model::{Field, Model, Models};
use super::types::{ident, type_words};

/// The items above the struct, one attribute for each kind.
pub fn of_struct(model: &Model, models: &Models) -> Vec<TokenStream> {
    let mut items: Vec<TokenStream> = Vec::new();
    let table = &model.table;
    let name = &table.name.name;
    items.push(quote!(table = #name));
    if let Some(schema) = &table.name.schema {
        items.push(quote!(schema = #schema));
    }
    let key = model.key();
    match key.as_slice() {
        [] => items.push(quote!(no_primary_key)),
        [_] => {}
        _ => {
            let columns = idents(model, &key.iter().map(|c| (*c).to_owned()).collect::<Vec<_>>());
            items.push(quote!(primary_key(#(#columns),*)));
        }
    }
    for unique in model.uniques.iter().filter(|u| unique_on_field(model, u).is_none()) {
        let names: Vec<String> = unique.object.columns.iter().map(|c| c.name.clone()).collect();
        let columns = idents(model, &names);
        let options = unique_options(model, unique);
        items.push(quote!(unique(#(#columns,)* #(#options),*)));
    }
    for index in model.indexes.iter().filter(|index| plain_on_field(model, index).is_none()) {
        items.push(index_item(model, index));
    }
    for check in &model.checks {
        let expression = &check.object.expression;
        let mut options = vec![quote!(#expression)];
        options.extend(written_name(check));
        if check.object.not_valid {
            options.push(quote!(not_valid));
        }
        if check.object.no_inherit {
            options.push(quote!(no_inherit));
        }
        items.push(quote!(check(#(#options),*)));
    }
    for exclusion in &model.exclusions {
        let definition = exclusion.object.definition.trim();
        let definition = definition.strip_prefix("EXCLUDE").unwrap_or(definition).trim();
        let name = written_name(exclusion).map(|name| quote!(, #name));
        items.push(quote!(exclude(#definition #name)));
    }
    for key in model.keys.iter().filter(|key| key.object.columns.len() > 1) {
        let columns = idents(model, &key.object.columns);
        let targets = targets(key, models);
        let options = key_options(model, key);
        items.push(quote!(
            foreign_key(columns(#(#columns),*), references(#(#targets),*), #(#options),*)
        ));
    }
    for (key, value) in &model.options {
        match (key.as_str(), value.as_str()) {
            ("strict" | "without_rowid", "true") => {
                let word = ident(key);
                items.push(quote!(#word));
            }
            _ => items.push(quote!(option(#key = #value))),
        }
    }
    if let Some(comment) = &table.comment {
        items.push(quote!(comment = #comment));
    }
    if let Some(new) = &model.new {
        let new = ident(new);
        items.push(quote!(new = #new));
    }
    if let Some(changes) = &model.changes {
        let changes = ident(changes);
        items.push(quote!(changes = #changes));
    }
    let keeps = &model.keeps;
    if !keeps.is_empty() {
        items.push(quote!(keeps(#(#keeps),*)));
    }
    items
}

/// The items above a field.
pub fn of_field(model: &Model, field: &Field, models: &Models) -> Vec<TokenStream> {
    let mut items = Vec::new();
    let column = &field.column;
    let key = model.key();
    let is_whole_key = key == [column.name.as_str()];
    if is_whole_key && field.ident != "id" {
        items.push(quote!(primary_key));
    }
    items.extend(auto(field, is_whole_key, has_key_on_field(model, field)));
    if field.ident != column.name {
        let name = &column.name;
        items.push(quote!(column = #name));
    }
    items.extend(type_words(field, models));
    items.extend(field.default().map(default));
    if let Some(computed) = &column.computed {
        let expression = &computed.expression;
        items.push(match computed.stored {
            true => quote!(generated(#expression, stored)),
            false => quote!(generated(#expression)),
        });
    }
    for unique in &model.uniques {
        if unique_on_field(model, unique) == Some(&column.name) {
            let options = unique_options(model, unique);
            items.push(if options.is_empty() {
                quote!(unique)
            } else {
                quote!(unique(#(#options),*))
            });
        }
    }
    for index in &model.indexes {
        if plain_on_field(model, index).as_ref() == Some(&column.name) {
            items.push(match written_name(index) {
                Some(name) => quote!(index(#name)),
                None => quote!(index),
            });
        }
    }
    for key in model.keys.iter().filter(|key| key.object.columns == [column.name.clone()]) {
        let (targets, options) = (targets(key, models), key_options(model, key));
        items.push(quote!(foreign_key(#(#targets,)* #(#options),*)));
    }
    for (word, value) in [
        ("collation", field.collation().0),
        ("charset", field.collation().1),
        ("on_update", column.on_update.as_ref()),
        ("comment", column.comment.as_ref()),
    ] {
        if let Some(value) = value.filter(|value| !value.is_empty()) {
            let word = ident(word);
            items.push(quote!(#word = #value));
        }
    }
    for (key, value) in &column.options {
        items.push(quote!(option(#key = #value)));
    }
    items
}

fn has_key_on_field(model: &Model, field: &Field) -> bool {
    model.keys.iter().any(|key| key.object.columns == [field.column.name.clone()])
}

/// `auto`, where it is not what the derive takes the field for by itself.
fn auto(field: &Field, is_whole_key: bool, has_foreign_key: bool) -> Option<TokenStream> {
    use LogicalType as L;
    let is_countable = matches!(
        field.ty().logical,
        L::TinyInt
            | L::SmallInt
            | L::Integer
            | L::BigInt
            | L::UnsignedTinyInt
            | L::UnsignedSmallInt
            | L::UnsignedInteger
            | L::UnsignedBigInt
    );
    let is_filled = field.default().is_some() || field.column.computed.is_some() || has_foreign_key;
    let by_itself = is_whole_key && field.ident == "id" && is_countable && !is_filled;
    if !field.is_counted {
        return by_itself.then(|| quote!(auto = false));
    }
    let (always, options) = match &field.column.identity {
        Identity::Standard { always, options } => (*always, super::counted(options)),
        Identity::Serial { options, .. } => (false, super::counted(options)),
        Identity::RowidAutoincrement => return Some(quote!(auto = strict)),
        _ => Default::default(),
    };
    let mut words = Vec::new();
    if always {
        words.push(quote!(always));
    }
    for (word, value) in [
        ("start", options.start),
        ("increment", options.increment),
        ("min", options.min),
        ("max", options.max),
    ] {
        if let Some(value) = value {
            let (word, value) = (ident(word), Token::i64_unsuffixed(value));
            words.push(quote!(#word = #value));
        }
    }
    if options.cycle.is_some() {
        words.push(quote!(cycle));
    }
    match words.as_slice() {
        [] if by_itself => None,
        [] => Some(quote!(auto)),
        words => Some(quote!(auto(#(#words),*))),
    }
}

fn default(value: &DefaultValue) -> TokenStream {
    match value {
        DefaultValue::Now => quote!(default = now),
        DefaultValue::Sql(text) => quote!(default = sql(#text)),
        DefaultValue::Literal(Literal::Bool(value)) => quote!(default = #value),
        DefaultValue::Literal(Literal::Text(text)) => quote!(default = #text),
        DefaultValue::Literal(Literal::Bytes(bytes)) => {
            let bytes = Token::byte_string(bytes);
            quote!(default = #bytes)
        }
        DefaultValue::Literal(Literal::Integer(value)) => number(&value.to_string()),
        DefaultValue::Literal(Literal::Float(text)) => number(text),
    }
}

fn number(text: &str) -> TokenStream {
    let sign = text.starts_with('-').then(|| quote!(-));
    match text.trim_start_matches('-').parse::<Token>() {
        Ok(digits) => quote!(default = #sign #digits),
        Err(_) => quote!(default = sql(#text)),
    }
}
