//! What the blog asks, on a connection of diesel-async.

use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use model_core::prelude::*;

use super::AsyncConnection;
use super::queries::Threads;
use crate::conditions::{is_public, is_there};
use crate::models::*;

/// The posts of an author that everybody may see.
///
/// # Errors
/// What the database says, as from all of these.
pub async fn published(author: &User, connection: &mut AsyncConnection) -> QueryResult<Vec<Post>> {
    author.posts_as_author().filter(is_public()).order(post::id).load(connection).await
}

/// Every post that is there, with its comments: two queries, however many posts there are.
pub async fn with_comments(
    connection: &mut AsyncConnection,
) -> QueryResult<Vec<(Post, Vec<Comment>)>> {
    let comments = Comment::query().order(comment::id);
    Post::query().filter(is_there()).order(post::id).with(comments).load_async(connection).await
}

/// Every post with its comments and the answers to each of them: three queries.
pub async fn with_answers(connection: &mut AsyncConnection) -> QueryResult<Threads> {
    let answers = Comment::query().order(comment::id);
    let comments = Comment::query().order(comment::id).with(answers);
    Post::query().order(post::id).with(comments).load_async(connection).await
}

/// A post, who wrote it, its tags and how many comments it has.
pub async fn page(
    id: i32,
    connection: &mut AsyncConnection,
) -> QueryResult<(Post, User, Vec<Tag>, i64)> {
    let post = Post::find(id).first(connection).await?;
    let author = post.author().first(connection).await?;
    let tags = post.tags().order(tag::word).load(connection).await?;
    let comments = Comment::belonging_to(&post).count().get_result(connection).await?;
    Ok((post, author, tags, comments))
}

/// The titles of the posts that somebody looked through, with the author's name: a join.
pub async fn edited(connection: &mut AsyncConnection) -> QueryResult<Vec<(String, String)>> {
    post::table
        .inner_join(user::table.on(user::id.eq(post::author_id)))
        .filter(post::editor_id.is_not_null())
        .order(post::id)
        .select((post::title, user::name))
        .load(connection)
        .await
}

/// Takes a post away; it stays in the table.
pub async fn take_away(
    id: i32,
    now: NaiveDateTime,
    connection: &mut AsyncConnection,
) -> QueryResult<usize> {
    let changes = PostChanges { deleted_at: Some(Some(now)), ..PostChanges::default() };
    changes.update(id).execute(connection).await
}
