//! What is shown of cargo's words.

use crate::project::{NEEDS, Project, model};

const WARNING: &str = "unused variable: `nothing`";

#[test]
fn warnings_come_once_and_never_when_quiet() {
    let project = Project::new();
    project.manifest(".", "warned", NEEDS);
    let warned =
        |number: u32| format!("pub fn a() {{ let nothing = {number}; }}\n{}", model("thing"));
    project.write("src/lib.rs", warned(1));
    let told = project.succeed(&["models"]);
    assert!(told.stderr.contains(WARNING), "{}", told.stderr);
    assert!(!told.stderr.contains('\u{1b}'), "{}", told.stderr);
    let told = project.succeed(&["models"]);
    assert!(!told.stderr.contains("warning"), "{}", told.stderr);
    project.write("src/lib.rs", warned(2));
    assert_eq!(project.succeed(&["models", "-q"]).stderr, "");
    project.write("src/lib.rs", warned(3));
    let told = project.succeed(&["models", "--color", "always"]);
    assert!(told.stderr.contains("\u{1b}["), "{}", told.stderr);
    project.write("src/lib.rs", "pub fn a() -> i32 { nothing }");
    for color in ["always", "never"] {
        let told = project.run(&["models", "-q", "--color", color]);
        told.refused(&["nothing", "does not build"]);
        assert!(told.stderr.contains("could not compile"), "{}", told.stderr);
        let colored = told.stderr.lines().filter(|line| line.contains('\u{1b}')).count();
        assert_eq!(colored > 3, color == "always", "{}", told.stderr);
    }
}

#[cfg(unix)]
#[test]
fn a_terminal_shows_cargos_own_progress() {
    let project = Project::new();
    project.manifest(".", "watched", NEEDS).write("src/lib.rs", model("thing"));
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_migrate"));
    command.arg("models").current_dir(project.path(".")).env("TERM", "xterm");
    command.envs(crate::project::settings());
    let mut session = rexpect::session::spawn_command(command, Some(600_000)).unwrap();
    session.exp_string("Compiling").unwrap();
    session.exp_string("watched").unwrap();
    session.exp_eof().unwrap();
}

#[test]
fn models_are_built_for_this_machine_whatever_else_is_built_for() {
    let project = Project::new();
    project.manifest(".", "crossed", NEEDS).write("src/lib.rs", model("thing"));
    project.write(".cargo/config.toml", "[build]\ntarget = \"no-such-machine\"\n");
    assert_eq!(project.tables(&[]), ["thing"]);
}
