use model_core::prelude::*;

#[derive(Model)]
#[model(table = "group")]
pub struct Group {
    pub id: i32,
}

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    #[model(foreign_key(group::id, name = "fk_study_case_group_id", on_update = set_default))]
    pub group_id: i32,
}

fn main() {}
