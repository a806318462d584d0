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

/// A new column gets its values before it is made NOT NULL, and the run stops in between: the values go with
/// the column, and need no statement that takes them out.
fn filled(server: Server) {
    for (set, loses) in [
        ("n = id * 7, at = at", false),
        ("n = 7 WHERE id IN (SELECT id FROM old WHERE id > 0)", false),
        ("n = 7, at = now()", true),
        ("n = (SELECT 7), id = id + 1", true),
    ] {
        let Some(database) = server.database() else { return };
        let project = Project::new(&database.url);
        let old = "CREATE TABLE old (id INT PRIMARY KEY, at DATETIME NOT NULL);\n\
                   INSERT INTO old (id, at) VALUES (1, '2001-01-01');\n";
        project.migration("2026-01-01-000001_first", false, old, "DROP TABLE old;\n");
        project.succeed(&["upgrade"]);
        project.migration(
            "2026-01-01-000002_second",
            false,
            &format!(
                "ALTER TABLE old ADD COLUMN n INT;\nUPDATE old SET {set};\nALTER TABLE old MODIFY missing INT;\n"
            ),
            "ALTER TABLE old DROP COLUMN n;\n",
        );
        let ran = project.run(&["upgrade"]);
        assert!(!ran.ok && ran.said.contains("missing"), "{}", ran.said);
        let ran = project.run(&["downgrade"]);
        assert_eq!(!ran.ok, loses, "{set}: {}", ran.said);
        if ran.ok {
            assert_eq!(
                value(&database.url, "SELECT concat(id, ' ', at) FROM old"),
                "1 2001-01-01 00:00:00"
            );
            assert!(connect(&database.url).query("SELECT n FROM old").is_err());
        }
    }
}

model_tests::on_servers!(back, mysql);
mod filled_columns {
    model_tests::on_servers!(super::filled, mysql);
}
