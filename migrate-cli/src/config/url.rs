//! Which of the four places the database's URL is taken from.

use crate::database::DatabaseUrl;
use crate::problem::{Problem, Result};

use super::Located;

const VARIABLE: &str = "DATABASE_URL";

/// Where a URL was found, for messages.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum UrlSource {
    /// The environment
    Environment,
    /// `.env`
    DotEnv,
    /// `migrate.toml`
    Config,
}

impl UrlSource {
    fn words(self) -> &'static str {
        match self {
            Self::Environment => "DATABASE_URL of the environment",
            Self::DotEnv => "DATABASE_URL of .env",
            Self::Config => "[database] url of migrate.toml",
        }
    }
}

/// The first URL of: the flag, the environment, `.env`, `migrate.toml`.
pub fn database_url(flag: Option<&DatabaseUrl>, config: &Located) -> Result<Option<DatabaseUrl>> {
    if let Some(url) = flag {
        return Ok(Some(url.clone()));
    }
    let environment = std::env::var(VARIABLE).ok().filter(|text| !text.is_empty());
    let found = match environment {
        Some(text) => Some((UrlSource::Environment, text)),
        None => match dot_env()? {
            Some(text) => Some((UrlSource::DotEnv, text)),
            None => config.config.database.url.clone().map(|text| (UrlSource::Config, text)),
        },
    };
    let Some((source, text)) = found else { return Ok(None) };
    let url: DatabaseUrl =
        text.parse().map_err(|e| Problem::new(format!("{}: {e}", source.words())))?;
    Ok(Some(match source {
        UrlSource::Config => url.relative_to(&config.folder),
        _ => url,
    }))
}

fn dot_env() -> Result<Option<String>> {
    let unreadable = |e: dotenvy::Error| {
        Problem::new(".env can't be understood")
            .because(e)
            .help("correct the line, or give --database-url")
    };
    let entries = match dotenvy::dotenv_iter() {
        Ok(entries) => entries,
        Err(e) if e.not_found() => return Ok(None),
        Err(e) => return Err(unreadable(e)),
    };
    for entry in entries {
        let (key, value) = entry.map_err(unreadable)?;
        if key == VARIABLE && !value.is_empty() {
            return Ok(Some(value));
        }
    }
    Ok(None)
}
