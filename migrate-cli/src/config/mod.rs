//! `migrate.toml`: every key has a default, and a key that is none is an error.

mod url;
mod write;

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use model_core::schema::ObjectKind;
use serde::{Deserialize, Serialize};

use crate::database::secret;
use crate::hazard::HazardKind;
use crate::problem::{Problem, Result};

pub use self::url::{database_url, scratch_url};
pub use self::write::write_names;

/// The name of the file.
pub const FILE: &str = "migrate.toml";

/// What `migrate init` writes.
pub const TEMPLATE: &str = r#"# Every key can be left out; what stands behind a `#` is its default.

[database]
# --database-url, then DATABASE_URL of the environment, then of .env, come before this.
# url = "sqlite:app.db"
# Another server of the same kind and version, on which scratch databases are made: migrations are tried,
# replayed and compared there (SQLite's are in memory).
# scratch_url = "postgres://me@localhost/postgres"
# How many seconds `upgrade` and `downgrade` wait for another migrator.
# lock_timeout = 60

[generate]
# The folder of the migrations, beside this file.
# directory = "migrations"
# Tables that are left alone, by name; `*` and `?` stand for any characters.
# ignore = []
# What is dropped where the models do not declare it: views, functions, procedures, triggers, rules,
# policies, domains, types, statistics, events. Of all others, what the models do not declare is kept.
# manage = []
# What a constraint or an index that differs in nothing but its name is: with "convention" it gets
# the name of the models, with "keep" it keeps the one that it has.
# names = "convention"
# The package whose models are read, as in cargo.
# package = "app"
# bin = "app"
# features = []
# all_features = false
# no_default_features = false

[lint]
# Dangers by name: those that `migrate lint` stops at, and those it lets pass.
# deny = ["drops-table", "drops-column", "drops-data", "blocks-writes"]
# allow = []

[pull]
# How structs are called: "singular" (Category of categories), "diesel" (without the last s alone).
# style = "singular"
# Types of fields by types of the database: a name that models know, or { rust, sql_type, newtype, json }.
# types = {}
"#;

/// The whole file.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Config {
    /// `[database]`
    pub database: Database,
    /// `[generate]`
    pub generate: Generate,
    /// `[lint]`
    pub lint: Lint,
    /// `[pull]`
    pub pull: Pull,
}

/// What may be declared beside tables, by the word of `[generate] manage`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Managed {
    Views,
    Functions,
    Procedures,
    Triggers,
    Rules,
    Policies,
    Domains,
    Types,
    Statistics,
    Events,
}

impl Managed {
    /// The kinds of objects.
    pub fn kinds(self) -> &'static [ObjectKind] {
        match self {
            Self::Views => &[ObjectKind::View, ObjectKind::MaterializedView],
            Self::Functions => &[ObjectKind::Function],
            Self::Procedures => &[ObjectKind::Procedure],
            Self::Triggers => &[ObjectKind::Trigger],
            Self::Rules => &[ObjectKind::Rule],
            Self::Policies => &[ObjectKind::Policy],
            Self::Domains => &[ObjectKind::Domain],
            Self::Types => &[ObjectKind::Type],
            Self::Statistics => &[ObjectKind::Statistics],
            Self::Events => &[ObjectKind::Event],
        }
    }
}

/// Which database, and how it is waited for.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Database {
    /// Its URL.
    pub url: Option<String>,
    /// Where scratch databases are made.
    pub scratch_url: Option<String>,
    /// Seconds.
    pub lock_timeout: Option<u64>,
}

/// How migrations are made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Generate {
    /// The folder of the migrations.
    pub directory: Option<PathBuf>,
    /// Tables that are left alone.
    pub ignore: Vec<String>,
    /// What is dropped where the models do not declare it.
    pub manage: Vec<Managed>,
    /// Whose names constraints and indexes have.
    pub names: Option<Names>,
    /// The package whose models are read.
    pub package: Option<String>,
    /// Its binary, where it has no library.
    pub bin: Option<String>,
    /// Its features.
    pub features: Vec<String>,
    /// All of its features.
    pub all_features: bool,
    /// Without those that are on by default.
    pub no_default_features: bool,
}

/// Whose names constraints and indexes have that differ in nothing but their names.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, Serialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum Names {
    /// The models': those of the database are renamed
    #[default]
    Convention,
    /// The database's: another name is no difference
    Keep,
}

impl Names {
    /// As it is written.
    pub fn word(self) -> &'static str {
        match self {
            Self::Convention => "convention",
            Self::Keep => "keep",
        }
    }
}

/// How models are pulled.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Pull {
    /// How structs are called.
    pub style: Option<PullStyle>,
    /// Types of fields by types of the database.
    pub types: BTreeMap<String, MappedType>,
}

/// How structs are called.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize, clap::ValueEnum)]
#[serde(rename_all = "lowercase")]
pub enum PullStyle {
    /// By the singular of their tables: `Category` of `categories`
    #[default]
    Singular,
    /// So that Diesel would call their tables back: without the last `s` alone
    Diesel,
}

/// The type of a field for a type of the database.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(untagged)]
pub enum MappedType {
    /// One that the derive knows.
    Rust(String),
    /// One that it is told about.
    Told(ToldType),
}

/// A type that the derive is told about.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ToldType {
    /// The type.
    pub rust: String,
    /// Diesel's SQL type.
    #[serde(default)]
    pub sql_type: Option<String>,
    /// The type inside.
    #[serde(default)]
    pub newtype: Option<String>,
    /// It is kept as JSON.
    #[serde(default)]
    pub json: bool,
}

/// Which dangers stop `migrate lint`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Lint {
    /// Those that stop it.
    pub deny: Option<Vec<HazardKind>>,
    /// Those that it lets pass.
    pub allow: Vec<HazardKind>,
}

/// The file and the folder it was found in.
#[derive(Debug, Clone)]
pub struct Located {
    /// What it says.
    pub config: Config,
    /// The folder that its paths are relative to.
    pub folder: PathBuf,
}

/// Reads the nearest `migrate.toml`, from `start` upwards. Without one everything is at its
/// default and paths are relative to `start`.
pub fn find(start: &Path) -> Result<Located> {
    // Bounded by the package or workspace that `start` is in: a stray file further up is not ours.
    for folder in start.ancestors() {
        let path = folder.join(FILE);
        if path.is_file() {
            let shown = path.strip_prefix(start).unwrap_or(&path);
            return Ok(Located { config: read(shown)?, folder: folder.to_owned() });
        }
        if folder.join(".git").exists() {
            break;
        }
    }
    Ok(Located { config: Config::default(), folder: start.to_owned() })
}

fn read(path: &Path) -> Result<Config> {
    let text = std::fs::read_to_string(path)
        .map_err(|e| Problem::new(format!("could not read {}", path.display())).because(e))?;
    toml::from_str(&text).map_err(|e| {
        // The lines around the fault are shown, and nothing has read the URL in them.
        secret::suspect(&text);
        Problem::new(format!("{} can't be understood", path.display()))
            .because(e.message().to_owned())
            .help("`migrate init` in an empty folder writes a file with every key")
            .at_span(path, text, e.span())
    })
}

impl Problem {
    fn at_span(self, path: &Path, text: String, span: Option<std::ops::Range<usize>>) -> Self {
        match span {
            Some(span) => self.at(crate::problem::Snippet {
                source: miette::NamedSource::new(path.display().to_string(), text),
                span: (span.start, span.len()),
                label: "here".into(),
            }),
            None => self,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_template_says_nothing_but_defaults() {
        let parsed: Config = toml::from_str(TEMPLATE).expect("the template is a valid file");
        assert_eq!(parsed, Config::default());
    }

    #[test]
    fn every_key_of_the_template_is_known() {
        let keys: String = TEMPLATE
            .lines()
            .map(|line| match line.strip_prefix("# ").filter(|l| l.contains(" = ")) {
                Some(key) => format!("{key}\n"),
                None => format!("{line}\n"),
            })
            .collect();
        let parsed: Config = toml::from_str(&keys).expect("every key is known");
        assert_eq!(parsed.database.lock_timeout, Some(60));
        assert_eq!(parsed.generate.package.as_deref(), Some("app"));
    }

    #[test]
    fn an_unknown_key_is_an_error() {
        assert!(toml::from_str::<Config>("[generate]\nignored = []").is_err());
    }
}
