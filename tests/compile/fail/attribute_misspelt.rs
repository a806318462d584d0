use model_core::prelude::*;

#[derive(Model)]
#[model(tabel = "study_case", max_length = 80)]
pub struct StudyCase {
    pub id: i32,
    #[model(max_lenght = 80)]
    pub name: String,
    #[model(table = "x")]
    pub other: String,
    #[model(colour)]
    pub note: String,
    #[model(unique(nam = "uq"), index(uniqe), check("x > 0", nmae = "ck"))]
    pub x: i32,
}

fn main() {}
