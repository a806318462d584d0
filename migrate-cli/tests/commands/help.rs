use crate::project::{Project, snapshot};

#[test]
fn every_help_is_as_it_was() {
    let project = Project::new();
    snapshot!("help", project.run(&["--help"]));
    for command in [
        "init",
        "generate",
        "revision",
        "upgrade",
        "downgrade",
        "current",
        "heads",
        "history",
        "show",
        "stamp",
        "check",
        "diff",
        "models",
        "completions",
        "lint",
        "verify",
    ] {
        snapshot!(format!("help_{command}"), project.run(&[command, "--help"]));
    }
}

#[test]
fn a_usage_error_is_64() {
    let project = Project::new();
    for args in [
        &["unknown"][..],
        &["upgrade", "--unknown"],
        &["generate"],
        &["upgrade", "+x"],
        &["current", "--database-url", "oracle://x"],
        &["current", "-q", "-v"],
        &[],
    ] {
        project.command(args).assert().code(64);
    }
    project.command(&["--version"]).assert().code(0);
}

#[test]
fn completions_are_printed_for_every_shell() {
    let project = Project::new();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        assert!(project.succeed(&["completions", shell]).contains("upgrade"), "{shell}");
    }
}
