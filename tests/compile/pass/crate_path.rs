//! Where model-core is may be said, which a package needs that has it through another one.

mod facade {
    pub use model_core as orm;
}

use facade::orm::prelude::*;

#[derive(ModelEnum, Debug, Clone, Copy, PartialEq)]
#[model(crate = crate::facade::orm)]
pub enum Mood {
    Happy,
}

#[derive(ModelType, Debug, Clone)]
#[model(crate = model_core)]
pub struct Email(String);

#[derive(Model)]
#[model(table = "person", crate = crate::facade::orm)]
pub struct Person {
    pub id: i32,
    #[model(enumeration)]
    pub mood: Mood,
    #[model(newtype = String)]
    pub email: Email,
}

fn main() {
    assert_eq!(model_core::registry::schema().tables[0].name.to_string(), "person");
}
