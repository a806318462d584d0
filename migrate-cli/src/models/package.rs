//! Builds a package and asks it for its models.

use std::collections::BTreeSet;

use cargo_metadata::{Metadata, Package, TargetKind};
use model_core::registry::Document;

use super::ask::{self, Answer};
use super::cargo::{self, Build, Failure, Part};
use super::choose::choose;
use super::graph::Graph;
use super::options::Options;
use super::unlinked;
use super::unread::{self, Unread};
use crate::context::Context;
use crate::problem::{Problem, Result};

/// What a package said.
pub struct Read {
    /// Its models.
    pub document: Document,
    /// What of the workspace may have models and was not read.
    pub unread: Unread,
}

/// Builds the package that the options name, and reads its models.
pub fn read(context: &Context) -> Result<Read> {
    let options = Options::of(context);
    let metadata = cargo::metadata(&options)?;
    let graph = graph(&metadata);
    let chosen = choose(&metadata, &graph, &options)?;
    if let Some(note) = chosen.note {
        context.output.note(note);
    }
    let package = chosen.package;
    context.output.detail(format!("Building {} to read its models", package.name));
    let asking = Asking { metadata: &metadata, package, options: &options, context };
    let mut why = Why::default();
    for part in parts(package, &options)? {
        match asking.ask(&part, &mut why)? {
            Some((document, build)) => {
                let unread = unread::find(&metadata, package, &graph, &build, &part);
                return Ok(Read { document, unread });
            }
            None => continue,
        }
    }
    Err(why.problem(package, &options))
}

/// The graph, brought up to date where Cargo.lock is not.
fn graph(metadata: &Metadata) -> Graph {
    let graph = Graph::read(metadata);
    let is_known = |package: &&Package| graph.knows(&package.name);
    if metadata.workspace_packages().iter().all(is_known) {
        return graph;
    }
    cargo::lock(metadata);
    Graph::read(metadata)
}

/// What is asked, in this order: `--bin` alone; else the library, the binary that `cargo run` takes,
/// and the other binaries.
fn parts(package: &Package, options: &Options) -> Result<Vec<Part>> {
    let of_kind = |kinds: &[TargetKind]| {
        let targets = package.targets.iter();
        let of_kind = targets.filter(|t| t.kind.iter().any(|kind| kinds.contains(kind)));
        of_kind.map(|target| target.name.as_str()).collect::<Vec<_>>()
    };
    let binaries = of_kind(&[TargetKind::Bin]);
    if let Some(bin) = &options.bin {
        return match binaries.contains(&bin.as_str()) {
            true => Ok(vec![Part::Binary(bin.clone())]),
            false => Err(Problem::new(format!("package `{}` has no binary `{bin}`", package.name))
                .help(match binaries.is_empty() {
                    true => "leave --bin out".to_owned(),
                    false => format!("--bin takes one of: {}", binaries.join(", ")),
                })),
        };
    }
    let mut parts = Vec::new();
    let libraries = of_kind(&[
        TargetKind::Lib,
        TargetKind::RLib,
        TargetKind::DyLib,
        TargetKind::CDyLib,
        TargetKind::StaticLib,
    ]);
    if !libraries.is_empty() {
        parts.push(Part::Library);
    }
    match (binaries.as_slice(), &package.default_run) {
        ([], _) => {}
        ([one], _) => parts.push(Part::Binary((*one).to_owned())),
        (_, Some(default)) => parts.extend([Part::Binary(default.clone()), Part::Binaries]),
        (_, None) => parts.push(Part::Binaries),
    }
    match parts.is_empty() {
        true => {
            Err(Problem::new(format!("package `{}` has neither library nor binary", package.name))
                .help("choose another package with -p"))
        }
        false => Ok(parts),
    }
}

/// Why nothing was read, from the most telling reason to the least.
#[derive(Default)]
struct Why {
    /// Crates with models that are not linked.
    unlinked: Option<Problem>,
    /// What did not link, where the code is right.
    linking: Option<Problem>,
    /// What told that it has no models.
    empty: Vec<String>,
    /// What was not asked or did not answer, and why.
    silent: Vec<String>,
}

struct Asking<'a> {
    metadata: &'a Metadata,
    package: &'a Package,
    options: &'a Options,
    context: &'a Context,
}

impl Asking<'_> {
    /// Builds a part and asks it. `None` where it has no models to tell, or not all.
    fn ask(&self, part: &Part, why: &mut Why) -> Result<Option<(Document, Build)>> {
        let build = match cargo::build(self.package, part, self.options, self.context) {
            Ok(build) => build,
            Err(Failure::Code(problem)) => return Err(problem),
            Err(Failure::Linking(problem)) => {
                why.linking.get_or_insert(problem);
                return Ok(None);
            }
        };
        let mut told: Vec<(String, Document)> = Vec::new();
        for (label, answer) in self.answers(part, &build)? {
            match answer {
                Answer::Silent(reason) => why.silent.push(format!("{label}: {reason}")),
                Answer::Told(document) if document.schema.tables.is_empty() => {
                    why.empty.push(label);
                }
                Answer::Told(document) => told.push((label, *document)),
            }
        }
        let whole = whole(self.package, told)?;
        // What is in none of a binary's own models may be a crate that it doesn't link at all.
        // Read again: the build may have written Cargo.lock.
        let graph = Graph::read(self.metadata);
        let missing = unlinked::find(&graph, self.package, &build, whole.as_ref())?;
        match (missing.is_empty(), whole) {
            (true, whole) => Ok(whole.map(|document| (document, build))),
            (false, _) => {
                why.unlinked.get_or_insert_with(|| unlinked::problem(self.package, part, &missing));
                Ok(None)
            }
        }
    }

    fn answers(&self, part: &Part, build: &Build) -> Result<Vec<(String, Answer)>> {
        let package = &self.package.name;
        if *part == Part::Library {
            let Some(file) = build.library() else { return Ok(Vec::new()) };
            let label = format!("the library of `{package}`");
            let answer = ask::library(&file, build, &label)?;
            return Ok(vec![(label, answer)]);
        }
        build
            .binaries()
            .map(|(name, file)| {
                let label = format!("binary `{name}` of `{package}`");
                let answer = ask::binary(&file, build, &label)?;
                Ok((label, answer))
            })
            .collect()
    }
}

/// The one document that has all the tables of the others.
fn whole(package: &Package, told: Vec<(String, Document)>) -> Result<Option<Document>> {
    let tables = |document: &Document| -> BTreeSet<String> {
        document.schema.tables.iter().map(|table| table.name.to_string()).collect()
    };
    let all: BTreeSet<String> = told.iter().flat_map(|(_, document)| tables(document)).collect();
    if told.is_empty() {
        return Ok(None);
    }
    let labels: Vec<String> = told
        .iter()
        .map(|(label, document)| format!("{label} has {}", names(&tables(document))))
        .collect();
    match told.into_iter().find(|(_, document)| tables(document) == all) {
        Some((_, document)) => Ok(Some(document)),
        None => Err(Problem::new(format!(
            "the binaries of `{}` have different models: {}",
            package.name,
            labels.join("; ")
        ))
        .help("choose one with --bin, or put all the models into the library")),
    }
}

fn names(names: &BTreeSet<String>) -> String {
    names.iter().cloned().collect::<Vec<_>>().join(", ")
}

impl Why {
    fn problem(mut self, package: &Package, options: &Options) -> Problem {
        if let Some(problem) = self.unlinked.or(self.linking) {
            return problem;
        }
        let name = &package.name;
        if !options.features.all {
            self.silent.extend(package.targets.iter().filter_map(|target| {
                let needed = target.required_features.join(",");
                let is_left_out = target.kind.contains(&TargetKind::Bin) && !needed.is_empty();
                is_left_out.then(|| {
                    let label = format!("binary `{}` of `{name}`", target.name);
                    format!("{label}: it is only built with --features {needed}")
                })
            }));
        }
        let off = match options.features.all {
            true => "",
            false => ", or turn a feature on with --features",
        };
        if self.empty.is_empty() {
            let problem = Problem::new(format!("package `{name}` did not tell its models"))
                .because(self.silent.join("; "));
            return problem.help(format!(
                "derive Model for a struct of it, choose another package with -p or a binary with --bin{off}; a binary that is to tell its models needs debug assertions, and a library needs none; or give --schema FILE, printed once by `migrate models`"
            ));
        }
        Problem::new(format!(
            "package `{name}` has no models, which would mean to drop every table"
        ))
        .because(format!(
            "no struct with #[derive(Model)] is linked into {}",
            self.empty.join(", ")
        ))
        .help(format!("choose the package with -p, a binary with --bin{off}"))
    }
}
