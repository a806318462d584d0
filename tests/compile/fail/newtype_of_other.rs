use model_core::prelude::*;

#[derive(ModelType, Debug)]
pub struct Email(String);

#[derive(ModelType, Debug)]
pub struct Pair(String, i32);

#[derive(ModelType, Debug)]
pub struct Nested(Email);

#[derive(Debug)]
pub struct Plain(i32);

#[derive(Model)]
#[model(table = "person")]
pub struct Person {
    pub id: i32,
    #[model(newtype = i32)]
    pub email: Email,
    #[model(newtype = i32)]
    pub plain: Plain,
    #[model(newtype = String, max_length = 4, default = "12345")]
    pub other: Email,
}

fn main() {}
