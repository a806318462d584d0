//! The commands and options that `migrate` has are those of the page.

use std::process::Command;

use regex::Regex;

use crate::guide;
use crate::page::{code, section};

fn said(arguments: &[&str]) -> String {
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    let output = command.args(arguments).output().unwrap();
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// The commands, without those that are not shown.
fn commands() -> Vec<String> {
    let help = said(&["--help"]);
    let list = help.split("Commands:\n").nth(1).unwrap().split("\n\n").next().unwrap();
    let names = Regex::new(r"(?m)^  ([a-z]+) ").unwrap();
    names.captures_iter(list).map(|name| name[1].to_owned()).collect()
}

/// The options in a help, by their long names, of the groups that every command has, or of the others.
fn options(help: &str, everywhere: bool) -> Vec<String> {
    let option = Regex::new(r"^ +(?:-\w, )?(--[a-z-]+)").unwrap();
    let mut shared = false;
    let mut found = Vec::new();
    for line in help.lines() {
        if line.ends_with(':') && !line.starts_with(' ') {
            shared = ["Where:", "Models:", "Output:"].contains(&line);
        }
        if let Some(name) = option.captures(line).filter(|_| shared == everywhere) {
            found.push(name[1].to_owned());
        }
    }
    found
}

/// Whether a text has a piece of code that begins with these words.
fn says(text: &str, words: &str) -> bool {
    let starts = |code: &&str| {
        let rest = code.strip_prefix(words);
        rest.is_some_and(|rest| !rest.starts_with(|c: char| c.is_alphanumeric() || c == '-'))
    };
    text.lines().flat_map(code).any(|code| code.split(", ").any(|piece| starts(&piece)))
}

#[test]
fn none_is_missing_and_none_is_made_up() {
    let page = guide("commands");
    let commands = commands();
    assert!(commands.len() > 15, "{commands:?}");
    let mut missing = Vec::new();
    for command in &commands {
        let heading = format!("## migrate {command}");
        if !page.lines().any(|line| line == heading) {
            missing.push(heading);
            continue;
        }
        let section = section(&page, &heading);
        let help = said(&[command, "--help"]);
        let options = options(&help, false).into_iter().filter(|option| option != "--help");
        missing.extend(options.filter(|o| !says(section, o)).map(|o| format!("{command} {o}")));
    }
    let everywhere = section(&page, "# Options of every command");
    let shared = options(&said(&["--help"]), true).into_iter();
    missing.extend(shared.filter(|option| !says(everywhere, option)));
    assert!(missing.is_empty(), "guide/commands.md lacks {missing:#?}");

    let headings = page.lines().filter_map(|line| line.strip_prefix("## migrate "));
    let made_up: Vec<&str> = headings.filter(|name| !commands.iter().any(|c| c == name)).collect();
    assert!(made_up.is_empty(), "`migrate` has no {made_up:?}");
    let every: Vec<String> =
        commands.iter().flat_map(|c| options(&said(&[c, "--help"]), false)).collect();
    let option = Regex::new(r"--[a-z][a-z-]*").unwrap();
    let listed = page.lines().filter(|line| line.starts_with("| `")).flat_map(|line| {
        let cell = line[2..].split(" |").next().unwrap_or_default();
        option.find_iter(cell).map(|found| found.as_str().to_owned()).collect::<Vec<_>>()
    });
    let shared = options(&said(&["--help"]), true);
    let made_up: Vec<String> =
        listed.filter(|o| !every.contains(o) && !shared.contains(o)).collect();
    assert!(made_up.is_empty(), "`migrate` has no {made_up:?}");
}

#[test]
fn migrate_toml() {
    let folder = tempfile::tempdir().unwrap();
    let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
    assert!(command.arg("init").current_dir(folder.path()).output().unwrap().status.success());
    let written = std::fs::read_to_string(folder.path().join("migrate.toml")).unwrap();
    let page = guide("commands");
    let section = section(&page, "# migrate.toml");
    let key = Regex::new(r"(?m)^# ([a-z_]+) = ").unwrap();
    let keys: Vec<String> = key.captures_iter(&written).map(|key| key[1].to_owned()).collect();
    assert!(keys.len() > 10, "{written}");
    let missing: Vec<&String> = keys.iter().filter(|key| !says(section, key)).collect();
    assert!(missing.is_empty(), "guide/commands.md lacks {missing:?}");
}

#[test]
fn every_danger() {
    let page = guide("dangers");
    let help = said(&["lint", "--help"]);
    let help = help.split("--deny <DANGER>").nth(1).and_then(|rest| rest.split("\n\n").nth(1));
    let help = help.unwrap();
    let name = Regex::new(r"(?m)^          - ([a-z-]+): ").unwrap();
    let names: Vec<String> = name.captures_iter(help).map(|name| name[1].to_owned()).collect();
    assert!(names.len() > 10, "{help}");
    let missing: Vec<&String> = names.iter().filter(|name| !says(&page, name)).collect();
    assert!(missing.is_empty(), "guide/dangers.md lacks {missing:?}");
}
