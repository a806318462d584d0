//! Toasty. It has no join of two models in one row.

use std::hint::black_box;

use toasty::{Connection, Db};

#[path = "../../measure.rs"]
mod measure;
use measure::measure;

#[derive(Debug, toasty::Model)]
#[table = "author"]
struct Author {
    #[key]
    #[auto]
    id: i32,
    name: String,
    #[has_many]
    books: toasty::Deferred<Vec<Book>>,
}

#[derive(Debug, toasty::Model)]
#[table = "book"]
struct Book {
    #[key]
    #[auto]
    id: i32,
    title: String,
    pages: i32,
    #[index]
    author_id: i32,
    #[belongs_to]
    author: toasty::Deferred<Author>,
    note: Option<String>,
}

async fn load(db: &mut Connection) -> toasty::Result<usize> {
    Ok(black_box(Book::all().exec(db).await?).len())
}

async fn filtered(db: &mut Connection) -> toasty::Result<usize> {
    Ok(black_box(Book::filter(Book::fields().pages().gt(400)).exec(db).await?).len())
}

async fn find(db: &mut Connection) -> toasty::Result<usize> {
    black_box(Book::get_by_id(db, &77).await?);
    Ok(1)
}

async fn insert(db: &mut Connection) -> toasty::Result<usize> {
    let mut transaction = db.transaction().await?;
    Book::create().title("title").pages(7).author_id(1).exec(&mut transaction).await?;
    transaction.rollback().await?;
    Ok(1)
}

async fn bulk(db: &mut Connection) -> toasty::Result<usize> {
    let mut rows = 0;
    let mut transaction = db.transaction().await?;
    for part in [0..5_000, 5_000..10_000] {
        let new = |pages| Book::create().title("title").pages(pages).author_id(1);
        let new: Vec<_> = part.map(new).collect();
        rows += toasty::batch(new).exec(&mut transaction).await?.len();
    }
    transaction.rollback().await?;
    Ok(rows)
}

async fn update(db: &mut Connection, book: &mut Book) -> toasty::Result<usize> {
    let mut transaction = db.transaction().await?;
    let update = book.update().title("title").pages(7).author_id(1).note(None);
    update.exec(&mut transaction).await?;
    transaction.rollback().await?;
    Ok(1)
}

async fn eager(db: &mut Connection) -> toasty::Result<usize> {
    let query = Author::all().include(Author::fields().books());
    Ok(black_box(query.exec(db).await?).len())
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build()?;
    let models = toasty::models!(Author, Book);
    let db = runtime.block_on(Db::builder().models(models).connect("sqlite::memory:"))?;
    let mut connection = runtime.block_on(db.connection())?;
    let db = &mut connection;
    for statement in include_str!("../../tables.sql").split_inclusive(';') {
        if !statement.trim().is_empty() {
            runtime.block_on(toasty::sql::statement(statement).exec(db))?;
        }
    }
    let mut book = runtime.block_on(Book::get_by_id(db, &77))?;
    let right = "the query is right";
    measure("load", || runtime.block_on(load(db)).expect(right));
    measure("filtered load", || runtime.block_on(filtered(db)).expect(right));
    measure("find", || runtime.block_on(find(db)).expect(right));
    measure("insert", || runtime.block_on(insert(db)).expect(right));
    measure("insert 10,000", || runtime.block_on(bulk(db)).expect(right));
    measure("update", || runtime.block_on(update(db, &mut book)).expect(right));
    measure("eager load", || runtime.block_on(eager(db)).expect(right));
    Ok(())
}
