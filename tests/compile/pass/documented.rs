//! Documentation as the database's comments, and generated structs of other names.
#![deny(missing_docs, warnings)]

use model_core::prelude::*;

/// Taken by somebody else.
pub struct NewPost;

/// Something
/// written.
///
/// And more about it.
#[derive(Model)]
#[model(table = "post", comments, new = PostToBe, changes = PostPatch)]
pub struct Post {
    /// The key.
    pub id: i32,
    /// What stands above it.
    #[model(comment = "the title")]
    pub title: String,
    /// Who wrote it.
    pub author: String,
}

fn main() {
    let schema = model_core::registry::schema();
    let table = &schema.tables[0];
    assert_eq!(table.comment.as_deref(), Some("Something written."));
    let comments: Vec<_> = table.columns.iter().map(|c| c.comment.as_deref()).collect();
    assert_eq!(comments, [Some("The key."), Some("the title"), Some("Who wrote it.")]);
    let _ = (PostToBe::builder().title("t").author("a").build(), PostPatch::default(), NewPost);
}
