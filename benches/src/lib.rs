//! The same two tables twice: as models, and as one writes them by hand in plain Diesel.

pub mod by_hand;
pub mod models;

use diesel::connection::SimpleConnection;
use diesel::prelude::*;

/// How many rows the tables have, of parents and of children.
pub const ROWS: (i32, i32) = (1_000, 10_000);

/// A database in memory with both tables, filled.
pub fn database() -> SqliteConnection {
    let mut connection = empty();
    let (parents, children) = ROWS;
    let fill = format!(
        "INSERT INTO author (id, name) SELECT value, 'author ' || value
         FROM generate_series_of({parents});
         INSERT INTO book (id, title, pages, author_id, note)
         SELECT value, 'book ' || value, value % 500, 1 + value % {parents},
                CASE value % 2 WHEN 0 THEN 'note' END
         FROM generate_series_of({children});"
    );
    // The extension that counts is not in every build.
    let series = |rows: i32| {
        format!(
            "(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n \
             WHERE value < {rows}) SELECT value FROM n)"
        )
    };
    let fill = fill
        .replace(&format!("generate_series_of({parents})"), &series(parents))
        .replace(&format!("generate_series_of({children})"), &series(children));
    connection.batch_execute(&fill).expect("the rows fit the tables");
    connection
}

/// A database in memory with both tables and no row.
pub fn empty() -> SqliteConnection {
    let mut connection = SqliteConnection::establish(":memory:").expect("SQLite needs no server");
    connection
        .batch_execute(
            "CREATE TABLE author (id INTEGER PRIMARY KEY NOT NULL, name TEXT NOT NULL);
             CREATE TABLE book (
                 id INTEGER PRIMARY KEY NOT NULL,
                 title TEXT NOT NULL,
                 pages INTEGER NOT NULL,
                 author_id INTEGER NOT NULL REFERENCES author (id),
                 note TEXT
             );
             CREATE INDEX ix_book_author_id ON book (author_id);",
        )
        .expect("the tables are right");
    connection
}
