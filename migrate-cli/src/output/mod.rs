//! What a person or a script gets to see.

use std::io::{IsTerminal, Write};

use anstyle::{AnsiColor, Style};
use miette::{GraphicalReportHandler, GraphicalTheme};

use crate::problem::Problem;

/// How answers are written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// Text for people
    #[default]
    Human,
    /// One JSON document on standard output, everything else on standard error
    Json,
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

const WIDTH: usize = 100;

/// Something went well.
pub const GOOD: Style = AnsiColor::Green.on_default().bold();
/// Something to look at.
pub const WARNING: Style = AnsiColor::Yellow.on_default().bold();
/// Something stopped.
pub const ERROR: Style = AnsiColor::Red.on_default().bold();
/// Less important.
pub const DIM: Style = Style::new().dimmed();

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
    pub fn say(self, line: impl AsRef<str>) {
        match (self.quiet, self.format) {
            (true, _) => {}
            (false, Format::Human) => out(line.as_ref()),
            (false, Format::Json) => err(line.as_ref()),
        }
    }

    /// The answer itself, which `-q` does not take away.
    pub fn answer(self, text: impl AsRef<str>) {
        if !self.is_json() {
            out(text.as_ref());
        }
    }

    /// An answer that is the same for people and scripts.
    pub fn raw(self, text: impl AsRef<str>) {
        out(text.as_ref());
    }

    /// The one document for a script.
    pub fn document(self, document: &serde_json::Value) {
        if self.is_json() {
            out(&format!("{document:#}"));
        }
    }

    /// What is going on, beside the answer.
    pub fn note(self, line: impl AsRef<str>) {
        if !self.quiet {
            err(line.as_ref());
        }
    }

    /// What is going on, for who asked to see more of it.
    pub fn detail(self, line: impl AsRef<str>) {
        if self.verbose {
            err(&format!("{DIM}{}{DIM:#}", line.as_ref()));
        }
    }

    /// Something to look at that does not stop the command.
    pub fn warn(self, line: impl AsRef<str>) {
        err(&format!("{WARNING}warning:{WARNING:#} {}", line.as_ref()));
    }
}

/// Tells why the command stopped.
pub fn report(problem: &Problem) {
    if problem.has_snippet() {
        let colors =
            anstream::AutoStream::choice(&std::io::stderr()) != anstream::ColorChoice::Never;
        let theme = match colors && std::io::stderr().is_terminal() {
            true => GraphicalTheme::unicode(),
            false => GraphicalTheme::unicode_nocolor(),
        };
        let mut text = String::new();
        let handler = GraphicalReportHandler::new_themed(theme)
            .with_width(WIDTH)
            .without_cause_chain()
            .with_context_lines(2);
        if handler.render_report(&mut text, &Shown(problem)).is_ok() {
            err(&format!("{ERROR}error:{ERROR:#} {problem}"));
            causes(problem);
            // The first line repeats what was said above.
            err(text.split_once('\n').map_or("", |(_, lines)| lines).trim_end());
            advice(problem);
            return;
        }
    }
    err(&format!("{ERROR}error:{ERROR:#} {problem}"));
    causes(problem);
    advice(problem);
}

fn causes(problem: &Problem) {
    let mut cause = std::error::Error::source(problem);
    while let Some(error) = cause {
        // What another program said may have blank lines at its end.
        err(&format!("  {DIM}because:{DIM:#} {}", error.to_string().trim_end()));
        cause = error.source();
    }
}

fn advice(problem: &Problem) {
    if let Some(help) = problem.advice() {
        err(&format!("  {GOOD}help:{GOOD:#} {help}"));
    }
}

/// The lines of the file alone: message, causes and help are told around them, unwrapped, so that
/// a script finds them on one line.
#[derive(Debug)]
struct Shown<'a>(&'a Problem);

impl std::fmt::Display for Shown<'_> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("in this statement")
    }
}

impl std::error::Error for Shown<'_> {}

impl miette::Diagnostic for Shown<'_> {
    fn source_code(&self) -> Option<&dyn miette::SourceCode> {
        self.0.source_code()
    }

    fn labels(&self) -> Option<Box<dyn Iterator<Item = miette::LabeledSpan> + '_>> {
        self.0.labels()
    }
}

// A closed pipe (`migrate history | head`) is no reason to panic, as `println!` would.
fn out(line: &str) {
    let _ = writeln!(anstream::stdout(), "{line}");
}

fn err(line: &str) {
    let _ = writeln!(anstream::stderr(), "{line}");
}
