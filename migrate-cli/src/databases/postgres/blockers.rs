//! Who keeps a statement waiting, and what an interrupted one leaves behind.
//!
//! A session is found by the text that it runs and not by its number: behind a pooler, a connection's
//! session is another one in each transaction.

use super::quote::{literal, quote};
use super::session::LEXIS;
use super::words::mentions;
use crate::database::{Connection, DatabaseError, Row};
use crate::databases::blockers::shortened;
use crate::dialect::Blocker;
use crate::sql::words;

/// The sessions that keep the one waiting that runs this statement.
pub fn blockers(other: &mut dyn Connection, sql: &str) -> Vec<Blocker> {
    let rows = other.query(&format!(
        "SELECT p.pid, {DESCRIPTION} FROM pg_stat_activity w CROSS JOIN LATERAL unnest(pg_blocking_pids(w.pid)) AS p(pid) \
         LEFT JOIN pg_stat_activity b ON b.pid = p.pid WHERE w.wait_event_type = 'Lock' AND {} ORDER BY 1",
        runs("w", sql)
    ));
    rows.unwrap_or_default().into_iter().map(blocker).collect()
}

/// Whether some session runs this statement now.
pub fn running(other: &mut dyn Connection, sql: &str) -> Option<Blocker> {
    let rows = other.query(&format!(
        "SELECT b.pid, {DESCRIPTION} FROM pg_stat_activity b WHERE {}",
        runs("b", sql)
    ));
    rows.unwrap_or_default().into_iter().map(blocker).next()
}

/// User, program, address, since when, and the query, of a session `b`.
const DESCRIPTION: &str = "coalesce(b.usename::text, ''), coalesce(b.application_name, ''), coalesce(b.client_addr::text, ''), \
    coalesce(to_char(coalesce(b.xact_start, b.state_change), 'YYYY-MM-DD HH24:MI:SS TZ'), ''), coalesce(b.state, ''), coalesce(b.query, '')";

/// The server keeps the beginning of a long query only.
fn runs(session: &str, sql: &str) -> String {
    let text = literal(sql);
    format!(
        "{session}.state = 'active' AND {session}.datname = current_database() AND {session}.pid <> pg_backend_pid() \
         AND ({session}.query = {text} OR (length({session}.query) > 200 AND left({text}, length({session}.query)) = {session}.query))"
    )
}

fn blocker(row: Row) -> Blocker {
    let mut values = row.into_iter().map(Option::unwrap_or_default);
    let mut next = || values.next().unwrap_or_default();
    let (id, user, program, address, since, state, query) =
        (next(), next(), next(), next(), next(), next(), next());
    if id == "0" {
        let description = "a prepared transaction, see pg_prepared_xacts".to_owned();
        return Blocker { id, description, certain: true };
    }
    let mut parts = Vec::new();
    for (word, value) in [("user", user), ("program", program), ("from", address)] {
        if !value.is_empty() {
            parts.push(format!("{word} {value}"));
        }
    }
    if !since.is_empty() {
        parts.push(format!("since {since}"));
    }
    if !query.is_empty() {
        let verb = if state == "active" { "runs" } else { "ran" };
        parts.push(format!("{state}, {verb} `{}`", shortened(&query)));
    }
    Blocker { id, description: parts.join(", "), certain: true }
}

/// Drops the INVALID index that a `CREATE INDEX CONCURRENTLY` or `REINDEX … CONCURRENTLY` leaves behind
/// when it fails or is cut off: made again under its name it would be in the way, or, with
/// `IF NOT EXISTS`, be taken for the real one. One that another session is making is left alone.
pub fn tidy_up(connection: &mut dyn Connection, sql: &str) -> Result<(), DatabaseError> {
    let words = words(sql, &LEXIS);
    let is = |word: &str| words.iter().any(|w| w == word);
    let verb = words.first().map(String::as_str).unwrap_or_default();
    if !is("CONCURRENTLY") || !["CREATE", "REINDEX"].contains(&verb) {
        return Ok(());
    }
    let found = connection.query(
        "SELECT n.nspname, i.relname, t.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid \
         JOIN pg_class t ON t.oid = x.indrelid JOIN pg_namespace n ON n.oid = i.relnamespace \
         WHERE NOT x.indisvalid AND i.relkind = 'i' AND NOT EXISTS \
         (SELECT 1 FROM pg_stat_progress_create_index p WHERE p.index_relid = x.indexrelid) ORDER BY 1, 2",
    )?;
    let named = |name: &str| mentions(sql, name);
    for row in found {
        let mut values = row.into_iter().map(Option::unwrap_or_default);
        let mut next = || values.next().unwrap_or_default();
        let (schema, index, table) = (next(), next(), next());
        let left_behind = match verb {
            // By name, or named by the server after the table.
            "CREATE" => named(&index) || (named(&table) && index.starts_with(&table)),
            _ => {
                let base = index.trim_end_matches(|c: char| c.is_ascii_digit());
                let base = base.strip_suffix("_ccnew").or(base.strip_suffix("_ccold"));
                base.is_some_and(|base| named(base) || named(&table) || named(&schema))
            }
        };
        if left_behind {
            let index = format!("{}.{}", quote(&schema), quote(&index));
            connection.execute(&format!("DROP INDEX CONCURRENTLY IF EXISTS {index}"))?;
        }
    }
    Ok(())
}
