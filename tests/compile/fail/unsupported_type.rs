use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    pub own: Own,
    pub twice: Option<Option<i32>>,
    pub size: usize,
    pub pair: (i32, i32),
    pub unsigned: u32,
    pub many: Vec<i32>,
    pub uuid: Uuid,
    pub zoned: DateTime<Utc>,
}

fn main() {}

pub struct Own;

pub struct Uuid;
