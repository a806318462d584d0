//! What may have models and was not read: features that are off, binaries that were not asked, other
//! packages of the workspace. A table that goes may be the table of one of these.

use std::collections::BTreeSet;

use cargo_metadata::{Dependency, Metadata, Package, TargetKind};

use super::cargo::{Build, Part};
use super::graph::{CORE, Graph};

/// By what a person would have them read.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Unread {
    /// Features that bring a crate which uses model-core, each with its package.
    pub with_models: Vec<(String, String)>,
    /// The other features that are off.
    pub features: Vec<(String, String)>,
    /// Binaries that were not asked.
    pub binaries: Vec<String>,
    /// Members of the workspace that use model-core and are not part of the package.
    pub packages: Vec<String>,
    /// The database that each of these features of the package is for.
    pub backends: Vec<(String, String)>,
}

/// Looks at what the manifests declare, and what was built of it.
pub fn find(
    metadata: &Metadata,
    package: &Package,
    graph: &Graph,
    build: &Build,
    part: &Part,
) -> Unread {
    let mut unread = Unread::default();
    let needed = graph.needed_by(&package.name);
    for member in metadata.workspace_packages() {
        let name = member.name.to_string();
        if !graph.uses_core(&name) {
            continue;
        }
        match build.features(&member.id) {
            Some(on) => {
                unread.features_of(member, on, graph);
                if member.id == package.id {
                    unread.backends = backends(member);
                }
            }
            // An optional package that is off is told by the feature that would bring it.
            None if !needed.contains(name.as_str()) => unread.packages.push(name),
            None => {}
        }
    }
    let binaries = package.targets.iter().filter(|t| t.kind.contains(&TargetKind::Bin));
    let asked = |name: &str| match part {
        Part::Library => false,
        Part::Binary(asked) => asked == name,
        Part::Binaries => true,
    };
    unread.binaries = binaries.map(|t| t.name.clone()).filter(|name| !asked(name)).collect();
    unread
}

impl Unread {
    fn features_of(&mut self, package: &Package, on: &[String], graph: &Graph) {
        let on: BTreeSet<&str> = on.iter().map(String::as_str).collect();
        for (feature, brings) in &package.features {
            if feature == "default" || on.contains(feature.as_str()) {
                continue;
            }
            let entry = (package.name.to_string(), feature.clone());
            if brings.iter().any(|item| brings_models(package, item, graph)) {
                self.with_models.push(entry);
            } else if !brings.iter().any(|item| backend(package, item).is_some()) {
                self.features.push(entry);
            }
        }
    }

    /// What a danger adds of a table that goes, or nothing.
    pub fn hint(&self) -> Option<String> {
        let features = |features: &[(String, String)]| {
            let several = if features.len() > 1 { "features" } else { "feature" };
            let named: Vec<String> =
                features.iter().map(|(package, name)| format!("`{name}` of `{package}`")).collect();
            format!("{several} {}", named.join(", "))
        };
        let mut places = Vec::new();
        if !self.with_models.is_empty() {
            places.push(format!("{}, which would bring models", features(&self.with_models)));
        }
        if !self.features.is_empty() {
            places.push(features(&self.features));
        }
        for (names, what, flag) in
            [(&self.binaries, "binary", "--bin"), (&self.packages, "package", "-p")]
        {
            places.extend(names.iter().map(|name| format!("{what} `{name}` ({flag} {name})")));
        }
        (!places.is_empty())
            .then(|| format!("not read, and perhaps the place of its model: {}", places.join("; ")))
    }
}

fn backends(package: &Package) -> Vec<(String, String)> {
    let features = package.features.iter();
    let of = |(feature, brings): (&String, &Vec<String>)| {
        let backend = brings.iter().find_map(|item| backend(package, item))?;
        Some((backend, feature.clone()))
    };
    features.filter_map(of).collect()
}

/// The database that an item of a feature turns on in model-core.
fn backend(package: &Package, item: &str) -> Option<String> {
    let (dependency, feature) = item.split_once('/')?;
    let dependency = dependency.trim_end_matches('?');
    let mut named = dependencies(package, dependency);
    let backends = ["sqlite", "postgres", "mysql"];
    (named.any(|it| it.name == CORE) && backends.contains(&feature)).then(|| feature.to_owned())
}

/// Whether an item of a feature turns on a dependency that uses model-core, or model-core itself.
fn brings_models(package: &Package, item: &str, graph: &Graph) -> bool {
    let dependency = match item.split_once('/') {
        // `dependency?/feature` turns nothing on.
        Some((dependency, _)) if dependency.ends_with('?') => return false,
        Some((dependency, _)) => dependency,
        None => item.strip_prefix("dep:").unwrap_or(item),
    };
    let mut named = dependencies(package, dependency);
    named.any(|it| it.optional && (it.name == CORE || graph.uses_core(&it.name)))
}

/// What the manifest calls so.
fn dependencies<'a>(package: &'a Package, called: &'a str) -> impl Iterator<Item = &'a Dependency> {
    let is_called = move |it: &&Dependency| it.rename.as_deref().unwrap_or(&it.name) == called;
    package.dependencies.iter().filter(is_called)
}
