//! Gets through to a server: by a socket of this machine or by TCP, with TLS where it is asked for.

use std::io::{self, Read, Write};
use std::net::{TcpStream, ToSocketAddrs};
use std::path::PathBuf;
use std::time::Duration;

use mysql_common::constants::{CapabilityFlags, UTF8MB4_GENERAL_CI};
use mysql_common::io::ParseBuf;
use mysql_common::packets::{HandshakePacket, HandshakeResponse, SslRequest};
use rustls::{ClientConnection, StreamOwned};

use super::login::Login;
use super::packets::{LONGEST, Packets, Stream};
use super::{Wire, WireError};
use crate::database::tls::{Client, Demand, client, failure};
use crate::databases::mysql::address::Settings;
use crate::databases::mysql::encryption::Encryption;

/// Where a server's socket is where nobody says otherwise: Debian's, others' and MySQL's own.
const SOCKETS: [&str; 3] =
    ["/run/mysqld/mysqld.sock", "/var/lib/mysql/mysql.sock", "/tmp/mysql.sock"];

const PORT: u16 = 3306;

/// What we can. Not `CLIENT_LOCAL_FILES`: no server gets a file of this machine.
const OURS: CapabilityFlags = CapabilityFlags::CLIENT_LONG_PASSWORD
    .union(CapabilityFlags::CLIENT_LONG_FLAG)
    .union(CapabilityFlags::CLIENT_PROTOCOL_41)
    .union(CapabilityFlags::CLIENT_TRANSACTIONS)
    .union(CapabilityFlags::CLIENT_SECURE_CONNECTION)
    .union(CapabilityFlags::CLIENT_MULTI_STATEMENTS)
    .union(CapabilityFlags::CLIENT_MULTI_RESULTS)
    .union(CapabilityFlags::CLIENT_PLUGIN_AUTH);

/// What we can't do without.
const NEEDED: CapabilityFlags = CapabilityFlags::CLIENT_PROTOCOL_41
    .union(CapabilityFlags::CLIENT_SECURE_CONNECTION)
    .union(CapabilityFlags::CLIENT_PLUGIN_AUTH);

/// Connects and logs in.
pub fn connect(settings: &Settings) -> Result<Wire, WireError> {
    let host = settings.host.as_deref().unwrap_or("localhost");
    let (demand, is_demanded) = match &settings.encryption {
        Encryption::Disabled => return log_in(settings, open(settings)?, None),
        Encryption::Preferred(demand) => (demand, false),
        Encryption::Required(demand) => (demand, true),
    };
    let opened = open(settings)?;
    if opened.is_socket {
        return log_in(settings, opened, None);
    }
    let client = |demand: &Demand| client(demand, host).map_err(WireError::Login);
    match log_in(settings, opened, Some((client(demand)?, is_demanded))) {
        Err(WireError::Tls(why)) if !is_demanded => log_in(settings, open(settings)?, None)
            .map_err(|plain| WireError::Login(format!("with TLS: {why}; without TLS: {plain}"))),
        result => result,
    }
}

/// A way to a server, on which nothing was said yet.
struct Opened {
    stream: Box<dyn Stream>,
    is_socket: bool,
    /// The same way, to set how long is waited.
    tcp: Option<TcpStream>,
}

/// As the client finds it: this machine is reached by the socket, where one answers and no port is given.
fn open(settings: &Settings) -> Result<Opened, WireError> {
    let host = settings.host.as_deref();
    let at = |what: &str, error: io::Error| WireError::Login(format!("{what}: {error}"));
    if let Some(path) = &settings.socket {
        return open_socket(path).map_err(|error| at(&path.display().to_string(), error));
    }
    if matches!(host, None | Some("localhost")) && settings.port.is_none() {
        let answers = SOCKETS.into_iter().find_map(|path| open_socket(&PathBuf::from(path)).ok());
        if let Some(opened) = answers {
            return Ok(opened);
        }
    }
    let (host, port) = (host.unwrap_or("localhost"), settings.port.unwrap_or(PORT));
    open_tcp(host, port, settings.connect_timeout)
        .map_err(|error| at(&format!("{host}:{port}"), error))
}

#[cfg(unix)]
fn open_socket(path: &std::path::Path) -> io::Result<Opened> {
    let stream = std::os::unix::net::UnixStream::connect(path)?;
    Ok(Opened { stream: Box::new(stream), is_socket: true, tcp: None })
}

#[cfg(not(unix))]
fn open_socket(_: &std::path::Path) -> io::Result<Opened> {
    Err(io::Error::other("sockets are for Unix; give a host"))
}

fn open_tcp(host: &str, port: u16, timeout: Option<Duration>) -> io::Result<Opened> {
    let timeout = timeout.filter(|timeout| !timeout.is_zero());
    let mut last = io::Error::other("the host has no address");
    for address in (host, port).to_socket_addrs()? {
        let connected = match timeout {
            Some(timeout) => TcpStream::connect_timeout(&address, timeout),
            None => TcpStream::connect(address),
        };
        match connected {
            Ok(stream) => {
                stream.set_nodelay(true)?;
                // A server that says nothing is waited for as long as one that can't be reached.
                stream.set_read_timeout(timeout)?;
                let tcp = Some(stream.try_clone()?);
                return Ok(Opened { stream: Box::new(stream), is_socket: false, tcp });
            }
            Err(error) => last = error,
        }
    }
    Err(last)
}

/// Answers the greeting. The flag says that TLS is demanded.
fn log_in(
    settings: &Settings,
    opened: Opened,
    encryption: Option<(Client, bool)>,
) -> Result<Wire, WireError> {
    let mut packets = Packets::new(opened.stream);
    let content = packets.receive()?;
    let greeting = ParseBuf(&content).parse::<HandshakePacket<'_>>(())?;
    if greeting.protocol_version() != 10 || !greeting.capabilities().contains(NEEDED) {
        return Err(WireError::unexpected("it speaks another protocol, or is too old"));
    }
    let encryption = match encryption {
        Some((client, _)) if greeting.capabilities().contains(CapabilityFlags::CLIENT_SSL) => {
            Some(client)
        }
        Some((_, true)) => {
            let why = "the server offers no TLS, and ssl_mode demands it";
            return Err(WireError::Login(why.to_owned()));
        }
        _ => None,
    };
    let encrypted = encryption.is_some();
    // The first bit is no capability to MariaDB, which takes a client without it for one of its own kind.
    let mut capabilities = OURS & (greeting.capabilities() | CapabilityFlags::CLIENT_LONG_PASSWORD);
    capabilities.set(CapabilityFlags::CLIENT_CONNECT_WITH_DB, settings.database.is_some());
    capabilities.set(CapabilityFlags::CLIENT_SSL, encrypted);
    let longest = u32::try_from(LONGEST).unwrap_or(u32::MAX);
    if let Some(client) = encryption {
        let collation = UTF8MB4_GENERAL_CI.to_le_bytes()[0];
        packets.send_named(&SslRequest::new(capabilities, longest, collation))?;
        packets = packets.over(|stream| encrypt(stream, client))?;
    }
    let login = Login { settings, is_private: encrypted || opened.is_socket };
    let nonce = greeting.nonce();
    let (plugin, proof) = login.first(greeting.auth_plugin(), &nonce);
    let user = match &settings.user {
        Some(user) => user.clone(),
        None => whoami::username()
            .map_err(|e| WireError::Login(format!("the user has no name: {e}")))?,
    };
    packets.send_named(&HandshakeResponse::new(
        Some(proof),
        // One that has utf8mb4, as every server that is still alive.
        (8, 0, 0),
        Some(user.as_bytes()),
        settings.database.as_deref().map(str::as_bytes),
        Some(plugin.clone()),
        capabilities,
        None,
        longest,
    ))?;
    login.go_on(&mut packets, &plugin, &nonce)?;
    if let Some(tcp) = opened.tcp {
        // A statement takes as long as it takes.
        tcp.set_read_timeout(None).map_err(WireError::Lost)?;
    }
    Ok(Wire { packets })
}

fn encrypt(mut stream: Box<dyn Stream>, client: Client) -> Result<Box<dyn Stream>, WireError> {
    let mut connection = ClientConnection::new(client.config, client.name)
        .map_err(|error| WireError::Tls(error.to_string()))?;
    while connection.is_handshaking() {
        connection.complete_io(&mut stream).map_err(|error| WireError::Tls(failure(&error)))?;
    }
    Ok(Box::new(Encrypted(StreamOwned::new(connection, stream))))
}

/// A connection with TLS. One that is cut off without a word of farewell is at its end, as without TLS.
struct Encrypted(StreamOwned<ClientConnection, Box<dyn Stream>>);

impl Read for Encrypted {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        match self.0.read(buffer) {
            Err(error) if error.kind() == io::ErrorKind::UnexpectedEof => Ok(0),
            // A certificate of ours that the server does not take is said only after the handshake.
            Err(error) => Err(io::Error::new(error.kind(), failure(&error))),
            read => read,
        }
    }
}

impl Write for Encrypted {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.0.flush()
    }
}
