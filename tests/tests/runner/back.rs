//! Going back from where a run stopped: rows that down.sql has no words for may only go with their table.

use model_tests::Server;

use crate::project::{Project, Ran, connect, value};

/// What `downgrade` says of a migration that stops at its last statement, after a statement about rows.
fn stopped(server: Server, rows: &str) -> Option<(String, Ran)> {
    let database = server.database()?;
    let project = Project::new(&database.url);
    let old = "CREATE TABLE old (id INT PRIMARY KEY);\nINSERT INTO old (id) VALUES (1);\n";
    project.migration("2026-01-01-000001_first", false, old, "DROP TABLE old;\n");
    project.succeed(&["upgrade"]);
    project.migration(
        "2026-01-01-000002_second",
        false,
        &format!("CREATE TABLE fresh (id INT);\n{rows};\nCREATE INDEX i ON fresh (missing);\n"),
        "DROP TABLE fresh;\n",
    );
    let ran = project.run(&["upgrade"]);
    assert!(!ran.ok && ran.said.contains("missing"), "{}", ran.said);
    let ran = project.run(&["downgrade"]);
    if ran.ok {
        assert!(connect(&database.url).query("SELECT * FROM fresh").is_err(), "{}", ran.said);
        assert_eq!(value(&database.url, "SELECT count(*) FROM old"), "1");
    }
    Some((database.url.clone(), ran))
}

fn back(server: Server) {
    for rows in ["INSERT INTO fresh (id) VALUES (7)", "INSERT INTO fresh (id) SELECT id FROM old"] {
        let Some((_, ran)) = stopped(server, rows) else { return };
        assert!(ran.ok, "{rows}: {}", ran.said);
    }
    for rows in ["INSERT INTO old (id) VALUES (2)", "DELETE FROM old", "UPDATE old SET id = 3"] {
        let Some((url, ran)) = stopped(server, rows) else { return };
        assert!(!ran.ok && ran.said.contains("knows no way back"), "{url} {rows}: {}", ran.said);
    }
}

model_tests::on_servers!(back, mysql);
