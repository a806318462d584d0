//! What comes from outside (names, paths, messages of servers) made fit to be printed.

use std::fmt::Write as _;

/// The text with every character escaped that would move the cursor, begin a line, turn the direction of
/// the text or not be seen at all.
pub fn plain(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    text.chars().for_each(|c| push(&mut shown, c));
    shown
}

/// The same for several lines, as of a file: line breaks and tabs stay.
pub fn plain_lines(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        match c {
            '\n' | '\t' => shown.push(c),
            '\r' if characters.peek() == Some(&'\n') => {}
            c => push(&mut shown, c),
        }
    }
    shown
}

/// JSON with such characters as escapes of its own; `serde_json` leaves some of them as they are. They stand
/// nowhere but in its strings.
pub fn json(text: &str) -> String {
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            // What lays the document out; in a string they are escaped already.
            '\n' => shown.push(c),
            c if is_hostile(c) => {
                let mut units = [0; 2];
                for unit in c.encode_utf16(&mut units) {
                    let _ = write!(shown, "\\u{unit:04x}");
                }
            }
            c => shown.push(c),
        }
    }
    shown
}

/// Adds a character, escaped where it has to be.
pub fn push(shown: &mut String, c: char) {
    match c {
        '\n' => shown.push_str("\\n"),
        '\r' => shown.push_str("\\r"),
        '\t' => shown.push_str("\\t"),
        c if is_hostile(c) => {
            let _ = write!(shown, "{}", c.escape_unicode());
        }
        c => shown.push(c),
    }
}

fn is_hostile(c: char) -> bool {
    c.is_control()
        || matches!(
            c,
            // Marks, embeddings, overrides and isolates of direction.
            '\u{61c}' | '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}'
            // Line and paragraph separators.
            | '\u{2028}' | '\u{2029}'
            // What has no width and joins nothing.
            | '\u{200b}' | '\u{2060}'..='\u{2064}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
            | '\u{e0000}'..='\u{e007f}'
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_that_moves_or_hides() {
        assert_eq!(plain("a\nb\r\tc\u{1b}[31m\u{9b}1m"), "a\\nb\\r\\tc\\u{1b}[31m\\u{9b}1m");
        assert_eq!(plain("\u{202e}evil\u{2066}\u{feff}"), "\\u{202e}evil\\u{2066}\\u{feff}");
        assert_eq!(
            plain("Größe 表 \u{1f468}\u{200d}\u{1f469} \\n"),
            "Größe 表 \u{1f468}\u{200d}\u{1f469} \\n"
        );
        assert_eq!(plain_lines("a\r\n\tb\rc\u{7f}\n"), "a\n\tb\\rc\\u{7f}\n");
    }

    #[test]
    fn json_stays_the_same_to_who_reads_it() {
        let value = serde_json::json!({ "a\u{7f}\u{202e}": "\u{1b}\u{9b}\n\u{e0041}é" });
        let text = json(&format!("{value:#}"));
        assert!(text.chars().all(|c| c == '\n' || !is_hostile(c)), "{text}");
        assert_eq!(serde_json::from_str::<serde_json::Value>(&text).expect("JSON"), value);
    }
}
