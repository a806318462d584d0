//! Models of tables whose `table!` stands in a file that Diesel's CLI wrote, some of them not moved
//! yet.
#![deny(warnings)]

mod schema {
    // @generated automatically by Diesel CLI.
    diesel::table! {
        comments (id) {
            id -> Integer,
            post_id -> Integer,
            author_id -> Integer,
            body -> Text,
        }
    }

    diesel::table! {
        post_tags (post_id, tag_id) {
            post_id -> Integer,
            tag_id -> Integer,
        }
    }

    diesel::table! {
        /// What people write.
        posts (id) {
            id -> Integer,
            user_id -> Integer,
            parent_id -> Nullable<Integer>,
            title -> Text,
            #[sql_name = "type"]
            type_ -> Text,
            #[sql_name = "Body"]
            body -> Nullable<Text>,
            published -> Bool,
            created_at -> Timestamp,
        }
    }

    diesel::table! {
        #[sql_name = "Tag"]
        tags (id) {
            id -> Integer,
            name -> Text,
        }
    }

    diesel::table! {
        users (id) {
            id -> Integer,
            name -> Text,
        }
    }

    diesel::joinable!(comments -> posts (post_id));
    diesel::joinable!(comments -> users (author_id));
    diesel::joinable!(post_tags -> posts (post_id));
    diesel::joinable!(posts -> users (user_id));

    diesel::allow_tables_to_appear_in_same_query!(comments, post_tags, posts, users,);
    diesel::allow_tables_to_appear_in_same_query!(posts, tags,);
}

mod plain {
    use diesel::prelude::*;

    /// Not moved.
    #[derive(Queryable, Selectable, Identifiable)]
    #[diesel(table_name = crate::schema::users)]
    pub struct User {
        pub id: i32,
        pub name: String,
    }
}

mod moved {
    use diesel::prelude::*;
    use model_core::prelude::*;

    use crate::plain::User;
    use crate::schema::{comments, post_tags, posts};

    #[derive(Model, Queryable, Selectable, Identifiable, Associations, Insertable, AsChangeset)]
    #[model(
        schema_only,
        table = crate::schema::posts,
        unique(type_, heading),
        index(body)
    )]
    #[diesel(table_name = posts, belongs_to(User))]
    pub struct Post {
        pub id: i32,
        #[model(foreign_key(crate::schema::users::id, name = "fk_posts_user_id"))]
        pub user_id: i32,
        #[model(foreign_key(posts::id, name = "fk_posts_parent_id"))]
        pub parent_id: Option<i32>,
        #[diesel(column_name = title)]
        pub heading: String,
        #[model(column = "type")]
        pub type_: String,
        #[model(column = "Body")]
        pub body: Option<String>,
        #[model(default = false)]
        pub published: bool,
        pub created_at: NaiveDateTime,
    }

    /// A model with all that a model has, of a table that is there.
    #[derive(Model, Debug, PartialEq)]
    #[model(table = self::comments)]
    pub struct Comment {
        pub id: i32,
        #[model(foreign_key(posts::id, name = "fk_comments_post_id", on_delete = cascade))]
        pub post_id: i32,
        #[model(foreign_key(super::schema::users::id, name = "fk_comments_author_id"))]
        pub author_id: i32,
        pub body: String,
    }

    #[derive(Model, Queryable, Identifiable)]
    #[model(schema_only, table = crate::schema::post_tags, primary_key(post_id, tag_id))]
    #[diesel(table_name = post_tags, primary_key(post_id, tag_id))]
    pub struct PostTag {
        #[model(foreign_key(posts::id, name = "fk_post_tags_post_id"))]
        pub post_id: i32,
        // Diesel's CLI wrote no `joinable!` for it.
        #[model(foreign_key(crate::schema::tags::id, name = "fk_post_tags_tag_id", join))]
        pub tag_id: i32,
    }

    #[derive(Model, Queryable)]
    #[model(schema_only, table = crate::schema::tags, name = "Tag")]
    pub struct Tag {
        pub id: i32,
        #[model(unique)]
        pub name: String,
    }

    /// A new table, with a `table!` of its own, beside those that were there.
    #[derive(Model)]
    #[model(table = "vote")]
    pub struct Vote {
        pub id: i32,
        // Diesel is told below.
        #[model(foreign_key(posts::id, name = "fk_vote_post_id", join = false))]
        pub post_id: i32,
        #[model(foreign_key(comments::id, name = "fk_vote_comment_id", join = false))]
        pub comment_id: i32,
    }
    diesel::joinable!(vote -> posts (post_id));
    diesel::allow_tables_to_appear_in_same_query!(vote, posts);
}

fn main() {
    use diesel::prelude::*;
    use model_core::prelude::*;
    use moved::{Comment, NewComment, Vote, VotesOfComments, vote};
    use schema::{comments, post_tags, posts, tags, users};

    let schema = model_core::registry::schema();
    let names: Vec<String> = schema.tables.iter().map(|table| table.name.to_string()).collect();
    assert_eq!(names, ["Tag", "comments", "post_tags", "posts", "vote"]);
    let post = schema.tables.iter().find(|table| table.name.name == "posts").unwrap();
    let columns: Vec<&str> = post.columns.iter().map(|column| column.name.as_str()).collect();
    let of_table =
        ["id", "user_id", "parent_id", "title", "type", "Body", "published", "created_at"];
    assert_eq!(columns, of_table);
    let unique: Vec<&str> = post.uniques[0].columns.iter().map(|it| it.name.as_str()).collect();
    assert_eq!(unique, ["type", "title"]);
    assert_eq!(post.uniques[0].name.as_deref(), Some("uq_posts_type_title"));
    assert_eq!(post.foreign_keys[0].references.to_string(), "posts");
    assert_eq!(post.foreign_keys[1].references.to_string(), "users");
    assert_eq!(post.foreign_keys[1].referenced_columns, ["id"]);
    let tags = schema.tables.iter().find(|table| table.name.name == "post_tags").unwrap();
    assert_eq!(tags.foreign_keys[1].references.to_string(), "Tag");

    let _ = posts::table.inner_join(users::table).select((posts::type_, users::name));
    let _ = comments::table.inner_join(posts::table).inner_join(users::table);
    let _ = post_tags::table.inner_join(tags::table).select((tags::name, post_tags::post_id));
    let _ = vote::table.inner_join(posts::table).select((vote::id, posts::title));
    let _ = |connection: &mut SqliteConnection| {
        let new = NewComment::builder().post_id(1).author_id(1).body("x").build();
        new.insert().execute(connection)?;
        Comment::query().filter(comments::body.eq("x")).load(connection)
    };
    let _ = |vote: &Vote, connection: &mut SqliteConnection| {
        let comment: Comment = vote.comment().first(connection)?;
        comment.votes().load(connection)
    };
}
