//! What comes back for a statement.

use mysql_common::constants::{CapabilityFlags, StatusFlags};
use mysql_common::io::ParseBuf;
use mysql_common::misc::raw::RawInt;
use mysql_common::misc::raw::int::LenEnc;
use mysql_common::packets::{CommonOkPacket, OkPacketDeserializer, OkPacketKind, OldEofPacket};
use mysql_common::value::{TextValue, Value, ValueDeserializer};

use super::WireError;
use super::packets::Packets;

/// What one statement gave.
pub struct Answer {
    /// Its rows, if it has any.
    pub rows: Option<Vec<Vec<Option<Vec<u8>>>>>,
    /// Whether the next statement's is on its way.
    pub has_more: bool,
}

/// Reads the answer to one statement.
pub fn read(packets: &mut Packets) -> Result<Answer, WireError> {
    let content = packets.receive()?;
    match content.first() {
        Some(0x00) => Ok(Answer { rows: None, has_more: has_more::<CommonOkPacket>(&content)? }),
        // LOAD DATA LOCAL: we have told the server that we send no file.
        Some(0xfb) => {
            packets.send(&[])?;
            packets.receive()?;
            let why = "it asks for a file of this machine, which is not sent";
            Err(WireError::unexpected(why))
        }
        Some(_) => read_rows(packets, &content),
        None => Err(WireError::unexpected("an empty packet")),
    }
}

fn read_rows(packets: &mut Packets, header: &[u8]) -> Result<Answer, WireError> {
    let count = ParseBuf(header).parse::<RawInt<LenEnc>>(())?.0;
    for _ in 0..count {
        // What a column is called and of which type: every value comes as text.
        packets.receive()?;
    }
    if !is_end(&packets.receive()?) {
        return Err(WireError::unexpected("the columns do not end"));
    }
    let mut rows = Vec::new();
    loop {
        let content = packets.receive()?;
        if is_end(&content) {
            let has_more = has_more::<OldEofPacket>(&content)?;
            return Ok(Answer { rows: Some(rows), has_more });
        }
        let mut fields = ParseBuf(&content);
        let row: Result<Vec<_>, WireError> = (0..count).map(|_| value(&mut fields)).collect();
        rows.push(row?);
    }
}

fn value(fields: &mut ParseBuf<'_>) -> Result<Option<Vec<u8>>, WireError> {
    match fields.parse::<ValueDeserializer<TextValue>>(())?.0 {
        Value::NULL => Ok(None),
        Value::Bytes(bytes) => Ok(Some(bytes)),
        _ => Err(WireError::unexpected("a value is no text")),
    }
}

/// Whether columns or rows end here. A row that begins with a value of more than 16 MB begins alike, and is longer.
fn is_end(content: &[u8]) -> bool {
    content.first() == Some(&0xfe) && content.len() < 9
}

fn has_more<Kind: OkPacketKind>(content: &[u8]) -> Result<bool, WireError> {
    let capabilities = CapabilityFlags::CLIENT_PROTOCOL_41;
    let ok = ParseBuf(content).parse::<OkPacketDeserializer<'_, Kind>>(capabilities)?.into_inner();
    Ok(ok.status_flags().contains(StatusFlags::SERVER_MORE_RESULTS_EXISTS))
}

#[cfg(test)]
mod tests {
    use super::super::packets::tests::script;
    use super::*;

    fn answer(packets: &[&[u8]]) -> Result<Answer, WireError> {
        let numbered: Vec<(u8, &[u8])> = (0..=u8::MAX).zip(packets.iter().copied()).collect();
        read(&mut script(&numbered).0)
    }

    #[test]
    fn rows_and_none() {
        let answer = answer(&[
            b"\x02",
            b"column",
            b"column",
            b"\xfe\x00\x00\x02\x00",
            b"\x01a\xfb",
            b"\x00\x03abc",
            b"\xfe\x00\x00\x0a\x00",
        ]);
        let answer = answer.expect("rows");
        let rows = answer.rows.expect("rows");
        assert_eq!(rows, [[Some(b"a".to_vec()), None], [Some(Vec::new()), Some(b"abc".to_vec())]]);
        assert!(answer.has_more);
    }

    #[test]
    fn no_rows() {
        assert!(!answer(&[b"\x00\x00\x00\x02\x00\x00\x00"]).expect("fine").has_more);
        assert!(answer(&[b"\x00\xfc\xff\xff\x00\x0a\x00\x00\x00"]).expect("fine").has_more);
        for cut in [&b""[..], b"\x00", b"\x00\x00\x00\x02", b"\xff\x01"] {
            assert!(answer(&[cut]).is_err(), "{cut:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn any_packets_are_an_answer_or_an_error(packets: Vec<Vec<u8>>) {
            let packets: Vec<&[u8]> = packets.iter().map(Vec::as_slice).collect();
            let _ = answer(&packets);
        }
    }
}
