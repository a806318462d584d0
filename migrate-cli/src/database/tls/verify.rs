//! Looks at a server's certificate as far as it was asked for.

use std::sync::Arc;

use rustls::client::WebPkiServerVerifier;
use rustls::client::danger::{HandshakeSignatureValid, ServerCertVerified, ServerCertVerifier};
use rustls::crypto::CryptoProvider;
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use rustls::{AlertDescription, CertificateError, DigitallySignedStruct, Error, SignatureScheme};
use webpki::RawPublicKeyEntity;

use super::certificate::Certificate;

/// Takes the certificates of servers, all of them or those that can be followed to a root.
#[derive(Debug)]
pub struct Verifier {
    /// What is looked at, if anything is.
    pub chain: Option<Chain>,
    /// What signatures are checked with.
    pub provider: Arc<CryptoProvider>,
}

/// What a certificate has to hold to.
#[derive(Debug)]
pub struct Chain {
    /// Follows the signatures by the rules of the web.
    pub web: Arc<WebPkiServerVerifier>,
    /// The roots themselves, for certificates that the web would not have.
    pub roots: Vec<CertificateDer<'static>>,
    /// Whether certificates that were taken back are known.
    pub knows_revoked: bool,
    /// What the server is called in the URL, where that counts.
    pub host: Option<String>,
}

type Signed = Result<HandshakeSignatureValid, Error>;

fn refused<T>(why: CertificateError) -> Result<T, Error> {
    Err(Error::InvalidCertificate(why))
}

impl Chain {
    /// Whether the certificate is for the host, given what the rules of the web say to that.
    fn named(&self, certificate: &CertificateDer<'_>, error: Error) -> Result<(), Error> {
        let Some(host) = &self.host else { return Ok(()) };
        match Certificate::read(certificate).is_some_and(|read| read.is_for(host)) {
            true => Ok(()),
            false => Err(error),
        }
    }

    /// What `openssl` makes by its own manual, and every client that is linked with it takes: a certificate of the
    /// first version, or one of an authority, that is a root or was signed by one.
    fn plain(
        &self,
        certificate: &CertificateDer<'_>,
        now: UnixTime,
        provider: &CryptoProvider,
    ) -> Result<(), Error> {
        let Some(read) = Certificate::read(certificate) else {
            return refused(CertificateError::BadEncoding);
        };
        let all = provider.signature_verification_algorithms.all;
        let is_signed = |root: &CertificateDer<'_>| {
            root == certificate
                || Certificate::read(root)
                    .is_some_and(|root| !root.is_constrained() && read.is_signed_by(&root, all))
        };
        if !self.roots.iter().any(is_signed) {
            return refused(CertificateError::UnknownIssuer);
        }
        match read.is_in_force(now) {
            (false, _) => return refused(CertificateError::NotValidYet),
            (_, false) => return refused(CertificateError::Expired),
            _ => {}
        }
        if !read.is_for_servers() {
            return refused(CertificateError::InvalidPurpose);
        }
        match self.knows_revoked {
            true => refused(CertificateError::UnknownRevocationStatus),
            false => Ok(()),
        }
    }
}

/// Whether a certificate is not of the web for its form alone.
fn is_plain(error: &CertificateError) -> bool {
    let CertificateError::Other(other) = error else { return false };
    matches!(
        other.0.downcast_ref::<webpki::Error>(),
        Some(webpki::Error::UnsupportedCertVersion | webpki::Error::CaUsedAsEndEntity)
    )
}

impl ServerCertVerifier for Verifier {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        between: &[CertificateDer<'_>],
        name: &ServerName<'_>,
        ocsp: &[u8],
        now: UnixTime,
    ) -> Result<ServerCertVerified, Error> {
        let Some(chain) = &self.chain else { return Ok(ServerCertVerified::assertion()) };
        match chain.web.verify_server_cert(certificate, between, name, ocsp, now) {
            Ok(verified) => return Ok(verified),
            // The name is looked at last: everything else holds.
            Err(error) if is_another_name(&error) => chain.named(certificate, error)?,
            Err(Error::InvalidCertificate(error)) if is_plain(&error) => {
                chain.plain(certificate, now, &self.provider)?;
                chain.named(certificate, CertificateError::NotValidForName.into())?;
            }
            Err(error) => return Err(error),
        }
        Ok(ServerCertVerified::assertion())
    }

    // Also where nothing of the certificate is looked at: a login can be tied to it, which says nothing of a
    // server that only shows another's.
    fn verify_tls12_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Signed {
        let algorithms = &self.provider.signature_verification_algorithms;
        rustls::crypto::verify_tls12_signature(message, certificate, signature, algorithms)
            .or_else(|error| self.by_key(message, certificate, signature).ok_or(error))
    }

    fn verify_tls13_signature(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Signed {
        let algorithms = &self.provider.signature_verification_algorithms;
        let by_key = |error| {
            let key = Certificate::read(certificate).and_then(|read| read.key()).ok_or(error)?;
            rustls::crypto::verify_tls13_signature_with_raw_key(
                message, &key, signature, algorithms,
            )
        };
        rustls::crypto::verify_tls13_signature(message, certificate, signature, algorithms)
            .or_else(by_key)
    }

    fn supported_verify_schemes(&self) -> Vec<SignatureScheme> {
        self.provider.signature_verification_algorithms.supported_schemes()
    }
}

impl Verifier {
    /// For certificates that are read here, and not there.
    fn by_key(
        &self,
        message: &[u8],
        certificate: &CertificateDer<'_>,
        signature: &DigitallySignedStruct,
    ) -> Option<HandshakeSignatureValid> {
        let key = Certificate::read(certificate)?.key()?;
        let entity = RawPublicKeyEntity::try_from(&key).ok()?;
        let mapping = self.provider.signature_verification_algorithms.mapping;
        let (_, algorithms) = mapping.iter().find(|(scheme, _)| *scheme == signature.scheme)?;
        let is_signed = algorithms.iter().any(|algorithm| {
            entity.verify_signature(*algorithm, message, signature.signature()).is_ok()
        });
        is_signed.then(HandshakeSignatureValid::assertion)
    }
}

fn is_another_name(error: &Error) -> bool {
    matches!(
        error,
        Error::InvalidCertificate(
            CertificateError::NotValidForName | CertificateError::NotValidForNameContext { .. },
        )
    )
}

/// What a server says that ends a connection.
fn ended(alert: AlertDescription) -> String {
    use AlertDescription as A;
    match alert {
        A::CertificateRequired => {
            "the server demands a certificate of the client, and none was given".to_owned()
        }
        A::BadCertificate
        | A::UnsupportedCertificate
        | A::CertificateRevoked
        | A::CertificateExpired
        | A::CertificateUnknown
        | A::UnknownCA
        | A::AccessDenied => {
            format!("the server does not accept the certificate of the client ({alert:?})")
        }
        _ => format!("the server ended the encrypted connection ({alert:?})"),
    }
}

/// What is the matter with a connection, for people.
pub fn reason(error: &Error) -> String {
    use CertificateError as C;
    let why = match error {
        Error::InvalidCertificate(why) => why,
        Error::AlertReceived(alert) => return ended(*alert),
        _ => return error.to_string(),
    };
    match why {
        C::Expired | C::ExpiredContext { .. } => {
            format!("the server's certificate has expired ({why})")
        }
        C::NotValidYet | C::NotValidYetContext { .. } => {
            format!("the server's certificate is not in force yet ({why})")
        }
        C::Revoked => "the server's certificate was taken back".to_owned(),
        C::UnknownRevocationStatus => {
            "whether the server's certificate was taken back is not told by the list of those that were"
                .to_owned()
        }
        C::UnknownIssuer => {
            "the server's certificate is signed by none of the authorities that are trusted"
                .to_owned()
        }
        C::NotValidForName | C::NotValidForNameContext { .. } => {
            format!("the server's certificate is not for this host ({why})")
        }
        _ => format!("the server's certificate is not accepted: {why}"),
    }
}
