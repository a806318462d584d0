use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    #[model(foreign_key(id, name = "fk_study_case_group_id"))]
    pub group_id: i32,
    #[model(foreign_key(name = "fk_study_case_other_id"))]
    pub other_id: i32,
}

fn main() {}
