//! A server's URL, taken apart: `SCHEME://USER:PASSWORD@HOSTS/PATH?KEY=VALUE`.
//!
//! No text of the URL is ever part of a reason: where it can't be taken apart, nobody knows which part of
//! it is the password.

use percent_encoding::percent_decode_str;

/// What to do where the parts can't be told apart.
pub const ENCODE: &str = "in a user's name or a password `/` is written %2F, `?` %3F, `#` %23, `@` %40, `:` %3A and `%` %25";

/// Where the user and the password end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Credentials {
    /// At the first `@` that no `/` stands before, as libpq reads it.
    FirstAt,
    /// At the last `@` before the first `/`, `?` or `#`, as browsers read it.
    LastAt,
}

/// The parts, as they are written.
#[derive(Debug, PartialEq, Eq)]
pub struct Parts<'a> {
    /// Before the `:` of the credentials.
    pub user: Option<&'a str>,
    /// After it.
    pub password: Option<&'a str>,
    /// `HOST:PORT`, and more of them after commas.
    pub hosts: &'a str,
    /// After the first `/`, without it.
    pub path: Option<&'a str>,
    /// After the `?`, by `&` and the first `=`.
    pub query: Vec<(&'a str, &'a str)>,
}

/// Takes what stands after `SCHEME://` apart.
pub fn split(rest: &str, credentials: Credentials) -> Result<Parts<'_>, String> {
    let unclear = || Err(format!("its parts can't be told apart; {ENCODE}"));
    let (userinfo, rest) = match credentials {
        Credentials::FirstAt => match rest.find(['@', '/']) {
            Some(at) if rest[at..].starts_with('@') => (Some(&rest[..at]), &rest[at + 1..]),
            _ => (None, rest),
        },
        Credentials::LastAt if rest.contains('#') => return unclear(),
        Credentials::LastAt => {
            let end = rest.find(['/', '?']).unwrap_or(rest.len());
            match rest[..end].rfind('@') {
                Some(at) => (Some(&rest[..at]), &rest[at + 1..]),
                None => (None, rest),
            }
        }
    };
    let (before, query) = match rest.split_once('?') {
        Some((before, query)) => (before, Some(query)),
        None => (rest, None),
    };
    let (hosts, path) = match before.split_once('/') {
        Some((hosts, path)) => (hosts, Some(path)),
        None => (before, None),
    };
    // A `/` or `?` in the password ends the part before the `@` too soon: what is taken for a host then is
    // the user, and what is taken for a port, a path or an option is a piece of the password.
    let is_late = |text: &str| userinfo.is_none() && text.contains('@');
    if hosts.contains('@')
        || path.is_some_and(is_late)
        || (hosts.contains(':') && is_late(query.unwrap_or_default()))
    {
        return unclear();
    }
    let (user, password) = match userinfo {
        Some(userinfo) => match userinfo.split_once(':') {
            Some((user, password)) => (Some(user), Some(password)),
            None => (Some(userinfo), None),
        },
        None => (None, None),
    };
    let mut pairs = Vec::new();
    for pair in query.into_iter().flat_map(|query| query.split('&')).filter(|pair| !pair.is_empty())
    {
        match pair.split_once('=') {
            Some((key, value)) if is_word(key) => pairs.push((key, value)),
            _ => return Err(format!("what stands after the `?` is not KEY=VALUE; {ENCODE}")),
        }
    }
    Ok(Parts { user, password, hosts, path, query: pairs })
}

/// Whether a text can be the name of an option, and is no piece of a password.
fn is_word(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_alphanumeric() || matches!(b, b'_' | b'-'))
}

/// `HOST`, `HOST:PORT` or `[ADDRESS]:PORT`, decoded; each may be empty.
pub fn host_and_port(text: &str) -> Result<(String, Option<u16>), String> {
    let (host, port) = match text.strip_prefix('[') {
        Some(rest) => match rest.split_once(']') {
            Some((address, "")) => (address, None),
            Some((address, port)) => match port.strip_prefix(':') {
                Some(port) => (address, Some(port)),
                None => return Err("what follows the `]` of the host is no port".to_owned()),
            },
            None => return Err("the host has no closing `]`".to_owned()),
        },
        None => match text.split_once(':') {
            Some((host, port)) => (host, Some(port)),
            None => (text, None),
        },
    };
    let port = match port {
        None | Some("") => None,
        Some(port) => match port.parse::<u16>() {
            Ok(port) if port > 0 => Some(port),
            _ => return Err(format!("the port is no number from 1 to 65535; {ENCODE}")),
        },
    };
    let decoded = decode(host)?;
    // What can be a name, an address or, percent-encoded, the path of a socket.
    let is_host = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | ':' | '%' | '~');
    match host.chars().all(is_host) && !decoded.contains(char::is_whitespace) {
        true => Ok((decoded, port)),
        false => Err(format!("the host is no name or address; {ENCODE}")),
    }
}

/// The text that percent-encoding stands for.
pub fn decode(text: &str) -> Result<String, String> {
    let bytes = text.as_bytes();
    for (index, _) in text.match_indices('%') {
        let digits = bytes.get(index + 1..index + 3);
        if !digits.is_some_and(|digits| digits.iter().all(u8::is_ascii_hexdigit)) {
            return Err(format!("after a `%` there are no two hexadecimal digits; {ENCODE}"));
        }
    }
    let decoded = percent_decode_str(text)
        .decode_utf8()
        .map_err(|_| "what is percent-encoded is not UTF-8".to_owned())?;
    match decoded.contains('\0') {
        true => Err("it has a zero byte (%00)".to_owned()),
        false => Ok(decoded.into_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn both(rest: &str) -> [Result<Parts<'_>, String>; 2] {
        [split(rest, Credentials::FirstAt), split(rest, Credentials::LastAt)]
    }

    #[test]
    fn the_parts_of_a_plain_one() {
        for parts in both("me:s%2Fcret@host:1,other:2/app?a=b&c-d=e=f") {
            let parts = parts.expect("all parts");
            assert_eq!((parts.user, parts.password), (Some("me"), Some("s%2Fcret")));
            assert_eq!((parts.hosts, parts.path), ("host:1,other:2", Some("app")));
            assert_eq!(parts.query, [("a", "b"), ("c-d", "e=f")]);
        }
        for parts in both("") {
            let parts = parts.expect("no parts");
            assert_eq!((parts.user, parts.hosts, parts.path), (None, "", None));
        }
    }

    #[test]
    fn a_raw_character_in_the_password_is_never_taken_for_another_part() {
        let first = |password: &str| {
            let rest = format!("me:{password}@host/app");
            split(&rest, Credentials::FirstAt)
                .map(|parts| parts.password == Some(password))
                .unwrap_or(true)
        };
        let last = |password: &str| {
            let rest = format!("me:{password}@host/app");
            split(&rest, Credentials::LastAt)
                .map(|parts| parts.password == Some(password))
                .unwrap_or(true)
        };
        for password in
            ["a/b", "12/34", "a?b", "12?a=b", "a#b", "12#b", "a@b", "a:b", "/", "?", "#", "@"]
        {
            assert!(first(password), "{password}");
            assert!(last(password), "{password}");
        }
    }

    #[test]
    fn hosts_and_ports() {
        assert_eq!(host_and_port("db.example.org:5433"), Ok(("db.example.org".into(), Some(5433))));
        assert_eq!(host_and_port("[::1]:1"), Ok(("::1".into(), Some(1))));
        assert_eq!(host_and_port("%2Fvar%2Frun"), Ok(("/var/run".into(), None)));
        assert_eq!(host_and_port(""), Ok((String::new(), None)));
        for text in ["h:x", "h:0", "h:65536", "[::1", "[::1]1", "a b", "a$b", "h:1:2"] {
            assert!(host_and_port(text).is_err(), "{text}");
        }
    }

    #[test]
    fn percent_encoding() {
        assert_eq!(decode("a%20b%C3%A9"), Ok("a bé".into()));
        for text in ["%", "%4", "%zz", "%00", "%ff", "a%é"] {
            assert!(decode(text).is_err(), "{text}");
        }
    }
}
