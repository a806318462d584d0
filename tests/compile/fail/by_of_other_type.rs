use diesel::prelude::*;
use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post", unique(title, year))]
pub struct Post {
    pub id: i32,
    pub title: String,
    pub year: i16,
}

fn main() {
    let _ = Post::by_title_and_year("t", "1999").filter(post::id.eq(1));
}
