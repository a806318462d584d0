use model_core::prelude::*;

#[derive(Model)]
#[model(table = "group", unique(a, b))]
pub struct Group {
    pub id: i32,
    pub a: i32,
    pub b: String,
    pub c: i32,
}

#[derive(Model)]
#[model(
    table = "study_case",
    foreign_key(columns(a, c), references(group::a, group::c), name = "fk_study_case_a_c"),
)]
pub struct StudyCase {
    pub id: i32,
    pub a: i32,
    pub c: i32,
}

fn main() {}
