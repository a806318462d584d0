use model_core::prelude::*;

#[derive(Model)]
#[model(table = "post")]
pub struct Post {
    pub id: i32,
    pub title: String,
    pub note: Option<String>,
    #[model(default = 0)]
    pub views: i32,
    pub author: String,
}

fn main() {
    let _ = NewPost::builder().title("t").build();
}
