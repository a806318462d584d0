use model_core::prelude::*;

#[derive(Model)]
#[model(table)]
pub struct StudyCase {
    pub id: i32,
    #[model(max_length)]
    pub name: String,
    #[model(max_length = "80")]
    pub other: String,
    #[model(default)]
    pub number: i32,
    #[model(check)]
    pub checked: i32,
    #[model(unique = true auto)]
    pub code: String,
    #[model(column = "")]
    pub empty: String,
}

fn main() {}
