//! Many migrators at once: each migration is run once, and all end well.

use std::os::unix::fs::symlink;

use model_tests::{Backend, Server};

use crate::project::{Project, assert_counted, connect, counting, trials, value};
use crate::servers::{Cluster, Pool};

const MANY: usize = 20;

fn all_well(project: &Project, urls: &[String]) {
    let ran = project.at_once(MANY, urls, &["upgrade"]);
    let failed: Vec<_> = ran.iter().filter(|ran| !ran.ok).collect();
    assert!(failed.is_empty(), "{} of {MANY} failed: {failed:#?}", failed.len());
    let applied: usize = ran.iter().map(|ran| ran.said.matches("Applied").count()).sum();
    assert_eq!(applied, 4, "{ran:#?}");
    assert_counted(&urls[0]);
}

fn upgrades(server: Server) {
    for _ in 0..trials(1) {
        let Some(database) = server.database() else { return };
        let project = Project::new(&database.url);
        counting(&project);
        all_well(&project, std::slice::from_ref(&database.url));
        assert_nothing_left(&database.url, server.backend());
    }
}

fn assert_nothing_left(url: &str, backend: Backend) {
    let question = match backend {
        Backend::Sqlite => {
            "SELECT count(*) FROM sqlite_master WHERE name LIKE '%migrate%' AND name NOT LIKE '%diesel%'"
        }
        _ => {
            "SELECT count(*) FROM information_schema.tables WHERE table_name LIKE '%migrate_progress%'"
        }
    };
    // Others of this server's databases have theirs.
    if backend != Backend::Mysql {
        assert_eq!(value(url, question), "0");
    }
}

model_tests::on_servers!(upgrades);

#[test]
fn one_file_of_many_names() {
    for journal in ["DELETE", "WAL"] {
        for _ in 0..trials(1) {
            let project = Project::new("");
            let path = |name: &str| project.path(name).display().to_string();
            connect(&path("app.db")).execute(&format!("PRAGMA journal_mode = {journal}")).unwrap();
            symlink(path("app.db"), path("soft.db")).unwrap();
            let mut urls = vec![
                format!("sqlite:{}", path("app.db")),
                path("soft.db"),
                format!("file:{}", path("app.db")),
                "app.db".to_owned(),
            ];
            // In WAL each name of a file would have a log of its own, which SQLite does not support.
            if journal == "DELETE" {
                std::fs::hard_link(path("app.db"), path("hard.db")).unwrap();
                urls.push(path("hard.db"));
            }
            counting(&project);
            all_well(&project, &urls);
        }
    }
}

#[test]
fn a_log_of_its_own_for_each_name_is_refused() {
    let project = Project::new("");
    let path = |name: &str| project.path(name).display().to_string();
    let mut app = connect(&path("app.db"));
    app.execute("PRAGMA journal_mode = WAL; CREATE TABLE a (id INT)").unwrap();
    std::fs::hard_link(path("app.db"), path("hard.db")).unwrap();
    counting(&project);
    let ran = project.command_at(&path("hard.db"), &["upgrade"]).output().unwrap();
    let said = String::from_utf8_lossy(&ran.stderr).into_owned();
    assert!(!ran.status.success() && said.contains("hard links"), "{said}");
}

#[test]
fn through_a_pooler_in_transaction_mode() {
    let Some(pool) = Pool::start() else { return };
    for _ in 0..trials(1) {
        let Some(database) = Server::Postgres.database() else { return };
        let name = database.url.rsplit('/').next().unwrap();
        let url = pool.url(name);
        let project = Project::new(&url);
        counting(&project);
        // Outside of a transaction, too.
        project.migration(
            "2026-01-02-000001_c",
            false,
            "CREATE INDEX CONCURRENTLY c1 ON t1 (x);\nUPDATE t1 SET x = coalesce(x, 0) + 1;\nCREATE INDEX CONCURRENTLY c2 ON t2 (x);\n",
            "DROP INDEX CONCURRENTLY c2;\nDROP INDEX CONCURRENTLY c1;\n",
        );
        let ran = project.at_once(MANY, std::slice::from_ref(&url), &["upgrade"]);
        let failed: Vec<_> = ran.iter().filter(|ran| !ran.ok).collect();
        assert!(failed.is_empty(), "{} of {MANY} failed: {failed:#?}", failed.len());
        assert_eq!(value(&database.url, "SELECT x FROM t1"), "1");
        // Nothing stays behind in the sessions of the pool.
        for question in [
            "SELECT count(*) FROM pg_locks WHERE locktype = 'advisory'",
            "SELECT count(*) FROM pg_class WHERE relname LIKE '%migrate_progress%'",
            "SELECT count(*) FROM pg_settings WHERE name = 'lock_timeout' AND setting <> '0'",
        ] {
            for _ in 0..5 {
                assert_eq!(value(&url, question), "0", "{question}");
            }
        }
        project.succeed(&["downgrade", "base"]);
    }
}

#[test]
fn on_a_cluster_of_three() {
    let Some(cluster) = Cluster::start() else { return };
    for n in 0..trials(2) {
        let urls = cluster.database(&format!("d{n}"));
        let project = Project::new(&urls[0]);
        counting(&project);
        all_well(&project, &urls);
        let ran = project.at_once(6, &urls, &["downgrade", "base"]);
        assert!(ran.iter().all(|ran| ran.ok), "{ran:#?}");
        assert_eq!(value(&urls[2], "SELECT count(*) FROM __diesel_schema_migrations"), "0");
    }
}
