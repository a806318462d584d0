use diesel::prelude::*;
use model_core::prelude::*;

#[derive(Model)]
#[model(table = "author")]
pub struct Author {
    pub id: i32,
}

#[derive(Model)]
#[model(table = "tag")]
pub struct Tag {
    pub id: i32,
}

#[derive(Model)]
#[model(table = "book")]
pub struct Book {
    pub id: i32,
    #[model(foreign_key(author::id, name = "fk_book_author_id"))]
    pub author_id: i32,
}

fn main() {
    let connection = &mut SqliteConnection::establish(":memory:").expect("in memory");
    let _ = Tag::query().with(Book::query()).load(connection);
}
