//! The guide of model-core and the README: nothing is missing in them, and what they show is what comes out.
#![allow(clippy::unwrap_used)]

mod attributes;
mod commands;
mod compile_errors;
mod page;
mod typed;
mod types;

use std::path::{Path, PathBuf};

/// The folder of the whole project.
fn repository() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap().to_path_buf()
}

/// The text of a file of the project.
fn file(path: &str) -> String {
    std::fs::read_to_string(repository().join(path))
        .unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// The text of a page of the guide.
fn guide(page: &str) -> String {
    file(&format!("model-core/src/guide/{page}.md"))
}
