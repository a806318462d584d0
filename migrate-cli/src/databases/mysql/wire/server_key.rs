//! A server's own key, for a password that is sent to it without TLS.

use mysql_common::crypto::rsa::{GetRandom, Pkcs1OaepPadding, PublicKey};
use num_bigint::BigUint;
use rustls::pki_types::SubjectPublicKeyInfoDer;
use rustls::pki_types::pem::PemObject;
use x509_cert::der::asn1::UintRef;
use x509_cert::der::{Decode, Reader, SliceReader};
use x509_cert::spki::SubjectPublicKeyInfoRef;

/// What the padding takes of a block: two hashes by SHA-1, and two bytes.
const PADDING: usize = 42;
/// A key of fewer bits is none.
const LEAST_BITS: u64 = 1024;
/// More than any server has; the time that it takes grows with the third power.
const MOST_BITS: u64 = 16_384;

/// Encrypts a text so that only the server can read it; none where the key is no key, or too short for the text.
pub fn encrypt(text: &[u8], pem: &[u8]) -> Option<Vec<u8>> {
    let info = SubjectPublicKeyInfoDer::from_pem_slice(pem).ok()?;
    let info = SubjectPublicKeyInfoRef::from_der(&info).ok()?;
    let (modulus, exponent) = numbers(info.subject_public_key.as_bytes()?)?;
    if !(LEAST_BITS..=MOST_BITS).contains(&modulus.bits()) {
        return None;
    }
    let key = PublicKey::new(modulus, exponent);
    let fits = text.len() + PADDING <= key.num_octets();
    fits.then(|| key.encrypt_block(text, Pkcs1OaepPadding::new(GetRandom)))
}

fn numbers(der: &[u8]) -> Option<(BigUint, BigUint)> {
    let number = |number: UintRef<'_>| BigUint::from_bytes_be(number.as_bytes());
    let mut reader = SliceReader::new(der).ok()?;
    let numbers = reader.sequence(|fields| {
        Ok((number(UintRef::decode(fields)?), number(UintRef::decode(fields)?)))
    });
    numbers.ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str = "-----BEGIN PUBLIC KEY-----
MIIBIjANBgkqhkiG9w0BAQEFAAOCAQ8AMIIBCgKCAQEAxSKOcxiet8lLMn8ImyUE
bGGKob5EdRz/4wdiw12ED0GfKKTKhVnodFCfm1mdy7bKOX5QxL9skrvYodpW43eR
R5bfOzIgy1qIB8RYb6qOXRBw1oA4snBDqtUjDv/lbHLJN+IbzM4oU+e3Lt9rXyLX
VY289ewONPweXHqSCnTL91w+wkU1peIFV2QhZ+upUCdCtwOn5hnJPNgxtbklFoya
C8W3Z7Xx7He2QDJsEWAqX197efw0L6j8X8Tyd8Uwb7zUB1tfMGhHfm9EwejPAtzx
4GztQNtNMtGS2oGZLQBLV9hib4dDL92iiZeckg2LAf4GsJofLLR8mcHCRoqVbQJ1
YQIDAQAB
-----END PUBLIC KEY-----
";

    #[test]
    fn only_what_fits_is_encrypted() {
        assert_eq!(encrypt(&[7; 214], KEY.as_bytes()).map(|text| text.len()), Some(256));
        assert_eq!(encrypt(&[7; 215], KEY.as_bytes()), None);
        assert_ne!(encrypt(b"secret", KEY.as_bytes()), encrypt(b"secret", KEY.as_bytes()));
    }

    #[test]
    fn what_is_no_key_is_none() {
        for cut in 0..KEY.len() - 1 {
            assert_eq!(encrypt(b"secret", &KEY.as_bytes()[..cut]), None, "{cut}");
        }
        // A key of the other kind, and numbers that are none.
        let ec = "-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEyhKJO00+LzRLH50nrmX8KAJK6Rtq
qsWnW+rfCvOBs4nnUS1yruzM5WB9UK1mVxsLVAPtNLXX0n0QvNBU6UkW7w==
-----END PUBLIC KEY-----
";
        assert_eq!(encrypt(b"secret", ec.as_bytes()), None);
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_numbers_or_none(bytes: Vec<u8>) {
            let _ = numbers(&bytes);
            let _ = encrypt(b"secret", &bytes);
        }
    }
}
