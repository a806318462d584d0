use std::fmt;
use std::path::{Path, PathBuf};

/// Which database a URL leads to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DatabaseKind {
    /// SQLite
    Sqlite,
    /// PostgreSQL
    Postgres,
    /// MariaDB or MySQL
    Mysql,
}

/// Why a text is no database URL.
#[derive(Debug, thiserror::Error)]
#[error(
    "`{given}` is no database URL: {reason}; write sqlite:PATH, postgres://USER@HOST/NAME or mysql://USER@HOST/NAME"
)]
pub struct UrlError {
    /// What was given, without a password.
    pub given: String,
    /// What is wrong with it.
    pub reason: String,
}

/// A database URL. Printing it never shows the password.
///
/// ```
/// use migrate_cli::{DatabaseKind, DatabaseUrl};
///
/// let url: DatabaseUrl = "postgres://me:secret@localhost/app".parse().unwrap();
/// assert_eq!(url.kind(), DatabaseKind::Postgres);
/// assert_eq!(url.to_string(), "postgres://me:***@localhost/app");
/// assert_eq!("app.db".parse::<DatabaseUrl>().unwrap().kind(), DatabaseKind::Sqlite);
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl {
    kind: DatabaseKind,
    text: String,
}

impl DatabaseUrl {
    /// Which database it leads to.
    pub fn kind(&self) -> DatabaseKind {
        self.kind
    }

    /// The URL as the driver takes it, password and all; for SQLite the path.
    pub fn secret(&self) -> &str {
        &self.text
    }

    /// The file of a SQLite database; none for one in memory or behind a `file:` URI.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        let is_file = self.kind == DatabaseKind::Sqlite
            && self.text != ":memory:"
            && !self.text.starts_with("file:");
        is_file.then(|| PathBuf::from(&self.text))
    }

    /// The same URL with a relative path of a SQLite file read from `folder`.
    pub fn relative_to(self, folder: &Path) -> Self {
        match self.sqlite_file() {
            Some(path) if path.is_relative() => {
                Self { kind: self.kind, text: folder.join(path).to_string_lossy().into_owned() }
            }
            _ => self,
        }
    }

    /// The same server, another database.
    pub fn with_database(&self, name: &str) -> Result<Self, UrlError> {
        let unfit = |reason: String| UrlError { given: self.to_string(), reason };
        let mut url = ::url::Url::parse(&self.text).map_err(|e| unfit(e.to_string()))?;
        url.set_path(&format!("/{name}"));
        // libpq takes the database from here before it takes it from the path.
        if url.query_pairs().any(|(key, _)| key == "dbname") {
            return Err(unfit("the database is named by `dbname`".into()));
        }
        Ok(Self { kind: self.kind, text: url.into() })
    }
}

impl std::str::FromStr for DatabaseUrl {
    type Err = UrlError;

    fn from_str(text: &str) -> Result<Self, UrlError> {
        let scheme = text.split_once(':').map(|(scheme, _)| scheme);
        let (kind, text) = match scheme {
            Some("postgres" | "postgresql") => (DatabaseKind::Postgres, text.to_owned()),
            Some("mysql" | "mariadb") => {
                (DatabaseKind::Mysql, text.replacen("mariadb:", "mysql:", 1))
            }
            Some("sqlite") => {
                let path = &text["sqlite:".len()..];
                (DatabaseKind::Sqlite, path.strip_prefix("//").unwrap_or(path).to_owned())
            }
            // Diesel's own form for SQLite, which the library opens as a URI.
            Some("file") => (DatabaseKind::Sqlite, text.to_owned()),
            Some(_) if text.contains("://") => {
                return Err(UrlError {
                    given: redact(text),
                    reason: "the scheme is of no database known here".into(),
                });
            }
            _ => (DatabaseKind::Sqlite, text.to_owned()),
        };
        if text.is_empty() {
            return Err(UrlError { given: text, reason: "the path is empty".into() });
        }
        Ok(Self { kind, text })
    }
}

fn redact(text: &str) -> String {
    match ::url::Url::parse(text) {
        Ok(mut url) => {
            if url.password().is_some() && url.set_password(Some("***")).is_err() {
                return "a URL with a password".into();
            }
            let secret_keys = ["password", "sslpassword"];
            if url.query_pairs().any(|(key, _)| secret_keys.contains(&&*key)) {
                let kept: Vec<(String, String)> = url
                    .query_pairs()
                    .filter(|(key, _)| !secret_keys.contains(&&**key))
                    .map(|(key, value)| (key.into_owned(), value.into_owned()))
                    .collect();
                url.query_pairs_mut().clear().extend_pairs(kept);
            }
            url.to_string()
        }
        // What does not parse can't be redacted piece by piece, so nothing after the scheme is told.
        Err(_) => match text.split_once("://") {
            Some((scheme, _)) => format!("{scheme}://…"),
            None => text.to_owned(),
        },
    }
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self.kind {
            DatabaseKind::Sqlite => write!(f, "sqlite:{}", self.text),
            _ => f.write_str(&redact(&self.text)),
        }
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}
