//! The servers that `tests/fetch-server` brought.

use std::path::{Path, PathBuf};
use std::process::Command;

use super::Server;

/// The folder that a server's programs are in, as they are below `/` in Debian.
pub fn folder(server: Server) -> Result<PathBuf, String> {
    ask(&["--folder", server.name()]).map_err(|why| {
        format!("`tests/fetch-server {}` brings it. {why}", server.name()).trim().to_owned()
    })
}

/// The folder for what is made once per machine.
pub fn cache() -> Result<PathBuf, String> {
    ask(&["--cache"])
}

fn ask(words: &[&str]) -> Result<PathBuf, String> {
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("fetch-server");
    let output = Command::new(&script).args(words).output();
    let output = output.map_err(|e| format!("{}: {e}", script.display()))?;
    if output.status.success() {
        return Ok(String::from_utf8_lossy(&output.stdout).trim().into());
    }
    Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
}
