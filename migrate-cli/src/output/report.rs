//! Why a command stopped.

use std::io::IsTerminal;

use miette::{GraphicalReportHandler, GraphicalTheme};
use serde_json::json;

use super::{Format, Ink, escape};
use super::{err, plain, write};
use crate::database::secret;
use crate::problem::{Problem, Snippet};

const WIDTH: usize = 100;

/// Tells why the command stopped; a script gets a document, too.
pub fn report(problem: &Problem, format: Format) {
    err(&Ink::Error.paint("error:").and(format!(" {problem}")).to_string());
    for point in problem.points() {
        err(&format!("  {}", shown(point)));
    }
    let causes = causes(problem);
    for cause in &causes {
        // What another program said may have several lines, and blank ones at its end.
        for (index, line) in cause.lines().enumerate() {
            match index {
                0 => err(&Ink::Dim.paint("  because:").and(format!(" {line}")).to_string()),
                _ => err(&Ink::Dim.paint("         |").and(format!(" {line}")).to_string()),
            }
        }
    }
    if let Some(lines) = problem.snippet().and_then(picture) {
        err(&lines);
    }
    if let Some(help) = problem.advice() {
        err(&Ink::Good.paint("  help:").and(format!(" {help}")).to_string());
    }
    if format == Format::Json {
        let place = problem.snippet().map(|snippet| {
            let (line, column) = position(snippet.source.inner(), snippet.span.0);
            json!({ "file": secret::hide(snippet.source.name()), "line": line, "column": column })
        });
        document(&json!({ "error": {
            "message": secret::hide(&problem.to_string()),
            "points": problem.points().iter().map(|point| secret::hide(point)).collect::<Vec<_>>(),
            "causes": causes.iter().map(|cause| secret::hide(cause)).collect::<Vec<_>>(),
            "help": problem.advice().map(secret::hide),
            "place": place,
        }}));
    }
}

/// Tells a script what is wrong with the command line.
pub fn usage(message: &str) {
    let message = message.trim().trim_start_matches("error: ");
    document(&json!({ "error": {
        "message": secret::hide(message), "points": [], "causes": [], "help": null, "place": null,
    }}));
}

fn document(document: &serde_json::Value) {
    write(&escape::json(&format!("{document:#}")));
}

fn shown(text: &str) -> String {
    plain(&secret::hide(text))
}

fn causes(problem: &Problem) -> Vec<String> {
    let mut causes = Vec::new();
    let mut cause = std::error::Error::source(problem);
    while let Some(error) = cause {
        causes.push(error.to_string().trim_end().to_owned());
        cause = error.source();
    }
    causes
}

/// The line and the column of a place, both from 1.
fn position(text: &str, offset: usize) -> (usize, usize) {
    let before = text.get(..offset).unwrap_or(text);
    let line = before.matches('\n').count() + 1;
    let column = before.rsplit('\n').next().map_or(0, |rest| rest.chars().count()) + 1;
    (line, column)
}

/// The lines of the file with the place marked.
fn picture(snippet: &Snippet) -> Option<String> {
    let colors = anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
    let theme = match colors && std::io::stderr().is_terminal() {
        true => GraphicalTheme::unicode(),
        false => GraphicalTheme::unicode_nocolor(),
    };
    let (text, span) = clean(snippet.source.inner(), snippet.span);
    let source = miette::NamedSource::new(shown(snippet.source.name()), text);
    let picture = Picture { source, span, label: shown(&snippet.label) };
    let mut text = String::new();
    GraphicalReportHandler::new_themed(theme)
        .with_width(WIDTH)
        .without_cause_chain()
        .with_context_lines(2)
        .render_report(&mut text, &picture)
        .ok()?;
    // The first line repeats what was said above.
    Some(text.split_once('\n').map_or("", |(_, lines)| lines).trim_end().to_owned())
}

/// The text fit to be printed, and where the place is in it then.
fn clean(text: &str, (start, length): (usize, usize)) -> (String, (usize, usize)) {
    let mut secrets = secret::places(text).into_iter().peekable();
    let mut cleaned = String::with_capacity(text.len());
    let (mut from, mut to) = (None, None);
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        if at >= start && from.is_none() {
            from = Some(cleaned.len());
        }
        if at >= start + length && to.is_none() {
            to = Some(cleaned.len());
        }
        while secrets.next_if(|place| place.end <= at).is_some() {}
        match secrets.peek() {
            Some(place) if place.start == at => cleaned.push_str(secret::MASK),
            Some(place) if place.start < at => {}
            _ => match c {
                '\n' | '\t' => cleaned.push(c),
                '\r' if characters.peek().is_some_and(|(_, next)| *next == '\n') => {}
                c => escape::push(&mut cleaned, c),
            },
        }
    }
    let from = from.unwrap_or(cleaned.len());
    let to = to.unwrap_or(cleaned.len());
    (cleaned, (from, to.saturating_sub(from)))
}

/// The lines of the file alone: message, causes and help are told around them, unwrapped, so that
/// a script finds them on one line.
#[derive(Debug)]
struct Picture {
    source: miette::NamedSource<String>,
    span: (usize, usize),
    label: String,
}

impl std::fmt::Display for Picture {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("in this statement")
    }
}

impl std::error::Error for Picture {}

impl miette::Diagnostic for Picture {
    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        Some(&self.source)
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        let (offset, length) = self.span;
        let label = miette::LabeledSpan::new(Some(self.label.clone()), offset, length);
        Some(Box::new(std::iter::once(label)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_place_is_the_same_in_the_cleaned_text() {
        let text = "a = 1\r\n\u{202e}url = \"postgres://me:hunter2@h/app\"\r\nodd = \u{1b}é\n";
        for word in ["a = 1", "url", "app", "odd", "é"] {
            let start = text.find(word).expect("the word");
            let (cleaned, (at, length)) = clean(text, (start, word.len()));
            assert_eq!(&cleaned[at..at + length], word, "{cleaned}");
            assert!(!cleaned.contains("hunter2") && !cleaned.contains('\u{1b}'), "{cleaned}");
        }
        let (cleaned, (at, length)) = clean(text, (text.len(), 5));
        assert_eq!((at, length), (cleaned.len(), 0));
    }

    #[test]
    fn lines_and_columns() {
        assert_eq!(position("a\nbé\nc", 5), (2, 3));
        assert_eq!(position("", 0), (1, 1));
        assert_eq!(position("a", 9), (1, 2));
    }
}
