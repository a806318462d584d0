//! Pairs of the same query, with what each allocates: `cargo bench -p benches`.

use benches::{ROWS, by_hand, database, models};
use diesel::prelude::*;
use diesel::result::Error;
use model_core::prelude::*;

#[global_allocator]
static ALLOCATOR: divan::AllocProfiler = divan::AllocProfiler::system();

fn main() {
    divan::main();
}

/// Everything is undone, so that each run finds the same rows.
fn undone<T>(
    connection: &mut SqliteConnection,
    work: impl FnOnce(&mut SqliteConnection) -> QueryResult<T>,
) {
    let result = connection.transaction::<(), Error, _>(|connection| {
        work(connection)?;
        Err(Error::RollbackTransaction)
    });
    assert_eq!(result, Err(Error::RollbackTransaction));
}

#[divan::bench_group]
mod load {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            by_hand::book::table.select(by_hand::Book::as_select()).load(&mut connection)
        });
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| models::Book::query().load(&mut connection));
    }
}

#[divan::bench_group]
mod filtered_load {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            by_hand::book::table
                .filter(by_hand::book::pages.gt(400))
                .select(by_hand::Book::as_select())
                .load(&mut connection)
        });
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            models::Book::query().filter(models::book::pages.gt(400)).load(&mut connection)
        });
    }
}

#[divan::bench_group]
mod find {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            by_hand::book::table.find(77).select(by_hand::Book::as_select()).first(&mut connection)
        });
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| models::Book::find(77).first(&mut connection));
    }
}

#[divan::bench_group]
mod join {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            by_hand::book::table
                .inner_join(by_hand::author::table)
                .select((by_hand::Book::as_select(), by_hand::Author::as_select()))
                .load::<(by_hand::Book, by_hand::Author)>(&mut connection)
        });
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            models::book::table
                .inner_join(models::author::table)
                .select((models::Book::as_select(), models::Author::as_select()))
                .load::<(models::Book, models::Author)>(&mut connection)
        });
    }
}

#[divan::bench_group]
mod insert {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            undone(&mut connection, |connection| {
                let new = by_hand::NewBook {
                    title: "title".to_owned(),
                    pages: 7,
                    author_id: 1,
                    note: None,
                };
                diesel::insert_into(by_hand::book::table).values(new).execute(connection)
            });
        });
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            undone(&mut connection, |connection| {
                let new = models::NewBook::builder().title("title").pages(7).author_id(1);
                new.build().insert().execute(connection)
            });
        });
    }
}

/// As many at once as SQLite has places for values, ten thousand in all.
const PART: usize = 5_000;

#[divan::bench_group(sample_count = 20)]
mod insert_10_000 {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        let rows: Vec<_> = (0..ROWS.1)
            .map(|pages| by_hand::NewBook {
                title: "title".to_owned(),
                pages,
                author_id: 1,
                note: None,
            })
            .collect();
        bencher.bench_local(|| {
            undone(&mut connection, |connection| {
                rows.chunks(PART).try_for_each(|rows| {
                    let insert = diesel::insert_into(by_hand::book::table).values(rows);
                    insert.execute(connection).map(drop)
                })
            });
        });
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        let rows: Vec<_> = (0..ROWS.1)
            .map(|pages| {
                models::NewBook::builder().title("title").pages(pages).author_id(1).build()
            })
            .collect();
        bencher.bench_local(|| {
            undone(&mut connection, |connection| {
                rows.chunks(PART).try_for_each(|rows| {
                    models::Book::insert_many(rows).execute(connection).map(drop)
                })
            });
        });
    }
}

#[divan::bench_group]
mod update {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        let book = by_hand::book::table.find(77).select(by_hand::Book::as_select());
        let book = book.first(&mut connection).expect("the book is there");
        bencher.bench_local(|| diesel::update(&book).set(&book).execute(&mut connection));
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        let book = models::Book::find(77).first(&mut connection).expect("the book is there");
        bencher.bench_local(|| book.save().execute(&mut connection));
    }
}

#[divan::bench_group]
mod eager_load {
    use super::*;

    #[divan::bench]
    fn by_hand(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| -> QueryResult<Vec<(by_hand::Author, Vec<by_hand::Book>)>> {
            let authors = by_hand::author::table
                .select(by_hand::Author::as_select())
                .load(&mut connection)?;
            let books = by_hand::Book::belonging_to(&authors)
                .select(by_hand::Book::as_select())
                .load(&mut connection)?
                .grouped_by(&authors);
            Ok(authors.into_iter().zip(books).collect())
        });
    }

    #[divan::bench]
    fn models(bencher: divan::Bencher) {
        let mut connection = database();
        bencher.bench_local(|| {
            models::Author::query().with(models::Book::query()).load(&mut connection)
        });
    }
}
