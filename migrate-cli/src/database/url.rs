use std::fmt;
use std::path::{Path, PathBuf};

use percent_encoding::{AsciiSet, CONTROLS, utf8_percent_encode};

use super::secret;

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
#[error("`{given}` is no database URL: {reason}")]
pub struct UrlError {
    /// What was given, without what could be a password.
    pub given: String,
    /// What is wrong with it, and what to write.
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
/// assert!("${DATABASE_URL}".parse::<DatabaseUrl>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq)]
pub struct DatabaseUrl {
    kind: DatabaseKind,
    // Boxed: it is handed around, and rarely looked into.
    address: Box<Address>,
}

/// A URL as its driver reads it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Address {
    /// What the driver is given.
    pub text: String,
    /// The same for people: without passwords.
    pub shown: String,
    /// The passwords.
    pub secrets: Vec<String>,
    /// What it says openly: the user, the host, the database.
    pub public: Vec<String>,
    /// The file, where the database is one.
    pub file: Option<PathBuf>,
}

impl DatabaseUrl {
    /// One that its driver has read; its passwords are known from now on.
    pub(crate) fn new(kind: DatabaseKind, address: Address) -> Self {
        let public: Vec<&str> = address.public.iter().map(String::as_str).collect();
        address.secrets.iter().for_each(|secret| secret::keep(secret, &public));
        Self { kind, address: Box::new(address) }
    }

    /// Which database it leads to.
    pub fn kind(&self) -> DatabaseKind {
        self.kind
    }

    /// The URL as the driver takes it, password and all; for SQLite the path, or a `file:` URI.
    pub fn secret(&self) -> &str {
        &self.address.text
    }

    /// The file of a SQLite database; none for one in memory.
    pub fn sqlite_file(&self) -> Option<PathBuf> {
        self.address.file.clone()
    }

    /// The same URL with a relative path of a SQLite file read from `folder`.
    pub fn relative_to(mut self, folder: &Path) -> Result<Self, UrlError> {
        let Some(relative) = self.address.file.as_ref().filter(|path| path.is_relative()) else {
            return Ok(self);
        };
        let file = folder.join(relative);
        let Some(path) = file.to_str() else {
            return Err(UrlError {
                given: self.to_string(),
                reason: "its folder's name is not UTF-8; write the whole path with percent-encoding, as in file:/%ff/app.db".into(),
            });
        };
        let text = match self.address.text.strip_prefix("file:") {
            Some(uri) => {
                let options = uri.find('?').map_or("", |at| &uri[at..]);
                format!("file:{}{options}", utf8_percent_encode(path, IN_URI))
            }
            None => path.to_owned(),
        };
        self.address.shown = shown_file(&text);
        self.address.text = text;
        self.address.file = Some(file);
        Ok(self)
    }

    /// The text of a URL to another database of the same server, password and all.
    pub(crate) fn of_database(&self, name: &str) -> String {
        let (rest, query) = match self.address.text.split_once('?') {
            Some((rest, query)) => (rest, Some(query)),
            None => (self.address.text.as_str(), None),
        };
        let authority = rest.find("://").map_or(0, |at| at + 3);
        let end = rest[authority..].find('/').map_or(rest.len(), |at| authority + at);
        let mut text = format!("{}/{}", &rest[..end], utf8_percent_encode(name, IN_URI));
        // libpq takes the database from here before it takes it from the path.
        let kept = query.into_iter().flat_map(|query| query.split('&'));
        for (index, pair) in kept.filter(|pair| !pair.starts_with("dbname=")).enumerate() {
            text.push(if index == 0 { '?' } else { '&' });
            text.push_str(pair);
        }
        text
    }
}

/// What SQLite and other readers of URIs take for more than a character of the path.
const IN_URI: &AsciiSet = &CONTROLS.add(b' ').add(b'%').add(b'?').add(b'#').add(b'"').add(b'\\');

/// How the database in a file is written for people.
pub fn shown_file(text: &str) -> String {
    match text.starts_with("file:") {
        true => text.to_owned(),
        false => format!("sqlite:{text}"),
    }
}

/// The scheme of a URL in lower case, and what stands after its `:`. A single letter is a drive.
pub fn scheme(text: &str) -> Option<(String, &str)> {
    let (scheme, rest) = text.split_once(':')?;
    let is_scheme = scheme.len() > 1
        && scheme.starts_with(|c: char| c.is_ascii_alphabetic())
        && scheme.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'+' | b'-' | b'.'));
    is_scheme.then(|| (scheme.to_ascii_lowercase(), rest))
}

impl fmt::Display for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.address.shown)
    }
}

impl fmt::Debug for DatabaseUrl {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "DatabaseUrl({self})")
    }
}
