use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case", check("a <> 0"), check("a < 9"))]
pub struct StudyCase {
    pub id: i32,
    #[model(check("a > 0", name = "ck_a"))]
    pub a: i32,
    #[model(unique(name = "CK_A"))]
    pub b: i32,
}

fn main() {}
