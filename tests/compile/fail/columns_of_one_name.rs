use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    pub name: String,
    #[model(column = "Name")]
    pub title: String,
}

fn main() {}
