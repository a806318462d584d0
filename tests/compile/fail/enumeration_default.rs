use model_core::prelude::*;

#[derive(ModelEnum, Debug)]
pub enum Mood {
    Happy,
    #[model(name = "so-so")]
    Neutral,
}

#[derive(Model)]
#[model(table = "person", schema_only)]
pub struct Person {
    pub id: i32,
    #[model(enumeration, default = "neutral")]
    pub mood: Mood,
    #[model(enumeration, default = "so-so")]
    pub before: Mood,
}

fn main() {}
