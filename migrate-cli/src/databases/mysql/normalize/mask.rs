//! `SHOW CREATE TABLE` of MySQL loses what is beyond ASCII in an expression: characters beyond the
//! first plane, and texts of another character set. So they are asked about under other names.

use crate::databases::mysql::session::LEXIS;
use crate::sql::TokenKind;

const OPEN: &str = "__u";
const CLOSE: &str = "__";

/// An expression with every character of its texts that is not ASCII written as `__ufc__`, which is
/// a name wherever a text is taken apart once more: in a path of JSON, in a pattern.
pub fn masked(expression: &str) -> String {
    if expression.is_ascii() {
        return expression.to_owned();
    }
    LEXIS.rewrite(expression, |all, index| {
        let token = &all[index];
        let is_masked = token.kind == TokenKind::Text && !token.text.is_ascii();
        is_masked.then(|| token.text.chars().map(masked_character).collect())
    })
}

fn masked_character(c: char) -> String {
    if c.is_ascii() { c.to_string() } else { format!("{OPEN}{:x}{CLOSE}", u32::from(c)) }
}

/// The characters again.
pub fn unmasked(expression: &str) -> String {
    let mut text = String::with_capacity(expression.len());
    let mut rest = expression;
    while let Some(at) = rest.find(OPEN) {
        let inner = &rest[at + OPEN.len()..];
        let number = inner.split(CLOSE).next().unwrap_or_default();
        let character = u32::from_str_radix(number, 16)
            .ok()
            .and_then(char::from_u32)
            .filter(|c| !c.is_ascii() && inner[number.len()..].starts_with(CLOSE));
        let (taken, end) = match character {
            Some(c) => (c.to_string(), OPEN.len() + number.len() + CLOSE.len()),
            None => (OPEN.to_owned(), OPEN.len()),
        };
        text += &rest[..at];
        text += &taken;
        rest = &rest[at + end..];
    }
    text + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_masked_comes_back() {
        let sql = "`ü` <> 'ü😀__u41__' and j -> '$.ü'";
        assert_eq!(masked(sql), "`ü` <> '__ufc____u1f600____u41__' and j -> '$.__ufc__'");
        assert_eq!(unmasked(&masked(sql)), sql);
        assert_eq!(unmasked("__u __uzz__"), "__u __uzz__");
    }
}
