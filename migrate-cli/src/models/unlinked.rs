//! Crates with models that a program was built beside and does not link. Rust leaves out a crate
//! that no line names, and the tables of its models would look like drops.

use std::collections::{BTreeMap, BTreeSet};

use cargo_metadata::Package;
use model_core::registry::Document;

use super::cargo::{Build, Part};
use super::graph::{CORE, Graph};
use super::marks::Compiled;
use crate::problem::{Problem, Result};

/// The models that are compiled and not among those that were told, by package.
pub fn find(
    graph: &Graph,
    package: &Package,
    build: &Build,
    told: Option<&Document>,
) -> Result<BTreeMap<String, BTreeSet<String>>> {
    let tables = told.iter().flat_map(|document| &document.schema.tables);
    let views = told.iter().flat_map(|document| &document.schema.declarations);
    let origins = tables.filter_map(|table| table.origin.as_ref());
    let origins = origins.chain(views.map(|view| &view.origin));
    let told: BTreeSet<&str> = origins.map(|origin| origin.rust_type.as_str()).collect();
    let needed = graph.needed_by(&package.name);
    let mut missing: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    for (name, file) in build.libraries() {
        if name == CORE || !needed.contains(name) || !graph.uses_core(name) {
            continue;
        }
        let compiled = Compiled::read(&file)
            .map_err(|e| Problem::new(format!("could not read {}", file.display())).because(e))?;
        let left = compiled.models().into_iter().filter(|model| !told.contains(model.as_str()));
        let left: BTreeSet<String> = left.collect();
        if !left.is_empty() {
            missing.entry(name.to_owned()).or_default().extend(left);
        }
    }
    Ok(missing)
}

/// What to say of them.
pub fn problem(
    package: &Package,
    part: &Part,
    missing: &BTreeMap<String, BTreeSet<String>>,
) -> Problem {
    let crates: Vec<String> = missing
        .iter()
        .map(|(name, models)| {
            let models: Vec<&str> = models.iter().map(String::as_str).collect();
            format!("`{name}` ({})", models.join(", "))
        })
        .collect();
    let lines: Vec<String> = missing
        .values()
        .filter_map(|models| Some(format!("`use {} as _;`", models.first()?.split("::").next()?)))
        .collect();
    let place = match part {
        Part::Library => format!("the library of `{}`", package.name),
        Part::Binary(name) => format!("binary `{name}` of `{}`", package.name),
        Part::Binaries => format!("the binaries of `{}`", package.name),
    };
    Problem::new(format!(
        "{place} does not link all the models that it depends on, and their tables would look like drops: {}",
        crates.join(", ")
    ))
    .help(format!(
        "write {} in it, or take the dependency out of Cargo.toml",
        lines.join(" and ")
    ))
}
