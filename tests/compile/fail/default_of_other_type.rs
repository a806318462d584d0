use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    #[model(default = "three")]
    pub number: i32,
    #[model(default = 70_000)]
    pub small: i16,
    #[model(default = now)]
    pub text: String,
    #[model(default = 1)]
    pub yes: bool,
    #[model(default = "soon")]
    pub at: Option<NaiveDateTime>,
    #[model(default = "abc", max_length = 2)]
    pub short: String,
    #[model(default = -"x")]
    pub signed: String,
    #[model(default = tomorrow)]
    pub day: NaiveDate,
}

fn main() {}
