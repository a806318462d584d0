//! What comes from outside is printed so that a terminal obeys none of it.

use proptest::prelude::*;
use proptest::test_runner::{Config, RngSeed, TestRunner};

use crate::project::{Project, models, told};

/// What a terminal would obey, or nobody would see.
const HOSTILE: [&str; 9] = [
    "\u{1b}[2J",
    "\u{1b}]0;x\u{7}",
    "\r",
    "\n",
    "\u{9b}31m",
    "\u{202e}",
    "\u{2066}",
    "\u{200b}",
    "\u{7f}",
];

/// Whether every character that is not ours to print is escaped.
fn is_tame(output: &str) -> bool {
    output.chars().all(|c| {
        matches!(c, '\n' | '\t')
            || !(c.is_control()
                || matches!(c, '\u{200b}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2028}' | '\u{2029}' | '\u{2066}'..='\u{2069}' | '\u{feff}'))
    })
}

/// A line of output that a name has made, and not we. `show` shows the lines of a file.
fn is_forged(output: &str) -> bool {
    let is_file = output.contains("\nup.sql\n");
    !is_file && output.lines().any(|line| line.trim_start().starts_with("FORGED"))
}

/// Everything that tells of migrations and of what is in the database.
fn tell(project: &Project, revision: &str) -> Vec<String> {
    let study = models("study");
    let commands: [&[&str]; 16] = [
        &["history"],
        &["heads"],
        &["upgrade", "--dry-run"],
        &["show"],
        &["show", revision],
        &["upgrade", revision],
        &["upgrade"],
        &["current"],
        &["check", "--schema", &study],
        &["lint", "head"],
        &["generate", "-m", revision, "--schema", &study],
        &["verify", "--schema", &study],
        &["downgrade", "--dry-run"],
        &["downgrade", revision],
        &["stamp", revision],
        &["init"],
    ];
    let mut all = Vec::new();
    for command in commands {
        all.push(project.run(command));
        all.push(project.run(&[command, &["--format", "json"]].concat()));
    }
    all
}

fn hostile_project(text: &str) -> Project {
    let project = Project::new();
    let name = format!("1_a{text}FORGED").replace('/', "");
    project.migration(
        &name,
        &format!("CREATE TABLE \"t{text}FORGED\" (id INTEGER PRIMARY KEY);"),
        &format!("DROP TABLE \"t{text}FORGED\";"),
    );
    project
}

#[test]
fn names_of_folders_and_tables() {
    for text in HOSTILE {
        let project = hostile_project(text);
        for output in tell(&project, &format!("1{text}FORGED")) {
            assert!(is_tame(&output), "{text:?}: {output:?}");
            assert!(!is_forged(&output), "{text:?}: {output}");
        }
    }
}

#[test]
fn paths_urls_and_options() {
    let project = Project::new();
    for text in HOSTILE {
        let with = |start: &str| format!("{start}{text}FORGED");
        let (path, url) = (with("x"), with("postgres://h/"));
        let commands: [&[&str]; 8] = [
            &["history", "-d", &path],
            &["upgrade", "-d", &path],
            &["current", "--database-url", &url],
            &["generate", "-m", "x", "--schema", &path],
            &["diff", "--from", &path, "--to", "empty"],
            &[&path],
            &["lint", "--deny", &path],
            &["generate", "-m", "x", "--fill", &path, "--schema", &models("study")],
        ];
        for command in commands {
            for more in [&[][..], &["--format", "json"]] {
                let output = project.run(&[command, more].concat());
                assert!(is_tame(&output), "{command:?}: {output:?}");
                assert!(!is_forged(&output), "{command:?}: {output}");
            }
        }
    }
}

#[test]
fn the_lines_of_a_file() {
    let project = Project::new();
    let text = HOSTILE.concat().replace(['\n', '\r'], "");
    project.migration("1_a", &format!("SELECT 1;\nSELECT '{text}', no_such;\n"), "SELECT 1;");
    project.write("migrate.toml", &format!("[generate]\n\"a{text}\" = 1 # {text}\n"));
    assert!(is_tame(&project.run(&["history"])));
    std::fs::remove_file(project.path("migrate.toml")).unwrap();
    let output = project.run(&["upgrade"]);
    assert!(is_tame(&output), "{output:?}");
    assert!(output.contains("no such column: no_such"), "{output}");
}

#[test]
fn a_folders_name_is_no_statement() {
    let project = Project::new();
    let name = "1_a\nDROP TABLE canary;\r\nDROP TABLE canary; --";
    project.migration(name, "SELECT 1;", "SELECT 1;");
    let script = project.succeed(&["upgrade", "--sql"]);
    for line in script.lines() {
        assert!(line.starts_with("-- ") || !line.contains("DROP"), "{script}");
    }
    project.execute("CREATE TABLE canary (id INTEGER)");
    project.execute(&script);
    assert_eq!(project.number("SELECT count(*) AS n FROM canary"), 0);
}

#[test]
fn a_script_for_a_file_is_the_same_to_the_byte() {
    let project = Project::new();
    let statement = "SELECT 'a\u{1b}[31mb\u{202e}\r\n\tc';";
    project.migration("1_a", statement, "SELECT 1;");
    assert!(project.succeed(&["upgrade", "--sql"]).contains(statement));
}

#[test]
fn revisions_in_any_letters() {
    let project = Project::new();
    project.migration("1_a", "SELECT 1;", "SELECT 1;");
    for revision in ["é", "é1", "表", "\u{301}", "+é", "-é", "1é", "\u{1f468}"] {
        for command in ["upgrade", "downgrade", "show", "stamp", "lint"] {
            let output = told(&mut project.command(&[command, "--", revision]));
            let status = output.lines().next().unwrap_or_default();
            assert!(matches!(status, "exit 1" | "exit 64"), "{command} {revision}: {output}");
            assert!(!output.contains("panicked"), "{command} {revision}: {output}");
        }
    }
}

/// Thousands of new ones with `PROPTEST_CASES=5000`, a few that are always the same without.
#[test]
fn any_text_at_all() {
    let asked = std::env::var("PROPTEST_CASES").ok().and_then(|n| n.parse().ok());
    let standard = Config::default();
    let config = Config {
        cases: asked.unwrap_or(6),
        rng_seed: if asked.is_some() { standard.rng_seed } else { RngSeed::Fixed(2026) },
        failure_persistence: None,
        max_shrink_iters: 60,
        ..standard
    };
    let texts = "([\\x01-\\x1f\\x7f-\\u{9f}]|[\"'`;%$:@#?=&\\\\ -]|\\PC|[\u{200b}-\u{200f}\u{202a}-\u{202e}\u{2066}-\u{2069}]){1,12}";
    let outcome = TestRunner::new(config).run(&texts, |text| {
        let project = hostile_project(&text.replace('"', ""));
        for output in tell(&project, &text) {
            prop_assert!(is_tame(&output), "{output:?}");
            prop_assert!(!is_forged(&output), "{output}");
            prop_assert!(!output.contains("panicked"), "{output}");
        }
        let with_url = ["current", "--database-url", text.as_str()];
        prop_assert!(is_tame(&project.run(&with_url)));
        Ok(())
    });
    if let Err(why) = outcome {
        panic!("{why}");
    }
}
