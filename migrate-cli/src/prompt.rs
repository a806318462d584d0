//! Questions to a person, in a terminal only.

use dialoguer::{Confirm, Input};

use crate::output::Line;
use crate::problem::{Problem, Result};

/// A question with yes or no, answered by a line of its own: what is typed ahead of the next
/// question answers only that one.
pub fn confirm(question: &str) -> Result<bool> {
    Confirm::new()
        .with_prompt(Line::from(question).to_string())
        .default(false)
        .wait_for_newline(true)
        .interact()
        .map_err(unanswered)
}

/// A question with a text for an answer; empty is none.
pub fn text(question: &str) -> Result<Option<String>> {
    let answer: String = Input::new()
        .with_prompt(Line::from(question).to_string())
        .allow_empty(true)
        .interact_text()
        .map_err(unanswered)?;
    Ok(Some(answer.trim().to_owned()).filter(|answer| !answer.is_empty()))
}

fn unanswered(error: dialoguer::Error) -> Problem {
    Problem::new("the question was not answered; nothing was written").because(error)
}
