//! The text of a migration's file, as a server can read it.

use std::path::Path;

use crate::problem::{Problem, Result};

/// What stands in a file of SQL; a file that no server would read as it is meant is an error.
pub fn read(path: &Path, missing: &str) -> Result<String> {
    let shown = path.display();
    let bytes = std::fs::read(path).map_err(|e| {
        let problem = Problem::new(format!("could not read {shown}"));
        match e.kind() {
            std::io::ErrorKind::NotFound => problem.because(e).help(missing),
            std::io::ErrorKind::PermissionDenied => {
                problem.because(e).help("look at who may read the file")
            }
            _ => problem.because(e),
        }
    })?;
    if bytes.is_empty() {
        return Err(Problem::new(format!("{shown} is empty"))
            .help("Diesel refuses an empty file; write a comment where there is nothing to do"));
    }
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return Err(Problem::new(format!("{shown} begins with a byte order mark (U+FEFF)"))
            .because("to a server it is a part of the first word, and Diesel sends it along")
            .help("save the file as UTF-8 without a byte order mark (\"without BOM\")"));
    }
    if bytes.starts_with(b"\xff\xfe") || bytes.starts_with(b"\xfe\xff") {
        return Err(Problem::new(format!(
            "{shown} is in UTF-16: it begins with its byte order mark"
        ))
        .help("save the file as UTF-8 without a byte order mark"));
    }
    String::from_utf8(bytes).map_err(|e| {
        let before = &e.as_bytes()[..e.utf8_error().valid_up_to()];
        let line = 1 + before.iter().filter(|byte| **byte == b'\n').count();
        Problem::new(format!("{shown} is not UTF-8: see line {line}"))
            .help("save the file as UTF-8 without a byte order mark")
    })
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn what_no_server_reads_as_it_is_meant() {
        let folder = tempfile::tempdir().expect("a folder");
        let told = |bytes: &[u8]| {
            let path = folder.path().join("up.sql");
            std::fs::write(&path, bytes).expect("a file");
            read(&path, "").map_err(|problem| problem.to_string())
        };
        assert_eq!(told("SELECT 'é';".as_bytes()).as_deref(), Ok("SELECT 'é';"));
        for (bytes, word) in [
            (&b"\xef\xbb\xbfSELECT 1;"[..], "byte order mark"),
            (b"\xff\xfeS\0", "UTF-16"),
            (b"SELECT 1;\nSELECT '\xe9';", "line 2"),
            (b"", "is empty"),
        ] {
            assert!(told(bytes).is_err_and(|why| why.contains(word)), "{word}");
        }
    }
}
