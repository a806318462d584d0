//! What a package's features do to its models.

use crate::project::{NEEDS, Project, model};

#[test]
fn a_table_behind_a_feature_that_is_off_is_a_danger_that_names_it() {
    let project = Project::new();
    let features = "billing = { path = \"billing\", optional = true }\n\
                    [features]\nextra = []\nbills = [\"dep:billing\"]\n";
    project.manifest(
        ".",
        "gated",
        &format!("{NEEDS}{features}[workspace]\nmembers = [\"billing\"]\n"),
    );
    project.manifest("billing", "billing", NEEDS).write("billing/src/lib.rs", model("bill"));
    let gated = "#[cfg(feature = \"bills\")] use billing as _;\n#[cfg(feature = \"extra\")] pub mod extra;\n";
    project.write("src/lib.rs", gated.to_owned() + &model("always"));
    project.write("src/extra.rs", model("extra"));
    project.write("migrate.toml", "[generate]\nall_features = true\n");
    assert_eq!(project.tables(&[]), ["always", "bill", "extra"]);
    assert_eq!(project.tables(&["--features", "extra"]), ["always", "extra"]);
    project.succeed(&["generate", "-m", "all"]);
    project.succeed(&["upgrade"]);
    std::fs::remove_file(project.path("migrate.toml")).unwrap();
    let told = project.succeed(&["generate", "-m", "without", "--dry-run"]);
    let (bills, extra) =
        ("feature `bills` of `gated`, which would bring models", "`extra` of `gated`");
    let danger = told.stdout.lines().find(|line| line.contains("drops-table: table bill"));
    assert!(danger.is_some_and(|line| line.contains(bills)), "{}", told.stdout);
    let danger = told.stdout.lines().find(|line| line.contains("drops-table: table extra"));
    assert!(danger.is_some_and(|line| line.contains(extra)), "{}", told.stdout);
    let told = project.run(&["check"]);
    assert_eq!(told.code, 2, "{}", told.stderr);
    assert!(told.stdout.contains(bills), "{}", told.stdout);
}

#[test]
fn models_of_another_database_are_refused() {
    let project = Project::new();
    let features = "[features]\ndefault = [\"mine\"]\nmine = [\"model-core/mysql\"]\n\
                    small = [\"model-core/sqlite\"]\n";
    project.manifest(".", "foreign", &format!("{NEEDS}{features}"));
    project.write("src/lib.rs", model("thing"));
    let words = ["built for mysql", "SQLite", "`--features small`"];
    project.run(&["generate", "-m", "x"]).refused(&words);
    project.run(&["check"]).refused(&words);
    assert!(!project.path("migrations").exists());
    // The document says it, too.
    let document = project.models(&[]);
    assert_eq!((&document["format"], &document["backends"][0]), (&3.into(), &"mysql".into()));
    project.write("models.json", document.to_string());
    let words = ["built for mysql", "turn the feature `sqlite`"];
    project.run(&["generate", "-m", "x", "--schema", "models.json"]).refused(&words);
    let diff = ["diff", "--from", "empty", "--to", "models.json", "--database-url", "mysql://x/y"];
    project.succeed(&diff);
    project.succeed(&["generate", "-m", "x", "--no-default-features"]);
}
