//! What is asked of an encrypted connection, as data: the same for every server.

use std::path::PathBuf;

/// How an encrypted connection is made and what the server has to prove.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Demand {
    /// What is looked at.
    pub verify: Verify,
    /// Who may have signed the server's certificate.
    pub roots: Roots,
    /// Certificates that were taken back, in a file.
    pub revoked: Option<PathBuf>,
    /// Our own certificate and its key, in files.
    pub identity: Option<(PathBuf, PathBuf)>,
    /// The versions of TLS that are let pass.
    pub versions: Versions,
    /// Whether the server is told which name it is called by.
    pub hides_name: bool,
    /// The protocol that is spoken inside, where the server wants to be told.
    pub protocol: Option<&'static str>,
}

/// What of the server's certificate is looked at.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Verify {
    /// Nothing: the connection is encrypted, with whoever is at the other end.
    #[default]
    Nothing,
    /// That it is signed by a root, and in force.
    Authority,
    /// That it is of the host's name, too.
    Name,
}

/// Who may have signed a certificate.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub enum Roots {
    /// Nobody.
    #[default]
    Nobody,
    /// The authorities that the system trusts.
    System,
    /// Those in a file, and no others.
    File(PathBuf),
}

/// The versions of TLS that are let pass.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Versions {
    /// 1.2
    pub v1_2: bool,
    /// 1.3
    pub v1_3: bool,
}

impl Default for Versions {
    fn default() -> Self {
        Self { v1_2: true, v1_3: true }
    }
}
