use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post")]
pub struct Post {
    pub id: i32,
    #[model(version)]
    pub version: Option<i32>,
    #[model(version)]
    pub second: String,
    #[model(updated_at)]
    pub changed: NaiveDate,
    #[model(json, newtype = String)]
    pub both: String,
}

#[derive(Model)]
#[model(table = "key")]
pub struct Key {
    #[model(version, auto = false)]
    pub id: i32,
    pub text: String,
}

fn main() {}
