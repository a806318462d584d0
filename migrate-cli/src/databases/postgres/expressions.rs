//! Expressions as the server prints them, in a form that it reads back as it was.

use crate::databases::postgres::session::LEXIS;

/// An expression without outer parentheses, which the server prints around some and not around
/// others, that makes the very same expression again when the server reads it.
pub fn stable(expression: &str) -> String {
    let text = reversible(expression);
    without_outer_parentheses(&text).to_owned()
}

/// `a IN (…)` over `varchar` is printed as `(a)::text = ANY ((ARRAY['x'::character varying,
/// …])::text[])`. Read back, the cast goes into the array's elements, and another expression
/// comes out; without the cast the server adds it by itself, at its old place.
pub fn reversible(expression: &str) -> String {
    const OPEN: &str = "((ARRAY[";
    const CAST: &str = "::text[])";
    let mut text = String::new();
    let mut from = 0;
    for at in outside_quotes(expression) {
        let rest = &expression[at..];
        let before = &expression[..at];
        if at < from
            || !rest.starts_with(OPEN)
            || !(before.ends_with("ANY ") || before.ends_with("ALL "))
        {
            continue;
        }
        let inner = &rest[1..];
        let Some(end) = closing(inner) else { continue };
        if inner[end + 1..].starts_with(CAST) {
            text.push_str(&expression[from..at]);
            text.push('(');
            text.push_str(&inner[1..end]);
            text.push(')');
            from = at + 1 + end + 1 + CAST.len();
        }
    }
    text.push_str(&expression[from..]);
    text
}

/// Whether the server, reading what it prints itself, makes another expression of this one (see
/// [`reversible`]). It does so with all that hangs on a column whose type is changed.
pub fn drifts(stable: &str) -> bool {
    stable.contains("(ARRAY[") && stable.contains("::character varying")
}

/// The places of parentheses that are not part of a text or a quoted name.
fn outside_quotes(text: &str) -> Vec<usize> {
    let all = LEXIS.tokens(text).into_iter();
    all.filter(|t| t.is_symbol("(") || t.is_symbol(")")).map(|t| t.start).collect()
}

/// Where the parenthesis that the text begins with is closed.
fn closing(text: &str) -> Option<usize> {
    let mut depth = 0_usize;
    outside_quotes(text).into_iter().find(|at| {
        if text[*at..].starts_with('(') {
            depth += 1
        } else {
            depth = depth.saturating_sub(1)
        }
        depth == 0
    })
}

fn without_outer_parentheses(expression: &str) -> &str {
    let mut text = expression.trim();
    while text.starts_with('(') && closing(text) == Some(text.len() - 1) {
        text = text[1..text.len() - 1].trim();
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_parentheses_around_the_whole_go() {
        assert_eq!(without_outer_parentheses("((a > 1))"), "a > 1");
        assert_eq!(without_outer_parentheses("(a) OR (b)"), "(a) OR (b)");
        assert_eq!(without_outer_parentheses("(a = ')')"), "a = ')'");
        assert_eq!(without_outer_parentheses("now()"), "now()");
    }

    #[test]
    fn a_list_of_varying_length_drifts() {
        assert!(drifts(&stable(
            "((a)::text <> ALL ((ARRAY['x'::character varying, 'y'::character varying])::text[]))"
        )));
        assert!(!drifts("(a = ANY (ARRAY[1, 2]))"));
        assert!(!drifts("((a)::text = 'x'::text)"));
    }

    #[test]
    fn a_list_is_read_back_as_it_was() {
        assert_eq!(
            stable(
                "((a)::text = ANY ((ARRAY['x)'::character varying, 'y'::character varying])::text[]))"
            ),
            "(a)::text = ANY (ARRAY['x)'::character varying, 'y'::character varying])"
        );
        let text = "a = ANY (ARRAY['((ARRAY['::text])";
        assert_eq!(stable(text), text);
    }
}
