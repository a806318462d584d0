//! What happens in a blog, on a connection of diesel-async.

use super::blog::{AsyncConnection, queries_async};
use ::blog::models::*;
use diesel::prelude::*;
use diesel_async::RunQueryDsl;
use model_core::prelude::*;

/// What is unique finds the row: MySQL has no RETURNING.
async fn user(name: &str, connection: &mut AsyncConnection) -> QueryResult<User> {
    NewUser::builder().name(name).build().insert().execute(connection).await?;
    User::by_name(name).first(connection).await
}

pub async fn nonblocking(connection: &mut AsyncConnection) -> QueryResult<()> {
    let (ann, bob) = (user("ann", connection).await?, user("bob", connection).await?);
    assert_eq!(ann.settings, None);
    let settings = Some(serde_json::json!({"dark": true}));
    let changes = UserChanges { settings: Some(settings.clone()), ..Default::default() };
    changes.update(ann.id).execute(connection).await?;
    let ann = User::find(ann.id).first(connection).await?;
    assert_eq!(ann.settings, settings);

    // A status that is left out is the database's default.
    let first = NewPost::builder().author_id(ann.id).editor_id(bob.id).title("First").build();
    first.insert().execute(connection).await?;
    let second = NewPost::builder().author_id(ann.id).title("Second").status(Status::Published);
    second.build().insert().execute(connection).await?;
    let posts = ann.posts_as_author().order(post::id).load(connection).await?;
    assert_eq!(posts[0].status, Status::Draft);
    assert_eq!(posts[0].editor().first(connection).await?, bob);
    assert!(posts[1].editor().first(connection).await.optional()?.is_none());
    assert_eq!(bob.posts_as_editor().load(connection).await?.len(), 1);
    assert_eq!(queries_async::published(&ann, connection).await?, [posts[1].clone()]);
    assert_eq!(queries_async::edited(connection).await?, [("First".to_owned(), "ann".to_owned())]);

    let say = |text: &str, parent: Option<i32>| {
        NewComment::builder().post_id(posts[0].id).text(text).parent_id(parent).build()
    };
    // Several rows at once are no statement for diesel-async on SQLite (its issue 277).
    for new in [say("one", None), say("two", None)] {
        new.insert().execute(connection).await?;
    }
    let comments = posts[0].comments().order(comment::id).load(connection).await?;
    say("to one", Some(comments[0].id)).insert().execute(connection).await?;
    let answers = comments[0].answers().load(connection).await?;
    assert_eq!(answers[0].text, "to one");
    assert_eq!(answers[0].parent().first(connection).await?, comments[0]);
    let all = queries_async::with_comments(connection).await?;
    assert_eq!((all[0].1.len(), all[1].1.len()), (3, 0));
    let threads = queries_async::with_answers(connection).await?;
    assert_eq!((threads[0].1.len(), threads[1].1.len()), (3, 0));
    assert_eq!(threads[0].1[0], (comments[0].clone(), answers));
    assert_eq!(threads[0].1[1], (comments[1].clone(), Vec::new()));

    for word in ["sql", "rust"] {
        NewTag::builder().word(word).build().insert().execute(connection).await?;
        let tag = Tag::by_word(word).first(connection).await?;
        let joined = PostTag { post_id: posts[0].id, tag_id: tag.id };
        joined.insert_into(post_tag::table).execute(connection).await?;
        assert_eq!(tag.posts().load(connection).await?, [posts[0].clone()]);
        assert_eq!(PostTag::find((posts[0].id, tag.id)).first(connection).await?.tag_id, tag.id);
    }
    let (_, author, tags, comments) = queries_async::page(posts[0].id, connection).await?;
    assert_eq!((author, tags[0].word.as_str(), tags.len(), comments), (ann, "rust", 2, 3));

    let now = NaiveDate::from_ymd_opt(2026, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    assert_eq!(queries_async::take_away(posts[0].id, now.expect("a moment"), connection).await?, 1);
    assert_eq!(queries_async::with_comments(connection).await?.len(), 1);
    let mut gone = Post::find(posts[0].id).first(connection).await?;
    assert_eq!(gone.deleted_at, now);
    gone.deleted_at = None;
    gone.save().execute(connection).await?;
    assert_eq!(queries_async::with_comments(connection).await?.len(), 2);
    assert_eq!(Post::delete(gone.id).execute(connection).await?, 1);
    assert_eq!(Comment::query().load(connection).await?.len(), 0, "they go with their post");
    Ok(())
}
