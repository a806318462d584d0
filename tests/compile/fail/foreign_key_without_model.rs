use model_core::prelude::*;

diesel::table! {
    group {
        id -> Integer,
    }
}

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    #[model(foreign_key(group::id, name = "fk_study_case_group_id"))]
    pub group_id: i32,
}

fn main() {}
