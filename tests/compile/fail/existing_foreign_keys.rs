use model_core::prelude::*;

mod schema {
    diesel::table! {
        users (id) {
            id -> Integer,
            name -> Text,
        }
    }
    diesel::table! {
        posts (id) {
            id -> Integer,
            author_id -> Integer,
            editor_id -> BigInt,
            reader -> Text,
            gone_id -> Integer,
        }
    }
    diesel::table! {
        readers (name) {
            name -> Text,
            nick -> Text,
        }
    }
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::readers, primary_key(name))]
pub struct Reader {
    pub name: String,
    pub nick: String,
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::posts)]
pub struct Post {
    pub id: i32,
    #[model(foreign_key(crate::schema::users::id, name = "fk_posts_author_id"))]
    pub author_id: i32,
    #[model(foreign_key(crate::schema::users::id, name = "fk_posts_editor_id"))]
    pub editor_id: i64,
    #[model(foreign_key(crate::schema::readers::nick, name = "fk_posts_reader"))]
    pub reader: String,
    #[model(foreign_key(crate::schema::gone::id, name = "fk_posts_gone_id"))]
    pub gone_id: i32,
}

fn main() {}
