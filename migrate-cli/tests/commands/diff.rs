use crate::project::{Project, models, snapshot};

#[test]
fn from_any_source_to_any_other() {
    let project = Project::new();
    let (study, group) = (models("study"), models("group_only"));
    snapshot!("diff_empty_to_models", project.run(&["diff", "--from", "empty", "--to", &study]));
    snapshot!(
        "diff_down",
        project.run(&["diff", "--from", &study, "--to", &group, "--down", "--exit-code"])
    );
    snapshot!("diff_same", project.run(&["diff", "--from", &study, "--to", &study, "--exit-code"]));
    project.succeed(&["generate", "-m", "x", "--schema", &study]);
    project
        .command(&["diff", "--from", "migrations", "--to", &study, "--exit-code"])
        .assert()
        .code(0);
    let there = ["diff", "--from", "database", "--to", "migrations", "--exit-code"];
    project.command(&there).assert().code(1);
    project.succeed(&["stamp", "base"]);
    project.command(&there).assert().code(2);
    project.succeed(&["upgrade"]);
    let same = ["diff", "--from", "database", "--to", "models", "--schema", &study, "--exit-code"];
    project.command(&same).assert().code(0);
    let same = ["diff", "--to", "database", "--from", "models", "--schema", &study, "--exit-code"];
    project.command(&same).assert().code(0);
}

#[test]
fn output_is_written_whole_or_not_at_all() {
    let project = Project::new();
    let study = models("study");
    let to = |folder: &str| {
        project.command(&[
            "diff",
            "--from",
            "empty",
            "--to",
            &study,
            "--output",
            folder,
            "--exit-code",
        ])
    };
    to("out").assert().code(2);
    for file in ["up.sql", "down.sql", "metadata.toml"] {
        assert!(project.path("out").join(file).is_file(), "{file}");
    }
    to("out").assert().code(1);
    std::fs::create_dir(project.path("there")).unwrap();
    to("there").assert().code(2);
    assert!(project.path("there/up.sql").is_file());
}

#[test]
fn a_script_gets_one_document() {
    let project = Project::new();
    let args = ["diff", "--from", "empty", "--to", &models("group_only"), "--format", "json"];
    snapshot!("diff_json", project.succeed(&args));
}

#[test]
fn without_a_database_the_kind_has_to_be_known() {
    let project = Project::new();
    let mut command = project.command(&["diff", "--from", "empty", "--to", &models("study")]);
    let text = crate::project::told(command.env_remove("DATABASE_URL"));
    snapshot!("diff_no_kind", text);
}
