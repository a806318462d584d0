//! What SQLite says of a whole file, told with the file's name and the cause.

/// What happened to the file, and what to do about it. `None`: it is no matter of the file.
pub fn file_error(path: &str, said: &str) -> Option<(String, String)> {
    let (reason, advice) = match said {
        "file is not a database" => (
            format!("{path} is no SQLite database, or an encrypted one ({said})"),
            "correct the path; where the file is yours, restore it from a backup",
        ),
        "attempt to write a readonly database" => (
            format!(
                "{path} can't be written ({said}): the file or its folder belongs to somebody else or is \
                 mounted to be read only, or its URL says so"
            ),
            "run `migrate` as the user who owns the file, or give this one the right to write to it and \
             to its folder",
        ),
        "unable to open database file" => (
            format!("{path} can't be opened ({said})"),
            "see that its folder is there, and that this user may read and write in it",
        ),
        "database or disk is full" => {
            (format!("{path} can't grow ({said})"), "make room on its disk, then try again")
        }
        "disk I/O error" => (
            format!("{path} can't be read or written ({said})"),
            "look at its disk, and whether its folder may be written to",
        ),
        "database disk image is malformed" => (
            format!("{path} is damaged ({said})"),
            "restore it from a backup; `PRAGMA integrity_check` tells what is damaged",
        ),
        _ => return None,
    };
    Some((reason, advice.to_owned()))
}
