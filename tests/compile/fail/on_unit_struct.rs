use model_core::prelude::*;

#[derive(Model)]
pub struct Nothing;

fn main() {}
