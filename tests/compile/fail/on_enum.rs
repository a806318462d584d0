use model_core::prelude::*;

#[derive(Model)]
pub enum Colour {
    Red,
}

fn main() {}
