//! What is asked in a terminal, and what comes of the answers.

use rexpect::session::{PtySession, spawn_command};

use crate::project::{Project, models};

/// Half a minute is more than any of it takes.
const PATIENCE: Option<u64> = Some(30_000);

fn asked(project: &Project, args: &[&str]) -> PtySession {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_migrate"));
    command
        .current_dir(project.path("."))
        .env("DATABASE_URL", "sqlite:app.db")
        .env("NO_COLOR", "1")
        .env("COLUMNS", "200")
        .args(args);
    spawn_command(command, PATIENCE).unwrap()
}

fn with_rows() -> Project {
    let project = Project::new();
    project.succeed(&["generate", "-m", "first", "--schema", &models("study")]);
    project.succeed(&["upgrade"]);
    project.execute("INSERT INTO \"group\" (id, name) VALUES (1, 'kept')");
    project
}

/// The models with `group.name` under another name, and nothing that says so.
fn unsaid(project: &Project) -> String {
    let told = std::fs::read_to_string(models("study_renamed")).unwrap();
    let mut document: serde_json::Value = serde_json::from_str(&told).unwrap();
    for table in document["schema"]["tables"].as_array_mut().unwrap() {
        for column in table["columns"].as_array_mut().unwrap() {
            column.as_object_mut().unwrap().remove("renamed_from");
        }
    }
    project.write("models.json", &document.to_string());
    "models.json".to_owned()
}

#[test]
fn a_column_that_looks_renamed_is_asked_for_and_keeps_its_values() {
    let project = with_rows();
    let models = unsaid(&project);
    let mut session = asked(&project, &["generate", "-m", "title", "--schema", &models]);
    session.exp_string("Was column group.name renamed to title?").unwrap();
    session.send("y").unwrap();
    session.flush().unwrap();
    session.exp_string("rename column group.name to title").unwrap();
    session.exp_eof().unwrap();
    project.succeed(&["upgrade"]);
    assert_eq!(project.number("SELECT count(*) AS n FROM \"group\" WHERE title = 'kept'"), 1);
}

#[test]
fn a_rename_that_is_denied_is_a_drop_and_an_add_whose_value_is_asked_for() {
    let project = with_rows();
    let models = unsaid(&project);
    let mut session = asked(&project, &["generate", "-m", "title", "--schema", &models]);
    session.exp_string("Was column group.name renamed to title?").unwrap();
    session.send("n").unwrap();
    session.flush().unwrap();
    session.exp_string("title").unwrap();
    session.send_line("'new'").unwrap();
    session.exp_string("drop column group.name").unwrap();
    session.exp_eof().unwrap();
    project.succeed(&["upgrade"]);
    assert_eq!(project.number("SELECT count(*) AS n FROM \"group\" WHERE title = 'new'"), 1);
}

#[test]
fn nothing_is_asked_where_it_is_not_wanted() {
    let project = with_rows();
    let models = unsaid(&project);
    let mut session =
        asked(&project, &["generate", "-m", "title", "--schema", &models, "--no-input"]);
    session.exp_string("--fill").unwrap();
    session.exp_eof().unwrap();
    assert_eq!(project.migrations().len(), 1);
}
