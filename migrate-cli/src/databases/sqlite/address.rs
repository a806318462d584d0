//! How SQLite's URLs are read: `sqlite:PATH`, `sqlite://PATH` and `file:PATH?OPTIONS` as Diesel and SQLite
//! read them, and a path alone where it looks like one.

use std::path::PathBuf;

use crate::database::uri::decode;
use crate::database::{Address, shown_file};

/// What a database's file is called, where nothing but its name says that it is one.
const EXTENSIONS: [&str; 8] =
    ["db", "db3", "sqlite", "sqlite2", "sqlite3", "sqlitedb", "s3db", "sl3"];

/// What SQLite knows to do with a `file:` URI.
const OPTIONS: [&str; 6] = ["vfs", "mode", "cache", "psow", "nolock", "immutable"];

const MEMORY: &str = ":memory:";

/// Reads what stands after the scheme.
pub fn read(scheme: &str, rest: &str) -> Result<Address, String> {
    match scheme {
        "file" => uri(rest),
        "sqlite" => match (rest.strip_prefix("//"), rest.strip_prefix("file:")) {
            // Diesel hands this form to SQLite as a `file:` URI.
            (Some(path), _) => uri(path),
            (None, Some(path)) => uri(path),
            (None, None) => path(rest),
        },
        _ if rest == MEMORY || looks_like_a_path(rest) => path(rest),
        _ => Err(format!(
            "it has no scheme and does not look like the path of a SQLite database; {}",
            match rest.contains('=') {
                true =>
                    "write postgres://USER@HOST/NAME?OPTION=VALUE instead of key=value".to_owned(),
                false => "write sqlite:PATH, postgres://USER@HOST/NAME or mysql://USER@HOST/NAME"
                    .to_owned(),
            }
        )),
    }
}

/// A path that begins like one or ends like a database's.
fn looks_like_a_path(text: &str) -> bool {
    let begins =
        ["/", "./", "../", "\\", ".\\", "..\\"].iter().any(|start| text.starts_with(start));
    let drive = text.get(1..3).is_some_and(|rest| matches!(rest, ":\\" | ":/"));
    let extension = text.rsplit(['/', '\\']).next().and_then(|name| name.rsplit_once('.'));
    let ends = extension.is_some_and(|(_, extension)| {
        EXTENSIONS.iter().any(|known| extension.eq_ignore_ascii_case(known))
    });
    let is_odd = |c: char| matches!(c, '@' | '=' | '$' | '?' | '#' | '"' | '\'' | '<' | '>' | '|');
    let has_colon = text[if drive { 2 } else { 0 }..].contains(':');
    (begins || drive || ends) && !text.contains(is_odd) && !has_colon
}

fn path(text: &str) -> Result<Address, String> {
    if text.is_empty() {
        return Err("the path is empty; write sqlite:PATH".to_owned());
    }
    meant(text)?;
    if text.contains('?') {
        return Err("options are for a `file:` URI: write file:PATH?OPTION=VALUE, and a `?` of the path itself as %3F there".to_owned());
    }
    let file = (text != MEMORY).then(|| PathBuf::from(text));
    Ok(address(text.to_owned(), file))
}

/// A variable that was not filled in, or `key=value`, is no path that somebody means.
fn meant(path: &str) -> Result<(), String> {
    let why = if path.contains('$') {
        "`$` in a path looks like a variable that was not filled in"
    } else if path.contains('=') {
        "`=` in a path looks like an option"
    } else {
        return Ok(());
    };
    Err(format!(
        "{why}; where the file is really called so, write file:PATH with %24 for `$` and %3D for `=`"
    ))
}

/// `PATH?OPTIONS` of a `file:` URI, with an empty authority or `localhost` before the path.
fn uri(text: &str) -> Result<Address, String> {
    if text.contains('#') {
        return Err("a `#` in the path of a `file:` URI is written %23".to_owned());
    }
    let (before, query) = match text.split_once('?') {
        Some((before, query)) => (before, Some(query)),
        None => (text, None),
    };
    let path = match before.strip_prefix("//") {
        None => before,
        Some(rest) => match rest.split_once('/') {
            Some(("" | "localhost", _)) => &rest[rest.find('/').unwrap_or(0)..],
            _ => {
                return Err(
                    "SQLite opens no file of another host; write file:PATH or file:///PATH"
                        .to_owned(),
                );
            }
        },
    };
    meant(path)?;
    let path = decode(path)?;
    let mut in_memory = path == MEMORY;
    for pair in query.into_iter().flat_map(|query| query.split('&')).filter(|pair| !pair.is_empty())
    {
        let (key, value) = pair.split_once('=').unwrap_or((pair, ""));
        let (key, value) = (decode(key)?, decode(value)?);
        if !OPTIONS.contains(&key.as_str()) {
            let named = key.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-');
            let name = if named { format!("`{key}`") } else { "one".to_owned() };
            return Err(format!(
                "SQLite has no such option as {name}; it knows {}",
                OPTIONS.join(", ")
            ));
        }
        let fits = match key.as_str() {
            "mode" => matches!(value.as_str(), "ro" | "rw" | "rwc" | "memory"),
            "cache" => matches!(value.as_str(), "shared" | "private"),
            _ => !value.is_empty(),
        };
        if !fits {
            return Err(format!("the option `{key}` has no such value"));
        }
        in_memory |= key == "mode" && value == "memory";
    }
    if path.is_empty() && !in_memory {
        return Err("the path is empty; write file:PATH".to_owned());
    }
    // Without options and odd characters it is the path alone, which is easier on the eye.
    let plain = query.is_none() && meant(&path).is_ok() && !path.contains(['?', '%']);
    Ok(match (in_memory, plain) {
        (false, true) => address(path.clone(), Some(path.into())),
        (false, false) => address(format!("file:{text}"), Some(path.into())),
        (true, _) if path == MEMORY && query.is_none() => address(path, None),
        (true, _) => address(format!("file:{text}"), None),
    })
}

fn address(text: String, file: Option<PathBuf>) -> Address {
    Address { shown: shown_file(&text), text, secrets: Vec::new(), public: Vec::new(), file }
}

#[cfg(test)]
mod tests {
    use crate::database::DatabaseUrl;

    fn read(text: &str) -> Option<(String, Option<String>)> {
        let url = text.parse::<DatabaseUrl>().ok()?;
        Some((url.secret().to_owned(), url.sqlite_file().map(|path| path.display().to_string())))
    }

    fn file(text: &str) -> Option<String> {
        read(text)?.1
    }

    #[test]
    fn every_way_to_name_a_file() {
        for text in [
            "app.db",
            "sqlite:app.db",
            "sqlite://app.db",
            "file:app.db",
            "SQLite:app.db",
            "FILE:app.db",
        ] {
            assert_eq!(read(text), Some(("app.db".into(), Some("app.db".into()))), "{text}");
        }
        for text in [
            "/a/b",
            "sqlite:/a/b",
            "sqlite:///a/b",
            "file:/a/b",
            "file:///a/b",
            "file://localhost/a/b",
        ] {
            assert_eq!(file(text).as_deref(), Some("/a/b"), "{text}");
        }
        assert_eq!(file("sqlite:app").as_deref(), Some("app"));
        assert_eq!(file("./app").as_deref(), Some("./app"));
        assert_eq!(file("C:\\app").as_deref(), Some("C:\\app"));
        assert_eq!(file("data dir/app.SQLite3").as_deref(), Some("data dir/app.SQLite3"));
        assert_eq!(file("sqlite:user@home.db").as_deref(), Some("user@home.db"));
        let uri = "file:a%20b%3D1.db?mode=rw&cache=shared";
        assert_eq!(read(uri), Some((uri.into(), Some("a b=1.db".into()))));
        assert_eq!(file("sqlite://a%24b.db").as_deref(), Some("a$b.db"));
    }

    #[test]
    fn no_file_at_all() {
        for text in [
            ":memory:",
            "sqlite::memory:",
            "file::memory:",
            "file:x?mode=memory",
            "file:?mode=memory",
        ] {
            let read = read(text);
            assert!(matches!(read, Some((_, None))), "{text}: {read:?}");
        }
    }

    #[test]
    fn what_nobody_means() {
        for text in [
            "",
            "sqlite:",
            "sqlite://",
            "file:",
            "sqlite3:app.db",
            "app",
            "models",
            "model.jsn",
            "localhost",
            "localhost/app",
            "localhost:5432/app",
            "127.0.0.1",
            "db.example.org/app",
            "host=127.0.0.1 dbname=d0",
            "host=127.0.0.1 dbname=d0.db",
            "/var/run dbname=d0.db",
            "${DATABASE_URL}",
            "$DATABASE_URL",
            "sqlite:${FILE}",
            "sqlite:$FILE.db",
            "./$X/app.db",
            "sqlite:a=b.db",
            "sqlite:app.db?mode=ro",
            "app.db?mode=ro",
            "sqlite://app.db?key=secret",
            "file:app.db?mode=readonly",
            "file:app.db?key",
            "file:app.db#x",
            "file://host/app.db",
            "file:a%zz.db",
            "me@host/app.db",
            "postgres//me@host/app.db",
            "\"app.db\"",
            "http://example.org/app.db",
            "sqlite:a\nb.db",
            "a\u{1b}.db",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }

    #[test]
    fn a_relative_one_in_another_folder() {
        let moved = |text: &str| {
            let url: DatabaseUrl = text.parse().expect("a URL");
            url.relative_to("/a b/c%".as_ref()).expect("a URL")
        };
        assert_eq!(moved("app.db").to_string(), "sqlite:/a b/c%/app.db");
        assert_eq!(moved("/app.db").to_string(), "sqlite:/app.db");
        assert_eq!(moved(":memory:").to_string(), "sqlite::memory:");
        let uri = moved("file:x%20y.db?mode=rw");
        assert_eq!(uri.secret(), "file:/a%20b/c%25/x%20y.db?mode=rw");
        assert_eq!(file(uri.secret()).as_deref(), Some("/a b/c%/x y.db"));
    }
}
