use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post")]
pub struct Post {
    pub id: i32,
    pub title: String,
    #[model(version)]
    pub version: i32,
}

fn main() {
    let changes = PostChanges { title: Some("t".into()) };
    let _ = changes.update(7);
}
