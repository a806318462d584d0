//! Which package, and how it is built: the command line, and `migrate.toml` where that says nothing.

use std::path::PathBuf;

use crate::context::Context;

/// What a person chose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Options {
    /// `-p`
    pub package: Option<String>,
    /// `--manifest-path`
    pub manifest_path: Option<PathBuf>,
    /// `--bin`
    pub bin: Option<String>,
    /// What is turned on.
    pub features: Features,
}

/// Cargo's three options for features.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Features {
    /// `--features`
    pub named: Vec<String>,
    /// `--all-features`
    pub all: bool,
    /// `--no-default-features`
    pub no_default: bool,
}

impl Options {
    /// Those of this command. Features of the command line replace those of the file, all three
    /// options together.
    pub fn of(context: &Context) -> Self {
        let (flags, config) = (&context.global, &context.located.config.generate);
        let given = Features {
            named: flags.features.clone(),
            all: flags.all_features,
            no_default: flags.no_default_features,
        };
        let configured = Features {
            named: config.features.clone(),
            all: config.all_features,
            no_default: config.no_default_features,
        };
        Self {
            package: flags.package.clone().or_else(|| config.package.clone()),
            manifest_path: flags.manifest_path.clone(),
            bin: flags.bin.clone().or_else(|| config.bin.clone()),
            features: if given == Features::default() { configured } else { given },
        }
    }
}

impl Features {
    /// As cargo takes them.
    pub fn arguments(&self) -> Vec<String> {
        let mut arguments = Vec::new();
        if !self.named.is_empty() {
            arguments.extend(["--features".to_owned(), self.named.join(",")]);
        }
        if self.all {
            arguments.push("--all-features".to_owned());
        }
        if self.no_default {
            arguments.push("--no-default-features".to_owned());
        }
        arguments
    }
}
