//! How the URLs of MariaDB and MySQL are read: as Diesel reads them, with every option of theirs and of the
//! `mysql` client that says how to connect.

use std::path::PathBuf;
use std::time::Duration;

use percent_encoding::percent_decode_str;

use super::encryption::{Encryption, Tls, boolean, once};
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
    if tls.set(name, value)? {
        return Ok(());
    }
    match name {
        "unix_socket" | "socket" => once(&mut settings.socket, value.into()),
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::database::DatabaseUrl;
    use crate::database::tls::{Roots, Verify};

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
        // MariaDB's, other languages' and diesel-async's.
        let (required, named) = (demand("ssl_mode=REQUIRED"), demand("ssl_mode=VERIFY_IDENTITY"));
        assert_eq!(demand("sslMode=trust"), required);
        assert_eq!(demand("ssl-verify-server-cert=1"), named);
        assert_eq!(demand("ssl=true&ssl_verify_identity=true"), named);
        assert_eq!(demand("ssl_verify_cert=true&ssl_ca=ca.pem"), demand("ssl_ca=ca.pem"));
        assert_eq!(demand("require_ssl=true"), named);
        assert_eq!(demand("require_ssl=true&verify_ca=false"), required);
        let ca_alone = "require_ssl=true&verify_identity=false&ssl_ca=ca.pem";
        assert_eq!(demand(ca_alone), demand("ssl_ca=ca.pem"));
    }

    #[test]
    fn what_is_not_honoured_is_named() {
        for (query, named) in [
            ("sslaccept=strict", "sslaccept"),
            ("ssl_cipher=AES", "ssl_cipher"),
            ("ssl_mode=ON_SUNDAYS", "ssl_mode"),
            ("ssl_mode=REQUIRED&sslmode=DISABLED", "sslmode"),
            ("ssl_mode=VERIFY_CA", "ssl_ca"),
            ("ssl_mode=DISABLED&ssl_verify_server_cert=1", "ssl_mode"),
            ("verify_ca=true", "require_ssl"),
            ("built_in_roots=false", "built_in_roots"),
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
