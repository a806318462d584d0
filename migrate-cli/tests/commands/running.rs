use diesel::connection::SimpleConnection;

use crate::project::{Project, snapshot};

fn three() -> Project {
    let project = Project::new();
    project.migration(
        "2026-01-01-000001_one",
        "CREATE TABLE a (id INTEGER PRIMARY KEY, n TEXT);",
        "DROP TABLE a;",
    );
    project.migration("2026-01-01-000002_two", "CREATE TABLE b (id INTEGER);", "DROP TABLE b;");
    project.migration("2026-01-01-000003_three", "CREATE TABLE c (id INTEGER);", "DROP TABLE c;");
    project
}

fn versions(project: &Project) -> i64 {
    project.number("SELECT count(*) AS n FROM __diesel_schema_migrations")
}

#[test]
fn steps_and_revisions() {
    let project = three();
    project.succeed(&["upgrade", "+1"]);
    assert_eq!(versions(&project), 1);
    project.succeed(&["upgrade", "20260101000002"]);
    assert_eq!(versions(&project), 2);
    project.succeed(&["upgrade"]);
    assert_eq!(versions(&project), 3);
    project.succeed(&["downgrade", "-2"]);
    assert_eq!(versions(&project), 1);
    project.succeed(&["upgrade", "head"]);
    project.succeed(&["downgrade", "2026-01-01-000002_two"]);
    assert_eq!(versions(&project), 2);
    project.succeed(&["downgrade", "base"]);
    assert_eq!(versions(&project), 0);
    snapshot!("running_ambiguous", project.run(&["upgrade", "2026"]));
    snapshot!("running_unknown", project.run(&["upgrade", "9"]));
    snapshot!("running_wrong_way", project.run(&["upgrade", "base"]));
}

#[test]
fn scripts_and_dry_runs_change_nothing() {
    let project = three();
    snapshot!("running_sql", project.run(&["upgrade", "--sql", "+2"]));
    snapshot!("running_dry_run", project.run(&["upgrade", "--dry-run"]));
    assert!(!project.path("app.db").exists());
    project.succeed(&["upgrade"]);
    let script = project.succeed(&["downgrade", "base", "--sql"]);
    assert_eq!(versions(&project), 3);
    project.execute(&script);
    assert_eq!(versions(&project), 0);
}

#[test]
fn a_script_does_what_upgrade_does() {
    let project = three();
    let script = project.succeed(&["upgrade", "--sql"]);
    project.execute(&script);
    assert!(project.succeed(&["current"]).contains("three (head)"));
}

#[test]
fn a_failure_is_shown_in_its_file_and_undone() {
    let project = three();
    project.migration(
        "2026-01-01-000004_four",
        "-- The fourth\nINSERT INTO a (n) VALUES ('kept; or not');\nINSERT INTO missing\nVALUES (1);\nSELECT 1;\n",
        "SELECT 1;",
    );
    snapshot!("running_failure", project.run(&["upgrade"]));
    assert_eq!(versions(&project), 3, "those before it stay applied");
    assert_eq!(project.number("SELECT count(*) AS n FROM a"), 0);
}

#[test]
fn outside_a_transaction_a_failure_says_how_to_go_on() {
    let project = three();
    let name = "2026-01-01-000004_four";
    project.migration(name, "CREATE TABLE d (id);\nCREATE TABLE a (id);\n", "DROP TABLE d;");
    project.write(&format!("migrations/{name}/metadata.toml"), "run_in_transaction = false\n");
    snapshot!("running_half_way", project.run(&["upgrade"]));
    assert_eq!(versions(&project), 3);
    snapshot!("running_half_way_again", project.run(&["upgrade"]));
}

#[test]
fn the_account_goes_into_the_transaction_of_the_script() {
    let project = three();
    let name = "2026-01-01-000004_four";
    let up = "PRAGMA foreign_keys = OFF;\nBEGIN;\nCREATE TABLE d (id);\nINSERT INTO __diesel_schema_migrations (version) VALUES ('20260101000004');\nCOMMIT;\n";
    project.migration(name, up, "DROP TABLE d;");
    project.write(&format!("migrations/{name}/metadata.toml"), "run_in_transaction = false\n");
    // The script claims the version itself, so that the runner's own row is a duplicate: were it
    // written after the commit, the table would stay.
    project.command(&["upgrade"]).assert().code(1);
    assert_eq!(project.number("SELECT count(*) AS n FROM sqlite_master WHERE name = 'd'"), 0);
}

#[test]
fn stamp_records_without_running() {
    let project = three();
    snapshot!("running_stamp", project.run(&["stamp", "20260101000002"]));
    assert_eq!(versions(&project), 2);
    assert_eq!(project.number("SELECT count(*) AS n FROM sqlite_master WHERE name = 'a'"), 0);
    project.execute("INSERT INTO __diesel_schema_migrations (version) VALUES ('7')");
    snapshot!("running_unknown_version", project.run(&["current"]));
    snapshot!("running_unknown_down", project.run(&["downgrade"]));
    project.succeed(&["stamp", "head", "--purge"]);
    assert_eq!(versions(&project), 3);
    project.succeed(&["stamp", "base"]);
    assert_eq!(versions(&project), 0);
}

#[test]
fn a_changed_file_is_reported() {
    let project = three();
    project.succeed(&["history", "--record"]);
    project.migration("2026-01-01-000002_two", "CREATE TABLE b (id TEXT);", "DROP TABLE b;");
    snapshot!("running_changed", project.run(&["upgrade"]));
    snapshot!("running_changed_history", project.run(&["history"]));
    project.succeed(&["history", "--record"]);
    assert!(!project.succeed(&["history"]).contains("changed"));
}

#[test]
fn another_migrator_is_waited_for() {
    let project = three();
    project.succeed(&["upgrade", "+1"]);
    let mut other = project.database();
    other.batch_execute("BEGIN IMMEDIATE").unwrap();
    snapshot!("running_locked", project.run(&["upgrade", "--lock-timeout", "0"]));
    drop(other);
    project.succeed(&["upgrade"]);
    assert_eq!(versions(&project), 3);
}

#[test]
fn every_command_waits_for_a_program_that_writes() {
    let project = three();
    project.succeed(&["upgrade", "+1"]);
    let mut other = project.database();
    // So that it keeps readers out, too.
    other.batch_execute("BEGIN EXCLUSIVE").unwrap();
    let current = project.run(&["current", "--lock-timeout", "1"]);
    assert!(current.contains("app.db is locked") && current.contains("within 1 s"), "{current}");
    let end = std::thread::spawn(move || {
        std::thread::sleep(std::time::Duration::from_secs(3));
        drop(other);
    });
    let commands = [&["upgrade"][..], &["current"], &["history"], &["check", "--schema", "x.json"]];
    std::fs::copy(crate::project::models("empty"), project.path("x.json")).unwrap();
    std::thread::scope(|scope| {
        for command in commands {
            let project = &project;
            scope.spawn(move || {
                let told = project.run(command);
                assert!(!told.contains("locked"), "{command:?}: {told}");
            });
        }
    });
    end.join().unwrap();
    assert_eq!(versions(&project), 3);
}

#[test]
fn many_at_once_apply_everything_once() {
    let project = three();
    let runs: Vec<_> = (0..4)
        .map(|_| {
            let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_migrate"));
            command
                .current_dir(project.path(""))
                .env("DATABASE_URL", "sqlite:app.db")
                .arg("upgrade")
                .stdout(std::process::Stdio::piped());
            command.spawn().unwrap()
        })
        .collect();
    let outputs: Vec<_> = runs.into_iter().map(|run| run.wait_with_output().unwrap()).collect();
    assert!(outputs.iter().all(|output| output.status.success()));
    let applied: usize = outputs
        .iter()
        .map(|output| String::from_utf8_lossy(&output.stdout).matches("Applied").count())
        .sum();
    assert_eq!((applied, versions(&project)), (3, 3));
}

#[test]
fn diesel_goes_on_where_this_stopped() {
    use diesel_migrations::{FileBasedMigrations, MigrationHarness};
    let project = three();
    project.succeed(&["upgrade", "+1"]);
    let mut connection = project.database();
    let migrations = || FileBasedMigrations::from_path(project.path("migrations")).unwrap();
    assert_eq!(connection.run_pending_migrations(migrations()).unwrap().len(), 2);
    assert!(project.succeed(&["current"]).contains("three (head)"));
    project.succeed(&["downgrade"]);
    connection.revert_last_migration(migrations()).unwrap();
    assert!(project.succeed(&["current"]).contains("one (2 behind head)"));
}
