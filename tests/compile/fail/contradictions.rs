use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case", primary_key(id))]
pub struct StudyCase {
    #[model(auto, default = 1)]
    pub id: i32,
    #[model(generated("id + 1"), default = 2)]
    pub next: i32,
    #[model(auto)]
    pub name: String,
    #[model(primary_key)]
    pub other: i32,
}

fn main() {}
