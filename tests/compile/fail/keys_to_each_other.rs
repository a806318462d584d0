use model_core::prelude::*;

#[derive(Model)]
#[model(table = "author")]
pub struct Author {
    pub id: i32,
    #[model(foreign_key(book::id, name = "fk_author_best_id"))]
    pub best_id: Option<i32>,
}

#[derive(Model)]
#[model(table = "book")]
pub struct Book {
    pub id: i32,
    #[model(foreign_key(author::id, name = "fk_book_author_id"))]
    pub author_id: i32,
    #[model(foreign_key(author::id, name = "fk_book_editor_id"))]
    pub editor_id: i32,
}

fn main() {}
