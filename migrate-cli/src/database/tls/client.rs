//! Makes of what is asked for what `rustls` is told.

use std::path::Path;
use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::crypto::{CryptoProvider, ring};
use rustls::pki_types::pem::PemObject;
use rustls::pki_types::{
    CertificateDer, CertificateRevocationListDer, IpAddr, Ipv4Addr, PrivateKeyDer, ServerName,
};
use rustls::{ClientConfig, RootCertStore, version};

use super::verify::{Chain, Verifier, reason};
use super::{Demand, Roots, Verify};

/// How to talk TLS to one host.
#[derive(Debug, Clone)]
pub struct Client {
    /// For `rustls`.
    pub config: Arc<ClientConfig>,
    /// What the certificate has to be for.
    pub name: ServerName<'static>,
}

/// Reads all files that are named. `host` is what the URL calls the server.
pub fn client(demand: &Demand, host: &str) -> Result<Client, String> {
    let provider = Arc::new(ring::default_provider());
    let versions =
        [(demand.versions.v1_3, &version::TLS13), (demand.versions.v1_2, &version::TLS12)];
    let versions: Vec<_> =
        versions.into_iter().filter(|(wanted, _)| *wanted).map(|(_, version)| version).collect();
    let name = match ServerName::try_from(host.to_owned()) {
        Ok(name) => name,
        // Where nobody looks at the name, it need not be one.
        Err(_) if demand.verify != Verify::Name => {
            ServerName::IpAddress(IpAddr::V4(Ipv4Addr::from([0; 4])))
        }
        Err(_) => return Err("the host can't be what a certificate is for".to_owned()),
    };
    let config = ClientConfig::builder_with_provider(provider.clone())
        .with_protocol_versions(&versions)
        .map_err(|e| e.to_string())?
        .dangerous()
        .with_custom_certificate_verifier(Arc::new(verifier(demand, host, provider)?));
    let mut config = match &demand.identity {
        Some((certificate, key)) => {
            let chain = certificates(certificate)?;
            let refused = |e: rustls::Error| {
                format!(
                    "{} and {} are no certificate and its key: {e}",
                    certificate.display(),
                    key.display()
                )
            };
            config.with_client_auth_cert(chain, private_key(key)?).map_err(refused)?
        }
        None => config.with_no_client_auth(),
    };
    config.enable_sni = !demand.hides_name;
    config.alpn_protocols = demand.protocol.iter().map(|name| name.as_bytes().to_vec()).collect();
    Ok(Client { config: Arc::new(config), name })
}

fn verifier(
    demand: &Demand,
    host: &str,
    provider: Arc<CryptoProvider>,
) -> Result<Verifier, String> {
    if demand.verify == Verify::Nothing {
        return Ok(Verifier { chain: None, provider });
    }
    let roots = match &demand.roots {
        Roots::Nobody => Vec::new(),
        Roots::File(path) => certificates(path)?,
        Roots::System => rustls_native_certs::load_native_certs().certs,
    };
    let mut store = RootCertStore::empty();
    // A file of many authorities has some that nobody can use any more.
    let (usable, _) = store.add_parsable_certificates(roots.iter().cloned());
    if usable == 0 {
        return Err(match &demand.roots {
            Roots::File(path) => format!("{} has no certificate of an authority", path.display()),
            _ => "the system has no certificates of authorities; name a file of them".to_owned(),
        });
    }
    let mut web = WebPkiServerVerifier::builder_with_provider(Arc::new(store), provider.clone());
    if let Some(path) = &demand.revoked {
        let lists: Result<Vec<_>, _> =
            CertificateRevocationListDer::pem_file_iter(path).and_then(|lists| lists.collect());
        let lists =
            lists.map_err(|e| unreadable(path, "list of certificates that were taken back", &e))?;
        if lists.is_empty() {
            return Err(format!(
                "{} has no list of certificates that were taken back",
                path.display()
            ));
        }
        web = web.with_crls(lists).enforce_revocation_expiration();
    }
    let web = web.build().map_err(|e| e.to_string())?;
    let host = (demand.verify == Verify::Name).then(|| host.to_owned());
    let knows_revoked = demand.revoked.is_some();
    Ok(Verifier { chain: Some(Chain { web, roots, knows_revoked, host }), provider })
}

fn certificates(path: &Path) -> Result<Vec<CertificateDer<'static>>, String> {
    let read: Result<Vec<_>, _> = CertificateDer::pem_file_iter(path).and_then(|all| all.collect());
    match read {
        Ok(all) if all.is_empty() => {
            Err(format!("{} has no certificate in PEM's form", path.display()))
        }
        Ok(all) => Ok(all),
        Err(e) => Err(unreadable(path, "certificate", &e)),
    }
}

fn private_key(path: &Path) -> Result<PrivateKeyDer<'static>, String> {
    let is_encrypted = std::fs::read_to_string(path).is_ok_and(|text| text.contains("ENCRYPTED"));
    if is_encrypted {
        return Err(format!(
            "the key in {} is encrypted, which is not supported; decrypt it into a file that only you can read, with `openssl pkey`",
            path.display()
        ));
    }
    PrivateKeyDer::from_pem_file(path).map_err(|e| unreadable(path, "private key", &e))
}

fn unreadable(path: &Path, what: &str, error: &rustls::pki_types::pem::Error) -> String {
    use rustls::pki_types::pem::Error;
    match error {
        Error::Io(error) => format!("could not read {}: {error}", path.display()),
        Error::NoItemsFound => format!("{} has no {what} in PEM's form", path.display()),
        error => format!("{} has no {what} that can be read: {error}", path.display()),
    }
}

/// Why no encrypted connection came about, for people.
pub fn failure(error: &std::io::Error) -> String {
    let inner = error.get_ref().and_then(|inner| inner.downcast_ref::<rustls::Error>());
    match inner {
        Some(error) => reason(error),
        None => error.to_string(),
    }
}
