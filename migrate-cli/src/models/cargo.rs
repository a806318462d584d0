//! Runs cargo: its progress on a terminal, errors as they come, and warnings of what was compiled
//! anew.

use std::collections::BTreeMap;
use std::io::{BufReader, IsTerminal};
use std::path::PathBuf;
use std::process::{Command, Stdio};

use cargo_metadata::diagnostic::DiagnosticLevel;
use cargo_metadata::{
    Artifact, CompilerMessage, CrateType, Message, Metadata, MetadataCommand, Package, PackageId,
    TargetKind,
};

use super::options::Options;
use super::target;
use crate::context::Context;
use crate::output::{self, Color};
use crate::problem::{Problem, Result};

/// What is built of a package.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Part {
    /// The library, as one that another program can load.
    Library,
    /// One binary.
    Binary(String),
    /// Every binary whose features are on.
    Binaries,
}

/// What came of a build.
pub struct Build {
    package: PackageId,
    artifacts: Vec<Artifact>,
}

/// Why nothing came of it.
pub enum Failure {
    /// The code has mistakes, or cargo could not begin.
    Code(Problem),
    /// The code compiles and could not be linked, which may be different for another part.
    Linking(Problem),
}

/// The packages of the workspace, without what they need.
pub fn metadata(options: &Options) -> Result<Metadata> {
    let mut command = MetadataCommand::new();
    command.no_deps();
    if let Some(path) = &options.manifest_path {
        command.manifest_path(path);
    }
    command.exec().map_err(|e| {
        Problem::new("the package with the models could not be found").because(e).help(
            "run in the package's folder, or give --manifest-path, or --schema FILE to do without a build",
        )
    })
}

/// Writes Cargo.lock where it is not there, and what is new into it where it is.
pub fn lock(metadata: &Metadata) {
    // What is wrong is said by the build that follows, which does the same.
    let _ = Command::new(program())
        .args(["update", "--workspace", "--quiet", "--manifest-path"])
        .arg(metadata.workspace_root.join("Cargo.toml"))
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status();
}

fn program() -> std::ffi::OsString {
    std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into())
}

/// Builds a part of a package.
pub fn build(
    package: &Package,
    part: &Part,
    options: &Options,
    context: &Context,
) -> std::result::Result<Build, Failure> {
    let not_started = |e| Failure::Code(Problem::new("cargo could not be started").because(e));
    let mut cargo = command(package, part, options, context)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .spawn()
        .map_err(not_started)?;
    let mut told = Told::default();
    if let Some(output) = cargo.stdout.take() {
        for message in Message::parse_stream(BufReader::new(output)) {
            match message {
                Ok(message) => told.hear(message, context.global.quiet),
                // Something of the person's printed a line that is not valid UTF-8.
                Err(_) => continue,
            }
        }
    }
    let status = cargo.wait().map_err(not_started)?;
    if status.success() {
        return Ok(Build { package: package.id.clone(), artifacts: told.artifacts });
    }
    let problem = Problem::new(format!("package `{}` does not build", package.name))
        .help("correct what cargo says above; nothing was written");
    Err(if told.only_linking { Failure::Linking(problem) } else { Failure::Code(problem) })
}

fn command(package: &Package, part: &Part, options: &Options, context: &Context) -> Command {
    let mut command = Command::new(program());
    match part {
        Part::Library => command.args(["rustc", "--lib", "--crate-type", "cdylib"]),
        Part::Binary(name) => command.args(["build", "--bin", name]),
        Part::Binaries => command.args(["build", "--bins"]),
    };
    command.arg("--manifest-path").arg(package.manifest_path.as_std_path());
    command.args(options.features.arguments());
    if let Some(host) = target::host_instead() {
        command.args(["--target", &host]);
    }
    // The warnings of each build come again with the next; what is shown of them is chosen here.
    command.arg("--message-format=json-diagnostic-rendered-ansi");
    match context.global.color {
        Color::Auto => {}
        Color::Always => drop(command.args(["--color", "always"])),
        Color::Never => drop(command.args(["--color", "never"])),
    }
    let watched = context.global.verbose || std::io::stderr().is_terminal();
    if context.global.quiet || !watched {
        command.arg("--quiet");
    }
    command
}

/// What cargo told of a build.
#[derive(Default)]
struct Told {
    artifacts: Vec<Artifact>,
    /// The warnings of crates that are not known yet to be compiled anew.
    warnings: BTreeMap<(String, String), Vec<String>>,
    /// There were errors, and none of them in the code.
    only_linking: bool,
    has_mistakes: bool,
}

impl Told {
    fn hear(&mut self, message: Message, quiet: bool) {
        match message {
            Message::CompilerMessage(message) => self.diagnostic(message),
            Message::CompilerArtifact(artifact) => {
                let warnings =
                    self.warnings.remove(&unit(&artifact.package_id, &artifact.target.name));
                if !artifact.fresh && !quiet {
                    warnings.into_iter().flatten().for_each(|text| output::compiler(&text));
                }
                self.artifacts.push(artifact);
            }
            _ => {}
        }
    }

    fn diagnostic(&mut self, message: CompilerMessage) {
        let CompilerMessage { package_id, target, message, .. } = message;
        let text = message.rendered.unwrap_or_else(|| message.message.clone());
        match message.level {
            DiagnosticLevel::Error | DiagnosticLevel::Ice => {
                // The last one only counts those before it.
                let counts = message.spans.is_empty() && message.message.starts_with("aborting");
                self.has_mistakes |= !counts && !message.message.starts_with("linking with");
                self.only_linking = !self.has_mistakes;
                output::compiler(&text);
            }
            _ => self.warnings.entry(unit(&package_id, &target.name)).or_default().push(text),
        }
    }
}

fn unit(package: &PackageId, target: &str) -> (String, String) {
    (package.repr.clone(), target.to_owned())
}

impl Build {
    /// The library that can be loaded.
    pub fn library(&self) -> Option<PathBuf> {
        let own = self.artifacts.iter().filter(|artifact| artifact.package_id == self.package);
        own.flat_map(|artifact| &artifact.filenames)
            .find(|file| matches!(file.extension(), Some("so" | "dylib" | "dll")))
            .map(|file| file.as_std_path().to_owned())
    }

    /// The binaries, by name.
    pub fn binaries(&self) -> impl Iterator<Item = (&str, PathBuf)> {
        let own = self.artifacts.iter().filter(|artifact| artifact.package_id == self.package);
        own.filter(|artifact| artifact.target.kind.contains(&TargetKind::Bin)).filter_map(
            |artifact| {
                let file = artifact.executable.as_ref()?;
                Some((artifact.target.name.as_str(), file.as_std_path().to_owned()))
            },
        )
    }

    /// The libraries that were there to be linked, each with the name of its package.
    pub fn libraries(&self) -> impl Iterator<Item = (&str, PathBuf)> {
        self.artifacts.iter().flat_map(|artifact| {
            let name = package_name(&artifact.package_id);
            let files = artifact.filenames.iter().filter(|file| file.extension() == Some("rlib"));
            files.map(move |file| (name, file.as_std_path().to_owned()))
        })
    }

    /// The features that a package was built with, if it was built.
    pub fn features(&self, package: &PackageId) -> Option<&[String]> {
        let found = self.artifacts.iter().find(|artifact| {
            artifact.package_id == *package
                && !artifact.target.kind.contains(&TargetKind::CustomBuild)
        });
        found.map(|artifact| artifact.features.as_slice())
    }

    /// Folders with libraries that a program of this build may look for when it starts.
    pub fn dynamic_folders(&self) -> Vec<PathBuf> {
        let is_dynamic =
            |artifact: &&Artifact| artifact.target.crate_types.contains(&CrateType::DyLib);
        let files = self.artifacts.iter().filter(is_dynamic).flat_map(|a| &a.filenames);
        let mut folders: Vec<PathBuf> =
            files.filter_map(|file| Some(file.parent()?.as_std_path().to_owned())).collect();
        folders.dedup();
        folders
    }
}

/// The name in a package's identifier: `source#name@version`, or `source/name#version`.
fn package_name(id: &PackageId) -> &str {
    let (source, rest) = id.repr.rsplit_once('#').unwrap_or(("", &id.repr));
    match rest.split_once('@') {
        Some((name, _)) => name,
        None => source.rsplit('/').next().unwrap_or(source),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_of_packages() {
        for (id, name) in [
            ("path+file:///tmp/a%20b/one#0.1.0", "one"),
            ("path+file:///tmp/folder#two@0.1.0", "two"),
            ("registry+https://github.com/rust-lang/crates.io-index#serde@1.0.0", "serde"),
        ] {
            assert_eq!(package_name(&PackageId { repr: id.to_owned() }), name);
        }
    }
}
