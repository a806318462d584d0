//! Passwords that came in, so that none goes out: not by the driver's reading of the URL alone, but
//! wherever the same text turns up.

use std::sync::{Mutex, PoisonError};

use percent_encoding::{NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};

/// What stands in a password's place.
pub const MASK: &str = "***";

/// Options of URLs that are secrets themselves.
pub const SECRET_KEYS: [&str; 4] = ["password", "sslpassword", "passwd", "pwd"];

/// As long as this, a text is looked for inside words, too.
const UNLIKELY_TO_BE_A_WORD: usize = 8;
/// Shorter than this, a text is in every other sentence, and hidden only where a URL has its password.
const TOO_SHORT: usize = 4;

static KEPT: Mutex<Secrets> = Mutex::new(Secrets { forms: Vec::new() });

/// Remembers a password. `public` is what the same URL says openly: a password that is the user's name
/// is not hidden where the user is named.
pub fn keep(secret: &str, public: &[&str]) {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).keep(secret, public);
}

/// Remembers whatever can be a password in a text that nothing else could read.
pub fn suspect(text: &str) {
    let mut kept = KEPT.lock().unwrap_or_else(PoisonError::into_inner);
    for suspect in suspects(text) {
        kept.keep(&suspect.secret, &[suspect.user]);
    }
}

/// The text without a password.
pub fn hide(text: &str) -> String {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).hide(text)
}

/// The text without the passwords of the URLs in it, known or not.
pub fn hide_in_urls(text: &str) -> String {
    masked(text, in_urls(text))
}

/// Where the passwords of a text are, in bytes, in order and apart from one another.
pub fn places(text: &str) -> Vec<std::ops::Range<usize>> {
    KEPT.lock().unwrap_or_else(PoisonError::into_inner).places(text)
}

/// The passwords that are known, in every way in which they can be written.
#[derive(Debug, Default)]
struct Secrets {
    forms: Vec<String>,
}

impl Secrets {
    fn keep(&mut self, secret: &str, public: &[&str]) {
        let decoded = percent_decode_str(secret).decode_utf8_lossy().into_owned();
        let is_public = |form: &str| public.contains(&form) || SCHEMES.contains(&form);
        for form in [
            secret.to_owned(),
            utf8_percent_encode(&decoded, NON_ALPHANUMERIC).to_string(),
            // As Rust's libraries quote what they could not read.
            decoded.escape_debug().to_string(),
            decoded,
        ] {
            if form.chars().count() >= TOO_SHORT && !is_public(&form) && !self.forms.contains(&form)
            {
                self.forms.push(form);
            }
        }
    }

    fn hide(&self, text: &str) -> String {
        masked(text, self.places(text))
    }

    fn places(&self, text: &str) -> Vec<std::ops::Range<usize>> {
        let mut places = in_urls(text);
        for form in &self.forms {
            let is_word = form.chars().count() < UNLIKELY_TO_BE_A_WORD && form.chars().all(in_word);
            for (start, found) in text.match_indices(form.as_str()) {
                let end = start + found.len();
                let cut = text[..start].chars().next_back().is_some_and(in_word)
                    || text[end..].chars().next().is_some_and(in_word);
                if !(is_word && cut) {
                    places.push(start..end);
                }
            }
        }
        places.sort_by_key(|place| (place.start, place.end));
        let mut joined: Vec<std::ops::Range<usize>> = Vec::new();
        for place in places {
            match joined.last_mut() {
                Some(last) if place.start <= last.end => last.end = last.end.max(place.end),
                _ => joined.push(place),
            }
        }
        joined
    }
}

fn masked(text: &str, places: Vec<std::ops::Range<usize>>) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut end = 0;
    for place in places {
        shown.push_str(&text[end..place.start]);
        shown.push_str(MASK);
        end = place.end;
    }
    shown.push_str(&text[end..]);
    shown
}

const SCHEMES: [&str; 5] = ["postgres", "postgresql", "mysql", "mariadb", "sqlite"];

fn in_word(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// The passwords of whole URLs in a text, whoever they belong to.
fn in_urls(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut places = Vec::new();
    for (found, mark) in text.match_indices("://") {
        let start = found + mark.len();
        let rest = &text[start..];
        let end =
            rest.find(|c| ends_token(c) || matches!(c, '/' | '?' | '#')).unwrap_or(rest.len());
        let Some(at) = rest[..end].rfind('@') else { continue };
        let Some(colon) = rest[..at].find(':') else { continue };
        if colon + 1 < at {
            places.push(start + colon + 1..start + at);
        }
    }
    places
}

fn ends_token(c: char) -> bool {
    c.is_whitespace() || matches!(c, '"' | '\'' | '`' | '<' | '>')
}

#[derive(Debug, PartialEq, Eq)]
struct Suspect<'a> {
    user: &'a str,
    secret: String,
}

/// What can be a password in any text: between the first `:` after a scheme and an `@`, however far off, or after
/// `password=`.
fn suspects(text: &str) -> Vec<Suspect<'_>> {
    let mut found = Vec::new();
    for line in text.lines() {
        for (index, _) in line.match_indices(':') {
            // `SCHEME:`, with or without `//`, where a word begins.
            let scheme = &line[..index];
            let begins = scheme
                .rfind(|c| !is_scheme(c))
                .map_or(0, |at| at + scheme[at..].chars().next().map_or(1, char::len_utf8));
            if begins == index {
                continue;
            }
            let rest = &line[index + 1..];
            match rest.strip_prefix("//") {
                Some(authority) => from_authority(authority, authority, &mut found),
                None => from_authority(&rest[..token_end(rest)], "", &mut found),
            }
        }
        for key in SECRET_KEYS {
            let lower = line.to_ascii_lowercase();
            for (index, _) in lower.match_indices(key) {
                if let Some(value) = value_after(&line[index + key.len()..]) {
                    found.push(Suspect { user: "", secret: value });
                }
            }
        }
    }
    found
}

fn is_scheme(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '+' | '-' | '.')
}

/// `all` is what may still belong to it, should the password have a blank or a quote in it.
fn from_authority<'a>(rest: &'a str, all: &'a str, found: &mut Vec<Suspect<'a>>) {
    let token = &rest[..token_end(rest)];
    let ends = [token.find('@'), token.rfind('@'), all.rfind('@')];
    for at in ends.into_iter().flatten() {
        match rest[..at].split_once(':') {
            Some((user, secret)) => found.push(Suspect { user, secret: secret.to_owned() }),
            // `me:secret@host`, where the user looks like a scheme.
            None if all.is_empty() => {
                found.push(Suspect { user: "", secret: rest[..at].to_owned() })
            }
            None => {}
        }
    }
    if token.contains('@') {
        return;
    }
    // The host is missing: what stands in the port's place is no port.
    let authority = &token[..token.find(['/', '?', '#', ',']).unwrap_or(token.len())];
    if let Some((user, port)) = authority.split_once(':')
        && !port.bytes().all(|b| b.is_ascii_digit())
    {
        found.push(Suspect { user, secret: port.to_owned() });
    }
}

fn token_end(text: &str) -> usize {
    text.find(ends_token).unwrap_or(text.len())
}

/// The value of `KEY = VALUE` or `KEY='VALUE'`, given what stands after the key.
fn value_after(rest: &str) -> Option<String> {
    let value = rest.trim_start().strip_prefix('=')?.trim_start();
    let quoted = |quote: char| {
        let inner = value.strip_prefix(quote)?;
        let mut text = String::new();
        let mut characters = inner.chars();
        while let Some(c) = characters.next() {
            match c {
                '\\' => text.extend(characters.next()),
                c if c == quote => return Some(text),
                c => text.push(c),
            }
        }
        Some(text)
    };
    let plain = || {
        let end = value.find(|c| ends_token(c) || c == '&').unwrap_or(value.len());
        Some(value[..end].to_owned())
    };
    quoted('\'').or_else(|| quoted('"')).or_else(plain).filter(|value| !value.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(kept: &[&str], text: &str) -> String {
        let mut secrets = Secrets::default();
        kept.iter().for_each(|secret| secrets.keep(secret, &["me"]));
        secrets.hide(text)
    }

    fn told(text: &str) -> String {
        let mut secrets = Secrets::default();
        suspects(text).iter().for_each(|s| secrets.keep(&s.secret, &[s.user]));
        secrets.hide(text)
    }

    #[test]
    fn by_value_however_it_is_written() {
        assert_eq!(shown(&["p@ss/word"], "raw p@ss/word, p%40ss%2Fword"), "raw ***, ***");
        assert_eq!(shown(&["p%40ss%2Fword"], "raw p@ss/word, p%40ss%2Fword"), "raw ***, ***");
        assert_eq!(shown(&["hunter2"], "hunter2 hunter22 'hunter2'"), "*** hunter22 '***'");
        assert_eq!(shown(&["hunter2+hunter2"], "xhunter2+hunter2x"), "x***x");
        assert_eq!(
            shown(&["me"], "user me, postgres://me:me@h/me"),
            "user me, postgres://me:***@h/me"
        );
        assert_eq!(shown(&["pw"], "pwd postgres://me:pw@h"), "pwd postgres://me:***@h");
        assert_eq!(shown(&["postgres"], "postgres://a:postgres@h"), "postgres://a:***@h");
        assert_eq!(shown(&["abcd-efgh", "efgh-ijkl"], "abcd-efgh-ijkl"), "***");
    }

    #[test]
    fn whatever_can_be_a_password() {
        for text in [
            "POSTGRES://me:hunter2!@h/app",
            "foo://me:hunter2!@h/app",
            "url = \"postgres://me:hunter2!@h/app\" # ask bob@example.org",
            "--database-url=mysql://me:hunter2!@h",
            "me:hunter2!@h/app",
            "postgres://me:hunter2!",
            "postgres://me:hunter2!/app",
            "host=h password=hunter2! dbname=app",
            "host=h password = 'hunter2!'",
            "postgres://h/app?user=me&password=hunter2!&x=y",
            "postgres:me:hunter2!@h",
            "DATABASE_URL=postgres://me:hunter2!@h extra words",
        ] {
            assert!(!told(text).contains("hunter2"), "{text}: {}", told(text));
        }
        for text in [
            "postgres://me:hun/ter2@h/app",
            "postgres://me:hun#ter2@h/app",
            "postgres://me:hun?ter2@h/app",
            "postgres://me:hun@ter2@h/app",
            "postgres://me:hun ter2@h/app",
            "postgres://me:hun'ter2@h/app",
            "host=h password='hun ter2'",
        ] {
            let told = told(text);
            assert!(!told.contains("hun") && !told.contains("ter2"), "{text}: {told}");
        }
    }

    #[test]
    fn what_is_none_stays() {
        for text in
            ["sqlite:app.db", "C:\\app.db", "a: b", "http://h:80/a", "postgres://h/app", "é: x@y"]
        {
            assert_eq!(told(text), text);
        }
    }
}
