//! Pages that somebody may type into an empty folder: what they show is what comes out.

use std::path::{Path, PathBuf};
use std::process::Command;

use diesel::connection::SimpleConnection;
use diesel::{Connection, SqliteConnection};
use regex::Regex;

use crate::page::{Block, blocks, section};
use crate::{file, guide, repository};

/// A folder, and what was typed into it so far.
struct Folder {
    root: tempfile::TempDir,
    /// Where the shell is.
    at: PathBuf,
}

/// Stands before cargo: the crates of this project are here and not in the registry, and the command is
/// installed already.
const CARGO: &str = r#"#!/bin/sh
case "$1 $2" in
    'install migrate-cli') exit 0 ;;
    'add model-core') shift 2; exec '{cargo}' add --quiet --path '{core}' "$@" ;;
    'add '*) shift; exec '{cargo}' add --quiet "$@" ;;
    'new '*) shift; exec '{cargo}' new --quiet "$@" ;;
esac
exec '{cargo}' "$@"
"#;

impl Folder {
    fn new() -> Self {
        let root = tempfile::tempdir().unwrap();
        let bin = root.path().join("bin");
        std::fs::create_dir(&bin).unwrap();
        std::fs::create_dir(root.path().join("empty")).unwrap();
        std::os::unix::fs::symlink(env!("CARGO_BIN_EXE_migrate-under-test"), bin.join("migrate"))
            .unwrap();
        let core = repository().join("model-core").display().to_string();
        let script = CARGO.replace("{cargo}", env!("CARGO")).replace("{core}", &core);
        std::fs::write(bin.join("cargo"), script).unwrap();
        let mode = std::os::unix::fs::PermissionsExt::from_mode(0o755);
        std::fs::set_permissions(bin.join("cargo"), mode).unwrap();
        let at = root.path().join("empty");
        Self { root, at }
    }

    /// Does what a block says. `shown` is what the page shows of it.
    fn follow(&mut self, block: &Block, shown: Option<&str>) {
        match block.language.as_str() {
            "sh" => self.run(&block.text, shown),
            "rust" | "toml" | "sql" => {
                if let Some((name, text)) = named(&block.text) {
                    let path = self.at.join(name);
                    if name.ends_with(".db") {
                        let url = path.display().to_string();
                        let mut database = SqliteConnection::establish(&url).unwrap();
                        return database.batch_execute(&text).unwrap();
                    }
                    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
                    std::fs::write(path, text).unwrap();
                }
            }
            "diff" => self.change(&block.text),
            _ => {}
        }
    }

    fn run(&mut self, script: &str, shown: Option<&str>) {
        let path = std::env::var("PATH").unwrap_or_default();
        let place = self.root.path().join("place");
        let mut command = Command::new("bash");
        let output = like_a_visitor(&mut command)
            .args(["-e", "-c", &format!("exec 2>&1\n{script}\npwd > '{}'", place.display())])
            .current_dir(&self.at)
            .env("PATH", format!("{}:{path}", self.root.path().join("bin").display()))
            .output()
            .unwrap();
        let said = same_every_time(&String::from_utf8_lossy(&output.stdout));
        let fails = shown.is_some_and(|shown| {
            shown.lines().any(|line| line.starts_with("error: ") || line.starts_with("denied "))
        });
        assert_eq!(output.status.success(), !fails, "{script}\n{said}");
        if let Some(shown) = shown {
            let shown = same_every_time(shown);
            assert_eq!(said.trim_end(), shown.trim_end(), "this came out of\n{script}");
        }
        if !fails {
            self.at = PathBuf::from(std::fs::read_to_string(place).unwrap().trim_end());
        }
    }

    /// Changes a file as a block of added and removed lines says.
    fn change(&self, block: &str) {
        let (name, lines) = block.split_once('\n').unwrap();
        let path = self.at.join(name.trim().trim_start_matches("// "));
        let side = |other: char| -> String {
            let lines = lines.lines().filter(|line| !line.starts_with(other));
            lines.map(|line| format!("{}\n", &line[1..])).collect()
        };
        let (before, after) = (side('+'), side('-'));
        let text = std::fs::read_to_string(&path).unwrap();
        assert_eq!(text.matches(&before).count(), 1, "{} has not once\n{before}", path.display());
        std::fs::write(&path, text.replacen(&before, &after, 1)).unwrap();
    }
}

/// Without what cargo tells the programs that it starts; all that is built is built once.
fn like_a_visitor(command: &mut Command) -> &mut Command {
    let variables = std::env::vars_os().map(|(name, _)| name);
    for name in variables.filter(|name| name.to_string_lossy().starts_with("CARGO_")) {
        if name != "CARGO_HOME" {
            command.env_remove(name);
        }
    }
    let target = Path::new(env!("CARGO_TARGET_TMPDIR")).join("packages");
    command
        .env("CARGO_TARGET_DIR", target)
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_PROFILE_DEV_DEBUG", "0")
        .env_remove("DATABASE_URL")
        .env_remove("CARGO")
}

/// The file that a block is, by the comment in its first line.
fn named(block: &str) -> Option<(&str, String)> {
    let (first, rest) = block.split_once('\n')?;
    let name =
        first.strip_prefix("// ").or(first.strip_prefix("# ")).or(first.strip_prefix("-- "))?;
    // Lines that rustdoc compiles and doesn't show.
    let shown = rest.lines().filter(|line| !line.starts_with("# "));
    Some((name, shown.map(|line| format!("{line}\n")).collect()))
}

/// Without what is another one each time.
fn same_every_time(said: &str) -> String {
    let stamp = Regex::new(r"\d{4}-\d{2}-\d{2}-\d{6}").unwrap();
    let duration = Regex::new(r"\(\d+(\.\d+)? m?s\)").unwrap();
    let said = stamp.replace_all(said, "[stamp]");
    duration.replace_all(&said, "([duration])").into_owned()
}

/// Types a page into an empty folder.
fn typed(page: &str) {
    let mut folder = Folder::new();
    let blocks = blocks(page);
    for (at, block) in blocks.iter().enumerate() {
        let shown = blocks.get(at + 1).filter(|next| next.follows && next.language == "text");
        folder.follow(block, shown.map(|shown| shown.text.as_str()));
    }
}

#[test]
fn the_tutorial() {
    typed(&guide("tutorial"));
}

#[test]
fn a_database_that_is_there() {
    typed(&guide("existing_database"));
}

#[test]
fn the_readme() {
    typed(section(&file("README.md"), "## In five minutes"));
}

#[test]
fn the_mistake_in_the_readme() {
    let said = file("tests/compile/fail/foreign_key_without_name.stderr");
    assert!(file("README.md").contains(&said), "{said}");
}

/// The two commands that a visitor tries first.
#[test]
fn the_first_commands_of_the_readme() {
    let readme = file("README.md");
    let blocks = blocks(&readme);
    let commands: Vec<&str> = blocks.iter().map(|block| block.text.trim()).take(2).collect();
    assert!(commands[0].starts_with("cargo run -p migrate-cli "), "{commands:?}");
    assert_eq!(commands[1], "tests/run");
    // The same words for the command that is built already, and another folder.
    let (_, words) = commands[0].split_once(" -- ").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let words = words.replace("target/study", &folder.path().join("study").display().to_string());
    let script = format!("'{}' {words}", env!("CARGO_BIN_EXE_migrate-under-test"));
    let mut command = Command::new("bash");
    let command = like_a_visitor(&mut command);
    let command = command.args(["-e", "-c", &script]).current_dir(repository());
    let (code, said) = model_tests::said(command);
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("CREATE TABLE \"study_case\""), "{said}");
}
