use model_core::prelude::*;

mod schema {
    diesel::table! {
        posts (id) {
            id -> Integer,
            title -> Text,
        }
    }
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::post)]
pub struct Post {
    pub id: i32,
    pub title: String,
}

fn main() {}
