use model_core::prelude::*;

#[derive(ModelType, Debug)]
pub struct Email(String);

#[derive(Debug)]
pub struct Plain(i32);

#[derive(Model)]
#[model(table = "person", schema_only)]
pub struct Person {
    pub id: i32,
    #[model(newtype = i32)]
    pub email: Email,
    #[model(newtype = i32)]
    pub plain: Plain,
}

fn main() {}
