//! Values that do not fit another type, or are converted to it.

use model_tests::servers::Backend;

use super::Truth::{self, Counted, None, Refused};
use super::{Case, values};

/// One column of one type goes to another.
fn retype(
    what: &'static str,
    from: &str,
    to: &str,
    rows: &[&str],
    dangers: Vec<(&'static str, Truth)>,
) -> Case {
    Case {
        what,
        before: format!("CREATE TABLE item (v {from});"),
        after: format!("CREATE TABLE item (v {to});"),
        rows: values("item", "v", rows),
        dangers,
        ..Case::default()
    }
}

const WORDS: &[&str] = &["'a'", "'abcd'", "'abcdef'", "NULL"];
const NUMBERS: &[&str] = &["1", "-1", "40000", "3000000000", "-3000000000", "NULL"];
const WRITTEN: &[&str] = &["'12'", "'-7'", "'x'", "'7x'", "''", "NULL"];

pub fn cases(backend: Backend) -> Vec<Case> {
    let mut cases = vec![
        retype(
            "a text that is long enough",
            "varchar(80)",
            "varchar(40)",
            WORDS,
            vec![("narrows-type", None), ("needs-cast", None), ("irreversible", None)],
        ),
        retype(
            "a text without a limit",
            "varchar(80)",
            "text",
            WORDS,
            vec![("narrows-type", None), ("needs-cast", None)],
        ),
    ];
    cases.extend(match backend {
        Backend::Sqlite => sqlite(),
        Backend::Postgres => postgres(),
        Backend::Mysql => mysql(),
    });
    cases
}

fn sqlite() -> Vec<Case> {
    vec![
        retype(
            "a shorter text",
            "varchar(80)",
            "varchar(3)",
            WORDS,
            vec![
                ("narrows-type", Counted("SELECT count(*) FROM item WHERE length(v) > 3")),
                ("needs-cast", None),
            ],
        ),
        retype(
            "a text to a number",
            "text",
            "integer",
            WRITTEN,
            vec![
                ("narrows-type", Counted("SELECT count(*) FROM item WHERE v IN ('x', '7x', '')")),
                ("needs-cast", Counted("SELECT count(*) FROM item WHERE v IN ('12', '-7')")),
            ],
        ),
        retype(
            "a number to a text",
            "integer",
            "text",
            NUMBERS,
            vec![("needs-cast", Counted("SELECT count(v) FROM item")), ("narrows-type", None)],
        ),
        retype(
            "a number with a fraction to one without",
            "real",
            "integer",
            &["1.0", "1.5", "2e300"],
            vec![("narrows-type", Counted("SELECT count(*) FROM item WHERE v <> 1"))],
        ),
        retype(
            "another word for a moment",
            "timestamp",
            "datetime",
            &["'2026-01-01'", "'x'"],
            vec![("narrows-type", None), ("needs-cast", None), ("irreversible", None)],
        ),
        retype(
            "a smaller number",
            "bigint",
            "integer",
            NUMBERS,
            vec![("narrows-type", Counted("SELECT count(*) FROM item WHERE abs(v) > 2147483648"))],
        ),
    ]
}

/// On PostgreSQL a number that does not fit is refused by an INSERT as by a change of type.
fn postgres() -> Vec<Case> {
    let mut enumeration = retype(
        "values of an enumeration go",
        "mood",
        "mood",
        &["'sad'", "'ok'", "'ok'", "NULL"],
        vec![("narrows-type", Refused)],
    );
    enumeration.before.insert_str(0, "CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');");
    enumeration.after.insert_str(0, "CREATE TYPE mood AS ENUM ('sad', 'glad');");
    let mut array = retype(
        "values of an enumeration go, of which there are arrays",
        "mood[]",
        "mood[]",
        &["'{sad,ok}'", "'{sad}'"],
        vec![("narrows-type", Refused)],
    );
    array.before.insert_str(0, "CREATE TYPE mood AS ENUM ('sad', 'ok', 'glad');");
    array.after.insert_str(0, "CREATE TYPE mood AS ENUM ('sad', 'glad');");
    let mut new = retype(
        "a text to an enumeration that is new",
        "text",
        "mood",
        &["'sad'", "'bad'", "'worse'"],
        vec![("narrows-type", Refused), ("needs-cast", Counted("SELECT count(v) FROM item"))],
    );
    new.after.insert_str(0, "CREATE TYPE mood AS ENUM ('sad', 'glad');");
    vec![
        enumeration,
        array,
        new,
        retype(
            "a shorter text",
            "varchar(80)",
            "varchar(3)",
            WORDS,
            vec![("narrows-type", Refused)],
        ),
        retype(
            "a text to a number",
            "text",
            "integer",
            WRITTEN,
            vec![("narrows-type", Refused), ("needs-cast", Counted("SELECT count(v) FROM item"))],
        ),
        retype(
            "a smaller number",
            "bigint",
            "integer",
            NUMBERS,
            vec![("narrows-type", Refused), ("needs-cast", None)],
        ),
        retype(
            "fewer digits",
            "numeric(10,3)",
            "numeric(4,2)",
            &["1.001", "1.010", "99.99", "100"],
            vec![(
                "narrows-type",
                Counted("SELECT count(*) FROM item WHERE v <> round(v, 2) OR v >= 100"),
            )],
        ),
        retype(
            "a text to a date",
            "text",
            "date",
            &["'2026-02-28'", "'2026-02-30'", "'x'"],
            vec![("narrows-type", Refused)],
        ),
        retype(
            "a text to a uuid",
            "text",
            "uuid",
            &["'x'", "'9b2bd8a1-2ec6-4f9c-9c34-6f6b0c0f1d11'"],
            vec![("narrows-type", Refused)],
        ),
        retype(
            "a moment to a day",
            "timestamp",
            "date",
            &["'2026-02-28 00:00'", "'2026-02-28 01:00'"],
            vec![("narrows-type", Counted("SELECT count(*) FROM item WHERE v::date <> v"))],
        ),
        retype(
            "JSON to what is stored otherwise",
            "json",
            "jsonb",
            &["'{}'", "'[1]'"],
            vec![("narrows-type", None), ("needs-cast", None)],
        ),
    ]
}

fn mysql() -> Vec<Case> {
    let dates = &["'2026-02-28'", "'2026-02-30'", "'x'", "NULL"];
    vec![
        retype(
            "a shorter text",
            "varchar(80)",
            "varchar(3)",
            WORDS,
            vec![("narrows-type", Refused)],
        ),
        retype(
            "a text to a number",
            "varchar(80)",
            "int",
            WRITTEN,
            vec![("narrows-type", Refused), ("needs-cast", Counted("SELECT count(v) FROM item"))],
        ),
        retype(
            "a smaller number",
            "bigint",
            "int",
            NUMBERS,
            vec![("narrows-type", Refused), ("needs-cast", None), ("irreversible", None)],
        ),
        retype(
            "a number without a sign",
            "int",
            "int unsigned",
            &["1", "-1", "-2"],
            vec![("narrows-type", Refused)],
        ),
        retype(
            "values of an enumeration go",
            "enum('sad','ok','glad')",
            "enum('sad','glad')",
            &["'sad'", "'ok'", "'ok'"],
            vec![("narrows-type", Refused)],
        ),
        retype(
            "a text to an enumeration",
            "varchar(80)",
            "enum('sad','glad')",
            &["'sad'", "'ok'", "NULL"],
            vec![("narrows-type", Refused), ("needs-cast", None)],
        ),
        retype(
            "fewer digits",
            "decimal(10,3)",
            "decimal(4,2)",
            &["1.001", "1.010", "99.99", "100"],
            vec![(
                "narrows-type",
                Counted("SELECT count(*) FROM item WHERE v <> round(v, 2) OR v >= 100"),
            )],
        ),
        retype(
            "a text to a number with a fraction",
            "varchar(20)",
            "decimal(4,2)",
            &["'1.5'", "'.5'", "'1e1'", "'x'", "'123'"],
            vec![("narrows-type", Refused)],
        ),
        retype("a text to a date", "varchar(20)", "date", dates, vec![("narrows-type", Refused)]),
        retype(
            "a moment to one that is counted",
            "datetime",
            "timestamp NULL",
            &["'2026-02-28'", "'1960-01-01'", "'2500-01-01'"],
            vec![("narrows-type", Refused), ("needs-cast", None)],
        ),
        retype(
            "a moment to a day",
            "datetime",
            "date",
            &["'2026-02-28 00:00'", "'2026-02-28 01:00'"],
            vec![("narrows-type", Counted("SELECT count(*) FROM item WHERE time(v) <> 0"))],
        ),
    ]
}
