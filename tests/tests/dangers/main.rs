//! The numbers that dangers tell, compared with what the database itself says: the rows of the start
//! are put one by one into the target, and those that it refuses are counted; or the start is asked.

mod constraints;
mod losses;
mod types;

use std::path::Path;
use std::process::Command;

use model_tests::Server;
use model_tests::servers::{Backend, Database};
use serde_json::Value;

/// One change, and the dangers that it has to be told to have.
#[derive(Default)]
struct Case {
    what: &'static str,
    before: String,
    after: String,
    /// A statement a row.
    rows: Vec<String>,
    /// The same for the target, where a name differs there.
    rows_after: Vec<String>,
    flags: Vec<&'static str>,
    dangers: Vec<(&'static str, Truth)>,
}

/// Where the number of rows is to be had from.
enum Truth {
    /// As many as the target refuses.
    Refused,
    /// As many as the start counts by this query.
    Counted(&'static str),
    /// There is no such danger.
    None,
}

fn texts<const N: usize>(all: [&str; N]) -> Vec<String> {
    all.iter().map(|text| (*text).to_owned()).collect()
}

/// A row a value, in one column of a table.
fn values(table: &str, column: &str, all: &[&str]) -> Vec<String> {
    let row = |value: &&str| format!("INSERT INTO {table} ({column}) VALUES ({value})");
    all.iter().map(row).collect()
}

fn hazards(from: &Database, to: &Database, flags: &[&str]) -> Vec<Value> {
    let out = Command::new(Path::new(env!("CARGO_BIN_EXE_migrate-under-test")))
        .args(["diff", "--from", &from.url, "--to", &to.url, "--format", "json"])
        .args(flags)
        .output()
        .expect("migrate starts");
    let said = String::from_utf8_lossy(&out.stdout);
    let document: Value = serde_json::from_slice(&out.stdout)
        .unwrap_or_else(|e| panic!("{e}: {said}{}", String::from_utf8_lossy(&out.stderr)));
    document["hazards"].as_array().cloned().unwrap_or_else(|| panic!("no dangers in {said}"))
}

/// What is told otherwise than it is, and how many numbers were right.
fn compare(server: Server, case: &Case) -> Option<(Vec<String>, usize)> {
    let (before, after) = (server.database()?, server.database()?);
    let load = |database: &Database, sql: &str| {
        database.run(sql).unwrap_or_else(|why| panic!("{}: {why}\n{sql}", case.what));
    };
    load(&before, &case.before);
    load(&after, &case.after);
    case.rows.iter().for_each(|row| load(&before, row));
    let told = hazards(&before, &after, &case.flags);
    let rows = if case.rows_after.is_empty() { &case.rows } else { &case.rows_after };
    let mut target = after.connect();
    let refused = rows.iter().filter(|row| target.execute(row).is_err()).count();
    let (mut wrong, mut right) = (Vec::new(), 0);
    for (kind, truth) in &case.dangers {
        let found = told.iter().find(|hazard| hazard["name"] == *kind);
        let rows = found.and_then(|hazard| hazard["rows"].as_u64());
        let truth = match truth {
            Truth::None if found.is_none() => continue,
            Truth::None => None,
            Truth::Refused => Some(u64::try_from(refused).expect("few")),
            Truth::Counted(sql) => {
                let answer = before.connect().query(sql).unwrap_or_else(|e| panic!("{sql}: {e}"));
                answer.into_iter().flatten().flatten().next().and_then(|n| n.parse().ok())
            }
        };
        // A number of nothing would show nothing.
        match truth.is_some_and(|truth| truth > 0) && rows == truth {
            true => right += 1,
            false => wrong.push(format!(
                "{}: {kind}: in truth {truth:?}, told {}",
                case.what,
                found.map_or("nothing".to_owned(), ToString::to_string)
            )),
        }
    }
    Some((wrong, right))
}

fn truth(server: Server) {
    let backend = server.backend();
    let mut cases = constraints::cases(backend);
    cases.extend(losses::cases(backend));
    cases.extend(types::cases(backend));
    let compared: Option<Vec<_>> = cases.iter().map(|case| compare(server, case)).collect();
    let Some(compared) = compared else { return };
    let wrong: Vec<&String> = compared.iter().flat_map(|(wrong, _)| wrong).collect();
    assert!(wrong.is_empty(), "on {}:\n{wrong:#?}", server.name());
    let right: usize = compared.iter().map(|(_, right)| right).sum();
    assert!(right >= 12, "only {right} numbers are compared on {}", server.name());
    println!("{right} numbers are true on {}", server.name());
}

/// How a kind of database writes it.
fn by(backend: Backend, sqlite: &str, postgres: &str, mysql: &str) -> String {
    match backend {
        Backend::Sqlite => sqlite,
        Backend::Postgres => postgres,
        Backend::Mysql => mysql,
    }
    .to_owned()
}

model_tests::on_servers!(truth);
