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
#[model(schema_only, table = crate::schema::posts)]
pub struct Post {
    pub id: i32,
    pub titel: String,
}

fn main() {}
