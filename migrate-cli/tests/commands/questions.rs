//! What is asked in a terminal, and what comes of the answers.

use rexpect::session::{PtySession, spawn_command};

use crate::project::{Project, models, snapshot};

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
    session.send_line("y").unwrap();
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
    session.send_line("n").unwrap();
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
    session.exp_string("--rename column:group.name=title").unwrap();
    session.exp_eof().unwrap();
    assert_eq!(project.migrations().len(), 1);
}

fn up(project: &Project, index: usize) -> String {
    project.read(&format!("migrations/{}/up.sql", project.migrations()[index]))
}

/// The models with both tables under other names, and nothing that says so.
fn renamed_tables(project: &Project) -> String {
    let mut document: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(models("study")).unwrap()).unwrap();
    for table in document["schema"]["tables"].as_array_mut().unwrap() {
        let name = table["name"]["name"].as_str().unwrap().to_owned();
        if name == "study_case" {
            table["name"]["name"] = "trial".into();
        }
        if name == "group" {
            table["columns"].as_array_mut().unwrap().iter_mut().for_each(|column| {
                if column["name"] == "name" {
                    column["name"] = "title".into();
                }
            });
            for unique in table["uniques"].as_array_mut().unwrap() {
                for column in unique["columns"].as_array_mut().unwrap() {
                    column["name"] = "title".into();
                }
            }
        }
    }
    project.write("models.json", &document.to_string());
    "models.json".to_owned()
}

#[test]
fn an_enter_that_is_typed_ahead_does_not_answer_the_next_question() {
    let project = with_rows();
    let models = renamed_tables(&project);
    let mut session = asked(&project, &["generate", "-m", "names", "--schema", &models]);
    session.exp_string("Was column group.name renamed to title?").unwrap();
    session.send("y\r").unwrap();
    session.flush().unwrap();
    session.exp_string("Was table study_case renamed to trial?").unwrap();
    session.send_line("y").unwrap();
    session.exp_string("rename column group.name to title").unwrap();
    session.exp_eof().unwrap();
    let text = up(&project, 1);
    assert!(!text.contains("DROP"), "{text}");
}

#[test]
fn without_a_terminal_what_looks_renamed_is_an_error_that_names_both_answers() {
    let project = with_rows();
    let models = renamed_tables(&project);
    snapshot!("unanswered_rename", project.run(&["generate", "-m", "names", "--schema", &models]));
    assert_eq!(project.migrations().len(), 1);
    project.succeed(&[
        "generate",
        "-m",
        "names",
        "--schema",
        &models,
        "--rename",
        "column:group.name=title",
        "--drop",
        "table:study_case",
    ]);
    assert!(up(&project, 1).contains("DROP TABLE"));
}

#[test]
fn only_what_goes_can_be_said_to_go() {
    let project = with_rows();
    let models = models("study");
    for (name, flag) in [
        ("drop_form", "study_case"),
        ("drop_missing", "column:group.nam"),
        ("drop_kept", "table:group"),
    ] {
        let args = ["generate", "-m", "x", "--schema", &models, "--drop", flag];
        snapshot!(name, project.run(&args));
    }
}
