use crate::project::{Project, snapshot, told};

#[test]
fn flag_environment_dotenv_and_file_in_that_order() {
    let project = Project::new();
    project.write("migrate.toml", "[database]\nurl = \"sqlite:from_config.db\"\n");
    let at = |args: &[&str], variable: Option<&str>| {
        let mut command = project.command(&[&["stamp", "base"], args].concat());
        match variable {
            Some(value) => command.env("DATABASE_URL", value),
            None => command.env_remove("DATABASE_URL"),
        };
        command.assert().success();
    };
    let made = |name: &str| project.path(name).exists();
    at(&[], None);
    assert!(made("from_config.db"));
    project.write(".env", "# a comment\nDATABASE_URL=sqlite:from_dotenv.db\n");
    at(&[], None);
    assert!(made("from_dotenv.db"));
    at(&[], Some("sqlite:from_environment.db"));
    assert!(made("from_environment.db"));
    at(&["--database-url", "from_flag.db"], Some("sqlite:other.db"));
    assert!(made("from_flag.db") && !made("other.db"));
}

#[test]
fn the_file_is_found_from_a_folder_below() {
    let project = Project::new();
    project.write("migrate.toml", "[generate]\ndirectory = \"db/steps\"\n");
    project.write("db/steps/1_a/up.sql", "SELECT 1;");
    project.write("src/deep/x.rs", "");
    let mut command = project.command(&["history"]);
    let output = told(command.current_dir(project.path("src/deep")));
    assert!(output.contains("1_a"), "{output}");
}

#[test]
fn a_mistake_in_the_file_is_shown() {
    let project = Project::new();
    project.write("migrate.toml", "[generate]\nignored = [\"x\"]\n");
    snapshot!("configuration_unknown_key", project.run(&["current"]));
}

#[test]
fn init_writes_down_the_folder() {
    let project = Project::new();
    project.succeed(&["init", "-d", "db/steps"]);
    assert!(project.path("db/steps/history.toml").exists());
    assert!(project.read("migrate.toml").contains("\ndirectory = \"db/steps\"\n"));
    project.succeed(&["revision", "-m", "first"]);
    assert!(project.succeed(&["heads"]).contains("_first"));
}

#[test]
fn tables_to_be_ignored_are_left_alone() {
    let project = Project::new();
    project.write("migrate.toml", "[generate]\nignore = [\"spatial_*\"]\n");
    project.execute("CREATE TABLE spatial_ref (id INTEGER PRIMARY KEY)");
    let models = crate::project::models("study");
    let text = project.succeed(&["generate", "-m", "x", "--schema", &models]);
    assert!(!text.contains("spatial"), "{text}");
}
