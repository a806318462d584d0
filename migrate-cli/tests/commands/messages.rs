//! What a database or an editor says in few words, told with a name, a cause and a next step.

use crate::project::{Project, models, snapshot};

const ONE: &str = "2026-01-01-000001_one";

fn one() -> Project {
    let project = Project::new();
    project.migration(ONE, "CREATE TABLE a (id INTEGER);\n", "DROP TABLE a;\n");
    project
}

fn with_up(bytes: &[u8]) -> Project {
    let project = one();
    std::fs::write(project.path(&format!("migrations/{ONE}/up.sql")), bytes).unwrap();
    project
}

#[test]
fn a_file_that_is_no_database() {
    let project = one();
    project.write("app.db", &"no database at all ".repeat(100));
    snapshot!("messages_no_database", project.run(&["upgrade"]));
    assert_eq!(project.run(&["upgrade"]), project.run(&["current"]));
    let diff = project.run(&["diff", "--from", "app.db", "--to", "empty"]);
    assert!(diff.contains("app.db is no SQLite database"), "{diff}");
}

#[test]
fn a_file_that_can_only_be_read() {
    let project = one();
    project.execute("CREATE TABLE b (id INTEGER);");
    let url = "file:app.db?mode=ro";
    snapshot!("messages_read_only", project.run(&["upgrade", "--database-url", url]));
    let stamp = project.run(&["stamp", "head", "--database-url", url]);
    assert!(stamp.contains("app.db?mode=ro can't be written"), "{stamp}");
}

#[test]
fn a_byte_order_mark() {
    snapshot!("messages_byte_order_mark", with_up(b"\xef\xbb\xbfSELECT 1;").run(&["upgrade"]));
    let utf_16 = with_up(b"\xff\xfeS\0E\0").run(&["upgrade"]);
    assert!(utf_16.contains("up.sql is in UTF-16"), "{utf_16}");
    let latin_1 = with_up(b"SELECT 1;\nSELECT '\xe9';").run(&["upgrade"]);
    assert!(latin_1.contains("up.sql is not UTF-8: see line 2"), "{latin_1}");
}

#[test]
fn commands_of_clients() {
    let delimiter = b"CREATE TABLE a (id INTEGER);\n\nDELIMITER //\nCREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END//\nDELIMITER ;\n";
    snapshot!("messages_delimiter", with_up(delimiter).run(&["upgrade"]));
    let psql = with_up(b"SELECT 1;\n\\connect app\nSELECT 1;\n").run(&["upgrade"]);
    assert!(psql.contains("a command of the client `psql` in line 2: \\connect"), "{psql}");
    let dot = with_up(b".read other.sql\n").run(&["upgrade"]);
    assert!(dot.contains("a command of the client `sqlite3` in line 1: .read"), "{dot}");
}

#[test]
fn a_version_that_no_folder_has() {
    let project = one();
    project.succeed(&["upgrade"]);
    std::fs::remove_dir_all(project.path(&format!("migrations/{ONE}"))).unwrap();
    project.migration("2026-01-01-000002_two", "SELECT 1;\n", "SELECT 1;\n");
    snapshot!("messages_unknown_current", project.run(&["current"]));
    snapshot!("messages_unknown_upgrade", project.run(&["upgrade"]));
    snapshot!("messages_unknown_downgrade", project.run(&["downgrade", "base"]));
    let history = project.run(&["history"]);
    assert!(
        history.contains("version 20260101000001 is applied, and migrations has no"),
        "{history}"
    );
}

#[test]
fn a_revision_is_there_to_be_filled_in() {
    let project = Project::new();
    project.succeed(&["revision", "-m", "by hand"]);
    let name = project.migrations().remove(0);
    let fill = |up: &str| project.write(&format!("migrations/{name}/up.sql"), up);
    fill("CREATE TABLE a (id INTEGER);\n");
    project.write(&format!("migrations/{name}/down.sql"), "DROP TABLE a;\n");
    let is_told = |args: &[&str]| project.run(args).contains("changed after it was recorded");
    assert!(!is_told(&["history"]));
    assert!(!is_told(&["upgrade", "--dry-run"]));
    // A further revision in between does not end it.
    project.succeed(&["revision", "-m", "another"]);
    fill("CREATE TABLE a (id INTEGER, n TEXT);\n");
    assert!(!is_told(&["upgrade", "+1"]));
    assert!(!is_told(&["history"]));
    // From now on a change is one.
    fill("CREATE TABLE a (id INTEGER, n TEXT, m TEXT);\n");
    assert!(is_told(&["history"]));
    assert!(is_told(&["upgrade"]));
}

#[test]
fn a_revision_that_was_applied_empty_is_filled_in_too_late() {
    let project = Project::new();
    project.succeed(&["revision", "-m", "by hand"]);
    project.succeed(&["upgrade"]);
    let name = project.migrations().remove(0);
    project.write(&format!("migrations/{name}/up.sql"), "CREATE TABLE a (id INTEGER);\n");
    assert!(project.run(&["history"]).contains("changed after it was recorded"));
}

#[test]
fn check_tells_what_was_and_what_is_to_be() {
    let project = Project::new();
    let (before, after) = (models("study"), models("study_changed"));
    project.succeed(&["generate", "-m", "first", "--schema", &before]);
    project.succeed(&["upgrade"]);
    snapshot!("messages_check", project.run(&["check", "--schema", &after]));
}

/// All of it belongs to somebody else, who lets others only read.
#[cfg(unix)]
#[test]
fn files_of_another_user() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    use std::os::unix::process::CommandExt;
    const NOBODY: u32 = 65534;
    let project = one();
    project.execute("CREATE TABLE b (id INTEGER);");
    let (folder, migrate) = (project.path("."), project.path("migrate"));
    // By another process: a file that this one has open for writing while a test beside it starts a command
    // is busy, and can't be run.
    let copied = std::process::Command::new("cp")
        .args([env!("CARGO_BIN_EXE_migrate").as_ref(), migrate.as_os_str()])
        .status();
    assert!(copied.unwrap().success());
    let is_root = std::fs::metadata(&migrate).unwrap().uid() == 0;
    for path in [folder.clone(), project.path("migrations"), project.path("app.db")] {
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o555)).unwrap();
    }
    let run = |args: &[&str]| {
        let mut command = std::process::Command::new(&migrate);
        command.args(args).current_dir(&folder).env("DATABASE_URL", "sqlite:app.db");
        if is_root {
            command.uid(NOBODY).gid(NOBODY);
        }
        let output = command.output().unwrap();
        assert_eq!(output.status.code(), Some(1));
        String::from_utf8(output.stderr).unwrap()
    };
    let (upgrade, revision) = (run(&["upgrade"]), run(&["revision", "-m", "x"]));
    let new = run(&["upgrade", "--database-url", "new.db"]);
    std::fs::set_permissions(&folder, std::fs::Permissions::from_mode(0o755)).unwrap();
    std::fs::set_permissions(project.path("migrations"), std::fs::Permissions::from_mode(0o755))
        .unwrap();
    for part in ["app.db can't be written", "belongs to somebody else", "help: run `migrate` as"] {
        assert!(upgrade.contains(part), "{part}: {upgrade}");
    }
    for part in ["migrations/", "Permission denied", "help: look at the permissions"] {
        assert!(revision.contains(part), "{part}: {revision}");
    }
    for part in ["sqlite:new.db", "help: look at the path; its folder has to be there and writable"]
    {
        assert!(new.contains(part), "{part}: {new}");
    }
}
