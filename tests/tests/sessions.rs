//! A schema is read, and a migration runs, the same whatever a session is set to.

use std::process::{Command, Stdio};

use model_tests::{Backend, Database, Server};

fn diff(from: &Database, to: &Database) -> String {
    let output = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(["diff", "--from", &from.url, "--to", &to.url])
        .stdin(Stdio::null())
        .output()
        .expect("migrate starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{said}");
    said
}

const TABLES: &str = "\
CREATE TABLE item (
    id integer NOT NULL PRIMARY KEY,
    day date DEFAULT date '2024-02-01',
    at timestamptz DEFAULT timestamptz '2024-02-01 03:04:05+00',
    wait interval DEFAULT interval '1 year 2 days 03:04:05',
    raw bytea DEFAULT '\\x00ff',
    part double precision DEFAULT 0.1::double precision,
    CHECK (day > date '2001-03-02')
);
CREATE INDEX item_day ON item (day) WHERE day > date '2001-03-02'";

/// All that changes how PostgreSQL prints a value or a name.
const SETTINGS: [&str; 6] = [
    "DateStyle = 'SQL, DMY'",
    "IntervalStyle = 'iso_8601'",
    "TimeZone = 'Asia/Kolkata'",
    "bytea_output = 'escape'",
    "quote_all_identifiers = on",
    "extra_float_digits = -5",
];

fn settings_are_no_difference(server: Server) {
    if server.backend() != Backend::Postgres {
        return;
    }
    let (Some(plain), Some(odd)) = (server.database(), server.database()) else { return };
    let Some(empty) = server.database() else { return };
    plain.connect().execute(TABLES).expect("the tables");
    odd.connect().execute(TABLES).expect("the tables");
    let name = odd.url.rsplit('/').next().unwrap_or_default();
    for setting in SETTINGS {
        let sql = format!("ALTER DATABASE \"{name}\" SET {setting}");
        odd.connect().execute(&sql).expect("the setting");
    }
    assert!(diff(&plain, &odd).contains("No changes"), "{}", diff(&plain, &odd));
    assert!(diff(&odd, &plain).contains("No changes"));
    // What was read under the odd settings means the same under the plain ones.
    let up = diff(&empty, &odd);
    empty.connect().execute(&up).expect("the migration");
    assert!(diff(&plain, &empty).contains("No changes"), "{up}");
}

model_tests::on_servers!(settings_are_no_difference, postgres);
