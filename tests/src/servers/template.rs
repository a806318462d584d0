//! Data folders are made once per machine and copied from then on: making one takes seconds, which
//! every test program would spend anew.

use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::{Path, PathBuf};
use std::process::Command;

use super::process::run;
use super::{Server, fetched, scratch_folder};

/// Raised where the folders are to be made otherwise than before.
const FORMAT: u32 = 1;

/// A new data folder of the server, under a name, as `make` makes it. The program tells the version that it is of.
pub fn data_folder(
    server: Server,
    name: &str,
    program: &Path,
    make: impl FnOnce(&Path) -> Result<(), String>,
) -> Result<PathBuf, String> {
    let data = scratch_folder().join(name);
    let template = template(server, program);
    if let Some(template) = template.as_ref().filter(|template| template.is_dir()) {
        if copy(template, &data).is_ok() {
            return Ok(data);
        }
        // Another process may just be taking away the template of a version that is no more.
        let _ = std::fs::remove_dir_all(&data);
    }
    make(&data)?;
    if let Some(template) = template {
        // Where the cache can't be written to, the next program makes its own again.
        let _ = keep(server, &data, &template);
    }
    Ok(data)
}

fn template(server: Server, program: &Path) -> Option<PathBuf> {
    let version = Command::new(program).arg("--version").output().ok()?;
    let mut hasher = DefaultHasher::new();
    (FORMAT, program, version.stdout).hash(&mut hasher);
    let name = format!("{}-{:016x}", server.name(), hasher.finish());
    Some(fetched::cache().ok()?.join("data").join(name))
}

fn copy(from: &Path, to: &Path) -> Result<(), String> {
    run(Command::new("cp").args(["-a", "--sparse=always", "-T"]).args([from, to]))
}

/// Keeps a folder under its name once it is whole, and none of the versions before.
fn keep(server: Server, data: &Path, template: &Path) -> Result<(), String> {
    let shelf = template.parent().ok_or("no folder to keep it in")?;
    std::fs::create_dir_all(shelf).map_err(|e| e.to_string())?;
    let making = shelf.join(format!("making-{}-{}", server.name(), std::process::id()));
    let kept = copy(data, &making)
        .and_then(|()| std::fs::rename(&making, template).map_err(|e| e.to_string()));
    if kept.is_err() {
        let _ = std::fs::remove_dir_all(&making);
    }
    let prefix = format!("{}-", server.name());
    for entry in std::fs::read_dir(shelf).map_err(|e| e.to_string())?.flatten() {
        let old = entry.path();
        if old != template && entry.file_name().to_string_lossy().starts_with(&prefix) {
            let _ = std::fs::remove_dir_all(old);
        }
    }
    kept
}
