//! The same two tables twice, as models and as one writes them by hand in plain Diesel, and the
//! same queries on both.
// The queries are one file, which is compiled for each database's connection.
#![allow(clippy::duplicate_mod)]

pub mod by_hand;
pub mod models;
#[cfg(feature = "postgres")]
pub mod postgres;
pub mod sqlite;

use diesel::QueryResult;

/// How many rows the tables have, of parents and of children.
pub const ROWS: (i32, i32) = (1_000, 10_000);

/// The same thing done twice, each giving how many rows it read or wrote.
pub struct Pair<C> {
    /// What is done.
    pub name: &'static str,
    /// In plain Diesel.
    pub by_hand: fn(&mut C) -> QueryResult<usize>,
    /// With the models.
    pub models: fn(&mut C) -> QueryResult<usize>,
}

/// The statements that fill both tables.
fn fill() -> String {
    let (parents, children) = ROWS;
    let count = |rows: i32| {
        format!(
            "(WITH RECURSIVE n(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM n \
             WHERE value < {rows}) SELECT value FROM n) AS counted"
        )
    };
    format!(
        "INSERT INTO author (id, name) SELECT value, 'author ' || value FROM {};
         INSERT INTO book (id, title, pages, author_id, note)
         SELECT value, 'book ' || value, value % 500, 1 + value % {parents},
                CASE value % 2 WHEN 0 THEN 'note' END
         FROM {};",
        count(parents),
        count(children),
    )
}
