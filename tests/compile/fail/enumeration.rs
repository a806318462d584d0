use model_core::prelude::*;

#[derive(ModelEnum, Debug)]
pub enum Shape {
    Round,
    Sided(u8),
    #[model(name = "round")]
    Circle,
    #[model(nmae = "other")]
    Other,
}

#[derive(ModelEnum, Debug)]
pub struct Plain {
    pub id: i32,
}

#[derive(ModelEnum, Debug)]
pub enum Nothing {}

fn main() {}
