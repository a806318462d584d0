use model_core::prelude::*;

mod schema {
    diesel::table! {
        posts (id) {
            id -> Integer,
            title -> Nullable<Text>,
            views -> BigInt,
            made -> Timestamp,
        }
    }
}

#[derive(Model)]
#[model(schema_only, table = crate::schema::posts)]
pub struct Post {
    pub id: i32,
    pub title: String,
    pub views: i32,
    #[model(sql_type = Date)]
    pub made: NaiveDateTime,
}

fn main() {}
