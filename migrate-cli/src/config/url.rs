//! Which of the four places the database's URL is taken from.

use std::path::{Path, PathBuf};

use crate::database::{DatabaseUrl, secret};
use crate::problem::{Problem, Result};

use super::Located;

const VARIABLE: &str = "DATABASE_URL";
const DOT_ENV: &str = ".env";

/// The first URL of: the flag, the environment, `.env`, `migrate.toml`. A relative path in a file is of the
/// file's folder.
pub fn database_url(
    flag: Option<&DatabaseUrl>,
    config: &Located,
    here: &Path,
) -> Result<Option<DatabaseUrl>> {
    if let Some(url) = flag {
        return Ok(Some(url.clone()));
    }
    if let Some(text) = environment(std::env::var_os(VARIABLE))? {
        return read(&text, "DATABASE_URL of the environment").map(Some);
    }
    if let Some((text, folder)) = dot_env(here)? {
        let url = read(&text, "DATABASE_URL of .env")?;
        return in_folder(url, &folder, here).map(Some);
    }
    let Some(text) = &config.config.database.url else { return Ok(None) };
    let url = read(text, "[database] url of migrate.toml")?;
    in_folder(url, &config.folder, here).map(Some)
}

/// The URL of the server of scratch databases, of the flag or `migrate.toml`.
pub fn scratch_url(
    flag: Option<&DatabaseUrl>,
    config: &Located,
    here: &Path,
) -> Result<Option<DatabaseUrl>> {
    match (flag, &config.config.database.scratch_url) {
        (Some(url), _) => Ok(Some(url.clone())),
        (None, Some(text)) => {
            let url = read(text, "[database] scratch_url of migrate.toml")?;
            in_folder(url, &config.folder, here).map(Some)
        }
        (None, None) => Ok(None),
    }
}

fn read(text: &str, place: &str) -> Result<DatabaseUrl> {
    text.parse().map_err(|e| Problem::new(format!("{place}: {e}")))
}

fn in_folder(url: DatabaseUrl, folder: &Path, here: &Path) -> Result<DatabaseUrl> {
    match folder == here {
        true => Ok(url),
        false => Ok(url.relative_to(folder)?),
    }
}

/// One that can't be read is not one that isn't there: another database would be taken instead.
fn environment(value: Option<std::ffi::OsString>) -> Result<Option<String>> {
    match value.map(std::ffi::OsString::into_string) {
        None => Ok(None),
        Some(Ok(text)) => Ok(Some(text).filter(|text| !text.is_empty())),
        Some(Err(_)) => Err(Problem::new("DATABASE_URL of the environment is not UTF-8")
            .help("write other bytes of a password or a path with percent-encoding, as in %FF")),
    }
}

/// The URL of the nearest `.env`, from `start` upwards, and the file's folder.
fn dot_env(start: &Path) -> Result<Option<(String, PathBuf)>> {
    for folder in start.ancestors() {
        let path = folder.join(DOT_ENV);
        if !path.is_file() {
            continue;
        }
        let shown = path.strip_prefix(start).unwrap_or(&path);
        return Ok(variable_of(&path, shown)?.map(|text| (text, folder.to_owned())));
    }
    Ok(None)
}

fn variable_of(path: &Path, shown: &Path) -> Result<Option<String>> {
    // No line of it is told: whatever stands there may be a secret.
    let unreadable = |cause: String| {
        Problem::new(format!("{} can't be understood", shown.display()))
            .because(cause)
            .help("correct it, or give --database-url")
    };
    let bytes = std::fs::read(path)
        .map_err(|e| Problem::new(format!("could not read {}", shown.display())).because(e))?;
    let text = String::from_utf8(bytes).map_err(|_| unreadable("it is not UTF-8".to_owned()))?;
    let text = text.trim_start_matches('\u{feff}');
    secret::suspect(text);
    for entry in dotenvy::from_read_iter(text.as_bytes()) {
        let (key, value) = entry.map_err(|e| unreadable(fault(text, &e)))?;
        if key != VARIABLE {
            continue;
        }
        // Not the same as one that isn't there: another database would be taken instead.
        let is_filled_in = |line: &str| line.contains(VARIABLE) && line.contains('$');
        if value.is_empty() && text.lines().any(is_filled_in) {
            return Err(unreadable(
                "DATABASE_URL is made of a variable that is not set".to_owned(),
            ));
        }
        return Ok(Some(value).filter(|value| !value.is_empty()));
    }
    Ok(None)
}

/// Where the fault is, without the line itself.
fn fault(text: &str, error: &dotenvy::Error) -> String {
    match error {
        dotenvy::Error::LineParse(line, at) => {
            match text.lines().position(|l| l.contains(line.trim())) {
                Some(index) => {
                    format!("line {} is not KEY=VALUE, from character {}", index + 1, at + 1)
                }
                None => "a line is not KEY=VALUE".to_owned(),
            }
        }
        _ => "a line is not KEY=VALUE".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[cfg(unix)]
    #[test]
    fn bytes_that_are_no_text_are_an_error() {
        use std::os::unix::ffi::OsStringExt;
        let value = std::ffi::OsString::from_vec(b"sqlite:\xff.db".to_vec());
        assert!(environment(Some(value)).is_err());
        assert_eq!(environment(Some("".into())).expect("empty"), None);
        assert_eq!(environment(Some("a.db".into())).expect("text").as_deref(), Some("a.db"));
    }

    #[test]
    fn a_fault_is_told_by_its_place_alone() {
        let text = "A=1\n\nDATABASE_URL=postgres://me:hunter2 x@h/app\n";
        let error = dotenvy::from_read_iter(text.as_bytes()).find_map(std::result::Result::err);
        let told = fault(text, &error.expect("a fault"));
        assert!(told.starts_with("line 3 ") && !told.contains("hunter2"), "{told}");
    }
}
