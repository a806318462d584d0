//! Asks something that was built for its models, in a process that ends in time.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use model_core::registry::{Document, PRINT_VARIABLE};
use wait_timeout::ChildExt;

use super::cargo::Build;
use super::marks::Compiled;
use super::{child, document};
use crate::problem::{Problem, Result};

/// Models are constants, which take no time to print; what takes longer does something else.
const LIMIT: Duration = Duration::from_secs(30);

/// What came of asking.
pub enum Answer {
    /// The models, of which there may be none.
    Told(Box<Document>),
    /// It was not asked, or did not answer, and why.
    Silent(String),
}

/// Asks a library. One without the registry in it is not even loaded.
pub fn library(file: &Path, build: &Build, origin: &str) -> Result<Answer> {
    if !read(file)?.exports() {
        return Ok(Answer::Silent("it uses no model of model-core".to_owned()));
    }
    let this = std::env::current_exe()
        .map_err(|e| Problem::new("could not find this program's own file").because(e))?;
    ask(origin, build, |answer| {
        let mut command = Command::new(this);
        command.arg(child::COMMAND).args([file, answer]);
        command
    })
}

/// Asks a binary. One that would not answer, and do what it always does, is not started.
pub fn binary(file: &Path, build: &Build, origin: &str) -> Result<Answer> {
    let compiled = read(file)?;
    if !compiled.answers() {
        return Ok(Answer::Silent(match compiled.models().is_empty() {
            true => "it links no model".to_owned(),
            false => "it is built without debug assertions, and such a program is never started"
                .to_owned(),
        }));
    }
    ask(origin, build, |answer| {
        let mut command = Command::new(file);
        command.env(PRINT_VARIABLE, answer);
        command
    })
}

fn read(file: &Path) -> Result<Compiled> {
    Compiled::read(file)
        .map_err(|e| Problem::new(format!("could not read {}", file.display())).because(e))
}

/// Runs what writes the answer to the file that it is given.
fn ask(origin: &str, build: &Build, command: impl FnOnce(&Path) -> Command) -> Result<Answer> {
    let folder = tempfile::tempdir()
        .map_err(|e| Problem::new("could not make a temporary folder").because(e))?;
    let (answer, words) = (folder.path().join("models.json"), folder.path().join("stderr"));
    let not_started = |e| Problem::new(format!("could not ask {origin} for its models")).because(e);
    let mut command = command(&answer);
    if let Some((name, value)) = search_path(build) {
        command.env(name, value);
    }
    let mut process = command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(File::create(&words).map_err(not_started)?)
        .spawn()
        .map_err(not_started)?;
    let Some(status) = process.wait_timeout(LIMIT).map_err(not_started)? else {
        // It may have ended this moment.
        let _ = process.kill();
        let _ = process.wait();
        let seconds = LIMIT.as_secs();
        return Ok(Answer::Silent(format!("it was stopped after {seconds} seconds")));
    };
    if !status.success() || !answer.is_file() {
        let said = std::fs::read(&words).unwrap_or_default();
        let said = String::from_utf8_lossy(&said).trim().to_owned();
        return Ok(Answer::Silent(match said.is_empty() {
            true => format!("it ended with {status}"),
            false => said,
        }));
    }
    let text = std::fs::read_to_string(&answer).map_err(|e| {
        Problem::new(format!("the models of {origin} could not be read")).because(e)
    })?;
    Ok(Answer::Told(Box::new(document::parse(&text, origin)?)))
}

/// Where a program finds the Rust libraries that it loads when it starts, as `cargo run` says it.
fn search_path(build: &Build) -> Option<(&'static str, std::ffi::OsString)> {
    let mut folders = build.dynamic_folders();
    if folders.is_empty() {
        return None;
    }
    let name = match std::env::consts::OS {
        "windows" => "PATH",
        "macos" => "DYLD_FALLBACK_LIBRARY_PATH",
        _ => "LD_LIBRARY_PATH",
    };
    folders.extend(standard_library());
    let before = std::env::var_os(name).unwrap_or_default();
    let all: Vec<PathBuf> = folders.into_iter().chain(std::env::split_paths(&before)).collect();
    Some((name, std::env::join_paths(all).ok()?))
}

/// What links a library of this kind links the standard library in the same way.
fn standard_library() -> Option<PathBuf> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).args(["--print", "target-libdir"]).output().ok()?;
    Some(PathBuf::from(String::from_utf8(output.stdout).ok()?.trim()))
}
