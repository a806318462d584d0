//! Models are asked on this machine, so that they are built for it, whatever cargo is configured to
//! build for.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize)]
struct Config {
    build: Option<Build>,
}

#[derive(Deserialize)]
struct Build {
    target: Option<Targets>,
}

#[derive(Deserialize)]
#[serde(untagged)]
enum Targets {
    One(String),
    Several(Vec<String>),
}

/// The target of this machine, where cargo would take another one.
pub fn host_instead() -> Option<String> {
    let configured = configured()?;
    let host = host()?;
    (configured != [host.clone()]).then_some(host)
}

/// What cargo would build for, as it looks for that itself: from the current folder upwards.
fn configured() -> Option<Vec<String>> {
    if let Some(target) = std::env::var("CARGO_BUILD_TARGET").ok().filter(|it| !it.is_empty()) {
        return Some(vec![target]);
    }
    let here = std::env::current_dir().ok()?;
    let home = std::env::var_os("CARGO_HOME").map(PathBuf::from);
    let home = home.or_else(|| std::env::home_dir().map(|folder| folder.join(".cargo")));
    let folders = here.ancestors().map(|folder| folder.join(".cargo")).chain(home);
    folders.filter_map(|folder| targets(&read(&folder)?)).next()
}

fn read(folder: &Path) -> Option<String> {
    // The older name goes before, as in cargo.
    ["config", "config.toml"]
        .iter()
        .find_map(|name| std::fs::read_to_string(folder.join(name)).ok())
}

fn targets(text: &str) -> Option<Vec<String>> {
    match toml::from_str::<Config>(text).ok()?.build?.target? {
        Targets::One(target) => Some(vec![target]),
        Targets::Several(targets) => Some(targets),
    }
}

fn host() -> Option<String> {
    let rustc = std::env::var_os("RUSTC").unwrap_or_else(|| "rustc".into());
    let output = Command::new(rustc).arg("-vV").output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    text.lines().find_map(|line| line.strip_prefix("host: ")).map(str::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_configuration_says() {
        let one = targets("[build]\ntarget = \"wasm32-unknown-unknown\"\n");
        assert_eq!(one, Some(vec!["wasm32-unknown-unknown".to_owned()]));
        assert_eq!(targets("[build]\ntarget = [\"a\", \"b\"]\n").map(|all| all.len()), Some(2));
        assert_eq!(targets("[build]\njobs = 1\n[term]\nquiet = true\n"), None);
        assert_eq!(targets("no configuration"), None);
    }
}
