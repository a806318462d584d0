use model_core::prelude::*;

#[derive(Model)]
#[model(table = "study_case")]
pub struct StudyCase {
    pub id: i32,
    #[model(max_length = 3)]
    pub number: i32,
    #[model(precision = 10, scale = 2)]
    pub text: String,
    #[model(max_length = 0)]
    pub nothing: String,
    #[model(sql_type = "VARCHAR(80)", max_length = 80)]
    pub native: String,
    #[model(sql_type = Numeric, scale = 2)]
    pub loose: String,
    #[model(sql_type = Numeric, precision = 2, scale = 3)]
    pub inside_out: String,
}

fn main() {}
