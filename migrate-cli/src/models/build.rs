//! Builds the package and asks it for its models.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use cargo_metadata::{Message, Metadata, MetadataCommand, Package, TargetKind};
use model_core::registry::PRINT_VARIABLE;
use model_core::schema::Schema;

use super::document;
use crate::context::Context;
use crate::problem::{Problem, Result};

/// What a package said.
pub struct Built {
    /// Its models.
    pub schema: Schema,
    /// How to call it.
    pub package: String,
    /// What to do where it has none.
    pub advice: String,
}

/// Builds the package that the options name, and reads its models.
pub fn load(context: &Context) -> Result<Built> {
    let options = Options::of(context);
    let metadata = metadata(&options)?;
    let package = choose(&metadata, &options)?;
    let target = target(package, &options)?;
    context.output.detail(format!("Building {} to read its models", package.name));
    let folder = tempfile::tempdir()
        .map_err(|e| Problem::new("could not make a temporary folder").because(e))?;
    let file = folder.path().join("models.json");
    let origin = format!("package `{}`", package.name);
    match &target {
        Target::Library => {
            let library = build(package, &target, &options, context)?;
            super::child::run(&library, &file, &origin)?;
        }
        Target::Binary(_) => {
            let binary = build(package, &target, &options, context)?;
            ask_binary(&binary, &file, &origin)?;
        }
    }
    let text = std::fs::read_to_string(&file).map_err(|e| {
        Problem::new(format!("the models of {origin} could not be read")).because(e)
    })?;
    let place = match &target {
        Target::Library => "its library",
        Target::Binary(_) => "this binary",
    };
    Ok(Built {
        schema: document::parse(&text, &origin)?,
        advice: format!(
            "{place} links no struct with #[derive(Model)]: choose the package with -p, a binary with --bin, or turn a feature on with --features{}",
            match context.global.features.is_empty() {
                true => "",
                false => " (given already)",
            }
        ),
        package: origin,
    })
}

/// What the command line and `migrate.toml` say about the package.
struct Options {
    package: Option<String>,
    manifest_path: Option<PathBuf>,
    features: Vec<String>,
    bin: Option<String>,
}

impl Options {
    fn of(context: &Context) -> Self {
        let (flags, config) = (&context.global, &context.located.config.generate);
        let features = match flags.features.is_empty() {
            true => config.features.clone(),
            false => flags.features.clone(),
        };
        Self {
            package: flags.package.clone().or_else(|| config.package.clone()),
            manifest_path: flags.manifest_path.clone(),
            features,
            bin: flags.bin.clone().or_else(|| config.bin.clone()),
        }
    }
}

enum Target {
    Library,
    Binary(String),
}

fn metadata(options: &Options) -> Result<Metadata> {
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

/// The package of `-p`, of the current folder, or the only one of the workspace that uses model-core.
fn choose<'a>(metadata: &'a Metadata, options: &Options) -> Result<&'a Package> {
    let members = metadata.workspace_packages();
    let names = |packages: &[&Package]| {
        packages.iter().map(|p| p.name.to_string()).collect::<Vec<_>>().join(", ")
    };
    if let Some(spec) = &options.package {
        // A specification may carry a version or a path before the name, as in cargo.
        let name = spec.rsplit(['#', '/']).next().unwrap_or(spec);
        let name = name.split('@').next().unwrap_or(name);
        return members.iter().find(|p| p.name.as_str() == name).copied().ok_or_else(|| {
            Problem::new(format!("there is no package `{spec}` in this workspace"))
                .help(format!("-p takes one of: {}", names(&members)))
        });
    }
    let manifest = match &options.manifest_path {
        Some(path) => path.canonicalize().ok(),
        None => std::env::current_dir().ok().and_then(|here| nearest_manifest(&here)),
    };
    let here = members.iter().find(|package| {
        let path = package.manifest_path.as_std_path().canonicalize().ok();
        path.is_some() && path == manifest
    });
    if let Some(package) = here {
        return Ok(package);
    }
    let users: Vec<&Package> = members
        .iter()
        .filter(|p| p.dependencies.iter().any(|d| d.name == "model-core"))
        .copied()
        .collect();
    match users.as_slice() {
        [one] => Ok(one),
        [] => Err(Problem::new("no package of this workspace uses model-core")
            .help("add model-core to the package with the models, and name it with -p")),
        several => Err(Problem::new("several packages of this workspace could have the models")
            .help(format!("choose with -p: {}", names(several)))),
    }
}

fn nearest_manifest(start: &Path) -> Option<PathBuf> {
    start
        .ancestors()
        .map(|folder| folder.join("Cargo.toml"))
        .find(|path| path.is_file())
        .and_then(|path| path.canonicalize().ok())
}

fn target(package: &Package, options: &Options) -> Result<Target> {
    let bins: Vec<&str> = package
        .targets
        .iter()
        .filter(|t| t.kind.contains(&TargetKind::Bin))
        .map(|t| t.name.as_str())
        .collect();
    if let Some(bin) = &options.bin {
        return match bins.contains(&bin.as_str()) {
            true => Ok(Target::Binary(bin.clone())),
            false => Err(Problem::new(format!("package `{}` has no binary `{bin}`", package.name))
                .help(match bins.is_empty() {
                    true => "leave --bin out".to_owned(),
                    false => format!("--bin takes one of: {}", bins.join(", ")),
                })),
        };
    }
    let library = [TargetKind::Lib, TargetKind::RLib, TargetKind::DyLib, TargetKind::CDyLib];
    if package.targets.iter().any(|t| t.kind.iter().any(|kind| library.contains(kind))) {
        return Ok(Target::Library);
    }
    match (bins.as_slice(), &package.default_run) {
        (_, Some(bin)) => Ok(Target::Binary(bin.clone())),
        ([one], None) => Ok(Target::Binary((*one).to_owned())),
        ([], None) => {
            Err(Problem::new(format!("package `{}` has neither library nor binary", package.name)))
        }
        (several, None) => Err(Problem::new(format!(
            "package `{}` has several binaries and no library",
            package.name
        ))
        .help(format!("choose with --bin: {}", several.join(", ")))),
    }
}

/// Builds the target, cargo's own words on standard error, and gives the file that came out.
fn build(
    package: &Package,
    target: &Target,
    options: &Options,
    context: &Context,
) -> Result<PathBuf> {
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(cargo);
    match target {
        Target::Library => command.args(["rustc", "--lib", "--crate-type", "cdylib"]),
        Target::Binary(name) => command.args(["build", "--bin", name]),
    };
    command.arg("--message-format=json-render-diagnostics");
    command.arg("--manifest-path").arg(package.manifest_path.as_std_path());
    if !options.features.is_empty() {
        command.arg("--features").arg(options.features.join(","));
    }
    if !context.global.verbose {
        // Warnings and errors are still shown.
        command.arg("--quiet");
    }
    let output = command
        .stderr(Stdio::inherit())
        .stdin(Stdio::null())
        .output()
        .map_err(|e| Problem::new("cargo could not be started").because(e))?;
    if !output.status.success() {
        return Err(Problem::new(format!("package `{}` does not build", package.name))
            .help("correct what cargo says above; nothing was written"));
    }
    let mut built = None;
    for message in Message::parse_stream(output.stdout.as_slice()) {
        let message =
            message.map_err(|e| Problem::new("cargo's messages could not be read").because(e))?;
        let Message::CompilerArtifact(artifact) = message else { continue };
        if artifact.package_id != package.id {
            continue;
        }
        let file = match target {
            Target::Library => artifact
                .filenames
                .iter()
                .find(|f| matches!(f.extension(), Some("so" | "dylib" | "dll")))
                .cloned(),
            Target::Binary(_) => artifact.executable.clone(),
        };
        built = file.or(built);
    }
    built.map(PathBuf::from).ok_or_else(|| {
        Problem::new(format!("cargo did not say what it built of package `{}`", package.name))
    })
}

fn ask_binary(binary: &Path, file: &Path, origin: &str) -> Result<()> {
    // No standard input, and its output thrown away: a program without the registry in it runs as
    // it always does.
    let status = Command::new(binary)
        .env(PRINT_VARIABLE, file)
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .status()
        .map_err(|e| {
            Problem::new(format!("{} could not be started", binary.display())).because(e)
        })?;
    if file.is_file() {
        return Ok(());
    }
    Err(Problem::new(format!("{origin} did not tell its models ({status})")).help(
        "a program tells them only when it links model-core and is built for debugging; or print them once with `migrate models` where that works, and give --schema FILE",
    ))
}
