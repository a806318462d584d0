//! What a person or a script gets to see. Everything that is printed goes through here: characters that a
//! terminal would obey are escaped, and passwords are taken out.

mod escape;
mod line;
mod report;

use std::io::{IsTerminal, Write};

use serde_json::Value;

use crate::database::secret;

pub use self::escape::plain;
use self::escape::{json, plain_lines};
pub use self::line::{Ink, Line};
pub use self::report::{report, usage};

/// How answers are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text for people
    #[default]
    Human,
    /// One JSON document on standard output, everything else on standard error
    Json,
    /// A picture, for `diagram`
    #[value(hide = true)]
    Mermaid,
    /// A picture in Graphviz's language
    #[value(hide = true)]
    Dot,
    /// A picture that is laid out
    #[value(hide = true)]
    Svg,
}

impl Format {
    /// Whether it is one that only `diagram` has.
    pub fn is_picture(self) -> bool {
        matches!(self, Self::Mermaid | Self::Dot | Self::Svg)
    }
}

/// When colors are used.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Color {
    /// In a terminal, unless NO_COLOR is set
    #[default]
    Auto,
    /// Always
    Always,
    /// Never
    Never,
}

/// Where the words go.
#[derive(Debug, Clone, Copy)]
pub struct Output {
    /// For people or for scripts.
    pub format: Format,
    quiet: bool,
    verbose: bool,
}

impl Output {
    /// Sets the use of color for the whole process.
    pub fn new(format: Format, color: Color, verbose: bool, quiet: bool) -> Self {
        match color {
            Color::Auto => {}
            Color::Always => anstream::ColorChoice::Always.write_global(),
            Color::Never => anstream::ColorChoice::Never.write_global(),
        }
        Self { format, quiet, verbose }
    }

    /// Whether a script reads the answer.
    pub fn is_json(self) -> bool {
        self.format == Format::Json
    }

    /// A line of the answer for people; a script gets none of it on standard output.
    pub fn say(self, line: impl Into<Line>) {
        match (self.quiet, self.format) {
            (true, _) => {}
            (false, Format::Json) => err(&line.into().to_string()),
            (false, _) => out(&line.into().to_string()),
        }
    }

    /// A line of the answer itself, which `-q` does not take away.
    pub fn answer(self, line: impl Into<Line>) {
        if !self.is_json() {
            out(&line.into().to_string());
        }
    }

    /// Several lines of a file, to be read.
    pub fn lines(self, text: &str) {
        if !self.is_json() {
            out(&plain_lines(text));
        }
    }

    /// SQL, to be run: what goes into a file or a pipe is the same to the byte.
    pub fn script(self, text: &str) {
        if self.is_json() {
            return;
        }
        match std::io::stdout().is_terminal() {
            true => out(&plain_lines(text)),
            false => write(text),
        }
    }

    /// The one document for a script.
    pub fn document(self, document: &Value) {
        if self.is_json() {
            let mut document = document.clone();
            mask(&mut document);
            self.json(&format!("{document:#}"));
        }
    }

    /// JSON that is the answer in either format.
    pub fn json(self, text: &str) {
        write(&json(text));
    }

    /// What is going on, beside the answer.
    pub fn note(self, line: impl Into<Line>) {
        if !self.quiet {
            err(&line.into().to_string());
        }
    }

    /// What is going on, for who asked to see more of it.
    pub fn detail(self, words: impl Into<String>) {
        if self.verbose {
            err(&Ink::Dim.paint(words).to_string());
        }
    }

    /// Something to look at that does not stop the command.
    pub fn warn(self, line: impl Into<Line>) {
        let line = Ink::Warning.paint("warning:").and(" ").then(line.into());
        err(&line.to_string());
    }
}

/// A file for another program, as it is.
pub fn bytes(bytes: &[u8]) {
    let _ = std::io::stdout().write_all(bytes);
}

/// What a compiler said of the person's own code, in its own colors where they are wanted.
pub fn compiler(text: &str) {
    let _ = anstream::stderr().write_all(text.as_bytes());
}

/// Takes the passwords out of the URLs in a document. Not out of SQL, which is to be run, nor by value, since a
/// table may be called as somebody's password is.
fn mask(value: &mut Value) {
    match value {
        Value::String(text) => *text = secret::hide_in_urls(text),
        Value::Array(values) => values.iter_mut().for_each(mask),
        Value::Object(fields) => {
            let is_sql = |key: &str| matches!(key, "sql" | "up" | "down");
            fields.iter_mut().filter(|(key, _)| !is_sql(key)).for_each(|(_, value)| mask(value));
        }
        _ => {}
    }
}

// A closed pipe (`migrate history | head`) is no reason to panic, as `println!` would.
fn out(line: &str) {
    let _ = writeln!(anstream::stdout(), "{line}");
}

fn err(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}

/// Without a look at what is colors in it and what is not.
fn write(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}
