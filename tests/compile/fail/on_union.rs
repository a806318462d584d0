use model_core::prelude::*;

#[derive(Model)]
pub union Either {
    pub id: i32,
}

fn main() {}
