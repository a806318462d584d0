use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post", unique(title, year))]
pub struct Post {
    pub id: i32,
    pub title: String,
    pub year: i16,
}

fn main() {
    let new = NewPost::builder().title("t").year(1999).build();
    let _ = new.upsert(post::title);
    let _ = new.upsert((post::id, post::year));
}
