//! What is beside the tables.

use model_core::prelude::*;

use crate::models::team;

/// A ticket that waits for an answer.
#[derive(View, Debug, Clone, PartialEq)]
#[model(view = "open_ticket", query = "SELECT id, team_id, title FROM ticket WHERE NOT closed")]
pub struct OpenTicket {
    /// The ticket's.
    #[model(primary_key)]
    pub id: i32,
    /// Who answers it.
    #[model(joins(team::id))]
    pub team_id: i32,
    /// In a few words.
    pub title: String,
}

/// How much each team has to do.
#[derive(View, Debug, Clone, PartialEq)]
#[model(view = "workload", file = "sql/workload.sql")]
pub struct Workload {
    /// The team.
    pub team: String,
    /// The open tickets.
    pub tickets: i64,
}

/// The numbers of all tickets, as they were when they were computed.
#[cfg(feature = "postgres")]
#[derive(View, Debug, Clone, PartialEq)]
#[model(
    view = "ticket_count",
    query = "SELECT closed, count(*) AS tickets FROM ticket GROUP BY closed",
    materialized,
    only(postgres),
    unique(closed)
)]
pub struct TicketCount {
    /// Whether they are answered.
    pub closed: bool,
    /// How many.
    pub tickets: i64,
}

#[cfg(feature = "sqlite")]
model_core::sql_file!("sql/sqlite/touch_updated_at.sql", sqlite);
#[cfg(feature = "postgres")]
model_core::sql_file!("sql/postgres/touch_updated_at.sql", postgres);
#[cfg(feature = "mysql")]
model_core::sql_file!("sql/mysql/touch_updated_at.sql", mysql);
#[cfg(feature = "postgres")]
model_core::sql_file!("sql/postgres/ticket_words.sql", postgres);
#[cfg(feature = "postgres")]
model_core::sql_file!("sql/postgres/own_tickets.sql", postgres);
