use model_core::prelude::*;

#[derive(Model)]
#[model(
    table = "study_case",
    primary_key(idd),
    unique(group_id, name, name),
    index(nam, unique),
)]
pub struct StudyCase {
    pub id: i32,
    pub name: String,
}

fn main() {}
