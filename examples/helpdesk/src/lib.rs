//! A help desk: what stands beside its tables is declared beside its models, and migrations make it.
//!
//! - a view of the open tickets, and one over that;
//! - on PostgreSQL a materialized view of the numbers, which the program computes anew;
//! - a trigger that keeps `updated_at`;
//! - on PostgreSQL a function that makes the words of a ticket, an index on it, and a policy that shows each team
//!   its own tickets.
#![deny(missing_docs)]

pub mod models;
pub mod views;
