use model_core::prelude::*;

#[derive(Model)]
pub struct Of<'a> {
    pub id: i32,
    pub value: &'a str,
}

fn main() {}
