use model_core::prelude::*;

mod schema {
    diesel::table! {
        posts (id) {
            id -> Integer,
        }
    }
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::posts, table = "posts")]
pub struct Post {
    pub id: i32,
}

#[derive(Model)]
#[model(name = "tag")]
pub struct Tag {
    pub id: i32,
}

fn main() {}
