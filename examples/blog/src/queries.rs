//! What the blog asks: each is written once for all databases.

use diesel::prelude::*;
use model_core::prelude::*;

use crate::Connection;
use crate::models::{
    Comment, CommentsOfPost, Post, PostsAsAuthorOfUser, Status, Tag, User, comment, post,
};

/// The posts of an author that everybody may see.
pub fn published(author: &User, connection: &mut Connection) -> QueryResult<Vec<Post>> {
    author
        .posts_as_author()
        .filter(post::status.eq(Status::Published))
        .filter(post::deleted_at.is_null())
        .order(post::id)
        .load(connection)
}

/// Every post with its comments, in two queries.
pub fn with_comments(connection: &mut Connection) -> QueryResult<Vec<(Post, Vec<Comment>)>> {
    let comments = Comment::query().order(comment::id);
    Post::query().filter(post::deleted_at.is_null()).order(post::id).with(comments).load(connection)
}

/// A post, who wrote it, its tags and how many comments it has.
pub fn page(id: i32, connection: &mut Connection) -> QueryResult<(Post, User, Vec<Tag>, usize)> {
    use crate::models::TagsOfPost;
    let post = Post::find(id).first(connection)?;
    let author = post.author().first(connection)?;
    let tags = post.tags().load(connection)?;
    let comments = post.comments().load(connection)?.len();
    Ok((post, author, tags, comments))
}
