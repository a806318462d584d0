use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post", schema_only)]
pub struct Post {
    pub id: i32,
    pub title: String,
}

fn main() {
    let post = Post { id: 1, title: "t".into() };
    let _ = post.save();
}
