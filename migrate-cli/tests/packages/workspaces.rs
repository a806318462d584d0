//! Which package of a workspace has the models, and whether it has all of them.

use crate::project::{NEEDS, Project, RUNS, model};

/// A root package with nothing to do with models, whose program nobody wants to have started.
fn workspace(root: &str, members: &str) -> Project {
    let project = Project::new();
    let members = format!("[workspace]\nmembers = [{members}]\nresolver = \"3\"\n");
    project.manifest(".", root, &members).write("src/main.rs", RUNS);
    project
}

fn library(project: &Project, name: &str) {
    project.manifest(name, name, NEEDS).write(&format!("{name}/src/lib.rs"), model(name));
}

#[test]
fn the_one_member_with_models_is_found() {
    let project = workspace("root_of_one", "\"wares\"");
    library(&project, "wares");
    // Without Cargo.lock, as in a new workspace.
    std::fs::remove_file(project.path("Cargo.lock")).unwrap();
    let told = project.succeed(&["models"]);
    assert!(told.stdout.contains("wares"), "{}", told.stdout);
    assert!(
        told.stderr.contains("`wares`") && told.stderr.contains("`root_of_one`"),
        "{}",
        told.stderr
    );
    project.run(&["models", "-p", "root_of_one"]).refused(&["does not use model-core", "wares"]);
    assert!(!project.path("ran").exists());
}

#[test]
fn several_members_with_models_are_listed() {
    let project = workspace("root_of_two", "\"users\", \"orders\"");
    library(&project, "users");
    library(&project, "orders");
    project.run(&["generate", "-m", "x"]).refused(&["`root_of_two`", "orders, users", "-p"]);
    project
        .write("Cargo.toml", "[workspace]\nmembers = [\"users\", \"orders\"]\nresolver = \"3\"\n");
    project.run(&["models"]).refused(&["orders, users", "-p"]);
    project.run(&["models", "-p", "wrong"]).refused(&["no package `wrong`", "orders, users"]);
    assert!(!project.path("ran").exists());

    // A table of a package that is not read.
    project.succeed(&["generate", "-m", "x", "-p", "orders"]);
    project.succeed(&["upgrade"]);
    let told = project.succeed(&["generate", "-m", "y", "-p", "users", "--drop", "table:orders"]);
    assert!(
        told.stdout.contains("drops-table") && told.stdout.contains("package `orders` (-p orders)")
    );
}

#[test]
fn a_crate_that_is_not_linked_is_no_drop() {
    let project = workspace("root_of_app", "\"teams\", \"tasks\", \"app_of_both\"");
    library(&project, "teams");
    library(&project, "tasks");
    let both = "teams = { path = \"../teams\" }\ntasks = { path = \"../tasks\" }\n";
    project.manifest("app_of_both", "app_of_both", &format!("{NEEDS}{both}"));
    let main = "app_of_both/src/main.rs";
    project.write(main, "use teams as _;\nuse tasks as _;\nfn main() {}");
    assert_eq!(project.tables(&[]), ["tasks", "teams"]);
    project.succeed(&["generate", "-m", "both"]);
    project.succeed(&["upgrade"]);
    project.write(main, "use teams as _;\nfn main() {}");
    let words = ["binary `app_of_both`", "`tasks` (tasks::Tasks)", "`use tasks as _;`"];
    project.run(&["generate", "-m", "one"]).refused(&words);
    assert_eq!(std::fs::read_dir(project.path("migrations")).unwrap().count(), 2);
    // Neither is linked.
    project.write(main, "fn main() {}");
    let told = project.run_in("app_of_both", &["generate", "-m", "none"]);
    told.refused(&["`tasks` (tasks::Tasks)", "`teams` (teams::Teams)"]);
    // The library of the package itself.
    project.write("app_of_both/src/lib.rs", "use teams as _;\n".to_owned() + &model("own"));
    project.write(main, "use teams as _;\nuse tasks as _;\nfn main() {}");
    project.run(&["generate", "-m", "x", "--bin", "app_of_both"]).refused(&["app_of_both::Own"]);
    // The binary has all of them, where the library lacks one.
    project.write(main, "use app_of_both as _;\nuse tasks as _;\nfn main() {}");
    assert_eq!(project.tables(&[]), ["own", "tasks", "teams"]);
}
