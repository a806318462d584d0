use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    pub study_case: String,
}

fn main() {}
