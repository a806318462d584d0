//! A line of words in colors. The colors are no part of the text, which may come from anywhere.

use std::fmt::{self, Display};

use anstyle::{AnsiColor, Style};

use super::escape::plain;
use crate::database::secret;

/// What a color says.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Ink {
    /// Something went well.
    Good,
    /// Something to look at.
    Warning,
    /// Something stopped.
    Error,
    /// Less important.
    Dim,
}

impl Ink {
    fn style(self) -> Style {
        match self {
            Self::Good => AnsiColor::Green.on_default().bold(),
            Self::Warning => AnsiColor::Yellow.on_default().bold(),
            Self::Error => AnsiColor::Red.on_default().bold(),
            Self::Dim => Style::new().dimmed(),
        }
    }

    /// A line that begins with these words in this color.
    pub fn paint(self, words: impl Into<String>) -> Line {
        Line { parts: vec![(Some(self), words.into())] }
    }
}

/// One line, whatever its words are: a line break in them is escaped when it is printed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    parts: Vec<(Option<Ink>, String)>,
}

impl Line {
    /// The line with more words.
    pub fn and(mut self, words: impl Into<String>) -> Self {
        self.parts.push((None, words.into()));
        self
    }

    /// The line with more words in a color.
    pub fn and_in(mut self, ink: Ink, words: impl Into<String>) -> Self {
        self.parts.push((Some(ink), words.into()));
        self
    }

    /// The line with another one behind it.
    pub fn then(mut self, line: Line) -> Self {
        self.parts.extend(line.parts);
        self
    }
}

impl<T: Into<String>> From<T> for Line {
    fn from(words: T) -> Self {
        Self { parts: vec![(None, words.into())] }
    }
}

impl Display for Line {
    /// With the colors as a terminal takes them, and nothing else that a terminal would obey.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (ink, words) in &self.parts {
            let words = plain(&secret::hide(words));
            match ink.map(Ink::style) {
                Some(style) => write!(f, "{style}{words}{style:#}")?,
                None => f.write_str(&words)?,
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn colors_are_ours_alone() {
        let line = Ink::Good.paint("Applied").and(" a\u{1b}[31m\nerror: b");
        let style = Ink::Good.style();
        assert_eq!(line.to_string(), format!("{style}Applied{style:#} a\\u{{1b}}[31m\\nerror: b"));
    }
}
