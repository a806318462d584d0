//! Applies migrations and reverts them, as Diesel does, alone, and so that a cut loses nothing.
//!
//! # One migrator at a time
//!
//! No lock lives in a session, a node or the spelling of a path: a pooler in transaction mode hands the
//! session on, a cluster has many nodes, a file has many names. Where a change of the schema can be undone
//! (PostgreSQL, SQLite), the lock is of Diesel's own table and taken in the migration's own transaction:
//! `LOCK TABLE` on PostgreSQL, the write lock on SQLite. What is applied is looked at again inside, so that
//! whoever waited finds the work done. It ends with the transaction, whatever becomes of its client.
//!
//! Where a change commits at once (MariaDB, MySQL; a migration without a transaction everywhere), no
//! transaction spans the work. The lock is a row there, the only one of `__migrate_progress` ([`progress`]),
//! which is there as long as the run. It is leased for 15 seconds by the clock of the server and renewed
//! every five, by a thread over a connection of its own while a statement takes long ([`lease`]), and by the
//! run itself with each statement. The row may be taken over when
//!
//! - its owner was a process of this machine, and that has ended ([`owner`](crate::owner)), or
//! - the lease has ended, the owner was asked for a sign of life by a write, and gave none for longer than
//!   it takes to give one. In a Galera cluster one long `ALTER TABLE` holds up every write, that of the
//!   owner's renewal, too; the question comes after it in the order that all nodes share, and the renewal
//!   before the answer would be late. The number of the owner's connection tells nothing there: it is of a
//!   node.
//!
//! A client that ended does not end its statement. So the list of sessions is looked through for the text of
//! the statement that was under way, and waited for as long as one runs it: by its text, as behind a pooler
//! or a proxy numbers mean nothing. On another node of a cluster it can't be seen, and need not be: there
//! every write comes after the statement.
//!
//! Every write to the row names the owner. One that slept over the end of its lease (a closed notebook, a
//! paused container) learns it before its next statement, and stops.
//!
//! Plain Diesel knows nothing of the row. On PostgreSQL and SQLite the lock keeps it out as well. On MariaDB
//! and MySQL two such runs at once end as two of Diesel's own do: the second fails at its first statement.
//!
//! # Cut off
//!
//! What is one transaction is done or not. Anything else is cut into [`unit`]s: what can be undone is
//! committed together with the record of it; the rest (`ALTER TABLE` on MySQL, `CREATE INDEX CONCURRENTLY`
//! on PostgreSQL) has a record before, "begun", and one after. So the next run knows which statement is in
//! doubt, if any, and [`resume`] finds out whether it was done: it replays the migrations up to before and
//! after it in a scratch database and compares the live schema with both. Only where that tells nothing a
//! person is asked. `downgrade` goes back from the middle of an `upgrade`, and the other way round: see [`back`].
//!
//! # Waiting
//!
//! Nothing is waited for longer than `--lock-timeout`, and who is in the way is told while it is waited for
//! ([`watch`]).

mod back;
mod client_command;
mod direction;
mod failure;
mod hold;
mod lease;
mod plain;
mod progress;
mod resume;
mod row_changes;
mod run;
#[expect(clippy::module_inception, reason = "the type that the room is about")]
mod runner;
mod script;
mod state;
mod steps;
#[cfg(all(test, feature = "sqlite"))]
mod tests;
mod text;
mod unit;
mod watch;

pub use direction::Direction;
pub use plain::replay;
pub use runner::{Answer, Runner};
pub use script::script;
