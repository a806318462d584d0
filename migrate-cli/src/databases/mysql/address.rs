//! How the URLs of MariaDB and MySQL are read: as Diesel reads them, with every option of theirs and of the
//! `mysql` client that says how to connect.

use std::path::PathBuf;
use std::time::Duration;

use percent_encoding::percent_decode_str;

use crate::database::tls::{Demand, Roots, Verify, Versions};
use crate::database::uri::{self, Credentials, ENCODE};
use crate::database::{Address, secret};

/// Where the server is and how to log in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Settings {
    pub host: Option<String>,
    pub port: Option<u16>,
    pub socket: Option<PathBuf>,
    pub user: Option<String>,
    pub password: Option<String>,
    pub database: Option<String>,
    pub encryption: Encryption,
    /// The server's own key, for a password that is sent to it without TLS.
    pub server_key: Option<PathBuf>,
    /// Whether the server may be asked for that key.
    pub refuses_server_key: bool,
    /// Whether the password may be sent as it is, over TLS.
    pub clear_text: bool,
    pub connect_timeout: Option<Duration>,
}

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

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mode {
    Disabled,
    Preferred,
    Required,
    VerifyCa,
    VerifyIdentity,
}

const OPTIONS: &str = "unix_socket, ssl_mode, ssl_ca, ssl_cert, ssl_key, ssl_crl, tls_version, server_public_key_path, get_server_public_key, enable_cleartext_plugin, connect_timeout and charset";

/// Reads what stands after the scheme.
pub fn read(rest: &str) -> Result<Address, String> {
    let settings = settings(rest)?;
    let after = rest.strip_prefix("//").unwrap_or(rest);
    let parts = uri::split(after, Credentials::LastAt)?;
    let shown = match (parts.user, parts.password) {
        (Some(user), Some(_)) => {
            format!("mysql://{user}:{}@{}", secret::MASK, after_credentials(after))
        }
        _ => format!("mysql:{rest}"),
    };
    let public = [&settings.user, &settings.host, &settings.database];
    Ok(Address {
        text: format!("mysql:{rest}"),
        shown,
        public: public.into_iter().flatten().cloned().collect(),
        secrets: settings.password.into_iter().collect(),
        file: None,
    })
}

fn after_credentials(rest: &str) -> &str {
    let end = rest.find(['/', '?']).unwrap_or(rest.len());
    &rest[rest[..end].rfind('@').map_or(0, |at| at + 1)..]
}

/// Reads what stands after the scheme, whole.
pub fn settings(rest: &str) -> Result<Settings, String> {
    let rest = rest.strip_prefix("//").ok_or("write mysql://USER@HOST/NAME")?;
    let parts = uri::split(rest, Credentials::LastAt)?;
    if parts.hosts.contains(',') {
        return Err("MariaDB and MySQL take one host".to_owned());
    }
    let (host, port) = uri::host_and_port(parts.hosts)?;
    let text = |text: &str| Some(lenient(text)).filter(|text| !text.is_empty());
    let database = parts.path.unwrap_or_default();
    if database.contains('/') {
        return Err(format!("the database's name has a `/`; {ENCODE}"));
    }
    let mut settings = Settings {
        host: Some(host).filter(|host| !host.is_empty()),
        port,
        user: parts.user.and_then(text),
        password: parts.password.map(lenient),
        database: text(database),
        ..Settings::default()
    };
    let mut tls = Tls::default();
    for (key, value) in parts.query {
        let value = uri::decode(value)?;
        let name = key.to_ascii_lowercase().replace('-', "_");
        option(&mut settings, &mut tls, &name, &value)
            .map_err(|why| format!("the option `{key}`: {why}"))?;
    }
    settings.encryption = tls.encryption()?;
    Ok(settings)
}

/// As Diesel decodes: a `%` that begins nothing is itself.
fn lenient(text: &str) -> String {
    percent_decode_str(text).decode_utf8_lossy().into_owned()
}

fn option(settings: &mut Settings, tls: &mut Tls, name: &str, value: &str) -> Result<(), String> {
    match name {
        "unix_socket" | "socket" => once(&mut settings.socket, value.into()),
        "ssl_mode" | "sslmode" | "ssl" | "tls" => once(&mut tls.mode, mode(value)?),
        "ssl_ca" | "sslca" => once(&mut tls.ca, value.into()),
        "ssl_cert" | "sslcert" => once(&mut tls.cert, value.into()),
        "ssl_key" | "sslkey" => once(&mut tls.key, value.into()),
        "ssl_crl" | "sslcrl" => once(&mut tls.crl, value.into()),
        "ssl_verify_server_cert" => match boolean(value)? {
            true => once(&mut tls.mode, Mode::VerifyIdentity),
            false => Ok(()),
        },
        "tls_version" => once(&mut tls.versions, versions(value)?),
        "server_public_key_path" => once(&mut settings.server_key, value.into()),
        "get_server_public_key" => {
            settings.refuses_server_key = !boolean(value)?;
            Ok(())
        }
        "enable_cleartext_plugin" => {
            settings.clear_text = boolean(value)?;
            Ok(())
        }
        "connect_timeout" => {
            let seconds = value.parse().map_err(|_| "it takes a number of seconds".to_owned())?;
            once(&mut settings.connect_timeout, Duration::from_secs(seconds))
        }
        "charset" if value.eq_ignore_ascii_case("utf8mb4") => Ok(()),
        "charset" => Err("connections are always in utf8mb4; leave it out".to_owned()),
        _ => Err(format!(
            "not known here, and not left aside either; take it out. Known are {OPTIONS}"
        )),
    }
}

fn once<T: PartialEq>(place: &mut Option<T>, value: T) -> Result<(), String> {
    match place {
        Some(there) if *there != value => Err("it is given twice, and not the same".to_owned()),
        _ => {
            *place = Some(value);
            Ok(())
        }
    }
}

fn boolean(value: &str) -> Result<bool, String> {
    match value.to_ascii_lowercase().as_str() {
        "1" | "true" | "on" | "yes" => Ok(true),
        "0" | "false" | "off" | "no" => Ok(false),
        _ => Err("it takes true or false".to_owned()),
    }
}

/// The client's words; libpq's, and `true` and `false`, which URLs for other drivers have.
fn mode(value: &str) -> Result<Mode, String> {
    match value.to_ascii_lowercase().replace('-', "_").as_str() {
        "disabled" | "disable" | "false" | "0" | "off" | "no" => Ok(Mode::Disabled),
        "preferred" | "prefer" => Ok(Mode::Preferred),
        "required" | "require" | "true" | "1" | "on" | "yes" | "skip_verify" => Ok(Mode::Required),
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

#[derive(Debug, Default)]
struct Tls {
    mode: Option<Mode>,
    ca: Option<PathBuf>,
    cert: Option<PathBuf>,
    key: Option<PathBuf>,
    crl: Option<PathBuf>,
    versions: Option<Versions>,
}

impl Tls {
    /// As the client works it out: an authority without a mode is one to be verified by, and a mode that does
    /// not verify takes no notice of the authority.
    fn encryption(self) -> Result<Encryption, String> {
        let mode = match (self.mode, &self.ca) {
            (Some(mode), _) => mode,
            (None, Some(_)) => Mode::VerifyCa,
            (None, None) => Mode::Preferred,
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::DatabaseUrl;

    fn demand(query: &str) -> Option<(bool, Verify, Roots)> {
        match settings(&format!("//h/d?{query}")).expect(query).encryption {
            Encryption::Disabled => None,
            Encryption::Preferred(demand) => Some((false, demand.verify, demand.roots)),
            Encryption::Required(demand) => Some((true, demand.verify, demand.roots)),
        }
    }

    #[test]
    fn every_spelling_of_every_mode() {
        let ca = || Roots::File("ca.pem".into());
        assert_eq!(demand("connect_timeout=1"), Some((false, Verify::Nothing, Roots::Nobody)));
        for key in ["ssl_mode", "ssl-mode", "sslmode", "ssl", "tls", "SSL-MODE"] {
            assert_eq!(demand(&format!("{key}=DISABLED")), None, "{key}");
            let required = Some((true, Verify::Nothing, Roots::Nobody));
            assert_eq!(demand(&format!("{key}=REQUIRED")), required, "{key}");
            assert_eq!(demand(&format!("{key}=required&ssl_ca=ca.pem")), required, "{key}");
            assert_eq!(
                demand(&format!("{key}=preferred")),
                Some((false, Verify::Nothing, Roots::Nobody))
            );
            let verified = Some((true, Verify::Authority, ca()));
            assert_eq!(demand(&format!("{key}=VERIFY_CA&ssl_ca=ca.pem")), verified, "{key}");
            let named = Some((true, Verify::Name, ca()));
            assert_eq!(demand(&format!("{key}=VERIFY_IDENTITY&ssl-ca=ca.pem")), named, "{key}");
        }
        assert_eq!(demand("ssl=true"), demand("ssl_mode=REQUIRED"));
        assert_eq!(demand("ssl-ca=ca.pem"), Some((true, Verify::Authority, ca())));
        assert_eq!(demand("ssl_mode=VERIFY_IDENTITY"), Some((true, Verify::Name, Roots::System)));
    }

    #[test]
    fn what_is_not_honoured_is_named() {
        for (query, named) in [
            ("sslaccept=strict", "sslaccept"),
            ("ssl_cipher=AES", "ssl_cipher"),
            ("ssl_mode=ON_SUNDAYS", "ssl_mode"),
            ("ssl_mode=REQUIRED&sslmode=DISABLED", "sslmode"),
            ("ssl_mode=VERIFY_CA", "ssl_ca"),
            ("ssl_key=k.pem", "ssl_cert"),
            ("charset=latin1", "charset"),
            ("parseTime=true", "parseTime"),
            ("tls_version=TLSv1", "tls_version"),
            ("pool_size=3", "pool_size"),
        ] {
            let why = settings(&format!("//h/d?{query}")).expect_err(query);
            assert!(why.contains(named), "{query}: {why}");
        }
    }

    #[test]
    fn the_password_is_not_shown() {
        let shown = |text: &str| text.parse::<DatabaseUrl>().expect(text).to_string();
        assert_eq!(
            shown("MYSQL://me:hunter2@h:3307/app?ssl=true"),
            "mysql://me:***@h:3307/app?ssl=true"
        );
        assert_eq!(shown("mariadb://me:hunter2@h/app"), "mysql://me:***@h/app");
        assert_eq!(shown("mysql://me:hun@ter2@h/app"), "mysql://me:***@h/app");
        assert_eq!(shown("mysql://me@h/app"), "mysql://me@h/app");
        assert_eq!(shown("mysql://h/app?unix_socket=/a/b@c"), "mysql://h/app?unix_socket=/a/b@c");
        let settings = settings("//me:hun%40ter%2@h/a%20b").expect("readable");
        assert_eq!(settings.password.as_deref(), Some("hun@ter%2"));
        assert_eq!(settings.database.as_deref(), Some("a b"));
    }

    #[test]
    fn what_can_not_be_read_tells_nothing() {
        for text in [
            "mysql://me:hunter2/x@h/app",
            "mysql://me:hunter2#x@h/app",
            "mysql://me:hunter2?x@h/app",
            "mysql://me:12/hunter2@h/app",
            "mysql://me:12?a=hunter2@h/app",
            "mysql://me:hunter2",
            "mysql:me:hunter2@h/app",
            "mysql://me:hunter2@h:x/app",
            "mysql://me:hunter2@h/app/hunter2",
            "mysql://me:hunter2@h/app?x=hunter2",
            "mysql://me:hunter2@h/app#hunter2",
            "mysql://me:hunter2@a,b/app",
        ] {
            let error = text.parse::<DatabaseUrl>().expect_err(text).to_string();
            assert!(!error.contains("hunter2"), "{error}");
            assert!(error.contains("%2F") || !text.contains("/x@"), "{error}");
        }
    }
}
