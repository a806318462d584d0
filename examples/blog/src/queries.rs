//! What the blog asks.

use diesel::prelude::*;
use model_core::prelude::*;

use super::Connection;
use crate::conditions::{is_public, is_there};
use crate::models::*;

/// The posts of an author that everybody may see.
///
/// # Errors
/// What the database says, as from all of these.
pub fn published(author: &User, connection: &mut Connection) -> QueryResult<Vec<Post>> {
    author.posts_as_author().filter(is_public()).order(post::id).load(connection)
}

/// Every post that is there, with its comments: two queries, however many posts there are.
pub fn with_comments(connection: &mut Connection) -> QueryResult<Vec<(Post, Vec<Comment>)>> {
    let comments = Comment::query().order(comment::id);
    Post::query().filter(is_there()).order(post::id).with(comments).load(connection)
}

/// Posts with their comments, and each comment with the answers to it.
pub type Threads = Vec<(Post, Vec<(Comment, Vec<Comment>)>)>;

/// Every post with its comments and the answers to each of them: three queries.
pub fn with_answers(connection: &mut Connection) -> QueryResult<Threads> {
    let answers = Comment::query().order(comment::id);
    let comments = Comment::query().order(comment::id).with(answers);
    Post::query().order(post::id).with(comments).load(connection)
}

/// A post, who wrote it, its tags and how many comments it has.
pub fn page(id: i32, connection: &mut Connection) -> QueryResult<(Post, User, Vec<Tag>, i64)> {
    let post = Post::find(id).first(connection)?;
    let author = post.author().first(connection)?;
    let tags = post.tags().order(tag::word).load(connection)?;
    let comments = Comment::belonging_to(&post).count().get_result(connection)?;
    Ok((post, author, tags, comments))
}

/// The titles of the posts that somebody looked through, with the author's name: a join.
pub fn edited(connection: &mut Connection) -> QueryResult<Vec<(String, String)>> {
    post::table
        .inner_join(user::table.on(user::id.eq(post::author_id)))
        .filter(post::editor_id.is_not_null())
        .order(post::id)
        .select((post::title, user::name))
        .load(connection)
}

/// Takes a post away; it stays in the table.
pub fn take_away(id: i32, now: NaiveDateTime, connection: &mut Connection) -> QueryResult<usize> {
    let changes = PostChanges { deleted_at: Some(Some(now)), ..PostChanges::default() };
    changes.update(id).execute(connection)
}
