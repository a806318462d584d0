//! Commands of the databases' own clients, which no server knows, though scripts for those clients are
//! full of them.

use crate::problem::{Problem, Result, Snippet};
use crate::sql::{Lexis, statements};

/// Whose command a statement begins with.
fn client(statement: &str) -> Option<&'static str> {
    let is_word = |rest: &str| rest.starts_with(|c: char| c.is_ascii_alphabetic());
    let word = statement.split_whitespace().next().unwrap_or_default();
    if word.eq_ignore_ascii_case("DELIMITER") {
        Some("mysql")
    } else if statement.strip_prefix('\\').is_some_and(is_word) {
        Some("psql")
    } else if statement.strip_prefix('.').is_some_and(is_word) {
        Some("sqlite3")
    } else {
        None
    }
}

/// Refuses a script with such a command.
pub fn refuse(text: &str, file: &str, lexis: &Lexis) -> Result<()> {
    let found = statements(text, lexis).into_iter().find_map(|statement| {
        let client = client(&text[statement.span.clone()])?;
        Some((statement.span.start, client))
    });
    let Some((start, client)) = found else { return Ok(()) };
    let line = text[start..].lines().next().unwrap_or_default();
    let number = 1 + text[..start].matches('\n').count();
    let word = line.split_whitespace().next().unwrap_or_default();
    let help = match client {
        "mysql" => {
            "take the lines with DELIMITER out and end the body with `END;`: it is sent whole, with the \
             semicolons in it"
        }
        _ => "take the line out, or write what it does as SQL",
    };
    Err(Problem::new(format!(
        "{file} has a command of the client `{client}` in line {number}: {word}"
    ))
    .because("it is no SQL, and no server knows it")
    .help(help)
    .at(Snippet {
        source: miette::NamedSource::new(file, text.to_owned()).with_language("sql"),
        span: (start, line.trim_end().len()),
        label: format!("only `{client}` knows this"),
    }))
}

#[cfg(test)]
mod tests {
    use super::client;

    #[test]
    fn whose_command_it_is() {
        for (statement, whose) in [
            ("DELIMITER //\nCREATE TRIGGER t", Some("mysql")),
            ("delimiter ;", Some("mysql")),
            ("\\connect app", Some("psql")),
            (".mode csv", Some("sqlite3")),
            ("CREATE TABLE delimiter (id int)", None),
            ("SELECT .5", None),
        ] {
            assert_eq!(client(statement), whose, "{statement}");
        }
    }
}
