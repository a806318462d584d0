use crate::project::{Project, models, snapshot};

#[test]
fn from_nothing_to_head_and_back() {
    let project = Project::new();
    let study = models("study");
    snapshot!("journey_init", project.run(&["init"]));
    snapshot!("journey_init_again", project.run(&["init"]));
    snapshot!(
        "journey_generate",
        project.run(&["generate", "-m", "Add study cases", "--schema", &study])
    );
    let [name] = &project.migrations()[..] else { panic!("one migration") };
    snapshot!("journey_up_sql", project.read(&format!("migrations/{name}/up.sql")));
    snapshot!("journey_down_sql", project.read(&format!("migrations/{name}/down.sql")));
    snapshot!("journey_history_toml", project.read("migrations/history.toml"));
    assert!(!project.path("app.db").exists(), "looking at a database does not make it");
    snapshot!("journey_current_before", project.run(&["current"]));
    snapshot!("journey_upgrade", project.run(&["upgrade"]));
    snapshot!("journey_upgrade_again", project.run(&["upgrade"]));
    snapshot!("journey_current", project.run(&["current"]));
    snapshot!("journey_history", project.run(&["history"]));
    snapshot!("journey_heads", project.run(&["heads"]));
    snapshot!("journey_check", project.run(&["check", "--schema", &study]));
    snapshot!(
        "journey_generate_again",
        project.run(&["migrate", "-m", "again", "--schema", &study])
    );
    assert_eq!(project.migrations().len(), 1, "no changes write nothing");
    snapshot!("journey_downgrade", project.run(&["downgrade"]));
    assert_eq!(project.number("SELECT count(*) AS n FROM sqlite_master WHERE name = 'group'"), 0);
}

#[test]
fn a_change_keeps_rows_and_tells_its_dangers() {
    let project = Project::new();
    let (study, changed) = (models("study"), models("study_changed"));
    project.succeed(&["generate", "-m", "first", "--schema", &study]);
    project.succeed(&["upgrade"]);
    project.execute(
        "INSERT INTO \"group\" (id, name) VALUES (1, 'a'), (2, 'b');
         INSERT INTO study_case (id, name, group_id, note, created_at)
         VALUES (1, 'x', 1, 'n', '2026-01-01'), (2, 'y', 1, NULL, '2026-01-01')",
    );
    snapshot!("change_check", project.run(&["check", "--schema", &changed]));
    snapshot!("change_refused", project.run(&["generate", "-m", "second", "--schema", &changed]));
    assert_eq!(project.migrations().len(), 1);
    let fill = ["generate", "-m", "second", "--schema", &changed, "--fill", "group.rank=7"];
    snapshot!("change_dry_run", project.run(&[&fill[..], &["--dry-run"]].concat()));
    assert_eq!(project.migrations().len(), 1);
    snapshot!("change_generate", project.run(&fill));
    project.succeed(&["upgrade"]);
    assert_eq!(project.number("SELECT sum(rank) AS n FROM \"group\""), 14);
    assert_eq!(project.number("SELECT count(*) AS n FROM study_case"), 2);
    project.succeed(&["check", "--schema", &changed]);
    project.succeed(&["downgrade"]);
    assert_eq!(project.number("SELECT count(*) AS n FROM study_case"), 2);
    project.succeed(&["generate", "-m", "none", "--against", "migrations", "--schema", &changed]);
}

#[test]
fn a_rename_is_told_once_and_then_removable() {
    let project = Project::new();
    project.succeed(&["generate", "-m", "first", "--schema", &models("study")]);
    project.succeed(&["upgrade"]);
    project.execute("INSERT INTO \"group\" (id, name) VALUES (1, 'kept')");
    let renamed = models("study_renamed");
    snapshot!("rename_generate", project.run(&["generate", "-m", "title", "--schema", &renamed]));
    project.succeed(&["upgrade"]);
    assert_eq!(project.number("SELECT count(*) AS n FROM \"group\" WHERE title = 'kept'"), 1);
    snapshot!("rename_done", project.run(&["generate", "-m", "title", "--schema", &renamed]));
}

#[test]
fn scripts_get_one_document() {
    let project = Project::new();
    let study = models("study");
    let commands: [(&str, &[&str]); 9] = [
        ("init", &["init"]),
        ("generate", &["generate", "-m", "first", "--schema", &study]),
        ("upgrade", &["upgrade"]),
        ("current", &["current"]),
        ("history", &["history"]),
        ("heads", &["heads"]),
        ("check", &["check", "--schema", &study]),
        ("unchanged", &["generate", "-m", "x", "--schema", &study]),
        ("downgrade", &["downgrade", "base"]),
    ];
    for (name, args) in commands {
        let text = project.succeed(&[args, &["--format", "json"]].concat());
        serde_json::from_str::<serde_json::Value>(&text).unwrap();
        snapshot!(format!("json_{name}"), text);
    }
}

#[test]
fn models_are_printed_and_read_back() {
    let project = Project::new();
    let printed = project.succeed(&["models", "--schema", &models("study")]);
    project.write("again.json", &printed);
    assert_eq!(project.succeed(&["models", "--schema", "again.json"]), printed);
}

#[test]
fn an_empty_revision_is_filled_by_hand() {
    let project = Project::new();
    snapshot!("revision", project.run(&["revision", "-m", "Größen: umrechnen!"]));
    let [name] = &project.migrations()[..] else { panic!("one migration") };
    assert!(name.ends_with("_größen_umrechnen"), "{name}");
    snapshot!("revision_up_sql", project.read(&format!("migrations/{name}/up.sql")));
    project.succeed(&["upgrade"]);
    project.succeed(&["downgrade"]);
}

#[test]
fn what_was_written_is_verified_and_its_dangers_told() {
    let project = Project::new();
    let (study, group) = (models("study"), models("group_only"));
    project.succeed(&["generate", "-m", "first", "--schema", &study]);
    project.succeed(&["upgrade"]);
    project.succeed(&["generate", "-m", "second", "--schema", &group]);
    snapshot!("verify", project.run(&["verify", "--schema", &group]));
    snapshot!("verify_other_models", project.run(&["verify", "--schema", &study]));
    snapshot!("lint", project.run(&["lint"]));
    snapshot!("lint_allowed", project.run(&["lint", "--allow", "drops-table", "head"]));
    let nothing = Project::new();
    snapshot!("lint_no_migrations", nothing.run(&["lint"]));
    nothing.succeed(&["generate", "-m", "first", "--schema", &study]);
    nothing.succeed(&["upgrade"]);
    snapshot!("lint_nothing_pending", nothing.run(&["lint"]));
    snapshot!("lint_unknown", project.run(&["lint", "--deny", "drop-table"]));
    let name = project.migrations().remove(1);
    let down = project.read(&format!("migrations/{name}/down.sql"));
    project.write(&format!("migrations/{name}/down.sql"), "SELECT 1;");
    snapshot!("verify_no_way_back", project.run(&["verify", "--schema", &group]));
    // What is before a revision is taken as it is.
    project.write(&format!("migrations/{name}/down.sql"), &down);
    let first = project.migrations().remove(0);
    project.write(&format!("migrations/{first}/down.sql"), "SELECT 1;");
    project.command(&["verify", "--schema", &group]).assert().code(1);
    let version = name.split('_').next().unwrap();
    project.succeed(&["verify", "--from", version, "--schema", &group]);
}

#[test]
fn rows_follow_a_value_that_is_called_something_else() {
    let project = Project::new();
    project.succeed(&["generate", "-m", "first", "--schema", &models("post")]);
    project.succeed(&["upgrade"]);
    project.execute("INSERT INTO post (id, status) VALUES (1, 'draft'), (2, 'published')");
    let renamed = models("post_renamed");
    snapshot!("values_generate", project.run(&["generate", "-m", "sketch", "--schema", &renamed]));
    project.succeed(&["upgrade"]);
    let sketches = "SELECT count(*) AS n FROM post WHERE id = 1 AND status = 'sketch'";
    assert_eq!(project.number(sketches), 1);
    snapshot!("values_done", project.run(&["generate", "-m", "sketch", "--schema", &renamed]));
    project.succeed(&["downgrade"]);
    let drafts = "SELECT count(*) AS n FROM post WHERE id = 1 AND status = 'draft'";
    assert_eq!(project.number(drafts), 1);
}
