use model_core::prelude::*;

mod schema {
    diesel::table! {
        posts (slug) {
            id -> Integer,
            slug -> Text,
        }
    }
    diesel::table! {
        post_tags (post_id, tag_id) {
            post_id -> Integer,
            tag_id -> Integer,
        }
    }
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::posts)]
pub struct Post {
    pub id: i32,
    pub slug: String,
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::post_tags, primary_key(tag_id, post_id))]
pub struct PostTag {
    pub post_id: i32,
    pub tag_id: i32,
}

fn main() {}
