//! Which package needs which, by name: as the members of the workspace declare it, and as
//! Cargo.lock has it for everything else. Neither needs the network, a download or a build.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::{DependencyKind, Metadata};
use serde::Deserialize;

/// The crate that all models are registered in.
pub const CORE: &str = "model-core";

/// What each package needs to be built and run. Packages of one name in several versions count as
/// one, so that the graph may have more in it than a build, and never less.
#[derive(Debug, Default)]
pub struct Graph(BTreeMap<String, BTreeSet<String>>);

#[derive(Deserialize)]
struct Lock {
    #[serde(default)]
    package: Vec<Locked>,
}

#[derive(Deserialize)]
struct Locked {
    name: String,
    #[serde(default)]
    dependencies: Vec<String>,
}

impl Graph {
    /// Reads it. Without Cargo.lock only what the members declare is known.
    pub fn read(metadata: &Metadata) -> Self {
        let path = metadata.workspace_root.join("Cargo.lock");
        let lock = std::fs::read_to_string(path).unwrap_or_default();
        let mut graph = Self::locked(&lock);
        for member in metadata.workspace_packages() {
            // Cargo.lock does not tell what only tests and build scripts need.
            let needed = member.dependencies.iter().filter(|d| d.kind == DependencyKind::Normal);
            let needed = needed.map(|dependency| dependency.name.clone()).collect();
            graph.0.insert(member.name.to_string(), needed);
        }
        graph
    }

    fn locked(text: &str) -> Self {
        let Ok(Lock { package }) = toml::from_str(text) else { return Self::default() };
        let mut graph = Self::default();
        for Locked { name, dependencies } in package {
            // `name`, `name version` or `name version (source)`
            let names = dependencies.iter().filter_map(|d| d.split(' ').next()).map(str::to_owned);
            graph.0.entry(name).or_default().extend(names);
        }
        graph
    }

    /// The package and all that it needs.
    pub fn needed_by<'a>(&'a self, package: &'a str) -> BTreeSet<&'a str> {
        let mut found = BTreeSet::new();
        let mut next = vec![package];
        while let Some(name) = next.pop() {
            if found.insert(name) {
                next.extend(self.0.get(name).into_iter().flatten().map(String::as_str));
            }
        }
        found
    }

    /// Whether a package uses model-core, itself or by what it needs.
    pub fn uses_core(&self, package: &str) -> bool {
        package != CORE && self.needed_by(package).contains(CORE)
    }

    /// Whether all that the package needs is in the graph. What was added since Cargo.lock was
    /// written is not.
    pub fn knows(&self, package: &str) -> bool {
        self.needed_by(package).into_iter().all(|name| self.0.contains_key(name))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"
        version = 4
        [[package]]
        name = "app"
        version = "0.1.0"
        dependencies = ["orders", "users 1.0.0 (registry+https://example.org)"]
        [[package]]
        name = "orders"
        version = "0.1.0"
        dependencies = ["model-core"]
        [[package]]
        name = "users"
        version = "1.0.0"
        [[package]]
        name = "model-core"
        version = "0.1.0"
        dependencies = ["serde"]
    "#;

    #[test]
    fn what_a_lock_file_tells() {
        let graph = Graph::locked(LOCK);
        assert!(graph.uses_core("app") && graph.uses_core("orders"));
        assert!(!graph.uses_core("users") && !graph.uses_core("model-core"));
        assert!(graph.knows("users"));
        assert!(!graph.knows("app"), "serde is not in the file");
        assert!(!Graph::locked("").uses_core("app"));
    }
}
