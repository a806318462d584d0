//! Attributes of Diesel's that mean nothing for a model, or something else.

use model_core::prelude::*;

#[derive(Model)]
#[diesel(primary_key(n), belongs_to(Group), embed, skip_insertion, base_query = x())]
#[diesel(treat_none_as_null = false, table_nam = item, nonsense = 1)]
pub struct Item {
    pub n: i32,
    #[diesel(embed)]
    pub place: String,
    #[diesel(deserialize_as = String, serialize_as = String)]
    pub name: String,
    #[diesel(select_expression = 1, treat_none_as_default_value = true, column_nam = "x")]
    pub title: Option<String>,
    #[diesel(column_name)]
    pub text: String,
    #[diesel(primary_key(text), nonsense = 1)]
    pub size: i32,
}

#[derive(Model)]
#[model(table = "page")]
#[diesel(primary_key(number, chapter))]
pub struct Page {
    #[model(primary_key)]
    pub number: i32,
    pub chapter: i32,
}

#[derive(Model)]
#[model(table = "line")]
#[diesel(primary_key(numbre))]
pub struct Line {
    pub number: i32,
}

fn main() {}
