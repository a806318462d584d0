//! A column of an enumeration, in a query and in the registry.
#![deny(warnings)]

use diesel::prelude::*;
use model_core::prelude::*;

#[derive(ModelEnum, Debug, Clone, Copy, PartialEq)]
#[model(name = "mood", schema = "app", renamed_from = "temper")]
pub enum Mood {
    VeryHappy,
    #[model(name = "so-so", renamed_from = "meh")]
    Neutral,
}

#[derive(Model, Debug)]
#[model(table = "person")]
pub struct Person {
    pub id: i32,
    #[model(enumeration, default = "so-so")]
    pub mood: Mood,
    #[model(enumeration)]
    pub before: Option<Mood>,
}

fn main() {
    let schema = model_core::registry::schema();
    assert_eq!(schema.enums.len(), 1);
    assert_eq!(schema.enums[0].name.to_string(), "app.mood");
    let values: Vec<_> = schema.enums[0].values.iter().map(|value| &value.name).collect();
    assert_eq!(values, ["very_happy", "so-so"]);
    let _ = person::table.filter(person::mood.eq(Mood::VeryHappy)).select(person::before);
    let _ = person::table.filter(person::before.is_null().or(person::before.eq(Mood::Neutral)));
    assert_eq!(Mood::of_text("so-so"), Some(Mood::Neutral));
}
