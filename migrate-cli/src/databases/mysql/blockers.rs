//! Who keeps a statement waiting.
//!
//! A session is found by the text that it runs: behind a proxy a connection's number is not known. In a
//! cluster only the sessions of the node that is asked are seen.

use std::collections::BTreeSet;

use crate::database::Connection;
use crate::databases::blockers::shortened;
use crate::dialect::Blocker;

/// One line of the list of sessions.
struct Session {
    id: String,
    user: String,
    host: String,
    database: String,
    command: String,
    seconds: String,
    state: String,
    text: String,
}

/// Those who are certain, or else those who could be it.
pub fn blockers(other: &mut dyn Connection, sql: &str) -> Vec<Blocker> {
    let sessions = sessions(other);
    let Some(waiting) = sessions.iter().find(|s| s.runs(sql)) else { return Vec::new() };
    let told = CERTAIN.iter().find_map(|question| {
        let rows = other.query(&question.replace("{id}", &waiting.id)).ok()?;
        let ids: BTreeSet<String> = rows.into_iter().flatten().flatten().collect();
        (!ids.is_empty()).then_some(ids)
    });
    let is_certain = told.is_some();
    let ids = match told {
        Some(ids) => ids,
        // The server keeps no account of who holds which table. An open transaction may.
        None if waiting.state.to_ascii_lowercase().contains("lock") => {
            let open = other.query(&OPEN.replace("{id}", &waiting.id)).unwrap_or_default();
            let open: BTreeSet<String> = open.into_iter().flatten().flatten().collect();
            let others = || sessions.iter().filter(|s| s.could_block(waiting));
            match open.is_empty() {
                false => open,
                true => others().map(|s| s.id.clone()).collect(),
            }
        }
        None => BTreeSet::new(),
    };
    sessions.iter().filter(|s| ids.contains(&s.id)).map(|s| s.told(is_certain)).collect()
}

/// Whether some session runs this statement now.
pub fn running(other: &mut dyn Connection, sql: &str) -> Option<Blocker> {
    sessions(other).iter().find(|session| session.runs(sql)).map(|session| session.told(true))
}

/// Each gives the numbers of those who hold what session `{id}` waits for, and is asked in vain where the
/// server has no such table: tables (MySQL, MariaDB with its plugin), then rows (MariaDB, MySQL).
const CERTAIN: [&str; 4] = [
    "SELECT DISTINCT h.processlist_id FROM performance_schema.threads w \
     JOIN performance_schema.metadata_locks p ON p.owner_thread_id = w.thread_id AND p.lock_status = 'PENDING' \
     JOIN performance_schema.metadata_locks g ON g.lock_status = 'GRANTED' AND g.object_type = p.object_type \
     AND g.object_schema <=> p.object_schema AND g.object_name <=> p.object_name AND g.owner_thread_id <> p.owner_thread_id \
     JOIN performance_schema.threads h ON h.thread_id = g.owner_thread_id \
     WHERE w.processlist_id = {id} AND h.processlist_id IS NOT NULL AND p.object_type = 'TABLE'",
    "SELECT DISTINCT m.thread_id FROM information_schema.metadata_lock_info m JOIN information_schema.processlist w ON w.id = {id} \
     WHERE m.thread_id <> {id} AND m.table_schema = w.db AND w.info LIKE CONCAT('%', m.table_name, '%') \
     AND m.lock_type = 'Table metadata lock'",
    "SELECT DISTINCT b.trx_mysql_thread_id FROM information_schema.innodb_lock_waits l \
     JOIN information_schema.innodb_trx r ON r.trx_id = l.requesting_trx_id \
     JOIN information_schema.innodb_trx b ON b.trx_id = l.blocking_trx_id WHERE r.trx_mysql_thread_id = {id}",
    "SELECT DISTINCT blocking_pid FROM sys.innodb_lock_waits WHERE waiting_pid = {id}",
];

/// The sessions with an open transaction.
const OPEN: &str = "SELECT trx_mysql_thread_id FROM information_schema.innodb_trx WHERE trx_mysql_thread_id NOT IN (0, {id})";

fn sessions(other: &mut dyn Connection) -> Vec<Session> {
    // Without the right to see others it has the sessions of the same user.
    let rows = other.query("SHOW FULL PROCESSLIST").unwrap_or_default();
    let own = other.query("SELECT CONNECTION_ID()").unwrap_or_default();
    let own = own.into_iter().flatten().flatten().next().unwrap_or_default();
    rows.into_iter()
        .map(|row| {
            let mut values = row.into_iter().map(Option::unwrap_or_default);
            let mut next = || values.next().unwrap_or_default();
            Session {
                id: next(),
                user: next(),
                host: next(),
                database: next(),
                command: next(),
                seconds: next(),
                state: next(),
                text: next(),
            }
        })
        .filter(|session| session.id != own)
        .collect()
}

impl Session {
    /// The server takes the semicolon at the end away.
    fn runs(&self, sql: &str) -> bool {
        let bare =
            |text: &str| text.trim_end_matches(|c: char| c == ';' || c.is_whitespace()).to_owned();
        self.command != "Sleep" && !self.text.is_empty() && bare(&self.text) == bare(sql)
    }

    fn could_block(&self, waiting: &Self) -> bool {
        self.id != waiting.id
            && self.database == waiting.database
            && !self.state.contains("Waiting for")
            && self.command != "Daemon"
    }

    fn told(&self, certain: bool) -> Blocker {
        let mut description = format!("user {} from {}", self.user, self.host);
        let since = format!("for {} s", self.seconds);
        description.push_str(&match (self.command.as_str(), self.text.is_empty()) {
            ("Sleep", _) | (_, true) => format!(", idle {since}"),
            _ => format!(", runs `{}` {since}", shortened(&self.text)),
        });
        Blocker { id: self.id.clone(), description, certain }
    }
}
