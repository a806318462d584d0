//! The tables.

use model_core::prelude::*;

/// Who answers.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "team")]
pub struct Team {
    /// The key.
    pub id: i32,
    /// What it is called, and the name of its role.
    #[model(unique, max_length = 63)]
    pub name: String,
}

/// What somebody asks.
#[derive(Model, Debug, Clone, PartialEq)]
#[model(table = "ticket")]
#[cfg_attr(
    feature = "postgres",
    model(
        index(expression("ticket_words(title, body)"), method = gin, name = "ix_ticket_words"),
        option(row_level_security = "true")
    )
)]
pub struct Ticket {
    /// The key.
    pub id: i32,
    /// Who answers it.
    #[model(foreign_key(team::id, name = "fk_ticket_team_id"))]
    pub team_id: i32,
    /// In a few words.
    #[model(max_length = 200)]
    pub title: String,
    /// In many.
    pub body: String,
    /// Whether it is answered.
    #[model(default = false)]
    pub closed: bool,
    /// When it changed last; the database keeps it.
    #[model(default = now)]
    pub updated_at: NaiveDateTime,
}
