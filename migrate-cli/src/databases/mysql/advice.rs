//! What to do where MariaDB or MySQL does not let the user do it.

/// By the error's number, the same on both.
pub fn advice(code: u16) -> Option<String> {
    Some(
        match code {
            // A database, a table, a column, a routine, whatever needs SUPER.
            1044 | 1142 | 1143 | 1227 | 1370 => {
                "the user lacks that right: have an administrator run `GRANT ALL PRIVILEGES ON \
                 DATABASE.* TO USER`, with the names of both, or give the URL of one who has it"
            }
            // Started to be read only, a session that is, a mode that is.
            1290 | 1792 | 1836 => {
                "the server takes no writes from this session: give the URL of the primary, or see why \
                 read_only is on"
            }
            1021 | 1114 => "make room on the server's disk, then try again",
            _ => return None,
        }
        .to_owned(),
    )
}
