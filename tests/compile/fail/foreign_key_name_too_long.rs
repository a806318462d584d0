use model_core::prelude::*;

#[derive(Model)]
#[model(table = "group")]
pub struct Group {
    pub id: i32,
}

#[derive(Model)]
#[model(table = "a_table_with_quite_a_long_name")]
pub struct StudyCase {
    pub id: i32,
    #[model(foreign_key(
        group::id,
        name = "fk_a_table_with_quite_a_long_name_the_column_that_leads_to_the_group",
    ))]
    pub the_column_that_leads_to_the_group: i32,
}

fn main() {}
