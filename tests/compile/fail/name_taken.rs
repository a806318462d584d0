use model_core::prelude::*;

#[derive(Model)]
#[model(table = "author")]
pub struct Author {
    pub id: i32,
    pub table: String,
    pub star: bool,
    pub build: i32,
}

#[derive(Model)]
#[model(table = "shelf")]
pub struct Shelf {
    pub id: i32,
}

#[derive(Model)]
#[model(table = "book", new = "no name")]
pub struct Book {
    pub id: i32,
    #[model(foreign_key(shelf::id, name = "fk_book_save_id"))]
    pub save_id: i32,
    #[model(foreign_key(shelf::id, name = "fk_book_author_id", relation = find))]
    pub author_id: i32,
}

fn main() {}
