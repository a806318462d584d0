//! Which package has the models.

use std::path::{Path, PathBuf};

use cargo_metadata::{Metadata, Package};

use super::graph::Graph;
use super::options::Options;
use crate::problem::{Problem, Result};

/// A package, and what to say of the choice where nobody made it.
pub struct Chosen<'a> {
    /// The package.
    pub package: &'a Package,
    /// Why this one.
    pub note: Option<String>,
}

/// The package of `-p`, of the current folder, or the one of the workspace that has models.
pub fn choose<'a>(metadata: &'a Metadata, graph: &Graph, options: &Options) -> Result<Chosen<'a>> {
    let members = metadata.workspace_packages();
    let users: Vec<&Package> =
        members.iter().copied().filter(|package| graph.uses_core(&package.name)).collect();
    let chosen = |package| Ok(Chosen { package, note: None });
    if let Some(spec) = &options.package {
        let named = named(&members, spec)?;
        return match graph.uses_core(&named.name) {
            true => chosen(named),
            false => Err(Problem::new(format!("package `{}` does not use model-core", named.name))
                .help(match users.is_empty() {
                    true => ADD.to_owned(),
                    false => format!("-p takes one that does: {}", names(&users)),
                })),
        };
    }
    let here = here(&members, options);
    if let Some(package) = here.filter(|package| graph.uses_core(&package.name)) {
        return chosen(package);
    }
    let asked = match here {
        Some(package) => format!("package `{}` does not use model-core", package.name),
        None => "the workspace has no package of its own here".to_owned(),
    };
    // Where one needs all the others, it has their models, too.
    let whole = users.iter().find(|package| {
        let needed = graph.needed_by(&package.name);
        users.iter().all(|user| needed.contains(user.name.as_str()))
    });
    match (users.as_slice(), whole) {
        ([], _) if members.len() > 1 => Err(Problem::new(format!(
            "no package of this workspace uses model-core: {}",
            names(&members)
        ))
        .help(ADD)),
        ([], _) => Err(Problem::new(asked).help(ADD)),
        (_, Some(package)) => Ok(Chosen {
            package,
            note: Some(format!("The models are those of package `{}`: {asked}", package.name)),
        }),
        (several, None) => Err(Problem::new(format!(
            "{asked}, and several packages of this workspace do: {}",
            names(several)
        ))
        .help(format!(
            "choose one with -p, as in `-p {}`, or with `package` under [generate] in migrate.toml",
            several[0].name
        ))),
    }
}

const ADD: &str = "`cargo add model-core` in the package with the models, or give --schema FILE to do without a build";

/// What a specification names; it may carry a version or a place, as in cargo.
fn named<'a>(members: &[&'a Package], spec: &str) -> Result<&'a Package> {
    let name = spec.rsplit(['#', '/']).next().unwrap_or(spec);
    let name = name.split('@').next().unwrap_or(name);
    members.iter().copied().find(|package| package.name.as_str() == name).ok_or_else(|| {
        Problem::new(format!("there is no package `{spec}` in this workspace"))
            .help(format!("-p takes one of: {}", names(members)))
    })
}

/// The package of the nearest Cargo.toml, as in cargo.
fn here<'a>(members: &[&'a Package], options: &Options) -> Option<&'a Package> {
    let manifest = match &options.manifest_path {
        Some(path) => path.canonicalize().ok(),
        None => nearest_manifest(&std::env::current_dir().ok()?),
    }?;
    let is_here = |package: &&&Package| {
        package.manifest_path.as_std_path().canonicalize().is_ok_and(|path| path == manifest)
    };
    members.iter().find(is_here).copied()
}

fn nearest_manifest(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .map(|folder| folder.join("Cargo.toml"))
        .find(|path| path.is_file())
        .and_then(|path| path.canonicalize().ok())
}

fn names(packages: &[&Package]) -> String {
    let mut names: Vec<&str> = packages.iter().map(|package| package.name.as_str()).collect();
    names.sort_unstable();
    names.join(", ")
}
