use model_core::prelude::*;

#[derive(Model)]
#[model(table = "a_table_with_a_name_that_is_longer_than_all_databases_keep_whole")]
pub struct StudyCase {
    pub id: i32,
    #[model(index(name = "ix_of_a_name_that_is_longer_than_all_databases_are_willing_to_keep_it"))]
    pub a_column_with_a_name_that_is_longer_than_all_databases_keep_whole: i32,
}

fn main() {}
