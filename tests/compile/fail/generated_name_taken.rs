use model_core::prelude::*;

pub struct NewPost;

pub struct PostChanges;

#[derive(Model)]
#[model(table = "post")]
pub struct Post {
    pub id: i32,
    pub title: String,
}

fn main() {}
