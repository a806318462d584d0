//! The tables.

use model_core::prelude::*;
use serde_json::Value;

/// Somebody who writes.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "user", derive(Debug, Clone))]
pub struct User {
    /// Counted up by the database.
    pub id: i32,
    /// The name to sign in with.
    #[model(unique, max_length = 40)]
    pub name: String,
    /// Whatever the person set; `Json`, which all the databases have.
    #[model(sql_type = Json)]
    pub settings: Option<Value>,
}

/// How far a post is.
#[derive(ModelEnum, Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// For its author alone.
    Draft,
    /// For everybody.
    Published,
}

/// Something written.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "post", derive(Debug, Clone))]
pub struct Post {
    /// Counted up by the database.
    pub id: i32,
    /// Who wrote it.
    #[model(foreign_key(user::id, name = "fk_post_author_id", on_delete = cascade))]
    pub author_id: i32,
    /// Who looked it through.
    #[model(foreign_key(user::id, name = "fk_post_editor_id", on_delete = set_null))]
    pub editor_id: Option<i32>,
    /// What stands above it.
    #[model(max_length = 200)]
    pub title: String,
    /// How far it is.
    #[model(enumeration, default = "draft")]
    pub status: Status,
    /// When it was taken away; it stays in the table.
    pub deleted_at: Option<NaiveDateTime>,
}

/// Something said to a post, or to what somebody said.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "comment", derive(Debug, Clone))]
pub struct Comment {
    /// Counted up by the database.
    pub id: i32,
    /// The post.
    #[model(foreign_key(post::id, name = "fk_comment_post_id", on_delete = cascade))]
    pub post_id: i32,
    /// The comment that this one answers.
    #[model(foreign_key(
        comment::id,
        name = "fk_comment_parent_id",
        on_delete = cascade,
        reverse = answers
    ))]
    pub parent_id: Option<i32>,
    /// What was said.
    pub text: String,
}

/// A word to find posts by.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "tag", derive(Debug, Clone))]
pub struct Tag {
    /// Counted up by the database.
    pub id: i32,
    /// The word.
    #[model(unique, max_length = 40)]
    pub word: String,
}

/// Which post has which tag.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "post_tag", primary_key(post_id, tag_id), many_to_many, derive(Debug, Clone))]
pub struct PostTag {
    /// The post.
    #[model(foreign_key(post::id, name = "fk_post_tag_post_id", on_delete = cascade))]
    pub post_id: i32,
    /// The tag.
    #[model(foreign_key(tag::id, name = "fk_post_tag_tag_id", on_delete = cascade))]
    pub tag_id: i32,
}
