//! Packets over whatever bytes go through.

use std::io::{self, Read, Write};

use mysql_common::constants::CapabilityFlags;
use mysql_common::io::ParseBuf;
use mysql_common::packets::ErrPacket;
use mysql_common::proto::MySerialize;
use mysql_common::proto::sync_framed::MySyncFramed;

use super::WireError;

/// Whatever bytes go through.
pub trait Stream: Read + Write + Send {}

impl<T: Read + Write + Send> Stream for T {}

/// The longest packet that any server has, in bytes.
pub const LONGEST: usize = 1 << 30;

/// A stream of packets.
pub struct Packets {
    framed: MySyncFramed<Box<dyn Stream>>,
    limit: usize,
}

impl Packets {
    /// Over a stream of bytes, from its beginning.
    pub fn new(stream: Box<dyn Stream>) -> Self {
        let mut framed = MySyncFramed::new(stream);
        framed.codec_mut().max_allowed_packet = LONGEST;
        Self { framed, limit: LONGEST }
    }

    /// Goes on over another stream that is made of this one's. What was sent before that is no part of what comes
    /// after it.
    pub fn over<E: From<WireError>>(
        self,
        make: impl FnOnce(Box<dyn Stream>) -> Result<Box<dyn Stream>, E>,
    ) -> Result<Self, E> {
        let (read, written, codec, stream) = self.framed.destruct();
        if !read.is_empty() {
            return Err(WireError::unexpected("more than a greeting before TLS").into());
        }
        let framed = MySyncFramed::construct(read, written, codec, make(stream)?);
        Ok(Self { framed, limit: self.limit })
    }

    /// Sets how long a packet of ours may be.
    pub fn limit(&mut self, bytes: usize) {
        self.limit = bytes.min(LONGEST);
    }

    /// The next packet begins a command.
    pub fn begin(&mut self) {
        self.framed.codec_mut().reset_seq_id();
    }

    /// Sends a packet.
    pub fn send(&mut self, content: &[u8]) -> Result<(), WireError> {
        if content.len() > self.limit {
            return Err(WireError::TooLong { length: content.len(), limit: self.limit });
        }
        Ok(self.framed.send(&mut &content[..])?)
    }

    /// Sends a packet made of parts.
    pub fn send_parts(&mut self, parts: &[&[u8]]) -> Result<(), WireError> {
        self.send(&parts.concat())
    }

    /// Sends one of the packets that have a name.
    pub fn send_named(&mut self, packet: &impl MySerialize) -> Result<(), WireError> {
        let mut content = Vec::new();
        packet.serialize(&mut content);
        self.send(&content)
    }

    /// The next packet. One that the server refuses with is an error.
    pub fn receive(&mut self) -> Result<Vec<u8>, WireError> {
        let mut content = Vec::new();
        if !self.framed.next_packet(&mut content)? {
            let why = "the server closed the connection";
            return Err(WireError::Lost(io::Error::new(io::ErrorKind::UnexpectedEof, why)));
        }
        refusal(&content)?;
        Ok(content)
    }
}

/// What the server refuses with, if that is what a packet says.
fn refusal(content: &[u8]) -> Result<(), WireError> {
    if content.first() != Some(&0xff) {
        return Ok(());
    }
    // Errors before the greeting have no SQLSTATE.
    let capabilities = match content.get(3) {
        Some(b'#') => CapabilityFlags::CLIENT_PROTOCOL_41,
        _ => CapabilityFlags::empty(),
    };
    match ParseBuf(content).parse::<ErrPacket<'_>>(capabilities)? {
        ErrPacket::Error(error) => Err(WireError::Refused {
            code: error.error_code(),
            message: error.message_str().into_owned(),
        }),
        ErrPacket::Progress(_) => Err(WireError::unexpected("progress that was not asked for")),
    }
}

#[cfg(test)]
pub mod tests {
    use std::sync::{Arc, Mutex, PoisonError};

    use super::*;

    /// A server that says what it was told to say, whatever it is sent.
    pub struct Script {
        said: io::Cursor<Vec<u8>>,
        sent: Arc<Mutex<Vec<u8>>>,
    }

    impl Read for Script {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            self.said.read(buffer)
        }
    }

    impl Write for Script {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.sent.lock().unwrap_or_else(PoisonError::into_inner).write(bytes)
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    /// Packets of a server, each with the number that it has, and what is sent to it.
    pub fn script(says: &[(u8, &[u8])]) -> (Packets, Arc<Mutex<Vec<u8>>>) {
        let mut bytes = Vec::new();
        for (number, content) in says {
            let length = u32::try_from(content.len()).expect("short").to_le_bytes();
            bytes.extend_from_slice(&length[..3]);
            bytes.push(*number);
            bytes.extend_from_slice(content);
        }
        let sent = Arc::new(Mutex::new(Vec::new()));
        let script = Script { said: io::Cursor::new(bytes), sent: Arc::clone(&sent) };
        (Packets::new(Box::new(script)), sent)
    }

    #[test]
    fn refusals_with_and_without_a_state() {
        let told = |content: &[u8]| refusal(content).expect_err("a refusal").to_string();
        assert_eq!(told(b"\xff\x15\x04#28000Access denied"), "Access denied (1045)");
        assert_eq!(told(b"\xff\x15\x04Too many"), "Too many (1045)");
        assert!(refusal(b"\xff\x15").is_err());
        assert!(refusal(b"\x00").is_ok() && refusal(b"").is_ok());
    }

    #[test]
    fn what_was_sent_before_tls_is_no_part_of_it() {
        let (mut packets, _) = script(&[(0, b"greeting"), (1, b"injected")]);
        packets.receive().expect("a greeting");
        let over = packets.over(Ok::<_, WireError>);
        assert!(matches!(over, Err(WireError::Unexpected(_))));
    }

    #[test]
    fn what_is_longer_than_the_server_takes_is_not_sent() {
        let (mut packets, sent) = script(&[]);
        packets.limit(3);
        assert!(matches!(packets.send(b"four"), Err(WireError::TooLong { length: 4, limit: 3 })));
        assert!(sent.lock().expect("no panic").is_empty());
    }

    proptest::proptest! {
        #[test]
        fn any_bytes_are_refused_or_not(bytes: Vec<u8>) {
            let _ = refusal(&bytes);
        }
    }
}
