//! What the command line says when it stops.

use std::error::Error;

/// Why a command stopped: what happened and where, the cause, the next step.
#[derive(Debug)]
pub struct Problem(Box<Parts>);

// Boxed: it is handed through every function, and nearly always absent.
#[derive(Debug)]
struct Parts {
    message: String,
    points: Vec<String>,
    cause: Option<Box<dyn Error + Send + Sync>>,
    help: Option<String>,
    snippet: Option<Snippet>,
}

impl std::fmt::Display for Problem {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0.message)
    }
}

impl Error for Problem {
    fn source(&self) -> Option<&(dyn Error + 'static)> {
        self.0.cause.as_ref().map(|cause| cause.as_ref() as &(dyn Error + 'static))
    }
}

/// A place in a file, to be shown with the lines around it.
#[derive(Debug)]
pub struct Snippet {
    /// The file's name and text.
    pub source: miette::NamedSource<String>,
    /// Where, in bytes from 0, and how long.
    pub span: (usize, usize),
    /// What is the matter there.
    pub label: String,
}

/// What every fallible step of the command line gives.
pub type Result<T> = std::result::Result<T, Problem>;

impl Problem {
    /// What happened, and where.
    pub fn new(message: impl Into<String>) -> Self {
        Self(Box::new(Parts {
            message: message.into(),
            points: Vec::new(),
            cause: None,
            help: None,
            snippet: None,
        }))
    }

    /// Adds what the message is about, point by point, a line each.
    pub fn list(mut self, points: Vec<String>) -> Self {
        self.0.points = points;
        self
    }

    /// Puts what was being done before what happened.
    pub fn within(mut self, doing: &str) -> Self {
        self.0.message = format!("{doing}: {}", self.0.message);
        self
    }

    /// Adds the cause.
    pub fn because(mut self, cause: impl Into<Box<dyn Error + Send + Sync>>) -> Self {
        self.0.cause = Some(cause.into());
        self
    }

    /// Adds what to do next.
    pub fn help(mut self, help: impl Into<String>) -> Self {
        self.0.help = Some(help.into());
        self
    }

    /// Adds the place in a file.
    pub fn at(mut self, snippet: Snippet) -> Self {
        self.0.snippet = Some(snippet);
        self
    }

    /// The next step, if there is one to tell.
    pub fn advice(&self) -> Option<&str> {
        self.0.help.as_deref()
    }

    /// What the message is about, point by point.
    pub fn points(&self) -> &[String] {
        &self.0.points
    }

    /// The lines of a file to show.
    pub fn snippet(&self) -> Option<&Snippet> {
        self.0.snippet.as_ref()
    }
}

impl From<crate::dialect::ProofError> for Problem {
    fn from(error: crate::dialect::ProofError) -> Self {
        let crate::dialect::ProofError::Refused { direction, reason, statement, offset } = error
        else {
            return Self::new(error.to_string());
        };
        let message = format!("the {direction} migration fails on an empty copy of the schema");
        let problem = Self::new(message).because(reason.clone()).help(
            "nothing was written: correct what is said there; `generate --no-proof` writes it untried",
        );
        if statement.is_empty() {
            return problem;
        }
        let whole = (0, statement.len());
        // One letter where the database knows it.
        let letter = offset.and_then(|at| Some((at, statement.get(at..)?.chars().next()?)));
        problem.at(Snippet {
            span: letter.map_or(whole, |(at, c)| (at, c.len_utf8())),
            source: miette::NamedSource::new(format!("{direction}.sql"), statement)
                .with_language("sql"),
            label: reason,
        })
    }
}

macro_rules! plain {
    ($($error:ty),* $(,)?) => {
        $(impl From<$error> for Problem {
            fn from(error: $error) -> Self {
                Self::new(error.to_string())
            }
        })*
    };
}

impl From<crate::database::DatabaseError> for Problem {
    fn from(error: crate::database::DatabaseError) -> Self {
        let problem = Self::new(error.to_string());
        match error.advice() {
            Some(advice) => problem.help(advice),
            None => problem,
        }
    }
}

impl From<crate::dialect::SchemaError> for Problem {
    fn from(error: crate::dialect::SchemaError) -> Self {
        match error {
            crate::dialect::SchemaError::Database(error) => error.into(),
            error => Self::new(error.to_string()),
        }
    }
}

plain!(
    crate::database::UrlError,
    crate::diff::DropError,
    crate::diff::RenameError,
    crate::plan::PlanError,
);
