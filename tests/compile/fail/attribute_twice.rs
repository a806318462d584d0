use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case", table = "other")]
pub struct StudyCase {
    pub id: i32,
    #[model(max_length = 80, max_length = 90)]
    pub name: String,
    #[model(unique)]
    #[model(unique(name = "uq_other"))]
    pub code: String,
}

fn main() {}
