use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post")]
pub struct Post {
    pub id: i32,
    pub title: String,
}

fn main() {
    let _ = Post::find("seven");
}
