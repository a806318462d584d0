use model_core::prelude::*;

mod schema {
    diesel::table! {
        posts (id) {
            id -> Integer,
            #[sql_name = "type"]
            type_ -> Text,
            title -> Text,
            note -> Text,
        }
    }
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::posts)]
pub struct Post {
    pub id: i32,
    #[model(unique)]
    pub type_: String,
    #[model(column = "Title")]
    pub title: String,
    pub note: String,
}

fn main() {}
