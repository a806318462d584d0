//! Where the body of a trigger, routine or event ends that may hold semicolons.
//!
//! In MariaDB and MySQL nearly every word of it may be a name as well. So whatever may open a block does, and only what
//! must close one does: a body that seems to go on too long is sent with what follows, which runs all the same.

use super::{Token, TokenKind};

/// What is open at a place of a statement.
#[derive(Debug, Default)]
pub struct Blocks {
    /// `BEGIN`
    blocks: usize,
    /// `CASE`, as a statement or a value.
    cases: usize,
    parentheses: usize,
    is_event: bool,
    /// The end can't be told.
    is_endless: bool,
    before: Before,
}

/// The word before.
#[derive(Debug, Default, PartialEq, Eq, Clone, Copy)]
enum Before {
    #[default]
    Other,
    /// A statement begins behind it.
    Semicolon,
    Begin,
    /// `END` where a statement begins, and elsewhere.
    EndOfStatements,
    End,
    Repeat,
    Dot,
}

impl Blocks {
    /// Whether nothing is open, so that a semicolon ends the statement.
    pub fn are_closed(&self) -> bool {
        let closes_block = self.before == Before::EndOfStatements && self.blocks == 1;
        let closes_case = self.before == Before::End && self.cases == 1;
        let blocks = self.blocks - usize::from(closes_block);
        let cases = self.cases - usize::from(closes_case);
        blocks == 0 && cases == 0 && !self.is_endless
    }

    /// An event's body follows `DO`.
    pub fn be_of_event(&mut self) {
        self.is_event = true;
    }

    /// Goes behind a token of the statement.
    pub fn see(&mut self, token: &Token<'_>) {
        let is_word = token.kind == TokenKind::Word;
        let word = if is_word { token.text.to_ascii_uppercase() } else { String::new() };
        let before = std::mem::take(&mut self.before);
        match before {
            // What has a word of its own behind its `END` was not counted when it was opened.
            Before::EndOfStatements | Before::End
                if matches!(word.as_str(), "IF" | "LOOP" | "WHILE" | "REPEAT" | "FOR") =>
            {
                return;
            }
            Before::EndOfStatements | Before::End if word == "CASE" => {
                self.cases = self.cases.saturating_sub(1);
                return;
            }
            Before::EndOfStatements => self.blocks = self.blocks.saturating_sub(1),
            Before::End => self.cases = self.cases.saturating_sub(1),
            Before::Repeat if !token.is_symbol("(") && self.blocks == 0 => self.is_endless = true,
            _ => {}
        }
        self.before = match token.text {
            ";" => Before::Semicolon,
            "." => Before::Dot,
            "(" => self.after_parenthesis(1),
            ")" => self.after_parenthesis(-1),
            _ if before == Before::Dot => Before::Other,
            _ => self.after_word(&word, before),
        };
    }

    fn after_parenthesis(&mut self, change: isize) -> Before {
        self.parentheses = self.parentheses.saturating_add_signed(change);
        Before::Other
    }

    fn after_word(&mut self, word: &str, before: Before) -> Before {
        let is_bare = self.blocks == 0 && self.cases == 0;
        match word {
            "BEGIN" => {
                self.blocks += 1;
                return Before::Begin;
            }
            "CASE" => self.cases += 1,
            "END" if matches!(before, Before::Semicolon | Before::Begin) => {
                return Before::EndOfStatements;
            }
            "END" => return Before::End,
            "REPEAT" => return Before::Repeat,
            // A statement that is a body by itself.
            "THEN" | "LOOP" if is_bare => self.is_endless = true,
            "DO" if is_bare && !std::mem::take(&mut self.is_event) => self.is_endless = true,
            _ => {}
        }
        Before::Other
    }
}
