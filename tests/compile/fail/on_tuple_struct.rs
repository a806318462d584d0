use model_core::prelude::*;

#[derive(Model)]
pub struct Pair(i32, i32);

fn main() {}
