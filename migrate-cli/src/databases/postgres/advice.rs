//! What to do where PostgreSQL does not let the role do it.

/// By the error's code, what the server said, and the role that was logged in.
pub fn advice(code: &str, said: &str, role: &str) -> Option<String> {
    Some(match code {
        "42501" => match said.strip_prefix("permission denied for schema ") {
            Some(schema) => format!(
                "the role {role} may not make tables in the schema {schema}: have its owner run `GRANT USAGE, \
                 CREATE ON SCHEMA {schema} TO {role}`, or give the URL of the owner"
            ),
            None => format!(
                "the role {role} lacks that right: have the owner grant it, or give the URL of the owner"
            ),
        },
        "3F000" if said.contains("no schema has been selected") => format!(
            "none of the schemas in search_path is there for the role {role}: make one, or have its owner \
             run `GRANT USAGE, CREATE ON SCHEMA public TO {role}`"
        ),
        "25006" => {
            "the server takes no writes from this session: give the URL of the primary, or see why \
                    default_transaction_read_only is on"
                .to_owned()
        }
        "53100" => "make room on the server's disk, then try again".to_owned(),
        _ => return None,
    })
}
