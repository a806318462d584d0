//! Where models are in one package.

use crate::project::{NEEDS, Project, RUNS, model};

#[test]
fn models_in_the_binary_beside_a_library() {
    let project = Project::new();
    project.manifest(".", "beside", NEEDS).write("src/lib.rs", "pub fn helper() {}");
    project.write("src/main.rs", model("thing") + RUNS);
    assert_eq!(project.tables(&[]), ["thing"]);
    // The library uses model-core and has no model of its own.
    project.write("src/lib.rs", "pub use model_core::Model;");
    project.write("src/main.rs", "use beside as _;".to_owned() + &model("thing") + RUNS);
    assert_eq!(project.tables(&[]), ["thing"]);
    assert!(!project.path("ran").exists());
}

#[test]
fn a_renamed_dependency_and_a_static_library() {
    let project = Project::new();
    let needs = "[lib]\ncrate-type = [\"staticlib\"]\n[dependencies]\n\
                 orm = { package = \"model-core\", {core} }\n{diesel}\n";
    project.manifest(".", "renamed", needs);
    project.write("src/lib.rs", model("thing").replace("model_core", "orm"));
    assert_eq!(project.tables(&[]), ["thing"]);
}

#[test]
fn a_name_from_the_workspace_and_one_that_is_said() {
    let project = Project::new();
    let workspace = "[workspace]\nmembers = [\"facade\", \"user\"]\nresolver = \"3\"\n\
                     [workspace.dependencies]\norm = { package = \"model-core\", {core} }\n";
    project.manifest("x", "x", workspace);
    let text = std::fs::read_to_string(project.path("x/Cargo.toml")).unwrap();
    project.write(
        "Cargo.toml",
        text.split_once("[workspace]").unwrap().1.replacen("\n", "[workspace]\n", 1),
    );
    project.manifest("facade", "facade", "[dependencies]\norm.workspace = true\n{diesel}\n");
    project.write(
        "facade/src/lib.rs",
        "pub use orm;\n".to_owned() + &model("own").replace("model_core", "orm"),
    );
    project.manifest(
        "user",
        "user",
        "[dependencies]\nfacade = { path = \"../facade\" }\n{diesel}\n",
    );
    let said = model("said").replace("use model_core", "use facade::orm");
    let said = said.replace("table = ", "crate = facade::orm, table = ");
    project.write("user/src/lib.rs", said);
    // One needs the other, so that it has all the models.
    assert_eq!(project.tables(&[]), ["own", "said"]);
}

#[test]
fn a_package_without_diesel_is_told_the_line_to_add() {
    let project = Project::new();
    project.manifest(".", "lonely", "[dependencies]\nmodel-core = { {core} }\n");
    project.write("src/lib.rs", model("thing"));
    let told = project.run(&["models"]);
    told.refused(&[
        "error: a model needs Diesel: add `diesel = { version = \"2.3\" }` to [dependencies]",
    ]);
    assert_eq!(told.stderr.matches("error: a").count(), 1, "{}", told.stderr);
    assert!(!told.stderr.contains("error[E"), "{}", told.stderr);
}

#[test]
fn a_program_that_does_not_answer_is_not_started() {
    let project = Project::new();
    let profile = "[profile.dev.package.model-core]\ndebug-assertions = false\n";
    project.manifest(".", "unasked", &format!("{NEEDS}{profile}"));
    project.write("src/main.rs", model("thing") + RUNS);
    project.run(&["models"]).refused(&["binary `unasked`", "debug assertions", "--schema FILE"]);
    // It says nothing of model-core that is linked.
    project.write("src/main.rs", RUNS);
    project.run(&["models"]).refused(&["binary `unasked`", "links no model"]);
    project.manifest(".", "unasked", "");
    project
        .run(&["models"])
        .refused(&["`unasked` does not use model-core", "cargo add model-core"]);
    assert!(!project.path("ran").exists());
}

#[test]
fn several_binaries() {
    let project = Project::new();
    project.manifest(".", "several", NEEDS);
    project.write("src/bin/one.rs", model("one") + RUNS);
    project.write("src/bin/two.rs", model("two") + RUNS);
    project.write("src/bin/tool.rs", RUNS);
    let told = project.run(&["models"]);
    told.refused(&[
        "binary `one` of `several` has one",
        "binary `two` of `several` has two",
        "--bin",
    ]);
    assert_eq!(project.tables(&["--bin", "two"]), ["two"]);
    project.run(&["models", "--bin", "tool"]).refused(&["binary `tool`", "links no model"]);
    project.run(&["models", "--bin", "none"]).refused(&["no binary `none`", "one, tool, two"]);
    project.write("src/bin/two.rs", RUNS);
    assert_eq!(project.tables(&[]), ["one"]);
    assert!(!project.path("ran").exists());
}

#[test]
fn a_binary_that_needs_a_feature() {
    let project = Project::new();
    let needs =
        "[features]\nadmin = []\n[[bin]]\nname = \"admin\"\nrequired-features = [\"admin\"]\n";
    project.manifest(".", "guarded", &format!("{NEEDS}{needs}"));
    project.write("src/bin/admin.rs", model("thing") + RUNS).write("src/bin/tool.rs", RUNS);
    project.run(&["models"]).refused(&["binary `admin`", "only built with --features admin"]);
    assert_eq!(project.tables(&["--features", "admin"]), ["thing"]);
    assert!(!project.path("ran").exists());
}
