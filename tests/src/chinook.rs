//! Rows for the Chinook tables, as many as the sample database has, in either naming.

use std::fmt::Write as _;

use crate::servers::Backend;

/// A table, how many rows it gets, and its columns with what each holds.
type Filling = (&'static str, usize, &'static [(&'static str, Value)]);

/// What a column of a made row holds.
#[derive(Clone, Copy)]
enum Value {
    /// The row's number.
    Number,
    /// A number from 1 to this, going round.
    Parent(usize),
    /// The same, and NULL for the first row.
    ParentOrNull(usize),
    /// A text with the row's number and what tends to break.
    Text,
    /// A moment.
    Moment,
    /// An amount of money.
    Money,
}

use Value::{Moment, Money, Number, Parent, ParentOrNull, Text};

const FILLING: &[Filling] = &[
    ("genre", 25, &[("genre_id", Number), ("name", Text)]),
    ("media_type", 5, &[("media_type_id", Number), ("name", Text)]),
    ("artist", 275, &[("artist_id", Number), ("name", Text)]),
    ("album", 347, &[("album_id", Number), ("title", Text), ("artist_id", Parent(275))]),
    (
        "employee",
        8,
        &[
            ("employee_id", Number),
            ("last_name", Text),
            ("first_name", Text),
            ("reports_to", ParentOrNull(1)),
            ("birth_date", Moment),
        ],
    ),
    (
        "customer",
        59,
        &[
            ("customer_id", Number),
            ("first_name", Text),
            ("last_name", Text),
            ("email", Text),
            ("support_rep_id", ParentOrNull(8)),
        ],
    ),
    (
        "track",
        3503,
        &[
            ("track_id", Number),
            ("name", Text),
            ("album_id", ParentOrNull(347)),
            ("media_type_id", Parent(5)),
            ("genre_id", Parent(25)),
            ("milliseconds", Number),
            ("unit_price", Money),
        ],
    ),
    ("playlist", 18, &[("playlist_id", Number), ("name", Text)]),
    (
        "invoice",
        412,
        &[
            ("invoice_id", Number),
            ("customer_id", Parent(59)),
            ("invoice_date", Moment),
            ("billing_city", Text),
            ("total", Money),
        ],
    ),
    (
        "invoice_line",
        2240,
        &[
            ("invoice_line_id", Number),
            ("invoice_id", Parent(412)),
            ("track_id", Parent(3503)),
            ("unit_price", Money),
            ("quantity", Parent(3)),
        ],
    ),
    // Row and track go round at lengths without a common divisor, so that no pair comes twice.
    ("playlist_track", 8715, &[("playlist_id", Parent(17)), ("track_id", Parent(3503))]),
];

/// How many rows there are in all.
pub fn count() -> usize {
    FILLING.iter().map(|(_, rows, _)| rows).sum()
}

/// The names of the tables, in the naming asked for.
pub fn tables(camel: bool) -> Vec<String> {
    FILLING.iter().map(|(table, ..)| cased(table, camel)).collect()
}

/// `album_id`, or `AlbumId` as the SQLite and MySQL scripts have it.
fn cased(name: &str, camel: bool) -> String {
    if !camel {
        return name.to_owned();
    }
    name.split('_').map(|word| word[..1].to_uppercase() + &word[1..]).collect()
}

/// Statements that fill the tables.
pub fn rows(backend: Backend, camel: bool) -> String {
    let quote = |name: &str| match backend {
        Backend::Mysql => format!("`{}`", cased(name, camel)),
        _ => format!("\"{}\"", cased(name, camel)),
    };
    let mut sql = String::new();
    for (table, rows, columns) in FILLING {
        let names: Vec<String> = columns.iter().map(|(name, _)| quote(name)).collect();
        for first in (1..=*rows).step_by(400) {
            let _ = write!(sql, "INSERT INTO {} ({}) VALUES", quote(table), names.join(", "));
            for row in first..(first + 400).min(rows + 1) {
                let values: Vec<String> =
                    columns.iter().map(|(_, value)| written(*value, row)).collect();
                let comma = if row == first { "" } else { "," };
                let _ = write!(sql, "{comma}\n({})", values.join(", "));
            }
            sql.push_str(";\n");
        }
    }
    sql
}

fn written(value: Value, row: usize) -> String {
    match value {
        Number => row.to_string(),
        Parent(count) => ((row - 1) % count + 1).to_string(),
        ParentOrNull(_) if row == 1 => "NULL".to_owned(),
        ParentOrNull(count) => ((row - 1) % count + 1).to_string(),
        Text => format!("'Ä {row} ''%\"'"),
        Moment => format!("'20{:02}-0{}-1{} 0{}:30:00'", row % 30, row % 9 + 1, row % 9, row % 10),
        Money => format!("{}.99", row % 90),
    }
}
