//! Every message that the tests of the macros provoke stands on the page, with what to do, and no other.

use regex::Regex;

use crate::page::first_column;
use crate::{guide, repository};

/// The message itself, where a line of a compiler's output begins one.
fn message(line: &str) -> Option<&str> {
    let rest = line.strip_prefix("error")?;
    let rest = match rest.strip_prefix('[') {
        Some(code) => code.split_once(']')?.1,
        None => rest,
    };
    rest.strip_prefix(": ")
}

/// What a cell shows, in which `…` stands for anything.
fn shown(cell: &str) -> (&str, Regex) {
    let fence = cell.bytes().take_while(|byte| *byte == b'`').count();
    let inside = cell.get(fence..cell.len().saturating_sub(fence)).unwrap_or_default().trim();
    let parts: Vec<String> = inside.split('…').map(regex::escape).collect();
    (inside, Regex::new(&format!("^{}$", parts.join(".*"))).unwrap())
}

/// The messages of the compiler, each with the file that has it.
fn messages() -> Vec<(String, String)> {
    let folder = repository().join("tests/compile/fail");
    let mut messages = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.extension().is_some_and(|extension| extension == "stderr") {
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let text = std::fs::read_to_string(&path).unwrap();
            let found = text.lines().filter_map(message);
            messages.extend(found.map(|message| (message.to_owned(), name.clone())));
        }
    }
    messages
}

#[test]
fn none_is_missing_and_none_is_made_up() {
    let page = guide("compile_errors");
    let lines: Vec<(&str, Regex)> = first_column(&page).into_iter().map(shown).collect();
    let messages = messages();
    let missing: Vec<String> = messages
        .iter()
        .filter(|(message, _)| !lines.iter().any(|(_, line)| line.is_match(message)))
        .map(|(message, file)| format!("{message}    ({file})"))
        .collect();
    assert!(missing.is_empty(), "guide/compile_errors.md lacks\n{}", missing.join("\n"));
    let made_up: Vec<&str> = lines
        .iter()
        .filter(|(_, line)| !messages.iter().any(|(message, _)| line.is_match(message)))
        .map(|(line, _)| *line)
        .collect();
    assert!(made_up.is_empty(), "no test in tests/compile/fail has\n{}", made_up.join("\n"));
}
