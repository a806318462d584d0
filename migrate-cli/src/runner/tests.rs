//! What a run leaves of the session that it was given.

use std::path::Path;
use std::time::Duration;

use super::{Direction, Runner};
use crate::database::{Connection, DatabaseUrl};
use crate::databases;
use crate::history::Folder;
use crate::output::{Color, Format, Output};
use crate::problem::Result;
use crate::scratch::ScratchServer;

/// How a table is made anew whose children are to keep their rows.
const REBUILD: &str = "PRAGMA foreign_keys = OFF;\nBEGIN;\nCREATE TABLE b (id INTEGER PRIMARY KEY, x);\n\
     INSERT INTO b (id) SELECT id FROM a;\nDROP TABLE a;\nALTER TABLE b RENAME TO a;\nCOMMIT;\n\
     PRAGMA foreign_keys = ON;\n";
const OFF: &str =
    "PRAGMA foreign_keys = OFF;\nPRAGMA legacy_alter_table = ON;\nCREATE TABLE c (id);\n";
const ON: &str = "PRAGMA foreign_keys = ON;\nVACUUM;\nPRAGMA legacy_alter_table = ON;\n";

fn migration(folder: &Path, name: &str, transaction: bool, up: &str, down: &str) {
    let path = folder.join(name);
    std::fs::create_dir_all(&path).expect("a folder");
    std::fs::write(path.join("up.sql"), up).expect("a file");
    std::fs::write(path.join("down.sql"), down).expect("a file");
    if !transaction {
        let text = "run_in_transaction = false\n";
        std::fs::write(path.join("metadata.toml"), text).expect("a file");
    }
}

fn all(
    connection: &mut dyn Connection,
    url: &DatabaseUrl,
    folder: &Folder,
    direction: Direction,
) -> Result<()> {
    let output = Output::new(Format::Human, Color::Never, false, true);
    let scratch = ScratchServer::new(None, output);
    let dialect = databases::of(url.kind());
    let patience = Duration::from_secs(1);
    Runner::new(connection, dialect, url, folder, patience, output, &scratch).run(
        direction,
        &|applied, _| {
            let mut migrations = folder.migrations.iter();
            Ok(match direction {
                Direction::Up => migrations.find(|m| !applied.contains(&m.version)),
                Direction::Down => migrations.rfind(|m| applied.contains(&m.version)),
            })
        },
        &mut |_, _| {},
    )
}

fn settings(connection: &mut dyn Connection) -> Vec<String> {
    let mut values = Vec::new();
    for question in ["PRAGMA foreign_keys", "PRAGMA legacy_alter_table"] {
        values
            .extend(connection.query(question).expect("a setting").into_iter().flatten().flatten());
    }
    values
}

#[test]
fn settings_are_as_they_were() {
    for found in
        ["PRAGMA foreign_keys = OFF", "PRAGMA foreign_keys = ON", "PRAGMA legacy_alter_table = ON"]
    {
        let place = tempfile::tempdir().expect("a folder");
        let migrations = place.path().join("migrations");
        let url: DatabaseUrl =
            place.path().join("app.db").display().to_string().parse().expect("a URL");
        migration(
            &migrations,
            "1_a",
            true,
            "CREATE TABLE a (id INTEGER PRIMARY KEY);",
            "DROP TABLE a;",
        );
        migration(&migrations, "2_rebuilt", false, REBUILD, REBUILD);
        migration(&migrations, "3_off", false, OFF, ON);
        migration(&migrations, "4_on", false, ON, "PRAGMA foreign_keys = OFF;\nVACUUM;\n");
        let mut connection = databases::connect(&url).expect("a connection");
        connection.execute(found).expect("a setting");
        let was = settings(connection.as_mut());
        let folder = Folder::read(&migrations).expect("readable");
        all(connection.as_mut(), &url, &folder, Direction::Up).expect("it runs");
        assert_eq!(settings(connection.as_mut()), was, "{found}, up");
        all(connection.as_mut(), &url, &folder, Direction::Down).expect("it runs");
        assert_eq!(settings(connection.as_mut()), was, "{found}, down");
        // Also where it fails half-way: before, within and after the transaction of the script.
        for broken in [
            "PRAGMA foreign_keys = OFF;\nCREATE TABLE d (id);\nNO SQL;\n",
            "PRAGMA foreign_keys = OFF;\nBEGIN;\nCREATE TABLE e (id);\nNO SQL;\nCOMMIT;\n",
            "BEGIN;\nCREATE TABLE f (id);\nCOMMIT;\nPRAGMA foreign_keys = ON;\nNO SQL;\n",
        ] {
            let place = tempfile::tempdir().expect("a folder");
            migration(place.path(), "1_broken", false, broken, "SELECT 1;");
            let folder = Folder::read(place.path()).expect("readable");
            let mut connection =
                databases::connect(&":memory:".parse().expect("a URL")).expect("one");
            connection.execute(found).expect("a setting");
            let ran = all(connection.as_mut(), &url, &folder, Direction::Up);
            assert!(ran.is_err(), "{broken}");
            assert_eq!(settings(connection.as_mut()), was, "{found}: {broken}");
        }
    }
}
