//! What each database keeps of a value of every type, at its edges: the documentation of the
//! derive has a table of it.
#![allow(missing_docs, reason = "the models are of this test only")]

use std::fmt::{Debug, Write};

use diesel::prelude::*;
use model_core::prelude::*;
use model_core::sql_types;
use model_tests::{Database, Server};

/// A UUID on every database.
#[derive(ModelType, Debug, Clone, Copy, PartialEq, Eq, Hash)]
#[model(sql_type = sql_types::Uuid)]
pub struct Key(pub Uuid);

/// A point in time on every database.
#[derive(ModelType, Debug, Clone, Copy, PartialEq, Eq)]
#[model(sql_type = sql_types::Instant)]
pub struct Moment(pub DateTime<Utc>);

/// A word.
#[derive(ModelEnum, Debug, Clone, Copy, PartialEq)]
pub enum Word {
    Open,
    #[model(name = "schon é 🦀")]
    Odd,
}

/// A column for each type that every database has.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "kept")]
pub struct Kept {
    pub id: i32,
    pub boolean: Option<bool>,
    pub small: Option<i16>,
    pub middle: Option<i32>,
    pub large: Option<i64>,
    pub single: Option<f32>,
    pub double: Option<f64>,
    pub decimal: Option<Decimal<2>>,
    pub text: Option<String>,
    pub bytes: Option<Vec<u8>>,
    pub date: Option<NaiveDate>,
    pub time: Option<NaiveTime>,
    pub at: Option<NaiveDateTime>,
    #[model(newtype = DateTime<Utc>, sql_type = sql_types::Instant)]
    pub instant: Option<Moment>,
    #[model(newtype = Uuid, sql_type = sql_types::Uuid)]
    pub uuid: Option<Key>,
    pub json: Option<serde_json::Value>,
    #[model(enumeration)]
    pub word: Option<Word>,
}

/// A database with the table.
fn table(server: Server) -> Option<Database> {
    model_tests::migrated(
        server,
        env!("CARGO_BIN_EXE_migrate-chinook"),
        &model_core::registry::json(),
    )
}

/// What became of a value, in a line.
fn line<T: Debug + PartialEq>(said: &mut String, what: &str, value: &T, read: Result<T, String>) {
    let shown = |value: &T| {
        let shown = format!("{value:?}");
        match shown.char_indices().nth(60) {
            Some((end, _)) => format!("{}… ({} bytes)", &shown[..end], shown.len()),
            None => shown,
        }
    };
    let written = shown(value);
    let result = match read {
        Ok(read) if read == *value || format!("{read:?}") == format!("{value:?}") => {
            "kept".to_owned()
        }
        Ok(read) => format!("read as {}", shown(&read)),
        Err(error) => format!("refused: {}", error.lines().next().unwrap_or_default()),
    };
    writeln!(said, "{what} {written}: {result}").expect("a text");
}

macro_rules! on {
    ($module:ident, $server:expr, $of:ty) => {
        mod $module {
            use super::*;

            /// Writes each value in a row of its own and reads it back.
            macro_rules! each {
                ($said:ident, $connection:ident, $field:ident: $ty:ty = $values:expr) => {{
                    let values: Vec<$ty> = $values.into();
                    for value in values {
                        let new = NewKept::builder().$field(value.clone()).build();
                        let read = new.insert().execute($connection).and_then(|_| {
                            Kept::query()
                                .order(kept::id.desc())
                                .select(kept::$field.assume_not_null())
                                .first::<$ty>($connection)
                        });
                        let read = read.map_err(|error| error.to_string());
                        line(&mut $said, stringify!($ty), &value, read);
                    }
                }};
            }

            #[test]
            fn what_it_keeps_of_every_type_is_known() {
                let Some(database) = table($server) else { return };
                let url = database.url.trim_start_matches("sqlite:");
                let connection = &mut <$of>::establish(url).expect("a connection");
                let mut said = String::new();
                each!(said, connection, boolean: bool = [true, false]);
                each!(said, connection, small: i16 = [i16::MIN, i16::MAX]);
                each!(said, connection, middle: i32 = [i32::MIN, i32::MAX]);
                each!(said, connection, large: i64 = [i64::MIN, i64::MAX]);
                let edges = [f32::MIN, f32::MAX, f32::MIN_POSITIVE, 0.1, -0.0, f32::NAN, f32::INFINITY];
                each!(said, connection, single: f32 = edges);
                let edges =
                    [f64::MIN, f64::MAX, f64::MIN_POSITIVE, 0.1, -0.0, f64::NAN, f64::NEG_INFINITY];
                each!(said, connection, double: f64 = edges);
                let decimals = ["0.10", "-0.01", "12345678901234567.89", "92233720368547758.07",
                    "92233720368547758.08", "99999999999999999.99", "100000000000000000", "0.125"];
                let decimals: Vec<Decimal<2>> =
                    decimals.iter().map(|text| text.parse().expect("a number")).collect();
                each!(said, connection, decimal: Decimal<2> = decimals);
                let texts = ["", " a ", "é 🦀 \u{10ffff}", "a'b\"c\\d\n", "a\0b", &"x".repeat(70_000)];
                each!(said, connection, text: String = texts.map(str::to_owned));
                each!(said, connection, bytes: Vec<u8> =
                    [vec![], vec![0, 1, 255, 0], vec![7; 70_000]]);
                let date = |y, m, d| NaiveDate::from_ymd_opt(y, m, d).expect("a date");
                let dates = [date(1, 1, 1), date(9999, 12, 31), date(-1, 3, 1), date(10_000, 1, 1)];
                each!(said, connection, date: NaiveDate = dates);
                let time = |text: &str| text.parse::<NaiveTime>().expect("a time");
                let times = ["00:00:00", "23:59:59.999999", "12:00:00.123456789"].map(time);
                each!(said, connection, time: NaiveTime = times);
                let leap = NaiveTime::from_hms_milli_opt(23, 59, 59, 1_500).expect("a leap second");
                each!(said, connection, time: NaiveTime = [leap]);
                let at = |text: &str| text.parse::<NaiveDateTime>().expect("a time");
                let ats = ["1970-01-01T00:00:00", "0001-01-01T00:00:00", "9999-12-31T23:59:59.999999",
                    "2026-02-03T04:05:06.123456", "2026-02-03T04:05:06.123456789"];
                each!(said, connection, at: NaiveDateTime = ats.map(at));
                let instant = |text: &str| Moment(text.parse::<DateTime<Utc>>().expect("a time"));
                let instants = ["1970-01-01T00:00:01Z", "2026-02-03T04:05:06.123456Z",
                    "2026-02-03T04:05:06+05:30", "2038-01-19T03:14:07Z", "2106-02-07T06:28:16Z",
                    "1900-01-01T00:00:00Z", "9999-12-31T23:59:59.999999Z"];
                each!(said, connection, instant: Moment = instants.map(instant));
                let uuids = [Uuid::nil(), Uuid::max(), Uuid::from_u128(0x0123_4567_89ab_cdef)];
                each!(said, connection, uuid: Key = uuids.map(Key));
                let values = [r#"{"b": 1, "a": [null, true, "é 🦀"]}"#, "\"a\\u0000b\"",
                    "12345678901234567890", "1.10", "null", "{\"a\": 1, \"a\": 2}"];
                let values = values.map(|text| serde_json::from_str(text).expect("JSON"));
                each!(said, connection, json: serde_json::Value = values);
                each!(said, connection, word: Word = [Word::Open, Word::Odd]);
                insta::assert_snapshot!(stringify!($module), said);
            }
        }
    };
}

on!(sqlite, Server::Sqlite, SqliteConnection);
on!(postgres, Server::Postgres, PgConnection);
on!(postgres_18, Server::Postgres18, PgConnection);
on!(mariadb, Server::MariaDb, MysqlConnection);
on!(mysql_9, Server::Mysql9, MysqlConnection);
