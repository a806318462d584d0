//! The registry as JSON: what `migrate models` prints and `--schema` reads.

use std::path::Path;

use model_core::registry::Document;

use crate::problem::{Problem, Result};

/// Reads a file.
pub fn read(path: &Path) -> Result<Document> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Problem::new(format!("could not read {}", path.display())).because(e))?;
    parse(&text, &path.display().to_string())
}

/// Reads a text; `origin` is what messages call it.
pub fn parse(text: &str, origin: &str) -> Result<Document> {
    let mut document = Document::read(text).map_err(|e| {
        Problem::new(format!("{origin} is not what `migrate models` prints"))
            .because(e)
            .help("write it anew with `migrate models`, by the same version of the tool")
    })?;
    document.schema.sort();
    Ok(document)
}
