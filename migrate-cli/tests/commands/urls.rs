//! A URL with a mistake in it is an error, never a new database or an empty one.

use crate::project::{Project, models, told};

/// Texts that were once taken for the path of a SQLite database, or lead nowhere.
const MISTAKES: [&str; 16] = [
    "host=127.0.0.1 dbname=d0",
    "${DATABASE_URL}",
    "$DATABASE_URL",
    "sqlite:${FILE}",
    "sqlite:a=b.db",
    "sqlite3:app.db",
    "sqlite://app.db?mode=ro&key=x",
    "file:app.db?mode=readonly",
    "app.db?mode=ro",
    "app",
    "modles",
    "localhost/app",
    "localhost:5432/app",
    "postgres:/h/app",
    "oracle://h/app",
    "sqlite:",
];

fn files(project: &Project) -> Vec<String> {
    let entries = std::fs::read_dir(project.path(".")).unwrap();
    let mut names: Vec<String> =
        entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
    names.sort();
    names
}

#[test]
fn a_mistake_makes_no_file_and_drops_nothing() {
    let project = Project::new();
    project.migration("1_a", "SELECT 1;", "SELECT 1;");
    let before = files(&project);
    let study = models("study");
    for text in MISTAKES {
        let commands: [&[&str]; 8] = [
            &["upgrade"],
            &["stamp", "head"],
            &["downgrade"],
            &["current"],
            &["generate", "-m", "x", "--schema", &study],
            &["diff", "--from", &study, "--to", text],
            &["diff", "--from", text, "--to", &study],
            &["check", "--schema", &study],
        ];
        for command in commands {
            let by_flag =
                told(&mut project.command(&[command, &["--database-url", text]].concat()));
            let by_variable = told(project.command(command).env("DATABASE_URL", text));
            for output in [by_flag, by_variable] {
                assert!(!output.starts_with("exit 0"), "{text} {command:?}: {output}");
                assert!(!output.contains("DROP"), "{text} {command:?}: {output}");
                assert!(output.contains("no database URL"), "{text} {command:?}: {output}");
                assert_eq!(files(&project), before, "{text} {command:?}");
            }
        }
    }
}

#[test]
fn a_file_that_is_not_there_is_no_empty_database() {
    let project = Project::new();
    let study = models("study");
    for url in ["sqlite:typo.db", "typo.db", "file:typo.db?mode=rwc", "SQLITE://typo.db"] {
        for (from, to) in [(study.as_str(), url), (url, study.as_str())] {
            let output = told(&mut project.command(&["diff", "--from", from, "--to", to]));
            assert!(
                output.starts_with("exit 1\n-- stderr\nerror: there is no database at"),
                "{output}"
            );
            assert!(output.contains("typo.db"), "{output}");
        }
        let with_url = ["downgrade", "--database-url", url];
        let output = told(&mut project.command(&with_url));
        assert!(output.starts_with("exit 1"), "{output}");
        assert!(!project.path("typo.db").exists());
    }
    let looking: [&[&str]; 4] =
        [&["current"], &["history"], &["upgrade", "--sql"], &["check", "--schema", &study]];
    for command in looking {
        let output = told(&mut project.command(command));
        assert!(output.contains("app.db is not there yet, and counts as empty"), "{output}");
        assert!(!project.path("app.db").exists(), "{command:?}");
    }
}

#[test]
fn a_new_file_is_said() {
    for command in [["upgrade", "head"], ["stamp", "head"]] {
        let project = Project::new();
        let output = told(&mut project.command(&command));
        assert!(output.contains("sqlite:app.db was not there; it is a new database"), "{output}");
        assert!(project.path("app.db").exists());
        let output = told(&mut project.command(&command));
        assert!(!output.contains("was not there"), "{output}");
    }
}

#[test]
fn a_scheme_is_read_in_any_case() {
    let project = Project::new();
    project.succeed(&["stamp", "head", "--database-url", "SQLite:app.db"]);
    assert!(project.path("app.db").exists());
    for url in ["POSTGRES://me:hunter2@127.0.0.1:1/app", "MySQL://me:hunter2@127.0.0.1:1/app"] {
        let output = told(&mut project.command(&["current", "--database-url", url]));
        assert!(output.starts_with("exit 1"), "{output}");
        assert!(output.contains("could not connect to"), "{output}");
        assert!(!output.contains("hunter2"), "{output}");
    }
}

#[test]
fn a_path_in_a_file_is_of_its_folder() {
    for (file, text) in [
        (".env", "DATABASE_URL=sqlite:app.db\n"),
        (".env", "\u{feff}DATABASE_URL='file:app.db?mode=rwc'\n"),
        ("migrate.toml", "[database]\nurl = \"app.db\"\n"),
    ] {
        let project = Project::new();
        project.write(file, text);
        project.write("src/deep/x.rs", "");
        let mut command = project.command(&["stamp", "base", "-d", "migrations"]);
        command.env_remove("DATABASE_URL").current_dir(project.path("src/deep"));
        command.assert().success();
        assert!(project.path("app.db").exists(), "{file}");
        assert!(!project.path("src/deep/app.db").exists(), "{file}");
    }
}

#[test]
fn a_variable_that_is_not_set_is_not_the_next_place() {
    let project = Project::new();
    project.write("migrate.toml", "[database]\nurl = \"other.db\"\n");
    project.write(".env", "DATABASE_URL=${NO_SUCH_VARIABLE}\n");
    let output = told(project.command(&["stamp", "base"]).env_remove("DATABASE_URL"));
    assert!(output.starts_with("exit 1"), "{output}");
    assert!(!project.path("other.db").exists());
}

#[cfg(unix)]
#[test]
fn a_variable_that_is_not_utf8_is_an_error_that_says_so() {
    use std::os::unix::ffi::OsStrExt;
    let project = Project::new();
    project.write(".env", "DATABASE_URL=sqlite:other.db\n");
    let bytes = std::ffi::OsStr::from_bytes(b"sqlite:\xff.db");
    let output = told(project.command(&["upgrade"]).env("DATABASE_URL", bytes));
    assert!(
        output
            .starts_with("exit 1\n-- stderr\nerror: DATABASE_URL of the environment is not UTF-8"),
        "{output}"
    );
    assert_eq!(files(&project), [".env"]);
}

#[test]
fn a_password_that_splits_the_url_is_not_shown_and_its_cure_is() {
    let project = Project::new();
    for url in ["mysql://me:hun#ter2@h/app", "postgres://me:hun/ter2@h/app"] {
        for args in [
            ["current", "--database-url", url].as_slice(),
            &["diff", "--to", "empty", "--from", url],
        ] {
            let output = told(&mut project.command(args));
            assert!(
                output.starts_with("exit 64")
                    && output.contains("%23")
                    && output.contains("://me:***@h/app"),
                "{output}"
            );
            assert!(!output.contains("hun") && !output.contains("ter2"), "{output}");
        }
    }
}
