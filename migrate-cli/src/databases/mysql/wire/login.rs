//! The login: the server says how, and we prove who we are.

use std::path::Path;

use mysql_common::packets::{AuthPlugin, AuthSwitchRequest};

use super::WireError;
use super::packets::Packets;
use super::server_key;
use crate::databases::mysql::address::Settings;

const CACHING_SHA2: &str = "caching_sha2_password";
const SHA256: &str = "sha256_password";
const SUPPORTED: &str = "mysql_native_password, caching_sha2_password, sha256_password, ed25519 and mysql_clear_password";

/// What is told of a password, and over what.
pub struct Login<'a> {
    /// The password and what may be done with it.
    pub settings: &'a Settings,
    /// Whether nobody between us and the server can listen: TLS, or a socket of this machine.
    pub is_private: bool,
}

/// One way to log in, as far as it has come.
struct Way {
    plugin: String,
    nonce: Vec<u8>,
    /// Whether the server was asked for its key.
    asked: bool,
}

impl Login<'_> {
    fn password(&self) -> &str {
        self.settings.password.as_deref().unwrap_or_default()
    }

    /// The way to log in that the answer to the greeting goes, and the proof: only ways that tell nothing of the
    /// password.
    pub fn first(
        &self,
        plugin: Option<AuthPlugin<'_>>,
        nonce: &[u8],
    ) -> (AuthPlugin<'static>, Vec<u8>) {
        let plugin = match plugin {
            Some(AuthPlugin::CachingSha2Password) => AuthPlugin::CachingSha2Password,
            _ => AuthPlugin::MysqlNativePassword,
        };
        let proof = self.scrambled(&plugin, nonce);
        (plugin, proof)
    }

    /// Empty where the password is.
    fn scrambled(&self, plugin: &AuthPlugin<'_>, nonce: &[u8]) -> Vec<u8> {
        plugin
            .gen_data(Some(self.password()), nonce)
            .map(|proof| proof.to_vec())
            .unwrap_or_default()
    }

    /// Goes on until the server lets us in.
    pub fn go_on(
        &self,
        packets: &mut Packets,
        plugin: &AuthPlugin<'_>,
        nonce: &[u8],
    ) -> Result<(), WireError> {
        let name =
            |plugin: &AuthPlugin<'_>| String::from_utf8_lossy(plugin.as_bytes()).into_owned();
        let mut way = Way { plugin: name(plugin), nonce: nonce.to_vec(), asked: false };
        // A server changes its mind once; more often is no server.
        for _ in 0..8 {
            let content = packets.receive()?;
            match (content.first(), content.get(1..)) {
                (Some(0x00), _) => return Ok(()),
                (Some(0xfe), Some([])) => {
                    let why =
                        "the server wants a password as before MySQL 4.1, which is not supported";
                    return Err(WireError::Login(why.to_owned()));
                }
                (Some(0xfe), Some(_)) => {
                    let request =
                        mysql_common::io::ParseBuf(&content).parse::<AuthSwitchRequest<'_>>(())?;
                    let plugin = request.auth_plugin();
                    let nonce = request.plugin_data().to_vec();
                    way = Way { plugin: name(&plugin), nonce, asked: false };
                    let proof = self.proof(&plugin, &mut way)?;
                    packets.send(&proof)?;
                }
                (Some(0x01), Some(more)) => self.more(packets, &mut way, more)?,
                _ => return Err(WireError::unexpected("a login goes on otherwise")),
            }
        }
        Err(WireError::unexpected("the login does not end"))
    }

    fn proof(&self, plugin: &AuthPlugin<'_>, way: &mut Way) -> Result<Vec<u8>, WireError> {
        let refused = |why: &str| Err(WireError::Login(why.to_owned()));
        match plugin {
            AuthPlugin::MysqlNativePassword
            | AuthPlugin::CachingSha2Password
            | AuthPlugin::Ed25519 => Ok(self.scrambled(plugin, &way.nonce)),
            AuthPlugin::MysqlClearPassword if !self.settings.clear_text => refused(
                "the server wants the password as it is (mysql_clear_password); allow it with enable_cleartext_plugin=1",
            ),
            AuthPlugin::MysqlClearPassword if !self.is_private => refused(
                "the server wants the password as it is (mysql_clear_password), which takes TLS: ssl_mode=VERIFY_IDENTITY",
            ),
            AuthPlugin::MysqlClearPassword => Ok(self.in_clear()),
            AuthPlugin::Other(_) if way.plugin == SHA256 => match self.password() {
                "" => Ok(vec![0]),
                _ if self.is_private => Ok(self.in_clear()),
                _ => self.ask_for_key(way, 0x01),
            },
            _ => refused(&format!(
                "the server wants a login by `{}`, which is not supported; supported are {SUPPORTED}",
                way.plugin
            )),
        }
    }

    fn more(&self, packets: &mut Packets, way: &mut Way, content: &[u8]) -> Result<(), WireError> {
        match (way.plugin.as_str(), content) {
            (CACHING_SHA2 | SHA256, key) if way.asked => {
                way.asked = false;
                self.encrypted(packets, key, &way.nonce)
            }
            // The server remembers the password: what was sent is enough.
            (CACHING_SHA2, [3]) => Ok(()),
            (CACHING_SHA2, [4]) if self.is_private => packets.send(&self.in_clear()),
            (CACHING_SHA2, [4]) => match self.settings.server_key.as_deref() {
                Some(path) => self.encrypted(packets, &read(path)?, &way.nonce),
                None => {
                    let request = self.ask_for_key(way, 0x02)?;
                    packets.send(&request)
                }
            },
            _ => Err(WireError::unexpected("more of a login than was asked for")),
        }
    }

    fn in_clear(&self) -> Vec<u8> {
        [self.password().as_bytes(), &[0]].concat()
    }

    fn ask_for_key(&self, way: &mut Way, request: u8) -> Result<Vec<u8>, WireError> {
        if self.settings.refuses_server_key {
            return Err(WireError::Login(
                "this login takes TLS, or the server's key (server_public_key_path, get_server_public_key=1)".to_owned(),
            ));
        }
        way.asked = true;
        Ok(vec![request])
    }

    /// Sends the password so that only who has the key's other half can read it.
    fn encrypted(&self, packets: &mut Packets, key: &[u8], nonce: &[u8]) -> Result<(), WireError> {
        if nonce.is_empty() {
            return Err(WireError::unexpected("the login has no salt"));
        }
        let salted: Vec<u8> =
            self.in_clear().iter().zip(nonce.iter().cycle()).map(|(a, b)| a ^ b).collect();
        let encrypted = server_key::encrypt(&salted, key).ok_or_else(|| {
            let why = "the server's key is no RSA key, or too short for the password";
            WireError::Login(why.to_owned())
        })?;
        packets.send(&encrypted)
    }
}

fn read(path: &Path) -> Result<Vec<u8>, WireError> {
    std::fs::read(path)
        .map_err(|e| WireError::Login(format!("server_public_key_path: {}: {e}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::super::packets::tests::script;
    use super::*;

    const CLEAR: &str = "mysql_clear_password";

    /// What is sent to a server that says this, packets and all.
    fn with(
        says: &[&[u8]],
        is_private: bool,
        clear_text: bool,
    ) -> (Result<(), WireError>, Vec<u8>) {
        // Between two of the server's packets stands one of ours.
        let numbers = (0..=u8::MAX).step_by(2);
        let numbered: Vec<(u8, &[u8])> = numbers.zip(says.iter().copied()).collect();
        let (mut packets, sent) = script(&numbered);
        let settings =
            Settings { password: Some("hunter2".into()), clear_text, ..Settings::default() };
        let login = Login { settings: &settings, is_private };
        let plugin = AuthPlugin::MysqlNativePassword;
        let result = login.go_on(&mut packets, &plugin, b"01234567890123456789");
        let sent = sent.lock().expect("one thread").clone();
        (result, sent)
    }

    const SALT: &str = "\0abcdefghijklmnopqrst\0";

    fn switch(plugin: &str) -> Vec<u8> {
        [b"\xfe", plugin.as_bytes(), SALT.as_bytes()].concat()
    }

    #[test]
    fn the_password_is_told_to_nobody_who_could_be_overheard() {
        for plugin in
            ["mysql_native_password", CACHING_SHA2, SHA256, "client_ed25519", CLEAR, "dialog"]
        {
            for more in [&b"\x01\x04"[..], b"\x01\x03", b"\x01", b"\x01no key", b"\xfe", b"\x00"] {
                for clear_text in [false, true] {
                    let says = [&switch(plugin)[..], more, b"\x00"];
                    let (_, sent) = with(&says, false, clear_text);
                    let text = String::from_utf8_lossy(&sent);
                    assert!(!text.contains("hunter2"), "{plugin} {more:?}: {text}");
                }
            }
        }
    }

    #[test]
    fn over_a_private_line_it_is_sent_where_it_has_to_be() {
        for (plugin, more, clear_text) in [
            (CACHING_SHA2, &b"\x01\x04"[..], false),
            (SHA256, b"\x00", false),
            (CLEAR, b"\x00", true),
        ] {
            let (result, sent) = with(&[&switch(plugin), more, b"\x00"], true, clear_text);
            assert!(result.is_ok(), "{plugin}: {result:?}");
            assert!(String::from_utf8_lossy(&sent).contains("hunter2\0"), "{plugin}");
        }
        let (result, sent) = with(&[&switch(CLEAR), b"\x00"], true, false);
        assert!(result.is_err_and(|e| e.to_string().contains("enable_cleartext_plugin")));
        assert!(sent.is_empty());
    }

    #[test]
    fn what_is_not_supported_is_named() {
        for plugin in ["parsec", "dialog", "mysql_old_password", "auth_gssapi_client"] {
            let (result, sent) = with(&[&switch(plugin)], true, true);
            assert!(result.is_err_and(|e| e.to_string().contains(plugin)), "{plugin}");
            assert!(sent.is_empty(), "{plugin}");
        }
    }

    proptest::proptest! {
        #[test]
        fn whatever_a_server_says_there_is_an_end(says: Vec<Vec<u8>>, is_private: bool) {
            let says: Vec<&[u8]> = says.iter().map(Vec::as_slice).collect();
            let _ = with(&says, is_private, false);
        }
    }
}
