//! The pairs.

use std::hint::black_box;

use diesel::Connection as _;
use diesel::prelude::*;
use diesel::result::Error;
use model_core::prelude::*;

use super::Connection;
use crate::{Pair, ROWS, by_hand, models};

/// All of them.
pub const PAIRS: [Pair<Connection>; 8] = [
    Pair { name: "load", by_hand: load::by_hand, models: load::models },
    Pair { name: "filtered load", by_hand: filtered::by_hand, models: filtered::models },
    Pair { name: "find", by_hand: find::by_hand, models: find::models },
    Pair { name: "join", by_hand: join::by_hand, models: join::models },
    Pair { name: "insert", by_hand: insert::by_hand, models: insert::models },
    Pair { name: "insert 10,000", by_hand: bulk::by_hand, models: bulk::models },
    Pair { name: "update", by_hand: update::by_hand, models: update::models },
    Pair { name: "eager load", by_hand: eager::by_hand, models: eager::models },
];

fn count<T>(rows: Vec<T>) -> usize {
    black_box(&rows).len()
}

/// Everything is undone, so that each run finds the same rows.
fn undone(
    connection: &mut Connection,
    work: impl FnOnce(&mut Connection) -> QueryResult<usize>,
) -> QueryResult<usize> {
    let mut done = 0;
    let result = connection.transaction::<(), Error, _>(|connection| {
        done = work(connection)?;
        Err(Error::RollbackTransaction)
    });
    match result {
        Err(Error::RollbackTransaction) => Ok(done),
        other => other.map(|()| done),
    }
}

mod load {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        let query = by_hand::book::table.select(by_hand::Book::as_select());
        query.load(connection).map(count)
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        models::Book::query().load(connection).map(count)
    }
}

mod filtered {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        by_hand::book::table
            .filter(by_hand::book::pages.gt(400))
            .select(by_hand::Book::as_select())
            .load(connection)
            .map(count)
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        models::Book::query().filter(models::book::pages.gt(400)).load(connection).map(count)
    }
}

mod find {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        let query = by_hand::book::table.find(77).select(by_hand::Book::as_select());
        query.first(connection).map(|book| black_box(book).id as usize)
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        models::Book::find(77).first(connection).map(|book| black_box(book).id as usize)
    }
}

mod join {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        by_hand::book::table
            .inner_join(by_hand::author::table)
            .select((by_hand::Book::as_select(), by_hand::Author::as_select()))
            .load::<(by_hand::Book, by_hand::Author)>(connection)
            .map(count)
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        models::book::table
            .inner_join(models::author::table)
            .select((models::Book::as_select(), models::Author::as_select()))
            .load::<(models::Book, models::Author)>(connection)
            .map(count)
    }
}

mod insert {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        undone(connection, |connection| {
            let new =
                by_hand::NewBook { title: "title".to_owned(), pages: 7, author_id: 1, note: None };
            diesel::insert_into(by_hand::book::table).values(new).execute(connection)
        })
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        undone(connection, |connection| {
            let new = models::NewBook::builder().title("title").pages(7).author_id(1);
            new.build().insert().execute(connection)
        })
    }
}

/// As many at once as there are places for values in one statement, ten thousand in all.
const PART: usize = 5_000;

mod bulk {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        let new =
            |pages| by_hand::NewBook { title: "title".to_owned(), pages, author_id: 1, note: None };
        let rows: Vec<_> = (0..ROWS.1).map(new).collect();
        undone(connection, |connection| {
            rows.chunks(PART).try_fold(0, |done, rows| {
                let insert = diesel::insert_into(by_hand::book::table).values(rows);
                Ok(done + insert.execute(connection)?)
            })
        })
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        let new =
            |pages| models::NewBook::builder().title("title").pages(pages).author_id(1).build();
        let rows: Vec<_> = (0..ROWS.1).map(new).collect();
        undone(connection, |connection| {
            rows.chunks(PART).try_fold(0, |done, rows| {
                Ok(done + models::Book::insert_many(rows).execute(connection)?)
            })
        })
    }
}

mod update {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        let book =
            by_hand::Book { id: 77, title: "title".to_owned(), pages: 7, author_id: 1, note: None };
        undone(connection, |connection| diesel::update(&book).set(&book).execute(connection))
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        let book =
            models::Book { id: 77, title: "title".to_owned(), pages: 7, author_id: 1, note: None };
        undone(connection, |connection| book.save().execute(connection))
    }
}

mod eager {
    use super::*;

    pub fn by_hand(connection: &mut Connection) -> QueryResult<usize> {
        let authors =
            by_hand::author::table.select(by_hand::Author::as_select()).load(connection)?;
        let books = by_hand::Book::belonging_to(&authors)
            .select(by_hand::Book::as_select())
            .load(connection)?
            .grouped_by(&authors);
        let loaded: Vec<(by_hand::Author, Vec<by_hand::Book>)> =
            authors.into_iter().zip(books).collect();
        Ok(count(loaded))
    }

    pub fn models(connection: &mut Connection) -> QueryResult<usize> {
        models::Author::query().with(models::Book::query()).load(connection).map(count)
    }
}
