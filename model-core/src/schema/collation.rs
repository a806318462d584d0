use serde::{Deserialize, Serialize};

use super::QualifiedName;

/// A collation of PostgreSQL that somebody made.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Collation {
    /// Its name.
    pub name: QualifiedName,
    /// Who compares: `icu`, `libc` or `builtin`.
    pub provider: String,
    /// The locale that strings are sorted by.
    pub locale: String,
    /// libc: the locale that characters are told apart by, where it is another one.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub ctype: Option<String>,
    /// Whether strings that sort alike may differ: they are the same then.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub nondeterministic: bool,
    /// ICU: rules of its own on top of the locale's.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub rules: Option<String>,
    /// The comment that the database keeps.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub comment: Option<String>,
}
