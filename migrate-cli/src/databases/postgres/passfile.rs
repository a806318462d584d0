//! `~/.pgpass`: passwords that stand in no URL.

use std::path::Path;
use std::sync::{Mutex, PoisonError};

/// What is looked for, as it stands in a line.
#[derive(Debug, Clone, Copy)]
pub struct Login<'a> {
    pub host: &'a str,
    pub port: u16,
    pub database: &'a str,
    pub user: &'a str,
}

/// What came of looking into the file.
#[derive(Debug, PartialEq, Eq)]
pub enum Found {
    Password(String),
    Nothing,
    /// The file is left aside, and why.
    Unfit(String),
}

/// Looks for the password of a login. A file that others can read is left aside, as libpq does.
pub fn look(path: &Path, login: Login<'_>) -> Found {
    let Ok(metadata) = std::fs::metadata(path) else { return Found::Nothing };
    if !metadata.is_file() {
        return Found::Unfit(format!("{} is no plain file", path.display()));
    }
    if is_open_to_others(&metadata) {
        return Found::Unfit(format!(
            "{} can be read by others and is left aside; chmod 0600 makes it yours alone",
            path.display()
        ));
    }
    match std::fs::read_to_string(path) {
        Ok(text) => find(&text, login).map_or(Found::Nothing, Found::Password),
        Err(error) => Found::Unfit(format!("could not read {}: {error}", path.display())),
    }
}

/// Passwords that were found in this process, by host, port and user.
static REMEMBERED: Mutex<Vec<(String, u16, String, String)>> = Mutex::new(Vec::new());

/// Keeps a password for other databases of the same server.
pub fn remember(login: Login<'_>, password: &str) {
    let mut all = REMEMBERED.lock().unwrap_or_else(PoisonError::into_inner);
    all.push((login.host.to_owned(), login.port, login.user.to_owned(), password.to_owned()));
}

/// The password that was kept for another database of this server.
pub fn remembered(login: Login<'_>) -> Option<String> {
    let all = REMEMBERED.lock().unwrap_or_else(PoisonError::into_inner);
    all.iter()
        .find(|(host, port, user, _)| {
            (host.as_str(), *port, user.as_str()) == (login.host, login.port, login.user)
        })
        .map(|(_, _, _, password)| password.clone())
}

#[cfg(unix)]
fn is_open_to_others(metadata: &std::fs::Metadata) -> bool {
    use std::os::unix::fs::PermissionsExt;
    metadata.permissions().mode() & 0o077 != 0
}

#[cfg(not(unix))]
fn is_open_to_others(_: &std::fs::Metadata) -> bool {
    false
}

/// The password of the first line that fits: `host:port:database:user:password`, where `*` fits all and a
/// backslash takes the meaning from a colon or a backslash.
fn find(text: &str, login: Login<'_>) -> Option<String> {
    let port = login.port.to_string();
    let wanted = [login.host, &port, login.database, login.user];
    text.lines().filter(|line| !line.starts_with('#')).find_map(|line| {
        let mut fields = fields(line).into_iter();
        let fits = wanted.iter().all(|wanted| {
            fields.next().is_some_and(|field| field.0 == "*" && !field.1 || field.0 == *wanted)
        });
        let (password, _) = fields.next().filter(|_| fits)?;
        Some(password).filter(|password| !password.is_empty())
    })
}

/// The fields of a line, and whether anything in them was escaped. What follows the fourth colon is the password,
/// colons and all.
fn fields(line: &str) -> Vec<(String, bool)> {
    let mut fields = vec![(String::new(), false)];
    let mut characters = line.trim_end_matches('\r').chars();
    while let Some(c) = characters.next() {
        let count = fields.len();
        let Some((field, escaped)) = fields.last_mut() else { break };
        match c {
            '\\' => {
                field.extend(characters.next());
                *escaped = true;
            }
            ':' if count < 5 => fields.push((String::new(), false)),
            c => field.push(c),
        }
    }
    fields
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "# h:1:d:u:no
h:1:d:u:first
h:1:*:u:any\\:database:yes
*:*:*:o\\:ther:p\\\\w
\\*:*:*:star:never
:1:d:nobody:empty host
short:1:d
*:*:*:blank:
*:*:*:blank:second\r
";

    #[test]
    fn the_first_line_that_fits() {
        let find = |host, port, database, user| find(TEXT, Login { host, port, database, user });
        assert_eq!(find("h", 1, "d", "u").as_deref(), Some("first"));
        assert_eq!(find("h", 1, "e", "u").as_deref(), Some("any:database:yes"));
        assert_eq!(find("x", 9, "e", "o:ther").as_deref(), Some("p\\w"));
        assert_eq!(find("x", 9, "e", "blank").as_deref(), Some("second"));
        assert_eq!(find("x", 9, "e", "star"), None);
        assert_eq!(find("h", 2, "d", "u"), None);
    }

    #[cfg(unix)]
    #[test]
    fn a_file_that_others_can_read_is_left_aside() {
        use std::os::unix::fs::PermissionsExt;
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("pgpass");
        std::fs::write(&path, TEXT).expect("a file");
        let login = Login { host: "h", port: 1, database: "d", user: "u" };
        let mode = |mode| std::fs::set_permissions(&path, std::fs::Permissions::from_mode(mode));
        mode(0o600).expect("a mode");
        assert_eq!(look(&path, login), Found::Password("first".into()));
        mode(0o640).expect("a mode");
        assert!(matches!(look(&path, login), Found::Unfit(_)));
        assert_eq!(look(&folder.path().join("none"), login), Found::Nothing);
    }
}
