use diesel::connection::SimpleConnection;
use diesel::prelude::*;

use crate::project::{Project, models, snapshot};

const FORMATS: [&str; 4] = ["mermaid", "dot", "svg", "json"];

/// Names that Mermaid, Graphviz and XML would take for something of their own.
const ODD: &str = "CREATE TABLE \"a <b> \"\"&\"\" %\\ é\" (id INTEGER PRIMARY KEY, \"x;<y>\" TEXT, \"1 `}\" TEXT UNIQUE);
    CREATE TABLE child (id INTEGER PRIMARY KEY, up INTEGER REFERENCES child (id) ON UPDATE CASCADE,
        odd TEXT NOT NULL REFERENCES \"a <b> \"\"&\"\" %\\ é\" (\"1 `}\") ON DELETE RESTRICT);
    CREATE VIEW \"<seen>\" AS SELECT id FROM child;";

#[test]
fn the_models_in_every_format() {
    let project = Project::new();
    let study = models("study");
    for format in FORMATS {
        let args = ["diagram", "--schema", &study, "--format", format];
        let first = project.succeed(&args);
        assert_eq!(project.succeed(&args), first);
        snapshot!(format!("diagram_{format}"), first);
    }
    // Without a format it is what Markdown shows.
    let plain = project.succeed(&["diagram", "--schema", &study]);
    assert_eq!(plain, project.succeed(&["diagram", "--schema", &study, "--format", "mermaid"]));
}

#[test]
fn a_database_with_odd_names() {
    let project = Project::new();
    project.execute(ODD);
    for format in ["mermaid", "dot", "svg"] {
        let told = project.succeed(&["diagram", "--from", "database", "--format", format]);
        snapshot!(format!("diagram_odd_{format}"), told);
    }
}

#[test]
fn what_differs_is_colored() {
    let project = Project::new();
    project.execute(
        "CREATE TABLE team (id INTEGER PRIMARY KEY, name VARCHAR(80) NOT NULL, old TEXT);
         CREATE TABLE task (id INTEGER PRIMARY KEY, team_id INTEGER NOT NULL REFERENCES team (id));
         CREATE TABLE gone (id INTEGER PRIMARY KEY, task_id INTEGER REFERENCES task (id));
         CREATE VIEW gone_view AS SELECT id FROM team;",
    );
    let other = project.path("other.db").display().to_string();
    let mut other = SqliteConnection::establish(&other).unwrap();
    other
        .batch_execute(
            "CREATE TABLE crew (id INTEGER PRIMARY KEY, name VARCHAR(120) NOT NULL);
         CREATE TABLE task (id INTEGER PRIMARY KEY, note TEXT,
             team_id INTEGER NOT NULL REFERENCES crew (id) ON DELETE CASCADE);
         CREATE TABLE made (id INTEGER PRIMARY KEY, task_id INTEGER UNIQUE REFERENCES task (id));
         CREATE VIEW made_view AS SELECT id FROM made;",
        )
        .unwrap();
    let ends = ["diagram", "--from", "database", "--to", "sqlite:other.db"];
    for format in FORMATS {
        let args = [&ends[..], &["--rename", "table:team=crew", "--format", format]].concat();
        snapshot!(format!("diagram_difference_{format}"), project.succeed(&args));
    }
    // The same on both sides: a picture without colors.
    let same = ["diagram", "--from", "database", "--to", "database", "--format", "svg"];
    let told = project.succeed(&same);
    assert!(told.contains("gone_view") && !told.contains("class=\"added"), "{told}");
}

#[test]
fn it_goes_into_a_file_and_belongs_to_no_other_command() {
    let project = Project::new();
    let study = models("study");
    let args = ["diagram", "--schema", &study, "--format", "svg", "--output", "docs/models.svg"];
    assert_eq!(project.succeed(&args), "");
    assert!(project.read("docs/models.svg").ends_with("</svg>\n"));
    project.command(&["check", "--format", "svg"]).assert().code(64);
    project.command(&["diagram", "--format", "png"]).assert().code(64);
    project.command(&["diagram", "--from", "nothing.json"]).assert().code(1);
    project.command(&["diagram", "--rename", "table:a=b"]).assert().code(64);
}
