use nonempty::NonEmpty;

use crate::databases::postgres::quote::{literal, quote};

/// Names, with commas between them.
pub fn names(names: &[String]) -> String {
    names.iter().map(|n| quote(n)).collect::<Vec<_>>().join(", ")
}

/// ` WITH ("fillfactor" = '70')`
pub fn with_parameters<'a>(all: impl IntoIterator<Item = (&'a String, &'a String)>) -> String {
    let all = parameters(all);
    if all.is_empty() { String::new() } else { format!(" WITH ({all})") }
}

/// `"fillfactor" = '70'`, with commas between them.
pub fn parameters<'a>(all: impl IntoIterator<Item = (&'a String, &'a String)>) -> String {
    let all = all.into_iter().map(|(n, v)| format!("{} = {}", parameter(n), literal(v)));
    all.collect::<Vec<_>>().join(", ")
}

/// Names of parameters, with commas between them.
pub fn parameter_names(names: &NonEmpty<String>) -> String {
    names.iter().map(|name| parameter(name)).collect::<Vec<_>>().join(", ")
}

/// A parameter's name: `toast.autovacuum_enabled` is two identifiers.
fn parameter(name: &str) -> String {
    name.split('.').map(quote).collect::<Vec<_>>().join(".")
}
