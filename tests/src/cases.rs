//! Cases as folders that explain themselves: `cases/<what>/<database>/` holds `before.sql`,
//! `after.sql` and `rows.sql`, and what the tool makes of them in `up.sql` and `down.sql`, kept
//! to be reviewed by reading. `refused.txt` stands in their place where the tool must say no.
//! `flags.txt` holds further words for the command, one a line.
//!
//! A case is for every server of its kind of database, or for those that `servers.txt` names. Where
//! a server has a file of its own, `up.mysql_9.sql` beside `up.sql`, that counts on it instead.

use std::path::{Path, PathBuf};

use crate::law::{self, Pair, Verdict};
use crate::servers::{Backend, Server};

/// A folder with a case.
pub struct Case(PathBuf);

/// The cases of a kind of database whose path has a text in it, in order.
pub fn all(backend: Backend, only: &str) -> Vec<Case> {
    let cases = Path::new(env!("CARGO_MANIFEST_DIR")).join("cases");
    let mut found: Vec<PathBuf> = std::fs::read_dir(cases)
        .into_iter()
        .flatten()
        .flatten()
        .map(|case| case.path().join(backend.folder()))
        .filter(|folder| folder.is_dir() && folder.to_string_lossy().contains(only))
        .collect();
    found.sort();
    found.into_iter().map(Case).collect()
}

impl Case {
    /// Where it is.
    pub fn folder(&self) -> &Path {
        &self.0
    }

    /// Whether it is for a server of this version.
    ///
    /// # Errors
    /// A line of `servers.txt` that can't be read, or a server that is not there.
    pub fn is_for(&self, server: Server) -> Result<bool, String> {
        let version = server.version().ok_or_else(|| format!("no {}", server.name()))?;
        let lines = read(&self.shared("servers.txt"));
        version.is_among(server.product(), &lines).map_err(|why| format!("servers.txt: {why}"))
    }

    /// Walks it, and tells what came of it otherwise than it is kept.
    ///
    /// # Errors
    /// That, or why it can't be walked.
    pub fn check(&self, migrate: &Path, server: Server) -> Result<(), String> {
        for (name, text) in self.walk(migrate, server)? {
            if read(&self.file(server, name)).trim() != text.trim() {
                return Err(format!("{name} is not what is kept; it is now:\n{text}"));
            }
        }
        Ok(())
    }

    /// Walks it on all servers that it is for and keeps what comes of it: shared is what comes of it
    /// on the first of them, and the others have files of their own where that differs.
    ///
    /// # Errors
    /// Why it can't be kept.
    pub fn update(&self, migrate: &Path, backend: Backend) -> Result<(), String> {
        let mut shares = true;
        for server in Server::ALL.into_iter().filter(|server| server.backend() == backend) {
            // What is shared can't be told without the servers that come before.
            if server.version().is_none() {
                break;
            }
            if !self.is_for(server)? {
                continue;
            }
            for (name, text) in self.walk(migrate, server)? {
                let (shared, own) = (self.shared(name), self.own(server, name));
                if shares {
                    write(&shared, &text)?;
                }
                if shared.exists() && read(&shared).trim() == text.trim() {
                    let _ = std::fs::remove_file(own);
                } else {
                    write(&own, &text)?;
                }
            }
            shares = false;
        }
        Ok(())
    }

    /// The files that tell what comes of it, and what they have to say. Which ones they are is not
    /// found but told: by those that are there.
    fn walk(&self, migrate: &Path, server: Server) -> Result<Vec<(&'static str, String)>, String> {
        let is_own = |name: &str| self.own(server, name).exists();
        let refused =
            is_own("refused.txt") || self.shared("refused.txt").exists() && !is_own("up.sql");
        match law::walk(migrate, server, &self.pair(server)) {
            Verdict::Skipped => Ok(Vec::new()),
            Verdict::Broken(why) => Err(why),
            Verdict::Refused(why) if refused => Ok(vec![("refused.txt", why)]),
            Verdict::Refused(why) => Err(format!("refused: {why}")),
            Verdict::Holds(_) if refused => Err("was to be refused and is not".into()),
            Verdict::Holds(made) => Ok(vec![("up.sql", made.up), ("down.sql", made.down)]),
        }
    }

    fn pair(&self, server: Server) -> Pair {
        let read = |name: &str| read(&self.file(server, name));
        Pair {
            before: read("before.sql"),
            after: read("after.sql"),
            rows: read("rows.sql"),
            flags: read("flags.txt").lines().map(str::to_owned).collect(),
        }
    }

    fn file(&self, server: Server, name: &str) -> PathBuf {
        let own = self.own(server, name);
        if own.exists() { own } else { self.shared(name) }
    }

    fn shared(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    fn own(&self, server: Server, name: &str) -> PathBuf {
        let (stem, extension) = name.split_once('.').unwrap_or((name, ""));
        self.0.join(format!("{stem}.{}.{extension}", server.name()))
    }
}

fn read(file: &Path) -> String {
    std::fs::read_to_string(file).unwrap_or_default()
}

fn write(file: &Path, text: &str) -> Result<(), String> {
    let end = if text.ends_with('\n') { "" } else { "\n" };
    std::fs::write(file, format!("{text}{end}")).map_err(|e| format!("{}: {e}", file.display()))
}
