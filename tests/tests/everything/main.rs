//! Models with everything that a table has: what comes of them is, to the database's own catalog, what
//! a person would have written in SQL, and nothing is left to do after.

mod mysql;
mod mysql_9;
mod postgres;
mod sqlite;

use std::path::Path;
use std::process::Command;

use model_core::registry;
use model_core::schema::Schema;
use model_tests::{Database, Server, catalog};

/// The models whose tables begin with a prefix, as a document for `--schema`.
fn document(prefix: &str) -> String {
    let mut schema: Schema = registry::schema();
    schema.tables.retain(|t| t.name.name.starts_with(prefix));
    schema.enums.retain(|e| e.name.name.starts_with(prefix));
    let used = |n: &String| schema.tables.iter().any(|t| t.name.schema.as_ref() == Some(n));
    let namespaces = schema.namespaces.clone();
    schema.namespaces = namespaces.into_iter().filter(|n| used(n)).collect();
    serde_json::json!({ "format": 1, "schema": schema }).to_string()
}

fn holds(server: Server, prefix: &str, sql: &str) {
    let (Some(live), Some(wanted)) = (server.database(), server.database()) else { return };
    wanted.run(sql).expect("the SQL is sound");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let models = folder.path().join("models.json");
    std::fs::write(&models, document(prefix)).expect("the models are written");
    let empty = catalog::read(&live);

    let made = folder.path().join("made");
    std::fs::create_dir(&made).expect("a folder");
    diff(&live, &models, &made, 2);
    apply(&live, &made.join("up.sql"));
    same(&catalog::read(&live), &catalog::read(&wanted));

    let again = folder.path().join("again");
    std::fs::create_dir(&again).expect("a folder");
    diff(&live, &models, &again, 0);
    // What a person wrote is the same to the models.
    diff(&wanted, &models, &again, 0);
    apply(&live, &made.join("down.sql"));
    same(&catalog::read(&live), &empty);
}

fn same(have: &[String], want: &[String]) {
    let lacks: Vec<&String> = want.iter().filter(|line| !have.contains(line)).collect();
    let extra: Vec<&String> = have.iter().filter(|line| !want.contains(line)).collect();
    assert!(lacks.is_empty() && extra.is_empty(), "lacks {lacks:#?}\nhas {extra:#?}");
}

fn diff(from: &Database, models: &Path, output: &Path, status: i32) {
    let ran = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"))
        .args(["diff", "--exit-code", "--from", &from.url, "--to"])
        .arg(models)
        .arg("--output")
        .arg(output)
        .env_remove("DATABASE_URL")
        .output()
        .expect("migrate starts");
    let said = String::from_utf8_lossy(&ran.stdout) + String::from_utf8_lossy(&ran.stderr);
    let sql = std::fs::read_to_string(output.join("up.sql")).unwrap_or_default();
    assert_eq!(ran.status.code(), Some(status), "{said}\n{sql}");
}

fn apply(database: &Database, file: &Path) {
    let sql = std::fs::read_to_string(file).expect("the migration is there");
    if let Err(why) = database.run(&sql) {
        panic!("{why}\n{sql}");
    }
}

fn lite(server: Server) {
    holds(server, "lite_", include_str!("sqlite.sql"));
}

fn post(server: Server) {
    holds(server, "post_", include_str!("postgres.sql"));
}

fn my(server: Server) {
    match server {
        Server::Mysql9 => holds(server, "nine_", include_str!("mysql_9.sql")),
        _ => holds(server, "my_", include_str!("mysql.sql")),
    }
}

/// Each database has what its tables can have.
mod has_it_all {
    model_tests::on_servers!(super::lite, sqlite);
    model_tests::on_servers!(super::post, postgres);
    model_tests::on_servers!(super::my, mysql);
}
