//! As models.

use model_core::prelude::*;

/// Who writes.
#[derive(Model)]
#[model(table = "author")]
pub struct Author {
    /// The key.
    pub id: i32,
    /// The name.
    pub name: String,
}

/// What is written.
#[derive(Model)]
#[model(table = "book")]
pub struct Book {
    /// The key.
    pub id: i32,
    /// The title.
    pub title: String,
    /// How many.
    pub pages: i32,
    /// The author.
    #[model(foreign_key(author::id, name = "fk_book_author_id"), index)]
    pub author_id: i32,
    /// Anything.
    pub note: Option<String>,
}
