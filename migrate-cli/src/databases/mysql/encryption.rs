//! What the options of a URL ask of an encrypted connection to MariaDB or MySQL.

use std::path::PathBuf;

use crate::database::tls::{Demand, Roots, Verify, Versions};

/// What the client's `--ssl-mode` says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Encryption {
    /// Never.
    Disabled,
    /// Where the server can.
    Preferred(Demand),
    /// Always.
    Required(Demand),
}

impl Default for Encryption {
    fn default() -> Self {
        Self::Preferred(Demand::default())
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Mode {
    Disabled,
    Preferred,
    Required,
    VerifyCa,
    VerifyIdentity,
}

/// The options as they are given.
#[derive(Debug, Default)]
pub struct Tls {
    mode: Option<Mode>,
    /// What it must not be less than.
    least: Option<Mode>,
    require: Option<bool>,
    verify_ca: Option<bool>,
    verify_identity: Option<bool>,
    ca: Option<PathBuf>,
    cert: Option<PathBuf>,
    key: Option<PathBuf>,
    crl: Option<PathBuf>,
    versions: Option<Versions>,
}

impl Tls {
    /// Takes an option; false where it is none of these.
    pub fn set(&mut self, name: &str, value: &str) -> Result<bool, String> {
        match name {
            "ssl_mode" | "sslmode" | "ssl" | "tls" => once(&mut self.mode, mode(value)?)?,
            "ssl_ca" | "sslca" | "serversslcert" => once(&mut self.ca, value.into())?,
            "ssl_cert" | "sslcert" => once(&mut self.cert, value.into())?,
            "ssl_key" | "sslkey" => once(&mut self.key, value.into())?,
            "ssl_crl" | "sslcrl" => once(&mut self.crl, value.into())?,
            // As MariaDB's client and other languages' drivers have it.
            "ssl_verify_server_cert" | "ssl_verify_identity" => {
                self.at_least(boolean(value)?, Mode::VerifyIdentity);
            }
            "ssl_verify_cert" => self.at_least(boolean(value)?, Mode::VerifyCa),
            // As `mysql_async` has it, and with it diesel-async.
            "require_ssl" => once(&mut self.require, boolean(value)?)?,
            "verify_ca" => once(&mut self.verify_ca, boolean(value)?)?,
            "verify_identity" => once(&mut self.verify_identity, boolean(value)?)?,
            "tls_version" => once(&mut self.versions, versions(value)?)?,
            _ => return Ok(false),
        }
        Ok(true)
    }

    fn at_least(&mut self, demanded: bool, mode: Mode) {
        if demanded {
            self.least = self.least.max(Some(mode));
        }
    }

    /// Who demands TLS in this way demands all that is not taken back.
    fn as_required(&mut self) -> Result<(), String> {
        let (ca, identity) = (self.verify_ca.unwrap_or(true), self.verify_identity.unwrap_or(true));
        if self.require == Some(true) {
            self.at_least(true, Mode::Required);
            self.at_least(ca, Mode::VerifyCa);
            self.at_least(ca && identity, Mode::VerifyIdentity);
        } else if self.verify_ca.or(self.verify_identity).is_some() {
            return Err("`verify_ca` and `verify_identity` need `require_ssl=true`".to_owned());
        }
        Ok(())
    }

    /// As the client works it out: an authority without a mode is one to be verified by, and a mode that does
    /// not verify takes no notice of the authority.
    pub fn encryption(mut self) -> Result<Encryption, String> {
        self.as_required()?;
        let mode = match (self.mode, self.least, &self.ca) {
            (Some(mode), Some(least), _) if mode < least.min(Mode::Required) => {
                return Err("`ssl_mode` says less than other options demand".to_owned());
            }
            (Some(mode), least, _) => least.map_or(mode, |least| mode.max(least)),
            (None, Some(least), _) => least,
            (None, None, Some(_)) => Mode::VerifyCa,
            (None, None, None) => Mode::Preferred,
        };
        let verify = match mode {
            Mode::Disabled | Mode::Preferred | Mode::Required => Verify::Nothing,
            Mode::VerifyCa => Verify::Authority,
            Mode::VerifyIdentity => Verify::Name,
        };
        let identity = match (self.cert, self.key) {
            (Some(cert), Some(key)) => Some((cert, key)),
            (None, None) => None,
            // The client looks for the key in the same file.
            (Some(cert), None) => Some((cert.clone(), cert)),
            (None, Some(_)) => return Err("`ssl_key` is given without `ssl_cert`".to_owned()),
        };
        if self.crl.is_some() && verify == Verify::Nothing {
            return Err("`ssl_crl` needs ssl_mode=VERIFY_CA or VERIFY_IDENTITY".to_owned());
        }
        let roots = match (verify, self.ca) {
            (Verify::Nothing, _) => Roots::Nobody,
            (_, Some(file)) => Roots::File(file),
            (Verify::Authority, None) => {
                return Err(
                    "ssl_mode=VERIFY_CA needs the authority's certificate, ssl_ca=FILE".to_owned()
                );
            }
            (Verify::Name, None) => Roots::System,
        };
        let demand = Demand {
            verify,
            roots,
            revoked: self.crl,
            identity,
            versions: self.versions.unwrap_or_default(),
            ..Demand::default()
        };
        Ok(match mode {
            Mode::Disabled => Encryption::Disabled,
            Mode::Preferred => Encryption::Preferred(demand),
            _ => Encryption::Required(demand),
        })
    }
}

/// The client's words; libpq's, and `true` and `false`, which URLs for other drivers have.
fn mode(value: &str) -> Result<Mode, String> {
    match value.to_ascii_lowercase().replace('-', "_").as_str() {
        "disabled" | "disable" | "false" | "0" | "off" | "no" => Ok(Mode::Disabled),
        "preferred" | "prefer" => Ok(Mode::Preferred),
        "required" | "require" | "true" | "1" | "on" | "yes" | "skip_verify" | "trust" => {
            Ok(Mode::Required)
        }
        "verify_ca" => Ok(Mode::VerifyCa),
        "verify_identity" | "verify_full" => Ok(Mode::VerifyIdentity),
        _ => Err("it takes DISABLED, PREFERRED, REQUIRED, VERIFY_CA or VERIFY_IDENTITY".to_owned()),
    }
}

fn versions(value: &str) -> Result<Versions, String> {
    let mut versions = Versions { v1_2: false, v1_3: false };
    for version in value.split(',') {
        match version.trim().to_ascii_lowercase().as_str() {
            "tlsv1.2" => versions.v1_2 = true,
            "tlsv1.3" => versions.v1_3 = true,
            _ => return Err("it takes TLSv1.2, TLSv1.3 or both with a comma".to_owned()),
        }
    }
    Ok(versions)
}

/// Sets what is not set yet, or not otherwise.
pub fn once<T: PartialEq>(place: &mut Option<T>, value: T) -> Result<(), String> {
    match place {
        Some(there) if *there != value => Err("it is given twice, and not the same".to_owned()),
        _ => {
            *place = Some(value);
            Ok(())
        }
    }
}

/// Reads yes or no.
pub fn boolean(value: &str) -> Result<bool, String> {
    match value.to_ascii_lowercase().as_str() {
        "1" | "true" | "on" | "yes" => Ok(true),
        "0" | "false" | "off" | "no" => Ok(false),
        _ => Err("it takes true or false".to_owned()),
    }
}
