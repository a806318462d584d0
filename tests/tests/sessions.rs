//! A schema is read, and a migration runs, the same whatever a session is set to.

use std::process::{Command, Stdio};

use model_tests::{Backend, Server};

fn diff(from: &str, to: &str, words: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    command.args(["diff", "--from", from, "--to", to]).args(words).stdin(Stdio::null());
    let (status, said) = model_tests::said(&mut command);
    assert_eq!(status, Some(0), "{said}");
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
    assert!(
        diff(&plain.url, &odd.url, &[]).contains("No changes"),
        "{}",
        diff(&plain.url, &odd.url, &[])
    );
    assert!(diff(&odd.url, &plain.url, &[]).contains("No changes"));
    // What was read under the odd settings means the same under the plain ones.
    let up = diff(&empty.url, &odd.url, &[]);
    empty.connect().execute(&up).expect("the migration");
    assert!(diff(&plain.url, &empty.url, &[]).contains("No changes"), "{up}");
}

/// The same on MariaDB and MySQL.
mod settings_of_mysql {
    use migrate_cli::{Connection, DatabaseUrl};
    use model_tests::Server;

    use super::diff;

    const TABLES: &str = "\
CREATE TABLE item (
    id int NOT NULL PRIMARY KEY,
    at timestamp NOT NULL DEFAULT '2024-02-01 03:04:05',
    seen timestamp NOT NULL,
    left_at timestamp NULL,
    day date DEFAULT '2024-02-01',
    name varchar(40) CHARACTER SET utf8mb4 NOT NULL DEFAULT 'a\\\\b \"ü\"',
    path varchar(40) AS (replace(name, 'ü', '\\\\')) STORED,
    CONSTRAINT named CHECK (name <> 'it''s \\\\ ü')
) ENGINE=InnoDB DEFAULT CHARACTER SET utf8mb4 COMMENT='ü \"quoted\"'";

    /// All that changes how a schema is shown, or what a statement means.
    const SETTINGS: [&str; 4] = [
        "--sql-mode=ANSI_QUOTES,NO_BACKSLASH_ESCAPES",
        "--explicit-defaults-for-timestamp=OFF",
        "--default-time-zone=+05:30",
        "--character-set-server=latin1",
    ];

    /// What only MySQL has.
    const OF_MYSQL: [&str; 2] =
        ["--sql-require-primary-key=ON", "--show-gipk-in-create-table-and-information-schema=OFF"];

    /// What is no word of the command line.
    const GLOBAL: &str = "SET GLOBAL sql_quote_show_create = 0, GLOBAL sql_select_limit = 1, \
         GLOBAL sql_safe_updates = 1, GLOBAL character_set_results = latin1";

    fn connect(url: &str) -> Box<dyn Connection> {
        let url: DatabaseUrl = url.parse().expect("a URL");
        migrate_cli::connect(&url).expect("a connection")
    }

    fn are_no_difference(server: Server) {
        let (Some(plain), Some(empty)) = (server.database(), server.database()) else { return };
        let own = if server == Server::Mysql9 { &OF_MYSQL[..] } else { &[] };
        let settings = [&SETTINGS, own].concat().into_iter().map(str::to_owned);
        let Some(private) = server.private("odd", |_| settings.collect()) else { return };
        let odd = private.url("u", "configured");
        connect(&private.url("u", "information_schema"))
            .execute(&format!("CREATE DATABASE configured CHARACTER SET utf8mb4; {GLOBAL}"))
            .expect("the settings");
        plain.run(TABLES).expect("the tables");
        let as_plain = "SET SESSION sql_mode = 'STRICT_ALL_TABLES', SESSION time_zone = '+00:00'";
        connect(&odd).execute(&format!("{as_plain}; {TABLES}")).expect("the tables");
        for (from, to) in [(plain.url.as_str(), odd.as_str()), (odd.as_str(), plain.url.as_str())] {
            let said = diff(from, to, &[]);
            assert!(said.contains("No changes"), "{said}");
        }

        // What was read under the odd settings means the same under the plain ones, and the other way
        // round: also for a session that has the odd ones.
        let up = diff(&empty.url, &odd, &[]);
        let down = diff(&empty.url, &odd, &["--down"]);
        for session in [
            "SET SESSION sql_mode = 'STRICT_ALL_TABLES'",
            "SET SESSION sql_mode = 'ANSI_QUOTES,NO_BACKSLASH_ESCAPES', SESSION time_zone = '+05:30'",
            "SET SESSION sql_mode = 'ANSI,TRADITIONAL', SESSION time_zone = '-11:00'",
        ] {
            let run = |sql: &str| {
                let run = empty.connect().execute(&format!("{session};\n{sql}"));
                run.unwrap_or_else(|why| panic!("{session}: {why}\n{sql}"));
            };
            run(&up);
            let said = diff(&empty.url, &plain.url, &[]);
            assert!(said.contains("No changes"), "{session}: {said}");
            run(&down);
        }
    }

    model_tests::on_servers!(are_no_difference, mysql);
}

model_tests::on_servers!(settings_are_no_difference, postgres);
