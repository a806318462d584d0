use model_core::prelude::*;

#[derive(ModelEnum, Debug)]
#[model(
    name = "an_enumeration_with_a_name_that_is_longer_than_all_databases_keep",
    schema = "a_schema_with_a_name_that_is_longer_than_all_databases_keep_whole"
)]
pub enum Mood {
    #[model(name = "a value with a text that is longer than PostgreSQL keeps of a value")]
    Happy,
}

fn main() {}
