//! What no migration writes is told, and is a difference all the same.

use std::process::Command;

use model_tests::Server;

fn a_foreign_table(server: Server) {
    let (Some(with), Some(without)) = (server.database(), server.database()) else { return };
    let foreign = "CREATE FOREIGN DATA WRAPPER none; CREATE SERVER far FOREIGN DATA WRAPPER none;
        CREATE FOREIGN TABLE search (id integer) SERVER far;";
    with.connect().execute(foreign).expect("a foreign table");
    let folder = tempfile::tempdir().expect("a temporary folder");
    let diff = |words: &[&str]| {
        let mut command = Command::new(env!("CARGO_BIN_EXE_migrate-under-test"));
        command
            .args(["diff", "--from", &without.url, "--to", &with.url])
            .args(words)
            .current_dir(folder.path());
        model_tests::said(&mut command)
    };
    let (status, said) = diff(&[]);
    assert!(said.contains("table search is only in the target"), "{said}");
    assert!(!said.contains("No changes"), "{said}");
    assert_eq!(status, Some(0));
    assert_eq!(diff(&["--exit-code"]).0, Some(2));
    assert_eq!(diff(&["--exit-code", "--output", "out"]).0, Some(2));
    for file in ["up.sql", "down.sql"] {
        let text = std::fs::read_to_string(folder.path().join("out").join(file)).expect("a file");
        assert!(text.contains("-- table search is only in the target"), "{text}");
        assert!(text.lines().all(|line| line.starts_with("--")), "{text}");
    }
}

model_tests::on_servers!(a_foreign_table, postgres);
