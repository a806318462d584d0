//! A database that was changed once is spelled otherwise by MySQL than one that was made in one go.
//! That is no difference, in either direction.
#![allow(missing_docs, reason = "a test")]

use std::process::Command;

use model_tests::{Database, Server};

const TABLE: &str = "CREATE TABLE stay (
    id int PRIMARY KEY,
    nights bigint,
    since year(4),
    town varchar(20) CHARACTER SET latin1,
    arrival time,
    named varchar(20) AS (concat('ü', id)),
    CONSTRAINT nights_known CHECK (nights > -1),
    CONSTRAINT recent CHECK (since > '2000'),
    CONSTRAINT town_known CHECK (town <> 'ü'),
    CONSTRAINT late CHECK (arrival BETWEEN '10:00' AND '20:00')
)";

/// What `diff` says of two databases, and its exit status.
fn diff(from: &Database, to: &Database) -> (Option<i32>, String) {
    let output = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(["diff", "--exit-code", "--from", &from.url, "--to", &to.url])
        .output()
        .expect("migrate starts");
    let said = String::from_utf8_lossy(&output.stdout).into_owned()
        + &String::from_utf8_lossy(&output.stderr);
    (output.status.code(), said)
}

fn is_no_difference(server: Server) {
    let (Some(made), Some(changed)) = (server.database(), server.database()) else { return };
    made.run(TABLE).expect("the table is made");
    changed.run(TABLE).expect("the table is made");
    changed.run("ALTER TABLE stay ADD COLUMN note int").expect("it is changed");
    changed.run("ALTER TABLE stay DROP COLUMN note").expect("it is changed back");
    for (from, to) in [(&made, &changed), (&changed, &made)] {
        let (status, said) = diff(from, to);
        assert_eq!(status, Some(0), "{said}");
    }

    // A difference is still one.
    let other = server.database().expect("another database");
    other.run(&TABLE.replace("<> 'ü'", "<> 'ä'")).expect("the table is made");
    for (from, to) in [(&changed, &other), (&other, &changed)] {
        let (status, said) = diff(from, to);
        assert_eq!(status, Some(2), "{said}");
        assert!(said.contains("town_known") && !said.contains("recent"), "{said}");
    }
}

model_tests::on_servers!(is_no_difference, mysql);
