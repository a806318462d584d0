//! How PostgreSQL's URLs are read: as libpq reads them, option by option.

use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};

use super::settings::{Given, OPTIONS};
use crate::database::uri::{self, Credentials};
use crate::database::{Address, secret};

/// Reads what stands after the scheme.
pub fn read(rest: &str) -> Result<Address, String> {
    let given = given(rest)?;
    // All values are looked at now; what the environment adds is looked at on connecting.
    given.clone().settings()?;
    let after = rest.strip_prefix("//").unwrap_or(rest);
    let parts = uri::split(after, Credentials::FirstAt)?;
    let written = |password: Option<String>, secret_keys: bool| {
        let credentials = match (parts.user, password) {
            (Some(user), Some(password)) => format!("{user}:{password}@"),
            (Some(user), None) => format!("{user}@"),
            (None, _) => String::new(),
        };
        let path = parts.path.map(|path| format!("/{path}")).unwrap_or_default();
        let mut text = format!("postgres://{credentials}{}{path}", parts.hosts);
        let kept = parts.query.iter().filter(|(key, _)| secret_keys || !is_secret(key));
        for (index, (key, value)) in kept.enumerate() {
            text.push_str(if index == 0 { "?" } else { "&" });
            text.push_str(&format!("{key}={value}"));
        }
        text
    };
    // A `?` or `#` may stand as it is in a password, for libpq, but not for everybody who reads this.
    let encoded = parts.password.map(uri::decode).transpose()?;
    let encoded = encoded.map(|text| utf8_percent_encode(&text, NON_ALPHANUMERIC).to_string());
    let value = |name: &str| given.get(name).map(str::to_owned);
    Ok(Address {
        text: written(encoded, true),
        shown: written(parts.password.map(|_| secret::MASK.to_owned()), false),
        secrets: ["password"].into_iter().filter_map(value).collect(),
        public: ["user", "host", "dbname"].into_iter().filter_map(value).collect(),
        file: None,
    })
}

fn is_secret(key: &str) -> bool {
    secret::SECRET_KEYS.contains(&key)
}

/// Takes the options out of what stands after the scheme.
pub fn given(rest: &str) -> Result<Given, String> {
    let rest = rest.strip_prefix("//").ok_or("write postgres://USER@HOST/NAME")?;
    let parts = uri::split(rest, Credentials::FirstAt)?;
    let mut given = Given::default();
    let mut add = |name: &'static str, value: String| {
        if !value.is_empty() {
            given.set(name, value);
        }
    };
    let (mut hosts, mut ports) = (Vec::new(), Vec::new());
    for text in parts.hosts.split(',') {
        let (host, port) = uri::host_and_port(text)?;
        hosts.push(host);
        ports.push(port.map(|port| port.to_string()).unwrap_or_default());
    }
    if hosts.iter().any(|host| !host.is_empty()) || hosts.len() > 1 {
        add("host", hosts.join(","));
    }
    if ports.iter().any(|port| !port.is_empty()) {
        add("port", ports.join(","));
    }
    for (name, value) in
        [("user", parts.user), ("password", parts.password), ("dbname", parts.path)]
    {
        add(name, uri::decode(value.unwrap_or_default())?);
    }
    for (key, value) in parts.query {
        let Some((name, _)) = OPTIONS.iter().find(|(name, _)| *name == key) else {
            return Err(format!(
                "the option `{key}` is not known here, and not left aside either; take it out"
            ));
        };
        given.set(name, uri::decode(value)?);
    }
    Ok(given)
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::super::settings::{Mode, RootCert, Server, Settings};
    use super::*;
    use crate::database::DatabaseUrl;

    fn settings(rest: &str) -> Settings {
        given(rest).and_then(Given::settings).expect(rest)
    }

    fn with(rest: &str, variables: &[(&str, &str)]) -> Result<Settings, String> {
        given(rest)?
            .or_variables(|name| {
                let found = variables.iter().find(|(key, _)| *key == name);
                Ok(found.map(|(_, value)| (*value).to_owned()))
            })?
            .settings()
    }

    #[test]
    fn servers() {
        let servers = |rest: &str| -> Vec<(Option<String>, Option<IpAddr>, u16)> {
            settings(rest).servers.into_iter().map(|s| (s.host, s.address, s.port)).collect()
        };
        let name = |text: &str| Some(text.to_owned());
        assert_eq!(servers("///app"), [(None, None, 5432)]);
        assert_eq!(
            servers("//a:1,b,c:3/app"),
            [(name("a"), None, 1), (name("b"), None, 5432), (name("c"), None, 3)]
        );
        assert_eq!(servers("//a,b:7/app?port=9"), [(name("a"), None, 9), (name("b"), None, 9)]);
        assert_eq!(servers("//[::1]:7/app"), [(name("::1"), None, 7)]);
        assert_eq!(servers("//%2Frun%2Fpg:7/app"), [(name("/run/pg"), None, 7)]);
        assert_eq!(servers("///app?host=/run/pg"), [(name("/run/pg"), None, 5432)]);
        let address = "10.0.0.1".parse().ok();
        assert_eq!(
            servers("//db.example.org/app?hostaddr=10.0.0.1"),
            [(name("db.example.org"), address, 5432)]
        );
        for rest in [
            "//a,b/app?port=1,2,3",
            "//a,b/app?hostaddr=10.0.0.1",
            "//a/app?hostaddr=b",
            "//a/app?port=x",
        ] {
            assert!(given(rest).and_then(Given::settings).is_err(), "{rest}");
        }
    }

    #[test]
    fn modes() {
        let ssl = |query: &str| settings(&format!("//h/d?{query}")).ssl;
        assert_eq!(ssl("").mode, Mode::Prefer);
        assert_eq!(ssl("sslmode=verify-ca").mode, Mode::VerifyCa);
        assert_eq!(ssl("ssl=true").mode, Mode::Require);
        assert_eq!(ssl("sslrootcert=system").mode, Mode::VerifyFull);
        assert_eq!(ssl("sslrootcert=system").root_cert, Some(RootCert::System));
        assert!(ssl("sslmode=require&sslnegotiation=direct").direct);
        assert!(!ssl("ssl_min_protocol_version=TLSv1.3").versions.v1_2);
        assert!(!ssl("ssl_max_protocol_version=TLSv1.2").versions.v1_3);
    }

    #[test]
    fn what_is_not_honoured_is_named() {
        for (query, named) in [
            ("sslmode=strict", "sslmode"),
            ("sslmode=require&sslrootcert=system", "sslrootcert"),
            ("sslnegotiation=direct", "sslnegotiation"),
            ("sslcrldir=/x", "sslcrldir"),
            ("sslpassword=x", "sslpassword"),
            ("sslcompression=1", "sslcompression"),
            ("sslcertmode=require", "sslcertmode"),
            ("requirepeer=postgres", "requirepeer"),
            ("require_auth=scram-sha-256", "require_auth"),
            ("gssencmode=require", "gssencmode"),
            ("target_session_attrs=standby", "target_session_attrs"),
            ("client_encoding=latin1", "client_encoding"),
            ("service=x", "service"),
            ("connect_timeout=soon", "connect_timeout"),
            ("krbsrvname=x", "krbsrvname"),
            ("schema=public", "schema"),
            ("pgbouncer=true", "pgbouncer"),
        ] {
            let why = given(&format!("//h/d?{query}")).and_then(Given::settings).expect_err(query);
            assert!(why.contains(named), "{query}: {why}");
        }
    }

    #[test]
    fn variables_fill_what_is_open() {
        let all = [
            ("PGHOST", "there"),
            ("PGPORT", "7"),
            ("PGUSER", "you"),
            ("PGPASSWORD", "hunter2"),
            ("PGDATABASE", "other"),
            ("PGSSLMODE", "verify-full"),
        ];
        let open = with("//", &all).expect("all");
        assert_eq!(open.servers, [Server { host: Some("there".into()), address: None, port: 7 }]);
        assert_eq!(
            (open.user.as_deref(), open.password.as_deref()),
            (Some("you"), Some("hunter2"))
        );
        assert_eq!((open.database.as_deref(), open.ssl.mode), (Some("other"), Mode::VerifyFull));
        let said = with("//me:mine@here:9/app?sslmode=disable", &all).expect("all");
        assert_eq!(said.servers, [Server { host: Some("here".into()), address: None, port: 9 }]);
        assert_eq!((said.user.as_deref(), said.password.as_deref()), (Some("me"), Some("mine")));
        assert_eq!((said.database.as_deref(), said.ssl.mode), (Some("app"), Mode::Disable));
        let why = with("//h/d", &[("PGREQUIREAUTH", "scram-sha-256")]).expect_err("not honoured");
        assert!(why.contains("PGREQUIREAUTH"), "{why}");
        let why = with("//h/d", &[("PGSSLMODE", "strict")]).expect_err("no mode");
        assert!(why.contains("PGSSLMODE"), "{why}");
    }

    #[test]
    fn the_password_is_not_shown_and_reaches_the_driver() {
        for (text, password) in [
            ("postgres://me:hunter2@h:1/app?sslmode=disable", "hunter2"),
            ("PostgreSQL://me:hunter2@h:1/app?sslmode=disable", "hunter2"),
            ("postgres://me:hun?ter2#@h:1/app?sslmode=disable", "hun?ter2#"),
            ("postgres://me:hun:ter2@h:1/app?sslmode=disable", "hun:ter2"),
            ("postgres://me:hun%2Fter%402@h:1/app?sslmode=disable", "hun/ter@2"),
            ("postgres://me@h:1/app?password=hunter2&sslmode=disable", "hunter2"),
        ] {
            let url: DatabaseUrl = text.parse().expect(text);
            let shown = url.to_string().replace(":***", "");
            assert_eq!(shown, "postgres://me@h:1/app?sslmode=disable", "{text}");
            let again = given(url.secret().strip_prefix("postgres:").expect("a scheme"));
            let settings = again.and_then(Given::settings).expect("the driver's text");
            assert_eq!(settings.password.as_deref(), Some(password));
            let other: DatabaseUrl = url.of_database("a b/c").parse().expect("another database");
            let settings = given(&other.secret()["postgres:".len()..]).and_then(Given::settings);
            let settings = settings.expect("the driver's text");
            assert_eq!(settings.password.as_deref(), Some(password));
            assert_eq!(settings.database.as_deref(), Some("a b/c"));
        }
    }

    #[test]
    fn what_can_not_be_read_tells_nothing() {
        for text in [
            "postgres://me:hunter2/x@h/app",
            "postgres://me:12/hunter2@h/app",
            "postgres://me:x@hunter2@h/app",
            "postgres://me:hunter2",
            "postgres:me:hunter2@h/app",
            "postgres://me:hunter2@h:x/app",
            "postgres://me:hunter2@h/app?x=hunter2",
            "postgres://me:hunter2@h/app?hunter2",
            "postgres://me:hunter2%@h/app",
            "POSTGRESS://me:hunter2@h/app",
            "host=h user=me password=hunter2 dbname=app",
            "dbname=app password='hunter2 x'",
            "me:hunter2@h/app",
        ] {
            let error = text.parse::<DatabaseUrl>().expect_err(text).to_string();
            assert!(!error.contains("hunter2"), "{error}");
        }
    }
}
