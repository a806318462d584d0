use std::process::Command;

use crate::{Database, Server, said};

/// A database with the tables of some models: `migrate` is the path of the command, `models` the JSON of a
/// registry. `None` where the server is not there.
///
/// # Panics
/// Where a step fails, or `check` finds a difference.
pub fn migrated(server: Server, migrate: &str, models: &str) -> Option<Database> {
    let database = server.database()?;
    let folder = tempfile::tempdir().expect("a temporary folder");
    let file = folder.path().join("models.json");
    std::fs::write(&file, models).expect("the models are written");
    for words in [&["init"][..], &["generate", "-m", "all"], &["upgrade"], &["check"]] {
        let mut command = Command::new(migrate);
        command
            .args(["--no-input", "--database-url", &database.url, "--schema"])
            .arg(&file)
            .args(words)
            .current_dir(folder.path());
        let (status, said) = said(&mut command);
        assert_eq!(status, Some(0), "migrate {words:?}:\n{said}");
    }
    Some(database)
}
