//! What the servers share in telling who keeps whom waiting.

/// As much of a query as a message has room for, on one line.
pub fn shortened(query: &str) -> String {
    const LENGTH: usize = 120;
    let line = query.split_whitespace().collect::<Vec<_>>().join(" ");
    match line.char_indices().nth(LENGTH) {
        Some((end, _)) => format!("{}…", &line[..end]),
        None => line,
    }
}
