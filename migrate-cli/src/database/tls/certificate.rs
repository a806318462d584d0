//! What of a certificate is asked for that `rustls` does not tell.

use std::net::IpAddr;

use rustls::pki_types::{SignatureVerificationAlgorithm, SubjectPublicKeyInfoDer, UnixTime};
use webpki::RawPublicKeyEntity;
use x509_cert::der::asn1::ObjectIdentifier;
use x509_cert::der::{Decode, Encode};
use x509_cert::ext::pkix::name::GeneralName;
use x509_cert::ext::pkix::{ExtendedKeyUsage, NameConstraints, SubjectAltName};

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const FOR_SERVERS: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.1");

/// A certificate, read.
pub struct Certificate(x509_cert::Certificate);

impl Certificate {
    /// Reads a certificate; none where it is not one.
    pub fn read(der: &[u8]) -> Option<Self> {
        x509_cert::Certificate::from_der(der).ok().map(Self)
    }

    /// Its owner's public key.
    pub fn key(&self) -> Option<SubjectPublicKeyInfoDer<'static>> {
        self.0.tbs_certificate.subject_public_key_info.to_der().ok().map(Into::into)
    }

    /// Whether the owner of another certificate has signed this one.
    pub fn is_signed_by(
        &self,
        issuer: &Self,
        algorithms: &[&dyn SignatureVerificationAlgorithm],
    ) -> bool {
        let (Some(key), Ok(content)) = (issuer.key(), self.0.tbs_certificate.to_der()) else {
            return false;
        };
        let (Ok(entity), Some(signature)) =
            (RawPublicKeyEntity::try_from(&key), self.0.signature.as_bytes())
        else {
            return false;
        };
        self.0.tbs_certificate.issuer == issuer.0.tbs_certificate.subject
            && algorithms
                .iter()
                .any(|algorithm| entity.verify_signature(*algorithm, &content, signature).is_ok())
    }

    /// From when until when it is in force, in seconds since 1970.
    pub fn is_in_force(&self, now: UnixTime) -> (bool, bool) {
        let validity = &self.0.tbs_certificate.validity;
        let begins = validity.not_before.to_unix_duration().as_secs();
        let ends = validity.not_after.to_unix_duration().as_secs();
        (begins <= now.as_secs(), now.as_secs() <= ends)
    }

    /// Whether a server may show it.
    pub fn is_for_servers(&self) -> bool {
        match self.0.tbs_certificate.get::<ExtendedKeyUsage>() {
            Ok(None) => true,
            Ok(Some((_, usage))) => usage.0.contains(&FOR_SERVERS),
            Err(_) => false,
        }
    }

    /// Whether it may sign for some names only.
    pub fn is_constrained(&self) -> bool {
        !matches!(self.0.tbs_certificate.get::<NameConstraints>(), Ok(None))
    }

    /// Whether it is for a host, as libpq and OpenSSL have it: by its alternative names, or where it has
    /// none of that kind by its common name.
    pub fn is_for(&self, host: &str) -> bool {
        let address = host.parse::<IpAddr>().ok();
        let Ok(alternatives) = self.0.tbs_certificate.get::<SubjectAltName>() else { return false };
        let mut has_any = false;
        for name in alternatives.into_iter().flat_map(|(_, names)| names.0) {
            match (name, address) {
                (GeneralName::DnsName(name), None) => {
                    has_any = true;
                    if stands_for(name.as_str(), host) {
                        return true;
                    }
                }
                (GeneralName::DnsName(name), Some(_)) if name.as_str() == host => return true,
                (GeneralName::IpAddress(bytes), Some(address)) => {
                    has_any = true;
                    let is_it = match address {
                        IpAddr::V4(address) => address.octets() == bytes.as_bytes(),
                        IpAddr::V6(address) => address.octets() == bytes.as_bytes(),
                    };
                    if is_it {
                        return true;
                    }
                }
                _ => {}
            }
        }
        !has_any && self.common_names().any(|name| stands_for(name, host))
    }

    fn common_names(&self) -> impl Iterator<Item = &str> {
        let attributes = self.0.tbs_certificate.subject.0.iter().flat_map(|names| names.0.iter());
        attributes
            .filter(|attribute| attribute.oid == COMMON_NAME)
            .filter_map(|attribute| std::str::from_utf8(attribute.value.value()).ok())
    }
}

/// Whether a name, perhaps with `*` for its first label, stands for a host.
fn stands_for(name: &str, host: &str) -> bool {
    if name.is_empty() || name.contains('\0') {
        return false;
    }
    match name.strip_prefix("*.") {
        // Not for the whole of a top level domain, and not for addresses.
        Some(rest) if rest.contains('.') && host.parse::<IpAddr>().is_err() => host
            .split_once('.')
            .is_some_and(|(first, others)| !first.is_empty() && others.eq_ignore_ascii_case(rest)),
        _ => name.eq_ignore_ascii_case(host),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_with_a_star() {
        assert!(stands_for("db.example.org", "DB.example.org"));
        assert!(stands_for("*.example.org", "db.example.org"));
        for (name, host) in [
            ("*.example.org", "example.org"),
            ("*.example.org", "a.db.example.org"),
            ("*.example.org", ".example.org"),
            ("*.org", "example.org"),
            ("*.0.0.1", "127.0.0.1"),
            ("*", "localhost"),
            ("", ""),
        ] {
            assert!(!stands_for(name, host), "{name} {host}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_a_certificate_or_none(bytes: Vec<u8>) {
            let _ = Certificate::read(&bytes);
        }
    }
}
