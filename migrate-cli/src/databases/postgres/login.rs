//! Connects to PostgreSQL: one server after another, with and without TLS, as libpq does.

use std::path::{Path, PathBuf};
use std::sync::mpsc;
use std::time::Duration;

use ::postgres::config::{self, LoadBalanceHosts, SslMode, SslNegotiation, TargetSessionAttrs};
use ::postgres::error::SqlState;
use ::postgres::{Client, Config, Error, NoTls};

use super::address;
use super::failure::reason;
use super::passfile::{self, Found, Login};
use super::settings::{ChannelBinding, Mode, Server, SessionKind, Settings};
use super::tls::{Connector, Failure, demand};
use crate::database::secret;
use crate::database::tls::client;

/// Where Debian's packages and the project's own put the socket.
const SOCKETS: [&str; 2] = ["/var/run/postgresql", "/tmp"];

/// Somebody who is let in.
pub struct LoggedIn {
    pub client: Client,
    /// What encrypts connections to the same server, where this one may be encrypted.
    pub connector: Option<Connector>,
    /// Who it is, where that was said.
    pub user: Option<String>,
}

/// Connects as a URL says, given what stands after its scheme.
pub fn connect(rest: &str) -> Result<LoggedIn, String> {
    let settings = address::given(rest)?.or_variables(variable)?.settings()?;
    if let Some(password) = &settings.password {
        secret::keep(password, &[]);
    }
    let mut failures = Vec::new();
    let mut servers = settings.servers.clone();
    if settings.any_order {
        let first = any(servers.len());
        servers.rotate_left(first);
    }
    for server in &servers {
        match to_server(&settings, server) {
            Ok((client, connector)) => {
                return Ok(LoggedIn { client, connector, user: settings.user });
            }
            Err(why) if servers.len() == 1 => failures.push(why),
            Err(why) => {
                let name = server.host.clone().or(server.address.map(|a| a.to_string()));
                failures.push(format!("{}:{}: {why}", name.unwrap_or_default(), server.port));
            }
        }
    }
    Err(failures.join("; "))
}

fn variable(name: &str) -> Result<Option<String>, String> {
    match std::env::var_os(name).map(std::ffi::OsString::into_string) {
        None => Ok(None),
        Some(Ok(value)) => Ok(Some(value)),
        Some(Err(_)) => Err(format!("{name} of the environment is not UTF-8")),
    }
}

/// A number below `count`, another one every time.
fn any(count: usize) -> usize {
    use std::hash::BuildHasher;
    let random = std::hash::RandomState::new().hash_one(count);
    usize::try_from(random % count as u64).unwrap_or_default()
}

/// One way to connect.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Attempt {
    Plain,
    Tls,
}

/// What is tried, one after the other. A socket of this machine is never encrypted.
fn attempts(mode: Mode, is_socket: bool) -> &'static [Attempt] {
    match mode {
        _ if is_socket => &[Attempt::Plain],
        Mode::Disable => &[Attempt::Plain],
        Mode::Allow => &[Attempt::Plain, Attempt::Tls],
        Mode::Prefer => &[Attempt::Tls, Attempt::Plain],
        Mode::Require | Mode::VerifyCa | Mode::VerifyFull => &[Attempt::Tls],
    }
}

fn to_server(settings: &Settings, server: &Server) -> Result<(Client, Option<Connector>), String> {
    let host = match (&server.host, server.address) {
        (Some(host), _) => host.clone(),
        (None, Some(address)) => address.to_string(),
        (None, None) => local(server.port),
    };
    let is_socket = server.address.is_none() && host.starts_with(['/', '@']);
    let mut config = config(settings, server, &host);
    let hint = password(settings, &host, server, &mut config)?;
    let attempts = attempts(settings.ssl.mode, is_socket);
    let mut told = Vec::new();
    for (index, attempt) in attempts.iter().enumerate() {
        let is_last = index + 1 == attempts.len();
        let connector = match attempt {
            Attempt::Plain => None,
            Attempt::Tls => {
                let home = std::env::home_dir();
                Some(Connector::new(&client(&demand(&settings.ssl, home.as_deref())?, &host)?))
            }
        };
        config.ssl_mode(match &connector {
            None => SslMode::Disable,
            Some(_) if is_last => SslMode::Require,
            // One that has no TLS is gone on with as it is.
            Some(_) => SslMode::Prefer,
        });
        let (config, encryption) = (config.clone(), connector.clone());
        let connect = move || match encryption {
            None => config.connect(NoTls),
            Some(connector) => config.connect(connector),
        };
        let result = within(settings.connect_timeout, connect)?;
        let error = match result {
            Ok(client) => return Ok((client, connector)),
            Err(error) => error,
        };
        let may_go_on = !is_last && is_about_encryption(&error);
        told.push(match (attempts.len(), attempt) {
            (1, _) => told_of(&error, hint.as_deref()),
            (_, Attempt::Tls) => format!("with TLS: {}", told_of(&error, hint.as_deref())),
            (_, Attempt::Plain) => format!("without TLS: {}", told_of(&error, hint.as_deref())),
        });
        if !may_go_on {
            break;
        }
    }
    Err(told.join("; "))
}

/// The driver's own limit is for getting through alone, not for a server that says nothing then.
fn within<T: Send + 'static>(
    limit: Option<Duration>,
    connect: impl FnOnce() -> T + Send + 'static,
) -> Result<T, String> {
    let Some(limit) = limit else { return Ok(connect()) };
    let (sender, receiver) = mpsc::channel();
    // Nobody listens to one that comes too late, and it ends with this process.
    std::thread::spawn(move || drop(sender.send(connect())));
    receiver.recv_timeout(limit).map_err(|_| {
        format!("the server does not answer within {} s (connect_timeout)", limit.as_secs())
    })
}

/// Whether the other way, with or without TLS, could do better: it was not encrypted as it should be, or the server
/// takes no such login this way.
fn is_about_encryption(error: &Error) -> bool {
    let source = std::error::Error::source(error);
    source.is_some_and(|source| source.is::<Failure>())
        || error.code() == Some(&SqlState::INVALID_AUTHORIZATION_SPECIFICATION)
}

/// The folder of this machine's server, or this machine.
fn local(port: u16) -> String {
    let has_socket = |folder: &&str| Path::new(folder).join(format!(".s.PGSQL.{port}")).exists();
    SOCKETS.into_iter().find(has_socket).unwrap_or("localhost").to_owned()
}

fn config(settings: &Settings, server: &Server, host: &str) -> Config {
    let mut config = Config::new();
    config.host(host).port(server.port);
    if let Some(address) = server.address {
        config.hostaddr(address);
    }
    if let Some(user) = &settings.user {
        config.user(user);
    }
    if let Some(database) = &settings.database {
        config.dbname(database);
    }
    if let Some(options) = &settings.options {
        config.options(options);
    }
    config.application_name(settings.application_name.as_deref().unwrap_or("migrate"));
    if let Some(timeout) = settings.connect_timeout {
        config.connect_timeout(timeout);
    }
    let keepalives = &settings.keepalives;
    config.keepalives(!keepalives.off);
    if let Some(idle) = keepalives.idle {
        config.keepalives_idle(idle);
    }
    if let Some(interval) = keepalives.interval {
        config.keepalives_interval(interval);
    }
    if let Some(count) = keepalives.count {
        config.keepalives_retries(count);
    }
    if let Some(timeout) = keepalives.user_timeout {
        config.tcp_user_timeout(timeout);
    }
    config
        .channel_binding(match settings.channel_binding {
            ChannelBinding::Disable => config::ChannelBinding::Disable,
            ChannelBinding::Prefer => config::ChannelBinding::Prefer,
            ChannelBinding::Require => config::ChannelBinding::Require,
        })
        .target_session_attrs(match settings.session {
            SessionKind::Any => TargetSessionAttrs::Any,
            SessionKind::ReadWrite => TargetSessionAttrs::ReadWrite,
            SessionKind::ReadOnly => TargetSessionAttrs::ReadOnly,
        })
        .load_balance_hosts(match settings.any_order {
            true => LoadBalanceHosts::Random,
            false => LoadBalanceHosts::Disable,
        })
        .ssl_negotiation(match settings.ssl.direct {
            true => SslNegotiation::Direct,
            false => SslNegotiation::Postgres,
        });
    config
}

/// Gives the driver the password, and tells why a file of passwords was left aside.
fn password(
    settings: &Settings,
    host: &str,
    server: &Server,
    config: &mut Config,
) -> Result<Option<String>, String> {
    if let Some(password) = &settings.password {
        config.password(password);
        return Ok(None);
    }
    let standard = || std::env::home_dir().map(|home| home.join(".pgpass"));
    let Some(path): Option<PathBuf> = settings.passfile.clone().or_else(standard) else {
        return Ok(None);
    };
    let user = match &settings.user {
        Some(user) => user.clone(),
        None => whoami::username().map_err(|e| format!("the user has no name: {e}"))?,
    };
    let login = Login {
        // The usual socket is written like this.
        host: if SOCKETS.contains(&host) { "localhost" } else { host },
        port: server.port,
        database: settings.database.as_deref().unwrap_or(&user),
        user: &user,
    };
    Ok(match passfile::look(&path, login) {
        Found::Password(password) => {
            secret::keep(&password, &[&user]);
            config.password(&password);
            passfile::remember(login, &password);
            None
        }
        // A scratch database has no line of its own, and is on the server of one that has.
        Found::Nothing => {
            if let Some(password) = passfile::remembered(login) {
                config.password(password);
            }
            None
        }
        Found::Unfit(why) => Some(why),
    })
}

fn told_of(error: &Error, hint: Option<&str>) -> String {
    let reason = reason(error);
    match (reason.contains("password missing"), hint) {
        (true, Some(hint)) => format!("the server asks for a password, and {hint}"),
        (true, None) => {
            "the server asks for a password; write it into the URL, PGPASSWORD or ~/.pgpass"
                .to_owned()
        }
        (false, _) => reason,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_is_not_answered_in_time_goes() {
        assert_eq!(within(Some(Duration::from_secs(60)), || 7), Ok(7));
        let never = || std::thread::sleep(Duration::from_secs(60));
        assert!(within(Some(Duration::from_millis(10)), never).is_err());
    }

    #[test]
    fn what_is_tried() {
        assert_eq!(attempts(Mode::Prefer, false), [Attempt::Tls, Attempt::Plain]);
        assert_eq!(attempts(Mode::Allow, false), [Attempt::Plain, Attempt::Tls]);
        for mode in [Mode::Require, Mode::VerifyCa, Mode::VerifyFull] {
            assert_eq!(attempts(mode, false), [Attempt::Tls]);
            assert_eq!(attempts(mode, true), [Attempt::Plain]);
        }
    }
}
