use crate::project::{Project, models, snapshot, told};

#[test]
fn nothing_is_written_without_models() {
    let project = Project::new();
    snapshot!("refused_empty", project.run(&["generate", "-m", "x", "--schema", &models("empty")]));
    assert!(project.migrations().is_empty());
    project.write("old.json", r#"{"format": 99, "schema": {}}"#);
    snapshot!("refused_format", project.run(&["generate", "-m", "x", "--schema", "old.json"]));
    snapshot!("refused_missing", project.run(&["generate", "-m", "x", "--schema", "none.json"]));
    snapshot!("refused_no_package", project.run(&["models"]));
}

#[test]
fn nothing_is_written_while_migrations_are_pending() {
    let project = Project::new();
    let study = models("study");
    project.succeed(&["generate", "-m", "first", "--schema", &study]);
    snapshot!(
        "refused_pending",
        project.run(&["generate", "-m", "second", "--schema", &models("group_only")])
    );
    assert_eq!(project.migrations().len(), 1);
    snapshot!(
        "pending_against_migrations",
        project.run(&[
            "generate",
            "-m",
            "second",
            "--against",
            "migrations",
            "--schema",
            &models("group_only"),
        ])
    );
    assert_eq!(project.migrations().len(), 2);
}

#[test]
fn models_that_contradict_one_another_stop_everything() {
    let project = Project::new();
    let text = std::fs::read_to_string(models("study")).unwrap();
    project.write("twice.json", &text.replace("\"study_case\"", "\"group\""));
    snapshot!("refused_twice", project.run(&["generate", "-m", "x", "--schema", "twice.json"]));
    assert!(project.migrations().is_empty());
}

#[test]
fn flags_that_fit_nothing_are_told() {
    let project = Project::new();
    let study = models("study");
    let run = |more: &[&str]| {
        project.run(&[&["generate", "-m", "x", "--schema", study.as_str()], more].concat())
    };
    snapshot!("refused_rename", run(&["--rename", "table:old=group"]));
    snapshot!("refused_rename_form", run(&["--rename", "old=new"]));
    snapshot!("refused_fill", run(&["--fill", "group.nothing=1"]));
    snapshot!("refused_fill_form", run(&["--fill", "group.name"]));
    snapshot!("refused_message", project.run(&["generate", "-m", "!", "--schema", &study]));
    assert!(project.migrations().is_empty());
}

#[test]
fn a_database_that_is_not_there_is_told_without_its_password() {
    let project = Project::new();
    let mut command = project.command(&["current"]);
    snapshot!("refused_no_url", told(command.env_remove("DATABASE_URL")));
    snapshot!("refused_no_folder", project.run(&["upgrade", "--database-url", "no/where/app.db"]));
    let text = project.run(&["current", "--database-url", "postgres://me:secret@127.0.0.1:1/app"]);
    assert!(!text.contains("secret"), "{text}");
}

#[test]
fn names_that_the_database_would_cut_are_refused() {
    let project = Project::new();
    let model = |table: &str, column: &str, index: &str, value: &str, schema: &str| {
        serde_json::json!({ "format": 1, "schema": {
            "namespaces": [schema],
            "enums": [{ "name": { "name": "mood" }, "values": [{ "name": value }] }],
            "tables": [{
                "name": { "schema": schema, "name": table },
                "columns": [{ "name": column, "type": { "logical": "integer" } }],
                "primary_key": { "name": format!("pk_{table}"), "columns": [{ "name": column }] },
                "indexes": [{ "name": index, "columns": [{ "target": { "column": column } }] }],
            }],
        }})
        .to_string()
    };
    let diff = |database: &str| {
        let to = ["diff", "--from", "empty", "--to", "long.json", "--output", "out"];
        project.run(&[&to[..], &["--database-url", database]].concat())
    };
    let (long, index) = ("é".repeat(32), "ü".repeat(32));
    project.write("long.json", &model(&long, &long, &index, &long, &long));
    let told = diff("postgres://host/db");
    assert!(told.starts_with("exit 1") && !project.path("out").exists(), "{told}");
    for what in ["schema", "table", "column", "index", "primary key", "value of enum mood"] {
        assert!(told.contains(&format!("\n  {what} ")), "{what}: {told}");
    }
    assert!(told.contains("has 64 bytes, and 63 are kept"), "{told}");
    // In characters there is room, and for the key of three letters more, too.
    project.write("long.json", &model(&long, &long, &index, &long, "s"));
    assert!(diff("mysql://host/db").starts_with("exit 0"));
    let long = "t".repeat(65);
    std::fs::remove_dir_all(project.path("out")).unwrap();
    project.write("long.json", &model("t", &long, "i", "v", "s"));
    let told = diff("mysql://host/db");
    assert!(
        told.contains("has 65 characters, and 64 are kept") && told.contains("of table s.t"),
        "{told}"
    );
    assert!(!project.path("out").exists());
    // SQLite keeps any name.
    let text =
        model(&long, &long, &"i".repeat(65), "v", "main").replace(",\"schema\":\"main\"", "");
    project.write("long.json", &text.replace("\"namespaces\":[\"main\"],", ""));
    let told = project.run(&["generate", "-m", "x", "--schema", "long.json"]);
    assert!(told.starts_with("exit 0"), "{told}");
}

#[test]
fn two_folders_of_one_version_and_a_folder_without_sql() {
    let project = Project::new();
    project.migration("1_a", "SELECT 1;", "SELECT 1;");
    project.migration("1_b", "SELECT 1;", "SELECT 1;");
    snapshot!("refused_same_version", project.run(&["current"]));
    let project = Project::new();
    project.write("migrations/notes/readme.md", "x");
    snapshot!("refused_no_up_sql", project.run(&["current"]));
}

/// Puts a value into a table of a schema file.
type Edit = fn(&mut serde_json::Value, serde_json::Value);

/// What stands in a file of models and would run as a statement of its own.
#[test]
fn no_text_of_a_schema_leaves_its_place() {
    let project = Project::new();
    let plain: serde_json::Value =
        serde_json::from_str(&std::fs::read_to_string(models("study")).unwrap()).unwrap();
    let hostile = "x; DROP TABLE canary; --";
    let edits: [(&str, Edit); 6] = [
        ("/columns/0/type/native", |t, v| {
            t["columns"][0]["type"] = serde_json::json!({"native": v})
        }),
        ("/checks/0/expression", |t, v| t["checks"][0]["expression"] = v),
        ("/options/engine", |t, v| t["options"] = serde_json::json!({"engine": v})),
        ("/columns/1/collation", |t, v| t["columns"][1]["collation"] = v),
        ("/indexes/0/predicate", |t, v| t["indexes"][0]["predicate"] = v),
        ("/indexes/0/columns/0/operator_class", |t, v| {
            t["indexes"][0]["columns"][0]["operator_class"] = v;
        }),
    ];
    for (place, edit) in edits {
        let mut document = plain.clone();
        edit(&mut document["schema"]["tables"][1], hostile.into());
        project.write("hostile.json", &document.to_string());
        for url in ["sqlite:a.db", "postgres://a@127.0.0.1:1/a", "mysql://a@127.0.0.1:1/a"] {
            let told = project.run(&[
                "diff",
                "--from",
                "empty",
                "--to",
                "hostile.json",
                "--database-url",
                url,
            ]);
            assert!(told.starts_with("exit 1") && told.contains(hostile), "{place} {url}: {told}");
            assert!(!told.contains("CREATE TABLE"), "{place} {url}: {told}");
        }
    }
}
