//! The rules by which a database reads SQL.

/// What differs in how databases read SQL.
#[derive(Debug, Clone, Copy)]
pub struct Lexis {
    /// The quotes of names: `"`, `` ` ``, `[`. A `"` that is none of them is a quote of texts.
    pub name_quotes: &'static str,
    /// A backslash in a text escapes the next character.
    pub backslash_escapes: bool,
    /// What may stand before the quote of a text and belongs to it, in lower case.
    pub prefixes: &'static [(&'static str, Prefixed)],
    /// `$tag$ … $tag$`
    pub dollar_quotes: bool,
    /// The characters that a parameter or a variable begins with.
    pub parameters: &'static str,
    /// A name may begin with a digit.
    pub digits_begin_names: bool,
    /// How comments are written.
    pub comments: Comments,
    /// How the body of a trigger or routine is read.
    pub compound: Compound,
    /// How what follows a statement is read, where that changes it.
    pub changed_by: Option<fn(&str) -> Option<Lexis>>,
    /// When two names are the same.
    pub folding: Folding,
    /// In an expression as the database keeps it, a name may stand without quotes.
    pub bare_names: bool,
    /// Words that are never a name without quotes, in lower case and sorted.
    pub keywords: &'static [&'static str],
}

/// What a text is that has something before its quote.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Prefixed {
    /// A text like one without.
    Text,
    /// A text with backslashes that escape the next character.
    Escaped,
    /// Bytes or bits.
    Bytes,
    /// A text, or a name where the quote is that of a name.
    TextOrName,
}

/// How comments are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comments {
    /// `-- …` and `/* … */`
    Plain,
    /// `/* … /* … */ … */` is one.
    Nested,
    /// `# …` is one, `-- …` only where a blank follows, and what stands in `/*! … */` is run.
    Executable,
}

/// How the body of a trigger or routine is read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compound {
    /// By counting `BEGIN` and `CASE` against `END`.
    Counted,
    /// The same, where loops and conditions have an `END` of their own and names may be such words.
    Named,
    /// Not at all: what follows is one piece to the end of the script.
    Rest,
}

/// When two names are the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Folding {
    /// To the letter; one without quotes is in lower case.
    BareToLower,
    /// Upper and lower case of ASCII letters are the same.
    AsciiCase,
    /// Upper and lower case are the same.
    Case,
}

impl Lexis {
    /// Whether two names, neither of them in quotes, are of one thing.
    pub fn same_name(&self, a: &str, b: &str) -> bool {
        match self.folding {
            Folding::BareToLower => a == b,
            Folding::AsciiCase => a.eq_ignore_ascii_case(b),
            Folding::Case => a.to_lowercase() == b.to_lowercase(),
        }
    }

    /// Whether this word is never a name without quotes.
    pub(super) fn is_keyword(&self, word: &str) -> bool {
        let word = word.to_ascii_lowercase();
        self.keywords.binary_search(&word.as_str()).is_ok()
    }
}
