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
        "diagram",
        "diff",
        "models",
        "pull",
        "completions",
        "man",
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
        let script = project.succeed(&["completions", shell]);
        assert!(script.contains("upgrade"), "{shell}");
        assert!(!script.contains("registry"), "{shell} offers a command that nobody calls");
    }
}

#[test]
fn a_manual_page_is_printed_and_one_a_command_written() {
    let project = Project::new();
    let page = project.succeed(&["man"]);
    assert!(page.contains(".TH migrate 1") && page.contains("migrate\\-upgrade(1)"), "{page}");
    project.succeed(&["man", "--output", "pages"]);
    assert!(project.read("pages/migrate.1").contains(".TH migrate 1"));
    assert!(project.read("pages/migrate-upgrade.1").contains("lock\\-timeout"));
    project.command(&["man", "--output", "pages/migrate.1"]).assert().code(1);
}

#[test]
fn only_a_slip_of_the_pen_is_suggested() {
    let project = Project::new();
    let told = |word: &str| project.run(&[word]);
    assert!(!told("marge").contains("migrate'"), "{}", told("marge"));
    assert!(!told("marge").contains("tip"), "{}", told("marge"));
    for (slip, meant) in [("migrat", "'migrate'"), ("upgarde", "'upgrade'"), ("gen", "'generate'")]
    {
        assert!(told(slip).contains(meant), "{}", told(slip));
    }
}
