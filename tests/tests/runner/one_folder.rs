//! Several commands that write into one folder of migrations at the same time.

use std::process::Child;

use model_tests::Server;

use crate::project::{Project, Ran, trials, value};

const MODELS: &str =
    concat!(env!("CARGO_MANIFEST_DIR"), "/../migrate-cli/tests/fixtures/study.json");

/// Each record of history.toml, in its order: version and parent.
fn records(project: &Project) -> Vec<(String, String)> {
    let history = std::fs::read_to_string(project.path("migrations/history.toml")).unwrap();
    let texts = |line: &str| {
        let mut texts = line.split('"').skip(1).step_by(2).map(str::to_owned);
        (texts.next().unwrap(), texts.next().unwrap())
    };
    history.lines().filter(|line| line.starts_with('"')).map(texts).collect()
}

/// The folders of migrations, in order. Nothing else is left but the record of them.
fn folders(project: &Project) -> Vec<String> {
    let mut names: Vec<String> = std::fs::read_dir(project.path("migrations"))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| name != "history.toml")
        .collect();
    names.sort();
    for name in &names {
        for file in ["up.sql", "down.sql"] {
            let text = std::fs::read_to_string(project.path("migrations").join(name).join(file));
            assert!(text.is_ok_and(|text| text.ends_with('\n')), "{name}/{file}");
        }
    }
    names
}

/// One record a folder, each on top of the one before.
fn assert_whole(project: &Project, count: usize) {
    let (folders, records) = (folders(project), records(project));
    assert_eq!(folders.len(), count, "{folders:?}");
    let mut parent = "base".to_owned();
    let mut chain = Vec::new();
    for name in &folders {
        let version = name.split('_').next().unwrap().replace('-', "");
        chain.push((version.clone(), std::mem::replace(&mut parent, version)));
    }
    assert_eq!(records, chain);
    // The hashes are of the files as they are.
    let said = project.run(&["history"]).said;
    assert!(!said.contains("changed"), "{said}");
}

fn all_end(started: Vec<Child>) -> Vec<Ran> {
    started.into_iter().map(|child| child.wait_with_output().unwrap().into()).collect()
}

fn against_migrations(server: Server) {
    for _ in 0..trials(2) {
        let Some(database) = server.database() else { return };
        let project = Project::new(&database.url);
        std::fs::copy(MODELS, project.path("models.json")).unwrap();
        let generate =
            ["generate", "-m", "change", "--against", "migrations", "--schema", "models.json"];
        let started = (0..8)
            .map(|n| match n % 2 {
                0 => project.command(&generate).spawn().unwrap(),
                _ => project.command(&["revision", "-m", "by hand"]).spawn().unwrap(),
            })
            .collect();
        let ran = all_end(started);
        assert!(ran.iter().all(|ran| ran.ok), "{ran:#?}");
        // The change is written once: whoever comes later compares with what is there by then.
        let wrote = ran.iter().filter(|ran| ran.said.contains("_change/up.sql")).count();
        let nothing = ran.iter().filter(|ran| ran.said.contains("No changes")).count();
        assert_eq!((wrote, nothing), (1, 3), "{ran:#?}");
        assert_whole(&project, 5);
        project.succeed(&["upgrade"]);
        project.succeed(&["check", "--schema", "models.json"]);
    }
}

model_tests::on_servers!(against_migrations);

/// Compared with the live database, whoever comes second finds what is pending, and is told.
#[test]
fn against_the_database() {
    for _ in 0..trials(2) {
        let project = Project::new("sqlite:app.db");
        std::fs::copy(MODELS, project.path("models.json")).unwrap();
        let words = ["generate", "-m", "change", "--schema", "models.json"];
        let ran = project.at_once(8, std::slice::from_ref(&project.url), &words);
        let (well, refused): (Vec<Ran>, Vec<Ran>) = ran.into_iter().partition(|ran| ran.ok);
        assert_eq!(well.len(), 1, "{well:#?}");
        for ran in refused {
            assert!(ran.said.contains("migrations are still pending"), "{ran:#?}");
        }
        assert_whole(&project, 1);
    }
}

/// One that is killed keeps nobody out, and leaves nothing half-written.
#[test]
fn one_that_is_killed() {
    let project = Project::new("sqlite:app.db");
    for n in 0..trials(12) {
        let mut children: Vec<Child> = (0..3)
            .map(|_| project.command(&["revision", "-m", "by hand"]).spawn().unwrap())
            .collect();
        std::thread::sleep(std::time::Duration::from_millis(5 + (n as u64 * 7) % 40));
        children[0].kill().unwrap();
        let mut ran = all_end(children);
        ran.remove(0);
        assert!(ran.iter().all(|ran| ran.ok), "{ran:#?}");
    }
    let said = project.succeed(&["revision", "-m", "last"]);
    assert!(said.contains("_last/up.sql"), "{said}");
    assert_whole(&project, folders(&project).len());
    project.succeed(&["upgrade"]);
    let rows = value(
        &project.path("app.db").display().to_string(),
        "SELECT count(*) FROM __diesel_schema_migrations",
    );
    assert_eq!(rows, folders(&project).len().to_string());
}
