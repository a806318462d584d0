use model_core::prelude::*;

#[derive(Model)]
#[model(table = "group")]
pub struct Group {
    pub id: i32,
}

#[derive(Model)]
#[model(
    table = "study_case",
    foreign_key(columns(a, b), references(group::id), name = "fk_study_case_a_b"),
    foreign_key(columns(a), name = "fk_study_case_a"),
)]
pub struct StudyCase {
    pub id: i32,
    pub a: i32,
    pub b: i32,
}

fn main() {}
