//! The text of models: items as tokens, laid out, each with what is listed above it.

use heck::ToSnakeCase;
use model_core::schema::ObjectKind;
use proc_macro2::TokenStream;
use quote::quote;

use super::attributes::{of_field, of_struct};
use super::constraints::index_item;
use super::model::{Enumeration, Model, Models, UnknownType, View};
use super::types::{field_type, ident};

/// One item with the lines that stand above it.
pub struct Item {
    /// What the model can't say.
    pub notes: Vec<String>,
    /// The item.
    pub tokens: TokenStream,
}

/// A struct.
pub fn model(model: &Model, models: &Models) -> Item {
    let name = ident(&model.ident);
    let doc = model.table.comment.as_deref().map(documentation);
    let items = of_struct(model, models);
    let module = module(model);
    let fields = fields(model, models);
    let tokens = quote! {
        #doc
        #[derive(Model, Debug, Clone, PartialEq)]
        #[model(#(#items),*)]
        #module
        pub struct #name {
            #(#fields),*
        }
    };
    let notes = model.remarks.iter().chain(&model.notes).cloned().collect();
    Item { notes, tokens }
}

/// A struct of a view. Its query is in its file, or in the attribute.
pub fn view(view: &View, models: &Models, is_in_file: bool) -> Item {
    let (model, own) = (&view.model, &view.object.name);
    let name = ident(&model.ident);
    let doc = model.table.comment.as_deref().map(documentation);
    let mut items = Vec::new();
    let text = &own.name;
    items.push(quote!(view = #text));
    if let Some(schema) = &own.schema {
        items.push(quote!(schema = #schema));
    }
    let (path, query) = (view.path(), &view.query);
    items.push(match is_in_file && !view.is_short() {
        true => quote!(file = #path),
        false => quote!(query = #query),
    });
    if view.object.kind == ObjectKind::MaterializedView {
        items.push(quote!(materialized));
    }
    items.extend(model.indexes.iter().map(|index| index_item(model, index)));
    let module = module(model);
    let fields = fields(model, models);
    let tokens = quote! {
        #doc
        #[derive(View, Debug, Clone, PartialEq)]
        #[model(#(#items),*)]
        #module
        pub struct #name {
            #(#fields),*
        }
    };
    Item { notes: model.remarks.clone(), tokens }
}

/// The module of Diesel's table, where the derive would make another one.
fn module(model: &Model) -> Option<TokenStream> {
    let has_module = derives_module(&model.table.name.name) == model.module;
    (!has_module).then(|| {
        let module = ident(&model.module);
        quote!(#[diesel(table_name = #module)])
    })
}

fn fields(model: &Model, models: &Models) -> Vec<TokenStream> {
    let fields = model.fields.iter().map(|field| {
        let doc = field.column.comment.as_deref().map(documentation);
        let items = of_field(model, field, models);
        let attribute = (!items.is_empty()).then(|| quote!(#[model(#(#items),*)]));
        let (name, ty) = (ident(&field.ident), field_type(model, field, models));
        quote!(#doc #attribute pub #name: #ty)
    });
    fields.collect()
}

/// The module that the derive makes of a table's name by itself, where that is sure.
fn derives_module(table: &str) -> String {
    let is_word = |text: &str| syn::parse_str::<syn::Ident>(text).is_ok();
    let is_sure = table.is_ascii() && is_word(table);
    match (is_sure, table.bytes().any(|b| b.is_ascii_uppercase())) {
        (true, false) => table.to_owned(),
        (true, true) => {
            Some(table.to_snake_case()).filter(|name| is_word(name)).unwrap_or_default()
        }
        (false, _) => String::new(),
    }
}

fn documentation(comment: &str) -> TokenStream {
    let lines = comment.trim().lines().map(|line| format!(" {}", line.trim_end()));
    quote!(#(#[doc = #lines])*)
}

/// An enumeration.
pub fn enumeration(of: &Enumeration) -> Item {
    let name = ident(&of.ident);
    let own = &of.of.name;
    let mut items = Vec::new();
    if own.name != of.ident.to_snake_case() {
        let name = &own.name;
        items.push(quote!(name = #name));
    }
    if let Some(schema) = &own.schema {
        items.push(quote!(schema = #schema));
    }
    let attribute = (!items.is_empty()).then(|| quote!(#[model(#(#items),*)]));
    let variants = of.variants.iter().zip(&of.of.values).map(|(variant, value)| {
        let text = &value.name;
        let attribute = (variant.to_snake_case() != *text).then(|| quote!(#[model(name = #text)]));
        let variant = ident(variant);
        quote!(#attribute #variant)
    });
    let tokens = quote! {
        #[derive(ModelEnum, Debug, Clone, Copy, PartialEq, Eq, Hash)]
        #attribute
        pub enum #name {
            #(#variants),*
        }
    };
    Item { notes: Vec::new(), tokens }
}

/// A type that Diesel has nothing for: its values are the bytes that the server sends and takes.
pub fn unknown_type(of: &UnknownType) -> Vec<Item> {
    let (name, sql_type) = (ident(&of.ident), ident(&of.sql_type));
    let own = &of.name.name;
    let schema = of.name.schema.as_ref().map(|schema| quote!(, schema = #schema));
    let doc = format!(" A value of the type `{}`, as the bytes that the server sends.", of.name);
    let sql_doc = format!(" The type `{}` to Diesel.", of.name);
    let items = [
        quote! {
            #[doc = #sql_doc]
            #[derive(
                Debug, Clone, Copy, Default,
                diesel::sql_types::SqlType, diesel::query_builder::QueryId
            )]
            #[diesel(postgres_type(name = #own #schema))]
            pub struct #sql_type;
        },
        quote! {
            #[doc = #doc]
            #[derive(
                Debug, Clone, PartialEq, Eq,
                diesel::expression::AsExpression, diesel::deserialize::FromSqlRow
            )]
            #[diesel(sql_type = #sql_type)]
            pub struct #name(pub Vec<u8>);
        },
        quote! {
            impl diesel::deserialize::FromSql<#sql_type, diesel::pg::Pg> for #name {
                fn from_sql(value: diesel::pg::PgValue<'_>) -> diesel::deserialize::Result<Self> {
                    Ok(Self(value.as_bytes().to_vec()))
                }
            }
        },
        quote! {
            impl diesel::serialize::ToSql<#sql_type, diesel::pg::Pg> for #name {
                fn to_sql<'b>(
                    &'b self,
                    out: &mut diesel::serialize::Output<'b, '_, diesel::pg::Pg>,
                ) -> diesel::serialize::Result {
                    std::io::Write::write_all(out, &self.0)?;
                    Ok(diesel::serialize::IsNull::No)
                }
            }
        },
    ];
    items.into_iter().map(|tokens| Item { notes: Vec::new(), tokens }).collect()
}

/// The item laid out, with its notes above it.
pub fn laid_out(item: &Item) -> Result<String, syn::Error> {
    let file: syn::File = syn::parse2(item.tokens.clone())?;
    let mut text = String::new();
    for note in &item.notes {
        for line in note.lines() {
            text.push_str(&format!("// {}\n", line.trim_end()));
        }
    }
    text.push_str(&prettyplease::unparse(&file));
    Ok(text)
}
