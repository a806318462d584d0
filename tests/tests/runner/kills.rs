//! Cut off at any moment, the command or its server: run again, it ends as if nothing had been.

use std::process::Child;
use std::time::{Duration, Instant};

use model_tests::{Backend, Server};

use crate::project::{Project, Ran, connect, trials, value};
use crate::servers::Killable;

/// Every kind of statement: tables, columns, indexes, rows, settings; a second run of any of them is an error
/// or a wrong number.
fn migrations(project: &Project, backend: Backend) {
    let auto = match backend {
        Backend::Sqlite => "INTEGER PRIMARY KEY",
        Backend::Postgres => "SERIAL PRIMARY KEY",
        Backend::Mysql => "INT PRIMARY KEY AUTO_INCREMENT",
    };
    project.migration(
        "2026-01-01-000001_first",
        true,
        &format!(
            "CREATE TABLE a (id {auto}, n INT NOT NULL DEFAULT 0);\nINSERT INTO a (id, n) VALUES (1, 1), (2, 2), (3, 3);\n\
             UPDATE a SET n = n * 10;\nALTER TABLE a ADD COLUMN b VARCHAR(20);\nUPDATE a SET b = 'x';\n\
             CREATE TABLE c (id {auto}, a_id INT);\nINSERT INTO c (a_id) SELECT id FROM a;\nCREATE INDEX c_a ON c (a_id);\n"
        ),
        "DROP TABLE c;\nALTER TABLE a DROP COLUMN b;\nDROP TABLE a;\n",
    );
    let third_up = match backend {
        Backend::Mysql => {
            "SET @old = @@SESSION.sql_mode, SESSION sql_mode = 'STRICT_ALL_TABLES';\n\
             ALTER TABLE a ADD COLUMN total INT NOT NULL DEFAULT 0, ADD COLUMN more INT;\n\
             UPDATE a SET total = n + 1;\nALTER TABLE a ADD CONSTRAINT a_total CHECK (total > 0);\n\
             RENAME TABLE c TO d;\nSET SESSION sql_mode = @old;\nUPDATE a SET more = total * 2;\n\
             CREATE VIEW v AS SELECT id, total FROM a;\n"
        }
        _ => {
            "ALTER TABLE a ADD COLUMN total INT NOT NULL DEFAULT 0;\nALTER TABLE a ADD COLUMN more INT;\n\
             UPDATE a SET total = n + 1;\nALTER TABLE c RENAME TO d;\nUPDATE a SET more = total * 2;\n\
             CREATE VIEW v AS SELECT id, total FROM a;\n"
        }
    };
    let third_down = match backend {
        Backend::Mysql => {
            "DROP VIEW v;\nRENAME TABLE d TO c;\nALTER TABLE a DROP CONSTRAINT a_total;\n\
             ALTER TABLE a DROP COLUMN more, DROP COLUMN total;\n"
        }
        _ => {
            "DROP VIEW v;\nALTER TABLE d RENAME TO c;\nALTER TABLE a DROP COLUMN more;\n\
             ALTER TABLE a DROP COLUMN total;\n"
        }
    };
    project.migration("2026-01-01-000002_second", true, third_up, third_down);
    let (up, down) = match backend {
        Backend::Postgres => (
            "CREATE INDEX CONCURRENTLY a_n ON a (n);\nUPDATE a SET n = n + 1;\n\
             CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS a_b ON a (b, n);\nINSERT INTO d (a_id) VALUES (7);\n",
            "DELETE FROM d WHERE a_id = 7;\nDROP INDEX CONCURRENTLY a_b;\nUPDATE a SET n = n - 1;\n\
             DROP INDEX CONCURRENTLY a_n;\n",
        ),
        Backend::Sqlite => (
            "PRAGMA foreign_keys = OFF;\nCREATE INDEX a_n ON a (n);\nUPDATE a SET n = n + 1;\nVACUUM;\n\
             BEGIN;\nCREATE UNIQUE INDEX a_b ON a (b, n);\nINSERT INTO d (a_id) VALUES (7);\nCOMMIT;\n\
             PRAGMA foreign_keys = ON;\n",
            "BEGIN;\nDELETE FROM d WHERE a_id = 7;\nDROP INDEX a_b;\nCOMMIT;\nUPDATE a SET n = n - 1;\nDROP INDEX a_n;\n",
        ),
        Backend::Mysql => (
            "CREATE INDEX a_n ON a (n);\nUPDATE a SET n = n + 1;\nCREATE UNIQUE INDEX a_b ON a (b, n);\n\
             INSERT INTO d (a_id) VALUES (7);\n\
             CREATE TRIGGER a_t BEFORE UPDATE ON a FOR EACH ROW SET NEW.b = 'y';\n",
            "DROP TRIGGER a_t;\nDELETE FROM d WHERE a_id = 7;\nDROP INDEX a_b ON a;\nUPDATE a SET n = n - 1;\n\
             DROP INDEX a_n ON a;\n",
        ),
    };
    project.migration("2026-01-01-000003_third", false, up, down);
}

/// The whole state: what the server says of the schema, and the rows.
fn state(url: &str, backend: Backend) -> String {
    let schema = match backend {
        Backend::Sqlite => "SELECT type, name, sql FROM sqlite_master ORDER BY 1, 2",
        Backend::Postgres => {
            "SELECT c.relkind, c.relname, x.indisvalid, (SELECT string_agg(attname || ' ' || atttypid::regtype, ',' ORDER BY attnum) \
             FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped) FROM pg_class c \
             LEFT JOIN pg_index x ON x.indexrelid = c.oid WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1, 2"
        }
        Backend::Mysql => {
            "SELECT * FROM (SELECT table_name AS o, column_name AS n, column_type AS t FROM information_schema.columns WHERE table_schema = DATABASE() \
             UNION ALL SELECT table_name, index_name, seq_in_index FROM information_schema.statistics WHERE table_schema = DATABASE() \
             UNION ALL SELECT trigger_name, '', '' FROM information_schema.triggers WHERE trigger_schema = DATABASE() \
             UNION ALL SELECT table_name, constraint_name, constraint_type FROM information_schema.table_constraints WHERE table_schema = DATABASE()) x ORDER BY 1, 2, 3"
        }
    };
    let mut connection = connect(url);
    let mut text = String::new();
    for question in [
        schema,
        "SELECT version FROM __diesel_schema_migrations ORDER BY 1",
        "SELECT * FROM a ORDER BY 1",
        // Without the keys: a number that was drawn is not drawn again, also where its row was undone.
        "SELECT a_id FROM c ORDER BY 1",
        "SELECT a_id FROM d ORDER BY 1",
    ] {
        // A table that is not there is part of the state.
        let rows = connection.query(question).map(|rows| format!("{rows:?}"));
        text.push_str(&rows.unwrap_or_else(|_| "none".to_owned()));
        text.push('\n');
    }
    text
}

/// Numbers that look random, and are the same every time.
struct Dice(u64);

impl Dice {
    fn below(&mut self, limit: Duration) -> Duration {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        limit.mul_f64((self.0 % 10_000) as f64 / 10_000.0)
    }
}

struct Trial {
    project: Project,
    backend: Backend,
    /// What is to be there: with everything applied, and with nothing.
    top: String,
    bottom: String,
    /// How long one run takes.
    up: Duration,
    down: Duration,
    dice: Dice,
}

const UP: &[&str] = &["upgrade"];
const DOWN: &[&str] = &["downgrade", "base"];

impl Trial {
    fn new(url: &str, backend: Backend) -> Self {
        let project = Project::new(url);
        migrations(&project, backend);
        let timed = |words: &[&str]| {
            let start = Instant::now();
            project.succeed(words);
            (start.elapsed(), state(url, backend))
        };
        // The first run makes Diesel's table, and counters of keys begin anew only with their table.
        timed(UP);
        timed(DOWN);
        let (up, top) = timed(UP);
        let (down, bottom) = timed(DOWN);
        Self { project, backend, top, bottom, up, down, dice: Dice(0x9E37_79B9_7F4A_7C15) }
    }

    fn start(&self, words: &[&str]) -> Child {
        self.project.command(words).spawn().unwrap()
    }

    /// Runs it until it ends well, which is at once.
    fn ends(&self, words: &[&str], wanted: &str, what: &str) {
        let ran = self.project.run(words);
        assert!(ran.ok, "{what}: {}", ran.said);
        let now = state(&self.project.url, self.backend);
        assert_eq!(now, wanted, "{what}: {}", ran.said);
    }
}

fn killed(server: Server) {
    let Some(database) = server.database() else { return };
    let mut trial = Trial::new(&database.url, server.backend());
    for n in 0..trials(12) {
        for (words, back, limit) in [(UP, DOWN, trial.up), (DOWN, UP, trial.down)] {
            let (here, there) = match words == UP {
                true => (trial.top.clone(), trial.bottom.clone()),
                false => (trial.bottom.clone(), trial.top.clone()),
            };
            let mut child = trial.start(words);
            std::thread::sleep(trial.dice.below(limit));
            child.kill().unwrap();
            child.wait().unwrap();
            // Every third goes back from the middle.
            if n % 3 == 2 {
                let ran = trial.project.run(back);
                // Rows that were changed and that the other file has no words for: it says to go on first.
                if !ran.ok {
                    assert!(ran.said.contains("knows no way back from there"), "{}", ran.said);
                    let on = format!("bring it to its end with `migrate {}`", words[0]);
                    assert!(ran.said.contains(&on), "{}", ran.said);
                    trial.ends(words, &here, &format!("killed {words:?}, no way back"));
                }
                trial.ends(back, &there, &format!("killed {words:?}, then {back:?}"));
            }
            trial.ends(words, &here, &format!("killed {words:?}, then again"));
        }
    }
}

model_tests::on_servers!(killed);

fn server_killed(server: Server) {
    let Some(mut killable) = Killable::start(server) else { return };
    let url = killable.database("d");
    let mut trial = Trial::new(&url, server.backend());
    for n in 0..trials(5) {
        for (words, limit) in [(UP, trial.up), (DOWN, trial.down)] {
            let wanted = if words == UP { trial.top.clone() } else { trial.bottom.clone() };
            let child = trial.start(words);
            std::thread::sleep(trial.dice.below(limit));
            killable.kill();
            let ran: Ran = child.wait_with_output().unwrap().into();
            // It tells what it was at, not that a pipe is broken.
            if !ran.ok && ran.said.contains("could not be") {
                assert!(
                    ran.said.contains("statement") || ran.said.contains("lost"),
                    "{}",
                    ran.said
                );
            }
            killable.start_again();
            trial.ends(words, &wanted, &format!("server killed in {words:?} ({n}): {}", ran.said));
        }
    }
}

mod of_the_server {
    model_tests::on_servers!(super::server_killed, postgres);
    model_tests::on_servers!(super::server_killed, mysql);
}

#[test]
fn a_lost_connection_is_told_with_migration_and_statement() {
    let Some(database) = Server::MariaDb.database() else { return };
    let project = Project::new(&database.url);
    project.migration(
        "2026-01-01-000001_slow",
        true,
        "CREATE TABLE a (id INT);\nINSERT INTO a SELECT SLEEP(30);\n",
        "DROP TABLE a;\n",
    );
    let child = project.command(UP).spawn().unwrap();
    let running = "SELECT coalesce(min(id), 0) FROM information_schema.processlist WHERE info LIKE 'INSERT INTO a%'";
    let start = Instant::now();
    let mut session = "0".to_owned();
    while session == "0" && start.elapsed() < Duration::from_secs(20) {
        session = value(&database.url, running);
    }
    connect(&database.url).execute(&format!("KILL {session}")).unwrap();
    let ran: Ran = child.wait_with_output().unwrap().into();
    assert!(!ran.ok);
    for part in [
        "_slow could not be applied: it failed at statement 2 of 2",
        "connection to the server was lost",
        "migrate upgrade",
    ] {
        assert!(ran.said.contains(part), "{part}: {}", ran.said);
    }
    project.write(
        "migrations/2026-01-01-000001_slow/up.sql",
        "CREATE TABLE a (id INT);\nINSERT INTO a VALUES (1);\n",
    );
    project.succeed(UP);
    assert_eq!(value(&database.url, "SELECT count(*) FROM a"), "1");
}

#[test]
fn an_invalid_index_is_made_again() {
    let Some(database) = Server::Postgres.database() else { return };
    let project = Project::new(&database.url);
    database.run("CREATE TABLE a (n INT); INSERT INTO a VALUES (1), (1)").unwrap();
    project.migration(
        "2026-01-01-000001_c",
        false,
        "CREATE INDEX CONCURRENTLY first ON a (n);\nCREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS second ON a (n);\n",
        "DROP INDEX first;\nDROP INDEX second;\n",
    );
    // It fails by the rows, and leaves nothing in the way.
    let ran = project.run(UP);
    assert!(!ran.ok && ran.said.contains("statement 2 of 2"), "{}", ran.said);
    let invalid = "SELECT count(*) FROM pg_index WHERE NOT indisvalid";
    assert_eq!(value(&database.url, invalid), "0");
    database.run("DELETE FROM a; INSERT INTO a VALUES (1)").unwrap();

    // Killed while it waits for a transaction that is older.
    let mut other = connect(&database.url);
    other.execute("BEGIN; INSERT INTO a VALUES (2)").unwrap();
    let mut child = project.command(UP).spawn().unwrap();
    let start = Instant::now();
    while value(&database.url, invalid) == "0" && start.elapsed() < Duration::from_secs(20) {
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let stop = "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE query LIKE '%second%' AND pid <> pg_backend_pid()";
    value(&database.url, stop);
    other.execute("COMMIT").unwrap();
    let said = project.succeed(UP);
    assert!(said.contains("stopped at statement 2"), "{said}");
    assert_eq!(value(&database.url, invalid), "0");
    let made = "SELECT count(*) FROM pg_index WHERE indisvalid AND indrelid = 'a'::regclass";
    assert_eq!(value(&database.url, made), "2");
    let left = "SELECT count(*) FROM pg_class WHERE relname LIKE '%migrate_progress%'";
    assert_eq!(value(&database.url, left), "0");
}

#[test]
fn what_the_server_still_runs_is_waited_for() {
    let Some(database) = Server::MariaDb.database() else { return };
    let project = Project::new(&database.url);
    project.migration(
        "2026-01-01-000001_slow",
        true,
        "CREATE TABLE a (id INT);\nCREATE TABLE b AS SELECT BENCHMARK(4000000, MD5('a')) AS s;\nCREATE TABLE c (id INT);\n",
        "DROP TABLE c;\nDROP TABLE b;\nDROP TABLE a;\n",
    );
    let mut child = project.command(UP).spawn().unwrap();
    let running =
        "SELECT count(*) FROM information_schema.processlist WHERE info LIKE 'CREATE TABLE b%'";
    while value(&database.url, running) == "0" {
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    let said = project.succeed(UP);
    // Whether it is seen still running depends on how fast the server is; it is never run twice.
    assert!(said.contains("left running") || said.contains("going on from there"), "{said}");
    assert_eq!(value(&database.url, "SELECT count(*) FROM b"), "1");
}

#[test]
fn only_what_cannot_be_known_is_asked() {
    let Some(database) = Server::MariaDb.database() else { return };
    let project = Project::new(&database.url);
    // A routine that changes rows: the schema tells nothing.
    database
        .run("CREATE TABLE n (n INT); INSERT INTO n VALUES (0); CREATE PROCEDURE p() UPDATE n SET n = n + 1 + SLEEP(3)")
        .unwrap();
    project.migration(
        "2026-01-01-000001_call",
        true,
        "CREATE TABLE n2 (n INT);\nCALL p();\nCREATE TABLE n3 (n INT);\n",
        "DROP TABLE n3;\nDROP TABLE n2;\n",
    );
    let mut child = project.command(UP).spawn().unwrap();
    let running = "SELECT count(*) FROM information_schema.processlist WHERE info LIKE '%SLEEP(3)%' AND id <> connection_id()";
    while value(&database.url, running) == "0" {
        std::thread::sleep(Duration::from_millis(20));
    }
    child.kill().unwrap();
    child.wait().unwrap();
    while value(&database.url, running) != "0" {
        std::thread::sleep(Duration::from_millis(20));
    }
    let ran = project.run(UP);
    assert!(!ran.ok, "{}", ran.said);
    for answer in ["migrate upgrade --cut-off done", "migrate upgrade --cut-off not-done"] {
        assert!(ran.said.contains(answer), "{}", ran.said);
    }
    // The server went on to the end of the routine.
    assert_eq!(value(&database.url, "SELECT n FROM n"), "1");
    project.succeed(&["upgrade", "--cut-off", "done"]);
    assert_eq!(value(&database.url, "SELECT n FROM n"), "1");
    assert_eq!(value(&database.url, "SELECT count(*) FROM n3"), "0");
    project.succeed(DOWN);
}
