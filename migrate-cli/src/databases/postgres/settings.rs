//! Where a PostgreSQL server is and how to log in: libpq's options, and what they mean.

use std::collections::BTreeMap;
use std::net::IpAddr;
use std::path::PathBuf;
use std::time::Duration;

use crate::database::tls::Versions;

/// Where the server is and how to log in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settings {
    /// In the order in which they are tried; never empty.
    pub servers: Vec<Server>,
    pub user: Option<String>,
    pub password: Option<String>,
    pub passfile: Option<PathBuf>,
    pub database: Option<String>,
    pub ssl: Ssl,
    pub channel_binding: ChannelBinding,
    pub connect_timeout: Option<Duration>,
    pub application_name: Option<String>,
    pub options: Option<String>,
    pub keepalives: Keepalives,
    pub session: SessionKind,
    pub any_order: bool,
}

/// One place to connect to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Server {
    /// A name, an address or the folder of a socket; none where only the environment's default is left.
    pub host: Option<String>,
    /// Where it is, so that the name need not be looked up.
    pub address: Option<IpAddr>,
    pub port: u16,
}

/// What libpq's `ssl…` options say.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Ssl {
    pub mode: Mode,
    pub root_cert: Option<RootCert>,
    pub cert: Option<PathBuf>,
    pub key: Option<PathBuf>,
    pub crl: Option<PathBuf>,
    pub versions: Versions,
    pub hides_name: bool,
    /// `sslcertmode=disable`
    pub sends_no_cert: bool,
    /// `sslnegotiation=direct`
    pub direct: bool,
}

/// `sslmode`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Mode {
    Disable,
    Allow,
    #[default]
    Prefer,
    Require,
    VerifyCa,
    VerifyFull,
}

/// `sslrootcert`
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RootCert {
    System,
    File(PathBuf),
}

/// `channel_binding`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum ChannelBinding {
    Disable,
    #[default]
    Prefer,
    Require,
}

/// `target_session_attrs`
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum SessionKind {
    #[default]
    Any,
    ReadWrite,
    ReadOnly,
}

/// `keepalives…` and `tcp_user_timeout`
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Keepalives {
    pub off: bool,
    pub idle: Option<Duration>,
    pub interval: Option<Duration>,
    pub count: Option<u32>,
    pub user_timeout: Option<Duration>,
}

/// An option of libpq: its name in a URL, and its variable.
pub const OPTIONS: [(&str, &str); 38] = [
    ("host", "PGHOST"),
    ("hostaddr", "PGHOSTADDR"),
    ("port", "PGPORT"),
    ("dbname", "PGDATABASE"),
    ("user", "PGUSER"),
    ("password", "PGPASSWORD"),
    ("passfile", "PGPASSFILE"),
    ("connect_timeout", "PGCONNECT_TIMEOUT"),
    ("application_name", "PGAPPNAME"),
    ("fallback_application_name", ""),
    ("options", "PGOPTIONS"),
    ("client_encoding", ""),
    ("keepalives", ""),
    ("keepalives_idle", ""),
    ("keepalives_interval", ""),
    ("keepalives_count", ""),
    ("tcp_user_timeout", ""),
    ("target_session_attrs", "PGTARGETSESSIONATTRS"),
    ("load_balance_hosts", "PGLOADBALANCEHOSTS"),
    ("channel_binding", "PGCHANNELBINDING"),
    ("sslmode", "PGSSLMODE"),
    ("ssl", ""),
    ("requiressl", "PGREQUIRESSL"),
    ("sslnegotiation", "PGSSLNEGOTIATION"),
    ("sslcompression", ""),
    ("sslrootcert", "PGSSLROOTCERT"),
    ("sslcert", "PGSSLCERT"),
    ("sslkey", "PGSSLKEY"),
    ("sslcertmode", "PGSSLCERTMODE"),
    ("sslcrl", "PGSSLCRL"),
    ("sslsni", "PGSSLSNI"),
    ("ssl_min_protocol_version", "PGSSLMINPROTOCOLVERSION"),
    ("ssl_max_protocol_version", "PGSSLMAXPROTOCOLVERSION"),
    ("gssencmode", "PGGSSENCMODE"),
    // These are known so as to be refused by name: what they ask for can't be promised here.
    ("service", "PGSERVICE"),
    ("sslcrldir", "PGSSLCRLDIR"),
    ("requirepeer", "PGREQUIREPEER"),
    ("require_auth", "PGREQUIREAUTH"),
];

/// Values of options by their names, and what each was called where it was given.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Given(BTreeMap<&'static str, (String, String)>);

impl Given {
    /// Sets an option; the later value counts.
    pub fn set(&mut self, name: &'static str, value: String) {
        self.0.insert(name, (value, name.to_owned()));
    }

    /// The value of an option, if it is set.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|(value, _)| value.as_str()).filter(|value| !value.is_empty())
    }

    /// Adds what variables say about the options that are still open.
    #[cfg(any(test, feature = "postgres"))]
    pub fn or_variables(
        mut self,
        variable: impl Fn(&str) -> Result<Option<String>, String>,
    ) -> Result<Self, String> {
        for (name, called) in OPTIONS.iter().filter(|(_, variable)| !variable.is_empty()) {
            if self.get(name).is_none()
                && let Some(value) = variable(called)?.filter(|value| !value.is_empty())
            {
                self.0.insert(name, (value, (*called).to_owned()));
            }
        }
        Ok(self)
    }

    /// All options, understood.
    pub fn settings(mut self) -> Result<Settings, String> {
        let servers = self.servers()?;
        let ssl = self.ssl()?;
        let settings = Settings {
            servers,
            user: self.text("user"),
            password: self.text("password"),
            passfile: self.text("passfile").map(PathBuf::from),
            database: self.text("dbname"),
            ssl,
            channel_binding: self
                .word(
                    "channel_binding",
                    &[
                        ("disable", ChannelBinding::Disable),
                        ("prefer", ChannelBinding::Prefer),
                        ("require", ChannelBinding::Require),
                    ],
                )?
                .unwrap_or_default(),
            connect_timeout: self.number("connect_timeout")?.filter(|s| *s > 0).map(seconds),
            application_name: match (
                self.text("application_name"),
                self.text("fallback_application_name"),
            ) {
                (Some(name), _) | (None, Some(name)) => Some(name),
                (None, None) => None,
            },
            options: self.text("options"),
            keepalives: Keepalives {
                off: self.number("keepalives")? == Some(0),
                idle: self.number("keepalives_idle")?.filter(|s| *s > 0).map(seconds),
                interval: self.number("keepalives_interval")?.filter(|s| *s > 0).map(seconds),
                count: self.number("keepalives_count")?.filter(|n| *n > 0),
                user_timeout: self
                    .number("tcp_user_timeout")?
                    .filter(|n| *n > 0)
                    .map(|milliseconds| Duration::from_millis(milliseconds.into())),
            },
            session: self
                .word(
                    "target_session_attrs",
                    &[
                        ("any", SessionKind::Any),
                        ("read-write", SessionKind::ReadWrite),
                        ("read-only", SessionKind::ReadOnly),
                    ],
                )?
                .unwrap_or_default(),
            any_order: self
                .word("load_balance_hosts", &[("disable", false), ("random", true)])?
                .unwrap_or_default(),
        };
        // What is asked for and is so in any case.
        self.word(
            "client_encoding",
            &[("utf8", ()), ("utf-8", ()), ("unicode", ()), ("auto", ())],
        )?;
        self.word("sslcompression", &[("0", ())])?;
        self.word("gssencmode", &[("disable", ()), ("prefer", ())])?;
        match self.0.into_values().next() {
            Some((_, name)) => Err(format!(
                "{name} is not honoured here, so that what it asks for would not hold; take it out"
            )),
            None => Ok(settings),
        }
    }

    fn servers(&mut self) -> Result<Vec<Server>, String> {
        let list = |text: Option<String>| -> Vec<String> {
            text.map(|text| text.split(',').map(str::to_owned).collect()).unwrap_or_default()
        };
        let (hosts, addresses) = (list(self.text("host")), list(self.text("hostaddr")));
        let ports = list(self.text("port"));
        if !hosts.is_empty() && !addresses.is_empty() && hosts.len() != addresses.len() {
            return Err("there are not as many values in `hostaddr` as hosts".to_owned());
        }
        let count = hosts.len().max(addresses.len()).max(1);
        if ports.len() > 1 && ports.len() != count {
            return Err("there are not as many values in `port` as hosts".to_owned());
        }
        (0..count)
            .map(|index| {
                let some =
                    |texts: &[String]| texts.get(index).filter(|text| !text.is_empty()).cloned();
                let address = some(&addresses)
                    .map(|text| text.parse().map_err(|_| "`hostaddr` is no IP address".to_owned()))
                    .transpose()?;
                let port = match ports.as_slice() {
                    [one] => Some(one),
                    several => several.get(index),
                };
                let port = match port.map(String::as_str) {
                    None | Some("") => 5432,
                    Some(text) => match text.trim().parse() {
                        Ok(port) if port > 0 => port,
                        _ => return Err("`port` is no number from 1 to 65535".to_owned()),
                    },
                };
                Ok(Server { host: some(&hosts), address, port })
            })
            .collect()
    }

    fn ssl(&mut self) -> Result<Ssl, String> {
        let mode = self.word(
            "sslmode",
            &[
                ("disable", Mode::Disable),
                ("allow", Mode::Allow),
                ("prefer", Mode::Prefer),
                ("require", Mode::Require),
                ("verify-ca", Mode::VerifyCa),
                ("verify-full", Mode::VerifyFull),
            ],
        )?;
        // As JDBC writes it, and as it was written before there was `sslmode`.
        let jdbc = self.word("ssl", &[("true", Some(Mode::Require)), ("false", None)])?.flatten();
        let old = self.word("requiressl", &[("1", Some(Mode::Require)), ("0", None)])?.flatten();
        let mode = mode.or(jdbc).or(old);
        let root_cert = self.text("sslrootcert").map(|text| match text.as_str() {
            "system" => RootCert::System,
            _ => RootCert::File(text.into()),
        });
        let mode = match (&root_cert, mode) {
            (Some(RootCert::System), None) => Mode::VerifyFull,
            (Some(RootCert::System), Some(mode)) if mode != Mode::VerifyFull => {
                return Err("sslrootcert=system is for sslmode=verify-full".to_owned());
            }
            (_, mode) => mode.unwrap_or_default(),
        };
        let direct = self
            .word("sslnegotiation", &[("postgres", false), ("direct", true)])?
            .unwrap_or_default();
        if direct && matches!(mode, Mode::Disable | Mode::Allow | Mode::Prefer) {
            return Err("sslnegotiation=direct needs sslmode=require or more".to_owned());
        }
        let least = self.word(
            "ssl_min_protocol_version",
            &[("tlsv1", false), ("tlsv1.1", false), ("tlsv1.2", false), ("tlsv1.3", true)],
        )?;
        let most =
            self.word("ssl_max_protocol_version", &[("tlsv1.2", false), ("tlsv1.3", true)])?;
        let versions = Versions { v1_2: least != Some(true), v1_3: most != Some(false) };
        if !versions.v1_2 && !versions.v1_3 {
            return Err("ssl_min_protocol_version is over ssl_max_protocol_version".to_owned());
        }
        Ok(Ssl {
            mode,
            root_cert,
            cert: self.text("sslcert").map(PathBuf::from),
            key: self.text("sslkey").map(PathBuf::from),
            crl: self.text("sslcrl").map(PathBuf::from),
            versions,
            hides_name: self.word("sslsni", &[("0", true), ("1", false)])?.unwrap_or_default(),
            sends_no_cert: self
                .word("sslcertmode", &[("disable", true), ("allow", false)])?
                .unwrap_or_default(),
            direct,
        })
    }

    fn text(&mut self, name: &str) -> Option<String> {
        self.0.remove(name).map(|(value, _)| value).filter(|value| !value.is_empty())
    }

    fn word<T: Copy>(&mut self, name: &str, words: &[(&str, T)]) -> Result<Option<T>, String> {
        let Some((value, called)) = self.0.remove(name) else { return Ok(None) };
        if value.is_empty() {
            return Ok(None);
        }
        match words.iter().find(|(word, _)| value.eq_ignore_ascii_case(word)) {
            Some((_, meaning)) => Ok(Some(*meaning)),
            None => {
                let words: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
                Err(format!("{called} can only be {} here", words.join(", ")))
            }
        }
    }

    fn number(&mut self, name: &str) -> Result<Option<u32>, String> {
        let Some((value, called)) = self.0.remove(name) else { return Ok(None) };
        match value.trim() {
            "" => Ok(None),
            text => match text.parse::<i64>() {
                Ok(number) => Ok(Some(u32::try_from(number.max(0)).unwrap_or(u32::MAX))),
                Err(_) => Err(format!("{called} is no number")),
            },
        }
    }
}

fn seconds(count: u32) -> Duration {
    Duration::from_secs(count.into())
}
