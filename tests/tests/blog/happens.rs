//! What happens in a blog, on a connection that blocks.

use super::blog::{Connection, queries};
use ::blog::models::*;
use diesel::prelude::*;
use model_core::prelude::*;

/// What is unique finds the row: MySQL has no RETURNING.
fn user(name: &str, connection: &mut Connection) -> QueryResult<User> {
    NewUser::builder().name(name).build().insert().execute(connection)?;
    User::by_name(name).first(connection)
}

pub fn blocking(connection: &mut Connection) -> QueryResult<()> {
    let (ann, bob) = (user("ann", connection)?, user("bob", connection)?);
    assert_eq!(ann.settings, None);
    let settings = Some(serde_json::json!({"dark": true}));
    let changes = UserChanges { settings: Some(settings.clone()), ..Default::default() };
    changes.update(ann.id).execute(connection)?;
    let ann = User::find(ann.id).first(connection)?;
    assert_eq!(ann.settings, settings);

    // A status that is left out is the database's default.
    let first = NewPost::builder().author_id(ann.id).editor_id(bob.id).title("First").build();
    first.insert().execute(connection)?;
    let second = NewPost::builder().author_id(ann.id).title("Second").status(Status::Published);
    second.build().insert().execute(connection)?;
    let posts = ann.posts_as_author().order(post::id).load(connection)?;
    assert_eq!(posts[0].status, Status::Draft);
    assert_eq!(posts[0].editor().first(connection)?, bob);
    assert!(posts[1].editor().first(connection).optional()?.is_none());
    assert_eq!(bob.posts_as_editor().load(connection)?.len(), 1);
    assert_eq!(queries::published(&ann, connection)?, [posts[1].clone()]);
    assert_eq!(queries::edited(connection)?, [("First".to_owned(), "ann".to_owned())]);

    let say = |text: &str, parent: Option<i32>| {
        NewComment::builder().post_id(posts[0].id).text(text).parent_id(parent).build()
    };
    Comment::insert_many(&[say("one", None), say("two", None)]).execute(connection)?;
    let comments = posts[0].comments().order(comment::id).load(connection)?;
    say("to one", Some(comments[0].id)).insert().execute(connection)?;
    let answers = comments[0].answers().load(connection)?;
    assert_eq!(answers[0].text, "to one");
    assert_eq!(answers[0].parent().first(connection)?, comments[0]);
    let all = queries::with_comments(connection)?;
    assert_eq!((all[0].1.len(), all[1].1.len()), (3, 0));
    let threads = queries::with_answers(connection)?;
    assert_eq!((threads[0].1.len(), threads[1].1.len()), (3, 0));
    assert_eq!(threads[0].1[0], (comments[0].clone(), answers));
    assert_eq!(threads[0].1[1], (comments[1].clone(), Vec::new()));

    for word in ["sql", "rust"] {
        NewTag::builder().word(word).build().insert().execute(connection)?;
        let tag = Tag::by_word(word).first(connection)?;
        let joined = PostTag { post_id: posts[0].id, tag_id: tag.id };
        joined.insert_into(post_tag::table).execute(connection)?;
        assert_eq!(tag.posts().load(connection)?, [posts[0].clone()]);
        assert_eq!(PostTag::find((posts[0].id, tag.id)).first(connection)?.tag_id, tag.id);
    }
    let (_, author, tags, comments) = queries::page(posts[0].id, connection)?;
    assert_eq!((author, tags[0].word.as_str(), tags.len(), comments), (ann, "rust", 2, 3));

    let now = NaiveDate::from_ymd_opt(2026, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    assert_eq!(queries::take_away(posts[0].id, now.expect("a moment"), connection)?, 1);
    assert_eq!(queries::with_comments(connection)?.len(), 1);
    let mut gone = Post::find(posts[0].id).first(connection)?;
    assert_eq!(gone.deleted_at, now);
    gone.deleted_at = None;
    gone.save().execute(connection)?;
    assert_eq!(queries::with_comments(connection)?.len(), 2);
    assert_eq!(Post::delete(gone.id).execute(connection)?, 1);
    assert_eq!(Comment::query().load(connection)?.len(), 0, "they go with their post");
    Ok(())
}
