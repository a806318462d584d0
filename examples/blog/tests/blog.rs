//! The blog's queries on a database that has its tables: SQLite in memory, or the one that
//! `DATABASE_URL` names.

use blog::models::*;
use blog::{Connection, queries};
use diesel::Connection as _;
use diesel::prelude::*;
use diesel_migrations::MigrationHarness;
use model_core::prelude::*;

/// A new database with the tables, or the one that is named.
fn database() -> Option<Connection> {
    let url = if cfg!(feature = "sqlite") {
        ":memory:".to_owned()
    } else {
        std::env::var("DATABASE_URL").ok()?
    };
    let mut connection = Connection::establish(&url).expect("a database to connect to");
    connection.run_pending_migrations(blog::MIGRATIONS).expect("the migrations are right");
    Some(connection)
}

/// Inserts what a database counts up: MySQL has no RETURNING, so what is unique finds the row.
fn user(name: &str, connection: &mut Connection) -> QueryResult<User> {
    NewUser::builder().name(name).build().insert().execute(connection)?;
    User::by_name(name).first(connection)
}

#[test]
fn a_blog_is_written_and_read() -> QueryResult<()> {
    let Some(mut connection) = database() else { return Ok(()) };
    let connection = &mut connection;
    let (ann, bob) = (user("ann", connection)?, user("bob", connection)?);
    assert_eq!(ann.settings, None);
    let changes = UserChanges {
        settings: Some(Some(serde_json::json!({"dark": true}))),
        ..Default::default()
    };
    changes.update(ann.id).execute(connection)?;
    let ann = User::find(ann.id).first(connection)?;
    assert_eq!(ann.settings, Some(serde_json::json!({"dark": true})));

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

    for word in ["rust", "sql"] {
        NewTag::builder().word(word).build().insert().execute(connection)?;
        let tag = Tag::by_word(word).first(connection)?;
        PostTag { post_id: posts[0].id, tag_id: tag.id }
            .insert_into(post_tag::table)
            .execute(connection)?;
        assert_eq!(tag.posts().load(connection)?, [posts[0].clone()]);
        assert_eq!(PostTag::find((posts[0].id, tag.id)).first(connection)?.tag_id, tag.id);
    }
    let (_, author, tags, comments) = queries::page(posts[0].id, connection)?;
    assert_eq!((author, tags.len(), comments), (ann, 2, 3));

    let mut gone = posts[0].clone();
    gone.deleted_at = NaiveDate::from_ymd_opt(2026, 1, 1).and_then(|day| day.and_hms_opt(0, 0, 0));
    gone.save().execute(connection)?;
    assert_eq!(queries::with_comments(connection)?.len(), 1);
    assert_eq!(Post::delete(gone.id).execute(connection)?, 1);
    assert_eq!(Comment::query().load(connection)?.len(), 0, "they go with their post");
    Ok(())
}
