use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post")]
pub struct Post {
    pub id: i32,
    pub title: String,
    pub note: Option<String>,
}

fn main() {
    let _ = PostChanges { title: Some(None), note: Some(None) };
}
