use model_core::prelude::*;

#[derive(Debug)]
pub enum Mood {
    Happy,
}

#[derive(Model)]
#[model(table = "person", schema_only)]
pub struct Person {
    pub id: i32,
    #[model(enumeration)]
    pub mood: Mood,
}

fn main() {}
