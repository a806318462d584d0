//! As one writes them by hand in plain Diesel.

use diesel::prelude::*;

diesel::table! {
    /// Who writes.
    author (id) {
        /// The key.
        id -> Integer,
        /// The name.
        name -> Text,
    }
}

diesel::table! {
    /// What is written.
    book (id) {
        /// The key.
        id -> Integer,
        /// The title.
        title -> Text,
        /// How many.
        pages -> Integer,
        /// The author.
        author_id -> Integer,
        /// Anything.
        note -> Nullable<Text>,
    }
}

diesel::joinable!(book -> author (author_id));
diesel::allow_tables_to_appear_in_same_query!(author, book);

/// Who writes.
#[derive(Queryable, Selectable, Identifiable)]
#[diesel(table_name = author)]
pub struct Author {
    /// The key.
    pub id: i32,
    /// The name.
    pub name: String,
}

/// What is written.
#[derive(Queryable, Selectable, Identifiable, Associations, AsChangeset)]
#[diesel(table_name = book, belongs_to(Author), treat_none_as_null = true)]
pub struct Book {
    /// The key.
    pub id: i32,
    /// The title.
    pub title: String,
    /// How many.
    pub pages: i32,
    /// The author.
    pub author_id: i32,
    /// Anything.
    pub note: Option<String>,
}

/// A book that the database doesn't have yet.
#[derive(Insertable)]
#[diesel(table_name = book, treat_none_as_default_value = false)]
pub struct NewBook {
    /// The title.
    pub title: String,
    /// How many.
    pub pages: i32,
    /// The author.
    pub author_id: i32,
    /// Anything.
    pub note: Option<String>,
}
