use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    #[model(sql_type = pgvector::sql_types::Vector)]
    pub vector: Own,
    #[model(sql_type = "vector(3)")]
    pub named: Own,
    #[model(db_type = "citext")]
    pub text: String,
    #[model(sql_type = Nullable<Text>)]
    pub nullable: Option<String>,
}

fn main() {}

pub struct Own;
