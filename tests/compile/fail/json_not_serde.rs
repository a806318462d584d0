use model_core::prelude::*;

pub struct Settings {
    pub dark: bool,
}

#[derive(Model)]
#[model(table = "person")]
pub struct Person {
    pub id: i32,
    #[model(json)]
    pub settings: Settings,
}

fn main() {}
