use model_core::prelude::*;

#[derive(Model)]
pub struct Of<T> {
    pub id: i32,
    pub value: T,
}

fn main() {}
