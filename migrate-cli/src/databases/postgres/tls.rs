//! TLS for PostgreSQL: what libpq's options ask for, and the connection for the driver.

use std::convert::Infallible;
use std::future::Future;
use std::io;
use std::path::{Path, PathBuf};
use std::pin::Pin;

use ::postgres::Socket;
use ::postgres::tls::{MakeTlsConnect, TlsConnect};
use tokio_postgres_rustls::MakeRustlsConnect;

use super::settings::{Mode, RootCert, Ssl};
use crate::database::tls::{Client, Demand, Roots, Verify, failure};

/// What the options ask for, with the files that libpq looks for in `~/.postgresql` where none is named.
pub fn demand(ssl: &Ssl, home: Option<&Path>) -> Result<Demand, String> {
    let standard = |name: &str| home.map(|home| home.join(".postgresql").join(name));
    let there = |path: Option<PathBuf>| path.filter(|path| path.exists());
    let named = |option: &str, path: &PathBuf| match path.exists() {
        true => Ok(path.clone()),
        false => Err(format!("{option}: there is no file {}", path.display())),
    };
    let roots = match &ssl.root_cert {
        Some(RootCert::System) => Roots::System,
        Some(RootCert::File(path)) => Roots::File(named("sslrootcert", path)?),
        None => there(standard("root.crt")).map_or(Roots::Nobody, Roots::File),
    };
    let verify = match (ssl.mode, &roots) {
        (Mode::VerifyCa | Mode::VerifyFull, Roots::Nobody) => {
            return Err("sslmode=verify-ca and verify-full need the certificate of an authority: sslrootcert=FILE, ~/.postgresql/root.crt, or sslrootcert=system for those that the system trusts".to_owned());
        }
        (Mode::VerifyFull, _) => Verify::Name,
        // A root that is there is looked at, whatever the mode.
        (_, Roots::File(_) | Roots::System) => Verify::Authority,
        (_, Roots::Nobody) => Verify::Nothing,
    };
    let revoked = match &ssl.crl {
        Some(_) if verify == Verify::Nothing => {
            return Err("sslcrl needs the certificate of an authority, sslrootcert=FILE".to_owned());
        }
        Some(path) => Some(named("sslcrl", path)?),
        None => there(standard("root.crl")).filter(|_| verify != Verify::Nothing),
    };
    let certificate = match &ssl.cert {
        Some(path) => Some(named("sslcert", path)?),
        None => there(standard("postgresql.crt")),
    };
    let identity = match certificate.filter(|_| !ssl.sends_no_cert) {
        Some(certificate) => {
            let key = ssl.key.clone().or_else(|| standard("postgresql.key"));
            let key = key.ok_or("sslcert is given without sslkey")?;
            let key = named("sslkey", &key)?;
            only_for_us(&key)?;
            Some((certificate, key))
        }
        None if ssl.key.is_some() && !ssl.sends_no_cert => {
            return Err("sslkey is given without sslcert".to_owned());
        }
        None => None,
    };
    Ok(Demand {
        verify,
        roots,
        revoked,
        identity,
        versions: ssl.versions,
        hides_name: ssl.hides_name,
        protocol: ssl.direct.then_some("postgresql"),
    })
}

/// As libpq has it: nobody else may read a private key, but its owner's group where the owner is root.
#[cfg(unix)]
fn only_for_us(key: &Path) -> Result<(), String> {
    use std::os::unix::fs::MetadataExt;
    let metadata =
        std::fs::metadata(key).map_err(|e| format!("could not read {}: {e}", key.display()))?;
    let others = if metadata.uid() == 0 { 0o037 } else { 0o077 };
    match metadata.mode() & others {
        0 => Ok(()),
        _ => Err(format!(
            "the private key in {} can be read by others; chmod 0600 makes it yours alone",
            key.display()
        )),
    }
}

#[cfg(not(unix))]
fn only_for_us(_: &Path) -> Result<(), String> {
    Ok(())
}

/// Encrypts connections for the driver.
#[derive(Clone)]
pub struct Connector {
    connect: MakeRustlsConnect,
    name: String,
}

impl Connector {
    /// For the host that the client was made for.
    pub fn new(client: &Client) -> Self {
        Self {
            connect: MakeRustlsConnect::new((*client.config).clone()),
            name: client.name.to_str().into_owned(),
        }
    }
}

/// Why a connection was not encrypted.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct Failure(String);

/// One connection that is being encrypted.
pub struct Connecting<C>(C);

impl MakeTlsConnect<Socket> for Connector {
    type Stream = <MakeRustlsConnect as MakeTlsConnect<Socket>>::Stream;
    type TlsConnect = Connecting<<MakeRustlsConnect as MakeTlsConnect<Socket>>::TlsConnect>;
    type Error = Infallible;

    // The name that the certificate has to be for is known already.
    fn make_tls_connect(&mut self, _: &str) -> Result<Self::TlsConnect, Infallible> {
        MakeTlsConnect::<Socket>::make_tls_connect(&mut self.connect, &self.name).map(Connecting)
    }
}

impl<C> TlsConnect<Socket> for Connecting<C>
where
    C: TlsConnect<Socket, Error = io::Error>,
    C::Future: Send + 'static,
{
    type Stream = C::Stream;
    type Error = Failure;
    type Future = Pin<Box<dyn Future<Output = Result<C::Stream, Failure>> + Send>>;

    fn connect(self, stream: Socket) -> Self::Future {
        let connecting = self.0.connect(stream);
        Box::pin(async move { connecting.await.map_err(|error| Failure(failure(&error))) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn home(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().expect("a folder");
        std::fs::create_dir(folder.path().join(".postgresql")).expect("a folder");
        for name in files {
            // Temporary files are for us alone.
            let file = tempfile::NamedTempFile::new_in(folder.path()).expect("a file");
            file.persist(folder.path().join(".postgresql").join(name)).expect("a file");
        }
        folder
    }

    fn asked(mode: Mode, files: &[&str]) -> Result<(Verify, bool, bool), String> {
        let home = home(files);
        let demand = demand(&Ssl { mode, ..Ssl::default() }, Some(home.path()))?;
        Ok((demand.verify, demand.identity.is_some(), demand.revoked.is_some()))
    }

    #[test]
    fn the_files_of_the_home_folder_count_as_they_do_for_libpq() {
        assert_eq!(asked(Mode::Require, &[]), Ok((Verify::Nothing, false, false)));
        assert_eq!(asked(Mode::Prefer, &["root.crl"]), Ok((Verify::Nothing, false, false)));
        assert_eq!(asked(Mode::Require, &["root.crt"]), Ok((Verify::Authority, false, false)));
        assert_eq!(
            asked(Mode::VerifyFull, &["root.crt", "root.crl"]),
            Ok((Verify::Name, false, true))
        );
        let client = ["postgresql.crt", "postgresql.key"];
        assert_eq!(asked(Mode::Require, &client), Ok((Verify::Nothing, true, false)));
        assert!(asked(Mode::VerifyCa, &[]).is_err());
        assert!(asked(Mode::Require, &["postgresql.crt"]).is_err());
    }

    #[test]
    fn a_file_that_is_named_has_to_be_there() {
        let ssl = |option: &str| {
            let none = Some(PathBuf::from("/no/such/file"));
            match option {
                "root" => Ssl { root_cert: none.map(RootCert::File), ..Ssl::default() },
                "cert" => Ssl { cert: none, ..Ssl::default() },
                "key" => Ssl { key: none, ..Ssl::default() },
                _ => Ssl { crl: none, ..Ssl::default() },
            }
        };
        for option in ["root", "cert", "key", "crl"] {
            assert!(demand(&ssl(option), None).is_err(), "{option}");
        }
    }
}
